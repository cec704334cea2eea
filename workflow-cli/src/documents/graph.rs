//! `graph`: the drawing of a document.

use super::Documents;
use super::document::Document;
use super::given::Given;
use crate::command::{Command, Group};
use crate::drawing::Drawing;
use crate::stop::{Stop, tell};
use workflow_asl::document::{MachineType, Severity};

/// Draws a document: SVG, Mermaid, DOT or text
#[derive(clap::Args)]
pub(super) struct Graph {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    drawing: Drawing,
}

/// Says what is wrong with a document: a transition to nowhere, for one, is not drawn.
fn mistakes(document: &Document) {
    let report = document.report(MachineType::Standard, Severity::Error);
    if !report.is_ok() {
        tell("warning: the definition has mistakes, and impossible parts are not drawn:");
        tell(document.explain(&report.diagnostics).trim_end());
    }
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
        let value = document.value()?;
        if value["States"].as_object().is_none_or(serde_json::Map::is_empty) {
            let file = &document.file;
            let why = format!("{file} is no definition: it has no `States` that could be drawn");
            return Err(Stop::Usage(why));
        }
        self.drawing.write(value, &document.name)?;
        mistakes(&document);
        Ok(())
    }
}
