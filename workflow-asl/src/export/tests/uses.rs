//! The way in which each form of expression reads its parts: `A` surely, `B` and `C` as the table says.

use super::super::uses::{Read, Uses};
use super::super::walk::Step;
use super::*;
use crate::program::{Arm, Piece, Twin};

static VARIABLES: [Variable; 3] = [
    var("a", 0, Root::Assigned),
    var("b", 0, Root::Assigned),
    var("c", 0, Root::Alias(&E::Field(&A, "part"))),
];
static PROGRAM: Program = Program {
    name: "uses",
    comment: "",
    parameters: &[],
    variables: &VARIABLES,
    states: &[],
    blocks: &[],
    start: 0,
};

static A: E = E::Var(0);
static B: E = E::Var(1);
static PAIR: [E; 2] = [E::Var(0), E::Var(1)];
static TWIN: Twin = Twin {
    name: "twin",
    parameters: &[],
    body: E::Result,
    output: i64::schema,
    types: || types(&[]),
};

const SURELY: Read = Read { times: 1, lazily: false };
const PERHAPS: Read = Read { times: 1, lazily: true };
const OFTEN: Read = Read { times: 2, lazily: true };

fn reads(expr: &E) -> Vec<Read> {
    Uses::of(&PROGRAM, expr).0.into_values().collect()
}

/// Expressions that evaluate all their parts once.
static SURE: [E; 19] = [
    E::Index(&A, &B),
    E::Item(&A, &B),
    E::Repeat(&A, &B),
    E::Range(&A, &B, true),
    E::Binary(Binary::Add, &A, &B, Some(0)),
    E::Binary(Binary::Equal, &A, &B, Some(0)),
    E::Binary(Binary::Xor, &A, &B, Some(0)),
    E::Tuple(&PAIR),
    E::List(&PAIR),
    E::Call("f", &PAIR, Some(0)),
    E::Construct("F", &PAIR, Some(0)),
    E::Pure(&TWIN, &PAIR),
    E::Struct("S", &[("x", E::Var(0)), ("y", E::Var(1))], None, 0),
    E::Struct("S", &[("x", E::Var(0))], Some(&B), 0),
    E::Method(&A, "max", &[E::Var(1)], None),
    E::Block(&[(P::Any, E::Var(0))], &B),
    E::Block(&[(P::Any, E::Cast(&A, 0))], &E::Unary(Unary::Not, &B, Some(0))),
    E::Format(&[Piece::Text("-"), Piece::Value(E::Var(0), ""), Piece::Value(E::Var(1), "")]),
    E::Tuple(&[E::Next(&A), E::Field(&B, "x")]),
];

#[test]
fn most_expressions_read_their_parts_once_and_surely() {
    for expr in &SURE {
        assert_eq!(reads(expr), [SURELY, SURELY], "{expr:?}");
    }
}

#[test]
fn some_parts_are_read_perhaps() {
    let arm = |guard, value| Arm { pattern: P::Any, guard, value };
    let arms = vec![arm(None, E::Var(1))].leak();
    let guarded = vec![arm(Some(E::Var(1)), E::Result)].leak();
    for expr in [
        E::Binary(Binary::And, &A, &B, Some(0)),
        E::Binary(Binary::Or, &A, &B, Some(0)),
        E::If(&A, &B, &E::Result),
        E::If(&A, &E::Result, &B),
        E::Match(&A, arms),
        E::Match(&A, guarded),
    ] {
        assert_eq!(reads(&expr), [SURELY, PERHAPS], "{expr:?}");
    }
    // What is inside of such a part is, too.
    static INSIDE: E = E::Tuple(&PAIR);
    assert_eq!(reads(&E::If(&E::Result, &INSIDE, &E::Result)), [PERHAPS, PERHAPS]);
    assert_eq!(reads(&E::Closure(&[], &A)), [OFTEN]);
}

#[test]
fn another_name_is_read_where_it_leads() {
    assert_eq!(reads(&E::Var(2)), [SURELY]);
    let twice = Read { times: 2, lazily: true };
    assert_eq!(reads(&E::Binary(Binary::And, &A, &E::Var(2), Some(0))), [twice]);
    assert_eq!(Uses::of_variable(&PROGRAM, 2).0.into_iter().collect::<Vec<_>>(), [(0, SURELY)]);
}

#[test]
fn statements_read_what_they_change() {
    let often = Read { times: 2, lazily: false };
    let place = |fields| Place { variable: 0, fields };
    let of = |step: Step<'_>| Uses::of_step(&PROGRAM, step).0.into_iter().collect::<Vec<_>>();
    for (fields, found) in [
        (&[][..], vec![(1, SURELY)]),
        (&["x"], vec![(0, SURELY), (1, SURELY)]),
        (&["x", "y"], vec![(0, often), (1, SURELY)]),
    ] {
        assert_eq!(of(Step::Assign(&place(fields), &B)), found, "{fields:?}");
    }
    for (fields, method, read) in
        [(&[][..], "push", SURELY), (&["x"], "push", often), (&[], "insert", often)]
    {
        let found = of(Step::Mutate(&place(fields), method, &[E::Var(1)]));
        assert_eq!(found, [(0, read), (1, SURELY)], "{fields:?} {method}");
    }
}
