//! Searches for one of several characters, `text.split([',', ';'])`, and for any number of them at an end of a text,
//! `text.trim_start_matches('#')`: by regular expressions.

use super::code::{Code, level};
use super::compose::choose;
use super::text::{SPACE, not_empty};
use super::ty::Ty;
use super::walk::Walk;
use super::{Refused, refuse};
use crate::program::{Binary, Expr, Literal, Pattern, Unary};

const REMEDY: &str = "write them there: `[',', ';']`, `char::is_whitespace`, `|c: char| c == ',' || c.is_ascii_digit()`";

/// A character beyond U+FFFF, in engines that take it as two.
const PAIR: &str = "[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]";

/// A mark behind the last character, and the end: in some engines `$` is in front of a last line break, too.
const END: &str = "\\|$";

/// `on.name(..)` of the characters that a list or a closure names. `None`: it names none.
pub(super) fn method(
    walk: &Walk<'_>,
    on: &Code,
    name: &str,
    arguments: &[Expr],
) -> Option<Result<Code, Refused>> {
    let one = match arguments.first()? {
        Expr::List(items) => class(walk.exprs(items).map(|items| literals(&items))),
        Expr::Method(Expr::List(items), "as_slice", [], None) => {
            class(walk.exprs(items).map(|items| literals(&items)))
        }
        Expr::Closure([Pattern::Local(of, None)], body) => class(Ok(named(body, of))),
        _ => return None,
    };
    Some(one.and_then(|one| searched(walk, on, name, &one, &arguments[1..])))
}

/// Any number of a text or a character at an end.
pub(super) fn trimmed(on: &Code, name: &str, pattern: &Code) -> Result<Code, Refused> {
    not_empty(name, pattern)?;
    let literal = pattern.literal();
    let Some(text) = literal.as_ref().and_then(|it| it.as_str()) else {
        return refuse(
            format!("`{name}` with a character in a variable"),
            "write a literal; `strip_prefix` and `strip_suffix` take one away that is in a variable",
        );
    };
    let escaped: String = text.chars().map(escaped).collect();
    Ok(trim(on, name, &format!("(?:{escaped})")))
}

/// The inside of a class, or what is not in it.
struct Class {
    inside: String,
    not: bool,
}

impl Class {
    /// Any number of these is a repetition of this.
    fn text(&self) -> String {
        format!("[{}{}]", if self.not { "^" } else { "" }, self.inside)
    }

    /// One whole character: in some engines one beyond U+FFFF is two that are not in a class.
    fn whole(&self) -> String {
        match self.not {
            true => format!("{PAIR}|{}", self.text()),
            false => self.text(),
        }
    }
}

fn class(inside: Result<Option<Class>, Refused>) -> Result<Class, Refused> {
    match inside? {
        Some(class) => Ok(class),
        None => refuse("a search for characters that are not written out", REMEDY),
    }
}

fn literals(items: &[Code]) -> Option<Class> {
    let one = |item: &Code| {
        let literal = item.literal()?;
        let mut text = literal.as_str()?.chars();
        let only = text.next().filter(|_| text.next().is_none())?;
        in_class(only)
    };
    let inside = items.iter().map(one).collect::<Option<String>>()?;
    (!inside.is_empty()).then_some(Class { inside, not: false })
}

/// The characters for which a closure's body holds.
fn named(body: &Expr, of: &str) -> Option<Class> {
    match body {
        Expr::Unary(Unary::Not, inner, _) => {
            let Class { inside, not } = named(inner, of)?;
            Some(Class { inside, not: !not })
        }
        body => held(body, of).map(|inside| Class { inside, not: false }),
    }
}

