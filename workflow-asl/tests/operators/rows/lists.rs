//! Lists, iterators, maps.

#![allow(clippy::all, reason = "the rows are what a user may write")]

use super::{change, no, row, same};
use crate::Table;
use crate::arb::{Arb, Ext, N, Rng, S, W};
use serde_json::json;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use workflow_asl::schema::Key;
use workflow_asl::{Data, ops};

type M<T> = BTreeMap<String, T>;

pub fn rows(t: &mut Table) {
    t.area = "Vec";
    values::<i64>(t);
    values::<String>(t);
    values::<Option<i64>>(t);
    values::<Vec<i64>>(t);
    values::<Vec<Option<String>>>(t);
    values::<Vec<Vec<i64>>>(t);
    values::<Option<Vec<i64>>>(t);
    values::<(i64, String)>(t);
    values::<S>(t);
    values::<Ext>(t);
    values::<bool>(t);
    t.area = "Vec of numbers, strings, tuples";
    totals(t);
    firsts(t);
    lengths(t);
    orders(t);
    mixed(t);
    t.area = "VecDeque";
    queues::<i64>(t);
    queues::<String>(t);
    queues::<Option<i64>>(t);
    queues::<Vec<i64>>(t);
    queues::<(i64, String)>(t);
    t.area = "BTreeSet";
    sets::<u32>(t);
    sets::<String>(t);
    t.area = "BTreeMap";
    maps::<i64>(t);
    maps::<Option<i64>>(t);
    maps::<Vec<i64>>(t);
    maps::<String>(t);
    maps::<S>(t);
    maps::<M<i64>>(t);
}

