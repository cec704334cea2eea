//! Texts. That they mean what Rust means is tested in `tests/operators`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use super::{Code, Env, and, assign, bind, expression, fits, mutate, with_local};
use crate::program::{Arm, Binary, Draw, Expr, Literal, Pattern, Types};
use crate::schema::{Content, Data, Field, Known, Schema, Tagging, Variant};
use serde_json::json;

fn field(rust: &'static str, json: &'static str, schema: fn() -> Schema) -> Field {
    Field::new(rust, json, schema)
}
fn failure() -> Schema {
    let fields =
        vec![field("error", "Error", String::schema), field("cause", "Cause", String::schema)];
    Schema::Struct { name: "Failure", fields }
}
fn charge_error() -> Schema {
    let variant = |rust, content| Variant { rust, json: rust, content };
    let declined =
        vec![field("reason", "reason", String::schema), field("by_bank", "byBank", bool::schema)];
    let variants = vec![
        variant("Declined", Content::Struct(declined)),
        variant("Limit", Content::Newtype(f64::schema)),
        variant("Throttled", Content::Unit),
        variant("Other", Content::Newtype(failure)),
    ];
    Schema::Enum {
        name: "ChargeError",
        tagging: Tagging::External,
        variants,
        known: Known::default(),
    }
}
fn customer() -> Schema {
    let fields =
        vec![field("name", "name", String::schema), field("zip_code", "zip-code", u32::schema)];
    Schema::Struct { name: "Customer", fields }
}
fn order() -> Schema {
    let fields = vec![
        field("id", "id", String::schema),
        field("customer", "customer", customer),
        field("lines", "lines", Vec::<i64>::schema),
    ];
    Schema::Struct { name: "Order", fields }
}

const ORDER: Expr = Expr::Var(0);
const LINES: Expr = Expr::Field(&ORDER, "lines");

fn env() -> Env {
    let mut env = Env::default();
    env.set(0, Code::new("$states.context.Execution.Input", order()));
    env.set(1, Code::new("$i", usize::schema()));
    env.set_caught("$states.errorOutput");
    env
}
fn types() -> Types {
    Types {
        probes: vec![charge_error(), failure(), order()],
        constants: vec![json!({"a": 1})],
        paths: vec![],
        methods: vec![],
    }
}
fn text(expr: &Expr) -> String {
    expression(expr, &env(), &types()).unwrap().text().to_owned()
}

#[test]
fn paths_and_loops() {
    assert_eq!(text(&LINES), "$states.context.Execution.Input.lines");
    let zip = Expr::Field(&Expr::Field(&ORDER, "customer"), "zip_code");
    assert_eq!(text(&zip), "$states.context.Execution.Input.customer.`zip-code`");
    assert_eq!(
        text(&Expr::Item(&LINES, &Expr::Var(1))),
        "$states.context.Execution.Input.lines[$i]"
    );
    assert_eq!(text(&Expr::Next(&Expr::Var(1))), "$i + 1");
    assert_eq!(text(&Expr::Previous(&Expr::Var(1))), "$i - 1");
    let refused = expression(&Expr::Field(&ORDER, "total"), &env(), &types()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "`Order` has no field `total` in JSON; help: do not skip it in serde"
    );
}

const SUM: Expr = Expr::Binary(Binary::Add, &Expr::Var(1), &Expr::Var(1), None);
const PAIR: Expr = Expr::Tuple(&[LINES, SUM]);
const DRAWN: Expr = Expr::Tuple(&[Expr::Draw(Draw::Uuid), ORDER]);

#[test]
fn a_part_of_a_written_tuple_is_the_item_alone() {
    assert_eq!(text(&Expr::Field(&PAIR, "1")), text(&SUM));
    // The sum may be too large: it is evaluated wherever the tuple is.
    let lines = text(&Expr::Field(&PAIR, "0"));
    assert!(lines.contains("$v[0]") && lines.contains("$i + $i"), "{lines}");
    assert!(text(&Expr::Field(&DRAWN, "1")).contains("$uuid()"));
}

