//! What is fuzzed, and the laws that must hold.

mod choice;
mod document;
mod intrinsic;
mod jsonata;
mod path;
mod run;
mod template;

use crate::words;
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;
use std::time::Duration;
use workflow_asl::jsonata::Entropy;

/// Something that reads bytes from elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of its corpus.
    pub name: &'static str,
    /// Runs an input and panics where a law is broken. What it returns is the kind of the answer.
    pub run: fn(&[u8]) -> u64,
    /// Words of its language.
    pub words: &'static [&'static str],
    /// Whether its inputs are JSON.
    pub json: bool,
    /// Milliseconds that any input may take.
    pub milliseconds: u64,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target {
        name: "document",
        run: document::run,
        words: words::DOCUMENT,
        json: true,
        milliseconds: 250,
    },
    Target { name: "path", run: path::run, words: words::PATH, json: false, milliseconds: 250 },
    Target {
        name: "intrinsic",
        run: intrinsic::run,
        words: words::INTRINSIC,
        json: false,
        milliseconds: 250,
    },
    Target {
        name: "template",
        run: template::run,
        words: words::TEMPLATE,
        json: true,
        milliseconds: 250,
    },
    Target {
        name: "choice",
        run: choice::run,
        words: words::CHOICE,
        json: true,
        milliseconds: 250,
    },
    // After a second it is stopped; then what it is about may take what a state may take. It runs twice.
    Target { name: "run", run: run::run, words: words::DOCUMENT, json: true, milliseconds: 25_000 },
    // An evaluation may take 2 s, then it is ended; three of them are made.
    Target {
        name: "jsonata",
        run: jsonata::run,
        words: words::JSONATA,
        json: false,
        milliseconds: 7_500,
    },
];

impl Target {
    /// How long an input may take: a constant, and 50 microseconds a byte; twenty times that where code is not
    /// optimised.
    #[must_use]
    pub fn allowed(&self, bytes: usize) -> Duration {
        let time = Duration::from_millis(self.milliseconds)
            + Duration::from_micros(50).saturating_mul(u32::try_from(bytes).unwrap_or(u32::MAX));
        time * if cfg!(debug_assertions) { 20 } else { 1 }
    }
}

/// The expression of an input, and the document that stands behind an empty line, or else one of ours.
fn expression_and_document(bytes: &[u8]) -> Option<(&str, Value)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let parts = text.rsplit_once("\n\n");
    let own = parts.and_then(|(text, json)| Some((text, serde_json::from_str(json).ok()?)));
    Some(own.unwrap_or_else(|| (text, INPUT.clone())))
}

/// A document with something of everything.
static INPUT: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "a": { "b": [1, 2.5, { "c": "x" }, null, [], [1, [2]]], "a": { "a": [{ "b": 1 }, { "b": "1" }] } },
        "b": "1", "list": [3, 1, 2, 2, 1], "objects": [{ "n": 1, "s": "é" }, { "n": 2 }, { "s": "a\"b\\c" }],
        "time": "2024-02-29T12:00:00Z", "text": "{\"a\": [1, -0]}", "": "empty", "a.b": true, "'": "\u{1F600}",
        "big": 9_007_199_254_740_993_u64, "small": 1e-7, "minus": -0.0, "yes": true, "nothing": null,
    })
});
static CONTEXT: LazyLock<Value> = LazyLock::new(
    || json!({ "Execution": { "Id": "e", "Input": { "a": [1] } }, "State": { "RetryCount": 0 } }),
);

/// The same at every run.
const ENTROPY: Entropy = Entropy::new(1_700_000_000_000, 7);

/// The kind of an answer: its words without what is quoted and without numbers.
fn kind(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        let mut quoted = false;
        let words = part.split(|next: char| !next.is_alphabetic() && !matches!(next, '\'' | '"'));
        for word in words.take(40) {
            quoted ^= word.contains(['\'', '"']);
            if !quoted && word.len() < 20 {
                word.hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}
