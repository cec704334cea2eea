//! `serve`: the API of Step Functions for the workflows of the program, and for definitions beside them.

use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::program::Program;
use crate::ready::ready;
use crate::serve::{Options, Own, serve};
use crate::stop::Stop;
use workflow_runtime::StartOn;
use workflow_runtime::way::served;

/// Answers the API of Step Functions for the workflows
#[derive(clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    options: Options,
    /// A workflow to serve as an EXPRESS machine: its executions are not kept
    #[arg(long, value_name = "NAME")]
    express: Vec<String>,
    /// Does not make the schedules that are declared at workflows
    #[arg(long)]
    no_schedules: bool,
}

impl Command<Program> for Serve {
    const NAME: &'static str = "serve";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("serve", "aws --endpoint-url http://localhost:8083 stepfunctions …"),
        ("serve --store orders.db", "and executions survive its end"),
    ];

    fn run(self, mut program: Program) -> Result<(), Stop> {
        for name in &self.express {
            program.entry(Some(name), "serve")?;
        }
        let express = |name: &str| self.express.iter().any(|it| it == name);
        let entries = &program.workflows;
        let workflows = entries.iter().map(|it| (it.host)(express(it.name))).collect();
        let own = |it: &&Entry| !self.no_schedules && scheduled(it) && !express(it.name);
        let schedules =
            entries.iter().filter(own).map(|it| (it.name, it.triggers, it.schedule)).collect();
        let tasks = served(entries.iter().flat_map(|it| (it.tasks)()).collect());
        let tasks = tasks.iter().map(|it| it.name).collect();
        let setup = program.setup.take();
        serve(&self.options, async || {
            let engine = ready(setup, program.builder()).await?.engine;
            Ok(Own { engine, tasks, workflows, schedules })
        })
    }
}

/// True if a workflow has schedules of its own, resting ones among them.
fn scheduled(entry: &Entry) -> bool {
    entry.triggers.iter().any(|it| matches!(it.start, StartOn::Schedule { .. }))
}
