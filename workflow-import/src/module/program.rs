//! The program of a definition: its statements, its tasks and its types.

use super::declare::raised;
use crate::build::Build;
use crate::code::{OwnFunction, Stmt, Task, values};
use crate::scope::Machine;
use crate::step::DATA;
use crate::stop::{ImportError, Stopped};
use crate::types::{Class, Types};
use crate::value::{Node, Source, Value};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The program of a definition, and all that its text needs.
pub(super) struct Program {
    pub(super) body: Vec<Stmt>,
    pub(super) output: Class,
    pub(super) types: Types,
    pub(super) tasks: Vec<Task>,
    /// The items that Maps read.
    pub(super) read: Vec<(Node, Class)>,
    /// The variables that are read.
    pub(super) used: BTreeSet<Source>,
}

pub(super) fn program(
    machine: &Machine<'_>,
    samples: &[Json],
    functions: &[OwnFunction],
) -> Stopped<Program> {
    let types = Types::default();
    let mut build = Build { machine, functions, types, tasks: vec![], rows: vec![], read: vec![] };
    let data = [crate::path::Step::Name(DATA.to_owned())];
    let begin = Value::empty().with(&data, Value::whole(Source::Input))?;
    let (body, output) = build.scope(0, &begin)?;
    let Build { mut types, tasks, rows, read, .. } = build;
    if let Some((node, _)) = rows.iter().find(|(_, class)| !types.is_row(*class)) {
        let stop = ImportError::new("a row of a CSV file that is more than texts", "");
        return Err(stop.at(machine.states[*node].name, "ItemReader"));
    }
    if let Some(what) = types.rewritten() {
        let stop = ImportError::new("a JSON text of a value that is read as well", what);
        return Err(stop.at("", "States.JsonToString"));
    }
    let input = types.source(Source::Input);
    types.observe(input, samples);
    let mut used = BTreeSet::new();
    values(&body, &mut |value| value.reads(&mut |source, _| used.extend([source])));
    raised(&body, &mut used);
    Ok(Program { body, output, types, tasks, read, used })
}