#[test]
fn what_exporters_ask() {
    let code = |expr: &Expr| expression(expr, &env(), &types()).unwrap();
    assert_eq!(code(&Expr::Constant(0, 2)).literal(), Some(json!({"a": 1})));
    assert_eq!(
        code(&Expr::List(&[Expr::Literal(Literal::Integer(-5))])).literal(),
        Some(json!([-5]))
    );
    assert!(code(&LINES).is_trivial() && code(&LINES).literal().is_none());
    let new = Expr::Struct(
        "Customer",
        &[("zip_code", Expr::Var(1)), ("name", Expr::Literal(Literal::Str("x")))],
        None,
        0,
    );
    let types = Types { probes: vec![customer()], ..Types::default() };
    let new = expression(&new, &env(), &types).unwrap();
    let fields: Vec<_> =
        new.object().unwrap().iter().map(|(key, code)| (key.as_str(), code.text())).collect();
    assert_eq!(fields, [("name", "\"x\""), ("zip-code", "$i")]);
    let sum = Expr::Binary(Binary::Add, &Expr::Var(1), &Expr::Var(1), None);
    assert!(code(&sum).may_fault() && !code(&LINES).may_fault());
}

#[test]
fn caught_errors_are_read_from_the_cause() {
    let caught = Expr::Caught(0);
    let reason = Pattern::Struct("Declined", &[("by_bank", Pattern::Local("bank", None))]);
    let value = expression(&caught, &env(), &types()).unwrap();
    assert!(fits(&value, &reason, &env(), &types()).unwrap().is_none());
    let mut bound = env();
    bind(&value, &reason, &mut bound, &types()).unwrap();
    let bank = expression(&Expr::Local("bank"), &bound, &types()).unwrap();
    assert_eq!(bank.text(), "$parse($parse($states.errorOutput.Cause).errorMessage).byBank");
    let limit = Pattern::TupleStruct("Limit", &[Pattern::Bind(7, None)]);
    bind(&value, &limit, &mut bound, &types()).unwrap();
    assert_eq!(
        bound.get(7).unwrap().text(),
        "$parse($parse($states.errorOutput.Cause).errorMessage)"
    );
    let other = Pattern::TupleStruct("Other", &[Pattern::Bind(8, None)]);
    bind(&value, &other, &mut bound, &types()).unwrap();
    assert_eq!(bound.get(8).unwrap().text(), "$states.errorOutput");
    let error = Expr::Method(&Expr::Var(8), "error", &[], None);
    assert_eq!(expression(&error, &bound, &types()).unwrap().text(), "$states.errorOutput.Error");
    let into = Expr::Method(&Expr::Caught(0), "into", &[], Some(1));
    assert_eq!(text(&into), "$states.errorOutput");
    let new = Expr::Call(
        "Failure::new",
        &[Expr::Literal(Literal::Str("E")), Expr::Literal(Literal::Str("c"))],
        Some(1),
    );
    assert_eq!(text(&new), "{\"Error\": \"E\", \"Cause\": \"c\"}");
}

#[test]
fn places_are_changed_as_a_whole() {
    let order = Code::new("$order", order());
    let value = |text: &str| Code::new(text, String::schema());
    let changed = |fields: &[&str]| assign(&order, fields, value("$x")).unwrap().text().to_owned();
    assert_eq!(changed(&[]), "$x");
    assert_eq!(changed(&["id"]), "$merge([$order, {\"id\": $x}])");
    assert_eq!(
        changed(&["customer", "name"]),
        "$merge([$order, {\"customer\": $merge([$order.customer, {\"name\": $x}])}])"
    );
    let push = mutate(&order, &["lines"], "push", &[Expr::Var(1)], &env(), &types()).unwrap();
    assert_eq!(push.text(), "$merge([$order, {\"lines\": $append($order.lines, [$i])}])");
}

#[test]
fn locals_and_conditions_need_few_parentheses() {
    let bool = |text: &str| Code::new(text, bool::schema());
    assert_eq!(and(bool("$a"), bool("$b")).text(), "$a and $b");
    let inner = with_local("b", &bool("$x"), bool("$b"));
    assert_eq!(with_local("a", &bool("$y"), inner).text(), "($a := $y; $x)");
}

