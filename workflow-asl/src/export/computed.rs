//! Variables that only have values which expressions have made: integers among them are within ±(2^53 − 1).

use super::bound::bound;
use crate::program::{Binary, Expr, Kind, Pattern, Program, Root, Stmt, Test, Unary};
use std::collections::BTreeSet;

/// Methods whose integers are made, whatever they are called on.
const MAKING: &[&str] = &[
    "abs",
    "abs_diff",
    "count",
    "div_ceil",
    "div_euclid",
    "len",
    "pow",
    "product",
    "rem_euclid",
    "saturating_add",
    "saturating_mul",
    "saturating_sub",
    "sum",
];

/// The variables that are never assigned what was read somewhere.
pub(super) fn computed(program: &Program) -> BTreeSet<usize> {
    let given = program.states.iter().flat_map(|state| match &state.kind {
        Kind::Map { item, .. } => vec![*item],
        Kind::Choice { rules, .. } => rules.iter().flat_map(|rule| tested(&rule.test)).collect(),
        _ => vec![],
    });
    let mut read: BTreeSet<usize> = given.chain(program.parameters.iter().copied()).collect();
    let assigned: Vec<(usize, Option<&Expr>)> = assignments(program);
    loop {
        let later = |(variable, value): &&(usize, Option<&Expr>)| {
            !read.contains(variable) && !value.is_some_and(|value| is_made(value, program, &read))
        };
        match assigned.iter().find(later) {
            Some((variable, _)) => read.insert(*variable),
            None => break,
        };
    }
    assigned.iter().map(|(variable, _)| *variable).filter(|it| !read.contains(it)).collect()
}

fn tested(test: &Test) -> Vec<usize> {
    match test {
        Test::Fits(_, pattern, _) => bound(pattern),
        Test::When(_) => vec![],
    }
}

fn assignments(program: &Program) -> Vec<(usize, Option<&Expr>)> {
    let code = program.blocks.iter().flat_map(|block| block.code.iter().chain(block.late));
    let all = code.flat_map(|stmt| match stmt {
        Stmt::Let(pattern, value) => bindings(pattern, value),
        Stmt::Assign(place, value) if place.fields.is_empty() => {
            vec![(place.variable, Some(value))]
        }
        Stmt::Assign(..) | Stmt::Mutate(..) => vec![],
    });
    all.collect()
}

/// The variables of a pattern, each with its value where that is written out.
fn bindings<'p>(pattern: &Pattern, value: &'p Expr) -> Vec<(usize, Option<&'p Expr>)> {
    match (pattern, value) {
        (Pattern::Bind(variable, None), value) => vec![(*variable, Some(value))],
        (Pattern::Tuple(parts), Expr::Tuple(values)) if parts.len() == values.len() => {
            parts.iter().zip(*values).flat_map(|(part, value)| bindings(part, value)).collect()
        }
        (pattern, _) => bound(pattern).into_iter().map(|variable| (variable, None)).collect(),
    }
}

/// Tells an expression that makes its value.
fn is_made(expr: &Expr, program: &Program, read: &BTreeSet<usize>) -> bool {
    let made = |expr: &Expr| is_made(expr, program, read);
    match expr {
        Expr::Var(variable) => match program.variables[*variable].root {
            Root::Alias(expr) => made(expr),
            _ => !read.contains(variable),
        },
        Expr::Literal(_)
        | Expr::Constant(..)
        | Expr::Next(_)
        | Expr::Further(..)
        | Expr::Previous(_)
        | Expr::Cast(..) => true,
        Expr::Unary(op, ..) => matches!(op, Unary::Negate),
        Expr::Binary(op, ..) => matches!(
            op,
            Binary::Add | Binary::Subtract | Binary::Multiply | Binary::Divide | Binary::Remainder
        ),
        Expr::If(_, then, otherwise) => made(then) && made(otherwise),
        Expr::Match(_, arms) => arms.iter().all(|arm| made(&arm.value)),
        Expr::Block(_, tail) => made(tail),
        Expr::Method(_, name, ..) => MAKING.contains(name),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Arm, Literal, Variable};

    const VALUES: &[Expr] =
        &[Expr::Literal(Literal::Bool(true)), Expr::Var(4), Expr::Literal(Literal::Unit)];
    const VALUE: Expr = Expr::Tuple(VALUES);

    /// The variables of a pattern, and whether their values are written out.
    fn bound(parts: &'static [Pattern]) -> Vec<(usize, bool)> {
        let bindings = bindings(&Pattern::Tuple(parts), &VALUE).into_iter();
        bindings.map(|(variable, value)| (variable, value.is_some())).collect()
    }

    #[test]
    fn each_part_of_a_tuple_has_its_own_value() {
        const EACH: &[Pattern] =
            &[Pattern::Bind(0, None), Pattern::Any, Pattern::Tuple(&[Pattern::Bind(2, None)])];
        assert_eq!(bound(EACH), [(0, true), (2, false)]);
        // `..` stands for several.
        const REST: &[Pattern] = &[Pattern::Bind(0, None), Pattern::Any];
        assert_eq!(bound(REST), [(0, false)]);
    }

    const A: Expr = Expr::Var(0);
    const B: Expr = Expr::Var(1);
    const ONE: Expr = Expr::Literal(Literal::Integer(1));
    const SUM: Expr = Expr::Binary(Binary::Add, &A, &ONE, None);
    const ARMS: &[Arm] = &[
        Arm { pattern: Pattern::Any, guard: None, value: ONE },
        Arm { pattern: Pattern::Any, guard: None, value: B },
    ];

    /// `a` is read, `b` is not, `c` stands for a sum, `d` for `a`.
    #[test]
    fn what_makes_its_value() {
        const VARIABLES: &[Variable] = &[
            Variable { name: "a", probe: 0, root: Root::Assigned },
            Variable { name: "b", probe: 0, root: Root::Assigned },
            Variable { name: "c", probe: 0, root: Root::Alias(&SUM) },
            Variable { name: "d", probe: 0, root: Root::Alias(&A) },
        ];
        let program = Program {
            name: "f",
            comment: "",
            parameters: &[],
            variables: VARIABLES,
            states: &[],
            blocks: &[],
            start: 0,
        };
        let made = |expr: &Expr| is_made(expr, &program, &BTreeSet::from([0]));
        for expr in [
            &B,
            &Expr::Var(2),
            &ONE,
            &Expr::Next(&A),
            &Expr::Further(&A, 2),
            &Expr::Previous(&A),
            &Expr::Cast(&A, 0),
            &Expr::Unary(Unary::Negate, &A, None),
            &SUM,
            &Expr::Binary(Binary::Remainder, &A, &A, None),
            &Expr::If(&A, &ONE, &B),
            &Expr::Match(&A, ARMS),
            &Expr::Block(&[], &ONE),
            &Expr::Method(&A, "len", &[], None),
        ] {
            assert!(made(expr), "{expr:?}");
        }
        for expr in [
            &A,
            &Expr::Var(3),
            &Expr::Unary(Unary::Not, &A, None),
            &Expr::Binary(Binary::Less, &A, &ONE, None),
            &Expr::If(&ONE, &A, &ONE),
            &Expr::If(&ONE, &ONE, &A),
            &Expr::Block(&[], &A),
            &Expr::Method(&ONE, "min", &[], None),
            &Expr::Field(&ONE, "x"),
            &Expr::Tuple(&[ONE]),
        ] {
            assert!(!made(expr), "{expr:?}");
        }
        assert!(!is_made(&Expr::Match(&ONE, ARMS), &program, &BTreeSet::from([1])));
    }
}
