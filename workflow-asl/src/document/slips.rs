//! Reports what is allowed, and means something else than whoever wrote it thought. Looked for in the JSON, so that
//! it is found in documents with mistakes, too.

use super::data::QueryLanguage;
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Problems, join};
use super::schema::of_language;
use super::walk::scopes;
use crate::jsonpath::{FUNCTIONS, OPERATORS};
use serde_json::Value;

/// The intrinsic functions, and what JSONata has for them.
const FUNCTIONS_OF_JSONATA: &[(&str, &str)] = &[
    ("Format", "'…' & $x"),
    ("StringToJson", "$parse(…)"),
    ("JsonToString", "$string(…)"),
    ("Array", "[…]"),
    ("ArrayPartition", "$partition(…)"),
    ("ArrayContains", "x in array"),
    ("ArrayRange", "$range(…)"),
    ("ArrayGetItem", "array[n]"),
    ("ArrayLength", "$count(…)"),
    ("ArrayUnique", "$distinct(…)"),
    ("Base64Encode", "$base64encode(…)"),
    ("Base64Decode", "$base64decode(…)"),
    ("Hash", "$hash(…)"),
    ("JsonMerge", "$merge([…])"),
    ("MathRandom", "$random()"),
    ("MathAdd", "a + b"),
    ("StringSplit", "$split(…)"),
    ("UUID", "$uuid()"),
];

/// The fields that hold other states.
const SCOPES: &[&str] = &["Branches", "ItemProcessor", "Iterator"];

pub(super) fn check(document: &Value, problems: &mut Problems) {
    let language =
        |value: &Value| value.get("QueryLanguage").and_then(Value::as_str).map(str::to_owned);
    let outer = language(document);
    for scope in scopes(document) {
        for (name, state) in scope.states {
            let own = language(state).or_else(|| outer.clone());
            let jsonata = own.is_some_and(|own| own != "JSONPath");
            let pointer = scope.at(name);
            match state.get("Type").and_then(Value::as_str) {
                Some("Choice") => choice(state, &pointer, jsonata, problems),
                Some("Map") => inline(state, &pointer, problems),
                _ => {}
            }
            let Some(fields) = state.as_object() else { continue };
            for (key, value) in fields.iter().filter(|(key, _)| !SCOPES.contains(&key.as_str())) {
                let refused =
                    jsonata && of_language(QueryLanguage::JsonPath).contains(&key.as_str());
                if key != "Comment" && !refused {
                    strings(value, key, &join(&pointer, key), jsonata, problems);
                }
            }
        }
    }
}

fn slip(
    problems: &mut Problems,
    pointer: impl Into<String>,
    message: impl Into<String>,
    help: impl Into<String>,
) {
    problems.push(Diagnostic::warning(Code::Slip, pointer, message).help(help));
}

/// Strings that are written in the other query language.
fn strings(value: &Value, key: &str, pointer: &str, jsonata: bool, problems: &mut Problems) {
    match value {
        Value::String(text) if jsonata => {
            path(text, key, pointer, problems);
            if text.starts_with("{%") && text.contains("$eval(") {
                let message = "`$eval` is not available in AWS Step Functions: its call fails";
                let help = "write the expression itself, or `$parse(…)` for JSON in a text";
                slip(problems, pointer, message, help);
            }
        }
        Value::String(text) if text.trim_start().starts_with("{%") => slip(
            problems,
            pointer,
            "This is no expression, but a text: the state is in JSONPath",
            "write `\"QueryLanguage\": \"JSONata\"` in the state or at the top of the document",
        ),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            strings(item, key, &format!("{pointer}/{index}"), jsonata, problems);
        }),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            strings(value, key, &join(pointer, key), jsonata, problems);
        }),
        _ => {}
    }
}

