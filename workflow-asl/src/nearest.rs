//! The known word that is most like one that is not known.

use workflow_methods::distance;

/// Returns `; did you mean …?`, where a word is near enough; else nothing.
///
/// ```
/// use workflow_asl::nearest::hint;
/// assert_eq!(hint("retruns", ["returns", "fails"].into_iter()), "; did you mean `returns`?");
/// assert_eq!(hint("other", ["returns", "fails"].into_iter()), "");
/// ```
#[must_use]
pub fn hint<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> String {
    near(word, known).map_or(String::new(), |known| format!("; did you mean `{known}`?"))
}

/// Finds the nearest word, where one is near enough to be meant.
#[must_use]
pub fn near<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let small = str::to_lowercase;
    let apart = |known: &str| (distance(&small(word), &small(known)), distance(word, known));
    // Capitals decide between words that are else as near.
    let ((far, _), known) = known.map(|it| (apart(it), it)).min_by_key(|(apart, _)| *apart)?;
    let length = word.chars().count();
    (far < length && far <= 1 + length / 3).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found() {
        let known = ["fulfil", "refund", "--input", "Charge", "charge"];
        let cases = [
            ("fullfil", "; did you mean `fulfil`?"),
            ("Refund", "; did you mean `refund`?"),
            ("--inptu", "; did you mean `--input`?"),
            ("chrage", "; did you mean `charge`?"),
            ("Chrage", "; did you mean `Charge`?"),
            ("wash", ""),
            ("", ""),
        ];
        for (word, expected) in cases {
            assert_eq!(hint(word, known.into_iter()), expected, "{word}");
        }
        assert_eq!(hint("x", [].into_iter()), "");
    }
}
