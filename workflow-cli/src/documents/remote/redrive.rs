//! `redrive`: has an execution of a server run again from where it failed.

use super::Server;
use crate::command::{Command, Group};
use crate::documents::Documents;
use crate::stop::{Stop, say};
use serde_json::json;

/// Runs a failed execution of a server again, from where it failed
#[derive(clap::Args)]
pub(in crate::documents) struct Redrive {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    #[command(flatten)]
    server: Server,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for Redrive {
    const NAME: &'static str = "redrive";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("redrive order-7", "completed work is not done again")];

    fn run(self, _: Documents) -> Result<(), Stop> {
        self.server.ask(async |api| {
            let arn = api.execution(&self.execution).await?;
            let redriven = api.call("redriveExecution", json!({ "executionArn": arn })).await?;
            let told = json!({ "executionArn": arn, "redriveDate": redriven["redriveDate"] });
            say(&if self.json { format!("{told:#}") } else { format!("{arn} runs again") })
        })
    }
}
