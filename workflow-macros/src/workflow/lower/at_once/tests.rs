//! Outcomes that are looked at at once, written out.

use super::*;
use quote::ToTokens;

/// Blocks, and how each is written out.
const WRITTEN: &[(&str, &str)] = &[
    (
        "{ let a = f(x).await; match a { Ok(_) => 1, Err(_) => 2 } }",
        "{ match f(x).await { Ok(_) => 1, Err(_) => 2 } }",
    ),
    (
        "{ let a = f(x).await; if let Err(e) = a { g(e); } h() }",
        "{ if let Err(e) = f(x).await { g(e); } h() }",
    ),
    ("{ let a = f(x).await; if !a.is_ok() { g(); } }", "{ if !f(x).await.is_ok() { g(); } }"),
    ("{ let a = f(x).await; let b = a?; b }", "{ let b = f(x).await?; b }"),
    ("{ let a = f(x).await; a }", "{ f(x).await }"),
    (
        "{ let a = f(x).await; o.n = match a { Ok(n) => n, Err(_) => 2 }; }",
        "{ o.n = match f(x).await { Ok(n) => n, Err(_) => 2 }; }",
    ),
    ("{ let a = f(x).await; Ok(a.unwrap_or(7) + 1) }", "{ Ok(f(x).await.unwrap_or(7) + 1) }"),
    (
        "{ let a = f(x).await; Ok((b, 2 - -(a.unwrap_or(7) as i64))) }",
        "{ Ok((b, 2 - -(f(x).await.unwrap_or(7) as i64))) }",
    ),
    ("{ let a = f(x).await; b.n += a.unwrap_or(7); }", "{ b.n += f(x).await.unwrap_or(7); }"),
    ("{ let a = f(x).await; b.push(a.ok()); }", "{ b.push(f(x).await.ok()); }"),
    ("{ let a = f(x).await; g(1, a.ok()).await? }", "{ g(1, f(x).await.ok()).await? }"),
    ("{ let a = f(a).await; Ok(a.unwrap_or(7)) }", "{ Ok(f(a).await.unwrap_or(7)) }"),
    // Something else is evaluated before it, or it is not always looked at.
    ("{ let a = f(x).await; Ok(1 / x + a?) }", "{ let a = f(x).await; Ok(1 / x + a?) }"),
    ("{ let a = f(x).await; Ok((g(x), a?)) }", "{ let a = f(x).await; Ok((g(x), a?)) }"),
    ("{ let a = f(x).await; Ok(b && a.is_ok()) }", "{ let a = f(x).await; Ok(b && a.is_ok()) }"),
    // The place is found by code of its own.
    ("{ let a = f(x).await; o[g()] = a?; }", "{ let a = f(x).await; o[g()] = a?; }"),
    (
        "{ let a: R = a(x).await; let Ok(a) = a else { return b; }; a }",
        "{ let Ok(a) = a(x).await else { return b; }; a }",
    ),
    ("{ let a = f(x).await; let a = a; a.ok() }", "{ f(x).await.ok() }"),
    (
        "{ let a = f(x).await; if let Err(e) = a { g(format!(\"{a}\")); } }",
        "{ let a = f(x).await; if let Err(e) = a { g(format!(\"{a}\")); } }",
    ),
    ("{ let a = f(x).await; return a; }", "{ return f(x).await; }"),
    (
        "{ let a = if c { f(x).await } else { Err(y) }; match a { Ok(_) => 1, Err(_) => 2 } }",
        "{ match async { if c { f(x).await } else { Err(y) } }.await { Ok(_) => 1, Err(_) => 2 } }",
    ),
    (
        "{ let a = match w { 1 => f(x).await, 2 => return b, _ => { g(); h().await } }; match a { Ok(_) => 1, Err(E::A) => 2, Err(e) => 3 } }",
        "{ match w { 1 => match f(x).await { Ok(_) => 1, Err(E::A) => 2, Err(e) => 3 }, 2 => return b, _ => { g(); match h().await { Ok(_) => 1, Err(E::A) => 2, Err(e) => 3 } } } }",
    ),
    (
        "{ let a = if c { f(x).await } else { Err(E::B) }; let b = match a { Ok(b) => b, Err(E::A | E::B) => 2 }; b }",
        "{ let b = match async { if c { f(x).await } else { Err(E::B) } }.await { Ok(b) => b, Err(E::A | E::B) => 2 }; b }",
    ),
    // The name means something else then.
    (
        "{ let a = f(x).await; if let Err(e) = a { g(e); } h(); let a = 1; a }",
        "{ if let Err(e) = f(x).await { g(e); } h(); let a = 1; a }",
    ),
    (
        "{ let a = f(x).await; if let Err(e) = a { g(e); } let a = g(a); a }",
        "{ let a = f(x).await; if let Err(e) = a { g(e); } let a = g(a); a }",
    ),
    // Something in it leaves more than it.
    (
        "{ let a = if c { f(g()?).await } else { h().await }; a? }",
        "{ let a = if c { f(g()?).await } else { h().await }; a? }",
    ),
    // Something else comes between, or looks at it again.
    ("{ let a = f(x).await; g(); a? }", "{ let a = f(x).await; g(); a? }"),
    (
        "{ let a = f(x).await; if a.is_ok() { g(a); } }",
        "{ let a = f(x).await; if a.is_ok() { g(a); } }",
    ),
    (
        "{ let a = f(x).await; if a.is_ok() { g(); } a }",
        "{ let a = f(x).await; if a.is_ok() { g(); } a }",
    ),
    (
        "{ let a = f(x).await?; match a { 1 => 2, _ => 3 } }",
        "{ let a = f(x).await?; match a { 1 => 2, _ => 3 } }",
    ),
    (
        "{ let a = sleep(x).await; match a { () => 2 } }",
        "{ let a = sleep(x).await; match a { () => 2 } }",
    ),
];

