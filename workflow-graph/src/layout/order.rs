//! The order of the things in each rank: as few crossings as a bounded search finds, and the rules of a Choice from left
//! to right as they are tried, where that costs none.

use super::net::{Net, What};
use crate::model::{EdgeKind, GraphScope};
use std::collections::{BTreeSet, HashMap};

/// The search ends after so many steps, and so many more for each thing and each link.
const STEPS: u64 = 300_000;
const STEPS_EACH: u64 = 20;
/// The most sweeps, and the most without any success.
const SWEEPS: usize = 24;
const IDLE: usize = 6;

/// Orders all things but turns, which stand beside their states.
pub(super) fn order(net: &Net) -> Vec<Vec<usize>> {
    let mut search = Search::of(net);
    search.begin();
    let mut best = Best { score: search.score(), ranks: search.ranks.clone() };
    if best.score != (0, 0) {
        // As the document has it, but for what saves crossings at once.
        search.exchange();
        best.keep(&search);
    }
    let limit = STEPS + STEPS_EACH * (net.items.len() + search.links) as u64;
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        if best.score == (0, 0) || idle == IDLE || net.work.get() > limit {
            break;
        }
        search.sweep(sweep % 2 == 0);
        search.exchange();
        idle = if best.keep(&search) { 0 } else { idle + 1 };
    }
    best.ranks
}

/// Finds the Choices whose rules do not stand from left to right as they are tried.
pub(super) fn mixed(scope: &GraphScope, net: &Net, ranks: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut last: HashMap<usize, usize> = HashMap::new();
    let mut mixed = BTreeSet::new();
    for item in ranks.iter().flatten() {
        let What::Label(index) = net.items[*item].what else { continue };
        let edge = &scope.edges[index];
        if edge.kind == EdgeKind::Rule && last.insert(edge.from, index) > Some(index) {
            mixed.insert(edge.from);
        }
    }
    mixed
}

/// The best order that was found.
struct Best {
    score: (usize, usize),
    ranks: Vec<Vec<usize>>,
}

impl Best {
    /// Keeps the order of a search, if it is better. Returns if it is.
    fn keep(&mut self, search: &Search<'_>) -> bool {
        let score = search.score();
        let better = score < self.score;
        if better {
            self.score = score;
            self.ranks.clone_from(&search.ranks);
        }
        better
    }
}

struct Search<'n> {
    net: &'n Net,
    /// The neighbours of each thing in the rank above, and in the one below.
    up: Vec<Vec<usize>>,
    down: Vec<Vec<usize>>,
    links: usize,
    ranks: Vec<Vec<usize>>,
    /// The place of each thing in its rank.
    place: Vec<usize>,
}

impl<'n> Search<'n> {
    fn of(net: &'n Net) -> Self {
        let count = net.items.len();
        let links = net.links(false);
        let mut up = vec![vec![]; count];
        let mut down = vec![vec![]; count];
        for &(upper, lower, _) in &links {
            down[upper].push(lower);
            up[lower].push(upper);
        }
        let ranks = vec![vec![]; net.slots];
        Search { net, up, down, links: links.len(), ranks, place: vec![0; count] }
    }

    /// The order of a search in depth from the start: what comes first in the document is on the left.
    fn begin(&mut self) {
        let items = &self.net.items;
        let mut seen: Vec<bool> = items.iter().map(|item| item.turn.is_some()).collect();
        let starts = (0..items.len()).filter(|index| items[*index].what == What::Start);
        let tops = (0..items.len()).filter(|index| self.up[*index].is_empty());
        let mut stack: Vec<usize> = vec![];
        for root in starts.chain(tops).chain(0..items.len()) {
            stack.push(root);
            while let Some(item) = stack.pop() {
                if std::mem::replace(&mut seen[item], true) {
                    continue;
                }
                self.ranks[items[item].slot].push(item);
                stack.extend(self.down[item].iter().rev());
            }
        }
        self.net.count(items.len() + self.links);
        (0..self.ranks.len()).for_each(|rank| self.settle(rank));
    }

    fn settle(&mut self, rank: usize) {
        for (at, item) in self.ranks[rank].iter().enumerate() {
            self.place[*item] = at;
        }
    }

    /// Moves each thing to the middle of its neighbours in the rank before; those without stay.
    fn sweep(&mut self, downwards: bool) {
        let count = self.ranks.len();
        for step in 1..count {
            let rank = if downwards { step } else { count - 1 - step };
            let near = if downwards { &self.up } else { &self.down };
            let items = std::mem::take(&mut self.ranks[rank]);
            let middle = |item: usize| {
                let places: usize = near[item].iter().map(|it| self.place[*it]).sum();
                (places * 4096).checked_div(near[item].len())
            };
            let mut moving: Vec<(usize, usize)> =
                items.iter().filter_map(|item| Some((middle(*item)?, *item))).collect();
            moving.sort_by_key(|(middle, _)| *middle);
            let mut moved = moving.into_iter().map(|(_, item)| item);
            let order = items.iter().map(|item| {
                if near[*item].is_empty() { *item } else { moved.next().unwrap_or(*item) }
            });
            self.ranks[rank] = order.collect();
            self.settle(rank);
        }
        self.net.count(self.net.items.len() + self.links);
    }

    /// Exchanges neighbours as long as that saves crossings.
    fn exchange(&mut self) {
        for up_first in [true, false] {
            let near = if up_first { &mut self.up } else { &mut self.down };
            near.iter_mut().for_each(|near| near.sort_by_key(|item| self.place[*item]));
        }
        for _ in 0..4 {
            let mut better = false;
            for rank in 0..self.ranks.len() {
                better |= self.exchange_in(rank);
            }
            if !better {
                break;
            }
        }
    }

