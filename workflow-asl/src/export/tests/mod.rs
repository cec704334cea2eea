//! Whole documents of programs written by hand, as the macro writes them.
//!
//! The expected documents stand beside the programs, as JSON; `UPDATE=1 cargo test -p workflow-asl export`
//! writes them again, to be read before they are committed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod code;
mod fulfil;
mod mistakes;
mod random;
mod refill;
mod rules;
mod scopes;
mod uses;

use super::{Error, RetryOptions, StateOptions, document};
use crate::document::Definition;
use crate::program::{
    Binary, Block, End, Expr as E, Kind, Literal, Pattern as P, Place, Program, Root, Rule, State,
    Stmt as S, Test, Types, Unary, Variable,
};
use crate::schema::{Data, Field, Lazy, Schema};

/// Compares a document with the one beside the tests.
fn check(name: &str, document: Result<Definition, Error>) {
    let document = document.unwrap_or_else(|error| panic!("{name}: {error}"));
    let found = document.to_json_pretty() + "\n";
    let path = format!("{}/src/export/tests/{name}.asl.json", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{path} differs; found:\n{found}");
}

/// A call of a task.
fn task(name: &str) -> StateOptions {
    StateOptions { task: Some(name.to_owned()), ..StateOptions::default() }
}

/// A call of a task, or another state, with catchers.
fn catching(options: StateOptions, catchers: &[&[&str]]) -> StateOptions {
    let owned = |names: &&[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    StateOptions { catch: catchers.iter().map(owned).collect(), ..options }
}

/// A state without a task.
fn plain() -> StateOptions {
    StateOptions::default()
}

fn types(probes: &[Lazy]) -> Types {
    Types {
        probes: probes.iter().map(|schema| schema()).collect(),
        constants: vec![],
        paths: vec![],
        methods: vec![],
    }
}

/// A struct whose JSON has the names of its fields.
fn object(name: &'static str, fields: &[(&'static str, Lazy)]) -> Schema {
    let field = |(name, schema): &(&'static str, Lazy)| Field::new(name, name, *schema);
    Schema::Struct { name, fields: fields.iter().map(field).collect() }
}

const fn var(name: &'static str, probe: usize, root: Root) -> Variable {
    Variable { name, probe, root }
}

const fn state(name: &'static str, live: &'static [usize], kind: Kind) -> State {
    State { name, comment: "", live, kind }
}

const fn enter(state: usize) -> Block {
    Block { code: &[], late: &[], end: End::Enter(state) }
}

/// Code, then a state.
const fn then(code: &'static [S], state: usize) -> Block {
    Block { code, late: &[], end: End::Enter(state) }
}

const fn goto(code: &'static [S], block: usize) -> Block {
    Block { code, late: &[], end: End::Goto(block) }
}

const fn ends(code: &'static [S], value: E) -> Block {
    Block { code, late: &[], end: End::Return(value) }
}

const fn int(value: i64) -> E {
    E::Literal(Literal::Integer(value))
}

const fn text(value: &'static str) -> E {
    E::Literal(Literal::Str(value))
}

/// `let variable = value;`
const fn set(variable: usize, value: E) -> S {
    S::Let(P::Bind(variable, None), value)
}

/// `variable = value;`
const fn put(variable: usize, value: E) -> S {
    S::Assign(Place { variable, fields: &[] }, value)
}
