//! The things that are placed: states, labels, and the bends of lines that pass ranks.

use super::bundles::{Bundles, Slots, label_rank};
use super::metrics::Metrics;
use super::{Rect, Tag};
use crate::model::{EdgeKind, GraphScope};
use std::cell::Cell;
use std::collections::HashMap;

/// A thing with a rank.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) what: What,
    /// Its rank among those of states and labels.
    pub(super) slot: usize,
    pub(super) width: i64,
    pub(super) height: i64,
    /// The state beside which a line turns here, upwards or from upwards.
    pub(super) turn: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A state: its index in the scope.
    State(usize),
    /// The mark of the start.
    Start,
    /// The label of a transition: its index in the scope.
    Label(usize),
    /// A place that lines pass.
    Bend,
}

/// The way of a line: of a transition, or from the mark of the start.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub(super) edge: Option<usize>,
    /// True for a catcher: its line has a place of its own on the borders of states.
    pub(super) fault: bool,
    /// The weight of its being straight.
    pub(super) weight: u8,
    /// The things it passes, from its first state to its last.
    pub(super) via: Vec<usize>,
    /// The lane beside the drawing that it takes before the last thing it passes.
    pub(super) lane: Option<usize>,
}

/// All that is placed in a scope.
pub(super) struct Net {
    pub(super) items: Vec<Item>,
    pub(super) slots: usize,
    pub(super) routes: Vec<Route>,
    pub(super) lanes: usize,
    /// Steps that were taken so far.
    pub(super) work: Cell<u64>,
}

impl Net {
    /// The place of each thing in its rank.
    pub(super) fn places(&self, ranks: &[Vec<usize>]) -> Vec<usize> {
        let mut places = vec![0; self.items.len()];
        for rank in ranks {
            rank.iter().enumerate().for_each(|(at, item)| places[*item] = at);
        }
        places
    }

    /// Counts steps.
    pub(super) fn count(&self, steps: usize) {
        self.work.set(self.work.get() + steps as u64);
    }

    /// The pairs of things in neighbouring ranks that a line connects, the upper first, each once, with its weight.
    /// With `turns` as they are placed, else as if lines that lead upwards ended at their states.
    pub(super) fn links(&self, turns: bool) -> Vec<(usize, usize, u8)> {
        let mut known: HashMap<(usize, usize), usize> = HashMap::new();
        let mut links: Vec<(usize, usize, u8)> = vec![];
        for route in &self.routes {
            let passed = match route.lane {
                Some(_) => &route.via[..route.via.len() - 1],
                None => &route.via[..],
            };
            self.count(passed.len());
            for pair in passed.windows(2) {
                let stands = |item: usize| match self.items[item].turn {
                    Some(state) if !turns => state,
                    _ => item,
                };
                let (from, to) = (stands(pair[0]), stands(pair[1]));
                let (one, other) = (self.items[from].slot, self.items[to].slot);
                if one == other {
                    continue;
                }
                let (upper, lower) = if one < other { (from, to) } else { (to, from) };
                let passed = [upper, lower].map(|item| self.items[item].what);
                let weight = match passed {
                    [What::Bend, What::Bend] => 5,
                    [one, other] if one.is_passed() && other.is_passed() => 4,
                    _ => route.weight,
                };
                let at = *known.entry((upper, lower)).or_insert_with(|| {
                    links.push((upper, lower, 0));
                    links.len() - 1
                });
                links[at].2 = links[at].2.max(weight);
            }
        }
        links
    }
}

impl What {
    /// True for all but states.
    pub(super) fn is_passed(self) -> bool {
        matches!(self, What::Label(_) | What::Bend)
    }
}

/// Makes the things of a scope, whose states have these sizes and ranks.
pub(super) fn net(
    scope: &GraphScope,
    sizes: &[(i64, i64)],
    ranks: &[usize],
    metrics: &Metrics,
) -> (Net, Vec<Option<Tag>>) {
    let tags: Vec<Option<Tag>> = scope.edges.iter().map(|edge| metrics.label(edge)).collect();
    let bundles = Bundles::of(scope, ranks);
    let slots = Slots::of(scope, ranks, &tags, &bundles);
    let mut made =
        Making { metrics, scope, bundles, slots, tags, items: vec![], shared: HashMap::new() };
    for (index, &(width, height)) in sizes.iter().enumerate() {
        let slot = made.slots.of_state(ranks[index]);
        made.item(What::State(index), slot, width, height);
    }
    let mut routes = vec![];
    if let Some(start) = scope.start {
        routes.push(made.start(start));
    }
    routes.extend((0..scope.edges.len()).map(|edge| made.route(edge, ranks)));
    let net = Net {
        items: made.items,
        slots: made.slots.count,
        routes,
        lanes: made.bundles.lanes,
        work: Cell::new(0),
    };
    (net, made.tags)
}

