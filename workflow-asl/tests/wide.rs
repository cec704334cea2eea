//! Comparisons of values that are or hold integers beyond 2^53: machine and document agree, or both refuse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use proptest::prelude::*;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use workflow_asl::expr::{Code, Env, expression, mutate};
use workflow_asl::jsonata::{Entropy, Expression, Scope};
use workflow_asl::ops;
use workflow_asl::program::{Binary, Expr, Types};
use workflow_asl::schema::{Content, Data, Field, Known, Schema, Tagging, Variant};

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Account {
    id: u64,
    rate: f64,
    limit: Option<i64>,
    moves: Vec<Move>,
    by_day: BTreeMap<String, (f64, i64)>,
}
#[derive(Clone, Debug, PartialEq, Serialize)]
enum Move {
    Nothing,
    In(i64),
    Out(f64, u64),
    Swap { of: Option<u64>, at: f64 },
}

impl Data for Account {
    fn schema() -> Schema {
        let fields = vec![
            Field::new("id", "id", u64::schema),
            Field::new("rate", "rate", f64::schema),
            Field::new("limit", "limit", Option::<i64>::schema),
            Field::new("moves", "moves", Vec::<Move>::schema),
            Field::new("by_day", "by_day", BTreeMap::<String, (f64, i64)>::schema),
        ];
        Schema::Struct { name: "Account", fields }
    }
}
impl Data for Move {
    fn schema() -> Schema {
        let variant = |rust, content| Variant { rust, json: rust, content };
        let swap = vec![
            Field::new("of", "of", Option::<u64>::schema),
            Field::new("at", "at", f64::schema),
        ];
        let variants = vec![
            variant("Nothing", Content::Unit),
            variant("In", Content::Newtype(i64::schema)),
            variant("Out", Content::Tuple(vec![f64::schema, u64::schema])),
            variant("Swap", Content::Struct(swap)),
        ];
        Schema::Enum { name: "Move", tagging: Tagging::External, variants, known: Known::default() }
    }
}

/// `a == b` in the document.
fn document<T: Data>() -> (Expression, String) {
    let mut env = Env::default();
    env.set(0, Code::new("$a", T::schema()));
    env.set(1, Code::new("$b", T::schema()));
    let types = Types { probes: vec![], ..Types::default() };
    let equal = Expr::Binary(Binary::Equal, &Expr::Var(0), &Expr::Var(1), None);
    let text = expression(&equal, &env, &types).unwrap().text().to_owned();
    (Expression::parse(&text).unwrap(), text)
}

fn agree<T: Data + Serialize + PartialEq>(code: &(Expression, String), a: &T, b: &T) {
    alike(code, (a, b), || {
        ops::compared(a, b);
        a == b
    });
}

/// The same value natively and in the document, or a fault in both.
fn alike<A: Serialize, B: Serialize, V: Serialize>(
    (code, text): &(Expression, String),
    (a, b): (&A, &B),
    native: impl FnOnce() -> V,
) {
    let machine = ops::catch(native);
    let (left, right) = (json!(a), json!(b));
    let mut scope = Scope::new();
    scope.bind("a", &left);
    scope.bind("b", &right);
    let document = code.evaluate(&scope, &mut Entropy::default());
    match (&machine.map(|it| json!(it)), &document) {
        (Ok(machine), Ok(Some(document))) => {
            assert_eq!(machine, document, "{text}\n{left}\n{right}");
        }
        (Err(_), Err(_)) => {}
        (machine, _) => panic!("{machine:?} {document:?}\n{text}\n{left}\n{right}"),
    }
}

const EDGE: i64 = 1 << 53;

fn signed() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0),
        Just(1),
        Just(EDGE - 1),
        Just(EDGE),
        Just(EDGE + 1),
        Just(-EDGE),
        Just(i64::MIN)
    ]
}
fn unsigned() -> impl Strategy<Value = u64> {
    prop_oneof![Just(0), Just(7), Just(EDGE.unsigned_abs() + 1), Just(u64::MAX)]
}
fn float() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.5), Just(-1e300), Just(EDGE as f64 * 4.0)]
}
fn one_move() -> impl Strategy<Value = Move> {
    prop_oneof![
        Just(Move::Nothing),
        signed().prop_map(Move::In),
        (float(), unsigned()).prop_map(|(at, of)| Move::Out(at, of)),
        (proptest::option::of(unsigned()), float()).prop_map(|(of, at)| Move::Swap { of, at }),
    ]
}
fn account() -> impl Strategy<Value = Account> {
    let moves = proptest::collection::vec(one_move(), 0..3);
    let days = proptest::collection::btree_map("[a-c]", (float(), signed()), 0..3);
    (0..3_u64, float(), proptest::option::of(signed()), moves, days)
        .prop_map(|(id, rate, limit, moves, by_day)| Account { id, rate, limit, moves, by_day })
}

