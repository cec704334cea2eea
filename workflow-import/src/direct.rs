//! Calls of functions by `lambda:invoke`, as calls of the functions themselves: the payload is the argument, and the
//! result is wrapped as `lambda:invoke` wraps it, but for what it tells of the call: a definition that reads that keeps
//! the resource.

use crate::code::OwnFunction;
use crate::module::{Imported, import_functions};
use crate::stop::ImportError;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// Gives the resource of a name or an ARN of a function that is known.
type Known<'k> = &'k dyn Fn(&str) -> Option<String>;
/// The members beside `Payload` of what `lambda:invoke` answers.
const BESIDE: [&str; 4] =
    ["ExecutedVersion", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"];

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
    Calls { known, kept: &BTreeSet::new(), marks: false, seen: vec![] }.within(definition)
}

/// Imports a definition as [`import_functions`] does, with calls of known functions made [`direct`]. Where more of the
/// answer of `lambda:invoke` than its `Payload` comes to be in an argument, a choice or the output, the state keeps its
/// resource: the names of these states are returned as well.
///
/// # Errors
/// As [`import_functions`].
pub fn import_direct(
    definition: &Json,
    name: &str,
    known: &dyn Fn(&str) -> Option<String>,
    functions: &[OwnFunction],
) -> Result<(Imported, Vec<String>), Vec<ImportError>> {
    let (mut kept, mut stops) = (BTreeSet::new(), None);
    loop {
        let import = |marks: bool| {
            let mut calls = Calls { known, kept: &kept, marks, seen: vec![] };
            let direct = calls.within(definition);
            (import_functions(&direct, name, &[], functions), calls.seen)
        };
        let (marked, seen) = import(true);
        // What a mark stops is read.
        let is_read =
            |state: &String| marked.as_ref().map_or(true, |it| it.text.contains(&mark(state)));
        let read: Vec<String> = seen.into_iter().filter(is_read).collect();
        if read.is_empty() {
            let imported = import(false).0.map_err(|own| stops.unwrap_or(own));
            return imported.map(|it| (it, kept.into_iter().collect()));
        }
        if stops.is_none() && marked.is_err() {
            stops = import(false).0.err();
        }
        kept.extend(read);
    }
}

/// A text that stands for what an answer has beside its payload.
fn mark(state: &str) -> String {
    let plain: String = state.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("beside-the-payload-{plain}.")
}

/// The calls of a definition on their way to their functions.
struct Calls<'k> {
    known: Known<'k>,
    /// The states that keep their resources.
    kept: &'k BTreeSet<String>,
    /// True if marks stand for what an answer has beside its payload.
    marks: bool,
    /// The states whose answer is handed on as a whole.
    seen: Vec<String>,
}

impl Calls<'_> {
    fn within(&mut self, definition: &Json) -> Json {
        let jsonata = definition["QueryLanguage"] == "JSONata";
        let mut definition = definition.clone();
        self.visit(&mut definition, jsonata);
        definition
    }

    fn visit(&mut self, value: &mut Json, jsonata: bool) {
        match value {
            Json::Object(fields) => {
                if let Some(Json::Object(states)) = fields.get_mut("States") {
                    let kept = self.kept;
                    for (name, state) in states.iter_mut().filter(|it| !kept.contains(it.0)) {
                        let language = state.get("QueryLanguage").and_then(Json::as_str);
                        let jsonata = language.map_or(jsonata, |it| it == "JSONata");
                        let field = if jsonata { "Output" } else { "ResultSelector" };
                        let selects = state.get(field).is_some();
                        if let Some(called) = task(state, jsonata, self.known) {
                            *state = called;
                            let answer = state.get_mut(field).filter(|_| !selects);
                            answer.into_iter().for_each(|it| self.answered(name, it));
                        }
                    }
                }
                fields.values_mut().for_each(|it| self.visit(it, jsonata));
            }
            Json::Array(items) => items.iter_mut().for_each(|it| self.visit(it, jsonata)),
            _ => {}
        }
    }

    /// Notes a state whose answer is wrapped here, and marks what the wrapping lacks.
    fn answered(&mut self, name: &str, answer: &mut Json) {
        self.seen.push(name.to_owned());
        if self.marks {
            BESIDE.iter().for_each(|member| answer[*member] = mark(name).into());
        }
    }
}

/// The state as a call of its function; `None` where it is none, or cannot be one.
fn task(state: &Json, jsonata: bool, known: Known<'_>) -> Option<Json> {
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
#[allow(clippy::unwrap_used, reason = "tests")]
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

    /// The names of the states of a module that keep their resource.
    fn whole(states: Json) -> Vec<String> {
        let definition = json!({ "StartAt": "A", "States": states });
        let own = OwnFunction {
            resource: "${charge.Arn}".to_owned(),
            name: "charge".to_owned(),
            about: String::new(),
        };
        let (imported, whole) = import_direct(&definition, "pay", &known, &[own]).unwrap();
        assert!(!imported.text.contains("beside-the-payload"), "{}", imported.text);
        let kept = imported.text.contains("arn:aws:states:::lambda:invoke");
        assert_eq!(kept, !whole.is_empty(), "{}", imported.text);
        whole
    }

    #[test]
    fn an_answer_that_is_read_beside_its_payload_is_kept() {
        let call = |more: Json| {
            let mut call = json!({ "Type": "Task", "Resource": INVOKE, "Next": "B",
                "Parameters": { "FunctionName": "charge", "Payload": { "id.$": "$.id" } } });
            call.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            call
        };
        let ends = json!({ "Type": "Succeed" });
        let sends = |path: &str| {
            json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true, "ResultPath": null,
                "Parameters": { "QueueUrl": "q", "MessageBody.$": path }, "OutputPath": "$.r.Payload" })
        };
        for (first, then, kept) in [
            // The answer as a whole is the output.
            (call(json!({})), ends.clone(), true),
            (call(json!({ "ResultPath": "$.r" })), ends.clone(), true),
            (call(json!({ "OutputPath": "$.Payload" })), ends.clone(), false),
            (call(json!({ "ResultSelector": { "p.$": "$.Payload" } })), ends.clone(), false),
            (call(json!({ "ResultSelector": { "Payload.$": "$.Payload" } })), ends, false),
            (call(json!({ "ResultPath": "$.r" })), sends("$.r.Payload.x"), false),
            (call(json!({ "ResultPath": "$.r" })), sends("$.r.StatusCode"), true),
            (
                call(json!({ "ResultPath": "$.r" })),
                sends("$.r.SdkHttpMetadata.HttpStatusCode"),
                true,
            ),
            (call(json!({ "ResultPath": "$.r" })), sends("$.r"), true),
        ] {
            let expected = if kept { vec!["A".to_owned()] } else { vec![] };
            assert_eq!(
                whole(json!({ "A": first.clone(), "B": then.clone() })),
                expected,
                "{first} {then}"
            );
        }
        let jsonata = |output: Json| {
            let mut state = json!({ "Type": "Task", "Resource": INVOKE, "QueryLanguage": "JSONata", "End": true,
                "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input.id %}" } });
            if !output.is_null() {
                state["Output"] = output;
            }
            whole(json!({ "A": state }))
        };
        assert_eq!(jsonata(json!(null)), ["A"]);
        assert_eq!(jsonata(json!("{% $states.result.Payload %}")), [] as [String; 0]);
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
