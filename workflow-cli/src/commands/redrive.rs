//! `redrive`: has an execution that failed run again, until it has ended.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::stop::{Stop, say};
use crate::stored::{described, find, shown};
use crate::terminal::{Terminal, Tone};

/// Runs a failed execution again, from where it failed
#[derive(clap::Args)]
pub(crate) struct Redrive {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Redrive {
    const NAME: &'static str = "redrive";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("redrive order-7", "completed work is not done again")];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.stored(async |engine, _| {
            let known = find(engine, &self.execution).await?;
            let redriven = engine.redrive(&known.begun.id).await;
            let execution = redriven.map_err(|failure| Stop::Failed(failure.to_string()))?;
            let terminal = if self.json { Terminal::quiet() } else { Terminal::stdout() };
            let state = known.state.as_deref().unwrap_or_default();
            let line = format!("`{}` runs again from `{state}`", known.begun.name);
            terminal.line(Tone::Again, &line);
            let good = shown(&terminal, execution).await;
            if self.json {
                let ended = find(engine, &known.begun.id).await?;
                say(&format!("{:#}", described(&ended)))?;
            }
            if good { Ok(()) } else { Err(Stop::Reported) }
        })
    }
}
