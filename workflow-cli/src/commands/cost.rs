//! `cost`: the costs of a workflow.

use crate::command::{Command, Group};
use crate::cost::{self, Asked};
use crate::program::{Program, document};
use crate::stop::Stop;

/// Estimates the transitions of an execution, and a month's costs
#[derive(clap::Args)]
pub(crate) struct Cost {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl Command<Program> for Cost {
    const NAME: &'static str = "cost";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("cost NAME --memory 512 --duration 120ms --host 40", "a month, line by line")];

    fn run(self, program: Program) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "cost")?;
        cost::run(&self.asked, entry.name, &document(entry)?)
    }
}
