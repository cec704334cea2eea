//! The methods of strings and characters, and `format!`.

use super::code::{Code, level};
use super::compose::{choose, compare, compare_there, equal, function, many, named};
use super::list;
use super::method::unknown;
use super::order::least;
use super::ty::{Shape, Ty};
use super::walk::Walk;
use super::{Refused, chars, parse, refuse};
use crate::program::Expr;
use serde_json::json;

/// The inside of a class of Rust's 25 white-space characters: `\s` is another set in each engine.
pub(super) const SPACE: &str =
    "\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

fn string(text: String, of: &Code) -> Code {
    Code::call(text, Ty::STRING).failing_as(&[of])
}

fn bool(text: String, of: &Code) -> Code {
    Code::call(text, Ty::BOOL).failing_as(&[of])
}

fn integer(value: i64) -> Code {
    Code::constant(json!(value), Ty::USIZE)
}

/// `on.name(arguments)` of a string.
pub(super) fn method(
    walk: &Walk<'_>,
    on: Code,
    name: &str,
    arguments: &[Expr],
    probe: Option<Ty>,
) -> Result<Code, Refused> {
    if let Some(searched) = chars::method(walk, &on, name, arguments) {
        return searched;
    }
    let arguments = walk.exprs(arguments)?;
    let s = on.text();
    match (name, &arguments[..]) {
        ("parse", []) => match probe {
            Some(ty) => parse::parse(on, ty),
            None => refuse("parse to an unknown type", "name it: `parse::<i64>()`"),
        },
        ("to_string", []) => Ok(on),
        ("len", []) => {
            let text =
                format!("$length($replace($encodeUrlComponent({s}), /%[0-9A-F]{{2}}/, \"x\"))");
            Ok(list::length(text).failing_as(&[&on]))
        }
        ("is_empty", []) => Ok(compare_there(&on, "=", &Code::string(""))),
        ("chars", []) => Ok(on.with_ty(Ty::Chars)),
        ("to_uppercase", []) => Ok(string(format!("$uppercase({s})"), &on)),
        ("to_lowercase", []) => Ok(string(format!("$lowercase({s})"), &on)),
        ("to_ascii_uppercase", []) => ascii(&on, "[a-z]", "uppercase"),
        ("to_ascii_lowercase", []) => ascii(&on, "[A-Z]", "lowercase"),
        ("trim", []) => Ok(string(
            format!("$replace($replace({s}, /^[{SPACE}]+/, \"\"), /[{SPACE}]+$/, \"\")"),
            &on,
        )),
        ("trim_start", []) => Ok(string(format!("$replace({s}, /^[{SPACE}]+/, \"\")"), &on)),
        ("trim_end", []) => Ok(string(format!("$replace({s}, /[{SPACE}]+$/, \"\")"), &on)),
        ("split_whitespace", []) => {
            let text =
                format!("[$filter($split({s}, /[{SPACE}]+/), function($v) {{ $v != \"\" }})]");
            Ok(Code::call(text, Ty::iter(Ty::STRING)).failing_as(&[&on]))
        }
        ("lines", []) => lines(&on),
        ("eq_ignore_ascii_case", [other]) => {
            Ok(equal(&ascii(&on, "[A-Z]", "lowercase")?, &ascii(other, "[A-Z]", "lowercase")?))
        }
        ("min", [other]) => super::number::both(on, other.clone(), |a, b| least(a, "<", b)),
        ("max", [other]) => super::number::both(on, other.clone(), |a, b| least(a, ">", b)),
        ("repeat", [count]) => repeat(on, count),
        (_, [pattern, ..]) => search(on, name, pattern, &arguments[1..]),
        _ => unknown(&on, name),
    }
}

fn ascii(on: &Code, class: &str, call: &str) -> Result<Code, Refused> {
    Ok(string(
        format!("$replace({}, /{class}+/, function($m) {{ ${call}($m.match) }})", on.text()),
        on,
    )
    .with_ty(on.ty.clone()))
}

fn repeat(on: Code, count: &Code) -> Result<Code, Refused> {
    many("s", on, |s| {
        let text =
            format!("$join([$map([1..{}], function() {{ {} }})], \"\")", count.text(), s.text());
        Ok(string(text, &s).failing_as(&[count]))
    })
}

fn lines(on: &Code) -> Result<Code, Refused> {
    let split = Code::call(format!("$split({}, /\\r?\\n/)", on.text()), Ty::list(Ty::STRING));
    named("l", split.failing_as(&[on]), |l| {
        let (text, _) = function(&[("v", Ty::STRING), ("i", Ty::USIZE)], |names| {
            let text = format!(
                "{} < $count({}) - 1 or {} != \"\"",
                names[1].text(),
                l.text(),
                names[0].text()
            );
            Ok(Code::made(text, level::OR, Ty::BOOL))
        })?;
        Ok(Code::call(format!("[$filter({}, {text})]", l.text()), Ty::iter(Ty::STRING)))
    })
}

