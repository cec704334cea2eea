//! Containers of the standard library that JSON does not hold as they are.

use syn::Path;

/// A container that a workflow cannot have, and what to write instead.
pub(crate) fn refused(path: &Path) -> Option<(&'static str, &'static str)> {
    const RANDOM: &str = "this type has a random order, but a JSON array has a fixed one";
    const UNKNOWN: &str = "expressions cannot read this type";
    let last = path.segments.last()?;
    Some(match last.ident.to_string().as_str() {
        "HashSet" => (RANDOM, "write `BTreeSet<..>`"),
        "LinkedList" => (UNKNOWN, "write `VecDeque<..>`"),
        "BinaryHeap" => (UNKNOWN, "write `Vec<..>`"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_by_its_last_name() {
        let path: Path = syn::parse_quote!(std::collections::HashSet<u32>);
        assert!(refused(&path).is_some_and(|(_, help)| help.contains("BTreeSet")));
        assert!(refused(&syn::parse_quote!(Vec<u32>)).is_none());
    }
}
