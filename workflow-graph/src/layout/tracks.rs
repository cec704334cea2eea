//! The horizontal lines between two ranks: which of them share a height, and which is above which.

use super::combs::Comb;
use super::net::Net;

/// More lines than this in one gap are ordered by their ends alone.
const COMPARED: usize = 48;

/// Returns the height of each comb's line, from 0 downwards (none: it has no horizontal part), and their number.
pub(super) fn tracks(net: &Net, combs: &[Comb]) -> (Vec<Option<usize>>, usize) {
    let spans: Vec<(i64, i64)> = combs.iter().map(Comb::span).collect();
    let mut wide: Vec<usize> =
        (0..combs.len()).filter(|index| spans[*index].0 < spans[*index].1).collect();
    if wide.len() <= COMPARED {
        wide = compared(net, combs, &wide);
    } else {
        wide.sort_by_key(|index| by_ends(&combs[*index]));
    }
    let mut deepest = Deepest::over(wide.iter().map(|index| spans[*index]));
    let mut tracks = vec![None; combs.len()];
    let mut count = 0;
    for index in wide {
        let track = deepest.put(spans[index]);
        net.count(16);
        tracks[index] = Some(track);
        count = count.max(track + 1);
    }
    (tracks, count)
}

/// Takes again and again the comb that costs the fewest crossings above all others.
fn compared(net: &Net, combs: &[Comb], wide: &[usize]) -> Vec<usize> {
    let overlap = |a: (i64, i64), b: (i64, i64)| a.0 <= b.1 && b.0 <= a.1;
    let count = wide.len();
    // How much worse it is to have one above another than below.
    let mut worse = vec![vec![0_i64; count]; count];
    for one in 0..count {
        for other in one + 1..count {
            let (a, b) = (&combs[wide[one]], &combs[wide[other]]);
            net.count(1 + a.bottoms.len() + b.bottoms.len());
            if overlap(a.span(), b.span()) {
                let signed = |steps: usize| i64::try_from(steps).unwrap_or(i64::MAX);
                let cost = signed(a.above(b)) - signed(b.above(a));
                worse[one][other] = cost;
                worse[other][one] = -cost;
            }
        }
    }
    let mut sums: Vec<i64> =
        worse.iter().map(|row| row.iter().filter(|cost| **cost > 0).sum()).collect();
    let mut left: Vec<usize> = (0..count).collect();
    let mut order = vec![];
    while let Some(at) = (0..left.len()).min_by_key(|at| sums[left[*at]]) {
        let taken = left.remove(at);
        for &other in &left {
            sums[other] -= worse[other][taken].max(0);
        }
        order.push(wide[taken]);
    }
    order
}

/// Lines that lead to the right go below those further right; lines that lead to the left below those further left.
fn by_ends(comb: &Comb) -> (bool, i64) {
    let top = comb.tops.iter().min().or(comb.bottoms.iter().min()).copied().unwrap_or(0);
    let (low, _) = comb.span();
    let rightwards = low == top;
    (!rightwards, if rightwards { -top } else { top })
}

/// The deepest line above each place, in a binary tree over the places where lines begin and end.
struct Deepest {
    places: Vec<i64>,
    /// Of each part of the places: the number of lines in it that reach the whole of it, and those in any of it.
    whole: Vec<usize>,
    any: Vec<usize>,
}

impl Deepest {
    fn over(spans: impl Iterator<Item = (i64, i64)>) -> Self {
        let mut places: Vec<i64> = spans.flat_map(|(low, high)| [low, high]).collect();
        places.sort_unstable();
        places.dedup();
        let size = 2 * places.len().next_power_of_two();
        Deepest { places, whole: vec![0; size], any: vec![0; size] }
    }

    /// Puts a line below all that it overlaps, and returns its height.
    fn put(&mut self, (low, high): (i64, i64)) -> usize {
        let at = |x: i64| self.places.partition_point(|place| *place < x);
        let (low, high) = (at(low), at(high) + 1);
        let size = self.any.len() / 2;
        let track = self.most(1, (0, size), (low, high));
        self.set(1, (0, size), (low, high), track + 1);
        track
    }

    fn most(&self, node: usize, part: (usize, usize), span: (usize, usize)) -> usize {
        if span.1 <= part.0 || part.1 <= span.0 {
            return 0;
        }
        if span.0 <= part.0 && part.1 <= span.1 {
            return self.any[node];
        }
        let middle = usize::midpoint(part.0, part.1);
        let halves = self.most(2 * node, (part.0, middle), span);
        let halves = halves.max(self.most(2 * node + 1, (middle, part.1), span));
        halves.max(self.whole[node])
    }

    fn set(&mut self, node: usize, part: (usize, usize), span: (usize, usize), depth: usize) {
        if span.1 <= part.0 || part.1 <= span.0 {
            return;
        }
        self.any[node] = self.any[node].max(depth);
        if span.0 <= part.0 && part.1 <= span.1 {
            self.whole[node] = self.whole[node].max(depth);
            return;
        }
        let middle = usize::midpoint(part.0, part.1);
        self.set(2 * node, (part.0, middle), span, depth);
        self.set(2 * node + 1, (middle, part.1), span, depth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_lies_below_those_it_overlaps() {
        let spans = [(0, 10), (20, 30), (10, 12), (13, 19), (0, 40), (35, 36)];
        let mut deepest = Deepest::over(spans.into_iter());
        assert_eq!(spans.map(|span| deepest.put(span)), [0, 0, 1, 0, 2, 3]);
    }
}