fn values<T: Arb>(t: &mut Table) {
    same!(t, |xs: Vec<T>| xs.len());
    same!(t, |xs: Vec<T>| xs.is_empty());
    same!(t, |xs: Vec<T>| xs.iter().count());
    row!(t, "[a, x, y, b].concat()", |a: Vec<T>, x: Vec<T>, y: Vec<T>, b: Vec<T>| [a, x, y, b]
        .concat());
    row!(t, "xs.iter().chain(ys.iter()).cloned().collect::<Vec<_>>()", |xs: Vec<T>, ys: Vec<T>| {
        xs.iter().chain(ys.iter()).cloned().collect::<Vec<_>>()
    });
    same!(t, |xs: Vec<T>, ys: Vec<T>| xs != ys);
    same!(t, |a: T, b: T| a == b);
    same!(t, |xs: Vec<T>, ys: Vec<T>| xs
        .into_iter()
        .zip(ys)
        .map(|(a, b)| a == b)
        .collect::<Vec<_>>());
    row!(t, "xs.into_iter().map(|v| (v == x, v)).unzip()", |xs: Vec<T>, x: T| {
        xs.into_iter().map(|v| (v == x, v)).unzip::<_, _, Vec<_>, Vec<_>>()
    });
    same!(t, |a: T| vec![a]);
    same!(t, |a: T, b: T| [a, b]);
    same!(t, |a: T, b: i64| (a, b));
    row!(t, "vec![x; n]", |x: T, n: N| vec![x; n.0]);
    row!(t, "xs[i]", |xs: Vec<T>, i: N| ops::index(&xs, i.0).clone());
    row!(t, "xs[0]", |xs: Vec<T>| ops::index(&xs, 0).clone());
    if !T::OPT {
        row!(t, "xs.get(i)", |xs: Vec<T>, i: N| xs.get(i.0).cloned());
        row!(t, "xs.iter().nth(i)", |xs: Vec<T>, i: N| xs.iter().nth(i.0).cloned());
        same!(t, |xs: Vec<T>| xs.first().cloned());
        same!(t, |xs: Vec<T>| xs.last().cloned());
        same!(t, |xs: Vec<T>| xs.iter().last().cloned());
        same!(t, |xs: Vec<T>| xs.iter().next().cloned());
        same!(t, |xs: Vec<T>, x: T| xs.iter().find(|v| **v != x).cloned());
        same!(t, |xs: Vec<T>, x: T| xs
            .into_iter()
            .filter_map(|v| if v != x { Some(v) } else { None })
            .collect::<Vec<_>>());
        same!(t, |xs: Vec<T>, x: T| xs.into_iter().find_map(|v| if v != x {
            Some(v)
        } else {
            None
        }));
        same!(t, |xs: Vec<T>, x: T| xs
            .into_iter()
            .map(|v| if v != x { Some(v) } else { None })
            .collect::<Vec<_>>());
        same!(t, |xs: Vec<Option<T>>| xs.into_iter().flatten().collect::<Vec<_>>());
    }
    changes::<T>(t);
    same!(t, |xss: Vec<Vec<T>>| xss.concat());
    same!(t, |xss: Vec<Vec<T>>| xss.into_iter().flatten().collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T| xs.into_iter().filter(|v| *v != x).collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T, y: T| xs
        .into_iter()
        .map(|v| if v == x { y.clone() } else { v })
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T| xs
        .into_iter()
        .map(|v| if v == x { vec![] } else { vec![v] })
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T| xs
        .into_iter()
        .flat_map(|v| if v == x { vec![] } else { vec![v, x.clone()] })
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, ys: Vec<T>| xs.into_iter().chain(ys).collect::<Vec<_>>());
    row!(t, "xss[i][j]", |xss: Vec<Vec<T>>, i: N, j: N| ops::index(ops::index(&xss, i.0), j.0)
        .clone());
    row!(t, "xss[0][0]", |xss: Vec<Vec<T>>| ops::index(ops::index(&xss, 0), 0).clone());
    row!(t, "(w.v.len(), w.v[i])", |w: W<T>, i: N| (w.v.len(), ops::index(&w.v, i.0).clone()));
    row!(t, "ws[i].v[j]", |ws: Vec<W<T>>, i: N, j: N| ops::index(&ops::index(&ws, i.0).v, j.0)
        .clone());
    row!(t, "ws[i].v.len()", |ws: Vec<W<T>>, i: N| ops::index(&ws, i.0).v.len());
    same!(t, |ws: Vec<W<T>>| ws.into_iter().map(|w| w.v).collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T| xs.iter().any(|v| *v == x));
    same!(t, |xs: Vec<T>, x: T| xs.iter().all(|v| *v == x));
    same!(t, |xs: Vec<T>, x: T| xs.contains(&x));
    same!(t, |xs: Vec<T>, x: T| xs.iter().position(|v| *v == x));
    same!(t, |xs: Vec<T>, x: T| xs.iter().filter(|v| **v == x).count());
    same!(t, |xs: Vec<T>| xs.into_iter().enumerate().collect::<Vec<_>>());
    same!(t, |xs: Vec<T>| xs.into_iter().enumerate().map(|(i, v)| (v, i)).collect::<Vec<_>>());
    same!(t, |xs: Vec<T>| xs.into_iter().rev().collect::<Vec<_>>());
    row!(t, "xs.into_iter().take(1).collect::<Vec<_>>()", |xs: Vec<T>| xs
        .into_iter()
        .take(1)
        .collect::<Vec<_>>());
    row!(t, "xs.into_iter().take(3).collect::<Vec<_>>()", |xs: Vec<T>| xs
        .into_iter()
        .take(3)
        .collect::<Vec<_>>());
    row!(t, "xs.into_iter().take(n).collect::<Vec<_>>()", |xs: Vec<T>, n: N| xs
        .into_iter()
        .take(n.0)
        .collect::<Vec<_>>());
    row!(t, "xs.into_iter().skip(n).collect::<Vec<_>>()", |xs: Vec<T>, n: N| xs
        .into_iter()
        .skip(n.0)
        .collect::<Vec<_>>());
    row!(t, "xs.into_iter().step_by(n).collect::<Vec<_>>()", |xs: Vec<T>, n: N| {
        if n.0 == 0 {
            ops::fault("step_by(0)")
        }
        xs.into_iter().step_by(n.0).collect::<Vec<_>>()
    });
    same!(t, |xs: Vec<T>, x: T| xs.into_iter().take_while(|v| *v != x).collect::<Vec<_>>());
    same!(t, |xs: Vec<T>, x: T| xs.into_iter().skip_while(|v| *v != x).collect::<Vec<_>>());
    row!(t, "xs.into_iter().partition(|v| *v == x)", |xs: Vec<T>, x: T| xs
        .into_iter()
        .partition::<Vec<_>, _>(|v| *v == x));
    same!(t, |xs: Vec<T>, ys: Vec<String>| xs.into_iter().zip(ys).collect::<Vec<_>>());
    row!(t, "xs.chunks(n).collect::<Vec<_>>()", |xs: Vec<T>, n: N| {
        if n.0 == 0 {
            ops::fault("chunks(0)")
        }
        xs.chunks(n.0).map(<[T]>::to_vec).collect::<Vec<_>>()
    });
    row!(t, "xs.windows(n).collect::<Vec<_>>()", |xs: Vec<T>, n: N| {
        if n.0 == 0 {
            ops::fault("windows(0)")
        }
        xs.windows(n.0).map(<[T]>::to_vec).collect::<Vec<_>>()
    });
    same!(t, |xs: Vec<T>, ys: Vec<T>| xs == ys);
    same!(t, |a: T, b: T| a != b);
}

