//! Drawings of state machines. A [`Graph`] is made from a definition, and written in one of four forms:
//!
//! - [`svg()`] draws a [`Layout`] for pages and files;
//! - [`text()`] draws in a terminal;
//! - [`mermaid()`] and [`dot()`] write for Mermaid and Graphviz, which make their own layout.
//!
//! A document with mistakes has a graph, too: it shows the parts that can be read.
//!
//! ```
//! let definition = workflow_asl::Definition::from_json(
//!     r#"{ "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Next": "Done" }, "Done": { "Type": "Succeed" } } }"#,
//! );
//! let graph = workflow_graph::Graph::of(&definition.unwrap());
//! let layout = workflow_graph::Layout::of(&graph);
//! let drawing = workflow_graph::svg(&layout, &workflow_graph::Style::default());
//! assert!(drawing.contains(r#"data-state="Greet" data-kind="Pass""#));
//! ```

mod condition;
mod dot;
mod layout;
mod mermaid;
mod model;
mod read;
mod service;
mod svg;
mod terminal;
mod widths;

pub use dot::dot;
pub use layout::{Badge, Cluster, Face, Layout, Line, Placed, Point, Rect, Tag};
pub use mermaid::mermaid;
pub use model::{Edge, EdgeKind, Graph, GraphScope, Node, NodeKind};
pub use svg::{CSS, Style, Theme, svg};
pub use terminal::{Characters, text};
