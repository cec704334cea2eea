//! What to write instead: help for diagnostics whose words, those of AWS, do not say it.

use super::diagnostic::Diagnostic;
use super::fields::Problems;
use super::nearest::nearest;
use serde_json::Value;

/// Fields of JSONPath, and what JSONata has for them.
const JSONATA: &[(&str, &str)] = &[
    (
        "Parameters",
        "in JSONata the field is `Arguments` (of a Pass: `Output`), and `\"x.$\": \"$.y\"` is `\"x\": \"{% $states.input.y %}\"`",
    ),
    (
        "ResultSelector",
        "in JSONata `Output` says what the state hands on, and `$states.result` is what came back",
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
        if problem.help.is_none() || problem.message.starts_with("Missing 'Next' target") {
            let found = help(document, problem);
            problem.help = found.or(problem.help.take());
        }
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
    if message.starts_with("`$eval`") {
        return Some("for JSON in a text write `$parse(…)`".to_owned());
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
    let near = nearest(target, states.keys().map(String::as_str));
    Some(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a transition leads to a state of the same `States`".to_owned(),
    })
}

/// A field of the States Language whose name is like this one.
fn field_like(document: &Value, pointer: &str, field: &str) -> Option<String> {
    let here = document.pointer(pointer)?.as_object()?;
    let known = super::schema::all().into_iter().filter(|known| !here.contains_key(*known));
    let near = nearest(field, known.filter(|known| *known != field))?;
    Some(format!("did you mean `{near}`?"))
}
