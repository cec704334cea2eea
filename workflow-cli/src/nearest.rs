//! The known word that is most like one that is not known.

/// `; did you mean …?`, where a word is near enough.
pub(crate) fn hint<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> String {
    near(word, known).map_or(String::new(), |known| format!("; did you mean `{known}`?"))
}

/// The nearest word, where one is near enough.
pub(crate) fn near<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let all = known.map(|known| (distance(word, known), known));
    let (far, known) = all.min_by_key(|(far, _)| *far)?;
    (far <= 1 + word.chars().count() / 3).then_some(known)
}

/// Counts the characters to change, add, leave out or exchange with their neighbour (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
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
    use super::*;

    #[test]
    fn near_words_are_found() {
        let known = ["fulfil", "refund", "--input"];
        let cases = [
            ("fullfil", "; did you mean `fulfil`?"),
            ("Refund", "; did you mean `refund`?"),
            ("--inptu", "; did you mean `--input`?"),
            ("wash", ""),
            ("", ""),
        ];
        for (word, expected) in cases {
            assert_eq!(hint(word, known.into_iter()), expected, "{word}");
        }
        assert_eq!(hint("x", [].into_iter()), "");
    }
}
