//! The parts of lines between two ranks, and the places where they end.

use super::metrics::Metrics;
use super::net::{Net, Route, What};
use std::collections::HashMap;

/// The end of a part of a line in the gap between two ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum End {
    /// The lower (or upper) border of a thing; `fault` on states only.
    Border {
        item: usize,
        lower: bool,
        fault: bool,
    },
    Lane(usize),
}

/// A part of a line: from one end to another through a gap.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) gap: usize,
    pub(super) from: End,
    pub(super) to: End,
}

/// Lists the parts of a line, from its first state on.
pub(super) fn strokes(net: &Net, route: &Route) -> Vec<Stroke> {
    let fault = |item: usize| route.fault && !net.items[item].what.is_passed();
    let border = |item: usize, lower: bool| End::Border { item, lower, fault: fault(item) };
    let slot = |item: usize| net.items[item].slot;
    let mut strokes = vec![];
    let last = route.via.len() - 2;
    for (index, pair) in route.via.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        if let (Some(lane), true) = (route.lane, index == last) {
            strokes.push(Stroke { gap: slot(a) + 1, from: border(a, true), to: End::Lane(lane) });
            strokes.push(Stroke { gap: slot(b), from: End::Lane(lane), to: border(b, false) });
            continue;
        }
        let (gap, out, into) = match slot(a).cmp(&slot(b)) {
            std::cmp::Ordering::Less => (slot(b), true, false),
            std::cmp::Ordering::Greater => (slot(a), false, true),
            // Below the state that a line leaves, above the one it enters.
            std::cmp::Ordering::Equal if index == 0 => (slot(a) + 1, true, true),
            std::cmp::Ordering::Equal => (slot(a), false, false),
        };
        strokes.push(Stroke { gap, from: border(a, out), to: border(b, into) });
    }
    strokes
}

/// The places of ends.
pub(super) struct Ends {
    xs: HashMap<End, i64>,
    /// The times that ends were moved aside.
    jogs: HashMap<End, usize>,
}

impl Ends {
    pub(super) fn of(net: &Net, strokes: &[Vec<Stroke>], xs: &[i64], metrics: &Metrics) -> Self {
        let lanes = lanes(net, strokes, xs, metrics);
        let mut ends = Ends {
            xs: lanes.map(|(lane, x)| (End::Lane(lane), x)).collect(),
            jogs: HashMap::new(),
        };
        // The other ends of catchers' lines, by their ends.
        let mut faults: HashMap<End, Vec<i64>> = HashMap::new();
        for stroke in strokes.iter().flatten() {
            for (end, other) in [(stroke.from, stroke.to), (stroke.to, stroke.from)] {
                match (end, other) {
                    (End::Border { fault: true, .. }, End::Border { item, .. }) => {
                        faults.entry(end).or_default().push(xs[item]);
                    }
                    (End::Border { fault: true, .. }, End::Lane(_)) => {
                        faults.entry(end).or_default();
                    }
                    (End::Border { item, .. }, _) => drop(ends.xs.insert(end, xs[item])),
                    (End::Lane(_), _) => {}
                }
            }
        }
        let faults: Vec<_> = faults
            .into_iter()
            .map(|(end, others)| (end, ends.fault(net, end, &others, xs, metrics)))
            .collect();
        ends.xs.extend(faults);
        ends
    }

    /// Moves one end of each pair aside, a bend rather than the border of a state, to another side each time.
    pub(super) fn jog(&mut self, net: &Net, covered: &[(End, End)], metrics: &Metrics) {
        let bend = |end: End| match end {
            End::Border { item, .. } => net.items[item].what == What::Bend,
            End::Lane(_) => false,
        };
        for &(upper, lower) in covered {
            let end = if bend(lower) && !bend(upper) { lower } else { upper };
            let End::Border { item, lower, fault } = end else { continue };
            let both = if bend(end) { vec![true, false] } else { vec![lower] };
            let times = self.jogs.entry(end).or_insert(0);
            *times += 1;
            let by = [1, -2, 3, -1, -2, 0].get(*times - 1).copied().unwrap_or(0) * metrics.jog;
            for lower in both {
                if let Some(x) = self.xs.get_mut(&End::Border { item, lower, fault }) {
                    *x += by;
                }
            }
        }
    }

    pub(super) fn x(&self, end: End) -> i64 {
        self.xs.get(&end).copied().unwrap_or(0) // all are known
    }

    /// Slides the end of catchers' lines on the border of a state to where they come from, and away from the other
    /// lines.
    fn fault(&self, net: &Net, end: End, others: &[i64], xs: &[i64], metrics: &Metrics) -> i64 {
        let End::Border { item, lower, .. } = end else { return 0 };
        let (middle, thing) = (xs[item], &net.items[item]);
        let aside = others.iter().map(|x| x - middle).min_by_key(|x| x.abs()).unwrap_or(1);
        let alone = !lower && !self.xs.contains_key(&End::Border { item, lower, fault: false });
        if alone {
            let slight = others.len() == 1 && aside.abs() <= metrics.port;
            return if slight { middle + aside } else { middle };
        }
        let most = (thing.width / 2 - metrics.corner).max(0);
        let away = aside.abs().max(metrics.port).min(most);
        if aside < 0 { middle - away } else { middle + away }
    }
}

/// Places the lanes at the right of all ranks; those whose heights do not meet share a place.
fn lanes(
    net: &Net,
    strokes: &[Vec<Stroke>],
    xs: &[i64],
    metrics: &Metrics,
) -> impl Iterator<Item = (usize, i64)> + use<> {
    let mut spans: Vec<Option<(usize, usize, usize)>> = vec![None; net.lanes];
    for stroke in strokes.iter().flatten() {
        for end in [stroke.from, stroke.to] {
            if let End::Lane(lane) = end {
                let (low, high, _) = spans[lane].unwrap_or((stroke.gap, stroke.gap, lane));
                spans[lane] = Some((low.min(stroke.gap), high.max(stroke.gap), lane));
            }
        }
    }
    let mut spans: Vec<_> = spans.into_iter().flatten().collect();
    spans.sort_unstable();
    let right = net.items.iter().zip(xs).map(|(item, x)| x + item.right()).max().unwrap_or(0);
    let mut free = std::collections::BinaryHeap::new();
    let mut found = vec![];
    let mut count = 0;
    for (low, high, lane) in spans {
        let place = match free.peek() {
            Some(&std::cmp::Reverse((end, place))) if end < low => {
                free.pop();
                place
            }
            _ => {
                count += 1;
                count
            }
        };
        free.push(std::cmp::Reverse((high, place)));
        found.push((lane, right + metrics.between + place * (metrics.track + metrics.between) / 2));
    }
    found.into_iter()
}
