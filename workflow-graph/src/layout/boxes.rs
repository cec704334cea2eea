//! The contents of states that have scopes.

use super::{Inner, Metrics, Rect};
use crate::model::Node;

/// The places of the scopes in a state, from its upper left corner.
pub(super) struct Contents {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) places: Vec<Rect>,
}

impl Contents {
    /// Puts the scopes in a state side by side, in several rows if they are many; none if it has none.
    pub(super) fn of(node: &Node, inner: &[Option<Inner>], metrics: &Metrics) -> Option<Self> {
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
            (vec![], 0, metrics.header + if several { 0 } else { metrics.cluster_pad.1 / 4 });
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
