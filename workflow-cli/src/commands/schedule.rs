//! `schedule`: a schedule in the store of a program, made, paused, resumed or removed.

use super::schedules::{described, next};
use crate::command::{Command, Group};
use crate::program::Program;
use crate::run::{input, refused};
use crate::stop::{Stop, failed, say};
use serde_json::json;
use std::path::PathBuf;
use workflow_runtime::Engine;
use workflow_runtime::engine::Scheduled;
use workflow_runtime::schedule::{Missed, Overlap, Schedule};

/// Makes a schedule in the store, or pauses, resumes or removes one
///
/// Runs begin while a program with this store goes on: `serve`, or one whose engine has called `recover`. A schedule
/// that the program makes itself when it begins is then as the program says it.
#[derive(clap::Args)]
pub(crate) struct MakeSchedule {
    /// The name of the schedule; an existing one is replaced
    #[arg(value_name = "NAME")]
    name: String,
    /// Its times: `0 8 * * MON-FRI`, `cron(…)`, `rate(5 minutes)` or `at(…)`
    #[arg(value_name = "TIMES", required_unless_present_any = ["pause", "resume", "remove"])]
    times: Option<String>,
    /// The workflow that it starts; needed if there are several
    #[arg(long, value_name = "NAME", requires = "times")]
    workflow: Option<String>,
    /// The time zone; UTC by default
    #[arg(long, value_name = "ZONE", requires = "times")]
    zone: Option<String>,
    /// The input of all runs, as JSON; `-` is standard input
    #[arg(long, value_name = "FILE", requires = "times")]
    input: Option<PathBuf>,
    /// Missed runs, while no program was there: `once` for all of them, `skip`, or the last N
    #[arg(long, value_name = "RULE", requires = "times", value_parser = missed)]
    missed: Option<Missed>,
    /// A run beside one that still runs: `allow` or `skip`
    #[arg(long, value_name = "RULE", requires = "times", value_parser = overlap)]
    overlap: Option<Overlap>,
    /// Begins no more runs until --resume
    #[arg(long, conflicts_with_all = ["times", "resume", "remove"])]
    pause: bool,
    /// Begins runs again; those of the pause are left out
    #[arg(long, conflicts_with_all = ["times", "remove"])]
    resume: bool,
    /// Removes it; runs that have begun continue
    #[arg(long, conflicts_with = "times")]
    remove: bool,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

fn missed(text: &str) -> Result<Missed, &'static str> {
    match text {
        "once" => Ok(Missed::Once),
        "skip" => Ok(Missed::Skip),
        _ => match text.parse() {
            Ok(most @ 1..=Missed::MOST) => Ok(Missed::All(most)),
            _ => Err("`once`, `skip`, or a number from 1 to 1000 is needed"),
        },
    }
}

fn overlap(text: &str) -> Result<Overlap, &'static str> {
    match text {
        "allow" => Ok(Overlap::Allow),
        "skip" => Ok(Overlap::Skip),
        _ => Err("`allow` or `skip` is needed"),
    }
}

impl Command<Program> for MakeSchedule {
    const NAME: &'static str = "schedule";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("schedule mornings '0 8 * * MON-FRI' --zone Europe/Zurich", "its next time"),
        ("schedule often 'rate(5 minutes)' --overlap skip", "the first run comes at once"),
        ("schedule mornings --pause", "and `--resume`, `--remove`"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.held(async |engine, program| match self.times.as_deref() {
            Some(times) => self.make(engine, program, times).await,
            None => self.change(engine).await,
        })
    }
}

impl MakeSchedule {
    async fn make(&self, engine: &Engine, program: &Program, times: &str) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "schedule")?;
        let zone = self.zone.as_deref().unwrap_or("UTC");
        let schedule = Schedule::parse(times, zone);
        let schedule = schedule.map_err(|error| Stop::Usage(error.to_string()))?;
        let input = input(self.input.as_deref(), entry, "schedule")?;
        let made = engine.schedule_document(&self.name, entry.name, schedule);
        let made = made.input_json(&input.text).missed(self.missed.unwrap_or_default());
        let made = made.overlap(self.overlap.unwrap_or_default());
        made.await.map_err(|failure| refused(&failure, &input.name))?;
        self.tell(engine).await
    }

    async fn change(&self, engine: &Engine) -> Result<(), Stop> {
        let name = &self.name;
        let found = match (self.pause, self.resume) {
            (true, _) => engine.pause_schedule(name).await,
            (_, true) => engine.resume_schedule(name).await,
            _ => engine.unschedule(name).await,
        };
        if !found.map_err(failed)? {
            return Err(Stop::Usage(format!(
                "the store has no schedule `{name}`: `schedules` lists those that it has"
            )));
        }
        if !self.remove {
            return self.tell(engine).await;
        }
        let told = json!({ "Name": name, "removed": true });
        say(&if self.json { format!("{told:#}") } else { format!("{name} is removed") })
    }

    /// Says what is in the store now.
    async fn tell(&self, engine: &Engine) -> Result<(), Stop> {
        let all = engine.schedules().await.map_err(failed)?;
        let Some(it) = all.iter().find(|it| *it.name == *self.name) else {
            return Err(Stop::Failed(format!("`{}` was removed meanwhile", self.name)));
        };
        say(&if self.json { format!("{:#}", described(it)) } else { line(it) })
    }
}

/// A schedule in one line.
fn line(it: &Scheduled) -> String {
    let when = match it.next {
        Some(_) => format!("next at {}", next(it)),
        None => next(it),
    };
    format!("{} starts {}: {when}", it.name, it.workflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read() {
        assert_eq!(missed("once"), Ok(Missed::Once));
        assert_eq!(missed("skip"), Ok(Missed::Skip));
        assert_eq!(missed("7"), Ok(Missed::All(7)));
        for wrong in ["0", "1001", "-1", "all", ""] {
            assert!(missed(wrong).is_err(), "{wrong}");
        }
        assert_eq!(overlap("skip"), Ok(Overlap::Skip));
        assert!(overlap("queue").is_err());
    }
}
