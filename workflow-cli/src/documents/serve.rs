//! `serve`: the API of Step Functions on this machine.

use super::Documents;
use crate::command::{Command, Group};
use crate::serve::{Options, Own, serve};
use crate::stop::Stop;
use workflow_runtime::Engine;

/// Answers the API of Step Functions on this machine
#[derive(clap::Args)]
pub(super) struct Serve {
    #[command(flatten)]
    options: Options,
}

impl Command<Documents> for Serve {
    const NAME: &'static str = "serve";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("serve --mocks mocks.json", "aws --endpoint-url http://localhost:8083 stepfunctions …"),
        ("serve --store orders.db --functions functions.json", "and executions survive its end"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (tasks, workflows, schedules) = (vec![], vec![], vec![]);
        let own = Own { engine: Engine::builder(), tasks, workflows, schedules };
        serve(&self.options, async || Ok(own))
    }
}
