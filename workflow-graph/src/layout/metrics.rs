//! The measures of a drawing, on a page and in a terminal.

use super::{Face, Tag};
use crate::model::{Edge, EdgeKind, Node, NodeKind};
use crate::widths::Measure;

/// Distances, in pixels or in characters.
#[derive(Clone, Debug)]
pub(crate) struct Metrics {
    /// The font of names, and that of details and labels.
    pub(crate) name: Measure,
    pub(crate) small: Measure,
    /// The height of a line of either.
    pub(crate) name_line: i64,
    pub(crate) small_line: i64,
    /// The widest line of a name, and the most lines.
    pub(crate) widest_name: i64,
    pub(crate) name_lines: usize,
    /// The same of a label.
    pub(crate) widest_label: i64,
    pub(crate) label_lines: usize,
    /// Beside and above the lines of a state, and those of a label.
    pub(crate) state_pad: (i64, i64),
    pub(crate) label_pad: (i64, i64),
    /// The room of a glyph before a name.
    pub(crate) glyph: i64,
    pub(crate) narrowest_state: i64,
    pub(crate) has_details: bool,
    /// The diameter of the mark of a start.
    pub(crate) mark: i64,
    /// Between two states, and between other things side by side.
    pub(crate) beside: i64,
    pub(crate) between: i64,
    /// Above the horizontal lines between two ranks, below them, and below them if there are arrowheads.
    pub(crate) above: i64,
    pub(crate) below: i64,
    pub(crate) arrow: i64,
    /// Between two horizontal lines.
    pub(crate) track: i64,
    /// Between the middle of a border and the line of a catcher.
    pub(crate) port: i64,
    /// The distance by which a line is moved that would lie on another; 0: there is no room for that.
    pub(crate) jog: i64,
    /// The least distance of a line from a corner.
    pub(crate) corner: i64,
    /// The head of a cluster, the room around its contents, and the room between branches.
    pub(crate) header: i64,
    pub(crate) cluster_pad: (i64, i64),
    pub(crate) branch_pad: (i64, i64),
    pub(crate) branch_gap: i64,
    /// Around all.
    pub(crate) margin: i64,
    /// The widest row of branches; more go below. 0: as wide as it looks well.
    pub(crate) widest_row: i64,
    /// The signs that stand before the names of some kinds.
    pub(crate) signs: fn(NodeKind) -> &'static str,
}

impl Metrics {
    /// Pixels.
    pub(crate) fn page() -> Self {
        Metrics {
            name: Measure::Pixels(13),
            small: Measure::Pixels(11),
            name_line: 17,
            small_line: 14,
            widest_name: 190,
            name_lines: 2,
            widest_label: 150,
            label_lines: 3,
            state_pad: (12, 8),
            label_pad: (5, 2),
            glyph: 28,
            narrowest_state: 112,
            has_details: true,
            mark: 12,
            beside: 30,
            between: 18,
            above: 12,
            below: 10,
            arrow: 18,
            track: 10,
            port: 16,
            jog: 4,
            corner: 14,
            header: 32,
            cluster_pad: (16, 18),
            branch_pad: (14, 16),
            branch_gap: 14,
            margin: 20,
            widest_row: 0,
            signs: |_| "",
        }
    }

    /// Characters, with names of this width.
    pub(crate) fn cells(
        widest_name: i64,
        columns: i64,
        signs: fn(NodeKind) -> &'static str,
    ) -> Self {
        Metrics {
            name: Measure::Columns,
            small: Measure::Columns,
            name_line: 1,
            small_line: 1,
            widest_name,
            name_lines: 2,
            widest_label: widest_name,
            label_lines: 2,
            state_pad: (2, 1),
            label_pad: (1, 0),
            glyph: 0,
            narrowest_state: 9,
            has_details: false,
            mark: 1,
            beside: 2,
            between: 1,
            above: 0,
            below: 0,
            arrow: 1,
            track: 1,
            port: 2,
            jog: 0,
            corner: 2,
            header: 1,
            cluster_pad: (2, 1),
            branch_pad: (1, 0),
            branch_gap: 1,
            margin: 0,
            widest_row: columns - 8,
            signs,
        }
    }

    /// The text on a state.
    pub(crate) fn face(&self, node: &Node) -> Face {
        let name = format!("{}{}", (self.signs)(node.kind), node.name);
        let lines = self.name.lines(&name, self.widest_name, self.name_lines);
        let detail = if self.has_details { said(node) } else { String::new() };
        let detail = self.small.lines(&detail, self.widest_name, 1).concat();
        Face { lines, detail }
    }

    /// The size of a state without scopes.
    pub(super) fn state(&self, face: &Face) -> (i64, i64) {
        let names = face.lines.iter().map(|line| self.name.width(line)).max().unwrap_or(0);
        let text = names.max(self.small.width(&face.detail));
        let width = (text + self.glyph + 2 * self.state_pad.0).max(self.narrowest_state);
        let details = if self.has_details { self.small_line } else { 0 };
        let height = lines(&face.lines) * self.name_line + details + 2 * self.state_pad.1;
        (width, height)
    }

    /// The text in the head of a cluster.
    pub(super) fn head(&self, node: &Node) -> Face {
        let lines = self.name.lines(&node.name, self.widest_name * 3 / 2, 1);
        let detail = if self.has_details { said(node) } else { String::new() };
        let detail = self.small.lines(&detail, self.widest_name * 3 / 2, 1).concat();
        Face { lines, detail }
    }

    /// The width that the head of a cluster needs.
    pub(super) fn head_width(&self, face: &Face) -> i64 {
        let name: i64 = face.lines.iter().map(|line| self.name.width(line)).sum();
        let detail = self.small.width(&face.detail);
        name + detail + self.glyph + 4 * self.state_pad.0
    }

    /// The text of a label with its size; none of a `Next`. Others without text have dots, so that their lines are told
    /// apart.
    pub(super) fn label(&self, edge: &Edge) -> Option<Tag> {
        let mut lines = self.small.lines(&edge.label, self.widest_label, self.label_lines);
        let widest = |lines: &[String]| lines.iter().map(|line| self.small.width(line)).max();
        if widest(&lines).is_none_or(|widest| widest == 0) {
            if edge.kind == EdgeKind::Next {
                return None;
            }
            lines = vec!["…".to_owned()];
        }
        let widest = widest(&lines).unwrap_or(0);
        let width = widest + 2 * self.label_pad.0;
        let height = self::lines(&lines) * self.small_line + 2 * self.label_pad.1;
        Some(Tag { rect: super::Rect { x: 0, y: 0, width, height }, lines })
    }
}

/// The second line on a state.
fn said(node: &Node) -> String {
    match (node.kind, node.detail.as_str()) {
        (kind, "") => kind.name().to_owned(),
        (NodeKind::Task | NodeKind::Unknown, detail) => detail.to_owned(),
        (kind, detail) => format!("{kind} {detail}"),
    }
}

fn lines(lines: &[String]) -> i64 {
    i64::try_from(lines.len()).unwrap_or(i64::MAX) // a few
}
