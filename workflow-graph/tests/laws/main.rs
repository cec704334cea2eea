//! Laws of layouts, on random machines and on definitions that people published.
//!
//! The latter stand beside the project, in `../shared/definitions/aws-samples.jsonl`, or in the file that
//! `WORKFLOW_DEFINITIONS` names: `source` and `definition`, one a line.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod check;
mod families;
mod machines;
mod markup;

use proptest::prelude::*;
use serde_json::Value;
use std::path::PathBuf;
use workflow_graph::{Graph, Layout, Style, dot, mermaid, svg};

/// Lays a document out, and checks it and all drawings of it.
fn drawn(document: &Value) -> Result<(), String> {
    let graph = Graph::read(document);
    let layout = Layout::of(&graph);
    check::laws(&graph, &layout)?;
    if Layout::of(&graph) != layout {
        return Err("twice the same graph, and two layouts".to_owned());
    }
    let drawing = svg(&layout, &Style::default());
    let tags = markup::tags(&drawing)?;
    for (tag, count) in [("state", layout.states.len()), ("transition", layout.lines.len())] {
        let found = tags.iter().filter(|it| it.starts_with(&format!("g class=\"{tag}"))).count();
        let found = if tag == "transition" { found - 1 } else { found };
        if found != count {
            return Err(format!("{found} of {count} {tag}s are in the SVG"));
        }
    }
    let lines = mermaid(&graph).lines().count() + dot(&graph).lines().count();
    if lines < 2 * graph.len() {
        return Err("a state is in no line".to_owned());
    }
    Ok(())
}

/// `LAYOUTS=10000 cargo test --release --test laws` draws so many random machines.
fn cases() -> u32 {
    std::env::var("LAYOUTS").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn random_machines(document in machines::machine(8, 2)) {
        let found = drawn(&document);
        prop_assert!(found.is_ok(), "{}\n{document:#}", found.unwrap_err());
    }

    #[test]
    fn random_machines_of_one_scope(document in machines::machine(40, 0)) {
        let found = drawn(&document);
        prop_assert!(found.is_ok(), "{}\n{document:#}", found.unwrap_err());
    }
}

#[test]
fn published_definitions() {
    let file = std::env::var_os("WORKFLOW_DEFINITIONS").map_or_else(
        || {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("../../shared/definitions/aws-samples.jsonl")
        },
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!(
            "SKIPPED: there are no definitions (../shared/definitions, or WORKFLOW_DEFINITIONS)"
        );
        return;
    };
    let mut count = 0;
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        drawn(&line["definition"]).unwrap_or_else(|error| panic!("{}: {error}", line["source"]));
        count += 1;
    }
    println!("drawn {count}");
    assert!(count > 0);
}

#[test]
fn documents_that_are_none() {
    for document in [
        "null",
        "3",
        "{}",
        r#"{"States": {}}"#,
        r#"{"States": []}"#,
        r#"{"States": {"": {"Type": "Map", "Iterator": 1}}}"#,
    ] {
        drawn(&serde_json::from_str(document).unwrap()).unwrap();
    }
}

#[test]
fn lines_pass_beside_the_ranks_where_they_are_many() {
    for (name, family) in families::ALL {
        drawn(&family(400)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// Ten times the states take less than `10^1.5` times the steps.
#[test]
fn work_grows_hardly_faster_than_machines() {
    for (name, family) in families::ALL {
        let graph = Graph::read(&family(200));
        let begin = std::time::Instant::now();
        let layout = Layout::of(&graph);
        println!("{name}: 200 states laid out in {:?}", begin.elapsed());
        assert_eq!(
            layout.states.len() + layout.clusters.iter().filter(|it| it.branch.is_none()).count(),
            graph.len()
        );
        let work = |count| Layout::of(&Graph::read(&family(count))).work;
        let (small, large) = (work(300), work(3_000));
        println!("{name}: {small} steps for 200 states, {large} for 2000");
        assert!(large * 10 <= small * 316, "{name}: {small} and {large} steps");
    }
}

/// A scope in a scope, deeper than any text: it neither overflows the stack nor is left out up to the limit.
#[test]
fn deep_scopes() {
    let mut document = serde_json::json!({"States": {"last": {"Type": "Pass", "End": true}}});
    for level in 0..200 {
        document = serde_json::json!({"StartAt": "m", "States": {"m": {"Type": "Map", "Comment": level, "ItemProcessor": document}}});
    }
    drawn(&document).unwrap();
    assert_eq!(Graph::read(&document).len(), 100);
}
