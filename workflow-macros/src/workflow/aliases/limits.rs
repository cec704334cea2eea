//! Limits of borrows, and code that is left as it is: each with its neighbours that are fine.

use super::tests::{check, rewritten};

/// The mistakes in each text, put into a template in place of `H`: one in the first, none in the second.
fn refused(template: &str, one: &[&str], none: &[&str]) {
    let all = one.iter().map(|code| (code, 1)).chain(none.iter().map(|code| (code, 0)));
    let found = all.map(|(code, wanted)| (code, rewritten(&template.replace('H', code)).1, wanted));
    let wrong: Vec<_> = found.filter(|(_, found, wanted)| found != wanted).collect();
    assert!(wrong.is_empty(), "mistakes found, and expected: {wrong:?}");
}

#[test]
fn the_place_is_not_used_while_its_value_has_another_name() {
    refused(
        "{ let b = o.m.entry(k).or_insert(v); H *b += 1; }",
        &[
            "f(o.m);",
            "f(o);",
            "f(o.m.x);",
            "o.m.f();",
            "(o.m).f();",
            "let y = g(o.m.x.y());",
            "f(|x| o.m);",
            "if c { f(o.m); }",
            r#"f(format!("{o}"));"#,
            r#"f(format!("{o:?}"));"#,
            r#"f(format!("{}", o.m.len()));"#,
            "f(vec![1, o.m]);",
            "f(vec![o; 2]);",
            // A name is bound anew.
            "let o = 1;",
            "let (y, o) = z;",
            "if let Some(o) = y {}",
            "if let Some(b) = y {}",
            "match y { Some(b) => 1, _ => 2 };",
            "for o in y {}",
            "f(|o| 1);",
        ],
        &[
            "f(o.n);",
            "f(p.m);",
            "f(m);",
            "f(m(1));",
            "f(S { m: 1 });",
            r#"f(format!("{k} o"));"#,
            r#"f(format!("{}", o.n));"#,
            r#"f(format!("{}", k));"#,
            "f(vec![k; 2]);",
            "let y = 1;",
            "if let Some(y) = z {}",
            "f(|y| y);",
            "fn f() { o.m; }",
        ],
    );
    // A value that is changed where it is may be looked at.
    refused(
        "{ let t = &mut o.x; *t += 1; H *t += 1; }",
        &[],
        &["f(o.x);", "f(o);", "let y = o.x;"],
    );
}

#[test]
fn a_borrow_is_not_kept() {
    let kept = [
        "let c = b;",
        "let c = (b);",
        "x = b;",
        "x.y = Some(b);",
        "x.push(b);",
        "x.insert(1, b);",
        "let c = (1, b);",
        "let c = [b];",
        "let c = S { b: b };",
        "let c = Some(Ok(b));",
        "let c = m::S(b);",
        "let c = if x { b } else { y };",
        "let c = if x { y } else { b };",
        "let c = match x { 1 => y, _ => b };",
        "let c = { f(); b };",
        "return b;",
        "loop { break b; }",
        "let c = f(|x| { y = b; });",
    ];
    let others = [
        "let c = *b;",
        "let c = b.clone();",
        "let c = b.x;",
        "let c = f(b);",
        "let c = m::f(b);",
        "let c = x.f(b);",
        "let c = b + 1;",
        "let c = d;",
        "x += b;",
        "x.y(b);",
        "let c = { b; };",
        "let c = Some(*b);",
        "return *b;",
        "loop { break; }",
    ];
    refused("{ let b = m.entry(k).or_insert(v); H *b += 1; }", &kept, &others);
    refused("{ let b = &mut o.x; *b += 1; H *b += 1; }", &kept, &others);
}

/// The last expression in which a borrow is used may be the value.
#[test]
fn a_borrow_is_not_the_value() {
    refused(
        "{ let b = m.entry(k).or_insert(v); *b += 1; H }",
        &["b", "(b)", "Some(b)", "if c { b } else { d }", "match c { _ => (b, 1) }"],
        &["*b", "b.clone()", "f(b)", "b;", "if c { b; }", "return b.clone()"],
    );
}

#[test]
fn what_may_fail_leaves_an_async_block_alone() {
    let entry = "let b = m.entry(k).or_insert(v); H *b += 1;";
    refused(
        &format!("{{ async {{ {entry} }}.await }}"),
        &["f()?;", "let y = x?;"],
        &["f().await;"],
    );
    refused(&format!("{{ {entry} }}"), &[], &["f()?;", "let y = x?;"]);
    refused(&format!("{{ async {{}}.await; {entry} }}"), &[], &["f()?;"]);
    refused("{ async { let b = &mut o.x; *b += 1; H *b += 1; }.await }", &[], &["f()?;"]);
}

/// A loop over pairs builds what it goes through anew, all of it.
#[test]
fn a_loop_over_pairs_is_not_left() {
    let leaves = [
        "break;",
        "if c { break; }",
        "for x in xs { break 'a; }",
        "while c { break 'a; }",
        "loop { if c { continue 'a; } }",
        "continue 'a;",
    ];
    let stays = [
        "continue;",
        "for x in xs { break; }",
        "while c { break; }",
        "loop { break; }",
        "for x in xs { continue; }",
        "f(|| return 1);",
        "f(c?);",
        "fn f() { loop { break 'a; } }",
    ];
    let turns = "'a: for (k, v) in &mut m { *v += 1; n += 1; H n += 1; }";
    refused(&format!("{{ {turns} }}"), &leaves, &stays);
    refused(&format!("{{ {turns} }}"), &[], &["return 1;", "if c { return; }"]);
    refused(
        &format!("{{ async {{ {turns} }}.await }}"),
        &["return 1;", "if c { return; }"],
        &stays[..6],
    );
}

