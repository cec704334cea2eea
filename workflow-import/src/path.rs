//! Paths of names and indexes: those that a typed program can follow.

use crate::stop::{ImportError, Stopped};
use std::fmt;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Step {
    Name(String),
    Index(usize),
}

/// The root of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    /// `$`
    Input,
    /// `$$`
    Context,
    /// `$name`
    Variable(String),
}

/// A path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub root: Root,
    pub steps: Vec<Step>,
}

impl Path {
    /// Reads a path; one with a filter, a wildcard, a slice or a function is refused.
    pub fn parse(text: &str) -> Stopped<Self> {
        let refused = || ImportError::new("a path that is more than names and indexes", text);
        let rest = text.trim().strip_prefix('$').ok_or_else(refused)?;
        let (root, mut rest) = match rest.strip_prefix('$') {
            Some(rest) => (Root::Context, rest),
            None => variable(rest),
        };
        let mut steps = vec![];
        while !rest.is_empty() {
            let (step, left) = step(rest).ok_or_else(refused)?;
            steps.push(step);
            rest = left;
        }
        Ok(Path { root, steps })
    }
}

fn variable(rest: &str) -> (Root, &str) {
    let begins = rest.starts_with(|it: char| it.is_alphabetic() || it == '_');
    let end = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
    match begins {
        true => (Root::Variable(rest[..end].to_owned()), &rest[end..]),
        false => (Root::Input, rest),
    }
}

/// One step, and what is left: `.name`, `[0]`, `.[0]`, `['name']`.
fn step(text: &str) -> Option<(Step, &str)> {
    if let Some(rest) = text.strip_prefix('.') {
        if rest.starts_with('[') {
            return step(rest);
        }
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let name = &rest[..end];
        let plain = !name.is_empty() && !name.contains(['*', '(', ')', '?', '@', ' ', ',']);
        return plain.then(|| (Step::Name(name.to_owned()), &rest[end..]));
    }
    let rest = text.strip_prefix('[')?;
    for quote in ['\'', '"'] {
        if let Some(inner) = rest.strip_prefix(quote) {
            let end = inner.find(quote)?;
            let name = &inner[..end];
            let left = inner[end + 1..].strip_prefix(']')?;
            return (!name.contains('\\')).then(|| (Step::Name(name.to_owned()), left));
        }
    }
    let end = rest.find(']')?;
    let index = rest[..end].trim().parse().ok()?;
    Some((Step::Index(index), &rest[end + 1..]))
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Name(name) => write!(f, ".{name}"),
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

/// Steps as a path of the input has them.
pub(crate) fn shown(steps: &[Step]) -> String {
    steps.iter().fold("$".to_owned(), |text, step| text + &step.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::{Path, Root, shown};

    #[test]
    fn paths_of_names_and_indexes() {
        let cases = [
            ("$", "$"),
            ("$.a.b[0].c", "$.a.b[0].c"),
            ("$['a b'].c", "$.a b.c"),
            ("$.[0]", "$[0]"),
            ("$[\"x\"][2]", "$.x[2]"),
        ];
        for (text, expected) in cases {
            let path = Path::parse(text).unwrap();
            assert_eq!((path.root, shown(&path.steps).as_str()), (Root::Input, expected), "{text}");
        }
        let path = Path::parse("$$.Execution.Id").unwrap();
        assert_eq!((path.root, path.steps.len()), (Root::Context, 2));
        let path = Path::parse("$order.id").unwrap();
        assert_eq!((path.root, path.steps.len()), (Root::Variable("order".to_owned()), 1));
    }

    #[test]
    fn other_paths_are_refused() {
        for text in [
            "$..a",
            "$.a[*]",
            "$[1:]",
            "$[?(@.a > 0)]",
            "$.a.length()",
            "a",
            "$.a[-1]",
            "$.['a','b']",
        ] {
            assert!(Path::parse(text).is_err(), "{text}");
        }
    }
}
