//! The words of records, which a store has as one character each.

/// The words of records, not taken from the library: a change of the form is to be noticed.
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

/// A record with its words spelt out.
pub fn spelt_out(record: &str) -> String {
    WORDS.iter().fold(record.to_owned(), |text, (short, word)| text.replace(*short, word))
}