    fn exchange_in(&mut self, rank: usize) -> bool {
        let mut better = false;
        for at in 1..self.ranks[rank].len() {
            let (left, right) = (self.ranks[rank][at - 1], self.ranks[rank][at]);
            let (mut now, mut then) = (0, 0);
            for near in [&self.up, &self.down] {
                self.net.count(near[left].len() + near[right].len() + 1);
                now += self.crossed(&near[left], &near[right]);
                then += self.crossed(&near[right], &near[left]);
            }
            if then < now {
                self.ranks[rank].swap(at - 1, at);
                self.place[left] = at;
                self.place[right] = at - 1;
                better = true;
            }
        }
        if better {
            self.sort_beside(rank);
        }
        better
    }

    /// Sorts the neighbours of the things beside a rank by their places in it.
    fn sort_beside(&mut self, rank: usize) {
        if let Some(above) = rank.checked_sub(1) {
            for &item in &self.ranks[above] {
                self.net.count(self.down[item].len());
                self.down[item].sort_by_key(|item| self.place[*item]);
            }
        }
        for &item in self.ranks.get(rank + 1).into_iter().flatten() {
            self.net.count(self.up[item].len());
            self.up[item].sort_by_key(|item| self.place[*item]);
        }
    }

    /// Counts the crossings of the lines of two things side by side; both lists are in order.
    fn crossed(&self, left: &[usize], right: &[usize]) -> usize {
        let mut before = 0;
        let mut crossed = 0;
        for item in left {
            let place = self.place[*item];
            while right.get(before).is_some_and(|other| self.place[*other] < place) {
                before += 1;
            }
            crossed += before;
        }
        crossed
    }

    /// The crossings, and the rules of Choices that do not stand in their order.
    fn score(&self) -> (usize, usize) {
        (self.crossings(), self.disordered())
    }

    /// Counts the labels of a Choice that stand before an earlier one of its labels.
    fn disordered(&self) -> usize {
        let mut last: HashMap<usize, usize> = HashMap::new();
        let mut count = 0;
        for item in self.ranks.iter().flatten() {
            let (What::Label(edge), [above]) = (self.net.items[*item].what, &self.up[*item][..])
            else {
                continue;
            };
            let latest = last.entry(*above).or_insert(edge);
            count += usize::from(edge < *latest);
            *latest = edge.max(*latest);
        }
        count
    }

    fn crossings(&self) -> usize {
        self.ranks.windows(2).map(|pair| self.between(&pair[0], pair[1].len())).sum()
    }

    /// Counts the crossings between a rank and the one below it, which has so many things: pairs of lines in the wrong
    /// order, by sums over a binary tree.
    fn between(&self, upper: &[usize], below: usize) -> usize {
        let leaves = below.next_power_of_two();
        let mut tree = vec![0_usize; 2 * leaves];
        let mut crossed = 0;
        for item in upper {
            let mut places: Vec<usize> =
                self.down[*item].iter().map(|it| self.place[*it]).collect();
            places.sort_unstable();
            self.net.count(places.len());
            for place in &places {
                let mut at = leaves + place;
                while at > 1 {
                    if at.is_multiple_of(2) {
                        crossed += tree[at + 1];
                    }
                    at /= 2;
                }
            }
            for place in places {
                let mut at = leaves + place;
                while at > 0 {
                    tree[at] += 1;
                    at /= 2;
                }
            }
        }
        self.net.count(upper.len() + below);
        crossed
    }
}

/// Puts the turns beside their states, on the side that their lines come from.
pub(super) fn insert_turns(net: &Net, ranks: &mut [Vec<usize>]) {
    let place = net.places(ranks);
    // The other end of a turn's line, and the other ends of its state's lines on the same side.
    let mut beyond: Vec<Vec<usize>> = vec![vec![]; net.items.len()];
    let mut ends: Vec<Vec<(bool, usize)>> = vec![vec![]; net.items.len()];
    for (upper, lower, _) in net.links(true) {
        for (item, other, below) in [(upper, lower, true), (lower, upper, false)] {
            match net.items[item].turn {
                Some(state) => beyond[item].push(net.items[other].turn.map_or(other, |_| state)),
                None if net.items[other].turn.is_none() => ends[item].push((below, other)),
                None => {}
            }
        }
    }
    let mut sides: Vec<[Vec<(usize, usize)>; 2]> = vec![[vec![], vec![]]; net.items.len()];
    for (turn, item) in net.items.iter().enumerate() {
        let Some(state) = item.turn else { continue };
        let other = beyond[turn].iter().copied().find(|other| *other != state);
        let left = other.is_some_and(|other| {
            let below = net.items[other].slot > item.slot;
            let same: Vec<usize> =
                ends[state].iter().filter(|end| end.0 == below).map(|end| place[end.1]).collect();
            !same.is_empty() && same.iter().all(|same| place[other] < *same)
        });
        let near = other.map_or(0, |other| place[other] + 1);
        sides[state][usize::from(!left)].push((near, turn));
    }
    for rank in ranks {
        let items = std::mem::take(rank);
        net.count(items.len());
        for item in items {
            let [mut left, mut right] = std::mem::take(&mut sides[item]);
            left.sort_unstable();
            right.sort_unstable();
            rank.extend(left.into_iter().map(|(_, turn)| turn));
            rank.push(item);
            rank.extend(right.into_iter().map(|(_, turn)| turn));
        }
    }
}
