//! Borrows in every position: of blocks with a borrow, of names within the statements that use one, and of what is
//! taken out of a place.

use super::tests::{check, rewritten};
use quote::ToTokens;

/// Each template has `H` once or more.
fn holes(templates: &[&str], from: &str, to: &str) {
    checked(templates.iter().map(|it| (it.replace('H', from), it.replace('H', to))));
}

fn checked(cases: impl Iterator<Item = (String, String)>) {
    let cases: Vec<_> = cases.collect();
    for (code, written) in &cases {
        for it in [code, written] {
            assert!(syn::parse_str::<syn::Block>(it).is_ok(), "{it}");
        }
    }
    check(&cases.iter().map(|(code, written)| (&**code, &**written)).collect::<Vec<_>>());
}

#[test]
fn a_borrow_is_found_wherever_a_block_may_stand() {
    let templates = [
        "{ f(H); r }",
        "{ x.f(H, H) }",
        "{ (H, [H], S { x: H }) }",
        "{ let y = H; r }",
        "{ let y = f(H)?; r }",
        "{ let Some(y) = f(H) else H; r }",
        "{ y = H; r }",
        "{ y = if c H else H; r }",
        "{ return H; }",
        "{ if H H else if c H else H }",
        "{ if c { f(H) } else { x + H } r }",
        "{ f(if H H else H) }",
        "{ f(if let Some(y) = H H else { f(H) }) }",
        "{ match H { 1 if H => H, 2 => f(H), _ => {} } }",
        "{ f(match H { 1 if H => H, 2 => f(H), _ => {} }) }",
        "{ while H { f(H); } r }",
        "{ f({ while H { f(H); } }); r }",
        "{ for x in H { f(H); } r }",
        "{ f({ for x in H { f(H); } }); r }",
        "{ loop { f(H); } }",
        "{ f(|x| H) }",
        "{ async H.await }",
        "{ f(async { f(H); H }) }",
        "{ f(H).await?.g(H) }",
    ];
    let (from, to) = ("{ let t = &mut o.x; *t += 1; *t }", "{ o.x += 1; o.x }");
    holes(&templates, from, to);
    holes(&["{ if let Some(y) = l.first() && H { f(H); } r }"], from, to);
    let guarded =
        |guard: &str| format!("{{ if let Some(y) = l.first_mut() && {guard} {{ y.n += 1; }} r }}");
    let written =
        guarded(to).replace("Some(y) = l.first_mut()", "Some(mut y) = l.first().cloned()");
    checked([(guarded(from), written.replace("y.n += 1;", "y.n += 1; l[0] = y;"))].into_iter());
}

/// `H` is a block whose last expression is its value, or whose value nobody wants.
#[test]
fn the_value_of_a_block_has_a_name_while_a_borrow_is_put_back() {
    let block = "{ let b = m.entry(k).or_insert(0); f(b) }";
    let values = [
        "{ let y = H; r }",
        "{ y = H; r }",
        "{ f(H); r }",
        "{ return H; }",
        "{ if c H else { 1 } }",
        "{ if c { 1 } else H }",
        "{ match c { _ => H } }",
        "{ let y = if c H else { 1 }; r }",
        "{ let y = match c { _ => H }; r }",
        "{ y = match c { _ => H }; r }",
        "{ f(if c H else { 1 }); r }",
        "{ f(match c { _ => H }); r }",
        "{ f(|x| H) }",
        "{ while H {} r }",
        "{ async H.await }",
        "{ f(async H); r }",
    ];
    holes(
        &values,
        block,
        "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(0); let __value_2 = f(&b); m.insert(__key, b); __value_2 }",
    );
    let units = [
        "{ if c H else { g(); } r }",
        "{ if c { g(); } else H r }",
        "{ if c { if d H else {} } r }",
        "{ match c { _ => H } r }",
        "{ if c H else {}; }",
        "{ while c H r }",
        "{ for x in y H r }",
        "{ loop H }",
        "{ f({ while c H }); r }",
        "{ f({ for x in y H }); r }",
        "{ f({ loop H }); r }",
    ];
    holes(
        &units,
        block,
        "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(0); f(&b); m.insert(__key, b); }",
    );
}

