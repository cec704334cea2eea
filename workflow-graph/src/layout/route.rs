//! The ways of lines, and the heights of ranks.

use super::combs::{Comb, Combs};
use super::ends::{End, Ends, Stroke, strokes};
use super::metrics::Metrics;
use super::net::{Net, What};
use super::{Point, Rect};

/// A scope, drawn from its upper left corner on.
pub(super) struct Drawn {
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) rects: Vec<Rect>,
    /// The points of each route.
    pub(super) lines: Vec<Vec<Point>>,
}

/// The most times that lines are moved off others.
const JOGS: usize = 6;

/// Draws what was placed; gaps are counted from the one above the first rank.
pub(super) fn draw(net: &Net, ranks: &[Vec<usize>], xs: &[i64], metrics: &Metrics) -> Drawn {
    let strokes: Vec<Vec<Stroke>> = net.routes.iter().map(|route| strokes(net, route)).collect();
    net.count(strokes.iter().map(Vec::len).sum());
    let mut ends = Ends::of(net, &strokes, xs, metrics);
    let mut combs = Combs::of(net, &strokes, &ends);
    for _ in 0..JOGS {
        let covered = combs.covered(&strokes, &ends);
        if covered.is_empty() || metrics.jog == 0 {
            break;
        }
        ends.jog(net, &covered, metrics);
        combs = Combs::of(net, &strokes, &ends);
    }
    let mut heights = Heights::default();
    let mut y = 0;
    let mut tracks_of: Vec<Vec<Option<i64>>> = vec![];
    for gap in 0..=net.slots {
        let first = y + metrics.above;
        let at = |track: usize| first + metrics.track * i64::try_from(track).unwrap_or(0);
        tracks_of.push(combs.tracks[gap].iter().map(|track| track.map(at)).collect());
        y += gap_height(net, ranks, &combs.combs[gap], combs.counts[gap], gap, metrics);
        heights.tops.push(y);
        let tallest =
            ranks.get(gap).into_iter().flatten().map(|item| net.items[*item].height).max();
        let tallest = tallest.unwrap_or(0);
        heights.heights.push(tallest);
        y += tallest;
    }
    let rects = rects(net, xs, &heights, metrics);
    let lines = net.routes.iter().zip(&strokes).zip(&combs.of);
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
