//! Random straight code: what the exported `Assign` comes to is what the code comes to.

use super::code::{A, B, C, D, definition};
use super::*;
use crate::jsonata::{Entropy, Scope};
use serde_json::Value;
use std::collections::BTreeMap;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// A small generator of random numbers, so that a seed names a case.
struct Dice {
    state: u64,
    /// The probe of sums.
    probe: Option<usize>,
}

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % limit
    }

    fn expr(&mut self, depth: usize) -> E {
        let limit = if depth == 0 { 2 } else { 8 };
        let next = |dice: &mut Dice| -> &'static E { Box::leak(Box::new(dice.expr(depth - 1))) };
        match self.below(limit) {
            0 => int(self.below(60) as i64),
            1 | 2 => E::Var(self.below(4)),
            3 | 4 => E::Binary(Binary::Add, next(self), next(self), self.probe),
            5 => E::Binary(Binary::Subtract, next(self), next(self), self.probe),
            6 => E::If(
                Box::leak(Box::new(E::Binary(Binary::Less, next(self), next(self), self.probe))),
                next(self),
                next(self),
            ),
            _ => E::Method(next(self), "max", vec![self.expr(depth - 1)].leak(), self.probe),
        }
    }

    fn statement(&mut self) -> S {
        match self.below(4) {
            0 => {
                let pair = vec![self.expr(1), self.expr(1)].leak();
                let first = self.below(3);
                let parts = [P::Bind(first, None), P::Bind(first + 1, None)];
                S::Let(P::Tuple(Vec::from(parts).leak()), E::Tuple(pair))
            }
            1 => put(self.below(4), self.expr(2)),
            _ => set(self.below(4), self.expr(2)),
        }
    }
}

/// The value, or none where a sum is out of range.
fn eval(expr: &E, values: &[i64; 4], limit: i64) -> Option<i64> {
    let value = |expr: &E| eval(expr, values, limit);
    let fits = |value: i64| (-limit - 1..=limit).contains(&value).then_some(value);
    match expr {
        E::Literal(Literal::Integer(value)) => Some(*value),
        E::Var(variable) => Some(values[*variable]),
        E::Binary(Binary::Add, a, b, _) => fits(value(a)? + value(b)?),
        E::Binary(Binary::Subtract, a, b, _) => fits(value(a)? - value(b)?),
        E::Binary(Binary::Less, a, b, _) => Some(i64::from(value(a)? < value(b)?)),
        E::If(condition, then, otherwise) => {
            value(if value(condition)? == 1 { then } else { otherwise })
        }
        E::Method(a, "max", b, _) => Some(value(a)?.max(value(&b[0])?)),
        other => panic!("{other:?} is not made"),
    }
}

fn run(code: &[S], values: &mut [i64; 4], limit: i64) -> Option<()> {
    for statement in code {
        match statement {
            S::Let(P::Tuple([P::Bind(a, None), P::Bind(b, None)]), E::Tuple([x, y])) => {
                (values[*a], values[*b]) = (eval(x, values, limit)?, eval(y, values, limit)?);
            }
            S::Let(P::Bind(variable, None), value) => {
                values[*variable] = eval(value, values, limit)?;
            }
            S::Assign(place, value) => values[place.variable] = eval(value, values, limit)?,
            other => panic!("{other:?} is not made"),
        }
    }
    Some(())
}

/// Returns what the variables are after the exported `Assign`.
fn exported(
    code: &'static [S],
    values: &[i64; 4],
    number: Lazy,
) -> Option<BTreeMap<&'static str, Value>> {
    let definition = definition(code, &[A, B, C, D], number);
    let before = values.map(Value::from);
    let mut scope = Scope::new();
    NAMES.iter().zip(&before).for_each(|(name, value)| scope.bind(name, value));
    let mut after: BTreeMap<_, _> = NAMES.into_iter().zip(before.clone()).collect();
    let task = &definition.scope().states[1];
    for (name, template) in &task.data.jsonata().unwrap().outcome.assign {
        let value = template.evaluate(&scope, &mut Entropy::default()).ok()?;
        let name = NAMES.into_iter().find(|known| known == name).unwrap();
        after.insert(name, (*value).clone());
    }
    Some(after)
}

/// Returns how many cases came to values, and how many failed on both sides.
fn compare(number: Lazy, probe: usize, limit: i64) -> (usize, usize) {
    let (mut equal, mut failed) = (0, 0);
    for seed in 0..400 {
        let mut dice = Dice { state: seed, probe: Some(probe) };
        let length = 1 + dice.below(10);
        let code: &'static [S] = (0..length).map(|_| dice.statement()).collect::<Vec<_>>().leak();
        let mut values = [20, -30, 50, -70];
        let found = exported(code, &values, number);
        match (run(code, &mut values, limit), found) {
            (Some(()), found) => {
                let expected = NAMES.into_iter().zip(values.map(Value::from)).collect();
                assert_eq!(found, Some(expected), "seed {seed}: {code:#?}");
                equal += 1;
            }
            (None, None) => failed += 1,
            // What failed is not read by anything that is kept.
            (None, Some(_)) => {}
        }
    }
    (equal, failed)
}

#[test]
fn random_code_means_the_same() {
    assert_eq!(compare(i64::schema, 3, i64::from(i32::MAX)), (400, 0));
}

/// Sums of `i8` are often out of range.
#[test]
fn random_code_fails_where_rust_does() {
    let (equal, failed) = compare(i8::schema, 4, i64::from(i8::MAX));
    assert!(equal > 200 && failed > 20, "{equal} equal, {failed} failed");
}
