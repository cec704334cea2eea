//! Lists what an expression mentions: the variables, and which of their fields.

use std::collections::{BTreeMap, BTreeSet};

/// The functions of JSONata 2.0.6, and those of AWS.
#[rustfmt::skip]
pub const FUNCTIONS: &[&str] = &[
    "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "contains", "count",
    "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl", "encodeUrlComponent", "error", "exists",
    "filter", "floor", "formatBase", "formatInteger", "formatNumber", "fromMillis", "hash", "join", "keys", "length",
    "lookup", "lowercase", "map", "match", "max", "merge", "millis", "min", "not", "now", "number", "pad", "parse",
    "parseInteger", "partition", "power", "random", "range", "reduce", "replace", "reverse", "round", "shuffle",
    "sift", "single", "sort", "split", "spread", "sqrt", "string", "substring", "substringAfter", "substringBefore",
    "sum", "toMillis", "trim", "type", "uppercase", "uuid", "zip",
];

/// The variables and functions that an expression mentions, parameters of its own lambdas included, and which
/// of their fields: what is not mentioned is not converted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    mentioned: BTreeMap<String, Parts>,
    /// The names that the expression itself binds.
    bound: BTreeSet<String>,
    /// The names that it calls and nothing else.
    called: BTreeSet<String>,
}

/// The mentioned fields of a value.
#[derive(Clone, Debug, PartialEq)]
enum Parts {
    /// The value itself.
    All,
    /// These fields only, should it be an object.
    Some(BTreeMap<String, Parts>),
}

impl Mentions {
    /// The names after `$`, in alphabetical order; `states` among them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.mentioned.keys().map(String::as_str)
    }

    /// The names of the variables it needs: neither functions that it only calls, nor what it binds itself, nor
    /// `states`.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| {
            *name != "states" && !self.bound.contains(*name) && !self.called.contains(*name)
        })
    }

    /// True if it mentions a variable or function.
    #[must_use]
    pub fn name(&self, name: &str) -> bool {
        self.mentioned.contains_key(name)
    }

    /// True if what stands at a path may be read, such as `["states", "result"]`.
    #[must_use]
    pub fn reads(&self, path: &[&str]) -> bool {
        let Some((name, fields)) = path.split_first() else { return false };
        let mut parts = self.mentioned.get(*name);
        for field in fields {
            match parts {
                Some(Parts::Some(inner)) => parts = inner.get(*field),
                _ => break,
            }
        }
        parts.is_some()
    }

    /// True if it mentions a variable as a whole.
    #[must_use]
    pub fn whole(&self, name: &str) -> bool {
        self.mentioned.get(name) == Some(&Parts::All)
    }

    /// A mention of a variable, or of what stands at a path in it.
    pub(super) fn add(&mut self, name: &str, fields: &[&str]) {
        self.called.remove(name);
        self.insert(name, fields);
    }

    fn insert(&mut self, name: &str, fields: &[&str]) {
        let nothing = Parts::Some(BTreeMap::new());
        let mut parts = self.mentioned.entry(name.to_owned()).or_insert(nothing);
        for field in fields {
            match parts {
                Parts::All => return,
                Parts::Some(inner) => {
                    parts =
                        inner.entry((*field).to_owned()).or_insert(Parts::Some(BTreeMap::new()));
                }
            }
        }
        *parts = Parts::All;
    }

    /// A name that the expression binds itself.
    pub(super) fn bind(&mut self, name: &str) {
        self.bound.insert(name.trim_start_matches(['$', '\0']).to_owned());
    }

    /// The call of a function.
    pub(super) fn call(&mut self, name: &str) {
        if !self.name(name) {
            self.called.insert(name.to_owned());
        }
        self.insert(name, &[]);
    }

    /// The operator `%` looks up from a value to what it is in: nothing may be missing.
    pub(super) fn widen(&mut self) {
        for parts in self.mentioned.values_mut() {
            *parts = Parts::All;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_mention_wins() {
        let mut mentions = Mentions::default();
        mentions.add("a", &["b", "c"]);
        mentions.add("a", &["d"]);
        assert!(mentions.reads(&["a"]) && mentions.reads(&["a", "b", "c", "x"]));
        assert!(!mentions.reads(&["a", "x"]) && !mentions.reads(&["a", "b", "d"]));
        assert!(!mentions.whole("a"));
        mentions.add("a", &[]);
        mentions.add("a", &["d"]);
        assert!(mentions.whole("a") && mentions.reads(&["a", "x"]));
    }
}
