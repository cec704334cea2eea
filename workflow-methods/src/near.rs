//! The known method that a misspelt one is most like.

use crate::METHODS;
use crate::distance::distance;

/// Methods under the names that other languages have for them.
const ELSEWHERE: [(&str, &str); 4] =
    [("length", "len"), ("size", "len"), ("includes", "contains"), ("substring", "chars")];

/// Returns the known method whose name is most like one that is not known, if one is near enough to be meant.
#[must_use]
pub fn near(name: &str) -> Option<&'static str> {
    let known = METHODS.iter().map(|method| (method.name, method.name));
    let known = known.chain(ELSEWHERE.iter().copied());
    let (far, known) = known.map(|(word, known)| (distance(name, word), known)).min()?;
    (name.len() > 3 && far <= 1 + name.len() / 5).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn near_methods_are_found_and_others_are_not() {
        for (name, expected) in [
            ("sorrt", Some("sort")),
            ("lenght", Some("len")),
            ("to_upercase", Some("to_uppercase")),
            ("unwarp_or", Some("unwrap_or")),
            ("is_emtpy", Some("is_empty")),
            ("total", None),
            ("price", None),
            ("x", None),
        ] {
            assert_eq!(near(name), expected, "{name}");
        }
    }
}
