//! The small questions of several stages, each with what it says yes and no to.

use super::uses::{inside, overlap};
use super::{early, format, resolve, signature};

fn check<T>(parse: fn(&str) -> T, ask: impl Fn(&T) -> bool, yes: &[&str], no: &[&str]) {
    let all = yes.iter().map(|text| (text, true)).chain(no.iter().map(|text| (text, false)));
    let wrong: Vec<_> = all.filter(|(text, answer)| ask(&parse(text)) != *answer).collect();
    assert!(wrong.is_empty(), "another answer than expected: {wrong:?}");
}

#[test]
fn names_and_paths() {
    check(
        str::to_owned,
        |it| resolve::is_constant(it),
        &["N", "LIMIT_2", "_A"],
        &["n", "Limit", "_", "1"],
    );
    check(
        |text| syn::parse_str(text).unwrap(),
        resolve::is_known_function,
        &[
            "u8::from",
            "core::primitive::i64::try_from",
            "String::new",
            "Vec::new",
            "f64::from",
            "cmp::max",
            "std::cmp::min",
            "Failure::new",
            "Own::default",
            "Duration::from_mins",
            "Vec::from",
            "VecDeque::from",
        ],
        &["from", "f64::try_from", "bool::from", "u8::new", "default", "max", "Own::new"],
    );
    check(
        str::to_owned,
        |it| format::check(it).is_some(),
        &["", "+", "x", "b", "o", "05", "012", "5", ">5", "*<5", "^5"],
        &["0", "X", "?", "0x", "e", ".2", "00a", "+5", "*<"],
    );
}

#[test]
fn early_ends() {
    let expr = |text: &str| syn::parse_str::<syn::Expr>(text).unwrap();
    check(
        expr,
        early::is_err,
        &["Err(x)", "Result::Err(x)", "Err::<(), E>(x)"],
        &["Ok(x)", "Err", "e.err(x)"],
    );
    let inner = "{ fn f() { g()? } 1 }";
    check(expr, early::tries, &["x?", "f(x?)", "{ x?; 1 }"], &["x", "|x| x?", "return 1", inner]);
    check(
        expr,
        early::ends_early,
        &["x?", "return 1", "if x { return 1 } else { 2 }"],
        &["x", "|x| { return 1 }", "break", inner],
    );
}

#[test]
fn results_under_other_names() {
    check(
        |text| syn::parse_str(text).unwrap(),
        signature::may_be_alias,
        &["ShopResult", "a::Outcome<u32>"],
        &["String", "u32", "std::result::Result<u32, E>", "(u8, u8)", "&str", "Vec<u8>"],
    );
}

#[test]
fn places_within_places() {
    let place = |text: &str| {
        let mut parts = text.split('.').map(str::to_owned);
        (parts.next().unwrap().parse().unwrap(), parts.collect())
    };
    for (a, b, overlaps, within) in [
        ("1", "1", true, true),
        ("1.a", "1", true, true),
        ("1", "1.a", true, false),
        ("1.a", "1.a", true, true),
        ("1.a.b", "1.a", true, true),
        ("1.a", "1.a.b", true, false),
        ("1.a.b", "1.a.c", false, false),
        ("1.a", "1.b", false, false),
        ("1", "2", false, false),
    ] {
        let (a, b) = (place(a), place(b));
        assert_eq!((overlap(&a, &b), inside(&a, &b)), (overlaps, within), "{a:?} {b:?}");
    }
}

#[test]
fn format_strings() {
    use super::ex::Piece;
    let read = |text: &str| -> Result<String, String> {
        let piece = |raw| match raw {
            format::Raw::Text(text) => format!("'{text}'"),
            format::Raw::Hole(name, spec) => format!("<{name}:{spec}>"),
        };
        Ok(format::parse(text)?.into_iter().map(piece).collect())
    };
    for (text, expected) in [
        ("", Ok("")),
        ("a b", Ok("'a b'")),
        ("{}", Ok("<:>")),
        ("a{}b{n}", Ok("'a'<:>'b'<n:>")),
        ("{0:05}{ n : >5 }", Ok("<0:05><n:>5>")),
        ("a{{b}}c", Ok("'a{b}c'")),
        ("{{}}", Ok("'{}'")),
        ("{}}}", Ok("<:>'}'")),
        ("a}", Err("an unmatched `}`")),
        ("}{", Err("an unmatched `}`")),
    ] {
        assert_eq!(read(text), expected.map(str::to_owned).map_err(str::to_owned), "{text}");
    }
    let hole = |spec: &str| Piece::Arg(0, spec.to_owned());
    let pieces = [Piece::Text("a{b}".to_owned()), hole(""), hole("05")];
    assert_eq!(format::native(&pieces), "a{{b}}{}{:05}");
}
