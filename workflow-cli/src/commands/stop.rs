//! `stop`: ends an execution.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::stop::{Stop, failed, say};
use crate::stored::find;
use serde_json::json;

/// Ends an execution, by its name or ARN
#[derive(clap::Args)]
pub(crate) struct StopExecution {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    /// The error that it ends with
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    error: String,
    /// The cause that it ends with
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    cause: String,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for StopExecution {
    const NAME: &'static str = "stop";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("stop order-7 --error Cancelled --cause 'by phone'", "ends it as ABORTED")];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.held(async |engine, _| {
            let known = find(engine, &self.execution).await?;
            let id = &known.begun.id;
            if engine.stop(id, &self.error, &self.cause).await.map_err(failed)? {
                // Where it cannot go on here it ends as soon as it can.
                if let Ok(execution) = engine.recover_one(id).await {
                    drop(execution.await);
                }
                let known = find(engine, id).await?;
                let told = json!({ "executionArn": &**id, "status": known.status.name() });
                let line = match known.end {
                    Some(_) => format!("{id} has ended: {}", known.status.name()),
                    None => format!("{id} was asked to stop"),
                };
                return say(&if self.json { format!("{told:#}") } else { line });
            }
            Err(Stop::Failed(format!("{id} has ended: {}", known.status.name())))
        })
    }
}
