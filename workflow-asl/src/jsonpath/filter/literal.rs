//! JSON in a filter, as in `@.kind in ['a', "b"]`: strings may stand in single quotes, or be a word without any.

use crate::jsonpath::cursor::{Cursor, DEPTH, Parsed};
use serde_json::{Map, Number, Value};

pub(super) fn value(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Value> {
    if depth > DEPTH {
        return cursor.fail(format!("JSON may be nested {DEPTH} deep at most"));
    }
    cursor.blanks();
    match cursor.peek() {
        Some(quote @ ('\'' | '"')) => {
            cursor.next();
            cursor.quoted(quote).map(Value::String)
        }
        Some('[') => array(cursor, depth),
        Some('{') => object(cursor, depth),
        Some(next) if next.is_alphabetic() || next == '_' => Ok(bare(cursor)),
        Some(_) => number(cursor),
        None => cursor.fail("Expected a value"),
    }
}

/// A word without quotes: `true`, `false`, `null`, or else a text, as in `[?(@.kind==book)]` (an example of the
/// Developer Guide).
fn bare(cursor: &mut Cursor<'_>) -> Value {
    match cursor.take_while(|next| next.is_alphanumeric() || matches!(next, '_' | '-' | '.')) {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        text => Value::String(text.to_owned()),
    }
}

fn number(cursor: &mut Cursor<'_>) -> Parsed<Value> {
    let at = cursor.at;
    let digits = cursor
        .take_while(|next| next.is_ascii_digit() || matches!(next, '-' | '+' | '.' | 'e' | 'E'));
    digits.parse::<Number>().map(Value::Number).or_else(|_| {
        cursor.at = at;
        cursor.fail("Expected a value: a text in quotes, a number, true, false, null, an array or an object")
    })
}

fn array(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Value> {
    cursor.expect('[', "")?;
    let mut items = vec![];
    cursor.blanks();
    if cursor.eat(']') {
        return Ok(Value::Array(items));
    }
    loop {
        items.push(value(cursor, depth + 1)?);
        cursor.blanks();
        if !cursor.eat(',') {
            cursor.expect(']', "at the end of the array")?;
            return Ok(Value::Array(items));
        }
    }
}

fn object(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Value> {
    cursor.expect('{', "")?;
    let mut fields = Map::new();
    cursor.blanks();
    if cursor.eat('}') {
        return Ok(Value::Object(fields));
    }
    loop {
        let Value::String(key) = value(cursor, depth + 1)? else {
            return cursor.fail("A key is a text in quotes");
        };
        cursor.blanks();
        cursor.expect(':', "after the key")?;
        fields.insert(key, value(cursor, depth + 1)?);
        cursor.blanks();
        if !cursor.eat(',') {
            cursor.expect('}', "at the end of the object")?;
            return Ok(Value::Object(fields));
        }
    }
}
