//! Expressions with what jsonata 2.0.6 answers: a value, nothing, or an error in its words.
//!
//! They stand beside the project: `../shared/reference/jsonata/expressions.jsonl`, or below `WORKFLOW_SHARED`.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::suite::{same, shared};
use super::*;
use serde_json::Value;

/// The result of an expression, as the file has it.
#[derive(Debug, PartialEq)]
enum Answer {
    Value(Value),
    Undefined,
    Error(String),
}

fn answer(text: &str, input: &Value) -> Answer {
    let expression = match Expression::parse_free(text) {
        Ok(expression) => expression,
        Err(error) => return Answer::Error(format!("{}: {}", error.code, error.message)),
    };
    let mut scope = Scope::new();
    scope.bind_states(States::Input, input);
    match expression.evaluate(&scope, &mut Entropy::new(1_709_618_828_009, 1)) {
        Ok(Some(value)) => Answer::Value(value),
        Ok(None) => Answer::Undefined,
        Err(EvaluationError::Threw { code, message, .. }) => {
            Answer::Error(format!("{code}: {message}"))
        }
        Err(EvaluationError::Unsupported) => Answer::Error("unsupported".into()),
    }
}

#[test]
fn the_answers_of_the_reference() {
    let Some(text) = shared("reference/jsonata/expressions.jsonl") else {
        println!("SKIPPED: the answers are not at ../shared/reference (or below WORKFLOW_SHARED)");
        return;
    };
    let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let input = lines.next().unwrap()["input"].clone();
    let (mut all, mut wrong, mut errors, mut other_words) = (0_usize, vec![], 0_u32, vec![]);
    for case in lines {
        all += 1;
        let expression = case["expr"].as_str().unwrap();
        let expected = match (case.get("value"), case.get("error")) {
            (Some(value), _) => Answer::Value(value.clone()),
            (_, Some(error)) => Answer::Error(error.as_str().unwrap_or_default().to_owned()),
            _ => Answer::Undefined,
        };
        let got = answer(expression, &input);
        let code = |text: &str| text.split(':').next().unwrap_or_default().to_owned();
        let (right, words) = match (&got, &expected) {
            (Answer::Value(got), Answer::Value(expected)) => (same(got, expected, false), true),
            (Answer::Error(got), Answer::Error(expected)) => {
                errors += 1;
                (code(got) == code(expected), got == expected)
            }
            (got, expected) => (got == expected, true),
        };
        if !right {
            wrong.push(format!("{expression}\n    {got:?}, not {expected:?}"));
        } else if !words {
            other_words.push(format!("{expression}\n    {got:?}, not {expected:?}"));
        }
    }
    println!(
        "{} of {all} are right, {} of {errors} errors in other words",
        all - wrong.len(),
        other_words.len()
    );
    wrong.iter().chain(&other_words).for_each(|line| println!("{line}"));
    assert!((wrong.len() as f64) < (all as f64) * 0.003);
    assert!((other_words.len() as f64) < f64::from(errors) * 0.02);
}

/// A file of answers to other expressions, on data: made by a run of the reference, and named by `WORKFLOW_ANSWERS`.
#[test]
fn the_answers_of_a_file() {
    let Some(text) =
        std::env::var_os("WORKFLOW_ANSWERS").and_then(|path| std::fs::read_to_string(path).ok())
    else {
        println!("SKIPPED: WORKFLOW_ANSWERS names no file");
        return;
    };
    let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let data = lines.next().unwrap()["data"].clone();
    let (mut all, mut wrong) = (0, vec![]);
    for case in lines {
        let expected = case["error"].as_str();
        if case.get("function").is_some() || expected.is_some_and(|error| error.starts_with("raw "))
        {
            continue;
        }
        all += 1;
        let text = case["expr"].as_str().unwrap();
        let limits = Limits { depth: 200, ..Limits::default() };
        let got = Expression::parse_free(text)
            .map_err(|error| format!("{}: {}", error.code, error.message));
        let got = got.and_then(|expression| {
            let got =
                expression.evaluate_on(Some(&data), &Scope::new(), &mut Entropy::default(), limits);
            got.map_err(|error| match error {
                EvaluationError::Threw { code, message, .. } => format!("{code}: {message}"),
                EvaluationError::Unsupported => "unsupported".into(),
            })
        });
        let right = match (&got, expected, case.get("value")) {
            (Err(got), Some(expected), _) => got == expected,
            (Ok(Some(got)), None, Some(value)) => same(got, value, false),
            (Ok(None), None, None) => true,
            _ => false,
        };
        if !right {
            wrong.push(format!("{text}\n    {got:?}\n    {case}"));
        }
    }
    println!("{} of {all} are right", all - wrong.len());
    wrong.iter().for_each(|line| println!("{line}"));
    assert!(wrong.is_empty());
}
