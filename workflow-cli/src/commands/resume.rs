//! `resume`: goes on with the executions that were interrupted.

use crate::command::{Command, Group};
use crate::interrupted::{goes_on, one, refused_all};
use crate::program::Program;
use crate::stop::{Stop, failed, say};
use crate::stored::{described, find, shown};
use crate::terminal::{Terminal, Tone};
use serde_json::json;
use workflow_runtime::Engine;

/// Goes on with what was interrupted, or with one execution
#[derive(clap::Args)]
pub(crate) struct Resume {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: Option<String>,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for Resume {
    const NAME: &'static str = "resume";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("resume", "runs all that is left, to its end"), ("resume order-7", "runs this one")];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.stored(async |engine, _| resume(engine, self.execution.as_deref(), self.json).await)
    }
}

async fn resume(engine: &Engine, only: Option<&str>, json: bool) -> Result<(), Stop> {
    let recovered = match only {
        Some(named) => one(engine, &find(engine, named).await?).await,
        None => engine.recover().await.map_err(failed)?,
    };
    let mut good = recovered.left.is_empty();
    refused_all(&recovered);
    let terminal = if json { Terminal::quiet() } else { Terminal::stdout() };
    let mut ended = vec![];
    for execution in recovered.running {
        let id = execution.id().to_owned();
        if let Some(known) = engine.describe(&id).await.map_err(failed)? {
            terminal.line(Tone::Again, &goes_on(&known));
        }
        good &= shown(&terminal, execution).await;
        if json {
            ended.extend(engine.describe(&id).await.map_err(failed)?.as_ref().map(described));
        }
    }
    if json {
        say(&format!("{:#}", json!({ "executions": ended })))?;
    }
    if good { Ok(()) } else { Err(Stop::Reported) }
}
