//! The characters of drawings.

use crate::model::NodeKind;

/// The characters that a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Characters {
    /// Those for boxes, arrows and marks in Unicode.
    #[default]
    Unicode,
    /// ASCII alone, apart from names.
    Ascii,
}

/// The signs of a drawing.
#[derive(Debug)]
pub(super) struct Signs {
    /// Lines by the directions they have: 1 up, 2 right, 4 down, 8 left.
    pub(super) lines: [char; 16],
    /// The vertical and horizontal lines of catchers.
    pub(super) faults: [char; 2],
    pub(super) arrow: &'static str,
    /// The arrow of a line that leads upwards.
    pub(super) up: &'static str,
    pub(super) start: &'static str,
    pub(super) end: &'static str,
    pub(super) to: &'static str,
    pub(super) of_kind: fn(NodeKind) -> &'static str,
}

#[rustfmt::skip]
const UNICODE: Signs = Signs {
    lines: [' ', '│', '─', '└', '│', '│', '┌', '├', '─', '┘', '─', '┴', '┐', '┤', '┬', '┼'],
    faults: ['┆', '┄'],
    arrow: "▼",
    up: "▲",
    start: "●",
    end: "◉",
    to: "→",
    of_kind: |kind| match kind {
        NodeKind::Choice => "◇ ",
        NodeKind::Succeed => "✓ ",
        NodeKind::Fail => "✗ ",
        _ => "",
    },
};

#[rustfmt::skip]
const ASCII: Signs = Signs {
    lines: [' ', '|', '-', '+', '|', '|', '+', '+', '-', '+', '-', '+', '+', '+', '+', '+'],
    faults: [':', '.'],
    arrow: "v",
    up: "^",
    start: "*",
    end: "o",
    to: "->",
    of_kind: |kind| match kind {
        NodeKind::Choice => "? ",
        NodeKind::Succeed => "+ ",
        NodeKind::Fail => "x ",
        _ => "",
    },
};

impl Characters {
    pub(super) fn signs(self) -> &'static Signs {
        match self {
            Characters::Unicode => &UNICODE,
            Characters::Ascii => &ASCII,
        }
    }
}
