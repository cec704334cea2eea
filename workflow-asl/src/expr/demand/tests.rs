//! The small questions about names and parts: a wrong answer mostly makes a text longer, and no run sees it.

use super::super::parts::parts;
use super::*;
use crate::program::{Binary, Literal, Piece, Unary};

const A: Expr = Expr::Local("a");
const B: Expr = Expr::Local("b");
const C: Expr = Expr::Local("c");
const ONE: Expr = Expr::Literal(Literal::Integer(1));
const NAME: Pattern = Pattern::Local("a", None);
const OTHER: Pattern = Pattern::Local("z", None);

const fn arm(pattern: Pattern, guard: Option<Expr>, value: Expr) -> Arm {
    Arm { pattern, guard, value }
}

/// Expressions of `a`, `b` and `c`, and these in the order in which they are told; with `?` where they are evaluated
/// only sometimes.
const PARTS: &[(Expr, &str)] = &[
    (Expr::Var(0), ""),
    (A, ""),
    (Expr::Result, ""),
    (ONE, ""),
    (Expr::Carried(&A), "a?"),
    (Expr::Field(&A, "x"), "a"),
    (Expr::Unary(Unary::Not, &A, None), "a"),
    (Expr::Cast(&A, 0), "a"),
    (Expr::Next(&A), "a"),
    (Expr::Further(&A, 2), "a"),
    (Expr::Previous(&A), "a"),
    (Expr::Closure(&[NAME], &B), "b?"),
    (Expr::Binary(Binary::Add, &A, &B, None), "a b"),
    (Expr::Binary(Binary::And, &A, &B, None), "a b?"),
    (Expr::Binary(Binary::Or, &A, &B, None), "a b?"),
    (Expr::Index(&A, &B), "a b"),
    (Expr::Item(&A, &B), "a b"),
    (Expr::Repeat(&A, &B), "a b"),
    (Expr::Range(&A, &B, true), "a b"),
    (Expr::If(&A, &B, &C), "a b? c?"),
    (Expr::Match(&A, &[arm(OTHER, Some(B), C), arm(OTHER, None, A)]), "a b? c? a?"),
    (Expr::Block(&[(OTHER, A), (OTHER, B)], &C), "a b c"),
    (Expr::Method(&A, "f", &[B, C], None), "a b c"),
    (Expr::Changed("x", &[], "push", &[A, B]), "a b"),
    (Expr::Call("f", &[A, B], None), "a b"),
    (Expr::Construct("S", &[A, B], None), "a b"),
    (Expr::Tuple(&[A, B]), "a b"),
    (Expr::List(&[A, B]), "a b"),
    (Expr::Struct("S", &[("x", A), ("y", B)], Some(&C), 0), "a b c"),
    (Expr::Struct("S", &[("x", A)], None, 0), "a"),
    (Expr::Format(&[Piece::Value(A, ""), Piece::Text("c"), Piece::Value(B, "")]), "a b"),
];

#[test]
fn an_expression_tells_all_its_parts() {
    for (expr, expected) in PARTS {
        let mut found = vec![];
        parts(expr, &mut |part, sometimes| {
            let Expr::Local(name) = part else { panic!("{part:?}") };
            found.push(format!("{name}{}", if sometimes { "?" } else { "" }));
        });
        assert_eq!(found.join(" "), *expected, "{expr:?}");
        for name in ["a", "b", "c"] {
            let read = expected.contains(name) || matches!(expr, Expr::Local(of) if *of == name);
            assert_eq!(reads(expr, name), read, "{expr:?} reads {name}");
        }
    }
    assert!(reads(&Expr::Changed("a", &[], "push", &[]), "a"));
    assert!(!reads(&Expr::Closure(&[NAME], &A), "a"));
    assert!(!reads(&Expr::Block(&[(NAME, ONE)], &A), "a"));
    assert!(reads(&Expr::Block(&[(NAME, A)], &A), "a"));
    const HIDDEN: Expr = Expr::Match(&ONE, &[arm(NAME, Some(A), A)]);
    assert!(!reads(&HIDDEN, "a"));
}

