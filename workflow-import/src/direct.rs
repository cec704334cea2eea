//! Calls of functions by `lambda:invoke`, as calls of the functions themselves: the payload is the argument, and the
//! result is wrapped as `lambda:invoke` wraps it.

use serde_json::{Map, Value as Json, json};

/// Returns the definition in which each Task that calls a known function has the resource of that function, and hands on
/// its payload alone. `known` gives the resource of a name or an ARN. What cannot be said so stays as it is.
///
/// ```
/// let invoke = serde_json::json!({ "StartAt": "Pay", "States": { "Pay": {
///     "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
///     "Parameters": { "FunctionName": "charge", "Payload.$": "$.order" }, "OutputPath": "$.Payload", "End": true } } });
/// let known = |name: &str| (name == "charge").then(|| "${charge.Arn}".to_owned());
/// let state = &workflow_import::direct(&invoke, &known)["States"]["Pay"];
/// assert_eq!((&state["Resource"], &state["InputPath"]), (&"${charge.Arn}".into(), &"$.order".into()));
/// assert_eq!(state["ResultSelector"]["Payload.$"], "$");
/// ```
#[must_use]
pub fn direct(definition: &Json, known: &dyn Fn(&str) -> Option<String>) -> Json {
    let jsonata = definition["QueryLanguage"] == "JSONata";
    let mut definition = definition.clone();
    visit(&mut definition, jsonata, known);
    definition
}

fn visit(value: &mut Json, jsonata: bool, known: &dyn Fn(&str) -> Option<String>) {
    match value {
        Json::Object(fields) => {
            if let Some(Json::Object(states)) = fields.get_mut("States") {
                for state in states.values_mut() {
                    let language = state.get("QueryLanguage").and_then(Json::as_str);
                    let jsonata = language.map_or(jsonata, |it| it == "JSONata");
                    if let Some(called) = task(state, jsonata, known) {
                        *state = called;
                    }
                }
            }
            fields.values_mut().for_each(|it| visit(it, jsonata, known));
        }
        Json::Array(items) => items.iter_mut().for_each(|it| visit(it, jsonata, known)),
        _ => {}
    }
}

/// The state as a call of its function; `None` where it is none, or cannot be one.
fn task(state: &Json, jsonata: bool, known: &dyn Fn(&str) -> Option<String>) -> Option<Json> {
    let resource = state.get("Resource")?.as_str().filter(|_| state["Type"] == "Task")?;
    if let Some(resource) = known(resource) {
        let mut called = state.clone();
        called["Resource"] = resource.into();
        return Some(called);
    }
    let invokes = resource.starts_with("arn:") && resource.ends_with(":states:::lambda:invoke");
    if !invokes {
        return None;
    }
    let mut called = state.as_object()?.clone();
    let arguments = called.remove(if jsonata { "Arguments" } else { "Parameters" })?;
    let arguments = arguments.as_object()?;
    called.insert("Resource".to_owned(), known(arguments.get("FunctionName")?.as_str()?)?.into());
    let plain = ["FunctionName", "Payload", "Payload.$"];
    let more = |key: &str| key == "InvocationType" && arguments[key] == "RequestResponse";
    if !arguments.keys().all(|key| plain.contains(&key.as_str()) || more(key)) {
        return None;
    }
    match jsonata {
        true => in_jsonata(called, arguments),
        false => in_json_path(called, arguments),
    }
}

fn in_jsonata(mut called: Map<String, Json>, arguments: &Map<String, Json>) -> Option<Json> {
    called.insert("Arguments".to_owned(), arguments.get("Payload").cloned().unwrap_or(json!({})));
    for field in ["Output", "Assign"] {
        if let Some(value) = called.get_mut(field) {
            unwrapped(value)?;
        }
    }
    called.entry("Output").or_insert(json!({ "Payload": "{% $states.result %}" }));
    Some(Json::Object(called))
}

fn in_json_path(mut called: Map<String, Json>, arguments: &Map<String, Json>) -> Option<Json> {
    match (arguments.get("Payload.$"), arguments.get("Payload")) {
        (Some(Json::String(path)), None) if path.starts_with('$') && !path.starts_with("$$") => {
            let before = called.get("InputPath").map_or(Some("$"), Json::as_str)?;
            called.insert("InputPath".to_owned(), format!("{before}{}", &path[1..]).into());
        }
        (None, Some(payload @ Json::Object(_))) => {
            called.insert("Parameters".to_owned(), payload.clone());
        }
        (None, None) => {
            called.insert("Parameters".to_owned(), json!({}));
        }
        _ => return None,
    }
    match called.get_mut("ResultSelector") {
        Some(selector) => selected(selector)?,
        None => {
            called.insert("ResultSelector".to_owned(), json!({ "Payload.$": "$" }));
        }
    }
    Some(Json::Object(called))
}

