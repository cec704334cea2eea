//! The layout of a graph.
//!
//! Layers after Sugiyama, as dagre, ELK and Graphviz have them: ranks by longest paths, bends where lines pass ranks,
//! few crossings by sweeps to the middle of neighbours and exchanges, coordinates after Brandes and Köpf, and labels
//! that have ranks of their own as in dagre. Left out are lines across the borders of scopes, which the States Language
//! does not have, so each scope is laid out alone and is one box in the scope around it; lines run at right angles as in
//! ELK, lines to one state join, and lines too long for bends take lanes beside the ranks, which bounds time and memory.

mod boxes;
mod bundles;
mod combs;
mod ends;
mod metrics;
mod net;
mod order;
mod parts;
mod place;
mod ranks;
mod route;
mod straight;
mod tracks;

use crate::model::{EdgeKind, Graph, GraphScope, Node};
use boxes::Contents;
pub(crate) use metrics::Metrics;
use net::What;
pub use parts::{Badge, Cluster, Face, Layout, Line, Placed, Point, Rect, Tag};
use route::Drawn;
use std::collections::{BTreeSet, HashMap};

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

/// A scope in which the rules of some Choices have numbers, since their places do not say which is tried first.
fn numbered(scope: &GraphScope, choices: &BTreeSet<usize>) -> GraphScope {
    let mut scope = scope.clone();
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for edge in &mut scope.edges {
        if edge.kind == EdgeKind::Rule && choices.contains(&edge.from) {
            let count = counts.entry(edge.from).or_default();
            *count += 1;
            edge.label = format!("{count}. {}", edge.label);
        }
    }
    scope
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

impl Inner {
    fn of(scope: &GraphScope, inner: &[Option<Inner>], metrics: &Metrics) -> Self {
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
        let (mut net, mut tags) = net::net(scope, &sizes, &ranks, metrics);
        let mut order = order::order(&net);
        let mixed = order::mixed(scope, &net, &order);
        if !mixed.is_empty() {
            let spent = net.work.get();
            (net, tags) = net::net(&numbered(scope, &mixed), &sizes, &ranks, metrics);
            order = order::order(&net);
            net.work.set(net.work.get() + spent);
        }
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