/// Both sides, often the same.
fn two<T: Clone + std::fmt::Debug>(
    one: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = (T, T)> {
    (one.clone(), one, any::<bool>())
        .prop_map(|(a, b, same)| if same { (a.clone(), a) } else { (a, b) })
}

fn all<T: Data + Serialize + PartialEq + Clone + std::fmt::Debug>(
    of: impl Strategy<Value = T> + 'static,
) {
    let code = document::<T>();
    let one = of.boxed();
    proptest!(ProptestConfig { failure_persistence: None, ..Default::default() }, |((a, b) in two(one))| {
        agree(&code, &a, &b);
    });
}

#[test]
fn integers_in_options_and_lists() {
    all(proptest::option::of(signed()));
    all(proptest::collection::vec(signed(), 0..3));
    all(proptest::collection::vec(proptest::option::of(unsigned()), 0..3));
    all(proptest::collection::vec(proptest::collection::vec(signed(), 0..2), 0..3));
}

#[test]
fn integers_beside_floats() {
    all((signed(), float()));
    all(proptest::option::of((float(), unsigned())));
    all(proptest::collection::vec((float(), signed()), 0..3));
    all(proptest::option::of(proptest::collection::btree_map("[a-b]", (float(), signed()), 0..3)));
    all(one_move());
    all(account());
}

/// An expression of the variables `a` and `b`.
fn of<A: Data, B: Data>(make: impl FnOnce(&Env, &Types) -> Code) -> (Expression, String) {
    let mut env = Env::default();
    env.set(0, Code::new("$a", A::schema()));
    env.set(1, Code::new("$b", B::schema()));
    let types = Types { probes: vec![], ..Types::default() };
    let text = make(&env, &types).text().to_owned();
    (Expression::parse(&text).unwrap(), text)
}

static A: Expr = Expr::Var(0);
static ITEMS: Expr = Expr::Method(&A, "iter", &[], None);

#[test]
fn methods_that_compare() {
    let value =
        |expr: Expr| of::<Vec<i64>, i64>(|env, types| expression(&expr, env, types).unwrap());
    let changed = |name: &'static str| {
        of::<Vec<i64>, i64>(|env, types| {
            mutate(env.get(0).unwrap(), &[], name, &[], env, types).unwrap()
        })
    };
    let contains = value(Expr::Method(&A, "contains", &[Expr::Var(1)], None));
    let (least, most) = (
        value(Expr::Method(&ITEMS, "min", &[], None)),
        value(Expr::Method(&ITEMS, "max", &[], None)),
    );
    let (sort, dedup) = (changed("sort"), changed("dedup"));
    let config = ProptestConfig { failure_persistence: None, ..Default::default() };
    proptest!(config, |(list in proptest::collection::vec(signed(), 0..4), x in signed())| {
        let both = (&list, &x);
        alike(&contains, both, || {
            ops::compared(&list, &x);
            list.contains(&x)
        });
        alike(&least, both, || ops::exact(list.iter().min()));
        alike(&most, both, || ops::exact(list.iter().max()));
        alike(&sort, both, || {
            ops::distinct(&list);
            let mut list = list.clone();
            list.sort();
            list
        });
        alike(&dedup, both, || {
            ops::neighbours(&list);
            let mut list = list.clone();
            list.dedup();
            list
        });
    });
}

#[test]
fn numbers_that_are_compared_and_converted() {
    let value = |expr: Expr| of::<i64, i64>(|env, types| expression(&expr, env, types).unwrap());
    let least = value(Expr::Method(&A, "min", &[Expr::Var(1)], None));
    let clamped = value(Expr::Method(&A, "clamp", &[Expr::Var(1), Expr::Var(1)], None));
    let small = value(Expr::Call("i32::try_from", &[Expr::Var(0)], None));
    let wide = value(Expr::Call("u64::try_from", &[Expr::Var(0)], None));
    let config = ProptestConfig { failure_persistence: None, ..Default::default() };
    proptest!(config, |(a in signed(), b in signed())| {
        alike(&least, (&a, &b), || {
            ops::compared(&a, &b);
            a.min(b)
        });
        alike(&clamped, (&a, &b), || ops::clamp(a, b, b));
        alike(&small, (&a, &b), || i32::try_from(a).map_err(|_| ()));
        alike(&wide, (&a, &b), || u64::try_from(ops::exact(a)).map_err(|_| ()));
    });
}

#[test]
fn what_holds_no_wide_integers_has_no_guard() {
    for text in
        [document::<Vec<u32>>().1, document::<(String, f64)>().1, document::<Option<f64>>().1]
    {
        assert!(!text.contains("$error"), "{text}");
    }
    assert_eq!(
        document::<Vec<i64>>().1,
        "$count($a.**[$type($) = \"number\" and $abs($) > 9007199254740991]) > 0 and \
         $count($b.**[$type($) = \"number\" and $abs($) > 9007199254740991]) > 0 ? \
         $error(\"an integer beyond 2^53\") : $a = $b"
    );
}
