//! `graph`: the drawing of a workflow.

use crate::command::{Command, Group};
use crate::program::{Program, document};
use crate::stop::{Stop, say};
use workflow_asl::graph;

/// Draws the document as a Mermaid flowchart
#[derive(clap::Args)]
pub(crate) struct Graph {
    /// The workflow; needed where there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
}

impl Command<Program> for Graph {
    const NAME: &'static str = "graph";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("graph NAME > graph.mmd", "writes a flowchart for Markdown")];

    fn run(self, program: Program) -> Result<(), Stop> {
        let document = document(program.entry(self.workflow.as_deref(), "graph")?)?;
        say(graph::mermaid(document.as_value()).trim_end())
    }
}