const CHANGED: Expr = Expr::Tuple(&[A, ONE]);
const SUM: Expr = Expr::Binary(Binary::Add, &A, &B, None);
const ADD: Expr = Expr::Binary(Binary::Add, &A, &ONE, None);
const TWICE: Expr = Expr::Binary(Binary::Add, &A, &A, None);
const PERHAPS: Expr = Expr::If(&C, &A, &B);
const Z: Pattern = Pattern::Local("z", Some(&NAME));
const PAIR: Expr = Expr::Tuple(&[A, B]);
const THREE: Expr = Expr::Tuple(&[A, B, C]);

/// `xs.fold(init, |(a, b), z| body)`
const fn folded(arguments: &'static [Expr]) -> Expr {
    Expr::Method(&C, "fold", arguments, None)
}

const NAMES: Pattern = Pattern::Tuple(&[NAME, Pattern::Local("b", None)]);
const FOLD: Expr = folded(&[PAIR, Expr::Closure(&[NAMES, OTHER], &PAIR)]);

const WIDTHS: &[(Expr, Option<usize>)] = &[
    (PAIR, Some(2)),
    (THREE, Some(3)),
    (Expr::Tuple(&[]), None),
    (A, None),
    (Expr::List(&[A, B]), None),
    (Expr::Block(&[(OTHER, THREE)], &PAIR), Some(2)),
    (Expr::Block(&[(OTHER, PAIR)], &A), None),
    (Expr::If(&A, &PAIR, &PAIR), Some(2)),
    (Expr::If(&A, &PAIR, &THREE), None),
    (Expr::If(&PAIR, &A, &PAIR), None),
    (Expr::Match(&A, &[arm(OTHER, None, PAIR), arm(OTHER, None, PAIR)]), Some(2)),
    (Expr::Match(&A, &[arm(OTHER, None, PAIR), arm(OTHER, None, THREE)]), None),
    (Expr::Match(&A, &[arm(OTHER, None, B), arm(OTHER, None, PAIR)]), None),
    (FOLD, Some(2)),
    (folded(&[THREE, Expr::Closure(&[NAMES, OTHER], &THREE)]), None),
    (folded(&[PAIR, Expr::Closure(&[NAMES, OTHER], &THREE)]), None),
    (folded(&[PAIR, Expr::Closure(&[NAMES, OTHER], &A)]), None),
    (folded(&[A, Expr::Closure(&[NAMES, OTHER], &PAIR)]), None),
    (folded(&[PAIR, Expr::Closure(&[OTHER, OTHER], &PAIR)]), None),
    (Expr::Method(&C, "map", &[PAIR, Expr::Closure(&[NAMES, OTHER], &PAIR)], None), None),
];

#[test]
fn the_width_of_what_puts_a_tuple_together() {
    for (expr, expected) in WIDTHS {
        assert_eq!(width(expr), *expected, "{expr:?}");
    }
}

fn some(wanted: &[usize]) -> Parts {
    wanted.iter().copied().collect()
}

