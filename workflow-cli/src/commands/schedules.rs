//! `schedules`: those in the store of a program, with their next times.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::stop::{Stop, failed, say};
use crate::terminal::{Terminal, Tone, cell, width};
use serde_json::{Value, json};
use workflow_runtime::Engine;
use workflow_runtime::engine::{LeftOut, Omission, Scheduled};

/// Lists the schedules in the store, with their next times
#[derive(clap::Args)]
pub(crate) struct Schedules {
    /// Prints JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Schedules {
    const NAME: &'static str = "schedules";
    const GROUP: Group = Group::Executions;

    fn run(self, program: Program) -> Result<(), Stop> {
        program.stored(async |engine, _| list(engine, self.json).await)
    }
}

/// Lists the schedules, by their names.
async fn list(engine: &Engine, json: bool) -> Result<(), Stop> {
    let all = engine.schedules().await.map_err(failed)?;
    if json {
        let all: Vec<_> = all.iter().map(described).collect();
        return say(&format!("{:#}", json!({ "schedules": all })));
    }
    if all.is_empty() {
        return say("no schedules");
    }
    let terminal = Terminal::stdout();
    let wide = |of: fn(&Scheduled) -> usize| all.iter().map(of).max().unwrap_or(0);
    let name = wide(|it| width(&it.name)).min(20);
    let workflow = wide(|it| width(&it.workflow)).min(16);
    for it in &all {
        let tone = if it.refused.is_some() { Tone::Bad } else { Tone::Plain };
        let (label, of) = (cell(&it.name, name), cell(&it.workflow, workflow));
        let next = next(it);
        terminal.line(tone, &format!("{label}  {of}  {next:20}  {}", it.schedule));
        if let Some(why) = &it.refused {
            terminal.line(tone, &format!("  the last run could not begin: {why}"));
        }
        if let Some(left_out) = &it.left_out {
            terminal.line(Tone::Plain, &format!("  left out: {}", omitted(left_out)));
        }
    }
    Ok(())
}

/// The next time, or why there is none.
pub(super) fn next(it: &Scheduled) -> String {
    match it.next {
        Some(next) => next.to_string(),
        None if it.paused => "paused".to_owned(),
        None => "over".to_owned(),
    }
}

/// The runs that were left out, in words.
fn omitted(LeftOut { runs, last, why, .. }: &LeftOut) -> String {
    let runs = if *runs == 1 { "1 run".to_owned() } else { format!("{runs} runs") };
    let why = match why {
        Omission::Overlap => "an earlier run still ran",
        _ => "no engine was there",
    };
    format!("{runs}, the last one of {last}: {why}")
}

/// A schedule with the names that EventBridge Scheduler has for its parts, as far as it has them.
pub(super) fn described(it: &Scheduled) -> Value {
    json!({
        "Name": &*it.name,
        "StateMachine": &*it.workflow,
        "ScheduleExpression": it.schedule.text(),
        "ScheduleExpressionTimezone": it.schedule.zone(),
        "State": if it.paused { "DISABLED" } else { "ENABLED" },
        "Input": &*it.input,
        "next": it.next.map(|time| time.to_string()),
        "last": it.last.map(|time| time.to_string()),
        "refused": it.refused,
        "leftOut": it.left_out.as_ref().map(|it| json!({
            "runs": it.runs,
            "last": it.last.to_string(),
            "why": match it.why {
                Omission::Overlap => "overlap",
                _ => "missed",
            },
        })),
    })
}
