//! `export`: the States Language document of a workflow.

use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::files;
use crate::program::{Program, document};
use crate::stop::{Stop, say};
use std::path::PathBuf;

/// Writes the States Language document
#[derive(clap::Args)]
pub(crate) struct Export {
    /// The workflow; needed where there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    /// The file to write; else standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Instead, what running executions depend on
    #[arg(long)]
    description: bool,
}

impl Command<Program> for Export {
    const NAME: &'static str = "export";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("export NAME --out order.asl.json", "for `aws stepfunctions create-state-machine`"),
        ("export NAME --description --out order.json", "for a later `check NAME --against`"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "export")?;
        let text = match self.description {
            true => description(entry)?,
            false => document(entry)?.to_json_pretty(),
        };
        match &self.out {
            Some(file) => files::write(file, &text),
            None => say(&text),
        }
    }
}

/// The description of a workflow, as JSON.
fn description(entry: &Entry) -> Result<String, Stop> {
    serde_json::to_string_pretty(&(entry.description)())
        .map_err(|error| Stop::Failed(format!("{}: {error}", entry.name)))
}
