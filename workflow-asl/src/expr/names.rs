//! Names in JSONata texts.

use super::{Refused, refuse};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
pub use workflow_methods::BUILT_IN;

/// The step of a path to a field: the name, backquoted where it is not a plain one.
#[must_use]
pub fn path_step(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && !["and", "or", "in", "null", "true", "false", "function"].contains(&name);
    if plain { name.to_owned() } else { format!("`{name}`") }
}

/// Every object of JavaScript has these: a path to one finds something where nothing is.
const PROTOTYPE: &[&str] = &[
    "__proto__",
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Refuses a name in JSON that a path cannot ask for.
pub(super) fn check(json: &str) -> Result<(), Refused> {
    if PROTOTYPE.contains(&json) || json.contains(['`', '\n']) {
        return refuse(
            format!("the name `{json}` in JSON: JSONata finds another thing there"),
            "rename it with `#[serde(rename = \"..\")]`",
        );
    }
    Ok(())
}

/// The beginning of the name of a local variable that has no name yet: it is chosen when all of the text
/// it is in is known, so that it never hides another.
const OPEN: char = '\u{1}';

/// The number of open names that can stand in one text: those of a plane for private use, less the last two.
const NAMES: u32 = 0xfffe;

/// A new name that [`settle`] replaces: all are equally long, since what is written may depend on the length of a
/// text, and must not depend on how many names the process had before.
pub(super) fn open() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed) % NAMES;
    let mark = char::from_u32(0xf_0000 + number).unwrap_or(OPEN);
    format!("${OPEN}{mark}")
}

/// Gives an open name a readable one that no text mentions.
pub(super) fn settle(open: &str, wish: &str, texts: &mut [&mut String]) -> String {
    let taken: BTreeSet<String> = texts.iter().flat_map(|text| variables(text)).collect();
    let wish = if wish.is_empty() || wish.starts_with('_') { "v" } else { wish };
    let free = |name: &String| !taken.contains(name) && !BUILT_IN.contains(&name.as_str());
    let numbered = (2..).map(|n: usize| format!("{wish}{n}"));
    let name = std::iter::once(wish.to_owned()).chain(numbered).find(free);
    let name = format!("${}", name.unwrap_or_default());
    for text in texts {
        **text = text.replace(open, &name);
    }
    name
}

/// The names behind `$` in a text.
fn variables(text: &str) -> impl Iterator<Item = String> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_hidden() {
        let (mut value, mut body) = ("$r + $count($xs)".to_owned(), String::new());
        let name = open();
        body.push_str(&format!("{name} > $r2 ? {name} : 0"));
        assert_eq!(settle(&name, "r", &mut [&mut value, &mut body]), "$r3");
        assert_eq!(body, "$r3 > $r2 ? $r3 : 0");
        assert_eq!(settle(&open(), "count", &mut []), "$count2");
    }

    #[test]
    fn open_names_differ_and_are_equally_long() {
        let names: BTreeSet<_> = (0..2000).map(|_| open()).collect();
        assert_eq!(names.len(), 2000);
        assert!(names.iter().all(|name| name.len() == open().len()));
    }

    #[test]
    fn steps_are_quoted() {
        let steps = ["id", "two-words", "and", "9", "_x", "größe"].map(path_step);
        assert_eq!(steps, ["id", "`two-words`", "`and`", "`9`", "_x", "`größe`"]);
    }
}