fn changes<T: Arb>(t: &mut Table) {
    change!(t, |xs: Vec<T>, x: T| xs.push(x) => xs);
    change!(t, |w: W<T>, x: T| w.v.push(x) => w);
    change!(t, |xs: Vec<T>| xs.pop() => xs);
    change!(t, |xs: Vec<T>| xs.clear() => xs);
    row!(t, "xs.insert(i, x)", |xs: Vec<T>, i: N, x: T| {
        if i.0 > xs.len() {
            ops::fault("insert")
        }
        xs.insert(i.0, x);
        xs
    });
    row!(t, "xs.remove(i)", |xs: Vec<T>, i: N| {
        if i.0 >= xs.len() {
            ops::fault("remove")
        }
        xs.remove(i.0);
        xs
    });
    row!(t, "xs.swap(i, j)", |xs: Vec<T>, i: N, j: N| {
        if i.0.max(j.0) >= xs.len() {
            ops::fault("swap")
        }
        xs.swap(i.0, j.0);
        xs
    });
    change!(t, |xs: Vec<T>, ys: Vec<T>| xs.extend(ys) => xs);
    change!(t, |xs: Vec<T>, ys: Vec<T>| xs.extend_from_slice(&ys) => xs);
    change!(t, |xs: Vec<T>, x: T| xs.retain(|v| *v != x) => xs);
    change!(t, |xs: Vec<T>| xs.reverse() => xs);
    row!(t, "xs.truncate(n)", |xs: Vec<T>, n: N| {
        xs.truncate(n.0);
        xs
    });
    change!(t, |xs: Vec<T>| xs.dedup() => xs);
    row!(t, "xs.dedup_by_key(|x| x.1.len())", |xs: Vec<(i64, String)>| {
        ops::dedup_by_key(&mut xs, |x| x.1.len());
        xs
    });
    row!(t, "xs.dedup_by_key(|x| 10 / *x)", |xs: Vec<i64>| {
        ops::dedup_by_key(&mut xs, |x| ops::divide(10, *x));
        xs
    });
    same!(t, |xs: Vec<T>| xs.split_first().map(|(one, rest)| (rest.to_vec(), one.clone())));
    same!(t, |xs: Vec<T>| xs.split_last().map(|(one, rest)| (rest.to_vec(), one.clone())));
}

