//! The grammar of filters: `||`, then `&&`, then `!`, then comparisons.

use super::pattern::Pattern;
use super::{Filter, Inner, Operand, Operator, literal};
use crate::jsonpath::cursor::{Cursor, DEPTH, Parsed};
use crate::jsonpath::parse::{End, steps};

/// `(…)`, after the question mark.
pub(in crate::jsonpath) fn parse(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Filter> {
    cursor.expect('(', "after '?'")?;
    let filter = either(cursor, depth)?;
    cursor.expect(')', "at the end of the filter")?;
    Ok(filter)
}

fn either(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Filter> {
    let filters = list(cursor, depth, "||", both)?;
    Ok(one(filters, Filter::Or))
}

fn both(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Filter> {
    let filters = list(cursor, depth, "&&", term)?;
    Ok(one(filters, Filter::And))
}

fn one(mut filters: Vec<Filter>, several: fn(Vec<Filter>) -> Filter) -> Filter {
    match (filters.len(), filters.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            filters.extend(last);
            several(filters)
        }
    }
}

fn list(
    cursor: &mut Cursor<'_>,
    depth: usize,
    between: &str,
    item: fn(&mut Cursor<'_>, usize) -> Parsed<Filter>,
) -> Parsed<Vec<Filter>> {
    let mut filters = vec![];
    loop {
        filters.push(item(cursor, depth)?);
        cursor.blanks();
        if !cursor.eat_text(between) {
            return Ok(filters);
        }
    }
}

fn term(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Filter> {
    if depth > DEPTH {
        return cursor.fail(format!("Filters may be nested {DEPTH} deep at most"));
    }
    cursor.blanks();
    if cursor.eat('!') {
        cursor.blanks();
        let in_brackets = matches!(cursor.peek(), Some('(' | '!'));
        let negated = term(cursor, depth + 1)?;
        // Jayway compares as if there were no '!'.
        if !in_brackets && matches!(negated, Filter::Compare(..)) {
            return cursor.fail("A comparison is negated with '!(…)'");
        }
        return Ok(Filter::Not(Box::new(negated)));
    }
    if cursor.eat('(') {
        let inner = either(cursor, depth + 1)?;
        cursor.expect(')', "at the end of the condition")?;
        return Ok(inner);
    }
    comparison(cursor, depth)
}

fn comparison(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Filter> {
    let left = operand(cursor, depth)?;
    cursor.blanks();
    if matches!(cursor.peek(), None | Some(')' | '&' | '|')) {
        return match left {
            Operand::Path(path) => Ok(Filter::Exists(path)),
            _ => cursor.fail("Expected an operator such as '==' after the value"),
        };
    }
    let operator = operator(cursor)?;
    let right = operand(cursor, depth)?;
    Ok(Filter::Compare(left, operator, right))
}

fn operator(cursor: &mut Cursor<'_>) -> Parsed<Operator> {
    let at = cursor.at;
    let is_sign = |next: char| matches!(next, '<' | '>' | '=' | '~' | '!');
    let name = match cursor.peek() {
        Some(next) if is_sign(next) => cursor.take_while(is_sign),
        _ => cursor.take_while(|next| next.is_alphabetic()),
    };
    Operator::named(name).map_or_else(
        || {
            cursor.at = at;
            cursor.fail(format!("Filter operator '{name}' is not supported"))
        },
        Ok,
    )
}

fn operand(cursor: &mut Cursor<'_>, depth: usize) -> Parsed<Operand> {
    cursor.blanks();
    match cursor.peek() {
        Some(root @ ('@' | '$')) => {
            cursor.next();
            let tokens = steps(cursor, End::Filter, depth + 1)?;
            Ok(Operand::Path(Inner { item: root == '@', tokens }))
        }
        Some('/') => pattern(cursor),
        _ => literal::value(cursor, depth).map(Operand::Literal),
    }
}

fn pattern(cursor: &mut Cursor<'_>) -> Parsed<Operand> {
    cursor.next();
    let begin = cursor.at;
    let mut escaped = false;
    let source = cursor.take_while(|next| {
        let end = next == '/' && !escaped;
        escaped = next == '\\' && !escaped;
        !end
    });
    if !cursor.eat('/') {
        cursor.at = begin;
        return cursor.fail("The closing '/' of the regular expression is missing");
    }
    let flags = cursor.take_while(|next| next.is_ascii_alphabetic());
    match Pattern::new(source, flags) {
        Ok(pattern) => Ok(Operand::Pattern(pattern)),
        Err(message) => cursor.fail(message),
    }
}