/// A statement behind `let a = if c { f(x).await } else { LAST };`, with that in it: as the outcome of a block, or
/// each call by itself.
const APART: &[(&str, &str, bool)] = &[
    ("h().await", "match a { Ok(Some(1)) => 1, Ok(b) => b, Err(e) => 2 }", false),
    ("h().await", "match a { Ok(_) => 1, Err(_) => 2 }", false),
    ("h().await", "match a { Err(E::A) => 1, _ => 2 }", true),
    ("h().await", "match a { Err(e @ E::A) => 1, _ => 2 }", true),
    ("h().await", "match a { (Err(E::A)) => 1, _ => 2 }", true),
    ("h().await", "match a { Ok(1) | Err(E::A) => 1, _ => 2 }", true),
    ("h().await", "return match a { Err(E::A) => 1, _ => 2 };", true),
    ("h().await", "b = match a { Err(E::A) => 1, _ => 2 };", true),
    ("h().await", "let b = match a { Err(E::A) => 1, _ => 2 };", true),
    ("(h().await)", "match a { Err(E::A) => 1, _ => 2 }", true),
    ("g(); h().await", "match a { Err(E::A) => 1, _ => 2 }", true),
    ("if d { return 1; } else { h().await }", "match a { Err(E::A) => 1, _ => 2 }", true),
    ("Ok(1)", "match a { Err(E::A) => 1, _ => 2 }", false),
    // What the arms read means something else beside the call.
    ("let y = 1; h(y).await", "match a { Err(E::A) => y, _ => 2 }", false),
    ("let y = 1; h(y).await", "match a { Err(E::A) if y => 1, _ => 2 }", false),
    ("let y = 1; h(y).await", "match a { Err(E::A(y)) => y, _ => 2 }", true),
];

#[test]
fn errors_are_told_apart_behind_each_call() {
    for (last, next, apart) in APART {
        let all = format!("if c {{ f(x).await }} else {{ {last} }}");
        let (before, after) = next.split_at(next.find("match a").unwrap());
        let arms = after.trim_start_matches("match a");
        let (arms, end) = arms.split_at(arms.rfind('}').unwrap() + 1);
        let each = |call: &str| format!("match {call} {arms}");
        let written = match apart {
            false => format!("{before}match async {{ {all} }}.await {arms}{end}"),
            true => {
                let mut all = all.replace("f(x).await", &each("f(x).await"));
                for call in ["h().await", "h(y).await"] {
                    all = all.replace(call, &each(call));
                }
                format!("{before}{all}{end}")
            }
        };
        same(&format!("{{ let a = {all}; {next} }}"), &format!("{{ {written} }}"));
    }
}

/// Outcomes that stay as they are.
const LEFT: &[&str] = &[
    "let ref a = f(x).await; a",
    "let a @ b = f(x).await; a",
    "let a = f(x).await else { return; }; a",
    "let a = f(x).await; -a",
    "let a = f(x).await; return; a",
    "let a = f(x).await; g!(a)",
    "let a = if c { Err(x) } else { Ok(y) }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await } else { g(); }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await } else { h(y) }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await } else { sleep(y).await }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await } else { 'l: { h().await } }; match a { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(x).await } else { h().await }; match b { Err(E::A) => 1, _ => 2 }",
    "let a = if c { f(g(|| 1)?).await } else { h().await }; a?",
];

#[test]
fn other_outcomes_stay() {
    for code in LEFT {
        same(&format!("{{ {code} }}"), &format!("{{ {code} }}"));
    }
    same(
        "{ let a = f(x).await; if a.is_ok() && c { g(); } }",
        "{ if f(x).await.is_ok() && c { g(); } }",
    );
    same(
        "{ let a = f(x).await; if a.is_ok() || c { g(); } }",
        "{ if f(x).await.is_ok() || c { g(); } }",
    );
    same(
        "{ let a = f(x).await; if let Ok(b) = a && b { g(); } }",
        "{ if let Ok(b) = f(x).await && b { g(); } }",
    );
    same(
        "{ let a = if c { f(|x| return x).await } else { h().await }; a? }",
        "{ async { if c { f(|x| return x).await } else { h().await } }.await? }",
    );
}

fn same(code: &str, written: &str) {
    let mut block: Block = syn::parse_str(code).unwrap();
    written_out(&mut block);
    let wanted: Block = syn::parse_str(written).unwrap();
    assert_eq!(block.to_token_stream().to_string(), wanted.to_token_stream().to_string());
}

#[test]
fn the_call_stands_where_its_outcome_is_looked_at() {
    WRITTEN.iter().for_each(|(code, written)| same(code, written));
}
