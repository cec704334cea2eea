//! Drawings in a terminal: with the ranks of the layout where they fit, else a list.

mod canvas;
mod list;
mod signs;

use crate::layout::{Layout, Line, Metrics, Placed};
use crate::model::Graph;
use canvas::Canvas;
pub use signs::Characters;
use signs::Signs;

/// The widths of names that are tried, one after the other.
const NAMES: [i64; 4] = [30, 22, 16, 11];
/// More states are listed at once.
const MOST_STATES: usize = 1_000;

/// Draws a graph with characters, at most `columns` in a line.
///
/// Names are broken and shortened until the ranks fit; if they do not, each state is a line, and so is each transition.
///
/// ```
/// let document = serde_json::json!({
///     "StartAt": "Greet",
///     "States": { "Greet": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } }
/// });
/// let graph = workflow_graph::Graph::read(&document);
/// let drawing = workflow_graph::text(&graph, workflow_graph::Characters::Ascii, 80);
/// assert_eq!(drawing, "    *\n    v\n+-------+\n| Greet |\n+---o---+\n");
/// ```
#[must_use]
pub fn text(graph: &Graph, characters: Characters, columns: usize) -> String {
    let signs = characters.signs();
    let most = i64::try_from(columns).unwrap_or(i64::MAX);
    if graph.len() <= MOST_STATES {
        for names in NAMES {
            let layout = Layout::with(graph, &Metrics::cells(names, most, signs.of_kind));
            if layout.width <= most {
                return drawn(&layout, signs);
            }
        }
    }
    list::list(graph, signs, columns)
}

fn drawn(layout: &Layout, signs: &Signs) -> String {
    let mut canvas = Canvas::new(layout.width, layout.height);
    for cluster in layout.clusters.iter().filter(|cluster| cluster.branch.is_none()) {
        canvas.frame(cluster.rect);
        let title = format!(" {} ", cluster.face.lines.concat());
        canvas.write(cluster.rect.x + 2, cluster.rect.y, &title);
        if cluster.badge.ends {
            canvas.end(cluster.rect, signs.end);
        }
    }
    for state in &layout.states {
        self::state(&mut canvas, state, signs);
    }
    for line in &layout.lines {
        self::line(&mut canvas, line, signs);
    }
    for start in &layout.starts {
        canvas.write(start.x, start.y, signs.start);
    }
    canvas.text(signs)
}

fn state(canvas: &mut Canvas, state: &Placed, signs: &Signs) {
    let rect = state.rect;
    canvas.frame(rect);
    for (line, y) in state.face.lines.iter().zip(rect.y + 1..) {
        canvas.centred(rect.x, y, rect.width, line);
    }
    if state.badge.ends {
        canvas.end(rect, signs.end);
    }
}

fn line(canvas: &mut Canvas, line: &Line, signs: &Signs) {
    let fault = line.kind == crate::model::EdgeKind::Catch;
    canvas.line(&line.points, line.from.is_some(), fault);
    if let Some(last) = line.points.last() {
        canvas.write(last.x, last.y - 1, signs.arrow);
    }
    // Where a loop joins another line, that line's arrow does not say that it leads upwards.
    for pair in line.points.windows(2).filter(|pair| pair[1].y + 1 < pair[0].y) {
        canvas.write(pair[0].x, i64::midpoint(pair[0].y, pair[1].y), signs.up);
    }
    if let Some(tag) = &line.tag {
        for (text, y) in tag.lines.iter().zip(tag.rect.y..) {
            canvas.centred(tag.rect.x, y, tag.rect.width, &format!(" {text} "));
        }
    }
}

#[cfg(test)]
mod tests;
