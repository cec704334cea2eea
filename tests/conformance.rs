//! Executions recorded from AWS, run again from their documents: every event must be the same. And tests of one
//! state, and what was logged.
//!
//! They stand beside the project: `../shared/conformance/cases`, or where `WORKFLOW_CONFORMANCE` says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workflow_conformance::{
    Case, HistoryDifference, KNOWN, MEASURED, bounded, compare_outcome, compare_served,
    compare_tested, compare_validated, facts, folder, judged, read, replay, replay_recorded, say,
    served, tested, validated,
};

fn cases() -> Option<Vec<Case>> {
    let folder = folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    let cases = read(&folder).unwrap();
    if cases.is_none() {
        let folder = folder.display();
        say(&format!("SKIPPED: the recorded cases are not at {folder} (or WORKFLOW_CONFORMANCE)"));
    }
    cases
}

/// Compares all cases of a kind; `bar` is how many of a hundred must be as they were recorded.
fn judge(kind: &str, bar: f64, compare: impl Fn(&Case) -> Vec<HistoryDifference>) {
    judge_some(kind, bar, |_| true, compare);
}

/// The same, of the cases that are supported; how many are not is said.
fn judge_some(
    kind: &str,
    bar: f64,
    supported: impl Fn(&Case) -> bool,
    compare: impl Fn(&Case) -> Vec<HistoryDifference>,
) {
    let Some(cases) = cases() else { return };
    let mut left_out = 0;
    let (mut all, mut same, mut groups) = (0, 0, BTreeMap::<String, (u32, u32)>::new());
    let (mut unknown, mut mended) = (vec![], vec![]);
    let replayable = |case: &&Case| case.kind == kind && case.replayable != Some(false);
    for case in cases.iter().filter(replayable) {
        if !supported(case) {
            left_out += 1;
            continue;
        }
        let found = compare(case);
        let group = case.more["group"].as_str().unwrap_or_default().to_owned();
        let count = groups.entry(group).or_default();
        (all, count.1) = (all + 1, count.1 + 1);
        if found.is_empty() {
            (same, count.0) = (same + 1, count.0 + 1);
        }
        let name = case.name();
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        match (found.first(), known) {
            (None, None) => {}
            (None, Some(_)) => mended.push(name),
            (Some(first), Some((_, why))) => println!("known: {name}: {why}\n  {first}"),
            (Some(first), None) => unknown.push(format!("{name}\n  {first}")),
        }
    }
    unknown.iter().for_each(|difference| println!("differs: {difference}"));
    groups.iter().for_each(|(group, (same, all))| println!("conformance: {group} {same}/{all}"));
    let left_out =
        if left_out > 0 { format!(" ({left_out} not supported)") } else { String::new() };
    say(&format!("conformance: {kind} {same}/{all}{left_out}"));
    assert!(f64::from(same) >= bar / 100.0 * f64::from(all), "below {bar} %");
    // Of a collection that is not known here, only the bar can be held.
    if std::env::var_os("WORKFLOW_CONFORMANCE").is_some() {
        return unknown.iter().for_each(|difference| say(&format!("differs: {difference}")));
    }
    assert!(unknown.is_empty(), "{} cases differ that are not in the list", unknown.len());
    assert!(mended.is_empty(), "these are in the list, but do not differ: {mended:?}");
}

#[test]
fn recorded_executions_come_out_the_same() {
    judge("execution", 98.3, |case| compare_outcome(case, &replay(case)));
}

/// The answers of each task are taken out of the history, as they are of one that the AWS CLI has printed.
#[test]
fn histories_are_replayed_by_the_answers_in_them() {
    let Some(cases) = cases() else { return };
    let (mut same, mut known, mut refused, mut wrong) = (0_u32, 0, 0, vec![]);
    // Without numbers of events nobody knows what follows from what.
    let told = |case: &&Case| {
        let events = case.expected.events.as_deref().unwrap_or_default();
        case.is_replayable() && !events.is_empty() && events.iter().all(|it| it["id"].is_u64())
    };
    for case in cases.iter().filter(told) {
        let name = case.name();
        let replayed = replay_recorded(case);
        let found = match &replayed {
            Err(why) if why.contains("is a distributed Map") => {
                refused += 1;
                continue;
            }
            Err(why) => Some(why.clone()),
            Ok(outcome) => compare_outcome(case, outcome).first().map(ToString::to_string),
        };
        match found {
            None => same += 1,
            Some(_) if KNOWN.iter().any(|(known, _)| *known == name) => known += 1,
            Some(why) => wrong.push(format!("{name}\n  {why}")),
        }
    }
    wrong.iter().for_each(|it| println!("differs: {it}"));
    say(&format!(
        "replayed: {same} histories the same, {known} known to differ, {} others; {refused} with distributed Maps refused",
        wrong.len()
    ));
    // Of a collection that is not known here, only the bar can be held.
    let bar = if std::env::var_os("WORKFLOW_CONFORMANCE").is_some() { same / 50 } else { 0 };
    assert!(wrong.len() <= usize::try_from(bar).unwrap());
}