/// A path or a call of JSONPath in a state in JSONata.
fn path(text: &str, key: &str, pointer: &str, problems: &mut Problems) {
    if text.starts_with("{%") {
        return calls(text, pointer, problems);
    }
    let name = key.trim_end_matches(".$");
    let message =
        "This is a text: paths and intrinsic functions are JSONPath, the state is in JSONata";
    let instead = if let Some(called) = called(text) {
        let known = FUNCTIONS_OF_JSONATA.iter().find(|(name, _)| *name == called);
        known.map(|(_, instead)| (*instead).to_owned())
    } else if text == "$" {
        key.ends_with(".$").then(|| "$states.input".to_owned())
    } else if let Some(rest) = text.strip_prefix("$$.") {
        Some(format!("$states.context.{rest}"))
    } else if text.starts_with("$.") || text.starts_with("$[") {
        Some(format!("$states.input{}", &text[1..]))
    } else if key.ends_with(".$") && text.starts_with('$') {
        Some(text.to_owned())
    } else {
        None
    };
    if let Some(instead) = instead {
        slip(problems, pointer, message, format!("write `\"{name}\": \"{{% {instead} %}}\"`"));
    } else if text.contains("{%") {
        let message = "This is a text: an expression is the whole string";
        let help = "write `\"{% 'Hello ' & $states.input.name %}\"`";
        slip(problems, pointer, message, help);
    } else if key.ends_with(".$") {
        let message = format!("The field is called '{key}': `.$` means something in JSONPath only");
        slip(problems, pointer, message, format!("name it `{name}`"));
    }
}

/// Intrinsic functions in an expression: in JSONata nothing has their names.
fn calls(text: &str, pointer: &str, problems: &mut Problems) {
    for (name, instead) in FUNCTIONS_OF_JSONATA {
        let behind = text.split_once(&format!("States.{name}")).map(|(_, rest)| rest.trim_start());
        if behind.is_some_and(|rest| rest.starts_with('(')) {
            let message = format!(
                "`States.{name}` is a function of JSONPath, and this expression is JSONata"
            );
            slip(problems, pointer, message, format!("write `{instead}`"));
        }
    }
}

/// The intrinsic function that a text calls.
fn called(text: &str) -> Option<&str> {
    let name = text.split_once('(')?.0;
    FUNCTIONS.contains(&name).then(|| name.trim_start_matches("States."))
}

fn choice(state: &Value, pointer: &str, jsonata: bool, problems: &mut Problems) {
    if state.get("Default").is_none() {
        slip(
            problems,
            pointer,
            "This Choice has no `Default`: it fails with States.NoChoiceMatched where no rule matches",
            "add `\"Default\": \"…\"`, the state to continue with",
        );
    }
    let rules = state.get("Choices").and_then(Value::as_array).into_iter().flatten();
    if !jsonata {
        rules.enumerate().for_each(|(index, rule)| {
            operands(rule, &format!("{pointer}/Choices/{index}"), problems);
        });
    }
}

/// Comparisons with the text of a path.
fn operands(rule: &Value, pointer: &str, problems: &mut Problems) {
    for (key, value) in rule.as_object().into_iter().flatten() {
        let pointer = join(pointer, key);
        match value {
            Value::Array(rules) => rules.iter().enumerate().for_each(|(index, rule)| {
                operands(rule, &format!("{pointer}/{index}"), problems);
            }),
            Value::Object(_) => operands(value, &pointer, problems),
            Value::String(text) if text.starts_with("$.") && is_comparison(key) => slip(
                problems,
                pointer,
                format!("'{key}' compares with the text {text}, not with what is there"),
                format!("write `\"{key}Path\": \"{text}\"`"),
            ),
            _ => {}
        }
    }
}

fn is_comparison(key: &str) -> bool {
    OPERATORS.contains(&format!("{key}Path").as_str())
}

/// The parts that only a distributed Map has.
const DISTRIBUTED: &[&str] = &[
    "ItemReader",
    "ItemBatcher",
    "ResultWriter",
    "Label",
    "ToleratedFailureCount",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentage",
    "ToleratedFailurePercentagePath",
];