/// Takes the wrapping out of the paths of a selector; `None` where one reads something else of it.
fn selected(selector: &mut Json) -> Option<()> {
    match selector {
        Json::Object(fields) => fields.iter_mut().try_for_each(|(key, value)| match value {
            Json::String(text) if key.ends_with(".$") => {
                if text.contains("$$") {
                    return None;
                }
                *text = without(text, "$")?;
                Some(())
            }
            value => selected(value),
        }),
        Json::Array(items) => items.iter_mut().try_for_each(selected),
        _ => Some(()),
    }
}

/// The same of expressions: `$states.result.Payload` is `$states.result`.
fn unwrapped(value: &mut Json) -> Option<()> {
    match value {
        Json::String(text) if text.trim_start().starts_with("{%") => {
            *text = without(text, "$states.result")?;
            Some(())
        }
        Json::Object(fields) => fields.values_mut().try_for_each(unwrapped),
        Json::Array(items) => items.iter_mut().try_for_each(unwrapped),
        _ => Some(()),
    }
}

/// A text in which each `root` is followed by `.Payload`, without that.
fn without(text: &str, root: &str) -> Option<String> {
    let (mut out, mut rest) = (String::new(), text);
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    while let Some((before, behind)) = rest.split_once(root) {
        rest = match behind.strip_prefix(".Payload") {
            Some(after) if !after.starts_with(word) => after,
            // `$states.results` is another name.
            _ if root.len() > 1 && behind.starts_with(word) => behind,
            _ => return None,
        };
        out += before;
        out += root;
    }
    Some(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> Option<String> {
        ["charge", "${ChargeLambdaFunction.Arn}"]
            .contains(&name)
            .then(|| "${charge.Arn}".to_owned())
    }

    fn called(language: &str, state: Json) -> Json {
        let mut state = state;
        state["Type"] = "Task".into();
        let definition = json!({ "QueryLanguage": language, "States": { "A": state } });
        direct(&definition, &known)["States"]["A"].clone()
    }

    const INVOKE: &str = "arn:aws:states:::lambda:invoke";

    #[test]
    fn payloads_are_arguments() {
        for (state, expected) in [
            (
                json!({ "Resource": "${ChargeLambdaFunction.Arn}", "Parameters": { "a": 1 } }),
                json!({ "Resource": "${charge.Arn}", "Parameters": { "a": 1 } }),
            ),
            (
                json!({ "Resource": INVOKE, "InputPath": "$.in", "Parameters": { "FunctionName": "charge", "Payload.$": "$.x[0]" } }),
                json!({ "Resource": "${charge.Arn}", "InputPath": "$.in.x[0]", "ResultSelector": { "Payload.$": "$" } }),
            ),
            (
                json!({ "Resource": INVOKE, "Parameters": { "FunctionName": "charge", "Payload": { "id.$": "$.id" } },
                    "ResultSelector": { "a.$": "$.Payload.a", "b": [{ "c.$": "States.Format('{}', $.Payload)" }] } }),
                json!({ "Resource": "${charge.Arn}", "Parameters": { "id.$": "$.id" },
                    "ResultSelector": { "a.$": "$.a", "b": [{ "c.$": "States.Format('{}', $)" }] } }),
            ),
        ] {
            let mut found = called("JSONPath", state);
            found.as_object_mut().map(|it| it.remove("Type"));
            assert_eq!(found, expected);
        }
        let jsonata = called(
            "JSONata",
            json!({ "Resource": INVOKE, "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input %}" },
                "Assign": { "a": "{% $states.result.Payload.a & $states.input.b %}" } }),
        );
        assert_eq!(jsonata["Arguments"], "{% $states.input %}");
        assert_eq!(jsonata["Assign"]["a"], "{% $states.result.a & $states.input.b %}");
        assert_eq!(jsonata["Output"]["Payload"], "{% $states.result %}");
    }

    #[test]
    fn the_rest_stays_as_it_is() {
        let parameters = |value: Json| json!({ "Resource": INVOKE, "Parameters": value });
        for state in [
            parameters(json!({ "FunctionName": "other", "Payload.$": "$" })),
            parameters(json!({ "FunctionName.$": "$.f", "Payload.$": "$" })),
            parameters(json!({ "FunctionName": "charge", "InvocationType": "Event" })),
            parameters(json!({ "FunctionName": "charge", "Payload.$": "States.UUID()" })),
            parameters(json!({ "FunctionName": "charge", "Payload": "text" })),
            json!({ "Resource": INVOKE, "Parameters": { "FunctionName": "charge" }, "ResultSelector": { "s.$": "$.StatusCode" } }),
            json!({ "Resource": format!("{INVOKE}.waitForTaskToken"), "Parameters": { "FunctionName": "charge" } }),
        ] {
            let mut expected = state.clone();
            expected["Type"] = "Task".into();
            assert_eq!(called("JSONPath", state), expected);
        }
        let state = json!({ "Resource": INVOKE, "Arguments": { "FunctionName": "charge" }, "Output": "{% $states.result %}" });
        assert_eq!(called("JSONata", state.clone())["Resource"], INVOKE);
    }
}
