//! Functions that look for texts or for matches of regular expressions in a text.

use super::Given;
use crate::jsonata::fault::{CALLED, Fault};
use crate::jsonata::library::regex::{Left, Match, Regex, Subject};
use crate::jsonata::machine::{Function, Machine, Next, Outcome};
use crate::jsonata::value::{Fields, Text, Value};
use std::rc::Rc;

/// A match, wherever it came from. Positions count code points.
struct Found<'a> {
    start: usize,
    end: usize,
    groups: Vec<Option<String>>,
    /// The match as an object, for functions; undefined of a regular expression's, until it is needed.
    object: Value<'a>,
    /// The position in UTF-16 code units of a regular expression's match.
    units: usize,
}

type Visit<'v, 'a> = &'v mut dyn FnMut(&mut Machine<'a>, &Found<'a>) -> Outcome<'a, bool>;

/// Visits the matches of a pattern in a text, until it says that there are enough.
fn each<'a>(
    machine: &mut Machine<'a>,
    subject: &Rc<Subject>,
    text: &Text<'a>,
    pattern: &Value<'a>,
    visit: Visit<'_, 'a>,
) -> Outcome<'a, ()> {
    if let Value::Function(Function::Regex(regex)) = pattern {
        return each_match(machine, subject, regex, visit);
    }
    let mut object = machine.apply(pattern, vec![Value::Text(text.clone())], &Value::Null)?;
    while !object.is_undefined() {
        let Some((found, next)) = read(subject, &object) else {
            let text = format!(
                "The matcher function argument passed to function {CALLED} does not return the correct object structure"
            );
            return Err(Fault::new("T1010", text));
        };
        if !visit(machine, &found)? {
            break;
        }
        object = machine.apply(&next, vec![], &Value::Null)?;
    }
    Ok(())
}

/// A match that a function of the user found, and what finds the next one.
fn read<'a>(subject: &Subject, object: &Value<'a>) -> Option<(Found<'a>, Value<'a>)> {
    let Value::Object(fields) = object else { return None };
    let (start, end) = (fields.get("start").as_number()?, fields.get("end").as_number()?);
    let groups = fields.get("groups");
    let groups =
        groups.as_array()?.iter().map(|group| group.as_text().map(str::to_owned)).collect();
    let next = fields.get("next");
    if !matches!(next, Value::Function(_)) {
        return None;
    }
    let (start, end) = (position(subject, start), position(subject, end));
    let found = Found { start, end: end.max(start), groups, object: object.clone(), units: 0 };
    Some((found, next))
}

/// The code point at a UTF-16 code unit.
fn position(subject: &Subject, unit: f64) -> usize {
    let reaches = |position: &usize| subject.units((0, 0), *position) as f64 >= unit;
    (0..subject.len()).find(reaches).unwrap_or(subject.len())
}

fn each_match<'a>(
    machine: &mut Machine<'a>,
    subject: &Rc<Subject>,
    regex: &'a Regex,
    visit: Visit<'_, 'a>,
) -> Outcome<'a, ()> {
    let (mut from, mut left, mut turn) = ((0, 0), Left::default(), Turn::First);
    while let Some(found) = machine.find(regex, subject, (from.0, turn), &mut left)? {
        turn = Turn::Next;
        let units = subject.units(from, found.start);
        from = (found.end, subject.units((found.start, units), found.end));
        let groups =
            found.groups.iter().map(|group| group.map(|(start, end)| subject.slice(start, end)));
        let (start, end) = (found.start, found.end);
        let found = Found { start, end, groups: groups.collect(), object: Value::Undefined, units };
        if !visit(machine, &found)? {
            break;
        }
    }
    Ok(())
}

/// The search for a match: the first one, or the one after another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::jsonata) enum Turn {
    First,
    Next,
}

