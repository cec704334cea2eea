//! What a method gives has a range, from which the next operation knows whether it may leave its type.
//!
//! These rows are combinations: the documentation does not list them.

use super::row;
use crate::arb::{Arb, Rng};
use crate::{Table, print};
use serde_json::json;
use workflow_asl::{Data, ops};

pub fn rows(t: &mut Table) {
    t.area = print::UNPRINTED;
    row!(t, "a.unsigned_abs() * 2", |a: i8| ops::multiply(ops::unsigned_abs(a), 2));
    row!(t, "a.unsigned_abs() * 2", |a: i32| ops::multiply(ops::unsigned_abs(a), 2));
    row!(t, "a.abs_diff(-128) + 1", |a: i8| ops::add(ops::abs_diff(a, -128), 1));
    row!(t, "a.abs_diff(0) + 1", |a: u8| ops::add(ops::abs_diff(a, 0), 1));
    row!(t, "a.saturating_add(b) + 1", |a: u8, b: u8| ops::add(a.saturating_add(b), 1));
    row!(t, "a.saturating_sub(b) - 1", |a: i8, b: i8| ops::subtract(a.saturating_sub(b), 1));
    row!(t, "a.saturating_sub(3) + 4", |a: u8| ops::add(a.saturating_sub(3), 4));
    row!(t, "a.wrapping_add(1) - 1", |a: u8| ops::subtract(a.wrapping_add(1), 1));
    row!(t, "a.wrapping_sub(1) + 1", |a: i8| ops::add(a.wrapping_sub(1), 1));
    row!(t, "a.rem_euclid(3) + 253", |a: u8| ops::add(ops::rem_euclid(a, 3), 253));
    row!(t, "a.rem_euclid(3) + 254", |a: u8| ops::add(ops::rem_euclid(a, 3), 254));
    row!(t, "a.rem_euclid(-3) + 126", |a: i8| ops::add(ops::rem_euclid(a, -3), 126));
    row!(t, "a.div_euclid(2) + 65", |a: i8| ops::add(ops::div_euclid(a, 2), 65));
    row!(t, "a.div_euclid(-2) - 64", |a: i8| ops::subtract(ops::div_euclid(a, -2), 64));
    row!(t, "a.signum() + 127", |a: i8| ops::add(a.signum(), 127));
    row!(t, "a.abs() + 1", |a: i8| ops::add(ops::abs(a), 1));
    row!(t, "a.min(b) + 1", |a: u8, b: u8| ops::add(a.min(b), 1));
    row!(t, "a.max(b) - 1", |a: i8, b: i8| ops::subtract(a.max(b), 1));
    row!(t, "a.clamp(-9, 5) + 123", |a: i8| ops::add(ops::clamp(a, -9, 5), 123));
    row!(t, "a.clamp(-9, 5) - 119", |a: i8| ops::subtract(ops::clamp(a, -9, 5), 119));
    row!(t, "a % 5 + 252", |a: u8| ops::add(ops::remainder(a, 5), 252));
    row!(t, "a % -5 + 124", |a: i8| ops::add(ops::remainder(a, -5), 124));
    row!(t, "a / 2 + 129", |a: u8| ops::add(ops::divide(a, 2), 129));
    row!(t, "a / -2 - 64", |a: i8| ops::subtract(ops::divide(a, -2), 64));
    row!(t, "-a + 1", |a: i8| ops::add(ops::negate(a), 1));
    row!(t, "-(a / 2) - 65", |a: i8| ops::subtract(ops::negate(ops::divide(a, 2)), 65));
    row!(t, "(a as i8) + 1", |a: i64| ops::add(a as i8, 1));
    row!(t, "(a as u8) * 2", |a: i64| ops::multiply(a as u8, 2));
}
