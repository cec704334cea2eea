//! Choice rules: `Not`, `And` and `Or` are what they are in logic.

use super::{CONTEXT, INPUT, kind};
use serde_json::{Map, Value, json};
use workflow_asl::jsonpath::{ChoiceRule, Scope, Timestamp};

pub fn run(bytes: &[u8]) -> u64 {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return 0 };
    let rule = match ChoiceRule::parse(&value) {
        Ok(rule) => rule,
        Err(problems) => {
            let texts: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
            assert!(!texts.is_empty(), "refused without a word");
            return kind(&texts);
        }
    };
    let variables = Map::from_iter([("v".to_owned(), INPUT.clone())]);
    let scope = Scope::new(&INPUT).context(&CONTEXT).variables(&variables);
    let holds = rule.eval(&scope);
    let around = |around: Value| {
        let rule = ChoiceRule::parse(&around).ok()?;
        Some(rule.eval(&scope).ok())
    };
    let plain = holds.as_ref().ok().copied();
    // `None` where it is nested too deep already.
    for (same, what) in
        [(json!({ "And": [value, value] }), "And"), (json!({ "Or": [value, value] }), "Or")]
    {
        assert!(around(same).is_none_or(|found| found == plain), "{what} of the rule twice");
    }
    let not = around(json!({ "Not": value }));
    assert!(not.is_none_or(|found| found == plain.map(|holds| !holds)), "Not");
    if let Some(text) = value.get("Variable").and_then(Value::as_str) {
        let _ = Timestamp::parse(text);
    }
    match holds {
        Ok(holds) => kind(&[&format!("{rule:?}"), if holds { "holds" } else { "" }]),
        Err(failure) => kind(&["fails", failure.reason.text()]),
    }
}
