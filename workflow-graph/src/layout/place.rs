//! The horizontal coordinates: four alignments after Brandes and Köpf, and their mean.

use super::metrics::Metrics;
use super::net::{Net, What};
use super::straight::straighten;
use std::collections::HashSet;

/// Returns the middle of each thing; neighbours keep their distance.
pub(super) fn place(net: &Net, ranks: &[Vec<usize>], metrics: &Metrics) -> Vec<i64> {
    let links = net.links(true);
    let crossed = crossed(net, ranks, &links);
    let mut found: Vec<Vec<i64>> = vec![];
    for mirrored in [false, true] {
        let ranks: Vec<Vec<usize>> = ranks
            .iter()
            .map(|rank| if mirrored { rank.iter().rev().copied().collect() } else { rank.clone() })
            .collect();
        for upwards in [false, true] {
            let blocks = Blocks::of(net, &ranks, &links, &crossed, upwards);
            let mut xs = blocks.place(net, &ranks, metrics, mirrored);
            if mirrored {
                xs.iter_mut().for_each(|x| *x = -*x);
            }
            found.push(xs);
        }
    }
    let mut xs = join(net, &found);
    straighten(net, ranks, &mut xs, metrics);
    xs
}

/// Moves the four to the narrowest one, and takes the mean of the middle two of each thing.
fn join(net: &Net, found: &[Vec<i64>]) -> Vec<i64> {
    let left =
        |xs: &[i64]| net.items.iter().zip(xs).map(|(it, x)| x - it.left()).min().unwrap_or(0);
    let right =
        |xs: &[i64]| net.items.iter().zip(xs).map(|(it, x)| x + it.right()).max().unwrap_or(0);
    let spans: Vec<(i64, i64)> = found.iter().map(|xs| (left(xs), right(xs))).collect();
    let narrowest =
        spans.iter().min_by_key(|(left, right)| right - left).copied().unwrap_or((0, 0));
    // The first two are pushed to the left, the others to the right.
    let moves: Vec<i64> = spans
        .iter()
        .enumerate()
        .map(
            |(index, (left, right))| {
                if index < 2 { narrowest.0 - left } else { narrowest.1 - right }
            },
        )
        .collect();
    (0..net.items.len())
        .map(|item| {
            let mut xs: Vec<i64> = found.iter().zip(&moves).map(|(xs, by)| xs[item] + by).collect();
            xs.sort_unstable();
            (xs[1] + xs[2]).div_euclid(2)
        })
        .collect()
}

impl super::net::Item {
    /// The part of its width left of its middle.
    pub(super) fn left(&self) -> i64 {
        self.width / 2
    }

    /// The part of its width right of its middle.
    pub(super) fn right(&self) -> i64 {
        self.width - self.width / 2
    }
}

/// Lines that cross a line between two bends: that one stays straight.
fn crossed(
    net: &Net,
    ranks: &[Vec<usize>],
    links: &[(usize, usize, u8)],
) -> HashSet<(usize, usize)> {
    let place = net.places(ranks);
    let mut by_rank: Vec<Vec<(usize, usize, bool)>> = vec![vec![]; ranks.len()];
    for &(upper, lower, _) in links {
        let inner = [upper, lower].iter().all(|item| net.items[*item].what == What::Bend);
        by_rank[net.items[upper].slot].push((upper, lower, inner));
    }
    let mut found = HashSet::new();
    for mut links in by_rank {
        links.sort_by_key(|(upper, lower, _)| (place[*lower], place[*upper]));
        net.count(links.len());
        // Between two lines that stay straight, in the order of their lower ends, the upper ends stay between theirs.
        let mut from = 0;
        let mut least = 0;
        for at in 0..=links.len() {
            let most = match links.get(at) {
                Some(&(upper, _, true)) => place[upper],
                Some(_) => continue,
                None => usize::MAX,
            };
            for &(upper, lower, inner) in &links[from..at] {
                if !inner && (place[upper] < least || place[upper] > most) {
                    found.insert((upper, lower));
                }
            }
            from = at;
            least = if most == usize::MAX { least } else { least.max(most) };
        }
    }
    found
}

/// Things that stand in one vertical line.
struct Blocks {
    /// The first thing of each thing's block.
    root: Vec<usize>,
}

impl Blocks {
    /// Aligns each thing with the middle one of those before it, the straightest lines first.
    fn of(
        net: &Net,
        ranks: &[Vec<usize>],
        links: &[(usize, usize, u8)],
        crossed: &HashSet<(usize, usize)>,
        upwards: bool,
    ) -> Self {
        let count = net.items.len();
        let place = net.places(ranks);
        let mut near: Vec<Vec<(usize, u8)>> = vec![vec![]; count];
        for &(upper, lower, weight) in links {
            if !crossed.contains(&(upper, lower)) {
                let (item, other) = if upwards { (upper, lower) } else { (lower, upper) };
                near[item].push((other, weight));
            }
        }
        let mut root: Vec<usize> = (0..count).collect();
        let mut taken = vec![false; count];
        let mut order: Vec<&Vec<usize>> = ranks.iter().collect();
        if upwards {
            order.reverse();
        }
        for rank in order {
            let mut free = 0;
            for &item in rank {
                let near = &mut near[item];
                let most = near.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
                near.retain(|(_, weight)| *weight == most);
                near.sort_unstable_by_key(|(other, _)| place[*other]);
                net.count(near.len() + 1);
                let (low, high) = (near.len().saturating_sub(1) / 2, near.len() / 2);
                for &(other, _) in near.iter().take(high + 1).skip(low) {
                    if !taken[other] && place[other] >= free && root[item] == item {
                        taken[other] = true;
                        root[item] = root[other];
                        free = place[other] + 1;
                    }
                }
            }
        }
        Blocks { root }
    }

    /// Places the blocks as far left as their distances allow, then each as far right as those behind it allow.
    fn place(
        &self,
        net: &Net,
        ranks: &[Vec<usize>],
        metrics: &Metrics,
        mirrored: bool,
    ) -> Vec<i64> {
        let count = net.items.len();
        let mut behind: Vec<Vec<(usize, i64)>> = vec![vec![]; count];
        let mut before = vec![0_usize; count];
        for rank in ranks {
            for pair in rank.windows(2) {
                let (left, right) = if mirrored { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
                let distance = distance(net, left, right, metrics);
                behind[self.root[pair[0]]].push((self.root[pair[1]], distance));
                before[self.root[pair[1]]] += 1;
            }
        }
        let mut ready: Vec<usize> =
            (0..count).filter(|item| self.root[*item] == *item && before[*item] == 0).collect();
        let mut order = vec![];
        let mut xs = vec![0_i64; count];
        while let Some(block) = ready.pop() {
            order.push(block);
            net.count(1 + behind[block].len());
            for &(next, distance) in &behind[block] {
                xs[next] = xs[next].max(xs[block] + distance);
                before[next] -= 1;
                if before[next] == 0 {
                    ready.push(next);
                }
            }
        }
        for &block in order.iter().rev() {
            let most = behind[block].iter().map(|(next, distance)| xs[*next] - distance).min();
            xs[block] = xs[block].max(most.unwrap_or(xs[block]));
        }
        (0..count).map(|item| xs[self.root[item]]).collect()
    }
}

/// The least distance of the middles of two neighbours.
pub(super) fn distance(net: &Net, left: usize, right: usize, metrics: &Metrics) -> i64 {
    let (left, right) = (&net.items[left], &net.items[right]);
    let passed = left.what.is_passed() || right.what.is_passed();
    left.right() + if passed { metrics.between } else { metrics.beside } + right.left()
}
