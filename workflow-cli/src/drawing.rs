//! Drawings of definitions: their formats, and the options of the commands `graph`.

use crate::files;
use crate::stop::{Stop, say};
use crate::terminal::WIDTH;
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use workflow_graph::{Characters, Graph, Layout, Style, dot, mermaid, svg, text};

/// The options of a drawing.
#[derive(clap::Args)]
pub(crate) struct Drawing {
    /// The format; by default that of the file's ending, otherwise text on a terminal and Mermaid elsewhere
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Draws the text with ASCII characters only
    #[arg(long)]
    ascii: bool,
    /// The file to write; by default standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Prints the states and their transitions as JSON
    #[arg(long, conflicts_with_all = ["format", "ascii", "out"])]
    json: bool,
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

impl Format {
    /// The format of files with this ending.
    fn of(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "svg" => Some(Format::Svg),
            "mmd" | "mermaid" | "md" => Some(Format::Mermaid),
            "dot" | "gv" => Some(Format::Dot),
            "txt" => Some(Format::Text),
            _ => None,
        }
    }
}

impl Drawing {
    /// Refuses options that do not fit, before anything is read; `read` is the file that is drawn.
    pub(crate) fn check(&self, read: &[(&str, &Path)]) -> Result<(), Stop> {
        if self.ascii && self.format() != Format::Text {
            let error = "--ascii is for text: give `--format text`, too";
            return Err(Stop::Usage(error.to_owned()));
        }
        self.out.as_deref().map_or(Ok(()), |file| files::writable("--out", file, read))?;
        if let (None, Some(ending)) = (self.format, self.ending())
            && Format::of(ending).is_none()
        {
            let file = self.out.as_deref().map(files::shown).unwrap_or_default();
            let error = format!(
                "{file}: no drawing ends with `.{ending}`: it may with `.svg`, `.mmd` (Mermaid), `.dot` or `.txt`; or give `--format`, too"
            );
            return Err(Stop::Usage(error));
        }
        Ok(())
    }

    /// Writes the drawing of a document, which has this name.
    pub(crate) fn write(&self, document: &Value, name: &str) -> Result<(), Stop> {
        let graph = Graph::read(document);
        if self.json {
            return say(&format!("{:#}", scope(&graph, 0)));
        }
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

    /// The ending of the file that is written.
    fn ending(&self) -> Option<&str> {
        self.out.as_ref().and_then(|file| file.extension()?.to_str())
    }

    fn format(&self) -> Format {
        match (self.format, self.ending().and_then(Format::of)) {
            (Some(format), _) | (None, Some(format)) => format,
            (None, None) if self.ascii => Format::Text,
            (None, None) if self.out.is_none() && std::io::stdout().is_terminal() => Format::Text,
            _ => Format::Mermaid,
        }
    }
}

/// A scope of a graph as JSON, with those within its states.
fn scope(graph: &Graph, index: usize) -> Value {
    let Some(scope) = graph.scopes.get(index) else {
        return json!({ "start": null, "states": [], "transitions": [] });
    };
    let name = |index: usize| scope.nodes.get(index).map(|node| node.name.as_str());
    let state = |node: &workflow_graph::Node| {
        let within = node.within.iter().map(|index| self::scope(graph, *index));
        json!({
            "name": node.name,
            "type": node.kind.name(),
            "detail": node.detail,
            "ends": node.ends,
            "retries": node.retries,
            "within": within.collect::<Vec<_>>(),
        })
    };
    let transition = |edge: &workflow_graph::Edge| {
        json!({
            "from": name(edge.from),
            "to": name(edge.to),
            "kind": edge.kind.name(),
            "label": edge.label,
        })
    };
    json!({
        "start": scope.start.and_then(name),
        "states": scope.nodes.iter().map(state).collect::<Vec<_>>(),
        "transitions": scope.edges.iter().map(transition).collect::<Vec<_>>(),
    })
}
