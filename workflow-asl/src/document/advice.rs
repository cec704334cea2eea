//! The help that says what to write instead: help for diagnostics whose words, those of AWS, do not say it.

use super::diagnostic::Diagnostic;
use super::fields::{Problems, expected};
use crate::jsonpath::OPERATORS;
use crate::nearest::near;
use serde_json::Value;

/// Fields of JSONPath, and what JSONata has for them.
const JSONATA: &[(&str, &str)] = &[
    (
        "Parameters",
        "in JSONata the field is `Arguments` (of a Pass: `Output`), and `\"x.$\": \"$.y\"` is `\"x\": \"{% $states.input.y %}\"`",
    ),
    (
        "ResultSelector",
        "in JSONata `Output` is what the state passes on, and `$states.result` is the result",
    ),
    (
        "ResultPath",
        "in JSONata write `\"Output\": \"{% $merge([$states.input, {'name': $states.result}]) %}\"`, or keep it in a variable with `Assign`",
    ),
    ("InputPath", "in JSONata say what is read in `Arguments`: `{% $states.input.… %}`"),
    ("OutputPath", "in JSONata write `\"Output\": \"{% $states.result.… %}\"`"),
    ("ItemsPath", "in JSONata write `\"Items\": \"{% $states.input.… %}\"`"),
    ("Variable", "in JSONata a rule has a `Condition`: `\"{% $states.input.n > 1 %}\"`"),
    (
        "Condition",
        "a `Condition` is JSONata: write `\"QueryLanguage\": \"JSONata\"` in the state or at the top of the document",
    ),
    (
        "Arguments",
        "`Arguments` is JSONata: write `Parameters`, or `\"QueryLanguage\": \"JSONata\"` in the state or at the top",
    ),
    (
        "Output",
        "`Output` is JSONata: write `\"QueryLanguage\": \"JSONata\"` in the state or at the top of the document",
    ),
    (
        "Items",
        "`Items` is JSONata: write `ItemsPath`, or `\"QueryLanguage\": \"JSONata\"` in the state or at the top",
    ),
];

/// Adds help to the diagnostics of a document that have none.
pub(super) fn give(document: &Value, problems: &mut Problems) {
    for problem in problems.iter_mut() {
        aim(document, problem);
        if problem.help.is_none() || problem.message.starts_with("Missing 'Next' target") {
            let found = help(document, problem);
            problem.help = found.or(problem.help.take());
        }
    }
}

/// Finds the field that the words name, where AWS names its object, and the byte of a path.
fn aim(document: &Value, problem: &mut Diagnostic) {
    let here = || document.pointer(&problem.pointer)?.as_object();
    let named = problem.message.split_once("ield '").and_then(|(_, rest)| rest.split_once('\''));
    if problem.field.is_none()
        && let Some((field, _)) = named
        && here().is_some_and(|here| here.contains_key(field))
    {
        problem.field = Some(field.to_owned());
    }
    let placed = problem.help.as_deref().and_then(|help| help.split_once(" (at position "));
    if let Some((help, at)) = placed
        && let Ok(at) = at.trim_end_matches(')').parse()
    {
        (problem.help, problem.at) = (Some(help.to_owned()), Some(at));
    }
}

fn help(document: &Value, problem: &Diagnostic) -> Option<String> {
    let message = problem.message.as_str();
    if let Some(field) = &problem.field
        && message.contains("is only supported for the")
    {
        let known = JSONATA.iter().find(|(name, _)| name == field);
        return Some(match known {
            Some((_, help)) => (*help).to_owned(),
            None if field.ends_with("Path") => {
                let plain = field.trim_end_matches("Path");
                format!("in JSONata write `\"{plain}\": \"{{% $states.input.… %}}\"`")
            }
            None => return None,
        });
    }
    if let Some(target) = message.strip_prefix("Missing 'Next' target: ") {
        return target_like(document, &problem.pointer, target);
    }
    if let Some(field) = &problem.field
        && message.starts_with("Field '")
    {
        return field_like(document, &problem.pointer, field);
    }
    let field = problem.pointer.rsplit_once("/States/").map(|(_, field)| field);
    if let Some(field) = field.filter(|it| super::schema::MACHINE.contains(it))
        && message == expected("OBJECT")
    {
        return Some(format!("`{field}` is no state: move it out of `States`"));
    }
    if ["Integer", "Number"].iter().any(|kind| message == format!("Expected value of type {kind}"))
    {
        let text = document.pointer(&problem.meant())?.as_str()?;
        return text.parse::<f64>().is_ok().then(|| {
            format!(
                "a number has no quotes: write `{text}`; what replaces a placeholder within quotes is a text, but not \
                 in JSONata: `\"{{% {text} %}}\"`"
            )
        });
    }
    message.starts_with("JSONata string must start").then(|| {
        "an expression is the whole string: write `\"{% 'Hello ' & $states.input.name %}\"`"
            .to_owned()
    })
}

/// A state of the same scope whose name is like that of the missing one.
fn target_like(document: &Value, pointer: &str, target: &str) -> Option<String> {
    let scope = match pointer.strip_suffix("/StartAt") {
        Some(scope) => scope,
        None => pointer.rsplit_once("/States/")?.0,
    };
    let states = document.pointer(scope)?.get("States")?.as_object()?;
    let near = near(target, states.keys().map(String::as_str));
    Some(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a transition leads to a state of the same `States`".to_owned(),
    })
}

/// A field of the States Language whose name is like this one.
fn field_like(document: &Value, pointer: &str, field: &str) -> Option<String> {
    let here = document.pointer(pointer)?.as_object()?;
    let known = super::schema::all().into_iter().chain(OPERATORS.iter().copied());
    let known = known.filter(|known| !here.contains_key(*known));
    let near = near(field, known.filter(|known| *known != field))?;
    Some(format!("did you mean `{near}`?"))
}
