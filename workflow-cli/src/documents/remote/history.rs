//! `history`: the events of an execution of a server.

use super::{Server, text};
use crate::command::{Command, Group};
use crate::documents::Documents;
use crate::report::failed_item;
use crate::stop::{Stop, say};
use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};

/// The most events that AWS keeps of an execution, and more.
const EVENTS: usize = 100_000;

/// Shows the events of an execution of a server
#[derive(clap::Args)]
pub(in crate::documents) struct History {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    #[command(flatten)]
    server: Server,
    /// Prints JSON, in the form of AWS
    #[arg(long)]
    json: bool,
}

impl Command<Documents> for History {
    const NAME: &'static str = "history";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("history order-7", "a line for each event"),
        ("history order-7 --json > history.json", "what `replay --recorded` reads"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        self.server.ask(async |api| {
            let arn = api.execution(&self.execution).await?;
            let mut params = json!({ "executionArn": arn });
            params["includeExecutionData"] = json!(self.json);
            let events = api.list("getExecutionHistory", params, "events", EVENTS).await?;
            if self.json {
                return say(&format!("{:#}", json!({ "events": events })));
            }
            let told = json!({ "executionArn": arn, "includedData": "METADATA_ONLY" });
            let told = api.call("describeExecution", told).await?;
            show(&told, &events);
            Ok(())
        })
    }
}

fn show(told: &Value, events: &[Value]) {
    let terminal = Terminal::stdout();
    let arn = text(told, "executionArn");
    terminal.title(&format!("{}, {}", super::machine_of(&arn), text(told, "name")));
    let time = |it: &Value| it["timestamp"].as_f64().unwrap_or_default();
    let began = events.first().map_or(0.0, time);
    for event in events {
        let (id, seconds) = (event["id"].as_u64().unwrap_or_default(), time(event) - began);
        let line = format!("{id:5}  {seconds:9.3} s  {}", text(event, "type"));
        terminal.line(Tone::Plain, &format!("{line}{}", about(event)));
        if let Some(item) = failed_item(event) {
            terminal.text(Tone::Bad, 21, &item);
        }
    }
    let error = told["error"].as_str().map_or_else(String::new, |it| format!("  {it}"));
    terminal.title(&format!("{}{error}", text(told, "status")));
}

/// The state, the resource or the error that an event is about.
fn about(event: &Value) -> String {
    let details = event.as_object().into_iter().flatten();
    let mut details = details.filter(|(name, _)| name.ends_with("EventDetails"));
    let found = details.find_map(|(_, it)| {
        ["name", "error", "resource"].into_iter().find_map(|name| it[name].as_str())
    });
    found.map_or_else(String::new, |it| format!("  {it}"))
}
