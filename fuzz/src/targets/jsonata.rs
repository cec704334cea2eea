//! Expressions of JSONata: the same draws give the same value, also in brackets.

use super::{CONTEXT, ENTROPY, expression_and_document, kind};
use serde_json::Value;
use workflow_asl::jsonata::{Expression, Scope, States};

pub fn run(bytes: &[u8]) -> u64 {
    let Some((text, document)) = expression_and_document(bytes) else { return 0 };
    let expression = match Expression::parse(text) {
        Ok(expression) => expression,
        Err(error) => return kind(&[&error.to_string()]),
    };
    assert_eq!(Expression::parse(expression.text()).as_ref(), Ok(&expression), "of its own text");
    let names: String = expression.mentions().names().collect();
    let value = evaluated(&expression, &document);
    // What was ended for its time may be ended elsewhere the next time.
    let ended = |value: &Result<_, String>| {
        value.as_ref().is_err_and(|text| text.contains("Expression evaluation timeout"))
    };
    if ended(&value) {
        return kind(&["ended"]);
    }
    let again = evaluated(&expression, &document);
    assert!(ended(&again) || again == value, "{value:?}, and again {again:?}");
    if let Ok(bracketed) = Expression::parse(&format!("({text}\n)")) {
        let bracketed = evaluated(&bracketed, &document);
        // Brackets are one level more, and the depth has a bound.
        let deep = bracketed.as_ref().is_err_and(|text| text.contains("Stack overflow error"));
        let same = bracketed.as_ref().ok() == value.as_ref().ok();
        assert!(ended(&bracketed) || deep || same, "{value:?}, and in brackets {bracketed:?}");
    }
    match value {
        Ok(value) => kind(&[&names, &shape(value.as_ref()), &first(text)]),
        Err(error) => kind(&["fails", &error]),
    }
}

fn evaluated(expression: &Expression, document: &Value) -> Result<Option<Value>, String> {
    let mut scope = Scope::new();
    scope.bind("v", document);
    scope.bind_states(States::Input, document);
    scope.bind_states(States::Context, &CONTEXT);
    expression.evaluate(&scope, &mut { ENTROPY }).map_err(|error| error.to_string())
}

fn shape(value: Option<&Value>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Value::Array(items)) => format!("list of {}", shape(items.first())),
        Some(Value::Object(_)) => "object".to_owned(),
        Some(Value::String(_)) => "text".to_owned(),
        Some(_) => "other".to_owned(),
    }
}

/// The functions and operators it is made of.
fn first(text: &str) -> String {
    let wanted = |next: &char| "()[]{}?:~@#^|&%*<>=!".contains(*next);
    let letter = |next| char::from(b'a' + (next as u32 % 26) as u8);
    text.chars().filter(wanted).map(letter).take(12).collect()
}
