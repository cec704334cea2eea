//! The names of a program, and its types as Rust writes them.

use super::declare::{bound, variables};
use super::items::{items, signatures};
use super::program::Program;
use crate::code::{OwnFunction, Task};
use crate::names::{Names, pascal, snake};
use crate::scope::Machine;
use crate::stop::Stopped;
use crate::structs::Structs;
use crate::types::Class;
use crate::value::{Node, Source};
use std::collections::BTreeMap;

/// The names of a program, and its types as Rust writes them.
pub(super) struct Spelling {
    pub(super) function: String,
    /// The functions of tasks.
    pub(super) functions: BTreeMap<Node, String>,
    pub(super) structs: Structs,
    pub(super) input: String,
    /// The resources of those that have bodies.
    pub(super) own: Vec<(String, String)>,
    /// The argument and the answer of each task.
    pub(super) signatures: Vec<(String, String)>,
    pub(super) output: String,
    pub(super) variables: BTreeMap<Source, String>,
    /// The types of variables and items.
    pub(super) types: BTreeMap<Class, String>,
}

pub(super) fn spelling(
    machine: &Machine<'_>,
    program: &mut Program,
    name: &str,
    functions: &[OwnFunction],
) -> Stopped<Spelling> {
    let Program { body, output, types, tasks, used, .. } = program;
    let mut names = Names::default();
    let function = names.take(&snake(name));
    let called =
        functions.iter().filter(|it| tasks.iter().any(|task| task.resource == it.resource));
    let own: Vec<(String, String)> =
        called.map(|it| (it.resource.clone(), names.take(&snake(&it.name)))).collect();
    let named = |task: &Task| {
        let written = own.iter().find(|(resource, _)| *resource == task.resource);
        let name = written.map(|(_, name)| name.clone());
        (task.node, name.unwrap_or_else(|| names.take(&snake(machine.states[task.node].name))))
    };
    let functions = tasks.iter().map(named).collect();
    let mut structs = Structs::default();
    let input = types.source(Source::Input);
    let input = structs.ty(types, input, "Input", &mut names)?;
    let signatures = signatures(machine, types, tasks, &mut structs, &mut names)?;
    let output = structs.ty(types, *output, "Output", &mut names)?;
    let mut sources = used.clone();
    sources.insert(Source::Input);
    bound(body, &mut sources);
    let variables = variables(machine, &sources, &mut names);
    let mut spelled = BTreeMap::new();
    for source in &sources {
        let class = types.source(*source);
        let ty = structs.ty(types, class, &pascal(&variables[source]), &mut names)?;
        spelled.insert(types.root(class), ty);
    }
    items(machine, types, &mut structs, &mut spelled, &mut names)?;
    Ok(Spelling {
        function,
        functions,
        own,
        structs,
        input,
        signatures,
        output,
        variables,
        types: spelled,
    })
}