/// Statements behind `let t = &mut o.x;`, and what they are then.
const NAMED: &[(&str, &str)] = &[
    ("f(t, *t, (t), t.y)", "f(&o.x, o.x, &(o.x), o.x.y)"),
    ("t.f(t, *t)", "o.x.f(&o.x, o.x)"),
    ("f(t == u, u < t, *t == 1, -*t)", "f(&o.x == u, u < &o.x, o.x == 1, -o.x)"),
    ("*t += 1", "o.x += 1"),
    ("x += t", "x += o.x"),
    ("t.y[*t].z = t.y[0]", "o.x.y[o.x].z = o.x.y[0]"),
    ("f(|t| *t, *t, |u| *t)", "f(|t| *t, o.x, |u| o.x)"),
    (
        "if let Some(t) = y { f(*t); } else { f(*t); }",
        "if let Some(t) = y { f(*t); } else { f(o.x); }",
    ),
    ("if let Some(t) = t { f(*t); }", "if let Some(t) = &o.x { f(*t); }"),
    ("if let Some(u) = *t { f(*t); }", "if let Some(u) = o.x { f(o.x); }"),
    (
        "match t { Some(t) => f(*t), None if *t => f(*t) }",
        "match &o.x { Some(t) => f(*t), None if o.x => f(o.x) }",
    ),
    ("while let Some(t) = y { f(*t); } f(*t)", "while let Some(t) = y { f(*t); } f(o.x)"),
    ("while *t > 0 { *t -= 1; }", "while o.x > 0 { o.x -= 1; }"),
    ("for t in t.y { f(*t); } f(*t)", "for t in o.x.y { f(*t); } f(o.x)"),
    ("for u in t { f(*t); } f(*t)", "for u in o.x { f(o.x); } f(o.x)"),
    ("{ let t = *t; f(*t); } f(*t)", "{ let t = o.x; f(*t); } f(o.x)"),
    ("if c { let t = y; f(*t); } f(*t)", "if c { let t = y; f(*t); } f(o.x)"),
    (r#"f(format!("{}", *t), *t)"#, r#"f(format!("{}", o.x), o.x)"#),
    (r#"f(|t| format!("{}", *t), *t)"#, r#"f(|t| format!("{}", *t), o.x)"#),
    ("f(vec![*t; *t], vec![*t, 1])", "f(vec![o.x; o.x], vec![o.x, 1])"),
    ("f(matches!(*t, Some(t) if t))", "f(matches!(o.x, Some(t) if t))"),
];

#[test]
fn the_value_stands_where_the_name_means_the_borrow() {
    for (code, written) in NAMED {
        let found = rewritten(&format!("{{ let t = &mut o.x; {code}; o }}")).0;
        let written: syn::Block = syn::parse_str(&format!("{{ {written}; o }}")).unwrap();
        assert_eq!(found, written.to_token_stream().to_string(), "{code}");
    }
}

/// A statement with `H` in it, before which nothing sees the place; and those that see it, or leave before.
#[test]
fn a_value_is_taken_out_where_it_is_evaluated_first() {
    let first = [
        "let y = H;",
        "let y = (H);",
        "let y = H?;",
        "let y = f(H).await;",
        "let y = !H;",
        "let y = H as u8;",
        "let y = H.x;",
        "let y = &H;",
        "let y = f(y, &H, o);",
        "let y = y.f(1, H);",
        "let y = H.f(o);",
        "let y = H + o;",
        "let y = y - H;",
        "let y = (y, H);",
        "let y = [y, H, o];",
        "let y = S { y: y, z: H };",
        "let y = match H { _ => o };",
        "let y = if H { o } else { 1 };",
        "let y = if let Some(x) = H { o } else { 1 };",
        "let Some(y) = H else { return };",
        "y = H;",
        "y.x = H;",
        "return H;",
        "f(H);",
        "if H { o; }",
        "if H.is_some() { o; }",
        "if let Some(x) = H { o; }",
        "match H { _ => o }",
        "for x in H { o; }",
    ];
    for (from, next) in [
        ("o.take()", "None"),
        ("o.replace(z)", "Some(z)"),
        ("mem::take(&mut o)", "::core::default::Default::default()"),
        ("std::mem::replace(&mut o, z)", "z"),
    ] {
        checked(first.iter().map(|stmt| {
            let written = stmt.replace('H', "__was");
            let written = format!("{{ let __was = o; o = {next}; {written} r }}");
            (format!("{{ {} r }}", stmt.replace('H', from)), written)
        }));
    }
    let others = [
        "let y = f(o.x, H);",
        "let y = f(g()?, H);",
        "let y = f(g().await, H);",
        "let y = (o, H);",
        "let y = o + H;",
        "let y = c && H;",
        "let y = c || H;",
        "let y = f()(H);",
        "let y = S { y: o, z: H };",
        "let y = |x| f(o, H);",
        "y += H;",
        "l[i] = H;",
        "while H { o; }",
    ];
    let others = others.map(|stmt| format!("{{ {} r }}", stmt.replace('H', "o.take()")));
    checked(others.iter().map(|code| (code.clone(), code.clone())));
}

/// Values that are taken out, and calls that only look so.
#[test]
fn what_takes_a_value_out() {
    let taken = |code: &str| rewritten(&format!("{{ let y = {code}; r }}")).0.contains("__was");
    for code in [
        "mem::take(&mut o)",
        "std::mem::take(&mut o.x)",
        "core::mem::take((&mut o))",
        "mem::take(b)",
        "mem::replace(&mut o, 1)",
        "mem::take(&mut *o)",
        "o.x.take()",
        "(*o).take()",
        "o.replace(1 + 1)",
    ] {
        assert!(taken(code), "{code}");
    }
    for code in [
        "take(&mut o)",
        "my::mem::take(&mut o)",
        "mem::take(&o)",
        "mem::take(&mut f())",
        "mem::take(f())",
        "mem::take(a::b)",
        "mem::take()",
        "mem::replace(&mut o)",
        "mem::forget(&mut o)",
        "o.take(1)",
        "o.replace()",
        r#"o.replace("a")"#,
        "o.replace(a, b)",
        "f().take()",
        "(*f()).take()",
        "(-o).take()",
        "o[0].take()",
    ] {
        assert!(!taken(code), "{code}");
    }
}
