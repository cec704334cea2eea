//! Executions recorded from AWS, run again from their documents: every event must be the same.
//!
//! They stand beside the project: `../shared/conformance/cases`, or where `WORKFLOW_CONFORMANCE` says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;
use workflow_conformance::{Case, KNOWN, compare_outcome, folder, read, replay};

/// How many of a hundred must be as they were recorded.
const BAR: f64 = 98.0;

fn cases() -> Option<Vec<Case>> {
    let folder = folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    let cases = read(&folder).unwrap();
    if cases.is_none() {
        println!(
            "SKIPPED: the recorded cases are not at {} (or WORKFLOW_CONFORMANCE)",
            folder.display()
        );
    }
    cases
}

#[test]
fn recorded_executions_come_out_the_same() {
    let Some(cases) = cases() else { return };
    let (mut all, mut same, mut groups) = (0, 0, BTreeMap::<String, (u32, u32)>::new());
    let (mut unknown, mut mended) = (vec![], vec![]);
    for case in cases.iter().filter(|case| case.is_replayable()) {
        let found = compare_outcome(case, &replay(case));
        let group = case.more["group"].as_str().unwrap_or_default().to_owned();
        let count = groups.entry(group).or_default();
        (all, count.1) = (all + 1, count.1 + 1);
        let known = KNOWN.iter().find(|(name, _)| *name == case.name());
        match (found.first(), known) {
            (None, None) => {}
            (None, Some(_)) => mended.push(case.name()),
            (Some(first), Some((_, why))) => println!("known: {}: {why}\n  {first}", case.name()),
            (Some(first), None) => unknown.push(format!("{}\n  {first}", case.name())),
        }
        if found.is_empty() {
            (same, count.0) = (same + 1, count.0 + 1);
        }
    }
    unknown.iter().for_each(|difference| println!("differs: {difference}"));
    groups.iter().for_each(|(group, (same, all))| println!("conformance: {group} {same}/{all}"));
    println!("conformance: execution {same}/{all}");
    assert!(f64::from(same) >= BAR / 100.0 * f64::from(all), "below {BAR} %");
    assert!(unknown.is_empty(), "{} cases differ that are not in the list", unknown.len());
    assert!(mended.is_empty(), "these are in the list, but do not differ: {mended:?}");
}
