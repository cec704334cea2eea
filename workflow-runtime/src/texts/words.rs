//! The words of records: what stands around the names and values of each is one character, which JSON has not as it is.

/// The characters and what they stand for. They are part of the form: new ones come last.
const WORDS: [(char, &str); 9] = [
    ('\u{2}', "{\"state\":\""),
    ('\u{3}', "\",\"kept\":{"),
    ('\u{4}', "},\"does\":\""),
    ('\u{5}', "\",\"code\":"),
    ('\u{6}', "\",\"does\":\""),
    ('\u{7}', "\",\"input\":"),
    ('\u{8}', ",\"entered\":"),
    ('\u{e}', ",\"visits\":"),
    ('\u{f}', ",\"variables\":{"),
];

/// The bytes at the beginning and at the end in which words are looked for: between them is data.
const ENDS: usize = 192;

/// Writes a JSON text with characters for its words.
pub(super) fn shorten(text: &str, to: &mut String) {
    to.reserve(text.len());
    if text.len() <= 2 * ENDS {
        return shorten_all(text, to);
    }
    let (head, rest) = text.split_at(text.floor_char_boundary(ENDS));
    let (middle, tail) = rest.split_at(rest.floor_char_boundary(rest.len() - ENDS));
    shorten_all(head, to);
    to.push_str(middle);
    shorten_all(tail, to);
}

fn shorten_all(mut text: &str, to: &mut String) {
    let mut from = 0;
    while let Some(at) = first(text, from) {
        let (before, rest) = text.split_at(at);
        let word = WORDS.iter().find_map(|(short, word)| Some((short, rest.strip_prefix(word)?)));
        let Some((short, rest)) = word else {
            from = at + 1;
            continue;
        };
        to.push_str(before);
        to.push(*short);
        (text, from) = (rest, 0);
    }
    to.push_str(text);
}

/// The next place where a word may begin.
fn first(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?.windows(3);
    let begins = |three: &[u8]| {
        matches!(three, [b'{', b'"', _] | [b',', b'"', _] | [b'"' | b'}', b',', b'"'])
    };
    bytes.into_iter().position(begins).map(|at| from + at)
}

/// Puts the words in their places.
pub(super) fn expand(text: &str, to: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(is_short) {
        let (before, short) = rest.split_at(at);
        to.push_str(before);
        let mut letters = short.chars();
        let short = letters.next();
        let word = WORDS.iter().find(|(letter, _)| Some(*letter) == short);
        to.push_str(word.map_or("", |(_, word)| word));
        rest = letters.as_str();
    }
    to.push_str(rest);
}

/// True for a character that stands for a word.
pub(super) fn is_short(letter: char) -> bool {
    matches!(letter, '\u{2}'..='\u{8}' | '\u{e}' | '\u{f}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn both(text: &str) -> (String, String) {
        let (mut short, mut whole) = (String::new(), String::new());
        shorten(text, &mut short);
        expand(&short, &mut whole);
        (short, whole)
    }

    #[test]
    fn the_form_is_the_golden_one() {
        for (text, golden) in [
            (
                r#"{"state":"Ship","kept":{"n":1,"m":{"does":"a"}},"does":"ship","code":7}"#,
                "\u{2}Ship\u{3}\"n\":1,\"m\":{\"does\":\"a\"}\u{4}ship\u{5}7}",
            ),
            (
                r#"{"state":"A","does":"f","input":{},"entered":3,"visits":2,"variables":{"x":1}}"#,
                "\u{2}A\u{6}f\u{7}{}\u{8}3\u{e}2\u{f}\"x\":1}}",
            ),
            (r#"{"output":1}"#, r#"{"output":1}"#),
        ] {
            assert_eq!(both(text), (golden.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn every_word_begins_where_it_is_looked_for() {
        for (short, word) in WORDS {
            assert!(is_short(short));
            assert_eq!(both(&format!("a{word}b")).0, format!("a{short}b"));
        }
    }

    #[test]
    fn the_middle_of_a_long_text_is_left_alone() {
        let data = format!("{}{}", WORDS[2].1, "ü".repeat(300));
        let (short, whole) = both(&data.repeat(3));
        assert_eq!(whole, data.repeat(3));
        assert!(short.contains(WORDS[2].1) && short.contains(WORDS[2].0));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(parts in prop::collection::vec((0..WORDS.len(), "[^\u{0}-\u{1f}]{0,9}"), 0..80)) {
            let text: String =
                parts.iter().map(|(word, other)| format!("{}{other}", WORDS[*word].1)).collect();
            prop_assert_eq!(both(&text).1, text);
        }
    }
}
