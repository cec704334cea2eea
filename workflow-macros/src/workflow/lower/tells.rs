//! The small questions about syntax, each with what it says yes and no to. A wrong answer often only makes code longer,
//! or a message another one: no run of a workflow sees it.

use super::alternatives::is_plain;
use super::hoist::indexed;
use super::side::{opens, strip_into, takes_all};
use super::value::{called, changes, effectful, is_typed, is_variant, not_awaited};
use super::variables::{hint, holds_whole, mutables, nameable};
use super::{entry, modified, outcome, taken};
use crate::workflow::model::{Fork, ForkKind, Kind};
use crate::workflow::named;
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Expr, Pat};

/// Asks for each text, and gives those with another answer.
fn wrong<'t, T>(
    parse: impl Fn(&str) -> T,
    ask: impl Fn(&T) -> bool,
    answer: bool,
    texts: &[&'t str],
) -> Vec<&'t str> {
    texts.iter().copied().filter(|text| ask(&parse(text)) != answer).collect()
}

fn check<T>(parse: fn(&str) -> T, ask: impl Fn(&T) -> bool, yes: &[&str], no: &[&str]) {
    assert_eq!(wrong(parse, &ask, true, yes), Vec::<&str>::new(), "no to these");
    assert_eq!(wrong(parse, &ask, false, no), Vec::<&str>::new(), "yes to these");
}

fn expr(code: &str) -> Expr {
    syn::parse_str(code).unwrap()
}

fn pat(code: &str) -> Pat {
    Pat::parse_multi.parse_str(code).unwrap()
}

fn call(code: &str) -> syn::ExprMethodCall {
    syn::parse_str(code).unwrap()
}

#[test]
fn expressions_that_are_more_than_values() {
    let more = [
        "ship(n).await",
        "a + f(b?)",
        "return x",
        "break",
        "continue",
        "x = 1",
        "x += 1",
        "x |= y",
        "loop {}",
        "while x {}",
        "for x in y {}",
        "async { 1 }",
        "uuid()",
        "list.push(1)",
        "f(list.pop())",
        "map.entry(k).or_insert(1)",
        "'a: { 1 }",
        "if x { y? } else { z }",
    ];
    let values = [
        "f(x)",
        "x.len()",
        "x + 1",
        "x == y",
        "if x { y } else { z }",
        "match x { _ => y }",
        "{ 1 }",
        "|x| x?",
        "format!(\"{}\", x)",
        "{ fn f() { g()? } 1 }",
    ];
    check(expr, effectful, &more, &values);
    check(
        expr,
        changes,
        &["x = 1", "x -= 1", "f(x = 1)", "list.push(1)", "map.entry(k).or_insert(1)"],
        &["x - 1", "x == 1", "list.len()", "map.get(k)", "f(x)"],
    );
}

#[test]
fn calls_that_change_what_they_are_called_on() {
    check(
        call,
        taken::takes,
        &["x.pop()", "x.remove(0)", "x.insert(y)"],
        &["x.pop(1)", "x.remove(f().await)", "x.insert(k, v)", "x.insert(f().await)", "x.push(1)"],
    );
    let popped = |on: &'static str| move |pat: &Pat| taken::popped(pat, &expr(on)).is_some();
    check(
        pat,
        popped("x.pop()"),
        &["Some(y)", "Some(_)", "Some((y, z))"],
        &["Some(1)", "Ok(y)", "y"],
    );
    check(pat, popped("x.remove(0)"), &[], &["Some(y)"]);
    check(
        call,
        modified::is,
        &[
            "map.entry(k).and_modify(|x| *x += 1)",
            "map.entry(k).and_modify(|x| *x += 1).or_insert(1)",
            "map.entry(k).and_modify(|x| *x += 1).or_insert_with(f)",
            "map.entry(k).and_modify(|x| *x += 1).or_default()",
        ],
        &[
            "map.entry(k)",
            "map.entry(k, l).and_modify(|x| *x += 1)",
            "map.entry().and_modify(|x| *x += 1)",
            "map.get(k).and_modify(|x| *x += 1)",
            "map.entry(k).and_modify(f)",
            "map.entry(k).and_modify(|x, y| *x += 1)",
            "map.entry(k).and_modify(|x| *x += 1).or_insert()",
            "map.entry(k).and_modify(|x| *x += 1).or_default(1)",
            "map.entry(k).or_insert(1)",
        ],
    );
    check(
        call,
        entry::is,
        &["map.entry(k).or_insert(1)", "map.entry(k).or_default()"],
        &["map.entry(k)", "map.get(k)", "x.or_insert(1)"],
    );
}