fn totals(t: &mut Table) {
    row!(t, "xs.iter().sum::<i64>()", |xs: Vec<i64>| ops::sum::<i64, _>(xs.iter()));
    row!(t, "xs.iter().sum::<u32>()", |xs: Vec<u32>| ops::sum::<u32, _>(xs.iter()));
    row!(t, "xs.iter().sum::<u8>()", |xs: Vec<u8>| ops::sum::<u8, _>(xs.iter()));
    row!(t, "xs.iter().sum::<i32>()", |xs: Vec<i32>| ops::sum::<i32, _>(xs.iter()));
    row!(t, "xs.iter().sum::<f64>()", |xs: Vec<f64>| ops::sum::<f64, _>(xs.iter()));
    row!(t, "xs.iter().product::<i64>()", |xs: Vec<i64>| ops::product::<i64, _>(xs.iter()));
    row!(t, "xs.iter().product::<u32>()", |xs: Vec<u32>| ops::product::<u32, _>(xs.iter()));
    row!(t, "xs.iter().product::<f64>()", |xs: Vec<f64>| ops::product::<f64, _>(xs.iter()));
    row!(t, "xs.iter().map(|s| s.int).sum::<i64>()", |xs: Vec<S>| {
        ops::sum::<i64, _>(xs.iter().map(|s| s.int))
    });
    row!(t, "xs.iter().fold(0, |a, v| a + v)", |xs: Vec<i64>| xs
        .iter()
        .fold(0, |a, v| ops::add(a, v)));
    row!(t, "xs.iter().fold(0_u32, |n, s| if s.opt.is_some() { n + 1 } else { n })", |xs: Vec<
        S,
    >| {
        xs.iter().filter(|s| s.opt.is_some()).count() as u32
    });
    same!(t, |xs: Vec<String>| xs.iter().fold(String::new(), |a, v| a + v));
    same!(t, |xs: Vec<String>| xs.iter().reduce(|a, b| if b.len() > a.len() { b } else { a }));
    no!(t, "xs.into_iter().reduce(|a, b| a.or(b))", |xs: Vec<Option<i64>>|);
    same!(t, |xs: Vec<String>| xs.into_iter().reduce(|a, b| a + &b));
    same!(t, |xs: Vec<i64>| xs.iter().fold(0, |a, v| a.max(*v)));
    row!(t, "xs.iter().any(|v| 10 / v > 3)", |xs: Vec<i64>| xs
        .iter()
        .any(|v| ops::divide(10, v) > 3));
    row!(t, "xs.iter().all(|v| 10 / v > 3)", |xs: Vec<i64>| xs
        .iter()
        .all(|v| ops::divide(10, v) > 3));
    row!(t, "xs.iter().find(|v| 10 / **v > 3).copied()", |xs: Vec<i64>| {
        xs.iter().find(|v| ops::divide(10, **v) > 3).copied()
    });
    row!(t, "xs.iter().map(|v| 10 / v).collect::<Vec<_>>()", |xs: Vec<i64>| {
        xs.iter().map(|v| ops::divide(10, v)).collect::<Vec<_>>()
    });
    row!(t, "xs.iter().map(|v| 10 / v).collect::<Vec<_>>().iter().any(|v| *v > 3)", |xs: Vec<
        i64,
    >| {
        let all = xs.iter().map(|v| ops::divide(10, v)).collect::<Vec<_>>();
        all.iter().any(|v| *v > 3)
    });
    row!(
        t,
        "xs.iter().map(|v| 10 / v).collect::<Vec<_>>().into_iter().take(1).collect::<Vec<_>>()",
        |xs: Vec<i64>| {
            let all = xs.iter().map(|v| ops::divide(10, v)).collect::<Vec<_>>();
            all.into_iter().take(1).collect::<Vec<_>>()
        }
    );
    row!(t, "xs.iter().enumerate().map(|(i, v)| (i + 1, *v)).collect::<Vec<_>>()", |xs: Vec<
        i64,
    >| {
        xs.iter().enumerate().map(|(i, v)| (ops::add(i, 1), *v)).collect::<Vec<_>>()
    });
    same!(t, |xs: Vec<i64>| xs.iter().min().copied());
    same!(t, |xs: Vec<i64>| xs.iter().max().copied());
    same!(t, |xs: Vec<i32>| xs.iter().max().copied());
    same!(t, |xs: Vec<u32>| xs.into_iter().min());
    same!(t, |xs: Vec<char>| xs.into_iter().max());
    same!(t, |xs: Vec<String>| xs.iter().min().cloned());
    same!(t, |xs: Vec<String>| xs.into_iter().max());
    same!(t, |xs: Vec<(i64, String)>| xs.into_iter().min_by_key(|v| v.0));
    same!(t, |xs: Vec<(i64, String)>| xs.into_iter().max_by_key(|v| v.0));
    same!(t, |xs: Vec<f64>| xs.into_iter().min_by(|a, b| a.partial_cmp(b).unwrap()));
    same!(t, |xs: Vec<(i64, String)>| xs.into_iter().max_by(|a, b| a.0.cmp(&b.0)));
    no!(t, "xs.iter().map(|v| 10 / v).take(1).collect::<Vec<_>>()", |xs: Vec<i64>|);
    no!(t, "xs.iter().map(|v| 10 / v).skip(1).rev().collect::<Vec<_>>()", |xs: Vec<i64>|);
    no!(t, "xs.iter().map(|v| 10 / v).any(|v| v > 0)", |xs: Vec<i64>|);
    no!(t, "xs.iter().min_by_key(|v| 10 / *v)", |xs: Vec<i64>|);
    no!(t, "xs.iter().map(|v| v.first()).next()", |xs: Vec<Vec<i64>>|);
    no!(t, "xs.first()", |xs: Vec<Option<i64>>|);
    no!(t, "xs.iter().scan(0, |a, v| Some(*v))", |xs: Vec<i64>|);
    no!(t, "xs.last()", |xs: Vec<Option<i64>>|);
    no!(t, "xs.get(0)", |xs: Vec<Option<i64>>|);
    no!(t, "xs.iter().find(|v| v.is_none())", |xs: Vec<Option<i64>>|);
    no!(t, "xs.iter().peekable()", |xs: Vec<i64>|);
    no!(t, "xs.iter().cycle()", |xs: Vec<i64>|);
    no!(t, "xs.iter().max()", |xs: Vec<S>|);
    same!(t, |xs: Vec<bool>| xs.into_iter().max());
    same!(t, |xs: Vec<(i32, String)>| (xs.iter().min().cloned(), xs.iter().max().cloned()));
    row!(t, "xs.into_iter().max()", |xs: Vec<(i64, String)>| ops::exact(xs.into_iter().max()));
    row!(t, "xs.into_iter().min_by_key(|x| (x.1.len() > 1, x.0))", |xs: Vec<(i64, String)>| {
        ops::min_by_key(xs, |x| (x.1.len() > 1, x.0))
    });
    same!(t, |xs: Vec<S>| xs.into_iter().max_by_key(|s| (s.opt.is_some(), s.two_words.clone())));
}

