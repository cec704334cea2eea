//! `bool`, integers, floats.

#![allow(clippy::all, reason = "the rows are what a user may write")]

use super::{change, no, row, same};
use crate::Table;
use crate::arb::{Arb, N, Rng};
use serde_json::json;
use workflow_asl::{Data, ops};

pub fn rows(t: &mut Table) {
    bools(t);
    integers(t);
    methods(t);
    casts(t);
    floats(t);
}

fn bools(t: &mut Table) {
    t.area = "bool";
    same!(t, |a: bool| !a);
    same!(t, |a: bool, b: bool| a && b);
    same!(t, |a: bool, b: bool| a || b);
    same!(t, |a: bool, b: bool| a & b);
    same!(t, |a: bool, b: bool| a | b);
    same!(t, |a: bool, b: bool| a ^ b);
    same!(t, |a: bool, b: bool| a == b);
    same!(t, |a: bool, b: bool| a != b);
    same!(t, |a: bool, b: bool, c: bool| (a || b) && !(a && c) || c);
    row!(t, "a && o.unwrap()", |a: bool, o: Option<bool>| a && ops::unwrap(o));
    row!(t, "a || o.unwrap()", |a: bool, o: Option<bool>| a || ops::unwrap(o));
    same!(t, |a: bool, x: String, y: String| if a { x } else { y });
    same!(t, |a: bool, b: bool| if a {
        1
    } else if b {
        2
    } else {
        3
    });
    same!(t, |a: bool, x: i64| a.then_some(x));
    same!(t, |a: bool, x: i64| a.then(|| x));
    row!(t, "a.then_some(1 / x)", |a: bool, x: i64| a.then_some(ops::divide(1, x)));
    same!(t, |a: bool| a as i64);
    same!(t, |a: bool| u8::from(a));
    same!(t, |a: bool| a.to_string());
    same!(t, |a: bool, b: bool| a < b);
    same!(t, |a: bool, b: bool| a <= b);
    same!(t, |a: bool, b: bool| a > b);
    same!(t, |a: bool, b: bool| a >= b);
    no!(t, "a.max(b)", |a: bool, b: bool|);
}

fn integers(t: &mut Table) {
    t.area = "integers";
    row!(t, "a + b", |a: i64, b: i64| ops::add(a, b));
    row!(t, "a - b", |a: i64, b: i64| ops::subtract(a, b));
    row!(t, "a * b", |a: i64, b: i64| ops::multiply(a, b));
    row!(t, "a + b", |a: i32, b: i32| ops::add(a, b));
    row!(t, "a - b", |a: i32, b: i32| ops::subtract(a, b));
    row!(t, "a * b", |a: i32, b: i32| ops::multiply(a, b));
    row!(t, "a + b", |a: u8, b: u8| ops::add(a, b));
    row!(t, "a + 1", |a: u8| ops::add(a, 1));
    row!(t, "a + 1", |a: i64| ops::add(a, 1));
    row!(t, "a - b", |a: u32, b: u32| ops::subtract(a, b));
    row!(t, "a * b", |a: u32, b: u32| ops::multiply(a, b));
    row!(t, "(a + b) * 2 - b", |a: u8, b: u8| {
        ops::subtract(ops::multiply(ops::add(a, b), 2), b)
    });
    row!(t, "a / b", |a: i64, b: i64| ops::divide(a, b));
    row!(t, "a / b", |a: i32, b: i32| ops::divide(a, b));
    row!(t, "a / b", |a: u32, b: u32| ops::divide(a, b));
    row!(t, "a / 2", |a: i64| ops::divide(a, 2));
    row!(t, "a / 3", |a: i32| ops::divide(a, 3));
    row!(t, "a / 7", |a: u32| ops::divide(a, 7));
    row!(t, "a / -1", |a: i32| ops::divide(a, -1));
    row!(t, "a % b", |a: i64, b: i64| ops::remainder(a, b));
    row!(t, "a % b", |a: i32, b: i32| ops::remainder(a, b));
    row!(t, "a % b", |a: u32, b: u32| ops::remainder(a, b));
    row!(t, "a % 2 == 0", |a: u32| ops::remainder(a, 2) == 0);
    row!(t, "-a", |a: i64| ops::negate(a));
    row!(t, "-a", |a: i32| ops::negate(a));
    for_each_comparison(t);
    same!(t, |a: i64| match a {
        0 => "none",
        1..=9 => "few",
        -5 | 10 => "some",
        n if n < 0 => "less",
        _ => "many",
    });
}

