//! The example of the README: tasks, a choice, catchers, branches, items, a wait.

use super::*;
use crate::schema::{Content, Known, Tagging, Variant};

const ORDER: usize = 0;
const QUOTE: usize = 1;
const PAYMENT: usize = 2;
const REASON: usize = 3;
const OTHER: usize = 4;
const LINE: usize = 5;
const PICKED: usize = 6;
const PARCELS: usize = 7;
const INVOICE: usize = 8;

const CHARGE_ERROR: usize = 9;
const RECEIPT: usize = 10;

static FULFIL: Program = Program {
    name: "fulfil",
    comment: "Ships an order once it is paid for.",
    parameters: &[ORDER],
    variables: &[
        var("order", 0, Root::Input),
        var("quote", 1, Root::Assigned),
        var("payment", 2, Root::Assigned),
        var("reason", 3, Root::Assigned),
        var("other", 4, Root::Assigned),
        var("line", 5, Root::Item),
        var("picked", 6, Root::Assigned),
        var("parcels", 7, Root::Assigned),
        var("invoice", 8, Root::Assigned),
    ],
    states: &[
        state(
            "Quote",
            &[],
            Kind::Task { arguments: &[("order", E::Var(ORDER))], next: 1, catch: &[] },
        ),
        state(
            "Total over 500?",
            &[QUOTE],
            Kind::Choice {
                rules: &[Rule {
                    test: Test::When(E::Binary(
                        Binary::And,
                        &E::Binary(
                            Binary::Greater,
                            &E::Field(&E::Var(QUOTE), "total"),
                            &E::Literal(Literal::Float(500.0)),
                            Some(3),
                        ),
                        &E::Unary(
                            Unary::Not,
                            &E::Field(&E::Field(&E::Var(ORDER), "customer"), "trusted"),
                            Some(11),
                        ),
                        Some(11),
                    )),
                    next: 2,
                }],
                default: 3,
            },
        ),
        state(
            "Approve",
            &[QUOTE],
            Kind::Task {
                arguments: &[
                    ("id", E::Method(&E::Field(&E::Var(ORDER), "id"), "clone", &[], Some(3))),
                    ("total", E::Field(&E::Var(QUOTE), "total")),
                ],
                next: 3,
                catch: &[],
            },
        ),
        State {
            name: "Payment",
            comment: "Charges the customer's card.",
            live: &[QUOTE],
            kind: Kind::Task {
                arguments: &[
                    ("card", E::Field(&E::Field(&E::Var(ORDER), "customer"), "card")),
                    ("amount", E::Field(&E::Var(QUOTE), "total")),
                ],
                next: 4,
                catch: &[5, 6],
            },
        },
        state(
            "TellCustomer",
            &[REASON],
            Kind::Task {
                arguments: &[("id", E::Field(&E::Var(ORDER), "id")), ("reason", E::Var(REASON))],
                next: 7,
                catch: &[],
            },
        ),
        state(
            "Declined",
            &[],
            Kind::Fail { error: text("Declined"), cause: text("the bank declined the card") },
        ),
        state(
            "PaymentFailed",
            &[OTHER],
            Kind::Fail {
                error: E::Method(&E::Var(OTHER), "error", &[], None),
                cause: E::Field(&E::Var(OTHER), "cause"),
            },
        ),
        state(
            "ParcelsAndInvoice",
            &[PAYMENT],
            Kind::Parallel { branches: &[8, 9], next: 10, catch: &[] },
        ),
        state(
            "Parcels",
            &[],
            Kind::Map {
                items: E::Field(&E::Var(ORDER), "lines"),
                item: LINE,
                start: 11,
                max_concurrency: 8,
                distributed: None,
                next: 12,
                catch: &[],
            },
        ),
        state(
            "Picked",
            &[LINE],
            Kind::Task { arguments: &[("line", E::Var(LINE))], next: 13, catch: &[] },
        ),
        state(
            "Pack",
            &[PICKED],
            Kind::Task {
                arguments: &[
                    ("picked", E::Var(PICKED)),
                    ("order", E::Method(&E::Field(&E::Var(ORDER), "id"), "clone", &[], Some(3))),
                ],
                next: 14,
                catch: &[],
            },
        ),
        state(
            "Invoice",
            &[PAYMENT],
            Kind::Task {
                arguments: &[(
                    "payment",
                    E::Method(&E::Field(&E::Var(PAYMENT), "id"), "clone", &[], Some(3)),
                )],
                next: 14,
                catch: &[],
            },
        ),
        state("Sleep", &[PARCELS, INVOICE], Kind::Wait { seconds: int(3600), next: 15 }),
    ],
    blocks: &[
        enter(0),
        then(&[set(QUOTE, E::Result)], 1),
        enter(2),
        enter(3),
        // 4: after the payment
        then(&[set(PAYMENT, E::Result)], 7),
        // 5, 6: its catchers
        then(
            &[S::Let(
                P::Struct("Declined", &[("reason", P::Bind(REASON, None))]),
                E::Caught(CHARGE_ERROR),
            )],
            4,
        ),
        then(&[set(OTHER, E::Caught(CHARGE_ERROR))], 6),
        enter(5),
        // 8, 9: the branches
        enter(8),
        enter(11),
        then(&[S::Let(P::Tuple(&[P::Bind(PARCELS, None), P::Bind(INVOICE, None)]), E::Result)], 12),
        // 11: an item
        enter(9),
        ends(&[], E::Result),
        then(&[set(PICKED, E::Result)], 10),
        ends(&[], E::Result),
        ends(
            &[],
            E::Struct(
                "Receipt",
                &[
                    ("id", E::Field(&E::Var(ORDER), "id")),
                    ("parcels", E::Var(PARCELS)),
                    ("invoice", E::Var(INVOICE)),
                ],
                None,
                RECEIPT,
            ),
        ),
    ],
    start: 0,
};