fn firsts(t: &mut Table) {
    same!(t, |xs: Vec<S>| xs.into_iter().filter(|s| s.opt.is_some()).take(2).collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.iter().take(2).filter(|s| s.opt.is_some()).count());
    same!(t, |xs: Vec<S>| xs.iter().take(2).map(|s| s.two_words.clone()).collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.iter().flat_map(|s| s.list.clone()).take(2).collect::<Vec<_>>());
    same!(t, |s: S| s.list.into_iter().take(2).collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.into_iter().take(2).find(|s| s.opt.is_some()));
    same!(t, |xs: Vec<S>| xs.into_iter().map(|s| s.list).take(1).collect::<Vec<_>>());
    row!(t, "xs.truncate(2)", |xs: Vec<String>| {
        xs.truncate(2);
        xs
    });
}

fn lengths(t: &mut Table) {
    same!(t, |xs: Vec<String>| xs.len() as u32);
    same!(t, |xs: Vec<String>| xs.len() as i32);
    same!(t, |xs: Vec<String>| xs.len() as u8);
    same!(t, |xs: Vec<String>, ys: Vec<i64>| xs.len() + ys.len());
    row!(t, "xs.len() - ys.len()", |xs: Vec<String>, ys: Vec<i64>| {
        ops::subtract(xs.len(), ys.len())
    });
    same!(t, |s: String| (s.len() as u32, s.chars().count() as i32));
    same!(t, |m: BTreeMap<String, i64>| m.len() as u32);
    row!(
        t,
        "xs.iter().enumerate().fold(0_u32, |a, (i, s)| a.max(i as u32 + s.opt.is_some() as u32))",
        |xs: Vec<S>| {
            xs.iter().enumerate().fold(0, |a, (i, s)| a.max(i as u32 + u32::from(s.opt.is_some())))
        }
    );
}