/// An expression, some of its parts, and the names that these are.
type Unchanged = (Expr, &'static [usize], Option<&'static [&'static str]>);

const UNCHANGED: &[Unchanged] = &[
    (CHANGED, &[0], Some(&["a"])),
    (CHANGED, &[1], None),
    (CHANGED, &[0, 1], None),
    // All of it stays: it is no change.
    (PAIR, &[0], None),
    (Expr::Block(&[(OTHER, ONE)], &CHANGED), &[0], Some(&["a"])),
    (Expr::Block(&[(NAME, ONE)], &CHANGED), &[0], None),
    (Expr::Block(&[(OTHER, ONE), (NAME, ONE)], &CHANGED), &[0], None),
    (Expr::If(&C, &CHANGED, &PAIR), &[0], Some(&["a"])),
    (Expr::If(&C, &CHANGED, &PAIR), &[1], None),
    (Expr::If(&C, &CHANGED, &Expr::Tuple(&[B, ONE])), &[0], None),
    (Expr::Match(&C, &[arm(OTHER, None, CHANGED), arm(OTHER, None, PAIR)]), &[0], Some(&["a"])),
    (Expr::Match(&C, &[arm(NAME, None, CHANGED), arm(OTHER, None, PAIR)]), &[0], None),
    (Expr::Match(&C, &[arm(OTHER, None, CHANGED), arm(NAME, None, PAIR)]), &[0], None),
    (
        Expr::Match(&C, &[arm(OTHER, None, PAIR), arm(OTHER, None, Expr::Tuple(&[B, B]))]),
        &[0],
        None,
    ),
    (
        Expr::Match(&C, &[arm(OTHER, None, Expr::Tuple(&[B, B])), arm(OTHER, None, PAIR)]),
        &[0],
        None,
    ),
    (FOLD, &[0], None),
    (A, &[0], None),
];

#[test]
fn the_parts_that_stay_as_they_are() {
    for (expr, wanted, expected) in UNCHANGED {
        assert_eq!(unchanged(expr, &some(wanted)).as_deref(), *expected, "{expr:?} {wanted:?}");
    }
}

/// The names that are read for the wanted parts, and those that are read for the others.
fn read_for(expr: &Expr, wanted: &[usize]) -> (String, String) {
    let of = needed(expr, Some(&some(wanted)));
    let (here, others): (Names, Names) =
        of.ever.iter().copied().partition(|it| of.here.contains(it));
    assert!(of.here.is_subset(&of.ever), "{expr:?}");
    let text = |names: Names| names.into_iter().collect::<String>();
    (text(here), text(others))
}

/// Some parts, the names that are read for them, and those that only the others read.
const NEEDED: &[(Expr, &[usize], &str, &str)] = &[
    (THREE, &[0], "a", "bc"),
    (THREE, &[1, 2], "bc", "a"),
    (Expr::Tuple(&[SUM, C]), &[0], "ab", "c"),
    (Expr::If(&C, &PAIR, &Expr::Tuple(&[ONE, ONE])), &[1], "bc", "a"),
    (Expr::If(&ONE, &Expr::Tuple(&[A, ONE]), &Expr::Tuple(&[A, C])), &[0], "a", "c"),
    (
        Expr::Match(&C, &[arm(OTHER, None, PAIR), arm(OTHER, None, Expr::Tuple(&[ONE, ONE]))]),
        &[0],
        "ac",
        "b",
    ),
    (
        Expr::Match(&ONE, &[arm(OTHER, Some(C), Expr::Tuple(&[A, ONE])), arm(OTHER, None, PAIR)]),
        &[0],
        "a",
        "bc",
    ),
    (
        Expr::Match(&ONE, &[arm(OTHER, Some(C), Expr::Tuple(&[B, ONE])), arm(OTHER, None, PAIR)]),
        &[0],
        "abc",
        "",
    ),
    (Expr::Match(&ONE, &[arm(NAME, Some(A), Expr::Tuple(&[A, B]))]), &[0], "", "b"),
    // What a name is made of is needed where the name is.
    (Expr::Block(&[(NAME, C)], &Expr::Tuple(&[A, B])), &[0], "c", "b"),
    (Expr::Block(&[(NAME, C)], &Expr::Tuple(&[A, B])), &[1], "b", "c"),
    (Expr::Block(&[(NAME, B), (NAME, SUM)], &Expr::Tuple(&[A, ONE])), &[1], "", "b"),
    (Expr::Block(&[(OTHER, C)], &Expr::Tuple(&[A, ONE])), &[1], "c", "a"),
    (
        Expr::Block(
            &[(NAMES, Expr::If(&ONE, &Expr::Tuple(&[A, ONE]), &Expr::Tuple(&[ONE, C])))],
            &Expr::Tuple(&[A, B]),
        ),
        &[0],
        "a",
        "c",
    ),
    (folded(&[PAIR, Expr::Closure(&[NAMES, OTHER], &Expr::Tuple(&[A, SUM]))]), &[0], "ac", "b"),
    (folded(&[PAIR, Expr::Closure(&[NAMES, OTHER], &Expr::Tuple(&[A, SUM]))]), &[1], "abc", ""),
    (
        folded(&[
            PAIR,
            Expr::Closure(&[NAMES, OTHER], &Expr::Tuple(&[Expr::Local("z"), Expr::Local("d")])),
        ]),
        &[1],
        "bcd",
        "a",
    ),
];

#[test]
fn the_names_that_parts_need() {
    for (expr, wanted, here, others) in NEEDED {
        let expected = ((*here).to_owned(), (*others).to_owned());
        assert_eq!(read_for(expr, wanted), expected, "{expr:?} {wanted:?}");
    }
}

#[test]
fn the_lets_that_parts_need() {
    let lets: &[(Pattern, Expr)] = &[(NAME, ONE), (Pattern::Local("b", None), C), (OTHER, ONE)];
    let of = |wanted: &[usize]| {
        let kept = kept(lets, &PAIR, &some(wanted));
        kept.iter().flat_map(|one| bound(one.pattern)).collect::<Vec<_>>().join(" ")
    };
    // What nobody reads is kept: it may fail.
    assert_eq!((&*of(&[0]), &*of(&[1]), &*of(&[0, 1])), ("a z", "b z", "a b z"));
    let pairs: &[(Pattern, Expr)] = &[(NAMES, Expr::If(&C, &PAIR, &PAIR))];
    let parts = |wanted: &[usize]| kept(pairs, &PAIR, &some(wanted))[0].parts.clone();
    assert_eq!(
        (parts(&[0]), parts(&[1]), parts(&[0, 1])),
        (Some(some(&[0])), Some(some(&[1])), None)
    );
}

/// `let`s, what comes behind them, and whether the name is read once; surely so.
type Once = (&'static [(Pattern, Expr)], &'static [Expr], bool, bool);

const ONCE: &[Once] = &[
    (&[], &[A], true, true),
    (&[], &[B], false, false),
    (&[], &[ADD], true, true),
    (&[], &[TWICE], false, false),
    (&[], &[A, A], false, false),
    (&[], &[B, A], true, true),
    (&[], &[PERHAPS], true, false),
    (&[], &[Expr::Field(&PERHAPS, "x")], true, false),
    (&[], &[Expr::If(&C, &ADD, &B)], true, false),
    (&[], &[Expr::If(&A, &B, &C)], true, true),
    (&[], &[Expr::Closure(&[OTHER], &A)], false, false),
    (&[], &[Expr::Changed("a", &[], "push", &[])], false, false),
    (&[], &[Expr::Changed("b", &[], "push", &[A])], true, true),
    (&[], &[Expr::Block(&[(NAME, B)], &A)], false, false),
    (&[], &[Expr::Block(&[(NAME, A)], &A)], true, true),
    (&[], &[Expr::Block(&[(OTHER, A)], &A)], false, false),
    (&[(OTHER, A)], &[B], true, true),
    (&[(OTHER, A)], &[A], false, false),
    (&[(NAME, A)], &[A], true, true),
    (&[(NAME, B)], &[A], false, false),
    (&[(OTHER, PERHAPS)], &[B], true, false),
];

#[test]
fn a_name_that_is_read_once() {
    for (lets, tails, even, surely) in ONCE {
        let tails: Vec<&Expr> = tails.iter().collect();
        let ask = |surely| {
            once("a", lets.iter().map(|(pattern, value)| (pattern, value)), &tails, surely)
        };
        assert_eq!((ask(false), ask(true)), (*even, *surely), "{lets:?} {tails:?}");
    }
}

const BOUND: &[(Pattern, &str)] = &[
    (Z, "az"),
    (Pattern::Bind(0, Some(&NAME)), "a"),
    (Pattern::Bind(0, None), ""),
    (Pattern::Or(&[NAME, NAME]), "a"),
    (Pattern::Tuple(&[NAME, OTHER]), "az"),
    (Pattern::TupleStruct("Some", &[OTHER]), "z"),
    (Pattern::List(&[NAME], Some(&OTHER), &[Pattern::Local("b", None)]), "abz"),
    (Pattern::List(&[], None, &[OTHER]), "z"),
    (Pattern::Struct("S", &[("x", OTHER), ("y", NAME)]), "az"),
    (Pattern::Any, ""),
    (Pattern::Path("None"), ""),
];

#[test]
fn the_names_that_patterns_bind() {
    for (pattern, expected) in BOUND {
        assert_eq!(bound(pattern).into_iter().collect::<String>(), *expected, "{pattern:?}");
    }
}
