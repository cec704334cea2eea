//! The ways of lines, and the heights of ranks.

use super::metrics::Metrics;
use super::net::{Net, What};
use super::tracks::{Comb, tracks};
use super::{Point, Rect};
use std::collections::HashMap;

/// A scope, drawn from its upper left corner on.
pub(super) struct Drawn {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) rects: Vec<Rect>,
    /// The points of each route.
    pub(super) lines: Vec<Vec<Point>>,
}

/// The end of a part of a line in the gap between two ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum End {
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
struct Stroke {
    gap: usize,
    from: End,
    to: End,
}

/// Draws what was placed; gaps are counted from the one above the first rank.
pub(super) fn draw(net: &Net, ranks: &[Vec<usize>], xs: &[i64], metrics: &Metrics) -> Drawn {
    let strokes: Vec<Vec<Stroke>> = net.routes.iter().map(|route| strokes(net, route)).collect();
    net.count(strokes.iter().map(Vec::len).sum());
    let ends = Ends::of(net, &strokes, xs, metrics);
    let (combs, of) = combs(net, &strokes, &ends);
    let mut heights = Heights::default();
    let mut y = 0;
    let mut tracks_of: Vec<Vec<Option<i64>>> = vec![];
    for (gap, combs) in combs.iter().enumerate() {
        let (tracks, count) = tracks(net, combs);
        let first = y + metrics.above;
        let at = |track: usize| first + metrics.track * i64::try_from(track).unwrap_or(0);
        tracks_of.push(tracks.into_iter().map(|track| track.map(at)).collect());
        y += gap_height(net, ranks, combs, count, gap, metrics);
        heights.tops.push(y);
        let tallest =
            ranks.get(gap).into_iter().flatten().map(|item| net.items[*item].height).max();
        let tallest = tallest.unwrap_or(0);
        heights.heights.push(tallest);
        y += tallest;
    }
    let rects = rects(net, xs, &heights, metrics);
    let lines = net.routes.iter().zip(&strokes).zip(&of);
    let lines = lines.map(|((route, strokes), of)| {
        let track = |at: usize| tracks_of[strokes[at].gap][of[at]];
        line(&rects, &ends, route.via[0], strokes, track)
    });
    let mut drawn = Drawn { width: 0, height: y, lines: lines.collect(), rects };
    drawn.fit();
    drawn
}

/// The tops and heights of ranks.
#[derive(Default)]
struct Heights {
    tops: Vec<i64>,
    heights: Vec<i64>,
}

fn strokes(net: &Net, route: &super::net::Route) -> Vec<Stroke> {
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
struct Ends {
    xs: HashMap<End, i64>,
}

impl Ends {
    fn of(net: &Net, strokes: &[Vec<Stroke>], xs: &[i64], metrics: &Metrics) -> Self {
        let mut ends = Ends { xs: HashMap::new() };
        let mut lanes = lanes(net, strokes, xs, metrics);
        let mut faults: Vec<(End, Vec<i64>)> = vec![];
        let mut known: HashMap<End, usize> = HashMap::new();
        for stroke in strokes.iter().flatten() {
            for (end, other) in [(stroke.from, stroke.to), (stroke.to, stroke.from)] {
                match end {
                    End::Lane(lane) => drop(ends.xs.insert(
                        end,
                        lanes.remove(&lane).unwrap_or(ends.xs.get(&end).copied().unwrap_or(0)),
                    )),
                    End::Border { item, fault: false, .. } => drop(ends.xs.insert(end, xs[item])),
                    End::Border { .. } => {
                        let at = *known.entry(end).or_insert_with(|| {
                            faults.push((end, vec![]));
                            faults.len() - 1
                        });
                        if let End::Border { item, .. } = other {
                            faults[at].1.push(xs[item]);
                        }
                    }
                }
            }
        }
        for (end, others) in faults {
            let x = ends.fault(net, end, &others, xs, metrics);
            ends.xs.insert(end, x);
        }
        ends
    }

    fn x(&self, end: End) -> i64 {
        self.xs.get(&end).copied().unwrap_or(0) // all are known
    }

    /// Slides the end of catchers' lines on the border of a state to where they come from, and away from the other
    /// lines.
    fn fault(&self, net: &Net, end: End, others: &[i64], xs: &[i64], metrics: &Metrics) -> i64 {
        let End::Border { item, lower, .. } = end else { return 0 };
        let (middle, thing) = (xs[item], &net.items[item]);
        let alone = !lower && !self.xs.contains_key(&End::Border { item, lower, fault: false });
        let right = others.iter().map(|x| x - middle).min_by_key(|x| x.abs()).unwrap_or(1);
        if alone && right.abs() <= metrics.port {
            return middle;
        }
        if alone {
            return middle;
        }
        let most = (thing.width / 2 - metrics.corner).max(0);
        let away = right.abs().max(metrics.port).min(most);
        if right < 0 { middle - away } else { middle + away }
    }
}

/// Places the lanes at the right of all ranks; those whose heights do not meet share a place.
fn lanes(net: &Net, strokes: &[Vec<Stroke>], xs: &[i64], metrics: &Metrics) -> HashMap<usize, i64> {
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
    let mut found = HashMap::new();
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
        found.insert(lane, right + place * (metrics.track + metrics.between) / 2 + metrics.between);
    }
    found
}