impl<'a> Machine<'a> {
    /// The first match of a regular expression from a position on. Of jsonata 2.0.6: behind the end is no next one, and a
    /// next one that is empty is an error, for nothing would come after it.
    fn find(
        &mut self,
        regex: &Regex,
        subject: &Subject,
        (from, turn): (usize, Turn),
        left: &mut Left,
    ) -> Outcome<'a, Option<Match>> {
        if turn == Turn::Next && from >= subject.len() {
            return Ok(None);
        }
        let before = left.steps;
        left.bytes = self.bounds.room();
        let found = regex.find_at(subject, from, left);
        self.bounds.tick(4 + (before - left.steps) as usize / 16)?;
        match found? {
            Some(found) if turn == Turn::Next && found.start == found.end => {
                Err(Fault::new("D1004", "Regular expression matches zero length string"))
            }
            found => Ok(found),
        }
    }

    /// A text to be searched.
    pub(in crate::jsonata) fn subject(&self, text: &str) -> Outcome<'a, Rc<Subject>> {
        self.bounds.tick(text.len() / 16)?;
        self.bounds.hold(text.len() * 4)?;
        Ok(Rc::new(Subject::new(text)))
    }

    /// The first match of a regular expression as an object. `from`: the position in code points and in code units.
    pub(in crate::jsonata) fn found(
        &mut self,
        regex: &'a Regex,
        subject: &Rc<Subject>,
        from: (usize, usize),
        turn: Turn,
    ) -> Outcome<'a> {
        let found = self.find(regex, subject, (from.0, turn), &mut Left::default())?;
        let Some(found) = found else {
            return Ok(Value::Undefined);
        };
        let start = subject.units(from, found.start);
        let end = subject.units((found.start, start), found.end);
        let groups = found.groups.iter().map(|group| match group {
            Some((start, end)) => Value::text(subject.slice(*start, *end)),
            None => Value::Undefined,
        });
        let next = Next { regex, subject: subject.clone(), from: (found.end, end) };
        let mut object = Fields::default();
        object.insert(Text::Viewed("match"), Value::text(subject.slice(found.start, found.end)));
        object.insert(Text::Viewed("start"), Value::Number(start as f64));
        object.insert(Text::Viewed("end"), Value::Number(end as f64));
        object.insert(Text::Viewed("groups"), Value::array(groups.collect()));
        object.insert(Text::Viewed("next"), Value::Function(Function::Next(Rc::new(next))));
        Ok(object.into())
    }
}

pub(super) fn contains<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (text, pattern) = (given.take(0), given.take(1));
    let Value::Text(text) = text else { return Ok(Value::Undefined) };
    machine.bounds.tick(text.len() / 16)?;
    if let Value::Function(_) = &pattern {
        let subject = machine.subject(&text)?;
        let mut contains = false;
        each(machine, &subject, &text, &pattern, &mut |_, _| {
            contains = true;
            Ok(false)
        })?;
        return Ok(Value::Bool(contains));
    }
    Ok(Value::Bool(text.contains(pattern.as_text().unwrap_or("undefined"))))
}

/// A limit that must not be negative.
fn limit(given: &Given<'_>, index: usize, code: &'static str, what: &str) -> Result<f64, Fault> {
    match given.number(index) {
        Some(limit) if limit < 0.0 => {
            Err(Fault::new(code, format!("{what} function must evaluate to a positive number")))
        }
        limit => Ok(limit.unwrap_or(f64::INFINITY)),
    }
}

pub(super) fn split<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (text, pattern) = (given.take(0), given.take(1));
    let Value::Text(text) = text else { return Ok(Value::Undefined) };
    let limit = limit(given, 2, "D3020", "Third argument of split")?;
    if let Value::Function(_) = &pattern {
        return split_by_matches(machine, &text, &pattern, limit);
    }
    let pattern = pattern.as_text().unwrap_or("undefined");
    machine.bounds.tick(text.len() / 8)?;
    machine.bounds.hold(text.len() / pattern.len().max(1) * 80)?;
    let most = limit.min(1e9) as usize;
    let parts: Vec<_> = if pattern.is_empty() {
        text.chars().take(most).map(|char| Value::text(String::from(char))).collect()
    } else {
        text.split(pattern).take(most).map(Value::text).collect()
    };
    Ok(Value::array(parts))
}

fn split_by_matches<'a>(
    machine: &mut Machine<'a>,
    text: &Text<'a>,
    pattern: &Value<'a>,
    limit: f64,
) -> Outcome<'a> {
    let subject = machine.subject(text)?;
    let mut parts = vec![];
    let mut from = 0;
    each(machine, &subject, text, pattern, &mut |machine, found| {
        if parts.len() as f64 >= limit {
            return Ok(false);
        }
        machine.bounds.hold(parts.len() * 80)?;
        parts.push(Value::text(subject.slice(from, found.start)));
        from = found.end;
        Ok(true)
    })?;
    if (parts.len() as f64) < limit {
        parts.push(Value::text(subject.slice(from, subject.len())));
    }
    Ok(Value::array(parts))
}