/// Loops that change their items alone, and those that do more.
#[test]
fn what_changes_items_alone_is_a_map() {
    let mapped = |code: &str| {
        let written = rewritten(&format!("{{ {code} r }}")).0;
        written.contains("__gathered") && written.contains(". map (")
    };
    for code in [
        "for x in &mut l { *x += 1; }",
        "for x in l.iter_mut() { x.n = f(y); }",
        "for x in &mut o.l { if c { *x = 1; } }",
        "for x in &mut l { for y in ys { *x += y; } }",
        "for x in &mut l { let y = x.n; x.n = y + 1; }",
        "for (i, x) in l.iter_mut().enumerate() { *x += i; }",
        "for (_, x) in (&mut l).enumerate() { *x += 1; }",
        "for v in m.values_mut() { *v += 1; }",
        "for (k, v) in &mut m { *v += k.n; }",
        "for (_, v) in m.iter_mut() { v.push(1); }",
        "for (k, v) in &mut m { k.n += 1; v.n += 1; }",
        "for (k, _) in &mut m { k.n += 1; }",
        "l.iter_mut().for_each(|x| *x += 1);",
        "m.values_mut().for_each(|x| { *x += 1; });",
    ] {
        assert!(mapped(code), "{code}");
    }
    for code in [
        "for x in &mut l { *x += 1; n += 1; }",
        "for x in &mut l { n += *x; }",
        "'a: for x in &mut l { *x += 1; }",
        "for x in &mut l { *x += 1; break; }",
        "for x in &mut l { if c { continue; } *x += 1; }",
        "for x in &mut l { *x += f()?; }",
        "for x in &mut l { *x += f().await; }",
        "for x in &mut l { let x = 1; }",
        "for (i, x) in l.iter_mut().enumerate() { let i = 1; *x += i; }",
        "for (k, v) in &mut m { let k = 1; *v += 1; }",
        "for x in &mut l { let y = x; y.n += 1; }",
        "l.iter().for_each(|x| *x += 1);",
        "l.iter_mut().for_each(f);",
        "l.iter_mut().map(|x| *x += 1);",
        "l.iter_mut().for_each(|x, y| *x += 1);",
        "l.iter_mut().for_each(|x| return);",
    ] {
        assert!(!mapped(code), "{code}");
    }
    let others = [
        "for x in l { *x += 1; }",
        "for x in &l { f(x); }",
        "for x in l.iter_mut(1) { *x += 1; }",
        "for x in f().iter_mut() { *x += 1; }",
        "for v in f().values_mut() { *v += 1; }",
        "for (a, b) in l.iter_mut().rev() { *a += 1; }",
        "for (a, b, c) in l.iter_mut().enumerate() { *b += 1; }",
        "for (a, (b, c)) in l.iter_mut().enumerate() { *b += 1; }",
        "for (a, b, c) in &mut m { *a += 1; }",
        "for ((a, b), c) in &mut m { *a += 1; }",
        "for (ref mut a, c) in &mut m { *a += 1; }",
        "for (a @ 1, c) in &mut m { *c += 1; }",
    ];
    let others = others.map(|code| format!("{{ {code} r }}"));
    check(&others.each_ref().map(|code| (&**code, &**code)));
}

/// Parts that a pattern binds of a borrow would be lost where the place is used in that branch.
#[test]
fn a_part_of_a_borrow_is_not_kept_by_a_branch_that_uses_the_place() {
    refused(
        "{ match &mut o.k { A { n, m } => { *n += 1; *m += 1; H } B => {} } r }",
        &["if let Some(y) = &n.y { f(o.k); }", "match &m.y { Some(y) if y > z => f(o), _ => {} }"],
        &[
            "if let Some(y) = z.y { n.f(); f(o.k); }",
            "if let Some(y) = *n { f(o.k); }",
            "if let Some(y) = n.y.clone() { f(o.k); }",
            "if let Some(y) = &n.y { f(o.z); }",
            "if let None = n.y { f(o.k); }",
        ],
    );
}

/// Borrows that a statement uses without a name get one; others are left.
#[test]
fn a_borrow_without_a_name_gets_one() {
    let named = |code: &str| rewritten(&format!("{{ {code} r }}")).0.contains("__item");
    for code in [
        "*o.get_or_insert(0) += 1;",
        "*o.x.get_or_insert_default() = y;",
        "o.get_or_insert_with(f).push(1);",
        "(*o.get_or_insert(0)).x = 1;",
        "*l.last_mut().unwrap() = 1;",
        "l.first_mut().expect(\"a\").x += 1;",
        "l.get_mut(0).unwrap()[0] = 1;",
        "l.get_mut(0).unwrap().x.push(y);",
        "l.iter_mut().find(|x| x.n == 1).unwrap().n = 2;",
        "o.get_or_insert(0);",
    ] {
        assert!(named(code), "{code}");
    }
    for code in [
        "*o.get_or_insert(0) += f().await;",
        "*o.get_or_insert(0) = f(g().await);",
        "*f().get_or_insert(0) += 1;",
        "l.last().unwrap().x = 1;",
        "l.last_mut().y().x = 1;",
        "l.find(|x| x.n == 1).unwrap().n = 2;",
        "o.get_or_insert(0).f();",
        "-o.get_or_insert(0);",
        "o.get_or_insert(0) + 1;",
        "x = o.get_or_insert(0);",
        "f(o.get_or_insert(0));",
    ] {
        assert!(!named(code), "{code}");
    }
    assert!(!rewritten("{ o.get_or_insert(0) }").0.contains("__item"));
}
