//! `list`: the workflows.

use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::program::Program;
use crate::stop::{Stop, say};
use crate::terminal::{WIDTH, cut, pad, width};
use serde_json::{Value, json};

/// Lists the workflows
#[derive(clap::Args)]
pub(crate) struct List {
    /// Prints it as JSON
    #[arg(long)]
    json: bool,
}

impl Command<Program> for List {
    const NAME: &'static str = "list";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("list", "names, numbers of states, and the first lines of their docs")];

    fn run(self, program: Program) -> Result<(), Stop> {
        if self.json {
            let all: Vec<Value> = program.workflows.iter().map(described).collect();
            return say(&format!("{:#}", json!({ "workflows": all })));
        }
        let names = program.workflows.iter().map(|entry| width(entry.name)).max().unwrap_or(0);
        for entry in &program.workflows {
            let comment = comment(entry).unwrap_or_default();
            let states = (entry.states)().len();
            let line = format!("{}  {states:3} states  {comment}", pad(entry.name, names));
            say(&cut(line.trim_end(), WIDTH))?;
        }
        Ok(())
    }
}

/// The first lines of a workflow's documentation.
fn comment(entry: &Entry) -> Option<String> {
    let definition = (entry.definition)().ok()?;
    definition.comment().map(str::to_owned)
}

fn described(entry: &Entry) -> Value {
    let states = (entry.states)().len();
    json!({ "name": entry.name, "states": states, "comment": comment(entry) })
}
