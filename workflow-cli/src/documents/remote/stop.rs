//! `stop`: ends an execution of a server.

use super::Server;
use crate::command::{Command, Group};
use crate::documents::Documents;
use crate::stop::{Stop, say};
use serde_json::json;

/// Ends an execution of a server
#[derive(clap::Args)]
pub(in crate::documents) struct StopExecution {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    /// The error that it ends with
    #[arg(long, value_name = "NAME")]
    error: Option<String>,
    /// The cause that it ends with
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    cause: Option<String>,
    #[command(flatten)]
    server: Server,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for StopExecution {
    const NAME: &'static str = "stop";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("stop order-7 --error Cancelled --cause 'by phone'", "ends it as ABORTED")];

    fn run(self, _: Documents) -> Result<(), Stop> {
        self.server.ask(async |api| {
            let arn = api.execution(&self.execution).await?;
            let mut params = json!({ "executionArn": arn });
            for (name, value) in [("error", &self.error), ("cause", &self.cause)] {
                if let Some(value) = value {
                    params[name] = json!(value);
                }
            }
            api.call("stopExecution", params).await?;
            let told = json!({ "executionArn": arn });
            say(&if self.json { format!("{told:#}") } else { format!("{arn} has ended") })
        })
    }
}
