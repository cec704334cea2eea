//! Finds the mistake in an expression, by the words of the error: what they quote is looked for.

/// The offset in a string `{% … %}` of what a message names, where it stands there once.
pub(super) fn find(text: &str, message: &str) -> Option<usize> {
    ["\"", "'", "`"].into_iter().find_map(|mark| {
        let named = message.split(mark).nth(1).filter(|named| !named.trim().is_empty())?;
        once(text, named)
    })
}

fn once(text: &str, named: &str) -> Option<usize> {
    let body = text.strip_prefix("{%")?.strip_suffix("%}")?;
    let mut found = body.match_indices(named);
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Some(at + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_once_is_found() {
        assert_eq!(find("{% 1 + ) %}", "Unexpected token \")\""), Some(7));
        assert_eq!(find("{% $eval($x) %}", "`$eval` is wrong"), Some(3));
        assert_eq!(find("{% (1 + ( %}", "Expected \"(\", got nothing"), None);
        assert_eq!(find("{% 1 %}", "no quotes"), None);
    }
}