fn for_each_comparison(t: &mut Table) {
    same!(t, |a: i64, b: i64| a < b);
    same!(t, |a: i64, b: i64| a <= b);
    same!(t, |a: i64, b: i64| a > b);
    same!(t, |a: i64, b: i64| a >= b);
    same!(t, |a: i64, b: i64| a == b);
    same!(t, |a: i64, b: i64| a != b);
    same!(t, |a: f64, b: f64| a < b);
    same!(t, |a: f64, b: f64| a >= b);
    same!(t, |a: f64, b: f64| a <= b);
    same!(t, |a: f64, b: f64| a > b);
    same!(t, |a: f64, b: f64| a != b);
    same!(t, |a: f64, b: f64| a == b);
    row!(t, "(0..b).contains(&a)", |a: i64, b: i64| 0 <= a && a < b);
}

fn methods(t: &mut Table) {
    row!(t, "a.rem_euclid(b)", |a: i64, b: i64| ops::rem_euclid(a, b));
    row!(t, "a.rem_euclid(b)", |a: i32, b: i32| ops::rem_euclid(a, b));
    row!(t, "a.div_ceil(b)", |a: u64, b: u64| ops::div_ceil(a, b));
    row!(t, "a.div_ceil(b)", |a: u32, b: u32| ops::div_ceil(a, b));
    row!(t, "a.div_euclid(b)", |a: i64, b: i64| ops::div_euclid(a, b));
    row!(t, "a.div_euclid(b)", |a: i32, b: i32| ops::div_euclid(a, b));
    row!(t, "a.div_euclid(b)", |a: u32, b: u32| ops::div_euclid(a, b));
    row!(t, "a.abs()", |a: i64| ops::abs(a));
    row!(t, "a.abs()", |a: i32| ops::abs(a));
    same!(t, |a: i32| a.unsigned_abs());
    same!(t, |a: i64| a.unsigned_abs());
    same!(t, |a: i32| a.signum());
    row!(t, "a.pow(n)", |a: u8, n: N| ops::pow(a, n.0 as u32));
    row!(t, "a.rem_euclid(b)", |a: u32, b: u32| ops::rem_euclid(a, b));
    same!(t, |a: i64| a.signum());
    row!(t, "a.pow(n)", |a: i64, n: N| ops::pow(a, n.0 as u32));
    row!(t, "a.pow(2)", |a: i32| ops::pow(a, 2));
    same!(t, |a: i64, b: i64| a.min(b));
    same!(t, |a: i64, b: i64| a.max(b));
    row!(t, "a.clamp(lo, hi)", |a: i64, lo: i64, hi: i64| ops::clamp(a, lo, hi));
    row!(t, "a.clamp(0, 100)", |a: i64| ops::clamp(a, 0, 100));
    row!(t, "a.abs_diff(b)", |a: i64, b: i64| ops::abs_diff(a, b));
    row!(t, "a.abs_diff(b)", |a: i32, b: i32| ops::abs_diff(a, b));
    row!(t, "a.checked_add(b)", |a: i32, b: i32| ops::checked_add(a, b));
    row!(t, "a.checked_sub(b)", |a: u8, b: u8| ops::checked_sub(a, b));
    row!(t, "a.checked_add(b)", |a: i64, b: i64| ops::checked_add(a, b));
    row!(t, "a.checked_sub(b)", |a: i64, b: i64| ops::checked_sub(a, b));
    row!(t, "a.checked_div(b)", |a: i32, b: i32| ops::checked_div(a, b));
    row!(t, "a.checked_rem(b)", |a: u32, b: u32| ops::checked_rem(a, b));
    row!(t, "a.checked_mul(b)", |a: i32, b: i32| ops::checked_mul(a, b));
    row!(t, "a.checked_mul(b)", |a: i64, b: i64| ops::checked_mul(a, b));
    row!(t, "a.checked_div(b)", |a: i64, b: i64| ops::checked_div(a, b));
    row!(t, "a.checked_rem(b)", |a: i32, b: i32| ops::checked_rem(a, b));
    same!(t, |a: u32, b: u32| a.saturating_sub(b));
    same!(t, |a: i32, b: i32| a.saturating_add(b));
    same!(t, |a: i32, b: i32| a.saturating_sub(b));
    same!(t, |a: u32, b: u32| a.saturating_mul(b));
    same!(t, |a: i32, b: i32| a.saturating_mul(b));
    same!(t, |a: i8, b: i8| a.saturating_mul(b).saturating_mul(3));
    same!(t, |a: u8, b: u8| a.wrapping_sub(b));
    same!(t, |a: u8, b: u8| a.wrapping_add(b));
    same!(t, |a: u32, b: u32| a.wrapping_sub(b));
    same!(t, |a: u8, b: u8| a.saturating_add(b));
    same!(t, |a: u32, b: u32| a.wrapping_add(b));
    same!(t, |a: i32, b: i32| a.wrapping_add(b));
    same!(t, |a: u32, b: u32| a.is_multiple_of(b));
    same!(t, |a: i64| a.to_string());
    same!(t, |a: i32| a.to_string());
    same!(t, |a: u8, b: i32| format!("{a}/{b}"));
    same!(t, |a: u32| format!("{a:05}"));
    same!(t, |a: u32| format!("{a:x}"));
    same!(t, |a: u32| format!("{a:b}"));
    same!(t, |a: u32| format!("{a:o}"));
    no!(t, "a.wrapping_mul(b)", |a: u32, b: u32|);
    no!(t, "a.wrapping_add(b)", |a: i64, b: i64|);
    no!(t, "a.saturating_add(b)", |a: i64, b: i64|);
    no!(t, "a.saturating_mul(b)", |a: u64, b: u64|);
    no!(t, "a.count_ones()", |a: u32|);
    no!(t, "a.isqrt()", |a: i64|);
    no!(t, "!a", |a: i64|);
    row!(t, "format!(\"{a:05}\")", |a: i64| format!("{:05}", ops::padded(&a)));
    same!(t, |a: i8, b: i32| format!("{a:02}, {b:01}, {a:04}"));
    same!(t, |a: u32, b: i8| format!("{a:>8}|{b:<5}|{b:3}|{a:*<12}|{a:1}"));
    same!(t, |a: i64| format!("{a:x>20}"));
    no!(t, "format!(\"{a:?}\")", |a: u32|);
}

