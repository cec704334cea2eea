//! SVG: self-contained, without scripts; pages colour it by custom properties and attributes.

mod glyph;
mod line;
mod style;

use crate::layout::{Badge, Cluster, Face, Layout, Line, Placed, Rect};
use crate::model::{EdgeKind, NodeKind};
use crate::widths::shown;
use std::collections::HashSet;
use std::fmt::Write as _;
pub use style::{CSS, Style, Theme};

/// Draws a layout as SVG.
///
/// Each state is a `<g class="state" data-state="NAME" data-kind="Task">` that takes the focus, each Map and Parallel a
/// `<g class="cluster" data-state="NAME" data-kind="Map">`, and each transition a `<g class="transition">` with a
/// `<path class="edge" data-from="NAME" data-to="NAME" data-edge="next|rule|default|catch" data-index="0">`. A page
/// recolours a state by the custom properties `--wg-state-fill`, `--wg-state-stroke` and `--wg-state-ink`, a
/// transition by `--wg-edge`, and all by those that [`Style`] lists.
#[must_use]
pub fn svg(layout: &Layout, style: &Style) -> String {
    let mut page = Page { text: String::new() };
    page.open(layout, style);
    for cluster in &layout.clusters {
        page.cluster(cluster);
    }
    page.put("<g class=\"transitions\" aria-hidden=\"true\">\n");
    let joined = joined(layout);
    layout.lines.iter().for_each(|line| page.line(line, joined.contains(&end(line))));
    layout.lines.iter().for_each(|line| page.tag(line));
    page.put("</g>\n");
    for start in &layout.starts {
        let (x, y, radius) =
            (start.x + start.width / 2, start.y + start.height / 2, start.width / 2);
        page.put(&format!("<circle class=\"start\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>\n"));
    }
    for state in &layout.states {
        page.state(state);
    }
    page.put("</svg>\n");
    page.text
}

/// The state that a line of a catcher enters, with the cluster it is in.
fn end(line: &Line) -> (Option<usize>, &str) {
    (line.parent, &line.to)
}

/// The states that several lines of catchers enter.
fn joined(layout: &Layout) -> HashSet<(Option<usize>, &str)> {
    let mut entered = HashSet::new();
    let catchers = layout.lines.iter().filter(|line| line.kind == EdgeKind::Catch);
    catchers.map(end).filter(|end| !entered.insert(*end)).collect()
}

struct Page {
    text: String,
}

/// The side of a glyph.
const GLYPH: i64 = 20;

