//! `graph`: the drawing of a workflow.

use crate::command::{Command, Group};
use crate::drawing::Drawing;
use crate::program::{Program, document};
use crate::stop::Stop;

/// Draws the document: SVG, Mermaid, DOT or text
#[derive(clap::Args)]
pub(crate) struct Graph {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    #[command(flatten)]
    drawing: Drawing,
}

impl Command<Program> for Graph {
    const NAME: &'static str = "graph";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("graph NAME --format text", "draws it in the terminal"),
        ("graph NAME -o graph.svg", "writes a drawing for pages"),
        ("graph NAME > graph.mmd", "writes a flowchart for Markdown"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "graph")?;
        self.drawing.check(&[])?;
        self.drawing.write(document(entry)?.as_value(), entry.name)
    }
}