#[test]
fn what_stops_early_after_a_failing_closure_is_refused() {
    let divide =
        Expr::Binary(Binary::Divide, &Expr::Literal(Literal::Integer(1)), &Expr::Local("x"), None);
    let divide: &'static Expr = Box::leak(Box::new(divide));
    let closure = Expr::Closure(&[Pattern::Local("x", None)], divide);
    let iter: &'static Expr = Box::leak(Box::new(Expr::Method(&LINES, "iter", &[], None)));
    let map = Expr::Method(iter, "map", Vec::leak(vec![closure]), None);
    assert!(expression(&map, &env(), &types()).is_ok());
    let map: &'static Expr = Box::leak(Box::new(map));
    let called = |on: &'static Expr, name, arguments: &'static [Expr]| -> &'static Expr {
        Box::leak(Box::new(Expr::Method(on, name, arguments, None)))
    };
    // From behind, what is skipped is never reached.
    let skipped = called(map, "skip", &[Expr::Literal(Literal::Integer(1))]);
    assert!(expression(skipped, &env(), &types()).is_ok());
    assert!(expression(called(map, "rev", &[]), &env(), &types()).is_ok());
    let back = expression(called(skipped, "rev", &[]), &env(), &types()).unwrap_err();
    assert!(back.what.starts_with("`rev` after a closure"), "{back}");
    let first = Expr::Method(map, "next", &[], None);
    let refused = expression(&first, &env(), &types()).unwrap_err();
    assert_eq!(refused.remedy, "collect into a Vec first");
    // A loop that `break` leaves, over an iterator under a name as well.
    let each = Expr::Closure(
        &[Pattern::Local("all", None), Pattern::Local("x", None)],
        &Expr::Local("all"),
    );
    let zero = Expr::Literal(Literal::Integer(0));
    let given: &'static [Expr] = Vec::leak(vec![zero, each]);
    let named: &'static Expr = Box::leak(Box::new(Expr::Local("shares")));
    for (name, refuses) in [("fold", false), ("__fold", true)] {
        let tail = called(named, name, given);
        let lets =
            Vec::leak(vec![(Pattern::Local("shares", None), Expr::Method(map, "iter", &[], None))]);
        for turns in [called(map, name, given), Box::leak(Box::new(Expr::Block(lets, tail)))] {
            let refused = expression(turns, &env(), &types()).err();
            assert_eq!(refused.is_some(), refuses, "{name}");
            assert!(refused.is_none_or(|it| it.what.starts_with("`break` before a closure")));
        }
    }
}

#[test]
fn the_last_arm_is_taken_if_no_other_is() {
    let arm = |pattern, value| Arm {
        pattern,
        guard: None,
        value: Expr::Literal(Literal::Integer(value)),
    };
    let arms = Vec::leak(vec![
        arm(Pattern::Literal(Literal::Str("a")), 1),
        arm(Pattern::Range(Some(Literal::Str("b")), None, false), 2),
        arm(Pattern::Literal(Literal::Str("never asked")), 3),
    ]);
    let id = "$states.context.Execution.Input.id";
    let matched = Expr::Match(Box::leak(Box::new(Expr::Field(&ORDER, "id"))), arms);
    assert_eq!(text(&matched), format!("{id} = \"a\" ? 1 : {id} >= \"b\" ? 2 : 3"));
}

#[test]
fn constants_and_names_that_json_does_not_hold_are_refused() {
    let types = Types {
        probes: vec![
            f64::schema(),
            i64::schema(),
            Schema::Struct {
                name: "Odd",
                fields: vec![field("to_string", "toString", String::schema)],
            },
            <Vec<i64>>::schema(),
        ],
        constants: vec![json!(null), json!(i64::MAX), json!([1, 9_007_199_254_740_993_i64])],
        paths: vec![],
        methods: vec![],
    };
    let refused = |expr: &Expr| {
        let mut env = env();
        env.set(9, Code::new("$odd", types.probes[2].clone()));
        expression(expr, &env, &types).unwrap_err().what
    };
    assert_eq!(refused(&Expr::Constant(0, 0)), "a constant that is not finite");
    assert_eq!(refused(&Expr::Constant(1, 1)), "the constant 9223372036854775807");
    assert_eq!(refused(&Expr::Constant(2, 3)), "the constant [1,9007199254740993]");
    assert_eq!(refused(&Expr::Literal(Literal::Integer(1 << 53))), "the constant 9007199254740992");
    assert!(refused(&Expr::Field(&Expr::Var(9), "to_string")).contains("`toString`"));
}

