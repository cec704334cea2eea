//! `list`: the workflows.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::stop::{Stop, say};
use crate::terminal::{WIDTH, cut};
use workflow_asl::Definition;

/// Lists the workflows
#[derive(clap::Args)]
pub(crate) struct List {}

impl Command<Program> for List {
    const NAME: &'static str = "list";
    const GROUP: Group = Group::Definitions;

    fn run(self, program: Program) -> Result<(), Stop> {
        let width = program.workflows.iter().map(|entry| entry.name.len()).max().unwrap_or(0);
        for entry in &program.workflows {
            let definition = (entry.definition)().ok();
            let comment = definition.as_ref().and_then(Definition::comment).unwrap_or_default();
            let states = (entry.states)().len();
            let line = format!("{:width$}  {states:3} states  {comment}", entry.name);
            say(&cut(line.trim_end(), WIDTH))?;
        }
        Ok(())
    }
}
