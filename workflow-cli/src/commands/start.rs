//! `start`: writes an execution into the store, and leaves it there: `resume` runs it.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::run::{input, named, refused};
use crate::stop::{Stop, say};
use serde_json::json;
use std::path::PathBuf;

/// Writes a new execution to the store, for `resume` to run
#[derive(clap::Args)]
pub(crate) struct Start {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    /// The input, as JSON; `-` is standard input
    #[arg(long, value_name = "FILE")]
    input: Option<PathBuf>,
    /// The name of the execution
    #[arg(long, value_name = "NAME", value_parser = named)]
    name: Option<String>,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Start {
    const NAME: &'static str = "start";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("start NAME --input order.json --name order-7", "prints the ARN of the execution")];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.held(async |engine, program| {
            let entry = program.entry(self.workflow.as_deref(), "start")?;
            let input = input(self.input.as_deref(), entry, "start")?;
            (entry.check)(engine, &input.text).map_err(|failure| refused(&failure, &input.name))?;
            let execution = (entry.start)(engine, &input.text, self.name.as_deref());
            match execution.started().await {
                Ok(()) if self.json => {
                    let started = json!({ "executionArn": execution.id() });
                    say(&format!("{started:#}"))
                }
                Ok(()) => say(execution.id()),
                Err(failure) => Err(Stop::Failed(failure.to_string())),
            }
        })
    }
}
