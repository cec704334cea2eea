//! Changes to bytes: some blind, some with the words of the language.

use crate::json;
use crate::random::Random;

/// Longer inputs are cut.
pub const LONGEST: usize = 4_096;

/// Numbers at the edges.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "2147483647",
    "-2147483648",
    "2147483648",
    "9007199254740993",
    "-9223372036854775808",
    "18446744073709551615",
    "1e308",
    "1e-400",
    "0.1",
    "1e999",
    "1.5",
];
/// What surrounds something.
const AROUND: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("'", "'"),
    ("\"", "\""),
    ("[?(", ")]"),
    ("States.Array(", ")"),
    ("!(", ")"),
    ("{% ", " %}"),
    ("function($v){", "}"),
    ("/", "/"),
    ("`", "`"),
];
/// Characters that take several bytes, or none of a column, or end lines.
const STRANGE: &[&str] = &[
    "é",
    "日本",
    "\u{1F600}",
    "\u{0}",
    "\u{7f}",
    "\u{2028}",
    "\u{202e}",
    "e\u{301}",
    "\r\n",
    "\t",
    "\\",
    "\u{feff}",
];

/// What an input is changed with.
pub struct Material<'a> {
    pub words: &'a [&'a str],
    /// Another input.
    pub other: &'a [u8],
    /// Whether inputs are JSON.
    pub json: bool,
}

/// The input, changed once to some times.
pub fn mutated(input: &[u8], material: &Material<'_>, random: &mut Random) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=random.below(4) {
        if material.json && !random.one_in(4) {
            bytes = json::mutated(&bytes, material, random).unwrap_or(bytes);
        } else {
            change(&mut bytes, material, random);
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, material: &Material<'_>, random: &mut Random) {
    let part = random.part(bytes.len());
    match random.below(11) {
        0 => drop(bytes.drain(part)),
        1 => put(bytes, part.start..part.start, &text(material, random)),
        2 => put(bytes, part, &text(material, random)),
        3 => {
            let copy = bytes[part].to_vec();
            let at = random.below(bytes.len() + 1);
            put(bytes, at..at, &copy);
        }
        4 => {
            let piece = &material.other[random.part(material.other.len())];
            put(bytes, part, piece);
        }
        5 => {
            let (open, close) = random.pick(AROUND).copied().unwrap_or_default();
            let around = [open.as_bytes(), &bytes[part.clone()], close.as_bytes()].concat();
            put(bytes, part, &around);
        }
        6 => repeat(bytes, part, random),
        7 => soup(bytes, material, random),
        8 => put(bytes, part, random.pick(NUMBERS).unwrap_or(&"").as_bytes()),
        9 => flip(bytes, random),
        _ => put(bytes, part, random.pick(STRANGE).unwrap_or(&"").as_bytes()),
    }
}

fn text(material: &Material<'_>, random: &mut Random) -> Vec<u8> {
    random.pick(material.words).copied().unwrap_or_default().as_bytes().to_vec()
}

fn put(bytes: &mut Vec<u8>, part: std::ops::Range<usize>, piece: &[u8]) {
    drop(bytes.splice(part, piece.iter().copied()));
}

/// A piece again and again: what is nested, what is long.
fn repeat(bytes: &mut Vec<u8>, part: std::ops::Range<usize>, random: &mut Random) {
    let piece = bytes[part.clone()].to_vec();
    let times = [2, 3, 8, 40, 300][random.below(5)];
    let most = LONGEST / piece.len().max(1);
    put(bytes, part, &piece.repeat(times.min(most)));
}

/// Words one after the other, in place of everything.
fn soup(bytes: &mut Vec<u8>, material: &Material<'_>, random: &mut Random) {
    bytes.clear();
    for _ in 0..random.below(12) {
        bytes.extend(text(material, random));
        if random.one_in(4) {
            bytes.push(b' ');
        }
    }
}

fn flip(bytes: &mut [u8], random: &mut Random) {
    let (at, bit) = (random.below(bytes.len()), random.below(8));
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << bit;
    }
}
