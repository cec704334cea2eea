//! Rules of a Choice, catchers, and what is done late.

use super::*;
use serde_json::{Value, json};

const A: usize = 0;
const B: usize = 1;
const LIST: usize = 2;
const X: usize = 3;

static VARIABLES: [Variable; 4] = [
    var("a", 0, Root::Assigned),
    var("b", 0, Root::Assigned),
    var("list", 1, Root::Assigned),
    var("x", 0, Root::Assigned),
];
static BEGIN: [S; 3] = [set(A, int(1)), set(B, int(2)), set(LIST, E::List(&[int(3), int(4)]))];

const FIRST: E = E::Method(&E::Var(LIST), "first", &[], None);

/// The state after one that assigns `a`, `b` and `list`; it leads to an end that reads `x` and `a`.
fn second(kind: Kind, late: &'static [S], options: StateOptions) -> Value {
    let states = vec![
        state("Begin", &[], Kind::Pass { next: 1 }),
        state("Second", &[A, B, LIST], kind),
        state("End", &[A], Kind::Succeed { output: E::Var(A) }),
        state("Found", &[X], Kind::Succeed { output: E::Var(X) }),
    ];
    let into = Block { code: &BEGIN, late, end: End::Enter(1) };
    let program = Program {
        name: "rules",
        comment: "",
        parameters: &[],
        variables: &VARIABLES,
        states: states.leak(),
        blocks: vec![enter(0), into, enter(2), enter(3)].leak(),
        start: 0,
    };
    let types = types(&[i64::schema, Vec::<i64>::schema]);
    let document = document(&program, &types, &[plain(), options, plain(), plain()]).unwrap();
    document.as_value()["States"]["Second"].clone()
}

fn rule(on: E, pattern: P, guard: Option<E>, next: usize) -> Value {
    let rules = vec![Rule { test: Test::Fits(on, pattern, guard), next }].leak();
    second(Kind::Choice { rules, default: 2 }, &[], plain())["Choices"][0].clone()
}

#[test]
fn what_is_compared_once_is_written_once() {
    let found = rule(FIRST, P::TupleStruct("Some", &[P::Bind(X, None)]), None, 3);
    let expected = json!({
        "Condition": "{% 0 < $count($list) %}",
        "Assign": {"x": "{% $list[0] %}"},
        "Next": "Found"
    });
    assert_eq!(found, expected);
}

#[test]
fn what_is_compared_often_has_a_name() {
    static GUARD: E = E::Binary(Binary::Greater, &E::Var(X), &E::Var(A), Some(0));
    let guard = E::Binary(Binary::And, &GUARD, &GUARD, Some(0));
    let found = rule(FIRST, P::TupleStruct("Some", &[P::Bind(X, None)]), Some(guard), 3);
    assert_eq!(
        found["Condition"],
        "{% ($value := 0 < $count($list) ? $list[0] : null; \
         $value != null and $value > $a and $value > $a) %}"
    );
}

#[test]
fn a_tuple_is_compared_by_its_parts() {
    let on = E::Tuple(&[E::Var(A), FIRST, E::Var(B)]);
    let one = P::Literal(Literal::Integer(1));
    let pattern = P::Tuple(vec![one, P::Path("None"), P::Any].leak());
    let found = rule(on, pattern, None, 2);
    assert_eq!(found["Condition"], "{% $a = 1 and $not(0 < $count($list)) %}");
}

#[test]
fn what_always_fits_is_true() {
    let found = rule(E::Var(A), P::Bind(X, None), None, 3);
    assert_eq!(found, json!({"Condition": true, "Assign": {"x": "{% $a %}"}, "Next": "Found"}));
}

#[test]
fn alternatives_share_a_catcher() {
    let task = catching(task("task"), &[&["A"], &["B"], &["C"], &["States.ALL"]]);
    let kind = Kind::Task { arguments: &[], next: 2, catch: &[2, 2, 2, 2] };
    let names = |found: &Value| -> Vec<Value> {
        found["Catch"].as_array().unwrap().iter().map(|c| c["ErrorEquals"].clone()).collect()
    };
    assert_eq!(names(&second(kind, &[], task)), [json!(["A", "B", "C"]), json!(["States.ALL"])]);
}

#[test]
fn what_is_done_late_is_written_into_the_arguments() {
    static LATE: [S; 1] = [set(X, E::Binary(Binary::Less, &E::Var(A), &E::Var(B), Some(0)))];
    let arguments = vec![("once", E::Var(X)), ("twice", E::List(&[E::Var(X), E::Var(X)]))].leak();
    let kind = Kind::Task { arguments, next: 2, catch: &[] };
    let found = second(kind, &LATE, task("task"));
    let payload = json!({"once": "{% $a < $b %}", "twice": "{% ($x := $a < $b; [$x, $x]) %}"});
    assert_eq!(found["Arguments"]["Payload"], payload);
    assert_eq!(found.get("Assign"), None);
}
