//! The length of functions. Files are formatted, so that a function ends at the first brace of its own indentation.

use super::Source;

const MOST: usize = 70;

/// Lists the functions of a file that are longer than they may be.
pub fn long(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().collect();
    let functions = lines.iter().enumerate().filter_map(|(at, line)| Some((at, name(line)?)));
    let long = functions.filter(|(at, _)| length(&lines[*at..]) > MOST);
    long.map(|(_, name)| format!("{}: {name}", source.path)).collect()
}

/// The name of the function whose signature begins in a line.
fn name(line: &str) -> Option<&str> {
    let mut words = line.trim_start();
    if let Some(rest) = words.strip_prefix("pub(") {
        words = rest.split_once(") ")?.1;
    }
    for word in ["pub ", "default ", "const ", "async "] {
        words = words.strip_prefix(word).unwrap_or(words);
    }
    let end = |c: char| !c.is_alphanumeric() && c != '_';
    words.strip_prefix("fn ")?.split(end).next().filter(|name| !name.is_empty())
}

/// Counts the lines from a signature to the end of its body, both included.
fn length(lines: &[&str]) -> usize {
    let indent = lines[0].len() - lines[0].trim_start().len();
    let ends = |line: &&str| {
        line.len() > indent && line[..indent].trim().is_empty() && line[indent..].starts_with('}')
    };
    let body = lines.iter().position(|line| line.ends_with('{') || line.ends_with(['}', ';']));
    match body {
        Some(at) if lines[at].ends_with('{') => {
            at + 1 + lines[at + 1..].iter().position(ends).map_or(0, |end| end + 1)
        }
        _ => 1,
    }
}

#[test]
fn lines_are_counted() {
    let body = |count| {
        format!("    pub(super) const fn long(\n    ) {{\n{}    }}\n", "        a;\n".repeat(count))
    };
    let source = |count| Source { path: "a.rs".to_owned(), text: body(count) + "    fn b() {}\n" };
    assert_eq!(long(&source(67)), Vec::<String>::new());
    assert_eq!(long(&source(68)), ["a.rs: long"]);
}