#[test]
fn values_that_cannot_fail() {
    check(
        expr,
        outcome::simple,
        &[
            "1",
            "-1",
            "x",
            "x.y",
            "(x)",
            "&x",
            "(x, y)",
            "S { a: x }",
            "vec![]",
            "format!(\"{x}\")",
            "format!(\"{}\", x)",
            "x.clone()",
            "x.y.to_string()",
            "Some(x)",
            "String::new()",
            "String::from(x)",
        ],
        &[
            "-x",
            "!true",
            "f(x).y",
            "(f(x))",
            "&f(x)",
            "(x, f(y))",
            "S { a: f(x) }",
            "S { a: x, ..y }",
            "vec![x]",
            "format!(\"{}\", f(x))",
            "print!(\"\")",
            "x.len()",
            "x.clone(y)",
            "f(x).clone()",
            "Some(f(x))",
            "String::make(x)",
            "string::from(x)",
            "f(x)",
            "x[0]",
            "x + 1",
        ],
    );
    check(expr, indexed, &["x[0]", "x[0].a", "(x[0])"], &["x", "x.a", "f(x)", "x[0].f()"]);
}

#[test]
fn paths_and_what_is_called() {
    check(
        expr,
        |of| is_variant(of, "Ok"),
        &["Ok", "Result::Ok", "Ok::<(), E>", "std::result::Result::Ok"],
        &["Err", "Other::Ok", "Ok(x)", "Ok::Some"],
    );
    check(
        expr,
        is_typed,
        &["Err::<(), E>", "Result::<(), E>::Err"],
        &["Err", "Result::Err", "f()"],
    );
    for (code, name) in [
        ("charge(x)", Some("charge(..)")),
        ("a::charge(x).named(\"A\")", Some("charge(..)")),
        ("join!(a, b)", Some("join!(..)")),
        ("vec![a, b]", None),
        ("Some(x)", None),
        ("String::from(x)", None),
        ("x", None),
    ] {
        assert_eq!(not_awaited(&expr(code)).as_deref(), name, "{code}");
    }
    for (code, name) in [
        ("ship(n).await?", "ship"),
        ("(a::ship(n).await)?", "ship"),
        ("ship(n).named(\"A\").await", "ship"),
        ("(f)(n).await", "value"),
        ("x", "value"),
    ] {
        assert_eq!(called(&expr(code)), name, "{code}");
    }
    for (code, inner) in [
        ("e.into()", "e"),
        ("Failure::from(e)", "e"),
        ("(Failure::from(e.into()))", "e"),
        ("e.into(1)", "e.into(1)"),
        ("e.clone()", "e.clone()"),
        ("Other::from(e)", "Other::from(e)"),
        ("Failure::new(e)", "Failure::new(e)"),
        ("Failure::from(e, f)", "Failure::from(e, f)"),
    ] {
        let (found, inner) = (strip_into(&expr(code)).to_token_stream(), expr(inner));
        assert_eq!(found.to_string(), inner.to_token_stream().to_string(), "{code}");
    }
}

