//! Structs, tuples, enums.

#![allow(clippy::all, reason = "the rows are what a user may write")]

use super::{no, row, same};
use crate::Table;
use crate::arb::{Adj, Arb, Ext, Gap, Id, Int, Rng, S};
use serde_json::json;
use workflow_asl::{Data, ops};

pub fn rows(t: &mut Table) {
    t.area = "structs, tuples, enums";
    same!(t, |s: S| (s.int, s.opt, s.list, s.two_words));
    same!(t, |s: Gap| (s.opt, s.opt.is_none(), s.opt == Some(1), s.opt.unwrap_or(5)));
    same!(t, |a: i64, b: Option<i64>, c: Vec<i64>, d: String| S {
        int: a,
        opt: b,
        list: c,
        two_words: d
    });
    same!(t, |s: S, c: Vec<i64>| S { list: c, ..s });
    same!(t, |s: Gap, b: Option<i64>| Gap { opt: b, ..s });
    same!(t, |a: i64, b: Option<i64>| Gap { int: a, opt: b, last: 7 });
    same!(t, |a: S, b: S| a == b);
    same!(t, |t: (Vec<i64>, Vec<Vec<i64>>)| (t.1, t.0));
    same!(t, |t: (Option<i64>, String)| (t.1, t.0));
    same!(t, |t: ((i64, Vec<i64>), S)| (t.0.1, t.1.list, t.0.0));
    same!(t, |s: S, g: Gap| {
        let (x, (y, z)) = (g.opt, (s.list, s.int));
        (z, y, x)
    });
    row!(t, "{ let (x, y) = (a + 1, g.opt); (y.is_none(), x, y) }", |a: i64, g: Gap| {
        let (x, y) = (ops::add(a, 1), g.opt);
        (y.is_none(), x, y)
    });
    same!(t, |g: Gap, b: Option<i64>| (g.opt, 5).0.unwrap_or((b, g.int).1));
    same!(t, |s: Id| s.0);
    same!(t, |s: String| Id(s));
    same!(t, |s: Id| {
        let Id(text) = s;
        text
    });
    same!(t, |s: S| {
        let S { int, list, .. } = s;
        (list, int)
    });
    enums(t);
    no!(t, "a < b", |a: S, b: S|);
    no!(t, "a < b", |a: Ext, b: Ext|);
    row!(t, "a < b", |a: (i64, i64), b: (i64, i64)| {
        ops::compared(&a, &b);
        a < b
    });
    same!(t, |a: (i32, String), b: (i32, String)| (a < b, a <= b, a > b, a >= b));
    same!(t, |s: S, n: i32| (s.two_words.len() > 1, s.opt.is_none(), n) < (true, false, 7));
}

fn enums(t: &mut Table) {
    same!(t, |e: Ext| matches!(e, Ext::Unit));
    same!(t, |e: Ext| matches!(e, Ext::Rec { .. }));
    same!(t, |e: Ext| matches!(e, Ext::Tup(..) | Ext::List(_)));
    same!(t, |e: Ext| matches!(e, Ext::New(Some(1..=9))));
    same!(t, |e: Ext| match e {
        Ext::New(x) => (x, vec![]),
        Ext::List(l) => (None, l),
        Ext::Tup(a, b) => (Some(a), vec![b.len() as i64]),
        Ext::Rec { x, l } if x.is_none() => (Some(1), l),
        Ext::Rec { x, .. } => (x, vec![]),
        Ext::Unit => (None, vec![0]),
    });
    same!(t, |x: Option<i64>| Ext::New(x));
    same!(t, |l: Vec<i64>| Ext::List(l));
    same!(t, |n: i64, s: Vec<String>| Ext::Tup(n, s));
    same!(t, |x: Option<i64>, l: Vec<i64>| [Ext::Rec { l, x }, Ext::Unit]);
    same!(t, |e: Int| match e {
        Int::New(s) => (s.list, s.opt),
        Int::Other { x, l } => (l, x),
        Int::Unit => (vec![], None),
    });
    same!(t, |e: Int| match e {
        Int::New(S { int, .. }) => int,
        _ => 0,
    });
    same!(t, |e: Int| match e {
        Int::New(s) => Some(s),
        _ => None,
    });
    same!(t, |s: S, x: Option<i64>, l: Vec<i64>| [Int::Unit, Int::New(s), Int::Other { x, l }]);
    same!(t, |e: Adj| match e {
        Adj::New(s) => (s.list, s.opt),
        Adj::Other { x, l } => (l, x),
        Adj::Unit => (vec![], None),
    });
    same!(t, |s: S, x: Option<i64>, l: Vec<i64>| [Adj::Unit, Adj::New(s), Adj::Other { x, l }]);
    same!(t, |a: Ext, b: Ext, c: Adj, d: Adj, e: Int, f: Int| (a == b, c == d, e == f));
    row!(t, "es.iter().filter(|e| matches!(e, Ext::Tup(n, _) if *n > 0)).count()", |es: Vec<
        Ext,
    >| {
        es.iter().filter(|e| matches!(e, Ext::Tup(n, _) if *n > 0)).count()
    });
    row!(t, "(a + b).max(c)", |a: i64, b: i64, c: i64| ops::add(a, b).max(c));
}
