//! Shows what came of cases: as `cargo test` does, or as JSON.

use super::run::{Ran, Tested};
use super::{Cases, Options};
use crate::report::{folded, time};
use crate::stop::{Stop, say};
use crate::terminal::{Terminal, Tone, WIDTH, cut};
use serde_json::{Value, json};

/// Shows all of it.
pub(super) fn show(options: &Options, cases: &Cases, tested: &Tested) -> Result<(), Stop> {
    if options.json {
        return say(&format!("{:#}", as_json(cases, tested)));
    }
    let terminal = Terminal::stdout();
    let count = tested.cases.len();
    let of = if count == 1 { "case" } else { "cases" };
    let title = format!("running {count} {of} of {} on {}", cases.file.name, tested.subject);
    terminal.title(&title);
    tested.cases.iter().for_each(|ran| line(&terminal, ran));
    if tested.failed() > 0 {
        terminal.title("failures:");
        let failed = tested.cases.iter().filter(|ran| !ran.differences.is_empty());
        failed.for_each(|ran| failure(&terminal, ran));
    }
    summary(&terminal, tested);
    coverage(&terminal, options, tested);
    Ok(())
}

/// The line of a case.
fn line(terminal: &Terminal, ran: &Ran) {
    let (tone, word) = match ran.differences.is_empty() {
        true => (Tone::Good, "ok"),
        false => (Tone::Bad, "FAILED"),
    };
    let name = cut(&ran.name, WIDTH - 15);
    let (name, word) = (terminal.paint(Tone::Plain, &name), terminal.paint(tone, word));
    terminal.print(&format!("case {name} ... {word}"));
    for name in &ran.unused {
        terminal.text(Tone::Again, 2, &format!("warning: nothing asked the mock `{name}`"));
    }
}

/// The differences of a case that failed.
fn failure(terminal: &Terminal, ran: &Ran) {
    terminal.title(&cut(&format!("---- {} (line {}) ----", ran.name, ran.line), WIDTH));
    for (index, difference) in ran.differences.iter().enumerate() {
        let sign = if index == 0 { "  (- expected, + seen)" } else { "" };
        terminal.line(Tone::Plain, &format!("{} differs:{sign}", difference.what));
        for line in difference.text.lines() {
            let tone = match line.trim_start().chars().next() {
                Some('-') => Tone::Bad,
                Some('+') => Tone::Good,
                _ => Tone::Dim,
            };
            terminal.print(&terminal.paint(tone, line));
        }
    }
    if !ran.differences.iter().any(|it| it.what == "path") {
        terminal.text(Tone::Dim, 0, &format!("path: {}", folded(&ran.path).join(" → ")));
    }
    if let (Err(failure), false) = (&ran.result, ran.differences.iter().any(|it| it.what != "path"))
    {
        terminal.text(Tone::Bad, 0, &format!("it failed: {failure}"));
    }
}

fn summary(terminal: &Terminal, tested: &Tested) {
    let failed = tested.failed();
    let (tone, word) = if failed == 0 { (Tone::Good, "ok") } else { (Tone::Bad, "FAILED") };
    let passed = tested.cases.len() - failed;
    let left = match tested.filtered {
        0 => String::new(),
        left => format!("; {left} filtered out"),
    };
    let seconds: f64 = tested.cases.iter().map(|it| it.seconds).sum();
    let word = terminal.paint(tone, word);
    terminal.print(&format!("\ntest result: {word}. {passed} passed; {failed} failed{left}"));
    let took = tested.took.as_secs_f64();
    let virtually = match seconds {
        0.0 => String::new(),
        seconds => format!("{} of virtual time ", time(seconds)),
    };
    terminal.line(Tone::Dim, &format!("{virtually}in {}", time(took)));
}

/// The states that no case reached, or all with the number of cases.
fn coverage(terminal: &Terminal, options: &Options, tested: &Tested) {
    let missing: Vec<_> = tested.reached.iter().filter(|(_, count)| *count == 0).collect();
    let all = tested.reached.len();
    let mut text = format!("states: {} of {all} reached", all - missing.len());
    if !options.coverage && !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|(name, _)| format!("`{name}`")).collect();
        text += &format!("; not {}", names.join(", "));
    }
    if tested.uncounted > 0 {
        text += &format!(" ({} within distributed Maps are not counted)", tested.uncounted);
    }
    terminal.text(Tone::Plain, 0, &text);
    if options.coverage {
        for (name, count) in &tested.reached {
            let tone = if *count == 0 { Tone::Bad } else { Tone::Plain };
            terminal.line(tone, &format!("{count:6}  {name}"));
        }
    }
}

fn as_json(cases: &Cases, tested: &Tested) -> Value {
    let missing = tested.reached.iter().filter(|(_, count)| *count == 0).map(|(name, _)| name);
    let reached: serde_json::Map<String, Value> =
        tested.reached.iter().map(|(name, count)| (name.clone(), json!(count))).collect();
    json!({
        "file": cases.file.name,
        "subject": tested.subject,
        "passed": tested.cases.len() - tested.failed(),
        "failed": tested.failed(),
        "filtered": tested.filtered,
        "cases": tested.cases.iter().map(case_json).collect::<Vec<_>>(),
        "coverage": { "missing": missing.collect::<Vec<_>>(), "cases": reached },
    })
}

fn case_json(ran: &Ran) -> Value {
    let mut all = json!({
        "name": ran.name,
        "line": ran.line,
        "status": if ran.differences.is_empty() { "passed" } else { "failed" },
        "seconds": ran.seconds,
        "path": ran.path,
    });
    match &ran.result {
        Ok(result) => all["result"] = result.clone(),
        Err(failure) => {
            all["error"] = json!(failure.error());
            all["cause"] = json!(failure.reported());
        }
    }
    let differences = ran.differences.iter();
    let differences = differences.map(|it| json!({ "what": it.what, "difference": it.text }));
    all["differences"] = differences.collect();
    all["unusedMocks"] = json!(ran.unused);
    all
}