#[test]
fn patterns() {
    check(
        pat,
        opens,
        &["Ok(x)", "Err(_)", "(Ok(x))", "Some(x) | Ok(x)"],
        &["Some(x)", "x", "Some(Ok(x))", "Some(x) | None"],
    );
    check(pat, takes_all, &["x", "_", "ref x"], &["X", "x @ 1", "(x, y)", "Some(x)"]);
    check(pat, is_plain, &["x", "_"], &["ref x", "X", "x @ 1", "(x, y)"]);
    check(
        pat,
        holds_whole,
        &["x", "_", "(x, y)"],
        &["x @ 1", "(x, _)", "(x, y @ 1)", "(x, (y, z))", "Some(x)"],
    );
    for (code, names) in [
        ("mut x", vec!["x"]),
        ("(mut x, y)", vec!["x"]),
        ("Some(S { a: mut x })", vec!["x"]),
        ("x", vec![]),
    ] {
        assert_eq!(mutables(&pat(code)), names, "{code}");
    }
    for (code, name) in [
        ("x", Some("x")),
        ("r#type", Some("type")),
        ("_x", None),
        ("_", None),
        ("(a, b)", Some("a,b")),
        ("(_, b)", Some("b")),
        ("(_a, _)", None),
        ("Some(x)", None),
    ] {
        assert_eq!(hint(&pat(code)).as_deref(), name, "{code}");
    }
}

#[test]
fn types_that_a_state_may_name() {
    let parse = |text: &str| syn::parse_str::<syn::Type>(text).unwrap();
    check(
        parse,
        nameable,
        &["u32", "Vec<String>", "(u8, a::B)", "[u8; 3]", "Text<'static>", "()"],
        &["_", "Vec<_>", "&str", "Option<&str>", "impl Fn()", "Box<dyn Fn()>", "m!()", "Text<'a>"],
    );
}

/// Each builder of a distributed `map` says one thing of it, and the others stay as they were.
#[test]
fn distributed_maps_are_what_their_builders_say() {
    let map = "map(names, async |name| tell(name).await).distributed()";
    let read = "map(read_csv::<Row>(n, n), async |row| tell(row).await).distributed()";
    for (code, expected) in [
        (map.to_owned(), ""),
        (format!("{map}.express()"), "express"),
        (format!("{map}.tolerated_failure_count(3)"), "count 3"),
        (format!("{map}.tolerated_failure_percentage(2.5)"), "percentage 2.5"),
        (format!("{map}.max_concurrency(7)"), "width 7"),
        (format!("{map}.write(\"b\", \"p\")"), "writer"),
        (map.replace("names", "batches(names, 5)"), "batch 5"),
        (map.replace("names", "listed(n)"), ""),
        (read.to_owned(), "reader"),
        (read.replace("n, n)", "n, n).max_items(4)"), "reader 4"),
        (
            format!("{map}.express().max_concurrency(7).tolerated_failure_count(3)"),
            "express, count 3, width 7",
        ),
    ] {
        let graph = named::graph(&format!("{code}.await?; Ok(n)"));
        let found = graph.states.iter().find_map(|state| match &state.kind {
            Kind::Fork(Fork {
                kind: ForkKind::Map { width, distribution: Some(it), .. }, ..
            }) => Some((*width, it)),
            _ => None,
        });
        let (width, it) = found.unwrap();
        let reader = it.reader.as_ref().map(|reader| match reader.max_items {
            Some(most) => format!("reader {most}"),
            None => "reader".to_owned(),
        });
        let said = [
            it.express.then(|| "express".to_owned()),
            it.tolerated_count.map(|of| format!("count {of}")),
            it.tolerated_percentage.map(|of| format!("percentage {of}")),
            (width > 0).then(|| format!("width {width}")),
            it.writer.as_ref().map(|_| "writer".to_owned()),
            it.batch.map(|of| format!("batch {of}")),
            reader,
        ];
        let said: Vec<_> = said.into_iter().flatten().collect();
        assert_eq!(said.join(", "), expected, "{code}");
    }
}