const fn add(left: &'static Expr, right: &'static Expr) -> Expr {
    Expr::Binary(Binary::Add, left, right, None)
}

#[test]
fn what_is_read_once_is_written_there() {
    const Y: Expr = Expr::Local("y");
    const NAME: Pattern = Pattern::Local("y", None);
    const COUNT: Expr = Expr::Method(&LINES, "len", &[], None);
    const ONE: Expr = Expr::Literal(Literal::Integer(1));
    const TWICE: Expr = add(&COUNT, &COUNT);
    const LONG: Expr = add(&TWICE, &TWICE);
    let named = |expr: &Expr| text(expr).contains("$y := ");
    // Once, surely or without a failure.
    assert!(!named(&Expr::Block(&[(NAME, COUNT)], &Y)));
    assert!(!named(&Expr::Block(&[(NAME, COUNT)], &Expr::List(&[ONE, Y]))));
    assert!(named(&Expr::Block(&[(NAME, COUNT)], &Expr::List(&[Y, Y]))));
    // A long one has a name though it is read once.
    assert!(named(&Expr::Block(&[(NAME, LONG)], &Expr::List(&[ONE, Y]))));
    // What may fail is evaluated whatever the condition is.
    const ASKED: Expr = Expr::Binary(Binary::Greater, &COUNT, &ONE, None);
    assert!(named(&Expr::Block(&[(NAME, SUM)], &Expr::If(&ASKED, &Y, &ONE))));
    assert!(!named(&Expr::Block(&[(NAME, COUNT)], &Expr::If(&ASKED, &Y, &ONE))));
}

#[test]
fn a_base_that_is_written_out_gives_its_other_fields() {
    let types = Types { probes: vec![customer()], ..Types::default() };
    const BASE: Expr = Expr::Struct(
        "Customer",
        &[("name", Expr::Literal(Literal::Str("x"))), ("zip_code", Expr::Var(1))],
        None,
        0,
    );
    let updated = |fields: &'static [(&'static str, Expr)]| {
        let new = Expr::Struct("Customer", fields, Some(&BASE), 0);
        expression(&new, &env(), &types).unwrap().text().to_owned()
    };
    let name = updated(&[("name", Expr::Literal(Literal::Str("y")))]);
    assert_eq!(name, "{\"name\": \"y\", \"zip-code\": $i}");
    let zip = updated(&[("zip_code", Expr::Literal(Literal::Integer(7)))]);
    assert_eq!(zip, "{\"name\": \"x\", \"zip-code\": 7}");
}

#[test]
fn the_only_variant_is_not_asked_for() {
    let of = |names: &[&'static str]| {
        let unit = |name: &&'static str| Variant { rust: name, json: name, content: Content::Unit };
        let variants = names.iter().map(unit).collect();
        let (tagging, known) = (Tagging::External, Known::default());
        Code::new("$v", Schema::Enum { name: "E", tagging, variants, known })
    };
    let asked = |value: &Code, name| fits(value, &Pattern::Path(name), &env(), &types()).unwrap();
    assert!(asked(&of(&["A"]), "A").is_none());
    assert_eq!(asked(&of(&["A", "B"]), "A").unwrap().text(), "$v = \"A\"");
}

#[test]
fn one_argument_makes_a_wrapper_only() {
    let types = Types { probes: vec![customer()], ..Types::default() };
    let made = Expr::Construct("Customer", &[Expr::Var(1)], Some(0));
    let refused = expression(&made, &env(), &types).unwrap_err();
    assert_eq!(refused.remedy, "derive Data for its type");
}
