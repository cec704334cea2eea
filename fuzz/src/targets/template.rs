//! Payload templates of JSONPath, and templates of JSONata: a list of a template is the list of its value.

use super::{CONTEXT, ENTROPY, INPUT, kind};
use serde_json::{Map, Value, json};
use workflow_asl::jsonata::{self, States};
use workflow_asl::jsonpath::{PayloadTemplate, Scope};

pub fn run(bytes: &[u8]) -> u64 {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return 0 };
    paths(&value) ^ jsonata(&value).rotate_left(1)
}

fn paths(value: &Value) -> u64 {
    let template = match PayloadTemplate::parse(value) {
        Ok(template) => template,
        Err(problems) => {
            let texts: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
            return kind(&texts);
        }
    };
    let variables = Map::from_iter([("v".to_owned(), INPUT.clone())]);
    let scope = Scope::new(&INPUT).context(&CONTEXT).variables(&variables);
    let made = template.eval(&scope, &mut { ENTROPY });
    assert_eq!(made, template.eval(&scope, &mut { ENTROPY }), "twice the same");
    if let Some(literal) = template.literal() {
        assert_eq!(**literal, *value, "a literal is as it came");
    }
    let listed = PayloadTemplate::parse(&json!([value]));
    if let Ok(listed) = listed {
        let listed = listed.eval(&scope, &mut { ENTROPY });
        assert_eq!(listed.ok(), made.as_ref().ok().map(|made| json!([made])), "in a list");
    }
    match made {
        Ok(_) => kind(&[&format!("{template:?}")]),
        Err(failure) => kind(&["fails", failure.reason.text()]),
    }
}

fn jsonata(value: &Value) -> u64 {
    let template = match jsonata::Template::parse(value, "Output") {
        Ok(template) => template,
        Err(places) => {
            for place in &places {
                assert!(value.pointer(&place.pointer).is_some_and(Value::is_string), "{place:?}");
            }
            let texts: Vec<_> = places.iter().map(|place| place.error.to_string()).collect();
            return kind(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        }
    };
    let mut scope = jsonata::Scope::new();
    scope.bind("v", &INPUT);
    scope.bind_states(States::Input, &INPUT);
    scope.bind_states(States::Context, &CONTEXT);
    match template.evaluate(&scope, &mut { ENTROPY }) {
        Ok(made) => {
            let kept =
                template.literal().is_none_or(|literal| **literal == *value && *made == *value);
            assert!(kept, "a literal is as it came");
            kind(&[&format!("{template:?}")])
        }
        Err(error) => kind(&["fails", &error.to_string()]),
    }
}
