//! `start`: starts an execution on a server.

use super::{Api, Server, text};
use crate::command::{Command, Group};
use crate::documents::Documents;
use crate::documents::given::input;
use crate::stop::{Stop, say};
use serde_json::{Value, json};
use std::time::Duration;

/// The pause between two questions whether it has ended.
const PAUSE: Duration = Duration::from_millis(200);

/// Starts an execution on a server
#[derive(clap::Args)]
pub(in crate::documents) struct Start {
    /// The state machine: its name, its ARN, or that of a version or an alias
    #[arg(value_name = "MACHINE")]
    machine: String,
    /// The input: JSON, a file, or `-` for standard input
    #[arg(long, value_name = "JSON", allow_hyphen_values = true)]
    input: Option<String>,
    /// The name of the execution
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Waits for its end, and prints its output
    #[arg(long)]
    wait: bool,
    #[command(flatten)]
    server: Server,
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for Start {
    const NAME: &'static str = "start";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("start order --input order.json --name order-7", "prints the ARN of the execution"),
        ("start order --input '{\"id\": 7}' --wait", "prints its output"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let input = input(self.input.as_deref(), "--input")?;
        self.server.ask(async |api| {
            let machine = api.machine(&self.machine).await?;
            // What it came to is told to who started it, and to nobody later.
            let express = self.wait && api.is_express(&machine).await?;
            let mut params = json!({ "stateMachineArn": machine, "input": input.text });
            if let Some(name) = &self.name {
                params["name"] = json!(name);
            }
            if express {
                return self.tell(&api.run_express(params).await?);
            }
            let started = api.call("startExecution", params).await?;
            let arn = text(&started, "executionArn");
            if self.wait {
                return self.ended(api, &arn).await;
            }
            say(&if self.json { format!("{started:#}") } else { arn })
        })
    }
}

impl Start {
    /// Waits for the end of the execution, and shows it.
    async fn ended(&self, api: &Api, arn: &str) -> Result<(), Stop> {
        let told = loop {
            let told = api.call("describeExecution", json!({ "executionArn": arn })).await?;
            if told["status"] != "RUNNING" {
                break told;
            }
            tokio::time::sleep(PAUSE).await;
        };
        self.tell(&told)
    }

    /// Shows an execution that has ended.
    fn tell(&self, told: &Value) -> Result<(), Stop> {
        let good = told["status"] == "SUCCEEDED";
        if self.json {
            say(&format!("{told:#}"))?;
        } else if good {
            say(&text(told, "output"))?;
        }
        match good {
            true => Ok(()),
            false if self.json => Err(Stop::Reported),
            false => Err(Stop::Failed(why(told))),
        }
    }
}

/// The end of an execution that did not succeed, in a line.
fn why(told: &Value) -> String {
    let parts = [text(told, "status"), text(told, "error"), text(told, "cause")];
    let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    format!("{}: {}", text(told, "name"), parts.join(": "))
}