pub(super) fn matches<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (text, pattern) = (given.take(0), given.take(1));
    let Value::Text(text) = text else { return Ok(Value::Undefined) };
    let limit = limit(given, 2, "D3040", "Third argument of match")?;
    let subject = machine.subject(&text)?;
    let mut results = vec![];
    if limit > 0.0 {
        // The one after the last is looked for, too.
        each(machine, &subject, &text, &pattern, &mut |machine, found| {
            if results.len() as f64 >= limit {
                return Ok(false);
            }
            let mut object = Fields::default();
            if let Value::Object(fields) = &found.object {
                object.insert(Text::Viewed("match"), fields.get("match"));
                object.insert(Text::Viewed("index"), fields.get("start"));
            } else {
                let matched = subject.slice(found.start, found.end);
                object.insert(Text::Viewed("match"), Value::text(matched));
                object.insert(Text::Viewed("index"), Value::Number(found.units as f64));
            }
            let groups = found.groups.iter().map(|group| match group {
                Some(group) => Value::text(group.as_str()),
                None => Value::Undefined,
            });
            object.insert(Text::Viewed("groups"), Value::array(groups.collect()));
            results.push(object.into());
            machine.bounds.tick(8)?;
            Ok(true)
        })?;
    }
    Ok(Value::sequence(results))
}

pub(super) fn replace<'a>(machine: &mut Machine<'a>, given: &mut Given<'a>) -> Outcome<'a> {
    let (text, pattern, replacement) = (given.take(0), given.take(1), given.take(2));
    let Value::Text(text) = text else { return Ok(Value::Undefined) };
    if pattern.as_text() == Some("") {
        return Err(Fault::new(
            "D3010",
            "Second argument of replace function cannot be an empty string",
        ));
    }
    let limit = limit(given, 3, "D3011", "Fourth argument of replace")?;
    match &pattern {
        Value::Text(pattern) => replace_texts(machine, &text, pattern, &replacement, limit),
        _ if limit > 0.0 => replace_matches(machine, &text, &pattern, &replacement, limit),
        _ => Ok(Value::Text(text)),
    }
}

fn replace_texts<'a>(
    machine: &Machine<'a>,
    text: &Text<'a>,
    pattern: &str,
    replacement: &Value<'a>,
    limit: f64,
) -> Outcome<'a> {
    let replacement = match replacement {
        Value::Text(text) => text,
        Value::Function(_) => "",
        _ => "undefined",
    };
    machine.bounds.tick(text.len() / 16)?;
    let mut result = String::new();
    let mut from = 0;
    for (count, (at, _)) in text.match_indices(pattern).enumerate() {
        if count as f64 >= limit {
            break;
        }
        result.push_str(&text[from..at]);
        result.push_str(replacement);
        machine.bounds.text(result.len(), text.len())?;
        from = at + pattern.len();
    }
    result.push_str(&text[from..]);
    Ok(Value::text(result))
}

fn replace_matches<'a>(
    machine: &mut Machine<'a>,
    text: &Text<'a>,
    pattern: &Value<'a>,
    replacement: &Value<'a>,
    limit: f64,
) -> Outcome<'a> {
    let subject = machine.subject(text)?;
    let (mut result, mut from, mut count) = (String::new(), 0, 0.0);
    each(machine, &subject, text, pattern, &mut |machine, found| {
        if count >= limit {
            return Ok(false);
        }
        result.push_str(&subject.slice(from, found.start));
        match replacement {
            Value::Text(template) => {
                let matched = subject.slice(found.start, found.end);
                expand(template, &matched, &found.groups, &mut result);
            }
            function => {
                let object = match pattern {
                    Value::Function(Function::Regex(regex)) => {
                        machine.found(regex, &subject, (found.start, found.units), Turn::First)?
                    }
                    _ => found.object.clone(),
                };
                let Value::Text(text) = machine.apply(function, vec![object], &Value::Null)? else {
                    let text = "Attempted to replace a matched string with a non-string value";
                    return Err(Fault::new("D3012", text));
                };
                result.push_str(&text);
            }
        }
        machine.bounds.text(result.len(), text.len())?;
        from = found.end;
        count += 1.0;
        Ok(true)
    })?;
    result.push_str(&subject.slice(from, subject.len()));
    Ok(Value::text(result))
}

/// Writes a template: `$0` is the match, `$1` its first group, `$$` a dollar sign. Of the digits after a dollar sign
/// as many count as there are groups.
fn expand(template: &str, matched: &str, groups: &[Option<String>], into: &mut String) {
    let mut rest = template;
    while let Some(at) = rest.find('$') {
        into.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            into.push('$');
            rest = after;
            continue;
        }
        let digits = rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        if digits == 0 {
            into.push('$');
        } else if rest.starts_with('0') {
            into.push_str(matched);
            rest = &rest[1..];
        } else {
            let most = groups.len().max(1).to_string().len().min(digits);
            let fits = |length: &usize| {
                rest[..*length].parse().is_ok_and(|group: usize| group <= groups.len())
            };
            let length = (1..=most).rev().find(fits).unwrap_or(1);
            let group = rest[..length].parse::<usize>().unwrap_or_default();
            if let Some(Some(text)) = groups.get(group.wrapping_sub(1)) {
                into.push_str(text);
            }
            rest = &rest[length..];
        }
    }
    into.push_str(rest);
}
