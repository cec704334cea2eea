//! Finds a text in a file of YAML that holds it as a block.

/// The lines and columns before a text of several lines, which begins on the line `first` of the file (from 0 on) or
/// after it. `None` where its lines do not stand there as they are.
pub(in super::super) fn block(file: &str, first: usize, text: &str) -> Option<(usize, usize)> {
    let lines: Vec<&str> = file.lines().skip(first).collect();
    let wanted: Vec<&str> = text.trim_end().lines().collect();
    if wanted.len() < 2 {
        return None;
    }
    let same = |(line, wanted): (&&str, &&str)| line.trim() == wanted.trim();
    let begins = |at: &usize| {
        let here = &lines[*at..];
        here.len() >= wanted.len() && here.iter().zip(&wanted).all(same)
    };
    // A block begins just after its key, and what stands between.
    let at = (0..lines.len().min(8)).find(begins)?;
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    Some((first + at, indent(lines[at]).saturating_sub(indent(wanted[0]))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_found() {
        let file = "a: 1\nb: !Sub\n  - |\n    {\n      \"x\": 1\n    }\n  - {}\n";
        assert_eq!(block(file, 1, "{\n  \"x\": 1\n}\n"), Some((3, 4)));
        assert_eq!(block(file, 1, "{\n  \"y\": 1\n}\n"), None);
        assert_eq!(block(file, 1, "{}"), None);
    }
}
