//! The part of JSONata that typed programs can say: paths, constructors, texts put together, comparisons.

use crate::condition::{Condition, Domain};
use crate::path::Step;
use crate::stop::{ImportError, Stopped};
use serde_json::Value as Json;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression {
    Literal(Json),
    /// `$name.field[0]`
    Path(String, Vec<Step>),
    Object(Vec<(String, Expression)>),
    Array(Vec<Expression>),
    /// `$name(arguments)`
    Call(String, Vec<Expression>),
    /// `a & b`, `a = b`, `a and b`, `a + b`
    Binary(&'static str, Box<Expression>, Box<Expression>),
}

/// Operators, those that bind least first.
const LEVELS: [&[&str]; 4] =
    [&["or"], &["and"], &["!=", "<=", ">=", "=", "<", ">"], &["&", "+", "-"]];

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Stopped<Expression> {
    let mut reader = Reader { rest: text, whole: text };
    let expression = reader.level(0)?;
    reader.blank();
    if reader.rest.is_empty() { Ok(expression) } else { Err(reader.refused()) }
}

struct Reader<'a> {
    rest: &'a str,
    whole: &'a str,
}

impl<'a> Reader<'a> {
    fn refused(&self) -> ImportError {
        ImportError::new("an expression in JSONata without a counterpart", self.whole.trim())
    }

    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, text: &str) -> bool {
        self.blank();
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, text: &str) -> Stopped<()> {
        if self.eat(text) { Ok(()) } else { Err(self.refused()) }
    }

    fn name(&mut self) -> Option<&'a str> {
        let rest = self.rest;
        let end =
            rest.find(|it: char| !it.is_ascii_alphanumeric() && it != '_').unwrap_or(rest.len());
        let begins = rest.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
        (begins && end > 0).then(|| {
            self.rest = &rest[end..];
            &rest[..end]
        })
    }

    /// Operands between operators of a level and of those above.
    fn level(&mut self, level: usize) -> Stopped<Expression> {
        let Some(operators) = LEVELS.get(level) else { return self.operand() };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = self.operator(operators) {
            let right = self.level(level + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[&'static str]) -> Option<&'static str> {
        self.blank();
        let found = operators.iter().find(|it| self.rest.starts_with(**it))?;
        let rest = &self.rest[found.len()..];
        let is_word = found.starts_with(|it: char| it.is_ascii_alphabetic());
        if is_word && rest.starts_with(|it: char| it.is_alphanumeric() || it == '_') {
            return None;
        }
        self.rest = rest;
        Some(found)
    }

    fn operand(&mut self) -> Stopped<Expression> {
        self.blank();
        match self.rest.chars().next() {
            Some('(') => {
                self.expect("(")?;
                let inner = self.level(0)?;
                self.expect(")")?;
                Ok(inner)
            }
            Some('{') => self.object(),
            Some('[') => Ok(Expression::Array(self.list("[", "]")?)),
            Some('"' | '\'') => Ok(Expression::Literal(self.text()?.into())),
            Some('$') => self.path(),
            Some(it) if it.is_ascii_digit() || it == '-' => self.number(),
            Some(_) => match self.name() {
                Some("true") => Ok(Expression::Literal(true.into())),
                Some("false") => Ok(Expression::Literal(false.into())),
                Some("null") => Ok(Expression::Literal(Json::Null)),
                _ => Err(self.refused()),
            },
            None => Err(self.refused()),
        }
    }

    fn number(&mut self) -> Stopped<Expression> {
        let end = self.rest[1..]
            .find(|it: char| !it.is_ascii_digit() && it != '.')
            .map_or(self.rest.len(), |at| at + 1);
        let number = serde_json::from_str(&self.rest[..end]).map_err(|_| self.refused())?;
        self.rest = &self.rest[end..];
        Ok(Expression::Literal(number))
    }

    /// A text without escapes but those of JSON.
    fn text(&mut self) -> Stopped<String> {
        let quote = self.rest.chars().next().unwrap_or('"');
        let inner = &self.rest[1..];
        let end = inner.find(quote).ok_or_else(|| self.refused())?;
        let text = &inner[..end];
        if text.contains('\\') {
            return Err(self.refused());
        }
        self.rest = &inner[end + 1..];
        Ok(text.to_owned())
    }

    fn list(&mut self, open: &str, close: &str) -> Stopped<Vec<Expression>> {
        self.expect(open)?;
        let mut items = vec![];
        while !self.eat(close) {
            items.push(self.level(0)?);
            if !self.eat(",") {
                self.expect(close)?;
                break;
            }
        }
        Ok(items)
    }

    fn object(&mut self) -> Stopped<Expression> {
        self.expect("{")?;
        let mut fields = vec![];
        while !self.eat("}") {
            self.blank();
            if !self.rest.starts_with(['"', '\'']) {
                return Err(self.refused());
            }
            let name = self.text()?;
            self.expect(":")?;
            fields.push((name, self.level(0)?));
            if !self.eat(",") {
                self.expect("}")?;
                break;
            }
        }
        Ok(Expression::Object(fields))
    }

    fn path(&mut self) -> Stopped<Expression> {
        self.expect("$")?;
        let name = self.name().ok_or_else(|| self.refused())?.to_owned();
        if self.rest.starts_with('(') {
            return Ok(Expression::Call(name, self.list("(", ")")?));
        }
        let mut steps = vec![];
        loop {
            if let Some(rest) = self.rest.strip_prefix('.') {
                self.rest = rest;
                let name = match self.rest.strip_prefix('`') {
                    Some(inner) => {
                        let end = inner.find('`').ok_or_else(|| self.refused())?;
                        self.rest = &inner[end + 1..];
                        &inner[..end]
                    }
                    None => self.name().ok_or_else(|| self.refused())?,
                };
                steps.push(Step::Name(name.to_owned()));
            } else if self.rest.starts_with('[') {
                let end = self.rest.find(']').ok_or_else(|| self.refused())?;
                let index = self.rest[1..end].trim().parse().map_err(|_| self.refused())?;
                self.rest = &self.rest[end + 1..];
                steps.push(Step::Index(index));
            } else {
                return Ok(Expression::Path(name, steps));
            }
        }
    }
}

/// The domain of a comparison, by what stands on its sides.
pub(crate) fn domain(one: &Expression, operator: &str, other: &Expression) -> Option<Domain> {
    let of = |side: &Expression| match side {
        Expression::Literal(Json::String(_)) => Some(Domain::Text),
        Expression::Literal(Json::Number(_)) => Some(Domain::Number),
        Expression::Literal(Json::Bool(_)) => Some(Domain::Bool),
        Expression::Call(name, _) if name == "count" || name == "length" => Some(Domain::Number),
        Expression::Binary("+" | "-", ..) => Some(Domain::Number),
        Expression::Binary("&", ..) => Some(Domain::Text),
        _ => None,
    };
    let ordered = (!["=", "!="].contains(&operator)).then_some(Domain::Number);
    of(one).or_else(|| of(other)).or(ordered)
}

/// A comparison, with the operators of Rust.
pub(crate) fn compared(
    one: crate::value::Value,
    operator: &str,
    other: crate::value::Value,
    domain: Domain,
) -> Condition {
    let sign = match operator {
        "<" => "<",
        "<=" => "<=",
        ">" => ">",
        ">=" => ">=",
        _ => "==",
    };
    let condition = Condition::Compare(one, sign, other, domain);
    if operator == "!=" { Condition::Not(Box::new(condition)) } else { condition }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::{Expression, parse};

    #[test]
    fn expressions_are_read() {
        for text in [
            "$states.input.a.`b c`[0]",
            "{'a': $x, \"b\": [1, -2.5, true, null]}",
            "'s3://' & $bucket & '/' & $states.context.Execution.Name",
            "$a = 'x' and ($b > 3 or $exists($c))",
            "$n + 1",
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
        assert!(matches!(parse("$a & $b = 'x'").unwrap(), Expression::Binary("=", ..)));
    }

    #[test]
    fn others_are_refused() {
        for text in [
            "$a[x = 1]",
            "$map($a, function($v) { $v })",
            "a.b",
            "$a ? 1 : 2",
            "$a.*",
            "'a",
            "$a ~> $f",
        ] {
            let read = parse(text);
            assert!(
                !matches!(read, Ok(Expression::Path(..) | Expression::Literal(_))),
                "{text}: {read:?}"
            );
        }
    }
}
