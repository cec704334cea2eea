//! `graph`: the drawing of a document.

use super::Documents;
use super::given::Given;
use crate::command::{Command, Group};
use crate::drawing::Drawing;
use crate::stop::Stop;

/// Draws a document: SVG, Mermaid, DOT or text
#[derive(clap::Args)]
pub(super) struct Graph {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    drawing: Drawing,
}

impl Command<Documents> for Graph {
    const NAME: &'static str = "graph";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("graph order.asl.json --format text", "draws it in the terminal"),
        ("graph order.asl.json -o order.svg", "writes a drawing for pages"),
        ("graph order.asl.json > order.mmd", "writes a flowchart for Markdown"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        let read: Vec<_> =
            document.read.iter().map(|file| ("the definition", file.as_path())).collect();
        self.drawing.check(&read)?;
        self.drawing.write(document.value()?, &document.name)
    }
}