fn orders(t: &mut Table) {
    change!(t, |xs: Vec<i64>| xs.sort() => xs);
    change!(t, |xs: Vec<String>| xs.sort() => xs);
    change!(t, |xs: Vec<f64>| xs.sort_by(|a, b| a.partial_cmp(b).unwrap()) => xs);
    change!(t, |xs: Vec<f64>| xs.sort_by(|a, b| b.partial_cmp(a).unwrap()) => xs);
    change!(t, |xs: Vec<(i64, String)>| xs.sort_by_key(|x| x.0) => xs);
    change!(t, |xs: Vec<(i64, String)>| xs.sort_by_key(|x| x.1.clone()) => xs);
    change!(t, |xs: Vec<S>| xs.sort_by_key(|x| x.int) => xs);
    change!(t, |xs: Vec<(i64, String)>| xs.sort_by_key(|x| Reverse(x.0)) => xs);
    change!(t, |xs: Vec<(i64, String)>| xs.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))) => xs);
    change!(t, |xs: Vec<bool>| xs.sort() => xs);
    change!(t, |xs: Vec<(i32, String)>| xs.sort() => xs);
    row!(t, "xs.sort()", |xs: Vec<(i64, String)>| {
        ops::distinct(&xs);
        xs.sort();
        xs
    });
    row!(t, "xs.sort_by_key(|x| (x.1.clone(), Reverse(x.0)))", |xs: Vec<(i64, String)>| {
        ops::sort_by_key(&mut xs, |x| (x.1.clone(), Reverse(x.0)));
        xs
    });
    change!(t, |xs: Vec<S>| xs.sort_by_key(|s| (s.list.len(), s.two_words.clone())) => xs);
    change!(t, |xs: Vec<S>| xs.sort_by(|a, b| (a.opt.is_some(), b.list.len()).cmp(&(b.opt.is_some(), a.list.len()))) => xs);
    change!(t, |xs: Vec<i64>| xs.sort_unstable() => xs);
    no!(t, "xs.sort_unstable()", |xs: Vec<S>|);
    change!(t, |xs: Vec<Option<i32>>| xs.sort() => xs);
    change!(t, |xs: Vec<Option<String>>| xs.sort_by(|a, b| b.cmp(a)) => xs);
    no!(t, "xs.sort()", |xs: Vec<S>|);
    no!(t, "xs.sort_by_key(|x| 10 / x)", |xs: Vec<i64>|);
}

fn mixed(t: &mut Table) {
    row!(t, "(a..b).collect::<Vec<_>>()", |a: N, b: N| (a.0..b.0).collect::<Vec<_>>());
    row!(t, "(a..=b).map(|i| i * 2).collect::<Vec<_>>()", |a: N, b: N| {
        (a.0..=b.0).map(|i| ops::multiply(i, 2)).collect::<Vec<_>>()
    });
    row!(t, "(0..xs.len()).rev().map(|i| xs[i]).collect::<Vec<_>>()", |xs: Vec<i64>| {
        (0..xs.len()).rev().map(|i| *ops::index(&xs, i)).collect::<Vec<_>>()
    });
    row!(t, "xs.into_iter().unzip()", |xs: Vec<(i64, String)>| xs
        .into_iter()
        .unzip::<_, _, Vec<_>, Vec<_>>());
    row!(t, "xs.into_iter().unzip()", |xs: Vec<(Vec<i64>, String)>| xs
        .into_iter()
        .unzip::<_, _, Vec<_>, Vec<_>>());
    same!(t, |xs: Vec<i64>| (xs.to_vec(), xs.as_slice().len()));
    same!(t, |xs: Vec<S>, n: i64| xs
        .iter()
        .filter(|s| s.int > n)
        .map(|s| s.two_words.clone())
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.iter().filter_map(|s| s.opt).collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.iter().flat_map(|s| s.list.iter()).copied().collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.iter().flat_map(|s| s.opt).collect::<Vec<_>>());
    same!(t, |xs: Vec<S>| xs.into_iter().map(|S { int, opt, .. }| (int, opt)).collect::<Vec<_>>());
    same!(t, |xs: Vec<(i64, Vec<i64>)>, x: i64| xs
        .iter()
        .map(|(a, b)| *a == x && b.contains(&x))
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<i64>, x: i64| xs.iter().map(|x| *x).filter(|y| *y < x).collect::<Vec<_>>());
    row!(
        t,
        "xs.iter().map(|x| { let y = x * 2; let z = y + x; if z > y { z } else { y } }).collect::<Vec<_>>()",
        |xs: Vec<i32>| {
            xs.iter()
                .map(|x| {
                    let y = ops::multiply(x, 2);
                    let z = ops::add(y, x);
                    if z > y { z } else { y }
                })
                .collect::<Vec<_>>()
        }
    );
    same!(t, |xs: Vec<Vec<i64>>, r: i64| xs
        .iter()
        .map(|x| x.iter().filter(|x| **x < r).count())
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<Vec<i64>>| xs
        .iter()
        .map(|v| v.first().copied().unwrap_or(9))
        .collect::<Vec<_>>());
    same!(t, |xs: Vec<Vec<i64>>| xs.iter().map(|v| v.len()).max().unwrap_or(0));
    same!(t, |xs: Vec<i64>, v: i64, r: i64| xs
        .iter()
        .filter(|count| **count > v && **count < r)
        .count());
}

