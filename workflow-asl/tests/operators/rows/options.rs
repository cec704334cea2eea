//! `Option` and `Result`.

#![allow(clippy::all, reason = "the rows are what a user may write")]

use super::{change, no, row, same};
use crate::Table;
use crate::arb::{Arb, Ext, Rng, S};
use serde_json::json;
use workflow_asl::{Data, ops};

pub fn rows(t: &mut Table) {
    t.area = "Option";
    of::<i64>(t);
    of::<String>(t);
    of::<Vec<i64>>(t);
    of::<bool>(t);
    of::<f64>(t);
    of::<S>(t);
    of::<Ext>(t);
    t.area = "Option, more";
    row!(t, "o.unwrap_or(1 / d)", |o: Option<i64>, d: i64| o.unwrap_or(ops::divide(1, d)));
    row!(t, "o.unwrap_or_else(|| 1 / d)", |o: Option<i64>, d: i64| {
        o.unwrap_or_else(|| ops::divide(1, d))
    });
    same!(t, |o: Option<i64>| o.unwrap_or_default());
    same!(t, |o: Option<bool>| o.unwrap_or_default());
    same!(t, |o: Option<f64>| o.unwrap_or_default());
    same!(t, |o: Option<(i64, String)>| o.map(|(n, s)| (s, n)));
    same!(t, |o: Option<Vec<i64>>| o.map(|xs| xs.len()));
    same!(t, |o: Option<Vec<i64>>, x: i64| o.is_some_and(|xs| xs.contains(&x)));
    same!(t, |o: Option<Vec<i64>>, d: Vec<i64>| o.map_or(d, |xs| xs));
    same!(t, |o: Option<Vec<Vec<i64>>>| o.unwrap_or_default());
    same!(t, |o: Option<Vec<String>>| o.unwrap_or_default());
    row!(t, "o.map(|x| x + 1)", |o: Option<i64>| o.map(|x| ops::add(x, 1)));
    row!(t, "if let Some(x) = o { x + 1 } else { 0 }", |o: Option<i32>| {
        if let Some(x) = o { ops::add(x, 1) } else { 0 }
    });
    same!(t, |o: Option<i64>, p: Option<i64>| match (o, p) {
        (Some(a), Some(b)) => a.max(b),
        (Some(a), None) => a,
        _ => 0,
    });
    same!(t, |o: Option<i64>| o == Some(3));
    same!(t, |a: i64, b: i64| if a > b { Some(a) } else { None });
    same!(t, |o: Option<S>| o.map(|s| s.two_words).unwrap_or_default());
    same!(t, |o: Option<S>| o.and_then(|s| s.opt));
    same!(t, |o: Option<i64>, e: String| o.ok_or(e).is_ok());
    same!(t, |o: Option<i64>, e: String| match o.ok_or(e) {
        Ok(_) => "no".to_owned(),
        Err(e) => e,
    });
    same!(t, |o: Option<String>| o.as_deref().unwrap_or("none"));
    same!(t, |o: Option<String>| o.as_ref().map(|s| s.len()));
    same!(t, |o: Option<i64>, d: i64| o.map_or_else(|| d, |x| x.max(d)));
    same!(t, |o: Option<i64>, e: String| o
        .ok_or_else(|| e)
        .map_err(|e| e.len())
        .unwrap_or_else(|n| n as i64));
    no!(t, "o.map(|s| s.opt)", |o: Option<S>|);
    no!(t, "Some(o)", |o: Option<i64>|);
    no!(t, "o.transpose()", |o: Option<i64>|);
    no!(t, "o.flatten()", |o: Option<i64>|);
    no!(t, "o.take()", |o: Option<i64>|);
    no!(t, "o.get_or_insert(1)", |o: Option<i64>|);
    no!(t, "o.max(p)", |o: Option<i64>, p: Option<i64>|);
    same!(t, |o: Option<i32>, p: Option<i32>| (o < p, o <= p, o > p, o >= p));
    same!(t, |xs: Vec<i64>, o: Option<i64>| xs.into_iter().chain(o).collect::<Vec<_>>());
    same!(t, |xs: Vec<i64>, o: Option<i64>| xs.into_iter().zip(o).count());
    same!(t, |o: Option<Vec<i64>>, p: Option<Vec<i64>>| o.into_iter().chain(p).collect::<Vec<_>>());
    same!(t, |o: Option<S>, n: i64| o
        .iter()
        .filter(|s| s.int > n)
        .map(|s| s.opt)
        .collect::<Vec<_>>());
    change!(t, |xs: Vec<i64>, o: Option<i64>| xs.extend(o) => xs);
    change!(t, |xs: Vec<Vec<i64>>, o: Option<Vec<i64>>| xs.extend(o) => xs);
    row!(t, "o < p", |o: Option<i64>, p: Option<i64>| {
        ops::compared(&o, &p);
        o < p
    });
    same!(t, |o: Option<String>, n: i32| o < Some(n.to_string()));
}

fn of<T: Arb>(t: &mut Table) {
    same!(t, |o: Option<T>| o.is_some());
    same!(t, |o: Option<T>| o.is_none());
    same!(t, |o: Option<T>, d: T| o.unwrap_or(d));
    same!(t, |o: Option<T>, d: T| o.unwrap_or_else(|| d));
    row!(t, "o.unwrap()", |o: Option<T>| ops::unwrap(o));
    row!(t, "o.expect(\"a value\")", |o: Option<T>| ops::expect(o, "a value"));
    same!(t, |o: Option<T>, d: T| o.map(|x| (x, d)));
    same!(t, |o: Option<T>, d: T| o.and_then(|x| if x != d { Some(x) } else { None }));
    same!(t, |o: Option<T>, d: T| o.filter(|x| *x == d));
    same!(t, |o: Option<T>, b: Option<T>| o.or(b));
    same!(t, |o: Option<T>, b: Option<T>| o.or_else(|| b));
    same!(t, |o: Option<T>, b: Option<T>| o.and(b));
    same!(t, |o: Option<T>, b: Option<T>| o.xor(b));
    same!(t, |o: Option<T>, b: Option<i64>| o.zip(b));
    same!(t, |o: Option<T>, d: T| o.is_some_and(|x| x == d));
    same!(t, |o: Option<T>, d: T| o.is_none_or(|x| x == d));
    same!(t, |o: Option<T>, d: T| o.map_or(false, |x| x == d));
    same!(t, |a: Option<T>, b: Option<T>| a == b);
    same!(t, |o: Option<T>, d: T| match o {
        Some(x) => x,
        None => d,
    });
    same!(t, |o: Option<T>| vec![o]);
}
