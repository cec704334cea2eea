//! The assignments of one edge: from a task to the end, through code over the variables `a` to `f`.

use super::*;
use serde_json::{Value, json};

pub(super) const A: usize = 0;
pub(super) const B: usize = 1;
pub(super) const C: usize = 2;
pub(super) const D: usize = 3;
/// A pair.
const PAIR: usize = 4;
/// `pair.0`
const ALIAS: usize = 5;
const LIST: usize = 6;

/// The probes of small numbers, whose sums need no guard, and of `i64`.
const SMALL: usize = 0;
const I64: usize = 3;

static VARIABLES: [Variable; 8] = [
    var("a", SMALL, Root::Assigned),
    var("b", SMALL, Root::Assigned),
    var("c", SMALL, Root::Assigned),
    var("d", SMALL, Root::Assigned),
    var("pair", 1, Root::Assigned),
    var("first", SMALL, Root::Alias(&E::Field(&E::Var(PAIR), "0"))),
    var("list", 2, Root::Assigned),
    // The name that a text gives to what it takes apart.
    var("value", SMALL, Root::Assigned),
];

/// The `Assign` of a task with this code after it.
fn assigned(code: &'static [S], live: &'static [usize]) -> Value {
    let definition = definition(code, live, small);
    definition.as_value()["States"]["Task"].get("Assign").cloned().unwrap_or_default()
}

/// A document in which this code comes after a task; its variables have this type.
pub(super) fn definition(code: &'static [S], live: &'static [usize], number: Lazy) -> Definition {
    let states = vec![
        state("Begin", &[], Kind::Pass { next: 1 }),
        state(
            "Task",
            &[A, B, C, D, PAIR, LIST],
            Kind::Task { arguments: &[], next: 2, catch: &[] },
        ),
        state("End", live, Kind::Succeed { output: E::Literal(Literal::Unit) }),
    ];
    let program = Program {
        name: "code",
        comment: "",
        parameters: &[],
        variables: &VARIABLES,
        states: states.leak(),
        blocks: vec![enter(0), then(&BEGIN, 1), then(code, 2)].leak(),
        start: 0,
    };
    let types = types(&[number, pair, smalls, i64::schema, i8::schema]);
    document(&program, &types, &[plain(), task("task"), plain()]).unwrap()
}

fn small() -> Schema {
    Schema::Integer { min: 0, max: 1000 }
}
fn pair() -> Schema {
    Schema::Tuple(vec![small, small])
}

fn smalls() -> Schema {
    Schema::List(small)
}

const fn add(a: &'static E, b: &'static E) -> E {
    E::Binary(Binary::Add, a, b, Some(I64))
}
const fn times(a: &'static E, b: &'static E) -> E {
    E::Binary(Binary::Multiply, a, b, Some(I64))
}

static BEGIN: [S; 6] = [
    set(A, int(2)),
    set(B, int(3)),
    set(C, int(5)),
    set(D, int(7)),
    set(PAIR, E::Tuple(&[int(11), int(13)])),
    set(LIST, E::List(&[int(17), int(19)])),
];
static NOTHING: [S; 0] = [];
static SWAP: [S; 3] = [set(C, E::Var(A)), put(A, E::Var(B)), put(B, E::Var(C))];
static TUPLE: [S; 1] =
    [S::Let(P::Tuple(&[P::Bind(A, None), P::Bind(B, None)]), E::Tuple(&[E::Var(B), E::Var(A)]))];
