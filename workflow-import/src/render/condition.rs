//! Conditions as Rust: comparisons, presence, patterns.

use super::{Render, quoted};
use crate::condition::{Condition, Domain};
use crate::path::Step;
use crate::stop::{ImportError, Stopped};
use crate::types::Shape;
use crate::value::Value;
use serde_json::Value as Json;

impl Render<'_> {
    /// A condition.
    pub fn condition(&mut self, condition: &Condition, within: bool) -> Stopped<String> {
        Ok(match condition {
            Condition::Compare(one, sign, other, domain) => {
                self.compared(one, sign, other, *domain)?
            }
            Condition::Present(value) => self.present(value, within)?,
            Condition::Matches(value, pattern) => {
                let (value, _) = self.seen(value)?;
                matched(&value, pattern)?
            }
            Condition::Holds(value) => self.seen(value)?.0,
            Condition::Always(value) => value.to_string(),
            Condition::Not(inner) => match &**inner {
                Condition::Present(_) => negated(&self.condition(inner, true)?),
                Condition::Compare(one, "==", other, domain @ (Domain::Text | Domain::Number)) => {
                    self.compared(one, "!=", other, *domain)?
                }
                _ => format!("!{}", bracketed(&self.condition(inner, false)?)),
            },
            Condition::And(all) | Condition::Or(all) => {
                let is_and = matches!(condition, Condition::And(_));
                let sign = if is_and { " && " } else { " || " };
                let parts: Vec<String> =
                    all.iter().map(|it| self.condition(it, true)).collect::<Stopped<_>>()?;
                // What never decides is left out; what always does, decides.
                let (idle, last) = if is_and { ("true", "false") } else { ("false", "true") };
                let parts: Vec<String> = match parts.iter().position(|it| it == last) {
                    Some(0) => return Ok(last.to_owned()),
                    _ => parts.into_iter().filter(|it| it != idle).collect(),
                };
                if parts.is_empty() {
                    return Ok(idle.to_owned());
                }
                match within && parts.len() > 1 {
                    true => format!("({})", parts.join(sign)),
                    false => parts.join(sign),
                }
            }
        })
    }

    pub(super) fn compared(
        &mut self,
        one: &Value,
        sign: &str,
        other: &Value,
        domain: Domain,
    ) -> Stopped<String> {
        let (left, class) = self.seen(one)?;
        if domain == Domain::Bool && sign == "==" {
            return Ok(match other {
                Value::Literal(Json::Bool(true)) => left,
                Value::Literal(Json::Bool(false)) => format!("!{left}"),
                _ => format!("{left} == {}", self.seen(other)?.0),
            });
        }
        let right = match other {
            Value::Literal(json @ Json::Number(_)) => self.literal(json, class),
            _ => self.seen(other)?.0,
        };
        if domain != Domain::Text {
            return Ok(format!("{left} {sign} {right}"));
        }
        let str_of = |text: String| match text.starts_with('"') || text.ends_with(".error()") {
            true => text,
            false => text + ".as_str()",
        };
        Ok(format!("{} {sign} {}", str_of(left), str_of(right)))
    }

    pub(super) fn present(&mut self, value: &Value, within: bool) -> Stopped<String> {
        let (source, steps) = match value {
            Value::From(source, steps) => (source, steps),
            Value::Computed(..) => return Err(ImportError::new("a test of a computed value", "")),
            _ => return Ok((*value != Value::Absent).to_string()),
        };
        let mut parts = vec![];
        for end in 0..=steps.len() {
            if let Some((Step::Index(index), before)) = steps[..end].split_last() {
                let list = self.settled(*source, before)?;
                match (index, self.types.shape(list.class)) {
                    (_, Shape::Tuple(_)) => {}
                    (0, _) => parts.push(format!("!{}.is_empty()", list.text)),
                    _ => parts.push(format!("{}.len() > {index}", list.text)),
                }
            }
            let place = self.place(*source, &steps[..end])?;
            if place.optional {
                parts.push(format!("{}.is_some()", place.text));
            }
        }
        Ok(match parts.len() {
            0 => "true".to_owned(),
            1 => parts.remove(0),
            _ if within => format!("({})", parts.join(" && ")),
            _ => parts.join(" && "),
        })
    }
}

pub(super) fn negated(text: &str) -> String {
    if let Some(positive) = text.strip_prefix('!').filter(|_| !text.contains(' ')) {
        return positive.to_owned();
    }
    match text.strip_suffix(".is_some()") {
        Some(option) if !text.contains(" && ") => format!("{option}.is_none()"),
        _ => format!("!{}", bracketed(text)),
    }
}

pub(super) fn bracketed(text: &str) -> String {
    match text.contains(' ') && !is_bracketed(text) {
        true => format!("({text})"),
        false => text.to_owned(),
    }
}

/// True if the first bracket of a text closes at its end.
pub(super) fn is_bracketed(text: &str) -> bool {
    let (mut depth, mut quoted, mut letters) = (0_usize, false, text.char_indices());
    if !text.starts_with('(') {
        return false;
    }
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if quoted => drop(letters.next()),
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return at + 1 == text.len();
                }
            }
            _ => {}
        }
    }
    false
}

/// `StringMatches`
pub(super) fn matched(value: &str, pattern: &str) -> Stopped<String> {
    let mut parts = vec![String::new()];
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '*' => parts.push(String::new()),
            '\\' => parts.last_mut().into_iter().for_each(|part| part.extend(letters.next())),
            letter => parts.last_mut().into_iter().for_each(|part| part.push(letter)),
        }
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    Ok(match parts[..] {
        [all] => format!("{value}.as_str() == {}", quoted(all)),
        ["", ""] => "true".to_owned(),
        [start, ""] => format!("{value}.starts_with({})", quoted(start)),
        ["", end] => format!("{value}.ends_with({})", quoted(end)),
        ["", part, ""] => format!("{value}.contains({})", quoted(part)),
        [start, end] => {
            format!(
                "{value}.strip_prefix({}).is_some_and(|rest| rest.ends_with({}))",
                quoted(start),
                quoted(end)
            )
        }
        _ => return Err(ImportError::new("a pattern with several stars", pattern)),
    })
}
