//! Drawings of definitions: their formats, and the options of the commands `graph`.

use crate::files;
use crate::stop::{Stop, say};
use crate::terminal::WIDTH;
use serde_json::Value;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use workflow_graph::{Characters, Graph, Layout, Style, dot, mermaid, svg, text};

/// The options of a drawing.
#[derive(clap::Args)]
pub(crate) struct Drawing {
    /// The format; else that of the file's ending, text on a terminal, and Mermaid elsewhere
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Draws the text with ASCII alone
    #[arg(long)]
    ascii: bool,
    /// The file to write; else standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A format of drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A drawing for pages and files
    Svg,
    /// A flowchart for Markdown
    Mermaid,
    /// A graph for Graphviz
    Dot,
    /// A drawing in 80 columns; a list where that is too narrow
    Text,
}

impl Drawing {
    /// Refuses options that do not fit, before anything is read; `read` is the file that is drawn.
    pub(crate) fn check(&self, read: &[(&str, &Path)]) -> Result<(), Stop> {
        if self.ascii && self.format() != Format::Text {
            let error = "--ascii is for text: give `--format text`, too";
            return Err(Stop::Usage(error.to_owned()));
        }
        self.out.as_deref().map_or(Ok(()), |file| files::writable("--out", file, read))
    }

    /// Writes the drawing of a document, which has this name.
    pub(crate) fn write(&self, document: &Value, name: &str) -> Result<(), Stop> {
        let graph = Graph::read(document);
        let drawing = match self.format() {
            Format::Svg => {
                svg(&Layout::of(&graph), &Style { title: name.to_owned(), ..Style::default() })
            }
            Format::Mermaid => mermaid(&graph),
            Format::Dot => dot(&graph),
            Format::Text if self.ascii => text(&graph, Characters::Ascii, WIDTH),
            Format::Text => text(&graph, Characters::Unicode, WIDTH),
        };
        match &self.out {
            Some(file) => files::write(file, drawing.trim_end()),
            None => say(drawing.trim_end()),
        }
    }

    fn format(&self) -> Format {
        let ending = self.out.as_ref().and_then(|file| file.extension()?.to_str());
        match (self.format, ending) {
            (Some(format), _) => format,
            (None, Some("svg")) => Format::Svg,
            (None, Some("dot" | "gv")) => Format::Dot,
            (None, Some("txt")) => Format::Text,
            (None, None) if self.ascii => Format::Text,
            (None, None) if self.out.is_none() && std::io::stdout().is_terminal() => Format::Text,
            _ => Format::Mermaid,
        }
    }
}
