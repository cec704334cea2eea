//! The reference suite of JSONata 2.0.6, run through our wrapper.
//!
//! It stands beside the project: `../shared/reference/jsonata/suite-2.0.6.jsonl`, or below `WORKFLOW_SHARED`.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::time::SystemTime;

#[derive(Deserialize)]
struct Case {
    group: String,
    file: String,
    expr: String,
    bindings: Map<String, Value>,
    #[serde(default, deserialize_with = "present")]
    data: Option<Value>,
    expect: Expect,
    depth: Option<usize>,
    timelimit: Option<u64>,
    #[serde(default)]
    unordered: bool,
}

#[derive(Deserialize)]
struct Expect {
    k: String,
    #[serde(default)]
    v: Value,
    #[serde(default)]
    code: Value,
}

/// `null` is data, too.
fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

/// A file beside the project.
pub(super) fn shared(path: &str) -> Option<String> {
    let root = std::env::var_os("WORKFLOW_SHARED").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"),
        PathBuf::from,
    );
    std::fs::read_to_string(root.join(path)).ok()
}

/// The verdict on a case.
#[derive(Debug, PartialEq)]
enum Verdict {
    Right,
    Unreadable,
    WrongCode(String),
    NoError(String),
    UnexpectedError(String),
    WrongValue(String),
}

fn judge(case: &Case) -> Verdict {
    let expected_code = case.expect.code.as_str().unwrap_or_default();
    match (evaluate(case), &*case.expect.k) {
        (Ok(None), "undef") => Verdict::Right,
        (Ok(Some(value)), "val") if same(&value, &case.expect.v, case.unordered) => Verdict::Right,
        (Ok(value), "err") => Verdict::NoError(format!("{value:?}")),
        (Ok(value), _) => Verdict::WrongValue(format!("{value:?}, not {}", case.expect.v)),
        (Err((code, _)), "err") if code == expected_code => Verdict::Right,
        // The runner of the reference has bounds of its own.
        (Err((code, _)), "err") if code.is_empty() && expected_code == "U1001" => Verdict::Right,
        (Err((code, text)), "err") => {
            Verdict::WrongCode(format!("{code} {text}, not {expected_code}"))
        }
        (Err((code, text)), _) => Verdict::UnexpectedError(format!("{code} {text}")),
    }
}

fn evaluate(case: &Case) -> Result<Option<Value>, (String, String)> {
    let expression =
        Expression::parse_free(&case.expr).map_err(|error| (error.code, error.message))?;
    let mut scope = Scope::new();
    case.bindings.iter().for_each(|(name, value)| scope.bind(name, value));
    let limits = Limits {
        time: case.timelimit.unwrap_or(60_000),
        depth: case.depth.unwrap_or(500),
        memory: usize::MAX,
        output: usize::MAX,
        built: usize::MAX,
    };
    // `$toMillis` of a time without a date takes the date from the clock of the machine: one case compares.
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let mut entropy = Entropy::new(now.as_millis() as i64, 1);
    expression.evaluate_on(case.data.as_ref(), &scope, &mut entropy, limits).map_err(|error| {
        match error {
            EvaluationError::Threw { code, message, .. } => (code, message),
            EvaluationError::Unsupported => (String::new(), "unsupported".into()),
        }
    })
}

/// Equality of JSON in which 5 is 5.0, and in which order may not count.
pub(super) fn same(a: &Value, b: &Value, unordered: bool) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) if unordered => {
            a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| same(a, b, false)))
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, false))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b, false)))
        }
        (a, b) => a == b,
    }
}

#[test]
fn the_reference_suite() {
    let Some(text) = shared("reference/jsonata/suite-2.0.6.jsonl") else {
        println!(
            "SKIPPED: the reference suite is not at ../shared/reference (or below WORKFLOW_SHARED)"
        );
        return;
    };
    let (mut cases, mut evals) = (0, 0);
    let mut wrong = vec![];
    for line in text.lines() {
        cases += 1;
        // Two cases hold half a surrogate pair, which no Rust string can.
        let Ok(case) = serde_json::from_str::<Case>(line) else {
            wrong.push((line.chars().take(120).collect(), Verdict::Unreadable));
            continue;
        };
        // AWS has no `$eval`.
        if case.group == "function-eval" {
            evals += 1;
            continue;
        }
        let verdict = judge(&case);
        if verdict != Verdict::Right {
            wrong.push((format!("{}/{}: {}", case.group, case.file, case.expr), verdict));
        }
    }
    let right = cases - evals - wrong.len();
    println!("{right} of {cases} cases of the reference suite pass, {evals} are of `$eval`");
    wrong.iter().for_each(|(case, verdict)| println!("{case}\n    {verdict:?}"));
    assert!(cases > 1600, "the suite is not whole");
    assert!(wrong.len() < 3);
    assert!(!wrong.iter().any(|(_, verdict)| matches!(verdict, Verdict::WrongValue(_))));
}
