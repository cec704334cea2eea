//! The small questions about the statements in which a borrow is used.

use super::region::{captures, last_use, leaves, waits};
use super::substituted::names;
use syn::Stmt;

fn stmts(code: &str) -> Vec<Stmt> {
    syn::parse::Parser::parse_str(syn::Block::parse_within, code).unwrap()
}

fn check(ask: impl Fn(&str) -> bool, yes: &[&str], no: &[&str]) {
    let all = yes.iter().map(|text| (text, true)).chain(no.iter().map(|text| (text, false)));
    let wrong: Vec<_> = all.filter(|(text, answer)| ask(text) != *answer).collect();
    assert!(wrong.is_empty(), "another answer than expected: {wrong:?}");
}

#[test]
fn code_that_names_a_borrow() {
    let x: syn::Ident = syn::parse_quote!(x);
    check(
        |code| names(&x, code.parse().unwrap()),
        &["x", "a x b", "f(x)", "{ [x] }", r#"format!("{x}")"#, r#"f(g!("a {x:>3}", b))"#],
        &["", "y", "xy", r#""x""#, r#"format!("{y} x")"#, r#""{xy}""#, r#""{{y}}""#],
    );
    check(
        |code| captures(&x, &stmts(code)),
        &[r#"let a = format!("{x}");"#, r#"a(b); f(g!("{x:?}"));"#],
        &["", "x + 1;", r#"let x = "x";"#, r#"let x = f(x, "{y}");"#],
    );
}

#[test]
fn code_that_waits_or_leaves() {
    check(
        |code| waits(&stmts(code)),
        &["f().await;", "a; g(h(x).await);", "if a { f().await }"],
        &["", "f();", "async fn a() { b().await }"],
    );
    check(
        |code| leaves(&syn::parse_str(code).unwrap()),
        &["{ break; }", "{ if x { continue } }", "{ return; }", "{ f(x?); }"],
        &["{}", "{ x; }", "{ f(|a| return a); }"],
    );
}

#[test]
fn the_last_use_of_a_borrow() {
    let x: syn::Ident = syn::parse_quote!(x);
    for (code, expected) in [
        ("", 0),
        ("g(y);", 0),
        ("f(x); g(y);", 1),
        ("g(y); f(x); g(y);", 2),
        ("let y = &x; f(y);", 2),
        ("let y = (&x); f(y);", 2),
        ("let y = x.first(); f(y); g(z);", 2),
        ("let y = x + 1; f(y);", 1),
        ("let y = &z; f(y);", 0),
        ("let x = 1; f(x);", 0),
        ("let x = x + 1; f(x);", 1),
        ("let y = &x; let y = 1; f(y);", 1),
        (r#"g(format!("{x}"));"#, 1),
    ] {
        assert_eq!(last_use(std::slice::from_ref(&x), &stmts(code)), expected, "{code}");
    }
}