/// Translates a search for a text or a character.
fn search(on: Code, name: &str, pattern: &Code, rest: &[Code]) -> Result<Code, Refused> {
    match pattern.ty.shape() {
        Shape::String | Shape::Char => {}
        _ => {
            return refuse(
                format!("`{name}` with {}", pattern.ty.describe()),
                "search for a text or a character",
            );
        }
    }
    let (s, p) = (on.text(), pattern.text());
    match (name, rest) {
        ("contains", []) => Ok(bool(format!("$contains({s}, {p})"), &on).failing_as(&[pattern])),
        ("starts_with" | "ends_with" | "strip_prefix" | "strip_suffix", []) => {
            super::number::both(on.clone(), pattern.clone(), |s, p| affix(s, name, p))
        }
        ("trim_start_matches" | "trim_end_matches" | "trim_matches", []) => {
            chars::trimmed(&on, name, pattern)
        }
        ("split" | "split_once" | "replace" | "replacen" | "matches", _) => {
            not_empty(name, pattern)?;
            parts(on, name, pattern, rest)
        }
        _ => unknown(&on, name),
    }
}

/// An empty pattern means something else in each engine.
pub(super) fn not_empty(name: &str, pattern: &Code) -> Result<(), Refused> {
    let literal =
        pattern.literal().is_some_and(|value| value.as_str().is_some_and(|text| !text.is_empty()));
    if literal || matches!(pattern.ty.shape(), Shape::Char) {
        return Ok(());
    }
    refuse(
        format!("`{name}` with a text that may be empty: it splits code units in JSONata"),
        "write a literal that is not empty, or a `char`",
    )
}

fn parts(on: Code, name: &str, pattern: &Code, rest: &[Code]) -> Result<Code, Refused> {
    let p = pattern.text();
    let all: Vec<&Code> = rest.iter().chain([&on, pattern]).collect();
    let s = on.text();
    let strings = Ty::iter(Ty::STRING);
    match (name, rest) {
        ("split", []) => Ok(Code::call(format!("$split({s}, {p})"), strings).failing_as(&all)),
        ("matches", []) => {
            let text = format!("[$map([1..$count($split({s}, {p})) - 1], function() {{ {p} }})]");
            Ok(Code::call(text, strings).failing_as(&all))
        }
        ("replace", [to]) => {
            Ok(string(format!("$replace({s}, {p}, {})", to.text()), &on).failing_as(&all))
        }
        ("replacen", [to, count]) => {
            let text = format!("$replace({s}, {p}, {}, {})", to.text(), count.text());
            Ok(string(text, &on).failing_as(&all))
        }
        ("split_once", []) => super::number::both(on.clone(), pattern.clone(), |s, p| {
            let (s, p) = (s.text(), p.text());
            let there = bool(format!("$contains({s}, {p})"), &on);
            let halves = format!("[$substringBefore({s}, {p}), $substringAfter({s}, {p})]");
            let ty = Ty::option(Ty::Tuple(vec![Ty::STRING, Ty::STRING]));
            Ok(choose(&there, &Code::call(halves, ty.clone()), &Code::null(ty.clone()), ty))
        }),
        _ => unknown(&on, name),
    }
}

/// The beginning or the end of a text.
fn affix(s: &Code, name: &str, p: &Code) -> Result<Code, Refused> {
    let length = match p.literal().and_then(|value| value.as_str().map(|text| text.chars().count()))
    {
        Some(length) => integer(length as i64),
        None => Code::call(format!("$length({})", p.text()), Ty::USIZE),
    };
    let (s, none) = (s.text(), Code::null(Ty::option(Ty::STRING)));
    let some = |condition: &Code, value: Code| {
        Ok(choose(condition, &value, &none, Ty::option(Ty::STRING)))
    };
    let first = Code::call(format!("$substring({s}, 0, {})", length.text()), Ty::STRING);
    let starts = equal(&first, p);
    let from = format!("$length({s}) - {}", length.at(level::SUM + 1));
    let last = |from: &str| equal(&Code::call(format!("$substring({s}, {from})"), Ty::STRING), p);
    match name {
        "starts_with" => Ok(starts),
        "ends_with" => Ok(last(&from)),
        "strip_prefix" => {
            some(&starts, Code::call(format!("$substring({s}, {})", length.text()), Ty::STRING))
        }
        _ => named("n", Code::made(from, level::SUM, Ty::I64), |n| {
            let rest = format!("$substring({s}, 0, {})", n.text());
            some(&last(n.text()), Code::call(rest, Ty::STRING))
        }),
    }
}

