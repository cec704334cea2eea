//! Maps that call an API more often than an account may: nothing else bounds them.

use crate::call::{Call, State, is_distributed, states};
use crate::problem::{Problem, escaped};
use crate::settings::Settings;
use serde_json::Value;
use std::collections::BTreeMap;

/// The quotas that accounts begin with, in the smaller regions: the call, the number, and its unit (the pages "Quotas"
/// of the services; Batch: re:Post, "Too Many Requests").
const QUOTAS: &[(&str, u32, &str)] = &[
    ("athena:startQueryExecution", 20, "a second"),
    ("aws-sdk:sfn:startExecution", 150, "a second"),
    ("aws-sdk:ssm:getParameter", 40, "a second"),
    ("aws-sdk:ssm:getParameters", 40, "a second"),
    ("batch:submitJob", 50, "a second"),
    ("events:putEvents", 400, "a second"),
    ("lambda:invoke", 1000, "at once"),
    ("states:startExecution", 150, "a second"),
];

/// The items of a Map that run at once where nothing bounds them (Developer Guide, "Map state").
const INLINE: u64 = 40;
const DISTRIBUTED: u64 = 10_000;

/// A definition whose Maps have the `MaxConcurrency` of the settings.
pub(crate) fn bounded(definition: &Value, concurrency: &BTreeMap<String, u32>) -> Value {
    let mut definition = definition.clone();
    if !concurrency.is_empty() {
        maps(&mut definition, &mut |name, map| {
            if let (Some(most), Some(map)) = (concurrency.get(name), map.as_object_mut()) {
                map.remove("MaxConcurrencyPath");
                map.insert("MaxConcurrency".to_owned(), (*most).into());
            }
        });
    }
    definition
}

/// Maps that the settings bound, and that are not there; calls whose quota they give, and that have none here.
pub(crate) fn unknown(definition: &Value, settings: &Settings) -> Vec<Problem> {
    let is_map = |it: &State<'_>| it.json["Type"] == "Map";
    let names: Vec<&str> =
        states(definition).into_iter().filter(is_map).map(|it| it.name).collect();
    let absent = settings.concurrency.keys().filter(|name| !names.contains(&name.as_str()));
    let maps = absent.map(|name| {
        let message = format!("the definition has no Map {name:?}");
        Problem::setting(format!("/concurrency/{}", escaped(name)), message)
    });
    let calls = settings.quotas.keys().filter(|call| !QUOTAS.iter().any(|it| it.0 == **call));
    let known = || QUOTAS.iter().map(|it| it.0).collect::<Vec<_>>().join(", ");
    let calls = calls.map(|call| {
        let message = format!("quotas are known of {}, and not of {call:?}", known());
        Problem::setting(format!("/quotas/{}", escaped(call)), message)
    });
    maps.chain(calls).collect()
}

/// Calls a function with each Map of a scope, those within others as well.
fn maps(scope: &mut Value, each: &mut dyn FnMut(&str, &mut Value)) {
    let Some(states) = scope.get_mut("States").and_then(Value::as_object_mut) else { return };
    for (name, state) in states {
        if state["Type"] == "Map" {
            each(name, state);
        }
        for key in ["ItemProcessor", "Iterator"] {
            if let Some(scope) = state.get_mut(key) {
                maps(scope, each);
            }
        }
        let branches = state.get_mut("Branches").and_then(Value::as_array_mut);
        branches.into_iter().flatten().for_each(|scope| maps(scope, each));
    }
}

/// A note for each Map whose items may call an API more often at once than its quota has it.
pub(crate) fn notes(definition: &Value, quotas: &BTreeMap<String, u32>) -> Vec<String> {
    let mut notes = vec![];
    within(definition, &[], quotas, &mut notes);
    notes.dedup();
    notes
}

/// A Map around a state, and how many of its items run at once.
type Around<'a> = (&'a str, u64);

fn within<'a>(
    scope: &'a Value,
    around: &[Around<'a>],
    quotas: &BTreeMap<String, u32>,
    notes: &mut Vec<String>,
) {
    for (name, state) in scope["States"].as_object().into_iter().flatten() {
        notes.extend(exceeded(state, around, quotas));
        let mut inner = around.to_vec();
        if state["Type"] == "Map" {
            match most(state) {
                Some(most) => inner.push((name.as_str(), most)),
                // Data bounds it.
                None => inner.clear(),
            }
        }
        let scopes = ["ItemProcessor", "Iterator"].into_iter().filter_map(|key| state.get(key));
        let branches = state["Branches"].as_array().into_iter().flatten();
        scopes.chain(branches).for_each(|scope| within(scope, &inner, quotas, notes));
    }
}

/// The most items of a Map at once; `None` where an execution says it.
fn most(map: &Value) -> Option<u64> {
    if map.get("MaxConcurrencyPath").is_some() {
        return None;
    }
    let otherwise = if is_distributed(map) { DISTRIBUTED } else { INLINE };
    match map.get("MaxConcurrency") {
        None => Some(otherwise),
        Some(given) => Some(given.as_u64()?).map(|it| if it == 0 { otherwise } else { it }),
    }
}

