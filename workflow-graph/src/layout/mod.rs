//! The layout of a graph.
//!
//! Layers after Sugiyama, as dagre, ELK and Graphviz have them: ranks by longest paths, bends where lines pass ranks,
//! few crossings by sweeps to the middle of neighbours and exchanges, coordinates after Brandes and Köpf, and labels
//! that have ranks of their own as in dagre. Left out are lines across the borders of scopes, which the States Language
//! does not have, so each scope is laid out alone and is one box in the scope around it; lines run at right angles as in
//! ELK, lines to one state join, and lines too long for bends take lanes beside the ranks, which bounds time and memory.

mod metrics;
mod net;
mod order;
mod place;
mod ranks;
mod route;
mod straight;
mod tracks;

use crate::model::{EdgeKind, Graph, Kind, Node, Scope};
pub(crate) use metrics::Metrics;
use net::What;
use route::Drawn;

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
    pub kind: Kind,
    /// A few words on what it does, whole.
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

impl Layout {
    /// Lays a graph out.
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        Self::with(graph, &Metrics::page())
    }

    /// Lays a graph out with these measures.
    pub(crate) fn with(graph: &Graph, metrics: &Metrics) -> Self {
        let mut layout = Layout::default();
        let mut inner: Vec<Option<Inner>> = graph.scopes.iter().map(|_| None).collect();
        // Scopes stand behind those around them.
        for number in (0..graph.scopes.len()).rev() {
            let inside = Inner::of(&graph.scopes[number], &inner, metrics);
            layout.work += inside.work;
            inner[number] = Some(inside);
        }
        let margin = metrics.margin;
        let (mut width, mut height) = (0, 0);
        if let Some(Some(outermost)) = inner.first() {
            (width, height) = (outermost.drawn.width, outermost.drawn.height);
        }
        layout.width = width + 2 * margin;
        layout.height = height + 2 * margin;
        if !graph.scopes.is_empty() {
            layout.scope(graph, &mut inner, 0, Point { x: margin, y: margin }, None, metrics);
        }
        layout
    }

    /// Puts the things of a scope where its corner is. As deep as scopes are read.
    fn scope(
        &mut self,
        graph: &Graph,
        inner: &mut [Option<Inner>],
        number: usize,
        corner: Point,
        parent: Option<usize>,
        metrics: &Metrics,
    ) {
        let Some(inside) = inner[number].take() else { return };
        let scope = &graph.scopes[number];
        let mut tags = inside.tags;
        for (what, rect) in inside.whats.iter().zip(&inside.drawn.rects) {
            let rect = rect.moved(corner);
            match *what {
                What::State(index) => {
                    let node = &scope.nodes[index];
                    let badge = Badge::of(node, parent);
                    match &inside.boxes[index] {
                        None => {
                            let face = metrics.face(node);
                            self.states.push(Placed { badge, face, rect });
                        }
                        Some(contents) => {
                            self.cluster(graph, inner, (node, badge, rect), contents, metrics);
                        }
                    }
                }
                What::Start => self.starts.push(rect),
                What::Label(edge) => {
                    if let Some(tag) = &mut tags[edge] {
                        tag.rect = rect;
                    }
                }
                What::Bend => {}
            }
        }
        let mut counts = vec![(0, 0); scope.nodes.len()];
        for (edge, mut points) in inside.edges.into_iter().zip(inside.drawn.lines) {
            points.iter_mut().for_each(|point| *point = point.moved(corner));
            let line = match edge {
                Some(edge) => Line::of(scope, edge, points, tags[edge].take(), &mut counts),
                None => Line::begin(scope, points),
            };
            self.lines.push(Line { parent, ..line });
        }
    }

    fn cluster(
        &mut self,
        graph: &Graph,
        inner: &mut [Option<Inner>],
        (node, badge, rect): (&Node, Badge, Rect),
        contents: &Contents,
        metrics: &Metrics,
    ) {
        let own = self.clusters.len();
        let face = metrics.head(node);
        self.clusters.push(Cluster {
            badge: badge.clone(),
            branch: None,
            face,
            rect,
            head: metrics.header,
        });
        // What is narrower than the head stands in the middle.
        let corner = Point { x: rect.x + (rect.width - contents.width) / 2, y: rect.y };
        for (branch, (&number, place)) in node.within.iter().zip(&contents.places).enumerate() {
            let place = place.moved(corner);
            let (mut parent, mut at) = (own, Point { x: place.x, y: place.y });
            if node.within.len() > 1 {
                parent = self.clusters.len();
                let badge = Badge { parent: Some(own), ends: false, ..badge.clone() };
                let face = Face::default();
                self.clusters.push(Cluster {
                    badge,
                    branch: Some(branch),
                    face,
                    rect: place,
                    head: 0,
                });
                let width = inner[number].as_ref().map_or(0, |inside| inside.drawn.width);
                at = Point { x: at.x + (place.width - width) / 2, y: at.y + metrics.branch_pad.1 };
            }
            self.scope(graph, inner, number, at, Some(parent), metrics);
        }
    }
}