fn casts(t: &mut Table) {
    t.area = "casts";
    same!(t, |a: i64| a as f64);
    same!(t, |a: i64| a as i32);
    same!(t, |a: i64| a as u32);
    same!(t, |a: i64| a as u8);
    same!(t, |a: i64| a as i8);
    same!(t, |a: i64| a as u16);
    same!(t, |a: i64| i32::try_from(a).ok());
    row!(t, "i32::try_from(a).unwrap()", |a: i64| ops::unwrap(i32::try_from(a)));
    same!(t, |a: u8| a as i64);
    same!(t, |a: u32| a as i32);
    row!(t, "a as u64", |a: i64| ops::cast::<_, u64>(a));
    row!(t, "a as i64", |a: f64| ops::cast::<_, i64>(a));
    row!(t, "a as u64", |a: f64| ops::cast::<_, u64>(a));
    same!(t, |a: f64| a as i32);
    same!(t, |a: f64| a as u8);
    row!(t, "f64::from(a) / 2.0", |a: i32| ops::divide(f64::from(a), 2.0));
    same!(t, |a: i32| i64::from(a));
    same!(t, |a: i64| u8::try_from(a).ok());
    same!(t, |a: i64| i32::try_from(a).unwrap_or(0));
    same!(t, |a: i64| u32::try_from(a).is_ok());
    row!(t, "a.into()", |a: u8| i64::from(a));
    no!(t, "a as u32", |a: char|);
}

