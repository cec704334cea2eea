//! `export`: the States Language document of a workflow, and what deploys it.

use crate::command::{Command, Group};
use crate::deployment::{Deployment, Known};
use crate::entry::Entry;
use crate::files;
use crate::program::{Program, document};
use crate::starts;
use crate::stop::{Stop, say};

/// Writes the States Language document, or the files that deploy it
#[derive(clap::Args)]
pub(crate) struct Export {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    /// Writes a description instead: what running executions depend on
    #[arg(long, conflicts_with_all = ["format", "json", "settings", "kind", "against"])]
    description: bool,
    #[command(flatten)]
    deployment: Deployment,
}

impl Command<Program> for Export {
    const NAME: &'static str = "export";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("export NAME --out order.asl.json", "for `aws stepfunctions create-state-machine`"),
        ("export NAME --format sam --settings deploy.yaml --out aws", "for `sam deploy`"),
        ("export NAME --description --out order.json", "for a later `check NAME --against`"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "export")?;
        if !self.description {
            let document = document(entry)?;
            if let Some(why) = entry.triggers.iter().find_map(|it| starts::misfit(entry, it)) {
                return Err(Stop::Failed(format!(
                    "{why}\nhelp: write its `input` at the workflow"
                )));
            }
            let known = Known { large: &entry.large(), triggers: entry.triggers };
            return self.deployment.write(entry.name, document.as_value(), &[], known);
        }
        let text = description(entry)?;
        match &self.deployment.out {
            Some(file) => files::write(file, &text),
            None => say(&text),
        }
    }
}

/// The description of a workflow, as JSON.
fn description(entry: &Entry) -> Result<String, Stop> {
    serde_json::to_string_pretty(&(entry.description)())
        .map_err(|error| Stop::Failed(format!("{}: {error}", entry.name)))
}
