//! `check`: workflows against the limits of AWS, and against an older version.

use crate::check;
use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::program::Program;
use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Checks the document against the limits of AWS
#[derive(clap::Args)]
pub(crate) struct Check {
    /// The workflow; by default all
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    /// Also compares with an older document or description
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Check {
    const NAME: &'static str = "check";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("check", "all workflows: names, size, events, transitions, payload"),
        ("check NAME --against order.asl.json", "and can running executions continue?"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let older = self.against.as_deref().map(check::older).transpose()?;
        let all = self.workflow.is_none() && older.is_none();
        let entries: Vec<&Entry> = match all {
            true => program.workflows.iter().collect(),
            false => vec![program.entry(self.workflow.as_deref(), "check")?],
        };
        if self.json {
            let all: Vec<Value> =
                entries.iter().map(|entry| check::checked(entry, older.as_ref())).collect();
            say(&format!("{:#}", json!({ "workflows": all })))?;
            let good = all.iter().all(|it| it["ok"] == true);
            return if good { Ok(()) } else { Err(Stop::Reported) };
        }
        let terminal = Terminal::stdout();
        let mut good = true;
        for entry in entries {
            good &= check::show(&terminal, entry, older.as_ref());
        }
        if good { Ok(()) } else { Err(Stop::Reported) }
    }
}