impl Page {
    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn open(&mut self, layout: &Layout, style: &Style) {
        let (width, height) = (layout.width, layout.height);
        let title = escaped(&style.title);
        let theme = style.theme.class();
        self.put(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"workflow-graph{theme}\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{title}\">\n<style>{}</style>\n",
            style::CSS
        ));
        if style.canvas {
            self.put(&format!("<rect class=\"canvas\" width=\"{width}\" height=\"{height}\"/>\n"));
        }
    }

    fn cluster(&mut self, cluster: &Cluster) {
        let badge = &cluster.badge;
        if let Some(branch) = cluster.branch {
            let name = escaped(&badge.name);
            self.put(&format!("<g class=\"branch\" data-of=\"{name}\" data-branch=\"{branch}\">"));
            self.rect("box", cluster.rect, 8);
            return self.put("</g>\n");
        }
        self.begin("cluster", badge);
        self.rect("box", cluster.rect, 10);
        let middle = cluster.rect.y + cluster.head / 2;
        let left = cluster.rect.x + 10;
        self.glyph(badge.kind, left + GLYPH / 2, middle + 2);
        let mut x = left + GLYPH + 8;
        let name = cluster.face.lines.concat();
        self.words("name", x, middle + 7, &name);
        x += crate::layout::Metrics::page().name.width(&name) + 8;
        self.words("detail", x, middle + 7, &cluster.face.detail);
        self.marks(badge, cluster.rect);
        self.put("</g>\n");
    }

    fn state(&mut self, state: &Placed) {
        let (badge, rect) = (&state.badge, state.rect);
        self.begin("state", badge);
        self.rect("box", rect, 8);
        self.glyph(badge.kind, rect.x + 10 + GLYPH / 2, rect.y + rect.height / 2);
        self.face(&state.face, rect);
        self.marks(badge, rect);
        self.put("</g>\n");
    }

    /// The name and the line below it, in the middle of the height.
    fn face(&mut self, face: &Face, rect: Rect) {
        let metrics = crate::layout::Metrics::page();
        let x = rect.x + metrics.state_pad.0 + metrics.glyph;
        let mut y = rect.y + metrics.state_pad.1 + 13;
        for line in &face.lines {
            self.words("name", x, y, line);
            y += metrics.name_line;
        }
        self.words("detail", x, y - 1, &face.detail);
    }

    fn begin(&mut self, class: &str, badge: &Badge) {
        let (name, kind) = (escaped(&badge.name), badge.kind);
        let mut told = format!("{name}, {kind}");
        let more = [
            (!badge.detail.is_empty()).then(|| escaped(&badge.detail)),
            badge.retries.then(|| "retries".to_owned()),
            badge.ends.then(|| "ends".to_owned()),
        ];
        for more in more.into_iter().flatten() {
            let _ = write!(told, ", {more}"); // writing to a string cannot fail
        }
        let attributes = if badge.ends { " data-end=\"true\"" } else { "" };
        self.put(&format!(
            "<g class=\"{class}\" data-state=\"{name}\" data-kind=\"{kind}\"{attributes} tabindex=\"0\" role=\"button\" \
             aria-label=\"{told}\"><title>{told}</title>"
        ));
    }

    fn rect(&mut self, class: &str, rect: Rect, radius: i64) {
        let Rect { x, y, width, height } = rect;
        self.put(&format!(
            "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>"
        ));
    }

    fn glyph(&mut self, kind: NodeKind, x: i64, y: i64) {
        let path = glyph::path(kind);
        self.put(&format!(
            "<g class=\"glyph\" transform=\"translate({x} {y})\"><rect x=\"-10\" y=\"-10\" width=\"{GLYPH}\" \
             height=\"{GLYPH}\" rx=\"6\"/><path d=\"{path}\"/></g>"
        ));
    }

    fn words(&mut self, class: &str, x: i64, y: i64, text: &str) {
        if !text.is_empty() {
            let text = escaped(text);
            self.put(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{text}</text>"));
        }
    }

    /// The marks of an end, below, and of retriers, at the upper right.
    fn marks(&mut self, badge: &Badge, rect: Rect) {
        if badge.ends {
            let (x, y) = (rect.x + rect.width / 2, rect.y + rect.height);
            self.put(&format!(
                "<g class=\"end\" transform=\"translate({x} {y})\"><circle r=\"6\"/><circle class=\"dot\" r=\"3\"/></g>"
            ));
        }
        if badge.retries {
            let (x, y) = (rect.x + rect.width - 2, rect.y + 2);
            self.put(&format!(
                "<g class=\"retry\" transform=\"translate({x} {y})\"><circle r=\"7\"/><path d=\"{}\"/></g>",
                glyph::RETRY
            ));
        }
    }

    /// Draws a line. Dashes agree where lines part; with `joins` they agree where lines meet.
    fn line(&mut self, line: &Line, joins: bool) {
        let to = escaped(&line.to);
        let from = line.from.as_ref().map(|from| format!(" data-from=\"{}\"", escaped(from)));
        let from = from.unwrap_or_default();
        let (kind, index) = (line.kind.name(), line.index);
        let ends = format!("{from} data-to=\"{to}\" data-edge=\"{kind}\" data-index=\"{index}\"");
        self.put(&format!("<g class=\"transition {kind}\"{ends}>"));
        if !line.label.is_empty() {
            self.put(&format!("<title>{}</title>", escaped(&line.label)));
        }
        let path = line::path(&line.points);
        let dashes = match joins {
            true => format!(" stroke-dashoffset=\"{}\"", line::offset(&line.points)),
            false => String::new(),
        };
        self.put(&format!("<path class=\"edge\"{ends} d=\"{path}\"{dashes}/>"));
        self.put(&format!("<path class=\"arrow\" d=\"{}\"/></g>\n", line::arrow(&line.points)));
    }

    fn tag(&mut self, line: &Line) {
        let Some(tag) = &line.tag else { return };
        let metrics = crate::layout::Metrics::page();
        let (from, to) = (escaped(line.from.as_deref().unwrap_or_default()), escaped(&line.to));
        let (kind, index) = (line.kind.name(), line.index);
        self.put(&format!(
            "<g class=\"label {kind}\" data-from=\"{from}\" data-to=\"{to}\" data-edge=\"{kind}\" data-index=\"{index}\">\
             <title>{}</title>",
            escaped(&line.label)
        ));
        self.rect("chip", tag.rect, 5);
        let x = tag.rect.x + tag.rect.width / 2;
        let mut y = tag.rect.y + metrics.label_pad.1 + 10;
        for line in &tag.lines {
            self.words("words", x, y, line);
            y += metrics.small_line;
        }
        self.put("</g>\n");
    }
}

/// A text as it stands in XML, in attributes and between tags.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for char in shown(text).chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            char => safe.push(char),
        }
    }
    safe
}