/// Notes those of a Map that is none.
fn inline(state: &Value, pointer: &str, problems: &mut Problems) {
    let processor = ["ItemProcessor", "Iterator"].iter().find_map(|key| state.get(key));
    let mode = processor.and_then(|it| it.get("ProcessorConfig")?.get("Mode")?.as_str());
    if mode == Some("DISTRIBUTED") {
        return;
    }
    for field in DISTRIBUTED {
        if state.get(field).is_some() {
            slip(
                problems,
                format!("{pointer}/{field}"),
                format!("'{field}' belongs to a distributed Map, and this one is INLINE"),
                "write `\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"}` into its `ItemProcessor`",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Severity, validate};
    use serde_json::{Value, json};

    /// The places and helps of the slips in a machine of this one state.
    fn slips(language: &str, state: Value) -> Vec<(String, String)> {
        let machine = json!({ "QueryLanguage": language, "StartAt": "S", "States": { "S": state, "E": { "Type": "Succeed" } } });
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let report = validate(&machine.to_string(), &options);
        let slips = report.diagnostics.into_iter().filter(|it| it.code == super::Code::Slip);
        slips.map(|it| (it.pointer, it.help.unwrap_or_default())).collect()
    }

    /// Asserts that a state has one slip at this place, with this help; none where the place is empty, but of a Choice its
    /// own.
    fn check(cases: &[(&str, Value, &str, &str)]) {
        for (language, state, pointer, help) in cases {
            let found = slips(language, state.clone());
            let is_choice = pointer.is_empty() && state["Type"] == "Choice";
            let expected = match *pointer {
                "" if is_choice => "/States/S".to_owned(),
                "" => {
                    assert_eq!(found, [], "{state}");
                    continue;
                }
                pointer => format!("/States/S/{pointer}"),
            };
            let [(place, said)] = &found[..] else { panic!("{state}: {found:?}") };
            assert!(*place == expected && said.contains(help), "{state}: {found:?}");
        }
    }

    #[test]
    fn slips_are_found_where_they_are() {
        let pass = |field: &str, value: Value| json!({ "Type": "Pass", field: value, "End": true });
        check(&[
            (
                "JSONPath",
                pass("Parameters", json!({ "n": "{% $states.input.n %}" })),
                "Parameters/n",
                "\"QueryLanguage\": \"JSONata\"",
            ),
            (
                "JSONata",
                pass("Output", json!({ "n.$": "$.b" })),
                "Output/n.$",
                "`\"n\": \"{% $states.input.b %}\"`",
            ),
            (
                "JSONata",
                pass("Output", json!({ "l": ["$.b"] })),
                "Output/l/0",
                "{% $states.input.b %}",
            ),
            (
                "JSONata",
                pass("Output", json!({ "id": "States.UUID()" })),
                "Output/id",
                "{% $uuid() %}",
            ),
            (
                "JSONata",
                pass("Output", json!({ "id.$": "$$.Execution.Id" })),
                "Output/id.$",
                "{% $states.context.Execution.Id %}",
            ),
            ("JSONata", pass("Output", json!("{% States.UUID() %}")), "Output", "write `$uuid()`"),
            (
                "JSONata",
                pass("Output", json!("{% $x & States.Format ('{}', $x) %}")),
                "Output",
                "write `'…' & $x`",
            ),
            ("JSONata", pass("Output", json!("{% $eval('1') %}")), "Output", "`$parse(…)`"),
            ("JSONata", pass("Output", json!("{% $x = 'States.Timeout' %}")), "", ""),
        ]);
    }

    #[test]
    fn slips_of_maps_and_choices_are_found_where_they_are() {
        let pass = |field: &str, value: Value| json!({ "Type": "Pass", field: value, "End": true });
        let inline = json!({ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } });
        check(&[
            (
                "JSONata",
                json!({ "Type": "Map", "ItemProcessor": inline, "ToleratedFailurePercentage": 5, "End": true }),
                "ToleratedFailurePercentage",
                "\"Mode\": \"DISTRIBUTED\"",
            ),
            (
                "JSONata",
                json!({ "Type": "Map", "ItemProcessor": inline, "Label": "L", "End": true }),
                "Label",
                "\"Mode\": \"DISTRIBUTED\"",
            ),
            ("JSONata", pass("Output", json!({ "n.$": 1 })), "", ""),
            ("JSONata", pass("Output", json!("Hello {% $x %}")), "Output", "{% 'Hello ' &"),
            (
                "JSONPath",
                json!({ "Type": "Choice", "Default": "E", "Choices": [{ "Not": { "Variable": "$.a", "StringEquals": "$.b" }, "Next": "E" }] }),
                "Choices/0/Not/StringEquals",
                "`\"StringEqualsPath\": \"$.b\"`",
            ),
            (
                "JSONata",
                json!({ "Type": "Choice", "Choices": [{ "Condition": true, "Next": "E" }] }),
                "",
                "",
            ),
            (
                "JSONata",
                json!({ "Type": "Map", "ItemProcessor": inline, "ItemBatcher": { "MaxItemsPerBatch": 2 }, "End": true }),
                "ItemBatcher",
                "\"Mode\": \"DISTRIBUTED\"",
            ),
        ]);
    }
}