/// A scope that is laid out, and its states' contents.
struct Inner {
    drawn: Drawn,
    whats: Vec<What>,
    /// The transition of each line.
    edges: Vec<Option<usize>>,
    tags: Vec<Option<Tag>>,
    boxes: Vec<Option<Contents>>,
    work: u64,
}

/// The places of the scopes in a state, from its upper left corner.
struct Contents {
    width: i64,
    height: i64,
    places: Vec<Rect>,
}

impl Inner {
    fn of(scope: &Scope, inner: &[Option<Inner>], metrics: &Metrics) -> Self {
        let boxes: Vec<Option<Contents>> =
            scope.nodes.iter().map(|node| Contents::of(node, inner, metrics)).collect();
        let sizes: Vec<(i64, i64)> = scope
            .nodes
            .iter()
            .zip(&boxes)
            .map(|(node, contents)| match contents {
                Some(contents) => {
                    (contents.width.max(metrics.head_width(&metrics.head(node))), contents.height)
                }
                None => metrics.state(&metrics.face(node)),
            })
            .collect();
        let ranks = ranks::ranks(scope);
        let (net, tags) = net::net(scope, &sizes, &ranks, metrics);
        let mut order = order::order(&net);
        order::insert_turns(&net, &mut order);
        let xs = place::place(&net, &order, metrics);
        let drawn = route::draw(&net, &order, &xs, metrics);
        Inner {
            drawn,
            whats: net.items.iter().map(|item| item.what).collect(),
            edges: net.routes.iter().map(|route| route.edge).collect(),
            tags,
            boxes,
            work: net.work.get(),
        }
    }
}

impl Contents {
    /// Puts the scopes in a state side by side, in several rows if they are many; none if it has none.
    fn of(node: &Node, inner: &[Option<Inner>], metrics: &Metrics) -> Option<Self> {
        if node.within.is_empty() {
            return None;
        }
        let several = node.within.len() > 1;
        let pad = if several { metrics.branch_pad } else { (0, 0) };
        let sizes: Vec<(i64, i64)> = node
            .within
            .iter()
            .map(|number| {
                inner[*number].as_ref().map_or((0, 0), |it| (it.drawn.width, it.drawn.height))
            })
            .map(|(width, height)| (width + 2 * pad.0, height + 2 * pad.1))
            .collect();
        let rows = rows(&sizes, metrics);
        let (mut places, mut width, mut y) =
            (vec![], 0, metrics.header + if several { 0 } else { metrics.cluster_pad.1 });
        for row in rows {
            let height = row.iter().map(|(_, height)| *height).max().unwrap_or(0);
            let mut x = metrics.cluster_pad.0;
            for (wide, _) in row {
                places.push(Rect { x, y, width: *wide, height });
                x += wide + metrics.branch_gap;
            }
            width = width.max(x - metrics.branch_gap + metrics.cluster_pad.0);
            y += height + metrics.branch_gap;
        }
        let height = y - metrics.branch_gap + metrics.cluster_pad.1;
        Some(Contents { width, height, places })
    }
}

/// Breaks boxes into rows of about the same width: few stand in one.
fn rows<'s>(sizes: &'s [(i64, i64)], metrics: &Metrics) -> Vec<&'s [(i64, i64)]> {
    const FEW: usize = 5;
    let area: i64 = sizes.iter().map(|(width, height)| width * height).sum();
    let most = match metrics.widest_row {
        0 if sizes.len() <= FEW => i64::MAX,
        0 => (area * 2).isqrt().max(1_200),
        most => most,
    };
    let mut rows = vec![];
    let (mut first, mut width) = (0, 0);
    for (index, (wide, _)) in sizes.iter().enumerate() {
        if index > first && width + wide > most {
            rows.push(&sizes[first..index]);
            (first, width) = (index, 0);
        }
        width += wide + metrics.branch_gap;
    }
    rows.push(&sizes[first..]);
    rows
}

impl Rect {
    fn moved(&self, by: Point) -> Self {
        Rect { x: self.x + by.x, y: self.y + by.y, ..*self }
    }
}

impl Point {
    fn moved(self, by: Point) -> Self {
        Point { x: self.x + by.x, y: self.y + by.y }
    }
}

impl Badge {
    fn of(node: &Node, parent: Option<usize>) -> Self {
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
    fn of(
        scope: &Scope,
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

    fn begin(scope: &Scope, points: Vec<Point>) -> Self {
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