/// Both are read twice, and the new `b` reads the old `a`.
static HIDDEN_PAIR: [S; 2] = [
    S::Let(
        P::Tuple(&[P::Bind(A, None), P::Bind(B, None)]),
        E::Tuple(&[add(&E::Var(A), &int(1)), add(&E::Var(A), &int(2))]),
    ),
    set(C, times(&times(&E::Var(A), &E::Var(A)), &times(&E::Var(B), &E::Var(B)))),
];
static DEAD: [S; 2] = [set(B, add(&E::Var(A), &int(1))), set(C, add(&E::Var(A), &int(2)))];
static ITSELF: [S; 1] = [put(A, E::Var(A))];
static ONCE: [S; 2] = [set(B, add(&E::Var(A), &int(1))), set(C, times(&E::Var(B), &int(2)))];
static TWICE: [S; 2] = [set(B, add(&E::Var(A), &int(1))), set(C, times(&E::Var(B), &E::Var(B)))];
static BOTH: [S; 2] = [set(B, add(&E::Var(A), &int(1))), set(C, times(&E::Var(B), &int(2)))];
static CLOSURE: [S; 2] = [
    set(B, add(&E::Var(A), &int(1))),
    set(
        D,
        E::Method(
            &E::Method(
                &E::Method(&E::Var(LIST), "iter", &[], None),
                "map",
                &[E::Closure(&[P::Local("x", None)], &add(&E::Local("x"), &E::Var(B)))],
                None,
            ),
            "collect",
            &[],
            Some(2),
        ),
    ),
];
/// `b` is inlined and reads the old `a`: the new one needs another name.
static HIDDEN: [S; 3] = [
    set(B, add(&E::Var(A), &int(1))),
    put(A, add(&E::Var(A), &int(2))),
    set(C, add(&E::Var(B), &times(&E::Var(A), &E::Var(A)))),
];
static ALIASED: [S; 2] = [set(PAIR, E::Result), set(C, add(&E::Var(ALIAS), &int(1)))];
static APART: [S; 2] = [
    S::Let(
        P::Tuple(&[P::Bind(A, None), P::Bind(B, None)]),
        E::If(
            &E::Binary(Binary::Less, &E::Var(C), &int(0), Some(I64)),
            &E::Tuple(&[int(1), E::Var(C)]),
            &E::Tuple(&[E::Var(C), int(2)]),
        ),
    ),
    set(D, E::Binary(Binary::Less, &E::Var(A), &E::Var(B), Some(I64))),
];
static PARTS: [S; 2] = [
    S::Let(P::Tuple(&[P::Any, P::Bind(B, None)]), E::Result),
    S::Mutate(Place { variable: LIST, fields: &[] }, "push", &[E::Var(B)]),
];

#[test]
fn an_edge_assigns_what_it_changes_and_what_is_read_later() {
    let cases: [(&'static [S], &'static [usize], Value); 14] = [
        (&NOTHING, &[A, B], json!(null)),
        (&SWAP, &[A, B], json!({"a": "{% $b %}", "b": "{% $a %}"})),
        (&TUPLE, &[A, B], json!({"a": "{% $b %}", "b": "{% $a %}"})),
        (
            &HIDDEN_PAIR,
            &[C],
            json!({"c": "{% ($a1 := $a + 1; $b := $a + 2; $a1 * $a1 * ($b * $b)) %}"}),
        ),
        (&DEAD, &[C], json!({"c": "{% $a + 2 %}"})),
        (&ITSELF, &[A], json!({"a": "{% $a %}"})),
        (&ONCE, &[C], json!({"c": "{% ($a + 1) * 2 %}"})),
        (&TWICE, &[C], json!({"c": "{% ($b := $a + 1; $b * $b) %}"})),
        (&BOTH, &[B, C], json!({"b": "{% $a + 1 %}", "c": "{% ($a + 1) * 2 %}"})),
        (
            &CLOSURE,
            &[D],
            json!({"d": "{% ($b := $a + 1; [$map($list, function($x) { $x + $b })]) %}"}),
        ),
        (&HIDDEN, &[C], json!({"c": "{% ($a1 := $a + 2; $a + 1 + $a1 * $a1) %}"})),
        (&ALIASED, &[C], json!({"c": "{% $states.result.Payload[0] + 1 %}"})),
        (&APART, &[D], json!({"d": "{% ($c < 0 ? 1 : $c) < ($c < 0 ? $c : 2) %}"})),
        (&PARTS, &[LIST], json!({"list": "{% $append($list, [$states.result.Payload[1]]) %}"})),
    ];
    for (code, live, expected) in cases {
        assert_eq!(assigned(code, live), expected, "{code:?}");
    }
}

/// Each of 40 variables is the sum of the two before it: inlined, the text would have 100 million terms.
#[test]
fn no_text_grows_exponentially() {
    static ONE: E = int(1);
    let mut code = vec![set(B, add(&E::Var(A), &ONE))];
    for _ in 0..20 {
        code.push(put(A, add(&E::Var(A), &E::Var(B))));
        code.push(put(B, add(&E::Var(A), &E::Var(B))));
    }
    let assign = assigned(code.leak(), &[A]);
    let text = assign["a"].as_str().unwrap();
    assert!(text.len() < 10_000, "{} characters", text.len());
}