#[test]
fn recorded_logs_come_out_the_same() {
    judge("execution_log", 100.0, |case| compare_outcome(case, &replay(case)));
}

#[test]
fn recorded_tests_of_one_state_come_out_the_same() {
    judge("test_state", 99.2, |case| {
        let owned = case.clone();
        compare_tested(case, &bounded(move || tested(&owned)).unwrap())
    });
}

#[test]
fn recorded_validations_come_out_the_same() {
    judge("validation", 100.0, |case| compare_validated(case, &validated(case)));
}

#[test]
fn recorded_calls_of_the_api_are_answered_the_same() {
    // Of some the results of tasks stand nowhere: such steps say so, and their cases are not judged.
    let supported = |case: &Case| {
        let owned = case.clone();
        let served = bounded(move || served(&owned)).unwrap();
        !served.to_string().contains("Replay.NotSupported")
    };
    judge_some("api", 96.0, supported, |case| {
        let owned = case.clone();
        compare_served(case, &bounded(move || served(&owned)).unwrap())
    });
}

const FACTS: &str = "measured.jsonl";

/// The file of the measured facts.
fn collection() -> PathBuf {
    let folder = folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    if folder.ends_with("cases") { folder.with_file_name(FACTS) } else { folder.join(FACTS) }
}

/// Compares the measured facts of a kind; `bar` is how many of a hundred must be right.
fn measure(kind: &str, bar: f64) {
    let file = collection();
    let Some((facts, unread)) = facts(&file) else {
        return say(&format!("SKIPPED: the measured facts are not at {}", file.display()));
    };
    let (mut all, mut right) = (0, 0);
    let (mut unknown, mut mended) = (vec![], vec![]);
    for fact in facts.iter().filter(|fact| fact["kind"] == kind) {
        all += 1;
        let id = fact["id"].as_str().unwrap_or_default();
        let known = MEASURED.iter().find(|(known, _)| *known == id);
        match (judged(fact), known) {
            (Ok(()), None) => right += 1,
            (Ok(()), Some(_)) => {
                right += 1;
                mended.push(id);
            }
            (Err(difference), Some((_, why))) => println!("known: {id}: {why}\n  {difference}"),
            (Err(difference), None) => unknown.push(format!("{id}: {difference}")),
        }
    }
    unknown.iter().for_each(|difference| println!("differs: {difference}"));
    say(&format!("measured: {kind} {right}/{all} ({unread} of all kinds cannot be read)"));
    assert!(f64::from(right) >= bar / 100.0 * f64::from(all), "below {bar} %");
    // Of a collection that is not known here, only the bar can be held.
    if std::env::var_os("WORKFLOW_CONFORMANCE").is_some() {
        return;
    }
    assert!(unknown.is_empty(), "{} facts differ that are not in the list", unknown.len());
    assert!(mended.is_empty(), "these are in the list, but do not differ: {mended:?}");
}

#[test]
fn every_known_difference_is_a_fact() {
    if std::env::var_os("WORKFLOW_CONFORMANCE").is_some() {
        return;
    }
    let Some((facts, _)) = facts(&collection()) else { return };
    let is = |id: &str| facts.iter().any(|fact| fact["id"] == id);
    let gone: Vec<_> = MEASURED.iter().filter(|(id, _)| !is(id)).collect();
    assert!(gone.is_empty(), "these are in the list, but in no collection: {gone:?}");
}

#[test]
fn measured_validations_come_out_the_same() {
    measure("validation", 100.0);
}

#[test]
fn measured_executions_come_out_the_same() {
    measure("execution", 93.5);
}

#[test]
fn measured_expressions_come_out_the_same() {
    measure("expression", 99.2);
}
