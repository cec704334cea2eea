//! The distance between two words.

/// The most characters of a word that are compared.
const LONGEST: usize = 100;

/// Counts the characters to change, add, leave out or exchange with their neighbour (optimal string alignment).
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let chars = |word: &str| -> Vec<char> { word.chars().take(LONGEST).collect() };
    let (a, b) = (chars(a), chars(b));
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
