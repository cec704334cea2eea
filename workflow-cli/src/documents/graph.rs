//! `graph`: the drawing of a document.

use super::Documents;
use super::given::Given;
use crate::command::{Command, Group};
use crate::stop::{Stop, say};
use workflow_asl::graph;

/// Draws a document as a Mermaid flowchart
#[derive(clap::Args)]
pub(super) struct Graph {
    #[command(flatten)]
    given: Given,
}

impl Command<Documents> for Graph {
    const NAME: &'static str = "graph";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] =
        &[("graph order.asl.json > order.mmd", "writes a flowchart for Markdown")];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        say(graph::mermaid(document.value()?).trim_end())
    }
}
