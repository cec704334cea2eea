//! The form of Step Functions Local: `MockConfigFile.json` (Developer Guide, "Configuration file for mocked service
//! integrations in Step Functions").

use super::error::{MocksError, Problems, object, only, within};
use super::script::{Answer, Script};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::time::Duration;

/// A test case: which response each state gets.
struct Case<'v> {
    machine: &'v str,
    name: &'v str,
    states: &'v Map<String, Value>,
}

pub(super) fn read(
    document: &Value,
    case: Option<&str>,
    machine: &str,
) -> Result<BTreeMap<String, Script>, Problems> {
    let mut problems = vec![];
    let Some(fields) = object(document, "", "an object", &mut problems) else {
        return Err(problems);
    };
    only(fields, &["StateMachines", "MockedResponses"], "", &mut problems);
    let responses = responses(section(fields, "MockedResponses", &mut problems), &mut problems);
    let cases = cases(section(fields, "StateMachines", &mut problems), &mut problems);
    let chosen = choose(&cases, case, machine).map_err(|error| problems.push(error)).ok();
    let scripts = chosen.map(|case| scripts(case, &responses, &mut problems));
    scripts.filter(|_| problems.is_empty()).ok_or(problems)
}

fn section<'v>(
    fields: &'v Map<String, Value>,
    name: &str,
    problems: &mut Problems,
) -> Option<&'v Map<String, Value>> {
    match fields.get(name) {
        Some(value) => object(value, &within("", name), "an object", problems),
        None => {
            problems.push(MocksError::new("", format!("expected the field `{name}`: an object")));
            None
        }
    }
}

/// The test cases of all machines.
fn cases<'v>(machines: Option<&'v Map<String, Value>>, problems: &mut Problems) -> Vec<Case<'v>> {
    let mut all = vec![];
    for (machine, value) in machines.into_iter().flatten() {
        let pointer = within("/StateMachines", machine);
        let expected = "a state machine: an object with `TestCases`";
        let Some(fields) = object(value, &pointer, expected, problems) else { continue };
        only(fields, &["TestCases"], &pointer, problems);
        let pointer = within(&pointer, "TestCases");
        let cases = fields.get("TestCases").unwrap_or(&Value::Null);
        for (name, states) in object(cases, &pointer, "an object", problems).into_iter().flatten() {
            let expected = "an object from names of states to names of responses";
            if let Some(states) = object(states, &within(&pointer, name), expected, problems) {
                all.push(Case { machine, name, states });
            }
        }
    }
    all
}

/// The test case that is meant: the one that is named, or the only one there is.
fn choose<'c, 'v>(
    cases: &'c [Case<'v>],
    asked: Option<&str>,
    machine: &str,
) -> Result<&'c Case<'v>, MocksError> {
    let (of, name) = match asked.map(|asked| asked.split_once('#').ok_or(asked)) {
        None => (None, None),
        Some(Ok((of, name))) => (Some(of), Some(name)),
        Some(Err(name)) => (None, Some(name)),
    };
    let fits = |case: &&Case<'_>| {
        of.is_none_or(|of| of == case.machine) && name.is_none_or(|name| name == case.name)
    };
    let fitting: Vec<_> = cases.iter().filter(fits).collect();
    let own: Vec<_> = fitting.iter().filter(|case| case.machine == machine).copied().collect();
    match (&fitting[..], &own[..]) {
        ([case], _) | (_, [case]) => Ok(case),
        (fitting, _) => {
            let shown = if fitting.is_empty() { cases.iter().collect() } else { fitting.to_vec() };
            let names = shown.iter().map(|case| format!("`#{}#{}`", case.machine, case.name));
            let names = names.take(20).collect::<Vec<_>>().join(", ");
            let names = if names.is_empty() { "none".to_owned() } else { names };
            Err(MocksError::new(
                "/StateMachines",
                match asked {
                    Some(asked) if fitting.is_empty() => {
                        format!("there is no test case `{asked}`; there are {names}")
                    }
                    _ => format!(
                        "say which test case is meant, behind the name of the file: {names}"
                    ),
                },
            ))
        }
    }
}

