//! Transitions that share their lines, and the ranks that labels have between those of states.

use super::Tag;
use crate::model::{EdgeKind, GraphScope};
use std::collections::BTreeMap;

/// Transitions with one target, of one kind and direction, share their line from where they meet.
pub(super) struct Bundles {
    /// The bundle of each transition.
    pub(super) of: Vec<usize>,
    /// The lane of each bundle that takes one.
    pub(super) lane: Vec<Option<usize>>,
    pub(super) lanes: usize,
}

impl Bundles {
    /// Lines pass the ranks between their states as long as there are not too many bends; the longest ones take a lane
    /// beside the drawing.
    pub(super) fn of(scope: &GraphScope, ranks: &[usize]) -> Self {
        let mut keys: BTreeMap<(usize, bool, bool), usize> = BTreeMap::new();
        let mut costs: Vec<usize> = vec![];
        let mut of = vec![];
        for edge in &scope.edges {
            let back = ranks[edge.to] <= ranks[edge.from];
            let bundle =
                *keys.entry((edge.to, edge.kind == EdgeKind::Catch, back)).or_insert_with(|| {
                    costs.push(0);
                    costs.len() - 1
                });
            costs[bundle] += 2 * ranks[edge.to].abs_diff(ranks[edge.from]);
            of.push(bundle);
        }
        let mut left = 2_000 + 6 * scope.nodes.len() + 2 * scope.edges.len();
        let mut order: Vec<usize> = (0..costs.len()).collect();
        order.sort_by_key(|bundle| costs[*bundle]);
        let mut lane = vec![None; costs.len()];
        let mut lanes = 0;
        for bundle in order {
            if costs[bundle] <= left {
                left -= costs[bundle];
            } else {
                lane[bundle] = Some(lanes);
                lanes += 1;
            }
        }
        Bundles { of, lane, lanes }
    }
}

/// Ranks of states and, between them, ranks of labels where there are labels.
pub(super) struct Slots {
    /// The slot of each rank: of states at twice their rank plus two, of labels between. The first two are the start's.
    pub(super) of: Vec<usize>,
    pub(super) count: usize,
}

impl Slots {
    pub(super) fn of(
        scope: &GraphScope,
        ranks: &[usize],
        tags: &[Option<Tag>],
        bundles: &Bundles,
    ) -> Self {
        let states = ranks.iter().max().map_or(0, |most| most + 1);
        let mut used = vec![false; 2 * states + 3];
        ranks.iter().for_each(|rank| used[2 * rank + 2] = true);
        if let Some(start) = scope.start {
            used[2 * ranks[start]] = true;
        }
        for (index, edge) in scope.edges.iter().enumerate() {
            if tags[index].is_some() {
                let lane = bundles.lane[bundles.of[index]].is_some();
                used[label_rank(ranks[edge.from], ranks[edge.to], lane)] = true;
            }
        }
        let mut count = 0;
        let of = used.iter().map(|used| {
            count += usize::from(*used);
            count.max(1) - 1
        });
        let of = of.collect();
        Slots { of, count }
    }

    pub(super) fn of_state(&self, rank: usize) -> usize {
        self.of[2 * rank + 2]
    }
}

/// The rank of a label: below its state, or above it on a way back, or beside it on a loop.
pub(super) fn label_rank(from: usize, to: usize, lane: bool) -> usize {
    match from.cmp(&to) {
        _ if lane => 2 * from + 3,
        std::cmp::Ordering::Less => 2 * from + 3,
        std::cmp::Ordering::Equal => 2 * from + 2,
        std::cmp::Ordering::Greater => 2 * from + 1,
    }
}
