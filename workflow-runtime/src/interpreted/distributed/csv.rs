//! Separated values.

use serde_json::{Map, Value};
use workflow_asl::document::Delimiter;

/// The rows of a text: fields may be quoted, with quotes doubled inside (RFC 4180). Lines without a character
/// are left out.
pub(super) fn rows(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
    let delimiter = sign(delimiter);
    let mut rows = vec![];
    let mut row: Vec<String> = vec![];
    let mut field = String::new();
    let (mut quoted, mut any) = (false, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        any |= !matches!(letter, '\n' | '\r');
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                let row = std::mem::take(&mut row);
                rows.extend(std::mem::take(&mut any).then_some(row));
            }
            letter if !quoted && letter == delimiter => row.push(std::mem::take(&mut field)),
            letter => field.push(letter),
        }
    }
    if any {
        row.push(field);
        rows.push(row);
    }
    rows
}

fn sign(delimiter: Delimiter) -> char {
    match delimiter {
        Delimiter::Comma => ',',
        Delimiter::Pipe => '|',
        Delimiter::Semicolon => ';',
        Delimiter::Space => ' ',
        Delimiter::Tab => '\t',
    }
}

/// A row as an object: fields that are missing are empty, those beyond the headers are dropped (recorded).
pub(super) fn item(headers: &[String], row: Vec<String>) -> Value {
    let fields = row.into_iter().chain(std::iter::repeat(String::new()));
    let item: Map<_, _> = headers.iter().cloned().zip(fields.map(Value::String)).collect();
    Value::Object(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_are_read() {
        let text = "a,b\r\n\"x, \"\"y\"\"\nz\",\n\n,,,\n   \nlast";
        let expected = vec![
            vec!["a", "b"],
            vec!["x, \"y\"\nz", ""],
            vec!["", "", "", ""],
            vec!["   "],
            vec!["last"],
        ];
        assert_eq!(rows(text, Delimiter::Comma), expected);
        assert_eq!(rows("a\tb", Delimiter::Tab), [["a", "b"]]);
        assert!(rows("\n\n", Delimiter::Comma).is_empty());
    }

    #[test]
    fn rows_have_the_fields_of_the_headers() {
        let headers = ["a".to_owned(), "b".to_owned()];
        let row = |fields: &[&str]| fields.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(item(&headers, row(&["1"])), json!({ "a": "1", "b": "" }));
        assert_eq!(item(&headers, row(&["1", "2", "3"])), json!({ "a": "1", "b": "2" }));
    }
}
