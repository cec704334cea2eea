//! Regular expressions of `=~`: `/re/flags`.

use regex::{Regex, RegexBuilder};
use std::fmt;

/// The most memory of a compiled expression, in bytes.
const SIZE: usize = 1 << 18;

/// A regular expression, compiled when the path is parsed. It runs in linear time, and so has neither
/// look-around nor back-references, which Java has.
#[derive(Clone, Debug)]
pub(in crate::jsonpath) struct Pattern {
    source: String,
    flags: String,
    regex: Regex,
}

impl Pattern {
    pub fn new(source: &str, flags: &str) -> Result<Self, String> {
        if let Some(unknown) = flags.chars().find(|flag| !"dixmsuU".contains(*flag)) {
            return Err(format!("'{unknown}' is no flag of a regular expression"));
        }
        let build = |regex: &str| {
            RegexBuilder::new(regex)
                .case_insensitive(flags.contains('i'))
                .ignore_whitespace(flags.contains('x'))
                .multi_line(flags.contains('m'))
                .dot_matches_new_line(flags.contains('s'))
                .size_limit(SIZE)
                .build()
                .map_err(|error| format!("/{source}/ is not supported: {error}"))
        };
        // Alone first: so that it cannot close the group around it. The line ends a comment (flag x).
        build(source)?;
        let end = if flags.contains('x') { "\n" } else { "" };
        let regex = build(&format!("\\A(?:{source}{end})\\z"))?;
        Ok(Pattern { source: source.to_owned(), flags: flags.to_owned(), regex })
    }

    /// True if all of the text matches, as in Java.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source && self.flags == other.flags
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/{}", self.source, self.flags)
    }
}
