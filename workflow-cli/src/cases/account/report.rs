//! The report: lines for a terminal, and Markdown to keep.

use super::{Broken, Ran, Verified};
use crate::report::time;
use crate::terminal::{Terminal, Tone, WIDTH, cut};
use serde_json::{Value, json};
use std::fmt::Write as _;
use workflow_replay::Replayed;
use workflow_runtime::Engine;

/// The most differences of a history that are shown.
const MOST: usize = 5;

/// Shows all of it.
pub(super) fn show(verified: &Verified) {
    let terminal = Terminal::stdout();
    terminal.title(&title(verified));
    for ran in &verified.ran {
        let (tone, word) = match ran.is_good() {
            true => (Tone::Good, "ok"),
            false => (Tone::Bad, "FAILED"),
        };
        let name = terminal.paint(Tone::Plain, &cut(&ran.name, WIDTH - 40));
        let figures = terminal.paint(Tone::Dim, &format!("({})", figures(ran)));
        terminal.print(&format!("case {name} ... {} {figures}", terminal.paint(tone, word)));
    }
    for ran in verified.ran.iter().filter(|ran| !ran.is_good()) {
        terminal.title(&cut(&format!("---- {} ----", ran.name), WIDTH));
        problems(ran).iter().for_each(|line| terminal.print(line));
    }
    let (tone, word) = if verified.is_good() { (Tone::Good, "ok") } else { (Tone::Bad, "FAILED") };
    terminal.print(&format!("\nverify result: {}. {}", terminal.paint(tone, word), sums(verified)));
    for line in ends(verified) {
        let tone = if verified.left.is_empty() { Tone::Dim } else { Tone::Bad };
        terminal.print(&terminal.paint(tone, &line));
    }
}

/// The same as JSON.
pub(super) fn json(verified: &Verified) -> Value {
    let Verified { cases, subject, region, machine, left, made, .. } = verified;
    let one = |ran: &Ran| {
        json!({
            "name": ran.name, "executionArn": ran.arn, "status": ran.status, "events": ran.events,
            "seconds": ran.milliseconds as f64 / 1000.0, "same": ran.is_good(),
            "problems": if ran.is_good() { vec![] } else { problems(ran) },
        })
    };
    let broken = verified.broken.as_ref().map(|broken| match broken {
        Broken::Failed(why) => why.clone(),
        Broken::Signal(name, _) => format!("{name} came"),
    });
    json!({
        "file": cases, "subject": subject, "region": region, "stateMachineArn": machine,
        "same": verified.is_good(), "cases": verified.ran.iter().map(one).collect::<Vec<_>>(),
        "broken": broken, "made": !made.is_empty(), "notDeleted": left,
    })
}

/// The same in Markdown.
pub(super) fn markdown(verified: &Verified) -> String {
    let mut text = format!("# {}\n\n", title(verified));
    let word = if verified.is_good() { "ok" } else { "FAILED" };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "- result: **{word}**, {}", sums(verified));
    let _ = writeln!(text, "- program: workflow {}", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "- at: {}", format_args!("{:.0}", Engine::builder().build().now()));
    ends(verified).iter().for_each(|line| {
        let _ = writeln!(text, "- {line}");
    });
    let _ = write!(
        text,
        "\n| case | there | events | time | history and end |\n|---|---|--:|--:|---|\n"
    );
    for ran in &verified.ran {
        let same = if ran.is_good() { "the same here" } else { "**different**" };
        let (name, took) = (ran.name.replace('|', "\\|"), time(ran.milliseconds as f64 / 1000.0));
        let _ = writeln!(text, "| {name} | {} | {} | {took} | {same} |", ran.status, ran.events);
    }
    for ran in verified.ran.iter().filter(|ran| !ran.is_good()) {
        let _ = write!(text, "\n## {}\n\n```\n{}\n```\n", ran.name, problems(ran).join("\n"));
    }
    text.trim_end().to_owned()
}

fn title(verified: &Verified) -> String {
    let Verified { cases, subject, region, .. } = verified;
    format!("cases of {cases} on {subject}, in {region}")
}

fn figures(ran: &Ran) -> String {
    let took = time(ran.milliseconds as f64 / 1000.0);
    format!("{}, {} events in {took}", ran.status, ran.events)
}

fn sums(verified: &Verified) -> String {
    let same = verified.ran.iter().filter(|ran| ran.is_good()).count();
    format!("{same} the same here as there; {} not", verified.ran.len() - same)
}

/// Says how it ended, and what is left on the account.
fn ends(verified: &Verified) -> Vec<String> {
    let why = verified.broken.iter().map(|broken| match broken {
        Broken::Failed(why) => format!("not all cases ran: {why}"),
        Broken::Signal(name, _) => format!("not all cases ran: {name} came"),
    });
    let mut lines: Vec<String> = why.collect();
    if verified.left.is_empty() {
        lines.push(match verified.made.is_empty() {
            false => format!("deleted: {}", verified.made.join(", ")),
            true => format!("nothing was made; ran: {}", verified.machine),
        });
    }
    lines.extend(verified.left.iter().map(|it| format!("NOT DELETED: {it}")));
    lines
}

/// The lines about a case that is not the same.
fn problems(ran: &Ran) -> Vec<String> {
    let mut lines = vec![ran.arn.clone()];
    for difference in &ran.unexpected {
        lines.push(format!("{} differs: (- expected, + seen there)", difference.what));
        lines.extend(difference.text.lines().map(str::to_owned));
    }
    match &ran.replayed {
        Err(why) => lines.push(format!("its history cannot be compared: {why}")),
        Ok(replayed) => lines.extend(differences(replayed)),
    }
    lines
}

fn differences(replayed: &Replayed) -> Vec<String> {
    let shown = replayed.differences.iter().take(MOST);
    let mut lines: Vec<String> = shown
        .flat_map(|it| it.to_string().lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    if replayed.differences.len() > MOST {
        lines.push(format!("… and {} more", replayed.differences.len() - MOST));
    }
    if !replayed.asked.is_empty() {
        lines.push(format!("{} calls here were not made there", replayed.asked.len()));
    }
    lines
}