fn scripts(
    case: &Case<'_>,
    responses: &BTreeMap<&str, Script>,
    problems: &mut Problems,
) -> BTreeMap<String, Script> {
    let mut scripts = BTreeMap::new();
    let pointer = within("/StateMachines", case.machine);
    let pointer = within(&within(&pointer, "TestCases"), case.name);
    for (state, response) in case.states {
        let pointer = within(&pointer, state);
        match response.as_str().map(|name| (name, responses.get(name))) {
            Some((_, Some(script))) => drop(scripts.insert(state.clone(), script.clone())),
            Some((name, None)) => problems.push(MocksError::new(
                pointer,
                format!("there is no response `{name}`: expected a name of `/MockedResponses`"),
            )),
            None => {
                problems.push(MocksError::expected(&pointer, "the name of a response", response))
            }
        }
    }
    scripts
}

fn responses<'v>(
    section: Option<&'v Map<String, Value>>,
    problems: &mut Problems,
) -> BTreeMap<&'v str, Script> {
    let mut all = BTreeMap::new();
    for (name, value) in section.into_iter().flatten() {
        let pointer = within("/MockedResponses", name);
        let expected = r#"an object from calls ("0", "1-2") to responses"#;
        if let Some(fields) = object(value, &pointer, expected, problems) {
            all.insert(name.as_str(), script(fields, &pointer, problems));
        }
    }
    all
}

/// Responses in the order of their numbers, without a gap.
fn script(fields: &Map<String, Value>, pointer: &str, problems: &mut Problems) -> Script {
    let mut steps = vec![];
    for (calls, response) in fields {
        let pointer = within(pointer, calls);
        let outcome = outcome(response, &pointer, problems);
        match range(calls) {
            Some(range) => steps.extend(outcome.map(|outcome| (range, pointer, outcome))),
            None => {
                let message = r#"expected the number of a call from 0 on, or a range: "0", "1-2""#;
                problems.push(MocksError::new(pointer, message));
            }
        }
    }
    steps.sort_by_key(|((first, _), ..)| *first);
    let (mut next, mut answers) = (0, vec![]);
    for ((first, last), pointer, outcome) in steps {
        if first != next {
            let message = format!(
                "expected the call {next} here: numbers begin with 0, without gaps or overlaps"
            );
            problems.push(MocksError::new(pointer, message));
        }
        next = last.saturating_add(1);
        let times = Some(u64::from(last - first) + 1);
        answers.push(Answer { outcome, after: Duration::ZERO, times });
    }
    Script(answers)
}

/// `3` or `1-2`.
fn range(text: &str) -> Option<(u32, u32)> {
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten()
    };
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (number(first)?, number(last)?);
    (first <= last).then_some((first, last))
}

fn outcome(
    value: &Value,
    pointer: &str,
    problems: &mut Problems,
) -> Option<Result<Value, (String, String)>> {
    let expected = "a response: an object with `Return` or `Throw`";
    let fields = object(value, pointer, expected, problems)?;
    only(fields, &["Return", "Throw"], pointer, problems);
    match (fields.get("Return"), fields.get("Throw")) {
        (Some(value), None) => Some(Ok(value.clone())),
        (None, Some(thrown)) => {
            let pointer = within(pointer, "Throw");
            let expected = "an object with the strings `Error` and `Cause`";
            let fields = object(thrown, &pointer, expected, problems)?;
            only(fields, &["Error", "Cause"], &pointer, problems);
            let mut text = |name: &str| match fields.get(name) {
                Some(Value::String(text)) => Some(text.clone()),
                other => {
                    let message = format!("expected the field `{name}`: a string");
                    let at = if other.is_some() { within(&pointer, name) } else { pointer.clone() };
                    problems.push(MocksError::new(at, message));
                    None
                }
            };
            let (error, cause) = (text("Error"), text("Cause"));
            Some(Err((error?, cause?)))
        }
        (both, _) => {
            let found = if both.is_some() { "both" } else { "neither" };
            let message = format!("expected one of `Return` and `Throw`, found {found}");
            problems.push(MocksError::new(pointer, message));
            None
        }
    }
}
