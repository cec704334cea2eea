//! Items in items, and a choice by pattern.

use super::*;
use crate::schema::{Content, Known, Tagging, Variant};

const GROUPS: usize = 0;
const REGION: usize = 1;
const GROUP: usize = 2;
const QUOTA: usize = 3;
const MEMBER: usize = 4;
const ERROR: usize = 5;

/// The first state of an item reads it as its input; what comes after reads a variable.
static NESTED: Program = Program {
    name: "nested",
    comment: "Tells every member of every group.",
    parameters: &[GROUPS, REGION],
    variables: &[
        var("groups", 0, Root::Input),
        var("region", 1, Root::Input),
        var("group", 2, Root::Item),
        var("quota", 3, Root::Assigned),
        var("member", 1, Root::Item),
        var("why", 4, Root::Assigned),
    ],
    states: &[
        state(
            "Groups",
            &[],
            Kind::Map {
                items: E::Var(GROUPS),
                item: GROUP,
                start: 1,
                max_concurrency: 0,
                distributed: None,
                next: 5,
                catch: &[6],
            },
        ),
        state(
            "Quota",
            &[GROUP],
            Kind::Task {
                arguments: &[("name", E::Field(&E::Var(GROUP), "name"))],
                next: 2,
                catch: &[],
            },
        ),
        state(
            "Members",
            &[GROUP, QUOTA],
            Kind::Map {
                items: E::Field(&E::Var(GROUP), "members"),
                item: MEMBER,
                start: 3,
                max_concurrency: 2,
                distributed: None,
                next: 4,
                catch: &[],
            },
        ),
        state(
            "Tell",
            &[GROUP, QUOTA, MEMBER],
            Kind::Task {
                arguments: &[
                    ("member", E::Var(MEMBER)),
                    ("group", E::Field(&E::Var(GROUP), "name")),
                    ("quota", E::Var(QUOTA)),
                    ("region", E::Var(REGION)),
                ],
                next: 4,
                catch: &[],
            },
        ),
        state("Tidy", &[ERROR], Kind::Task { arguments: &[], next: 7, catch: &[] }),
        state(
            "Untold",
            &[ERROR],
            Kind::Fail {
                error: E::Method(&E::Var(ERROR), "error", &[], None),
                cause: E::Field(&E::Var(ERROR), "cause"),
            },
        ),
    ],
    blocks: &[
        enter(0),
        enter(1),
        // The macro keeps the item where it is read after its first state.
        then(&[set(QUOTA, E::Result), set(GROUP, E::Var(GROUP))], 2),
        enter(3),
        ends(&[], E::Result),
        ends(&[], E::Result),
        then(&[set(ERROR, E::Caught(4))], 4),
        then(&[], 5),
    ],
    start: 0,
};

fn group() -> Schema {
    object("Group", &[("name", String::schema), ("members", Vec::<String>::schema)])
}
fn failure() -> Schema {
    Schema::Struct {
        name: "Failure",
        fields: [("error", "Error"), ("cause", "Cause")]
            .map(|(rust, json)| Field::new(rust, json, String::schema))
            .into(),
    }
}

#[test]
fn nested() {
    let groups = || Schema::List(group);
    let types = types(&[groups, String::schema, group, u32::schema, failure]);
    let states = [
        catching(plain(), &[&["States.ALL"]]),
        task("reserve"),
        plain(),
        task("tell"),
        task("tidy"),
        plain(),
    ];
    check("nested", document(&NESTED, &types, &states));
}

const ANSWER: usize = 0;
const SECONDS: usize = 1;
const TEXT: usize = 2;

/// `match ask().await? { Answer::Later { seconds } if seconds < 60 => .., Answer::Done(text) => .., _ => .. }`
static MATCHING: Program = Program {
    name: "matching",
    comment: "",
    parameters: &[],
    variables: &[
        var("answer", 0, Root::Assigned),
        var("seconds", 1, Root::Assigned),
        var("text", 2, Root::Assigned),
    ],
    states: &[
        state("Answer", &[], Kind::Task { arguments: &[], next: 1, catch: &[] }),
        state(
            "Which answer?",
            &[ANSWER],
            Kind::Choice {
                rules: &[
                    Rule {
                        test: Test::Fits(
                            E::Var(ANSWER),
                            P::Struct("Later", &[("seconds", P::Bind(SECONDS, None))]),
                            Some(E::Binary(Binary::Less, &E::Var(SECONDS), &int(60), Some(1))),
                        ),
                        next: 2,
                    },
                    Rule {
                        test: Test::Fits(
                            E::Var(ANSWER),
                            P::TupleStruct("Done", &[P::Bind(TEXT, None)]),
                            None,
                        ),
                        next: 3,
                    },
                ],
                default: 4,
            },
        ),
        state("Sleep", &[SECONDS], Kind::Wait { seconds: E::Var(SECONDS), next: 0 }),
        state("Done", &[TEXT], Kind::Succeed { output: E::Var(TEXT) }),
        state("TooLate", &[], Kind::Fail { error: text("TooLate"), cause: text("no answer") }),
    ],
    blocks: &[enter(0), then(&[set(ANSWER, E::Result)], 1), enter(2), enter(3), enter(4)],
    start: 0,
};

fn answer() -> Schema {
    let seconds = Field::new("seconds", "seconds", u32::schema);
    Schema::Enum {
        name: "Answer",
        tagging: Tagging::Internal { tag: "kind" },
        variants: vec![
            Variant { rust: "Later", json: "later", content: Content::Struct(vec![seconds]) },
            Variant { rust: "Done", json: "done", content: Content::Newtype(text_schema) },
            Variant { rust: "Never", json: "never", content: Content::Unit },
        ],
        known: Known::default(),
    }
}
fn text_schema() -> Schema {
    object("Text", &[("line", String::schema)])
}

#[test]
fn matching() {
    let types = types(&[answer, u32::schema, text_schema]);
    let states = [task("ask"), plain(), plain(), plain(), plain()];
    check("matching", document(&MATCHING, &types, &states));
}
