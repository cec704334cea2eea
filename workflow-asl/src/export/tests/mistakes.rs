//! Graphs that break a rule, and expressions without an equal.

use super::*;

static VARIABLES: [Variable; 2] = [var("a", 0, Root::Assigned), var("item", 0, Root::Item)];

static SET: [S; 1] = [set(0, int(1))];

/// Returns what is said of a program that should have no document.
fn mistake(states: Vec<State>, blocks: Vec<Block>, options: &[StateOptions]) -> String {
    let program = Program {
        name: "mistake",
        comment: "",
        parameters: &[],
        variables: &VARIABLES,
        states: states.leak(),
        blocks: blocks.leak(),
        start: 0,
    };
    document(&program, &types(&[i64::schema]), options).unwrap_err().to_string()
}

fn starts_with(found: &str, expected: &str) {
    assert!(found.starts_with(expected), "{found}");
}

#[test]
fn nothing_is_assigned_before_the_first_state() {
    let end = state("End", &[0], Kind::Succeed { output: E::Var(0) });
    let found = mistake(vec![end], vec![then(&SET, 0)], &[plain()]);
    starts_with(
        &found,
        "at the beginning of the workflow, StartAt: `a` is assigned before the first state `End`; \
         this is a bug of `#[workflow]`",
    );
}

#[test]
fn no_variable_hides_a_function() {
    static COUNT: [Variable; 1] = [var("count", 0, Root::Assigned)];
    let program = Program {
        name: "mistake",
        comment: "",
        parameters: &[],
        variables: &COUNT,
        states: &[],
        blocks: &[],
        start: 0,
    };
    let found = document(&program, &Types::default(), &[]).unwrap_err().to_string();
    starts_with(
        &found,
        "at the beginning of the workflow, Assign: the variable `count` is named as a JSONata function",
    );
}

#[test]
fn the_input_does_not_change() {
    static INPUT: [Variable; 1] = [var("plan", 0, Root::Input)];
    static CHANGE: [S; 1] = [put(0, int(1))];
    static BLOCKS: [Block; 1] = [then(&CHANGE, 0)];
    let program = Program {
        name: "mistake",
        comment: "",
        parameters: &[0],
        variables: &INPUT,
        states: &[],
        blocks: &BLOCKS,
        start: 0,
    };
    let found = document(&program, &Types::default(), &[]).unwrap_err().to_string();
    starts_with(
        &found,
        "at the beginning of the workflow, Assign: `plan` is changed, but is not a variable",
    );
}

#[test]
fn code_does_not_go_round_without_a_state() {
    let found = mistake(vec![], vec![goto(&[], 1), goto(&[], 0)], &[]);
    starts_with(&found, "at the beginning of the workflow, StartAt: block 1 is in a loop");
}

#[test]
fn a_choice_does_not_end_a_scope() {
    let choice = state("If", &[], Kind::Choice { rules: &[], default: 1 });
    let found = mistake(vec![choice], vec![enter(0), ends(&[], int(1))], &[plain()]);
    starts_with(&found, "state `If`, Choices: an edge that cannot hold a value ends the scope");
}

#[test]
fn catchers_have_blocks() {
    let call = state("Call", &[], Kind::Task { arguments: &[], next: 1, catch: &[] });
    let options = [catching(task("call"), &[&["States.ALL"]])];
    let found = mistake(vec![call], vec![enter(0), ends(&[], int(1))], &options);
    starts_with(&found, "state `Call`, Catch: 1 catchers have 0 blocks");
}

#[test]
fn what_is_done_late_does_not_depend_on_the_way() {
    let wait = state("Wait", &[0], Kind::Wait { seconds: int(1), next: 1 });
    let end = state("End", &[0], Kind::Succeed { output: E::Var(0) });
    let late = Block { code: &[], late: &SET, end: End::Enter(1) };
    let found = mistake(vec![wait, end], vec![enter(0), late, enter(1)], &[plain(), plain()]);
    starts_with(&found, "state `End`, entry: the blocks that lead to the state differ");
}

/// Coming back to the first state, its input is no longer the item.
#[test]
fn an_item_is_not_read_in_the_head_of_a_loop() {
    let map = Kind::Map {
        items: E::List(&[]),
        item: 1,
        start: 1,
        max_concurrency: 0,
        distributed: None,
        next: 2,
        catch: &[],
    };
    let states = vec![
        state("Map", &[], map),
        state("Call", &[1], Kind::Task { arguments: &[("item", E::Var(1))], next: 1, catch: &[] }),
    ];
    let blocks = vec![enter(0), enter(1), ends(&[], E::Result)];
    let found = mistake(states, blocks, &[plain(), task("call")]);
    starts_with(
        &found,
        "state `Call`, Next: `item` is the input of the state that it goes back to",
    );
}

#[test]
fn what_has_no_equal_names_its_place() {
    let output = E::Method(&E::Var(0), "frobnicate", &[], Some(0));
    let pass = state("Begin", &[], Kind::Pass { next: 1 });
    let end = state("End", &[0], Kind::Succeed { output });
    let blocks = vec![enter(0), then(&SET, 1)];
    let found = mistake(vec![pass, end], blocks, &[plain(), plain()]);
    starts_with(&found, "state `End`, Output: ");
}

#[test]
fn what_is_read_has_a_value_on_every_way() {
    let on = E::Literal(Literal::Bool(true));
    let rules = vec![Rule { test: Test::When(on), next: 1 }].leak();
    let choice = state("If", &[], Kind::Choice { rules, default: 2 });
    let end = state("End", &[0], Kind::Succeed { output: E::Var(0) });
    let blocks = vec![enter(0), then(&SET, 1), enter(1)];
    let found = mistake(vec![choice, end], blocks, &[plain(), plain()]);
    starts_with(
        &found,
        "state `End`, variables: `a` is read, but has no value on some way to the state",
    );
}