fn quote() -> Schema {
    object("Quote", &[("total", f64::schema)])
}
fn payment() -> Schema {
    object("Payment", &[("id", String::schema)])
}
fn line() -> Schema {
    object("Line", &[("sku", String::schema)])
}
fn customer() -> Schema {
    object("Customer", &[("card", String::schema), ("trusted", bool::schema)])
}
fn order() -> Schema {
    let lines = || Schema::List(line);
    object("Order", &[("id", String::schema), ("customer", customer), ("lines", lines)])
}
fn receipt() -> Schema {
    let parcels = Vec::<String>::schema;
    object("Receipt", &[("id", String::schema), ("parcels", parcels), ("invoice", String::schema)])
}
fn failure() -> Schema {
    Schema::Struct {
        name: "Failure",
        fields: [("error", "Error"), ("cause", "Cause")]
            .map(|(rust, json)| Field::new(rust, json, String::schema))
            .into(),
    }
}
fn charge_error() -> Schema {
    let declined = Content::Struct(vec![Field::new("reason", "reason", String::schema)]);
    Schema::Enum {
        name: "ChargeError",
        tagging: Tagging::External,
        variants: vec![
            Variant { rust: "Declined", json: "Declined", content: declined },
            Variant { rust: "Other", json: "Other", content: Content::Newtype(failure) },
        ],
        known: Known::default(),
    }
}

#[test]
fn fulfil() {
    let types = types(&[
        order,
        quote,
        payment,
        String::schema,
        failure,
        line,
        String::schema,
        Vec::<String>::schema,
        String::schema,
        charge_error,
        receipt,
        bool::schema,
    ]);
    let gently = RetryOptions {
        errors: vec!["Throttled".into()],
        max_attempts: 5,
        jitter: true,
        ..RetryOptions::default()
    };
    let charge = StateOptions { retry: vec![gently], timeout: Some(30), ..task("charge") };
    let states = [
        task("price"),
        plain(),
        task("approve"),
        catching(charge, &[&["Declined"], &["States.ALL"]]),
        task("tell_customer"),
        plain(),
        plain(),
        plain(),
        plain(),
        task("pick"),
        task("pack"),
        task("invoice"),
        plain(),
    ];
    check("fulfil", document(&FULFIL, &types, &states));
}
