//! `history`: the events of an execution.

use crate::command::{Command, Group};
use crate::program::Program;
use crate::report::failed_item;
use crate::run::history;
use crate::stop::{Stop, failed, say};
use crate::stored::{find, place};
use crate::terminal::{Terminal, Tone};
use serde_json::Value;
use workflow_runtime::Engine;
use workflow_runtime::history::HistoryEvent;

/// Shows the events of an execution, by its name or ARN
#[derive(clap::Args)]
pub(crate) struct History {
    /// Its name, the beginning of its name, or its ARN
    #[arg(value_name = "EXECUTION")]
    execution: String,
    /// Prints JSON, in the form of AWS
    #[arg(long)]
    json: bool,
}

impl Command<Program> for History {
    const NAME: &'static str = "history";
    const GROUP: Group = Group::Executions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("history order-7", "a line for each event"),
        ("history order-7 --json", "as `aws stepfunctions get-execution-history` prints them"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        program.stored(async |engine, _| self.show(engine).await)
    }
}

impl History {
    /// Shows the history of an execution.
    async fn show(&self, engine: &Engine) -> Result<(), Stop> {
        let known = find(engine, &self.execution).await?;
        let events = engine.events(&known.begun.id, 1, u32::MAX).await.map_err(failed)?;
        if self.json {
            return say(&format!("{:#}", history(&events)));
        }
        let terminal = Terminal::stdout();
        terminal.title(&format!("{}, {}", known.begun.machine, known.begun.name));
        let began = known.begun.started;
        for event in &events {
            let seconds = event.time.duration_since(began).as_secs_f64();
            let line = format!("{:5}  {seconds:9.3} s  {}", event.id, event.kind.name());
            terminal.line(Tone::Plain, &format!("{line}{}", about(event)));
            if let Some(item) = failed_item(&event.json()) {
                terminal.text(Tone::Bad, 21, &item);
            }
        }
        terminal.title(&format!("{}  {}", known.status.name(), place(&known)));
        Ok(())
    }
}

/// The state or task that an event is about.
fn about(event: &HistoryEvent) -> String {
    let json = event.json();
    let details = json.as_object().into_iter().flat_map(|all| all.values());
    let name = details.filter_map(|it| it.get("name").or_else(|| it.get("error")));
    name.filter_map(Value::as_str).next().map_or(String::new(), |name| format!("  {name}"))
}
