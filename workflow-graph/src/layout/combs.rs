//! Lines between two ranks that have ends in common.

use super::ends::{End, Ends, Stroke};
use super::net::Net;
use super::tracks::tracks;
use std::collections::HashMap;

/// The cost of two lines that would lie on each other, in crossings.
const COVERED: usize = 12;

/// Lines with common ends: they share one horizontal line.
#[derive(Clone, Debug, Default)]
pub(super) struct Comb {
    /// The ends towards the rank above, and those towards the rank below.
    pub(super) tops: Vec<i64>,
    pub(super) bottoms: Vec<i64>,
    /// The places of lanes.
    pub(super) lanes: Vec<i64>,
}

impl Comb {
    pub(super) fn span(&self) -> (i64, i64) {
        let all = || self.tops.iter().chain(&self.bottoms).chain(&self.lanes).copied();
        (all().min().unwrap_or(0), all().max().unwrap_or(0))
    }

    /// Counts the crossings that there are with this comb's line above another's.
    pub(super) fn above(&self, other: &Comb) -> usize {
        let within = |x: i64, (low, high): (i64, i64)| usize::from(low < x && x < high);
        let (own, others) = (self.span(), other.span());
        let down: usize = self.bottoms.iter().map(|x| within(*x, others)).sum();
        let up: usize = other.tops.iter().map(|x| within(*x, own)).sum();
        let covered = self.bottoms.iter().filter(|x| other.tops.contains(x)).count();
        down + up + covered * COVERED
    }
}

/// The combs of all gaps.
pub(super) struct Combs {
    pub(super) combs: Vec<Vec<Comb>>,
    /// The comb of each stroke of each route.
    pub(super) of: Vec<Vec<usize>>,
    /// The height of the horizontal line of each comb, counted from above, and their number in each gap.
    pub(super) tracks: Vec<Vec<Option<usize>>>,
    pub(super) counts: Vec<usize>,
}

impl Combs {
    pub(super) fn of(net: &Net, strokes: &[Vec<Stroke>], ends: &Ends) -> Self {
        let (combs, of) = joined(net, strokes, ends);
        let (tracks, counts) = combs.iter().map(|combs| tracks(net, combs)).unzip();
        Combs { combs, of, tracks, counts }
    }

    /// Lists the pairs of ends, an upper and a lower one, whose lines lie on each other for a while.
    pub(super) fn covered(&self, strokes: &[Vec<Stroke>], ends: &Ends) -> Vec<(End, End)> {
        let mut tops: HashMap<(usize, i64), (usize, End)> = HashMap::new();
        let mut bottoms: Vec<((usize, i64), usize, End)> = vec![];
        for (strokes, of) in strokes.iter().zip(&self.of) {
            for (stroke, &comb) in strokes.iter().zip(of) {
                for end in [stroke.from, stroke.to] {
                    let place = (stroke.gap, ends.x(end));
                    match end {
                        End::Border { lower: true, .. } => drop(tops.insert(place, (comb, end))),
                        End::Border { lower: false, .. } => bottoms.push((place, comb, end)),
                        End::Lane(_) => {}
                    }
                }
            }
        }
        let mut found = vec![];
        for (place, comb, end) in bottoms {
            let Some(&(other, top)) = tops.get(&place) else { continue };
            if self.tracks[place.0][comb] < self.tracks[place.0][other] {
                found.push((top, end));
            }
        }
        found.dedup();
        found
    }
}

/// Joins the strokes of each gap that have common ends; also returns the comb of each stroke.
fn joined(net: &Net, strokes: &[Vec<Stroke>], ends: &Ends) -> (Vec<Vec<Comb>>, Vec<Vec<usize>>) {
    let mut numbers: HashMap<(usize, End), usize> = HashMap::new();
    let mut listed: Vec<(usize, End)> = vec![];
    let mut parent: Vec<usize> = vec![];
    let mut number = |gap: usize, end: End, parent: &mut Vec<usize>| {
        *numbers.entry((gap, end)).or_insert_with(|| {
            listed.push((gap, end));
            parent.push(parent.len());
            parent.len() - 1
        })
    };
    let mut firsts: Vec<Vec<usize>> = vec![];
    for strokes in strokes {
        firsts.push(vec![]);
        for stroke in strokes {
            let from = number(stroke.gap, stroke.from, &mut parent);
            let to = number(stroke.gap, stroke.to, &mut parent);
            let (a, b) = (root(&mut parent, from), root(&mut parent, to));
            parent[a.max(b)] = a.min(b);
            if let Some(firsts) = firsts.last_mut() {
                firsts.push(from);
            }
        }
    }
    let mut combs: Vec<Vec<Comb>> = vec![vec![]; net.slots + 1];
    let mut of_root: HashMap<usize, usize> = HashMap::new();
    for (index, &(gap, end)) in listed.iter().enumerate() {
        let root = root(&mut parent, index);
        let at = *of_root.entry(root).or_insert_with(|| {
            combs[gap].push(Comb::default());
            combs[gap].len() - 1
        });
        let comb = &mut combs[gap][at];
        match end {
            End::Border { lower: true, .. } => comb.tops.push(ends.x(end)),
            End::Border { lower: false, .. } => comb.bottoms.push(ends.x(end)),
            End::Lane(_) => comb.lanes.push(ends.x(end)),
        }
    }
    let of = firsts
        .into_iter()
        .map(|firsts| firsts.into_iter().map(|first| of_root[&root(&mut parent, first)]).collect());
    let of = of.collect();
    (combs, of)
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_parallel_do_not_cross() {
        let comb = |top, bottom| Comb { tops: vec![top], bottoms: vec![bottom], lanes: vec![] };
        // To the right, the left one goes below.
        let (a, b) = (comb(0, 10), comb(5, 15));
        assert!(a.above(&b) > b.above(&a));
        // One that ends where another begins goes below it.
        let (a, b) = (comb(0, 5), comb(5, 9));
        assert!(a.above(&b) > b.above(&a));
    }
}
