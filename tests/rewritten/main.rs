//! Definitions that people published, written again in Rust: with the same answers they make the same calls and come to
//! the same end, for no more billed transitions.
//!
//! The originals are third-party text and stand beside the project, in `../shared/definitions/aws-samples.jsonl`, or in
//! the file that `WORKFLOW_DEFINITIONS` names. What differs, and what cannot be expressed: `docs/rewritten.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod answers;
mod compare;
mod definitions;
mod original;
mod run;

use workflow_conformance::say;

#[tokio::test]
async fn definitions_rewritten_in_rust() {
    let Some(originals) = original::read() else { return };
    let all = definitions::all();
    let (mut good, mut wrong) = (0, vec![]);
    println!("{:<70} {:>6} {:>8}  rewritten", "case", "states", "original");
    for rewritten in &all {
        let found = compare::compare(rewritten, &originals).await;
        found.lines.iter().for_each(|line| println!("{line}"));
        good += usize::from(found.wrong.is_empty());
        wrong.extend(found.wrong);
    }
    say(&format!("rewritten: {good}/{}", all.len()));
    assert!(all.len() >= 10 && wrong.is_empty(), "{}", wrong.join("\n"));
}
