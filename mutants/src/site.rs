//! A place in the source at which a bug can be planted.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// A place, and the two texts between which the switch chooses.
#[derive(Clone, Debug)]
pub struct Site {
    /// The value of `WORKFLOW_MUTANT` that makes it active.
    pub number: usize,
    /// The file, from the root of the repository.
    pub file: String,
    pub line: usize,
    /// The bytes of the expression or statement that is replaced.
    pub range: Range<usize>,
    /// The rule, as the report names it: `== -> !=`.
    pub rule: String,
    pub change: Change,
    /// The line of the source.
    pub text: String,
    pub viable: bool,
}

/// The way in which a site is written with its switch.
#[derive(Clone, Debug)]
pub enum Change {
    /// `(if active { mutated } else { original })`
    Either(String),
    /// `(active != original)`: the opposite of a condition.
    Opposite,
    /// `(active || original)`
    Always,
    /// `if !active { original }`: a statement that is left out.
    Omit,
    /// `(count(number), original).1`
    Count,
    /// `{ count(number); original }`, for an arm that leaves.
    CountLeaving,
    /// `count(number); original`
    CountBefore,
    /// `receiver.reversed(number)` for `receiver.rev()`: the bytes of the method's name and parentheses.
    NotReversed,
}

/// Adds the sites of lines that are named by the end of their path: `uses.rs:80`. A sample keeps its numbers.
pub fn add_at(chosen: &mut Vec<Site>, all: &[Site], lines: &[String]) {
    let named = |site: &&Site| {
        let place = format!("/{}:{}", site.file, site.line);
        lines.iter().any(|line| place.ends_with(&format!("/{line}")))
    };
    for site in all.iter().filter(named) {
        let is_chosen = |it: &Site| (&it.range, &it.rule) == (&site.range, &site.rule);
        if !chosen.iter().any(|it| it.file == site.file && is_chosen(it)) {
            chosen.push(Site { number: chosen.len() + 1, ..site.clone() });
        }
    }
}

impl Site {
    /// The texts before and after the original once a switch or counter is planted. `None` if the original goes.
    pub fn around(&self) -> Option<(String, String)> {
        let active = format!("crate::mutant::active({})", self.number);
        let count = format!("crate::mutant::count({})", self.number);
        let (before, after) = match &self.change {
            Change::Either(mutated) => (format!("(if {active} {{ {mutated} }} else {{ "), " })"),
            Change::Opposite => (format!("({active} != ("), "))"),
            Change::Always => (format!("({active} || ("), "))"),
            Change::Omit => (format!("if !{active} {{ "), " }"),
            Change::Count => (format!("({count}, "), ").1"),
            Change::CountLeaving => (format!("{{ {count}; "), " }"),
            Change::CountBefore => (format!("{count}; "), ""),
            Change::NotReversed => return None,
        };
        Some((before, after.to_owned()))
    }
}

impl Site {
    pub fn overlaps(&self, other: &Site) -> bool {
        self.file == other.file
            && self.range.start < other.range.end
            && other.range.start < self.range.end
    }

    /// The identity of a site in any sample, while its file does not change.
    pub fn key(&self, sources: &BTreeMap<String, String>) -> String {
        let mut hasher = DefaultHasher::new();
        sources.get(&self.file).hash(&mut hasher);
        format!("{:x} {}:{:?} {}", hasher.finish(), self.file, self.range, self.rule)
    }

    /// True for a mutant of the crate that rustc itself runs.
    pub fn is_macro(&self) -> bool {
        self.package() == "workflow-macros"
    }

    /// The crate that the file belongs to.
    pub fn package(&self) -> &str {
        self.file.split('/').next().unwrap_or_default()
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Site { number, file, line, rule, text, .. } = self;
        write!(f, "{number:4} {file}:{line}: {text}  [{rule}]")
    }
}
