//! The first word of a doc comment, and of a message of the macros.

use super::Source;

/// Words that open a riddle instead of a name or a verb.
const REFUSED: [&str; 14] = [
    "What", "Who", "Whose", "Whether", "Where", "Which", "How", "That", "When", "Whom", "Why",
    "Whoever", "Nobody", "Somebody",
];

/// Lists the doc comments of a file that open with one of those words, with their lines.
pub fn refused(source: &Source) -> Vec<String> {
    let mut found = vec![];
    let mut before = None;
    for (line, text) in source.text.lines().enumerate() {
        let comment = doc_comment(text);
        if let (Some((kind, words)), true) = (comment, comment.map(|it| it.0) != before)
            && REFUSED.contains(&first_word(words))
        {
            found.push(format!("{}:{}: {kind} {words}", source.path, line + 1));
        }
        before = comment.map(|it| it.0);
    }
    found
}

/// Lists the messages in a file of expectations of `tests/ui` that open with one of those words, with their lines.
pub fn refused_messages(source: &Source) -> Vec<String> {
    let riddle = |(line, text): (usize, &str)| {
        let message = text.strip_prefix("error: ")?;
        let opens = REFUSED.iter().any(|word| first_word(message).eq_ignore_ascii_case(word));
        opens.then(|| format!("{}:{}: {message}", source.path, line + 1))
    };
    source.text.lines().enumerate().filter_map(riddle).collect()
}

/// Splits a line of a doc comment into its kind (`///` or `//!`) and its words.
fn doc_comment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let kind = ["///", "//!"].into_iter().find(|kind| line.starts_with(kind))?;
    let words = &line[kind.len()..];
    (!words.starts_with('/')).then_some((kind, words.trim_start()))
}

fn first_word(words: &str) -> &str {
    words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[test]
fn openings_are_seen() {
    let text =
        "/// Whether it is.\nfn a() {}\n/// Names it.\n/// What follows.\n//// What?\n//! How";
    let source = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    let lines = ["a.rs:1: /// Whether it is.", "a.rs:6: //! How"];
    assert_eq!(refused(&source), lines);
    let text = "error: what it is\n  help: how\nerror: a loop never ends".to_owned();
    let messages = Source { path: "a.stderr".to_owned(), text };
    assert_eq!(refused_messages(&messages), ["a.stderr:1: what it is"]);
}
