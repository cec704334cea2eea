//! The grammar of paths: Jayway's, with the escapes of the States Language.

use super::cursor::{Cursor, DEPTH, Parsed};
use super::filter;
use super::function::Function;
use super::token::Token;

/// The longest path, in bytes.
const LENGTH: usize = 16_384;
/// The most steps of a path.
const STEPS: usize = 256;

/// The end of a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At the end of the text.
    Text,
    /// Inside a filter: before a blank, an operator, a comma or a bracket.
    Filter,
}

impl End {
    fn is(self, next: char) -> bool {
        self == End::Filter
            && matches!(
                next,
                ' ' | '\t' | '\n' | '\r' | '<' | '>' | '=' | '~' | '!' | '&' | '|' | ',' | ')'
            )
    }
}

/// The steps after the root.
pub(super) fn steps(cursor: &mut Cursor<'_>, end: End, depth: usize) -> Parsed<Vec<Token>> {
    if cursor.text.len() > LENGTH {
        return cursor.fail(format!("A path may have {LENGTH} bytes at most"));
    }
    if depth > DEPTH {
        return cursor.fail(format!("Filters may be nested {DEPTH} deep at most"));
    }
    let mut tokens = vec![];
    while cursor.peek().is_some_and(|next| !end.is(next)) {
        if matches!(tokens.last(), Some(Token::Function(_))) {
            return cursor.fail("Nothing may follow a function: it is the last step of a path");
        }
        step(cursor, end, depth, &mut tokens)?;
        if tokens.len() > STEPS {
            return cursor.fail(format!("A path may have {STEPS} steps at most"));
        }
    }
    Ok(tokens)
}

fn step(cursor: &mut Cursor<'_>, end: End, depth: usize, tokens: &mut Vec<Token>) -> Parsed<()> {
    if cursor.peek() == Some('[') {
        tokens.push(bracket(cursor, depth)?);
        return Ok(());
    }
    if !cursor.eat('.') {
        return cursor.fail("Expected '.' or '['");
    }
    let scan = cursor.eat('.');
    if scan {
        tokens.push(Token::Scan);
    }
    let token = match cursor.peek() {
        None => return cursor.fail("Path must not end with a '.' or '..'"),
        Some('[') => bracket(cursor, depth)?,
        Some('*') => {
            cursor.next();
            Token::Wildcard
        }
        Some(_) => name_or_function(cursor, end)?,
    };
    if scan && matches!(token, Token::Function(_)) {
        return cursor.fail("A function cannot follow '..'");
    }
    tokens.push(token);
    Ok(())
}

/// `name`, `na\.me` or `name()`.
fn name_or_function(cursor: &mut Cursor<'_>, end: End) -> Parsed<Token> {
    let begin = cursor.at;
    let mut name = String::new();
    while let Some(next) = cursor.peek() {
        match next {
            '.' | '[' => break,
            next if end.is(next) => break,
            ' ' => {
                return cursor.fail(
                    "Use bracket notion ['my prop'] if your property contains blank characters",
                );
            }
            '(' => return function(cursor, &name),
            '\\' => {
                cursor.next();
                let Some(escaped) = cursor.peek() else {
                    return cursor.fail("Nothing follows the last \\; write \\\\ for a backslash");
                };
                name.push(escaped);
            }
            next => name.push(next),
        }
        cursor.next();
    }
    if cursor.at == begin {
        return cursor.fail("Expected a name after '.'");
    }
    Ok(Token::Names(vec![name]))
}

fn function(cursor: &mut Cursor<'_>, name: &str) -> Parsed<Token> {
    let Some(function) = Function::named(name) else {
        return cursor.fail(format!("Function of name: {name} cannot be created"));
    };
    cursor.expect('(', "after the function")?;
    cursor.blanks();
    cursor.expect(')', "after the function: it takes no argument here")?;
    Ok(Token::Function(function))
}

/// Everything in brackets.
fn bracket(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Token> {
    cursor.expect('[', "")?;
    cursor.blanks();
    let token = match cursor.peek() {
        Some('\'' | '"') => names(cursor)?,
        Some('*') => {
            cursor.next();
            Token::Wildcard
        }
        Some('?') => {
            cursor.next();
            cursor.blanks();
            Token::Filter(Box::new(filter::parse(cursor, depth + 1)?))
        }
        Some(digit) if digit.is_ascii_digit() || matches!(digit, '-' | ':') => numbers(cursor)?,
        _ => return cursor.fail("Could not parse token. Expected ?, ', 0-9, *"),
    };
    cursor.blanks();
    cursor.expect(']', "at the end of the brackets")?;
    Ok(token)
}

/// `'one', 'two'`: all in the quotes of the first.
fn names(cursor: &mut Cursor<'_>) -> Parsed<Token> {
    let mut names = vec![];
    let quote = cursor.peek().unwrap_or('\'');
    loop {
        cursor.blanks();
        cursor.expect(quote, "before a name")?;
        names.push(cursor.quoted_name(quote)?);
        cursor.blanks();
        if names.len() > STEPS {
            return cursor.fail(format!("There may be {STEPS} names at most"));
        }
        if !cursor.eat(',') {
            return Ok(Token::Names(names));
        }
    }
}

/// `0`, `0, 1`, `0:5`, `:5`, `-2:`. A second colon and what follows it mean nothing to Jayway.
fn numbers(cursor: &mut Cursor<'_>) -> Parsed<Token> {
    let at = cursor.at;
    let text = cursor
        .take_while(|next| next.is_ascii_digit() || matches!(next, '-' | ':' | ',' | ' '))
        .trim();
    let wrong = || super::PathError::new(at, format!("'{text}' is neither an index nor a slice"));
    let number = |text: &str| text.parse::<i32>().map_err(|_| wrong());
    if !text.contains(':') {
        let indexes = text.split(',').map(|text| number(text.trim()));
        return Ok(Token::Indexes(indexes.collect::<Parsed<_>>()?));
    }
    let mut bounds = text.split(':').map(|text| match text {
        "" => Ok(None),
        text => number(text).map(Some),
    });
    let (from, to) = (bounds.next().transpose()?.flatten(), bounds.next().transpose()?.flatten());
    if (from, to) == (None, None) {
        return Err(wrong());
    }
    Ok(Token::Slice(from, to))
}
