//! Random documents: also such as AWS refuses.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A document with at most so many states a scope, and scopes in scopes to this depth.
pub fn machine(most: usize, depth: u32) -> BoxedStrategy<Value> {
    let states = proptest::collection::vec((plan(), name()), 1..=most);
    let leaf = (states, any::<prop::sample::Index>()).prop_map(|(plans, start)| {
        scope(plans.into_iter().map(|(plan, name)| (plan, name, vec![])).collect(), start)
    });
    if depth == 0 {
        return leaf.boxed();
    }
    let inner = proptest::collection::vec(machine(most / 2, depth - 1), 0..4);
    let inner = prop_oneof![3 => Just(vec![]), 1 => inner];
    let states = proptest::collection::vec((plan(), name(), inner), 1..=most);
    (states, any::<prop::sample::Index>()).prop_map(|(plans, start)| scope(plans, start)).boxed()
}

/// A state before it has names: its targets are numbers.
#[derive(Clone, Debug)]
pub struct Plan {
    kind: u8,
    next: Option<usize>,
    rules: Vec<(usize, String)>,
    catch: Vec<(usize, String)>,
    retries: bool,
}

fn plan() -> impl Strategy<Value = Plan> {
    let ways = || proptest::collection::vec((0_usize..60, name()), 0..4);
    let next = prop_oneof![1 => Just(None), 4 => (0_usize..4).prop_map(Some), 1 => (0_usize..60).prop_map(Some)];
    (0_u8..9, next, ways(), ways(), any::<bool>())
        .prop_map(|(kind, next, rules, catch, retries)| Plan { kind, next, rules, catch, retries })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[A-Z][a-z]{1,12}( [a-z]{1,8}){0,3}",
        2 => "[A-Za-z]{0,90}",
        1 => "\\PC{0,40}",
        1 => any::<String>(),
        1 => Just("<b>&\"'漢字 \u{202e}".to_owned()),
    ]
}

fn scope(plans: Vec<(Plan, String, Vec<Value>)>, start: prop::sample::Index) -> Value {
    let names: Vec<String> =
        plans.iter().enumerate().map(|(index, (_, name, _))| format!("{name}{index}")).collect();
    let mut states = Map::new();
    for (index, (plan, _, inner)) in plans.into_iter().enumerate() {
        states.insert(names[index].clone(), state(&plan, index, &names, inner));
    }
    json!({"StartAt": names[start.index(names.len())], "States": states})
}

fn state(plan: &Plan, index: usize, names: &[String], inner: Vec<Value>) -> Value {
    let at = |number: usize| &names[number % names.len()];
    let kinds = ["Task", "Choice", "Pass", "Wait", "Parallel", "Map", "Succeed", "Fail", "Hop"];
    let mut state = json!({"Type": kinds[usize::from(plan.kind)], "Resource": "arn:aws:states:::lambda:invoke"});
    // Small steps lead on, mostly; others anywhere.
    match plan.next {
        // A Choice has none.
        _ if plan.kind == 1 => {}
        Some(step) => state["Next"] = json!(at(if step < 4 { index + step } else { step })),
        None => state["End"] = json!(true),
    }
    if plan.kind == 1 {
        let rules = plan.rules.iter();
        let rules: Vec<_> =
            rules.map(|(to, text)| json!({"Condition": text, "Next": at(*to)})).collect();
        state["Choices"] = json!(rules);
        state["Default"] = json!(at(index + 1));
    }
    let catch = plan.catch.iter();
    let catch: Vec<_> =
        catch.map(|(to, text)| json!({"ErrorEquals": [text, "E"], "Next": at(*to)})).collect();
    state["Catch"] = json!(catch);
    if plan.retries {
        state["Retry"] = json!([{}]);
    }
    match inner.as_slice() {
        [] => {}
        [only] => state["ItemProcessor"] = only.clone(),
        several => state["Branches"] = json!(several),
    }
    state
}
