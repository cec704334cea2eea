//! Lines that can be straight: what the mean of four alignments bends a little is straightened.

use super::metrics::Metrics;
use super::net::Net;
use super::place::distance;

/// Moves things that follow one another, and nothing else as much, to one vertical line where there is room.
pub(super) fn straighten(net: &Net, ranks: &[Vec<usize>], xs: &mut [i64], metrics: &Metrics) {
    let chains = chains(net);
    let mut beside = vec![(None, None); net.items.len()];
    for rank in ranks {
        for pair in rank.windows(2) {
            beside[pair[0]].1 = Some(pair[1]);
            beside[pair[1]].0 = Some(pair[0]);
        }
    }
    for _ in 0..2 {
        for chain in &chains {
            net.count(chain.len());
            let mut rest = &chain[..];
            while !rest.is_empty() {
                let (run, room) = run(net, rest, &beside, xs, metrics);
                let mut places: Vec<i64> = rest[..run].iter().map(|item| xs[*item]).collect();
                places.sort_unstable();
                let x = places[places.len() / 2].clamp(room.0, room.1);
                rest[..run].iter().for_each(|item| xs[*item] = x);
                rest = &rest[run..];
            }
        }
    }
}

/// Returns how many of these things can stand in one line, and from where to where: one at least.
fn run(
    net: &Net,
    chain: &[usize],
    beside: &[(Option<usize>, Option<usize>)],
    xs: &[i64],
    metrics: &Metrics,
) -> (usize, (i64, i64)) {
    let mut room = (i64::MIN, i64::MAX);
    for (count, &item) in chain.iter().enumerate() {
        let (left, right) = beside[item];
        let low = left.map_or(i64::MIN, |left| xs[left] + distance(net, left, item, metrics));
        let high = right.map_or(i64::MAX, |right| xs[right] - distance(net, item, right, metrics));
        let next = (room.0.max(low), room.1.min(high));
        if next.0 > next.1 {
            return (count.max(1), room);
        }
        room = next;
    }
    (chain.len(), room)
}

/// Lists the things that follow one another: each is the one that its neighbour is connected to most.
fn chains(net: &Net) -> Vec<Vec<usize>> {
    let count = net.items.len();
    // The heaviest link of each thing upwards and downwards; none if two are as heavy.
    let (mut up, mut down) = (vec![(0, None); count], vec![(0, None); count]);
    for (upper, lower, weight) in net.links(true) {
        for (best, other) in [(&mut down[upper], lower), (&mut up[lower], upper)] {
            if weight > best.0 {
                *best = (weight, Some(other));
            } else if weight == best.0 {
                best.1 = None;
            }
        }
    }
    let next = |item: usize| down[item].1.filter(|below| up[*below].1 == Some(item));
    let begins = |item: usize| up[item].1.is_none_or(|above| next(above) != Some(item));
    let firsts = (0..count).filter(|item| begins(*item) && next(*item).is_some());
    firsts.map(|first| std::iter::successors(Some(first), |item| next(*item)).collect()).collect()
}