fn floats(t: &mut Table) {
    t.area = "floats";
    row!(t, "a + b", |a: f64, b: f64| ops::add(a, b));
    row!(t, "a - b", |a: f64, b: f64| ops::subtract(a, b));
    row!(t, "a * b", |a: f64, b: f64| ops::multiply(a, b));
    row!(t, "a / b", |a: f64, b: f64| ops::divide(a, b));
    row!(t, "a / 100.0", |a: f64| ops::divide(a, 100.0));
    row!(t, "a % b", |a: f64, b: f64| ops::remainder(a, b));
    row!(t, "(a * b + 1.5) * a - b", |a: f64, b: f64| {
        ops::subtract(ops::multiply(ops::add(ops::multiply(a, b), 1.5), a), b)
    });
    row!(t, "a / (b * b)", |a: f64, b: f64| ops::divide(a, ops::multiply(b, b)));
    row!(t, "a * b < 1e300", |a: f64, b: f64| ops::multiply(a, b) < 1e300);
    row!(t, "-a", |a: f64| ops::negate(a));
    row!(t, "a + 1e-7 * b", |a: f64, b: f64| ops::add(a, ops::multiply(1e-7, b)));
    row!(t, "a.abs()", |a: f64| ops::abs(a));
    same!(t, |a: f64, b: f64| a.min(b));
    same!(t, |a: f64, b: f64| a.max(b));
    row!(t, "a.clamp(lo, hi)", |a: f64, lo: f64, hi: f64| ops::clamp(a, lo, hi));
    row!(t, "a.clamp(0.0, 1.0)", |a: f64| ops::clamp(a, 0.0, 1.0));
    row!(t, "a.floor()", |a: f64| ops::floor(a));
    row!(t, "a.ceil()", |a: f64| ops::ceil(a));
    row!(t, "a.trunc()", |a: f64| ops::trunc(a));
    row!(t, "a.fract()", |a: f64| ops::fract(a));
    row!(t, "a.round()", |a: f64| ops::round(a));
    row!(t, "a.round_ties_even()", |a: f64| ops::round_ties_even(a));
    row!(t, "(a * 100.0).round() / 100.0", |a: f64| {
        ops::divide(ops::round(ops::multiply(a, 100.0)), 100.0)
    });
    row!(t, "a.sqrt()", |a: f64| ops::sqrt(a));
    row!(t, "a.powi(2)", |a: f64| ops::powi(a, 2));
    row!(t, "a.powi(3)", |a: f64| ops::powi(a, 3));
    row!(t, "a.recip()", |a: f64| ops::recip(a));
    no!(t, "a.powf(b)", |a: f64, b: f64|);
    no!(t, "a.powi(7)", |a: f64|);
    no!(t, "a.to_string()", |a: f64|);
    no!(t, "format!(\"{a}\")", |a: f64|);
    no!(t, "format!(\"{a:.2}\")", |a: f64|);
    no!(t, "a.signum()", |a: f64|);
    no!(t, "a.ln()", |a: f64|);
    no!(t, "a.is_nan()", |a: f64|);
    no!(t, "a.to_radians()", |a: f64|);
    no!(t, "a.copysign(b)", |a: f64, b: f64|);
    no!(t, "a.mul_add(b, b)", |a: f64, b: f64|);
    no!(t, "a.total_cmp(&b)", |a: f64, b: f64|);
    t.area = "assignments";
    row!(t, "a = a + 1", |a: u32| ops::add(a, 1));
    change!(t, |s: crate::arb::S, x: i64| s.int = x => s);
    change!(t, |s: crate::arb::S, x: Vec<i64>| s.list = x => s);
    change!(t, |s: crate::arb::Gap, x: Option<i64>| s.opt = x => s);
    change!(t, |p: (i64, Vec<i64>), x: i64| p.0 = x => p);
    change!(t, |p: (crate::arb::S, i64), x: Option<i64>| p.0.opt = x => p);
}
