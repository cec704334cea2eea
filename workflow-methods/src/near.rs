//! The known method that a misspelt one is most like.

use crate::METHODS;

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

/// Counts the letters to change, add, leave out or exchange with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
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
