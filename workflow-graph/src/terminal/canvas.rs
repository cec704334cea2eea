//! A page of characters.

use super::signs::Signs;
use crate::layout::{Point, Rect};
use crate::widths::Measure;
use std::collections::BTreeMap;

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// The lines in a cell, by their directions, and whether they are all of catchers.
#[derive(Clone, Copy, Default)]
struct Cell {
    lines: u8,
    solid: u8,
}

pub(super) struct Canvas {
    width: usize,
    cells: Vec<Cell>,
    /// The words of each row, by their first columns.
    words: Vec<BTreeMap<usize, String>>,
}

impl Canvas {
    pub(super) fn new(width: i64, height: i64) -> Self {
        let (width, height) = (size(width), size(height));
        Canvas {
            width,
            cells: vec![Cell::default(); width * height],
            words: vec![BTreeMap::new(); height],
        }
    }

    fn add(&mut self, x: i64, y: i64, lines: u8, fault: bool) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if let Some(cell) = self.cells.get_mut(y * self.width + x).filter(|_| x < self.width) {
            cell.lines |= lines;
            cell.solid |= if fault { 0 } else { lines };
        }
    }

    pub(super) fn frame(&mut self, rect: Rect) {
        let (left, top) = (rect.x, rect.y);
        let (right, bottom) = (rect.x + rect.width - 1, rect.y + rect.height - 1);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        let corners = corners.map(|(x, y)| Point { x, y });
        self.segments(&corners, false);
    }

    /// Draws a transition through these corners, from below the border of a frame or a mark to above that of another.
    pub(super) fn line(&mut self, points: &[Point], from_frame: bool, fault: bool) {
        let [first, .., last] = points else { return };
        if from_frame {
            self.add(first.x, first.y - 1, DOWN, false);
        }
        self.add(first.x, first.y, UP, fault);
        let mut points = points.to_vec();
        let end = points.len() - 1;
        points[end] = Point { x: last.x, y: last.y - 1 };
        self.segments(&points, fault);
    }

    fn segments(&mut self, points: &[Point], fault: bool) {
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            for y in from.y.min(to.y)..from.y.max(to.y) {
                self.add(from.x, y, DOWN, fault);
                self.add(from.x, y + 1, UP, fault);
            }
            for x in from.x.min(to.x)..from.x.max(to.x) {
                self.add(x, from.y, RIGHT, fault);
                self.add(x + 1, from.y, LEFT, fault);
            }
        }
    }

    pub(super) fn write(&mut self, x: i64, y: i64, text: &str) {
        if let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y))
            && let Some(row) = self.words.get_mut(y)
        {
            row.insert(x, text.to_owned());
        }
    }

    pub(super) fn centred(&mut self, x: i64, y: i64, width: i64, text: &str) {
        let free = width - Measure::Columns.width(text);
        self.write(x + free / 2, y, text);
    }

    /// Marks a frame at which a scope ends.
    pub(super) fn end(&mut self, rect: Rect, sign: &str) {
        self.write(rect.x + rect.width / 2, rect.y + rect.height - 1, sign);
    }

    pub(super) fn text(&self, signs: &Signs) -> String {
        let mut text = String::new();
        for (cells, words) in self.cells.chunks(self.width.max(1)).zip(&self.words) {
            let mut row = String::new();
            let mut next = 0;
            for (x, cell) in cells.iter().enumerate() {
                if let Some(words) = words.get(&x).filter(|_| x >= next) {
                    row.push_str(words);
                    next = x + size(Measure::Columns.width(words));
                }
                if x >= next {
                    row.push(cell.sign(signs));
                }
            }
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }
}

impl Cell {
    fn sign(self, signs: &Signs) -> char {
        let [vertical, horizontal] = signs.faults;
        match (self.solid, self.lines) {
            (0, lines) if lines == UP | DOWN => vertical,
            (0, lines) if lines == LEFT | RIGHT => horizontal,
            (_, lines) => signs.lines[usize::from(lines & 15)],
        }
    }
}

fn size(length: i64) -> usize {
    usize::try_from(length).unwrap_or(0)
}