/// `on.name(arguments)` of a character.
pub(super) fn of_char(on: Code, name: &str, arguments: Vec<Code>) -> Result<Code, Refused> {
    let is = |class: &str| Ok(bool(format!("$contains({}, /^[{class}]$/)", on.text()), &on));
    match (name, &arguments[..]) {
        ("is_ascii_digit", []) => is("0-9"),
        ("is_ascii_alphabetic", []) => is("A-Za-z"),
        ("is_ascii_alphanumeric", []) => is("0-9A-Za-z"),
        ("is_ascii_uppercase", []) => is("A-Z"),
        ("is_ascii_lowercase", []) => is("a-z"),
        ("is_whitespace", []) => is(SPACE),
        ("to_ascii_uppercase", []) => ascii(&on, "[a-z]", "uppercase"),
        ("to_ascii_lowercase", []) => ascii(&on, "[A-Z]", "lowercase"),
        // One to three characters.
        ("to_uppercase" | "to_lowercase", []) => {
            let case = name.trim_start_matches("to_");
            Ok(string(format!("${case}({})", on.text()), &on).with_ty(Ty::Chars))
        }
        ("eq_ignore_ascii_case", [other]) => {
            Ok(equal(&ascii(&on, "[A-Z]", "lowercase")?, &ascii(other, "[A-Z]", "lowercase")?))
        }
        ("to_string", []) => Ok(on.with_ty(Ty::STRING)),
        ("min", [other]) => super::number::both(on, other.clone(), |a, b| least(a, "<", b)),
        ("max", [other]) => super::number::both(on, other.clone(), |a, b| least(a, ">", b)),
        ("to_digit", [radix]) if radix.literal() == Some(json!(10)) => many("c", on, |c| {
            let digit = bool(format!("$contains({}, /^[0-9]$/)", c.text()), &c);
            let number = Code::call(format!("$number({})", c.text()), Ty::U32);
            let ty = Ty::option(Ty::U32);
            Ok(choose(&digit, &number, &Code::null(ty.clone()), ty))
        }),
        _ => unknown(&on, name),
    }
}

/// `text.chars()` as a list.
pub(super) fn characters(text: Code) -> Result<Code, Refused> {
    many("s", text, |s| {
        let (each, _) = function(&[("i", Ty::USIZE)], |names| {
            Ok(Code::call(format!("$substring({}, {}, 1)", s.text(), names[0].text()), Ty::CHAR))
        })?;
        let list = format!("[$map([0..$length({}) - 1], {each})]", s.text());
        Ok(Code::call(list, Ty::iter(Ty::CHAR)).failing_as(&[&s]))
    })
}

/// The methods of `text.chars()` that need no list.
pub(super) fn of_characters(
    on: &Code,
    name: &str,
    arguments: &[Code],
) -> Option<Result<Code, Refused>> {
    let s = on.text();
    let some = |at: &Code| {
        many("s", on.clone().with_ty(Ty::STRING), |s| {
            many("n", at.clone(), |at| {
                let length = Code::call(format!("$length({})", s.text()), Ty::USIZE);
                let one =
                    Code::call(format!("$substring({}, {}, 1)", s.text(), at.text()), Ty::CHAR);
                let ty = Ty::option(Ty::CHAR);
                Ok(choose(&compare(&at, "<", &length), &one, &Code::null(ty.clone()), ty))
            })
        })
    };
    let part = |text: String, n: &Code| Some(Ok(Code::call(text, Ty::Chars).failing_as(&[on, n])));
    match (name, arguments) {
        ("count", []) => Some(Ok(list::length(format!("$length({s})")).failing_as(&[on]))),
        ("skip", [n]) => part(format!("$substring({s}, {})", n.text()), n),
        ("take", [n]) => part(format!("$substring({s}, 0, {})", n.text()), n),
        ("nth", [n]) => Some(some(n)),
        ("next", []) => Some(some(&integer(0))),
        _ => None,
    }
}

/// `texts.join(separator)`
pub(super) fn join(texts: &Code, separator: &Code) -> Code {
    let text = format!("$join({}, {})", texts.text(), separator.text());
    string(text, texts).failing_as(&[separator])
}

/// True if all of a list are texts.
pub(super) fn texts(list: &Code) -> bool {
    list::items(&list.ty).is_some_and(|of| matches!(of.shape(), Shape::String | Shape::Char))
}