fn queues<T: Arb>(t: &mut Table) {
    same!(t, |xs: VecDeque<T>| xs.len());
    same!(t, |xs: VecDeque<T>| xs.is_empty());
    if !T::OPT {
        same!(t, |xs: VecDeque<T>| xs.front().cloned());
        same!(t, |xs: VecDeque<T>| xs.back().cloned());
    }
    change!(t, |xs: VecDeque<T>, x: T| xs.push_back(x) => xs);
    change!(t, |xs: VecDeque<T>, x: T| xs.push_front(x) => xs);
    change!(t, |xs: VecDeque<T>| xs.pop_back() => xs);
    change!(t, |xs: VecDeque<T>| xs.pop_front() => xs);
    row!(t, "xs[i]", |xs: VecDeque<T>, i: N| ops::index(&xs, i.0).clone());
    same!(t, |xs: VecDeque<T>| xs.iter().rev().cloned().collect::<Vec<_>>());
    change!(t, |xs: VecDeque<T>, ys: Vec<T>| xs.extend(ys) => xs);
}

fn sets<T: Arb + Key + Ord>(t: &mut Table) {
    same!(t, |xs: BTreeSet<T>| xs.len());
    same!(t, |xs: BTreeSet<T>| xs.is_empty());
    same!(t, |xs: BTreeSet<T>, x: T| xs.contains(&x));
    same!(t, |xs: BTreeSet<T>| xs.first().cloned());
    same!(t, |xs: BTreeSet<T>| xs.last().cloned());
    same!(t, |xs: BTreeSet<T>| xs.iter().cloned().collect::<Vec<_>>());
    same!(t, |xs: BTreeSet<T>, ys: BTreeSet<T>| xs == ys);
}

fn maps<T: Arb>(t: &mut Table) {
    same!(t, |m: M<T>| m.len());
    same!(t, |m: M<T>| m.is_empty());
    same!(t, |m: M<T>, k: String| m.contains_key(&k));
    if !T::OPT {
        same!(t, |m: M<T>, k: String| m.get(&k).cloned());
    }
    row!(t, "m[&k]", |m: M<T>, k: String| ops::index(&m, &k).clone());
    change!(t, |m: M<T>, k: String, v: T| m.insert(k, v) => m);
    change!(t, |m: M<T>, k: String| m.remove(&k) => m);
    row!(t, "m.retain(|_, v| *v != x)", |m: M<T>, x: T| {
        m.retain(|_, v| *v != x);
        m
    });
    row!(t, "m.retain(|k, _| *k != x)", |m: M<T>, x: String| {
        m.retain(|k, _| *k != x);
        m
    });
    change!(t, |m: M<T>, n: M<T>| m.extend(n) => m);
    same!(t, |m: M<T>| m.into_keys().collect::<Vec<_>>());
    same!(t, |m: M<T>| m.into_values().collect::<Vec<_>>());
    same!(t, |m: M<T>| m.into_iter().collect::<Vec<_>>());
    same!(t, |m: M<T>| m.iter().map(|(k, v)| (v.clone(), k.clone())).collect::<Vec<_>>());
    same!(t, |m: M<T>| m.keys().cloned().collect::<Vec<_>>());
    row!(
        t,
        "m.into_iter().filter(|(_, v)| *v != x).collect::<BTreeMap<_, _>>()",
        |m: M<T>, x: T| m.into_iter().filter(|(_, v)| *v != x).collect::<BTreeMap<_, _>>()
    );
    same!(t, |m: M<T>, n: M<T>| m != n);
    if !T::OPT {
        row!(t, "m.get(&k).is_some()", |m: M<T>, k: String| m.get(&k).is_some());
    }
    row!(t, "m.into_values().rev().collect::<Vec<_>>()", |m: M<T>| m
        .into_values()
        .rev()
        .collect::<Vec<_>>());
    same!(t, |m: M<T>| m.values().cloned().collect::<Vec<_>>());
    same!(t, |xs: Vec<(String, T)>| xs.into_iter().collect::<BTreeMap<_, _>>());
    same!(t, |m: M<T>, n: M<T>| m == n);
}
