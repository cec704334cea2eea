//! Borrows, written out.

use super::*;
use quote::ToTokens;

fn rewritten(code: &str) -> (String, usize) {
    let mut body: Block = syn::parse_str(code).unwrap();
    let mut errors = Errors::default();
    written_out(&mut body, &mut errors);
    (body.to_token_stream().to_string(), errors.count())
}

/// The value gets the name of the borrow, and is put back behind its last use.
#[test]
fn a_borrow_is_a_value_that_is_put_back() {
    for (code, written) in [
        (
            "{ let b = m.entry(k).or_insert(v); if x > *b { *b = x; } m.len() }",
            "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(v); if x > b { b = x; } m.insert(__key, b); m.len() }",
        ),
        (
            "{ let b = m.entry(k).or_default(); *b += 1; let b = n.entry(l).or_default(); *b += 2; }",
            "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or_default(); b += 1; m.insert(__key, b); let __key_2 = l; let mut b = n.__taken(&__key_2).unwrap_or_default(); b += 2; n.insert(__key_2, b); }",
        ),
        ("{ let t = &mut o.total; *t += 1; t.x = 3; o }", "{ o.total += 1; o.total.x = 3; o }"),
        (
            "{ let t = &mut o.total; *t += 1; format!(\"{t}\"); o }",
            "{ let mut t = o.total.clone(); t += 1; format!(\"{t}\"); o.total = t; o }",
        ),
        (
            "{ let t = &mut o.total; *t += 1; let n = o.len(); match n { t => *t, _ => 0 } }",
            "{ o.total += 1; let n = o.len(); match n { t => *t, _ => 0 } }",
        ),
        (
            "{ let t = &mut o.list[i + 1]; t.x += 1; o }",
            "{ let __index = i + 1; let mut t = o.list[__index].clone(); t.x += 1; o.list[__index] = t; o }",
        ),
        (
            "{ let a = &mut o.list[i]; let b = &mut a.x; *b += 1; o }",
            "{ let __index = i; let mut a = o.list[__index].clone(); a.x += 1; o.list[__index] = a; o }",
        ),
        (
            "{ let b = m.entry(k).or_insert(0); *b += 1; *b }",
            "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(0); b += 1; let __value_2 = b; m.insert(__key, b); __value_2 }",
        ),
        (
            "{ for x in xs { let b = m.entry(x).or_insert(0); if *b > 3 { continue; } *b += 1; } }",
            "{ for x in xs { let __key = x; let mut b = m.__taken(&__key).unwrap_or(0); if b > 3 { m.insert(__key, b); continue; } b += 1; m.insert(__key, b); } }",
        ),
        (
            "{ if let Some(x) = m.get_mut(&k) && x.n > 2 { x.n += 1; } }",
            "{ let __key = (k).clone(); if let Some(mut x) = m.get(&__key).cloned() && x.n > 2 { x.n += 1; m.insert(__key, x); } }",
        ),
        (
            "{ let Some(x) = l.get_mut(i) else { return 1 }; *x += 1; l.len() }",
            "{ let __index = i; let Some(mut x) = l.get(__index).cloned() else { return 1 }; x += 1; l[__index] = x; l.len() }",
        ),
        (
            "{ if let Some(x) = l.iter_mut().find(|x| x.id == id) { x.n += 1 } else if let Some(y) = &mut o.note { y.push('a'); } }",
            "{ if let Some(__index) = l.iter().position(|x| x.id == id) { let mut x = l[__index].clone(); x.n += 1; l[__index] = x; } else if let Some(mut y) = o.note.clone() { y.push('a'); o.note = Some(y); } }",
        ),
        (
            "{ for x in &mut l { *x *= 2; } }",
            "{ l = l.into_iter().map(|x| { let mut x = x; x *= 2; x }).collect::<::std::vec::Vec<_>>(); }",
        ),
        (
            "{ for x in l.iter_mut() { n += *x; *x = n; } }",
            "{ for __index in 0..l.len() { let mut x = l[__index].clone(); n += x; x = n; l[__index] = x; } }",
        ),
        (
            "{ for v in m.values_mut() { *v += n; n += 1; } }",
            "{ for __key in m.keys().cloned().collect::<::std::vec::Vec<_>>() { let mut v = m[&__key].clone(); v += n; m.insert(__key, v); n += 1; } }",
        ),
    ] {
        let written: Block = syn::parse_str(written).unwrap();
        assert_eq!(rewritten(code), (written.to_token_stream().to_string(), 0), "{code}");
    }
}

#[test]
fn a_borrow_is_used_up_before_a_call() {
    for (code, mistakes) in [
        ("{ let b = m.entry(k).or_insert(0); f().await?; *b += 1; }", 1),
        ("{ let b = m.entry(k).or_insert(0); *b += f().await?; }", 1),
        ("{ let b = m.entry(k).or_insert(0); *b += 1; f().await?; }", 0),
        ("{ let b = &mut o.x; if y { f().await?; } *b += 1; }", 1),
        ("{ let b = &o.x; f().await?; }", 0),
        ("{ let b = m.entry(k).or_insert(0); *b += 1; for b in f().await? { g(b); } }", 0),
    ] {
        assert_eq!(rewritten(code).1, mistakes, "{code}");
    }
}
