//! The known word that is most like one that is not known.

/// The known word that is near enough to be meant.
pub(super) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let near = known.map(|known| (distance(word, known), known)).min_by_key(|(far, _)| *far);
    let length = word.chars().count();
    near.filter(|(far, _)| *far < length && *far <= 1 + length / 4).map(|(_, known)| known)
}

/// Counts the characters to change, add or leave out, capitals aside (Levenshtein). Words are cut at 100
/// characters.
fn distance(a: &str, b: &str) -> usize {
    let chars = |text: &str| text.chars().flat_map(char::to_lowercase).take(100).collect();
    let (a, b): (Vec<char>, Vec<char>) = (chars(a), chars(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let best = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = std::mem::replace(&mut row[j + 1], best);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found() {
        for (word, expected) in [
            ("SendMial", Some("SendMail")),
            ("sendmail", Some("SendMail")),
            ("Parametres", Some("Parameters")),
            ("Wash", None),
            ("X", None),
        ] {
            assert_eq!(nearest(word, ["SendMail", "Parameters", "Y"].into_iter()), expected);
        }
    }
}