struct Making<'s> {
    metrics: &'s Metrics,
    scope: &'s GraphScope,
    bundles: Bundles,
    slots: Slots,
    tags: Vec<Option<Tag>>,
    items: Vec<Item>,
    /// The bends that a bundle shares, by its slots.
    shared: HashMap<(usize, usize), usize>,
}

impl Making<'_> {
    fn item(&mut self, what: What, slot: usize, width: i64, height: i64) -> usize {
        self.items.push(Item { what, slot, width, height, turn: None });
        self.items.len() - 1
    }

    fn start(&mut self, start: usize) -> Route {
        let slot = self.items[start].slot - 1; // a slot of its own was made before it
        let mark = self.metrics.mark;
        let mark = self.item(What::Start, slot, mark, mark);
        Route { edge: None, fault: false, weight: 3, via: vec![mark, start], lane: None }
    }

    fn route(&mut self, index: usize, ranks: &[usize]) -> Route {
        let edge = &self.scope.edges[index];
        let (from, to) = (edge.from, edge.to);
        let weight = match edge.kind {
            EdgeKind::Next => 3,
            EdgeKind::Rule | EdgeKind::Default => 2,
            EdgeKind::Catch => 1,
        };
        let fault = edge.kind == EdgeKind::Catch;
        let lane = self.bundles.lane[self.bundles.of[index]];
        let place = self.slots.of[label_rank(ranks[from], ranks[to], lane.is_some())];
        let via = match (lane, ranks[from].cmp(&ranks[to])) {
            (Some(_), _) => {
                [Some(from), self.label(index, place), Some(to)].into_iter().flatten().collect()
            }
            (None, std::cmp::Ordering::Less) => self.forward(index, place),
            (None, std::cmp::Ordering::Equal) => self.around(index, place),
            (None, std::cmp::Ordering::Greater) => self.backward(index, place),
        };
        Route { edge: Some(index), fault, weight, via, lane }
    }

    fn label(&mut self, edge: usize, slot: usize) -> Option<usize> {
        let Rect { width, height, .. } = self.tags[edge].as_ref()?.rect;
        Some(self.item(What::Label(edge), slot, width, height))
    }

    /// The bend that the bundle of a transition has in a slot.
    fn bend(&mut self, edge: usize, slot: usize) -> usize {
        let key = (self.bundles.of[edge], slot);
        if let Some(known) = self.shared.get(&key) {
            return *known;
        }
        let bend = self.item(What::Bend, slot, 0, 0);
        self.shared.insert(key, bend);
        bend
    }

    fn forward(&mut self, index: usize, place: usize) -> Vec<usize> {
        let (from, to) = (self.scope.edges[index].from, self.scope.edges[index].to);
        let mut via = vec![from];
        via.extend(self.label(index, place));
        for slot in self.items[via[via.len() - 1]].slot + 1..self.items[to].slot {
            via.push(self.bend(index, slot));
        }
        via.push(to);
        via
    }

    /// A loop of one state.
    fn around(&mut self, index: usize, place: usize) -> Vec<usize> {
        let state = self.scope.edges[index].from;
        let turn = match self.label(index, place) {
            Some(label) => label,
            None => self.item(What::Bend, place, 0, 0),
        };
        self.items[turn].turn = Some(state);
        vec![state, turn, state]
    }

    /// Down, up beside the ranks, and down again.
    fn backward(&mut self, index: usize, place: usize) -> Vec<usize> {
        let (from, to) = (self.scope.edges[index].from, self.scope.edges[index].to);
        let foot = self.item(What::Bend, self.items[from].slot, 0, 0);
        self.items[foot].turn = Some(from);
        let mut via = vec![from, foot];
        via.extend(self.label(index, place));
        let last = self.items[via[via.len() - 1]].slot;
        for slot in (self.items[to].slot + 1..last).rev() {
            via.push(self.bend(index, slot));
        }
        let head = self.bend(index, self.items[to].slot);
        self.items[head].turn = Some(to);
        via.extend([head, to]);
        via
    }
}
