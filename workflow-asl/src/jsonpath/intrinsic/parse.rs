//! The grammar of intrinsic functions.

use super::{Argument, Call, Function};
use crate::jsonpath::cursor::{Cursor, Parsed};
use crate::jsonpath::path::Path;
use serde_json::{Number, Value};

/// The largest depth of nested calls (Developer Guide, "Intrinsic functions").
const NESTED: usize = 10;
/// The longest text of a call, in bytes.
const LENGTH: usize = 262_144;

pub(super) fn whole(text: &str) -> Parsed<Call> {
    let mut cursor = Cursor::new(text);
    if text.len() > LENGTH {
        return cursor.fail(format!("An intrinsic function may have {LENGTH} bytes at most"));
    }
    cursor.blanks();
    let call = call(&mut cursor, 1)?;
    cursor.blanks();
    if cursor.is_end() { Ok(call) } else { cursor.fail("Nothing may follow the closing ')'") }
}

fn call(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Call> {
    if depth > NESTED {
        return cursor.fail(format!("Intrinsic functions may be nested {NESTED} deep at most"));
    }
    let at = cursor.at;
    let name = cursor.take_while(|next| next.is_ascii_alphanumeric() || next == '.');
    let function = name.strip_prefix("States.").and_then(Function::named);
    let Some(function) = function else {
        cursor.at = at;
        return cursor.fail(format!(
            "'{name}' is no intrinsic function: they are {}",
            super::FUNCTIONS.join(", ")
        ));
    };
    cursor.blanks();
    cursor.expect('(', "after the name of the function")?;
    let arguments = arguments(cursor, depth)?;
    let (_, minimum, maximum) = function.signature();
    if arguments.len() < minimum || arguments.len() > maximum {
        let found = arguments.len();
        return cursor
            .fail(format!("{name} takes {} arguments, not {found}", counted(minimum, maximum)));
    }
    Ok(Call { function, arguments })
}

fn counted(minimum: usize, maximum: usize) -> String {
    if minimum == maximum { minimum.to_string() } else { format!("{minimum} to {maximum}") }
}

fn arguments(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Vec<Argument>> {
    let mut arguments = vec![];
    cursor.blanks();
    if cursor.eat(')') {
        return Ok(arguments);
    }
    loop {
        cursor.blanks();
        arguments.push(argument(cursor, depth)?);
        cursor.blanks();
        if !cursor.eat(',') {
            cursor.expect(')', "at the end of the arguments")?;
            return Ok(arguments);
        }
    }
}

fn argument(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Argument> {
    match cursor.peek() {
        Some('\'') => text(cursor),
        Some('$') => path(cursor).map(Argument::Path),
        Some('S') => call(cursor, depth + 1).map(Argument::Call),
        _ => literal(cursor).map(Argument::Literal),
    }
}

/// A text in single quotes. Only `\'`, `\{`, `\}` and `\\` may be escaped (recorded).
fn text(cursor: &mut Cursor<'_>) -> Parsed<Argument> {
    cursor.expect('\'', "")?;
    let (begin, mut meaning) = (cursor.at, String::new());
    loop {
        let end = cursor.at;
        match cursor.next() {
            None => return cursor.fail("The closing ' is missing"),
            Some('\'') => {
                let written = cursor.text[begin..end].to_owned();
                return Ok(Argument::Text(written, Value::String(meaning)));
            }
            Some('\\') => match cursor.next() {
                Some(escaped @ ('\'' | '{' | '}' | '\\')) => meaning.push(escaped),
                _ => {
                    cursor.at = end;
                    return cursor
                        .fail("A \\ stands before ', {, } or \\ only; write \\\\ for a backslash");
                }
            },
            Some(plain) => meaning.push(plain),
        }
    }
}

/// A path, up to the comma or bracket that does not belong to it.
fn path(cursor: &mut Cursor<'_>) -> Parsed<Path> {
    let (begin, mut open, mut quote, mut escaped) = (cursor.at, 0_usize, None, false);
    let text = cursor.take_while(|next| {
        if escaped {
            escaped = false;
            return true;
        }
        match (quote, next) {
            (_, '\\') => escaped = true,
            (Some(end), next) if end == next => quote = None,
            (Some(_), _) => {}
            // Quotes mean something in brackets only.
            (None, '\'' | '"') if open > 0 => quote = Some(next),
            (None, '[' | '(') => open += 1,
            (None, ')' | ',') if open == 0 => return false,
            (None, ']' | ')') => open = open.saturating_sub(1),
            _ => {}
        }
        true
    });
    Path::parse(text.trim_end()).map_err(|mut error| {
        error.at += begin;
        error
    })
}

fn literal(cursor: &mut Cursor<'_>) -> Parsed<Value> {
    let at = cursor.at;
    let word =
        cursor.take_while(|next| next.is_ascii_alphanumeric() || matches!(next, '-' | '+' | '.'));
    match word {
        "true" => return Ok(Value::Bool(true)),
        "false" => return Ok(Value::Bool(false)),
        "null" => return Ok(Value::Null),
        _ => {}
    }
    word.parse::<Number>().map(Value::Number).or_else(|_| {
        cursor.at = at;
        cursor.fail(
            "Expected an argument: a text in single quotes, a number, true, false, null, a path or a function",
        )
    })
}
