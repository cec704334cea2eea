//! Lines with round corners.

use crate::layout::Point;
use std::fmt::Write as _;

/// The radius of a corner, where there is room for it.
const RADIUS: f64 = 8.0;
/// An arrowhead, whose line ends within it.
const HEAD: i64 = 8;
const HALF: i64 = 4;
const SHORT: i64 = 5;
/// The length after which dashes repeat.
const DASHES: f64 = 9.0;

/// The path through these corners, to the middle of the arrowhead.
pub(super) fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for part in parts(points) {
        // Writing to a string cannot fail.
        let _ = match part {
            Part::Begin(x, y) => write!(path, "M{} {}", Short(x), Short(y)),
            Part::Line(x, y) => write!(path, "L{} {}", Short(x), Short(y)),
            Part::Corner { at: (a, b), to: (x, y), .. } => {
                write!(path, "Q{} {} {} {}", Short(a), Short(b), Short(x), Short(y))
            }
        };
    }
    path
}

/// The offset of dashes with which they end at the target: where lines join, their dashes agree.
pub(super) fn offset(points: &[Point]) -> Short {
    let mut length = 0.0;
    let mut last = (0.0, 0.0);
    for part in parts(points) {
        match part {
            Part::Begin(x, y) => last = (x, y),
            Part::Line(x, y) => {
                length += f64::hypot(x - last.0, y - last.1);
                last = (x, y);
            }
            Part::Corner { radius, to, .. } => {
                length += radius * CORNER;
                last = to;
            }
        }
    }
    Short(DASHES - length % DASHES)
}

/// The length of a quadratic corner with the radius 1.
const CORNER: f64 = 1.623_225_240_140_231;

/// The head of an arrow downwards, at the end of a line.
pub(super) fn arrow(points: &[Point]) -> String {
    let Some(Point { x, y }) = points.last() else { return String::new() };
    format!("M{x} {y}l-{HALF}-{HEAD}h{}Z", 2 * HALF)
}

enum Part {
    Begin(f64, f64),
    Line(f64, f64),
    Corner { at: (f64, f64), to: (f64, f64), radius: f64 },
}

fn parts(points: &[Point]) -> Vec<Part> {
    #[allow(clippy::cast_precision_loss, reason = "pixels are far below 2^52")]
    let mut corners: Vec<(f64, f64)> = points.iter().map(|it| (it.x as f64, it.y as f64)).collect();
    if let [.., before, last] = corners.as_mut_slice() {
        #[allow(clippy::cast_precision_loss, reason = "a few pixels")]
        let short = (SHORT as f64).min(last.1 - before.1);
        last.1 -= short.max(0.0);
    }
    let mut parts = vec![];
    for (index, &at) in corners.iter().enumerate() {
        let near = (index.checked_sub(1).and_then(|it| corners.get(it)), corners.get(index + 1));
        match near {
            (None, _) => parts.push(Part::Begin(at.0, at.1)),
            (_, None) => parts.push(Part::Line(at.0, at.1)),
            (Some(&before), Some(&after)) => {
                let length = |other: (f64, f64)| f64::hypot(other.0 - at.0, other.1 - at.1);
                let radius = RADIUS.min(length(before) / 2.0).min(length(after) / 2.0);
                let towards = |other: (f64, f64)| {
                    let part = radius / length(other).max(0.001);
                    (at.0 + (other.0 - at.0) * part, at.1 + (other.1 - at.1) * part)
                };
                let (from, to) = (towards(before), towards(after));
                parts.push(Part::Line(from.0, from.1));
                parts.push(Part::Corner { at, to, radius });
            }
        }
    }
    parts
}

/// A number with at most two digits behind its point.
pub(super) struct Short(f64);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = format!("{:.2}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_round() {
        let points = [(0, 0), (0, 20), (10, 20), (10, 60)].map(|(x, y)| Point { x, y });
        assert_eq!(path(&points), "M0 0L0 15Q0 20 5 20L5 20Q10 20 10 25L10 55");
        assert_eq!(arrow(&points), "M10 60l-4-8h8Z");
        assert_eq!(path(&[]), "");
    }

    #[test]
    fn dashes_agree_at_the_end() {
        let long = [(0, 0), (0, 90), (20, 90), (20, 130)].map(|(x, y)| Point { x, y });
        let length = 85.0 - 3.0 + 2.0 * 8.0 * CORNER + 4.0 + 32.0 - 5.0;
        assert_eq!(offset(&long).to_string(), Short(DASHES - length % DASHES).to_string());
    }
}