/// Joins the strokes of each gap that have common ends; also returns the comb of each stroke.
fn combs(net: &Net, strokes: &[Vec<Stroke>], ends: &Ends) -> (Vec<Vec<Comb>>, Vec<Vec<usize>>) {
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

fn gap_height(
    net: &Net,
    ranks: &[Vec<usize>],
    combs: &[Comb],
    tracks: usize,
    gap: usize,
    metrics: &Metrics,
) -> i64 {
    let outside = gap == 0 || gap == net.slots;
    if outside && tracks == 0 {
        return 0;
    }
    let tracks = metrics.track * i64::try_from(tracks).unwrap_or(0);
    let states = |rank: Option<&Vec<usize>>| {
        rank.into_iter().flatten().any(|item| matches!(net.items[*item].what, What::State(_)))
    };
    let arrows = states(ranks.get(gap)) && combs.iter().any(|comb| !comb.bottoms.is_empty());
    metrics.above + tracks + if arrows { metrics.arrow } else { metrics.below }
}

fn rects(net: &Net, xs: &[i64], heights: &Heights, metrics: &Metrics) -> Vec<Rect> {
    let rect = |(item, x): (&super::net::Item, &i64)| {
        let free = heights.heights[item.slot] - item.height;
        // In the middle of its rank, unless something there is far taller.
        let down = match item.what {
            What::Bend => 0,
            _ if free <= 2 * metrics.name_line => free / 2,
            What::Label(_) => free / 2,
            _ => 0,
        };
        let height = if item.what == What::Bend { heights.heights[item.slot] } else { item.height };
        Rect { x: x - item.left(), y: heights.tops[item.slot] + down, width: item.width, height }
    };
    net.items.iter().zip(xs).map(rect).collect()
}

/// Returns the corners of a line.
fn line(
    rects: &[Rect],
    ends: &Ends,
    first: usize,
    strokes: &[Stroke],
    track: impl Fn(usize) -> Option<i64>,
) -> Vec<Point> {
    let mut points: Vec<Point> = vec![];
    let start = &rects[first];
    if let Some(stroke) = strokes.first() {
        points.push(Point { x: ends.x(stroke.from), y: start.y + start.height });
    }
    for (at, stroke) in strokes.iter().enumerate() {
        if let Some(y) = track(at) {
            points.push(Point { x: ends.x(stroke.from), y });
            points.push(Point { x: ends.x(stroke.to), y });
        }
    }
    if let Some(Stroke { to: to @ End::Border { item, .. }, .. }) = strokes.last() {
        points.push(Point { x: ends.x(*to), y: rects[*item].y });
    }
    simplified(&points)
}

/// Leaves out points where a line goes on in its direction.
fn simplified(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = vec![];
    for point in points {
        if kept.last() == Some(point) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let straight = (before.x == last.x && last.x == point.x)
                || (before.y == last.y && last.y == point.y);
            if straight {
                kept.pop();
            }
        }
        kept.push(*point);
    }
    kept
}

impl Drawn {
    /// Moves all so that it begins at the corner.
    fn fit(&mut self) {
        let points = || self.lines.iter().flatten();
        let lefts = self.rects.iter().map(|rect| rect.x).chain(points().map(|point| point.x));
        let left = lefts.min().unwrap_or(0);
        let rights = self.rects.iter().map(|rect| rect.x + rect.width);
        let right = rights.chain(points().map(|point| point.x + 1)).max().unwrap_or(0);
        self.width = right - left;
        self.rects.iter_mut().for_each(|rect| rect.x -= left);
        self.lines.iter_mut().flatten().for_each(|point| point.x -= left);
    }
}