/// A note, where a call within Maps has a quota that they exceed.
fn exceeded(
    state: &Value,
    around: &[Around<'_>],
    quotas: &BTreeMap<String, u32>,
) -> Option<String> {
    let (call, quota, unit) = quota(state)?;
    let quota = quotas.get(call).copied().unwrap_or(quota);
    let all = around.iter().fold(1_u64, |all, (_, most)| all.saturating_mul(*most));
    // The widest one is the one to bound; of equal ones, the inner.
    let (map, most) = around.iter().max_by_key(|(_, most)| *most)?;
    let others = all / most;
    (all > u64::from(quota)).then(|| {
        let fits = (u64::from(quota) / others.max(1)).max(1);
        format!("`{map}`: up to {all} calls of {call} run at once, and an account begins with {quota} {unit}: bound it by `MaxConcurrency`, or by `concurrency: {{ {map}: {fits} }}` in the settings; `quotas: {{ \"{call}\": N }}` where yours is larger")
    })
}

/// The quota of what a state calls. A function is called by its ARN, too.
fn quota(state: &Value) -> Option<(&'static str, u32, &'static str)> {
    let resource = state["Resource"].as_str().filter(|_| state["Type"] == "Task")?;
    let name = match Call::of(resource, state) {
        Some(call) => {
            let sdk = if call.sdk { "aws-sdk:" } else { "" };
            format!("{sdk}{}:{}", call.service, call.action)
        }
        None if resource.contains(":activity:") => return None,
        None => "lambda:invoke".to_owned(),
    };
    QUOTAS.iter().find(|it| it.0 == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn map(name: &str, more: Value, mode: &str, inner: Value) -> Value {
        let mut map = json!({ "Type": "Map", "ItemProcessor": {
            "ProcessorConfig": { "Mode": mode }, "States": inner } });
        for (key, value) in more.as_object().into_iter().flatten() {
            map[key] = value.clone();
        }
        json!({ name: map })
    }

    fn calls(resource: &str) -> Value {
        json!({ "Call": { "Type": "Task", "Resource": format!("arn:aws:states:::{resource}") } })
    }

    fn noted(states: Value) -> Vec<String> {
        let all = notes(&json!({ "States": states }), &BTreeMap::new());
        all.iter().map(|it| it.split(": bound").next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn maps_that_exceed_a_quota_are_noted() {
        let submit = || calls("batch:submitJob.sync");
        for (states, expected) in [
            (
                map("Each", json!({}), "DISTRIBUTED", submit()),
                Some(
                    "`Each`: up to 10000 calls of batch:submitJob run at once, and an account begins with 50 a second",
                ),
            ),
            (map("Each", json!({ "MaxConcurrency": 50 }), "DISTRIBUTED", submit()), None),
            (map("Each", json!({}), "INLINE", submit()), None),
            (map("Each", json!({ "MaxConcurrencyPath": "$.n" }), "DISTRIBUTED", submit()), None),
            (map("Each", json!({}), "DISTRIBUTED", calls("sqs:sendMessage")), None),
            (
                map(
                    "Outer",
                    json!({}),
                    "INLINE",
                    map("Inner", json!({ "MaxConcurrency": 2 }), "INLINE", submit()),
                ),
                Some(
                    "`Outer`: up to 80 calls of batch:submitJob run at once, and an account begins with 50 a second",
                ),
            ),
            (submit(), None),
            (
                map(
                    "Each",
                    json!({}),
                    "DISTRIBUTED",
                    json!({ "F": { "Type": "Task", "Resource": "${F}" } }),
                ),
                Some(
                    "`Each`: up to 10000 calls of lambda:invoke run at once, and an account begins with 1000 at once",
                ),
            ),
        ] {
            let expected: Vec<&str> = expected.into_iter().collect();
            assert_eq!(noted(states.clone()), expected, "{states}");
        }
    }

    #[test]
    fn an_option_says_another_quota_or_another_bound() {
        let states = map("Each", json!({}), "DISTRIBUTED", calls("batch:submitJob"));
        let definition = json!({ "States": states });
        let more = BTreeMap::from([("batch:submitJob".to_owned(), 10_000)]);
        assert_eq!(notes(&definition, &more), Vec::<String>::new());
        let told = notes(&definition, &BTreeMap::new());
        assert!(told[0].contains("`concurrency: { Each: 50 }`"), "{told:?}");
        let bound = bounded(&definition, &BTreeMap::from([("Each".to_owned(), 50)]));
        assert_eq!(bound["States"]["Each"]["MaxConcurrency"], 50);
        assert_eq!(notes(&bound, &BTreeMap::new()), Vec::<String>::new());
    }

    #[test]
    fn names_that_are_not_there_are_told() {
        let definition = json!({ "States": map("Each", json!({}), "INLINE", json!({})) });
        let settings = Settings {
            concurrency: BTreeMap::from([("Eech".to_owned(), 5)]),
            quotas: BTreeMap::from([("sqs:sendMessage".to_owned(), 5)]),
            ..Settings::default()
        };
        let told: Vec<String> =
            unknown(&definition, &settings).iter().map(ToString::to_string).collect();
        assert_eq!(told[0], "settings /concurrency/Eech: the definition has no Map \"Eech\"");
        assert!(
            told[1].starts_with("settings /quotas/sqs:sendMessage: quotas are known of athena"),
            "{told:?}"
        );
    }
}
