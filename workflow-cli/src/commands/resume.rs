//! `resume`: continues the executions that were interrupted.

use crate::command::{Command, Group};
use crate::interrupted::{Interrupted, goes_on, one, open, refused_all};
use crate::program::Program;
use crate::stop::{Stop, failed, say};
use crate::stored::{described, find, shown};
use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};
use std::collections::HashSet;
use workflow_runtime::engine::Recovered;
use workflow_runtime::{Engine, Execution};

/// Continues interrupted executions, or one of them
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
    let mut shown = Shown { engine, json, good: true, ended: vec![] };
    match only {
        Some(named) => {
            let recovered = one(engine, &find(engine, named).await?).await;
            shown.recovered(recovered).await?;
        }
        None => shown.all().await?,
    }
    if json {
        say(&format!("{:#}", json!({ "executions": shown.ended })))?;
    }
    if shown.good { Ok(()) } else { Err(Stop::Reported) }
}

/// The executions that were shown so far.
struct Shown<'a> {
    engine: &'a Engine,
    json: bool,
    /// False if one failed, or cannot go on.
    good: bool,
    ended: Vec<Value>,
}

impl Shown<'_> {
    /// Continues all interrupted executions: as many as the engine has room for, then the others.
    async fn all(&mut self) -> Result<(), Stop> {
        let mut rest = open(self.engine, None, false).await?;
        let recovered = self.engine.recover().await.map_err(failed)?;
        let taken = recovered.running.iter().map(|it| it.id().to_owned());
        let left = recovered.left.iter().map(|(begun, _)| begun.id.to_string());
        let known: HashSet<_> = taken.chain(left).collect();
        rest.retain(|it| !known.contains(&*it.begun.id));
        self.recovered(recovered).await?;
        let mut rest = Interrupted::go_on(self.engine, rest);
        while let Some((_, taken)) = rest.next().await {
            self.recovered(taken).await?;
        }
        Ok(())
    }

    async fn recovered(&mut self, recovered: Recovered) -> Result<(), Stop> {
        self.good &= recovered.left.is_empty();
        refused_all(&recovered);
        for execution in recovered.running {
            self.one(execution).await?;
        }
        Ok(())
    }

    /// Shows an execution, to its end.
    async fn one(&mut self, execution: Execution) -> Result<(), Stop> {
        let terminal = if self.json { Terminal::quiet() } else { Terminal::stdout() };
        let id = execution.id().to_owned();
        let known = self.engine.describe(&id).await.map_err(failed)?;
        known.iter().for_each(|known| terminal.line(Tone::Again, &goes_on(known)));
        self.good &= shown(&terminal, execution).await;
        if self.json {
            let ended = self.engine.describe(&id).await.map_err(failed)?;
            self.ended.extend(ended.as_ref().map(described));
        }
        Ok(())
    }
}
