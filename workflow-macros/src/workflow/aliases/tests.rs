//! Borrows, written out.

use super::*;
use quote::ToTokens;

pub(super) fn rewritten(code: &str) -> (String, usize) {
    let mut body: Block = syn::parse_str(code).unwrap();
    let mut errors = Errors::default();
    written_out(&mut body, &mut errors);
    (body.to_token_stream().to_string(), errors.count())
}

/// Blocks are rewritten as told, without a mistake.
pub(super) fn check(cases: &[(&str, &str)]) {
    let mut wrong = vec![];
    for (code, written) in cases {
        let written: Block = syn::parse_str(written).unwrap();
        let (found, written) = (rewritten(code), (written.to_token_stream().to_string(), 0));
        if found != written {
            wrong.push((code, found, written));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Borrows, and what is written instead.
const WRITTEN: &[(&str, &str)] = &[
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
        "{ for x in xs { let __key = x; let mut b = m.get(&__key).cloned().unwrap_or(0); if b > 3 { m.insert(__key.clone(), b.clone()); continue; } b += 1; m.insert(__key, b); } }",
    ),
    (
        "{ if let Some(x) = m.get_mut(&k) && x.n > 2 { x.n += 1; } }",
        "{ let __key = (k).clone(); if let Some(mut x) = m.get(&__key).cloned() && x.n > 2 { x.n += 1; m.insert(__key, x); } }",
    ),
    (
        "{ let Some(x) = l.get_mut(i) else { return 1 }; *x += 1; l.len() }",
        "{ let __index = i; let Some(mut x) = l.get(__index).cloned() else { return 1 }; x += 1; l.__put(__index, x); l.len() }",
    ),
    (
        "{ if let Some(x) = l.iter_mut().find(|x| x.id == id) { x.n += 1 } else if let Some(y) = &mut o.note { y.push('a'); } }",
        "{ if let Some(__index) = l.iter().position(|x| x.id == id) { let mut x = l[__index].clone(); x.n += 1; l[__index] = x; } else if let Some(mut y) = o.note.clone() { y.push('a'); o.note = Some(y); } }",
    ),
    (
        "{ if let Some(x) = l.iter_mut().find(|x| **x == 1 || !*x) { *x += 1; } r }",
        "{ if let Some(__index) = l.iter().position(|x| *x == 1 || !*x) { let mut x = l[__index].clone(); x += 1; l[__index] = x; } r }",
    ),
    (
        "{ for x in &mut l { *x *= 2; } }",
        "{ l.__gathered(l.into_iter().map(|x| { let mut x = x; x *= 2; x })); }",
    ),
    (
        "{ for x in l.iter_mut() { n += *x; *x = n; } }",
        "{ let mut __all = ::std::vec::Vec::new(); for x in l.clone() { let mut x = x; n += x; x = n; __all.push(x); } l.__gathered(__all); }",
    ),
    (
        "{ for (i, x) in l.iter_mut().enumerate() { if *x > i { break; } for y in ys { break; } *x += n; n += 1; } }",
        "{ let mut __all = ::std::vec::Vec::new(); let mut __done_2 = false; for (i, x) in l.clone().into_iter().enumerate() { if __done_2 { __all.push(x); continue; } let mut x = x; if x > i { __all.push(x.clone()); __done_2 = true; continue; } for y in ys { break; } x += n; __all.push(x); n += 1; } l.__gathered(__all); }",
    ),
    (
        "{ for x in &mut l { x.n = f(x.n).await?; } }",
        "{ for __index in 0..l.len() { let mut x = l[__index].clone(); x.n = f(x.n).await?; l[__index] = x; } }",
    ),
    (
        "{ for (k, v) in &mut m { *v += k.len(); } }",
        "{ m.__gathered(m.into_iter().map(|(__part, __part_2)| { let k = &__part; let mut v = __part_2; v += k.len(); (__part, v) })); }",
    ),
    (
        "{ for (_, v) in m.iter_mut() { if *v > 3 { continue; } *v += n; n += 1; } }",
        "{ let mut __all_5 = ::std::vec::Vec::new(); for (__part_3, __part_4) in m.clone() { let mut v = __part_4; if v > 3 { __all_5.push((__part_3.clone(), v.clone())); continue; } v += n; __all_5.push((__part_3, v)); n += 1; } m.__gathered(__all_5); }",
    ),
    (
        "{ for v in m.values_mut() { *v += n; n += 1; } }",
        "{ let mut __all_3 = ::std::vec::Vec::new(); for (__key_2, v) in m.clone() { let mut v = v; v += n; __all_3.push((__key_2, v)); n += 1; } m.__gathered(__all_3); }",
    ),
];

/// The value gets the name of the borrow, and is put back behind its last use.
#[test]
fn a_borrow_is_a_value_that_is_put_back() {
    check(WRITTEN);
}

/// A branch that uses the place has the value put back before: at the end of it where it uses the borrow last.
#[test]
fn a_value_is_put_back_in_the_branches_that_use_the_place() {
    check(&[
        (
            "{ let n = m.entry(k).or_insert(0); *n -= 1; if *n == 0 { m.remove(&k); } r }",
            "{ let __key = k; let mut n = m.__taken(&__key).unwrap_or(0); n -= 1; if n == 0 { m.insert(__key.clone(), n.clone()); m.remove(&k); } else { m.insert(__key.clone(), n.clone()); } r }",
        ),
        (
            "{ let n = m.entry(k).or_insert(0); if n == x && c { m.remove(&k); } r }",
            "{ let __key = k; let mut n = m.__taken(&__key).unwrap_or(0); if &n == x && c { m.insert(__key.clone(), n.clone()); m.remove(&k); } else { m.insert(__key.clone(), n.clone()); } r }",
        ),
        (
            "{ if let Some(n) = m.get_mut(&k) { if *n == 1 { m.remove(&k); } else { *n -= 1; } } r }",
            "{ let __key = (k).clone(); if let Some(mut n) = m.get(&__key).cloned() { if n == 1 { m.insert(__key.clone(), n.clone()); m.remove(&k); } else { n -= 1; m.insert(__key.clone(), n.clone()); } } r }",
        ),
        (
            "{ let n = &mut l[i]; *n += 1; if *n > 3 { return l.len(); } *n += 1; l.len() }",
            "{ let __index = i; let mut n = l[__index].clone(); n += 1; if n > 3 { l[__index] = n.clone(); return l.len(); } n += 1; l[__index] = n; l.len() }",
        ),
        (
            "{ match m.get_mut(&k) { Some(v) if *v > 2 => { *v += 1; } Some(_) => { m.remove(&k); } None => { m.insert(k, 1); } } r }",
            "{ let __key = (k).clone(); match m.get(&__key).cloned() { Some(mut v) if v > 2 => { v += 1; m.insert(__key, v); } Some(_) => { m.remove(&k); } None => { m.insert(k, 1); } } r }",
        ),
        (
            "{ match &mut o.kind { A { n, m: _ } => *n += 1, B(x) => f(x), C => {} } o }",
            "{ match o.kind.clone() { A { n: mut n, m: __part } => { n += 1; o.kind = A { n: n, m: __part }; }, B(x) => { f(&x); }, C => {} } o }",
        ),
        (
            "{ for row in &mut rows { if let Some(first) = row.first_mut() { *first += 1; if *first > 3 { continue; } n += 1; } row.push(1); } }",
            "{ let mut __all = ::std::vec::Vec::new(); for row in rows.clone() { let mut row = row; if let Some(mut first) = row.first().cloned() { first += 1; if first > 3 { row[0] = first.clone(); __all.push(row.clone()); continue; } row[0] = first; n += 1; } row.push(1); __all.push(row); } rows.__gathered(__all); }",
        ),
    ]);
}

/// A value that is taken out of a place has a name, and the place gets its next value at once.
#[test]
fn values_are_taken_out_of_places() {
    check(&[
        ("{ mem::swap(&mut a, &mut b.c); r }", "{ let __was = a; a = b.c; b.c = __was; r }"),
        (
            "{ let old = std::mem::take(&mut o.x); r }",
            "{ let __was = o.x; o.x = ::core::default::Default::default(); let old = __was; r }",
        ),
        (
            "{ if let Some(x) = o.take() { f(x); } else if p.take().is_some() { g(); } r }",
            "{ let __was = o; o = None; if let Some(x) = __was { f(x); } else { let __was_2 = p; p = None; if __was_2.is_some() { g(); } } r }",
        ),
        ("{ o.replace(x); r }", "{ o = Some(x); r }"),
        ("{ let f = 1; o.take() }", "{ let f = 1; let __was = o; o = None; __was }"),
        // The place is looked at before, or a call stands before.
        ("{ f(o.is_some(), o.take()); r }", "{ f(o.is_some(), o.take()); r }"),
        ("{ f(g().await?, o.take()); r }", "{ f(g().await?, o.take()); r }"),
        (
            "{ *o.x.get_or_insert(0) += 1; r }",
            "{ let __made_2 = 0; let mut __item = o.x.clone().unwrap_or(__made_2); __item += 1; o.x = Some(__item); r }",
        ),
        (
            "{ l.last_mut().unwrap().n += 1; r }",
            "{ let mut __item = l.last().cloned().unwrap(); __item.n += 1; let __last_2 = l.len() - 1; l[__last_2] = __item; r }",
        ),
        (
            "{ l.iter_mut().for_each(|x| *x += n); r }",
            "{ l.__gathered(l.into_iter().map(|x| { let mut x = x; x += n; x })); r }",
        ),
    ]);
}

/// A value that would come too late, or go elsewhere, is a mistake.
#[test]
fn borrows_that_cannot_be_put_back_are_refused() {
    for (code, mistakes) in [
        ("{ let b = m.entry(k).or_insert(0); f().await?; *b += 1; }", 0),
        ("{ let b = m.entry(k).or_insert(0); *b += m.len(); }", 1),
        ("{ let b = m.entry(k).or_insert(0); if x { m.len(); } *b += 1; }", 1),
        ("{ let b = m.entry(k).or_insert(0); for x in xs { *b += 1; m.len(); } }", 1),
        ("{ let b = m.entry(k).or_insert(0); if let Some(x) = &mut b.x { *x += 1; m.len(); } }", 0),
        ("{ let b = m.entry(k).or_insert(o); if let Some(x) = b.x.f() { m.len(); } }", 1),
        ("{ let b = m.entry(k).or_insert(0); match *b { 0 => m.clear(), x => n = x } }", 0),
        ("{ let b = m.entry(k).or_insert(0); let c = b; *c += 1; }", 1),
        ("{ for x in &mut l { most = Some(x); } }", 1),
        ("{ let x = match m.get_mut(&k) { Some(v) => v, None => return }; *x += 1; }", 1),
        ("{ for (k, v) in &mut m { *v += 1; if n > 2 { break; } n += 1; } }", 0),
        ("{ for (k, v) in &mut m { *v += f().await?; if n > 2 { break; } n += 1; } }", 1),
        ("{ match &mut o { A { n, .. } => *n += 1, B => {} } }", 1),
        ("{ match &mut o { A { n, .. } => f(n), B => {} } }", 0),
        ("{ let b = &o.x; f().await?; }", 0),
    ] {
        assert_eq!(rewritten(code).1, mistakes, "{code}");
    }
}