fn held(body: &Expr, of: &str) -> Option<String> {
    let is = |it: &Expr| matches!(it, Expr::Local(name) if *name == of);
    match body {
        Expr::Binary(Binary::Or, one, other, _) => Some(held(one, of)? + &held(other, of)?),
        Expr::Binary(Binary::Equal, it, Expr::Literal(Literal::Char(c)), _)
        | Expr::Binary(Binary::Equal, Expr::Literal(Literal::Char(c)), it, _)
            if is(it) =>
        {
            in_class(*c)
        }
        Expr::Match(it, [yes, no]) if is(it) && yes.guard.is_none() => {
            let holds = |value: &Expr, bool| matches!(value, Expr::Literal(Literal::Bool(it)) if *it == bool);
            match (holds(&yes.value, true) && holds(&no.value, false), &no.pattern) {
                (true, Pattern::Any) => matched(&yes.pattern),
                _ => None,
            }
        }
        Expr::Method(it, name, [], _) if is(it) => Some(
            match *name {
                "is_ascii_digit" => "0-9",
                "is_ascii_alphabetic" => "A-Za-z",
                "is_ascii_alphanumeric" => "0-9A-Za-z",
                "is_ascii_uppercase" => "A-Z",
                "is_ascii_lowercase" => "a-z",
                "is_whitespace" => SPACE,
                _ => return None,
            }
            .to_owned(),
        ),
        _ => None,
    }
}

fn matched(pattern: &Pattern) -> Option<String> {
    match pattern {
        Pattern::Literal(Literal::Char(c)) => in_class(*c),
        Pattern::Or(all) => all.iter().map(matched).collect(),
        Pattern::Range(Some(Literal::Char(from)), Some(Literal::Char(to)), true) if from <= to => {
            Some(format!("{}-{}", in_class(*from)?, in_class(*to)?))
        }
        _ => None,
    }
}

/// Some engines take a character beyond U+FFFF in a class as two.
fn in_class(c: char) -> Option<String> {
    (c.len_utf16() == 1).then(|| escaped(c))
}

/// A character in a regular expression: JSONata ends one at `/`, and counts brackets in it.
fn escaped(c: char) -> String {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | ',' | ';' | ':' | '#' | '_' | '@' | '!' => {
            c.to_string()
        }
        c if c.len_utf16() == 1 => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    }
}

fn searched(
    walk: &Walk<'_>,
    on: &Code,
    name: &str,
    of: &Class,
    rest: &[Expr],
) -> Result<Code, Refused> {
    let (s, one) = (on.text(), of.text());
    let call = |text: String, ty: Ty| Ok(Code::call(text, ty).failing_as(&[on]));
    let whole = of.whole();
    match (name, rest) {
        ("trim_start_matches" | "trim_end_matches" | "trim_matches", []) => {
            Ok(trim(on, name, &one))
        }
        ("contains", []) => call(format!("$contains({s}, /{one}/)"), Ty::BOOL),
        ("starts_with", []) => call(format!("$contains({s}, /^{one}/)"), Ty::BOOL),
        ("ends_with", []) => {
            call(format!("$contains({} & \"|\", /{one}{END}/)", part(on)), Ty::BOOL)
        }
        ("split", []) => call(format!("$split({s}, /{whole}/)"), Ty::iter(Ty::STRING)),
        ("replace", [to]) => {
            let to = walk.expr(to)?;
            // In a text behind a regular expression `$` has a meaning.
            let text = format!("$replace({s}, /{whole}/, function() {{ {} }})", to.text());
            Ok(Code::call(text, Ty::STRING).failing_as(&[on, &to]))
        }
        ("strip_prefix", []) => {
            let there = Code::call(format!("$contains({s}, /^{one}/)"), Ty::BOOL);
            let ty = Ty::option(Ty::STRING);
            let less = Code::call(format!("$substring({s}, 1)"), ty.clone());
            Ok(choose(&there, &less, &Code::null(ty.clone()), ty).failing_as(&[on]))
        }
        _ => refuse(
            format!("`{name}` with several characters"),
            "search for a text or one character; `split`, `contains`, `replace` and `trim_matches` take several",
        ),
    }
}

/// A text without any number of these at its ends.
fn trim(on: &Code, name: &str, of: &str) -> Code {
    let start = |s: &str| format!("$replace({s}, /^{of}+/, \"\")");
    let end = |s: &str| format!("$replace({s} & \"|\", /{of}*{END}/, \"\")");
    let text = match name {
        "trim_start_matches" => start(on.text()),
        "trim_end_matches" => end(&part(on)),
        // `trim_matches`
        _ => end(&start(on.text())),
    };
    Code::call(text, Ty::STRING).failing_as(&[on])
}

/// A text as a part of `a & b`.
fn part(on: &Code) -> String {
    on.at(level::SUM)
}
