//! Loops: a mutable accumulator, a labelled `break`, `continue`, and an early return across tasks.

use super::*;

const PLAN: usize = 0;
const TOTAL: usize = 1;
const NOTES: usize = 2;
const DAY: usize = 3;
const TRIES: usize = 4;
const DELIVERY: usize = 5;
const RECEIPT: usize = 6;

/// `variable + value`, of `u32`.
const fn add(a: &'static E, b: &'static E) -> E {
    E::Binary(Binary::Add, a, b, Some(1))
}

static REFILL: Program = Program {
    name: "refill",
    comment: "",
    parameters: &[PLAN],
    variables: &[
        var("plan", 0, Root::Input),
        var("total", 1, Root::Assigned),
        var("notes", 2, Root::Assigned),
        var("day", 1, Root::Assigned),
        var("tries", 1, Root::Assigned),
        var("delivery", 3, Root::Assigned),
        var("receipt", 4, Root::Assigned),
    ],
    states: &[
        state("Begin", &[], Kind::Pass { next: 1 }),
        state(
            "Day < plan.days",
            &[TOTAL, NOTES, DAY],
            Kind::Choice {
                rules: &[Rule {
                    test: Test::When(E::Binary(
                        Binary::Less,
                        &E::Var(DAY),
                        &E::Field(&E::Var(PLAN), "days"),
                        Some(1),
                    )),
                    next: 2,
                }],
                default: 9,
            },
        ),
        state(
            "Delivery",
            &[TOTAL, NOTES, DAY, TRIES],
            Kind::Task {
                arguments: &[
                    ("site", E::Method(&E::Field(&E::Var(PLAN), "site"), "clone", &[], Some(5))),
                    ("day", E::Var(DAY)),
                ],
                next: 3,
                catch: &[],
            },
        ),
        state(
            "Delivery.units == 0",
            &[TOTAL, NOTES, DAY, TRIES, DELIVERY],
            Kind::Choice {
                rules: &[Rule {
                    test: Test::When(E::Binary(
                        Binary::Equal,
                        &E::Field(&E::Var(DELIVERY), "units"),
                        &int(0),
                        Some(1),
                    )),
                    next: 4,
                }],
                default: 6,
            },
        ),
        state(
            "Tries > patience",
            &[TOTAL, NOTES, DAY, TRIES],
            Kind::Choice {
                rules: &[Rule {
                    test: Test::When(E::Binary(
                        Binary::Greater,
                        &E::Var(TRIES),
                        &E::Field(&E::Var(PLAN), "patience"),
                        Some(1),
                    )),
                    next: 9,
                }],
                default: 5,
            },
        ),
        state("Sleep", &[TOTAL, NOTES, DAY, TRIES], Kind::Wait { seconds: int(60), next: 10 }),
        state(
            "Total >= goal",
            &[TOTAL, NOTES, DAY],
            Kind::Choice {
                rules: &[Rule {
                    test: Test::When(E::Binary(
                        Binary::GreaterOrEqual,
                        &E::Var(TOTAL),
                        &E::Field(&E::Var(PLAN), "goal"),
                        Some(1),
                    )),
                    next: 7,
                }],
                default: 8,
            },
        ),
        state(
            "Receipt",
            &[TOTAL, NOTES],
            Kind::Task { arguments: &[("total", E::Var(TOTAL))], next: 11, catch: &[] },
        ),
        state(
            "Report",
            &[TOTAL, NOTES],
            Kind::Succeed {
                output: E::Struct(
                    "Report",
                    &[
                        ("total", E::Var(TOTAL)),
                        ("notes", E::Var(NOTES)),
                        ("receipt", E::Construct("None", &[], Some(6))),
                    ],
                    None,
                    7,
                ),
            },
        ),
    ],
    blocks: &[
        enter(0),
        goto(
            &[set(TOTAL, int(0)), set(NOTES, E::Call("Vec::new", &[], Some(2))), set(DAY, int(0))],
            8,
        ),
        // 2: a day begins
        goto(&[put(DAY, add(&E::Var(DAY), &int(1))), set(TRIES, int(0))], 10),
        then(&[set(DELIVERY, E::Result)], 3),
        then(&[put(TRIES, add(&E::Var(TRIES), &int(1)))], 4),
        enter(5),
        // 6: something was delivered
        then(
            &[
                put(TOTAL, add(&E::Var(TOTAL), &E::Field(&E::Var(DELIVERY), "units"))),
                S::Mutate(
                    Place { variable: NOTES, fields: &[] },
                    "push",
                    &[E::Field(&E::Var(DELIVERY), "note")],
                ),
            ],
            6,
        ),
        enter(7),
        // 8, 9, 10: the head of the outer loop, after it, the head of the inner loop
        enter(1),
        enter(8),
        enter(2),
        ends(
            &[set(RECEIPT, E::Result)],
            E::Struct(
                "Report",
                &[
                    ("total", E::Var(TOTAL)),
                    ("notes", E::Var(NOTES)),
                    ("receipt", E::Construct("Some", &[E::Var(RECEIPT)], Some(6))),
                ],
                None,
                7,
            ),
        ),
    ],
    start: 0,
};

fn plan() -> Schema {
    let number = u32::schema as Lazy;
    let fields = [
        ("site", String::schema as Lazy),
        ("days", number),
        ("patience", number),
        ("goal", number),
    ];
    object("Plan", &fields)
}
fn delivery() -> Schema {
    object("Delivery", &[("units", u32::schema), ("note", String::schema)])
}
fn report() -> Schema {
    let notes = Vec::<String>::schema;
    let receipt = Option::<String>::schema;
    object("Report", &[("total", u32::schema), ("notes", notes), ("receipt", receipt)])
}

#[test]
fn refill() {
    let types = types(&[
        plan,
        u32::schema,
        Vec::<String>::schema,
        delivery,
        String::schema,
        String::schema,
        Option::<String>::schema,
        report,
    ]);
    let states = [
        plain(),
        plain(),
        task("deliver"),
        plain(),
        plain(),
        plain(),
        plain(),
        task("close"),
        plain(),
    ];
    check("refill", document(&REFILL, &types, &states));
}
