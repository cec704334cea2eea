//! The parts of a layout.

use crate::model::{EdgeKind, GraphScope, Node, NodeKind};

/// A drawing of a graph: places in pixels from the upper left corner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The size of all.
    pub width: i64,
    /// The size of all.
    pub height: i64,
    /// The states without states in them, in the order of the document.
    pub states: Vec<Placed>,
    /// The states with states in them, and their branches: each before those within it.
    pub clusters: Vec<Cluster>,
    /// The marks of starts: circles.
    pub starts: Vec<Rect>,
    /// The transitions.
    pub lines: Vec<Line>,
    /// Steps that were taken: they grow with the size of the graph, and not much faster.
    pub work: u64,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Its left border.
    pub x: i64,
    /// Its upper border.
    pub y: i64,
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From above.
    pub y: i64,
}

/// The identity of a state that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The name of the state, whole.
    pub name: String,
    /// Its kind.
    pub kind: NodeKind,
    /// A few words on what it does, not shortened.
    pub detail: String,
    /// True if its scope may end here.
    pub ends: bool,
    /// True if it has retriers.
    pub retries: bool,
    /// The cluster it is in: an index of [`Layout::clusters`].
    pub parent: Option<usize>,
}

/// The text on a state as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// The lines of its name.
    pub lines: Vec<String>,
    /// The line below: what it does.
    pub detail: String,
}

/// A state without states in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The state.
    pub badge: Badge,
    /// The text on it.
    pub face: Face,
    /// Its place.
    pub rect: Rect,
}

/// A state with states in it, or one of several branches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The state; of a branch, the Parallel that has it.
    pub badge: Badge,
    /// The number of a branch.
    pub branch: Option<usize>,
    /// The text in its head; a branch has none.
    pub face: Face,
    /// Its place.
    pub rect: Rect,
    /// The height of its head, where its name is.
    pub head: i64,
}

/// A transition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The state it leaves; none: the mark of a start.
    pub from: Option<String>,
    /// The state it enters.
    pub to: String,
    /// Its kind.
    pub kind: EdgeKind,
    /// The number of its rule or its catcher among those of its state.
    pub index: usize,
    /// Its corners, from the border of the one to the border of the other.
    pub points: Vec<Point>,
    /// Its label.
    pub tag: Option<Tag>,
    /// Its label, whole.
    pub label: String,
    /// The cluster it is in: an index of [`Layout::clusters`].
    pub parent: Option<usize>,
}

/// A label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its place.
    pub rect: Rect,
    /// Its text as it is drawn.
    pub lines: Vec<String>,
}

impl Rect {
    pub(super) fn moved(&self, by: Point) -> Self {
        Rect { x: self.x + by.x, y: self.y + by.y, ..*self }
    }
}

impl Point {
    pub(super) fn moved(self, by: Point) -> Self {
        Point { x: self.x + by.x, y: self.y + by.y }
    }
}

impl Badge {
    pub(super) fn of(node: &Node, parent: Option<usize>) -> Self {
        Badge {
            name: node.name.clone(),
            kind: node.kind,
            detail: node.detail.clone(),
            ends: node.ends,
            retries: node.retries,
            parent,
        }
    }
}

impl Line {
    pub(super) fn of(
        scope: &GraphScope,
        edge: usize,
        points: Vec<Point>,
        tag: Option<Tag>,
        counts: &mut [(usize, usize)],
    ) -> Self {
        let edge = &scope.edges[edge];
        let (rules, catchers) = &mut counts[edge.from];
        let count = match edge.kind {
            EdgeKind::Rule => rules,
            EdgeKind::Catch => catchers,
            EdgeKind::Next | EdgeKind::Default => &mut 0,
        };
        let index = *count;
        *count += 1;
        Line {
            from: Some(scope.nodes[edge.from].name.clone()),
            to: scope.nodes[edge.to].name.clone(),
            kind: edge.kind,
            index,
            points,
            tag,
            label: edge.label.clone(),
            parent: None,
        }
    }

    pub(super) fn begin(scope: &GraphScope, points: Vec<Point>) -> Self {
        let to = scope.start.map(|start| scope.nodes[start].name.clone()).unwrap_or_default();
        Line {
            from: None,
            to,
            kind: EdgeKind::Next,
            index: 0,
            points,
            tag: None,
            label: String::new(),
            parent: None,
        }
    }
}
