//! The module that a definition becomes.

mod check;
mod declare;
mod items;
mod program;
mod retriers;
mod spelling;
#[cfg(test)]
mod tests;

pub use crate::code::OwnFunction;
use crate::doc::Doc;
use crate::names::{Names, snake};
use crate::print::Print;
use crate::render::Render;
use crate::scope::{Machine, State};
use crate::step::whole;
use crate::stop::{ImportError, Stopped};
use crate::types::{Class, Types};
use crate::value::{Node, Source};
use check::{refusal, refused, unreadable};
use declare::{declare, limits, retried, skeleton};
use items::{JSON, comments, head, structure};
use program::{Program, program};
use retriers::Retriers;
use serde_json::Value as Json;
use spelling::{Spelling, spelling};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A definition, written in Rust.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The name of the workflow's function.
    pub name: String,
    /// The module.
    pub text: String,
    /// The functions that have become tasks with a body: their resources, and the names of the tasks.
    pub functions: Vec<(String, String)>,
    types: Types,
    answers: BTreeMap<String, Class>,
    /// The items of each Map that reads them.
    items: BTreeMap<String, Class>,
}

/// An input, and answers of the calls, made from what the definition reads.
#[derive(Clone, Debug)]
pub struct Example {
    /// The input of an execution.
    pub input: Json,
    /// The answers of each Task by its name, one after the other.
    pub answers: BTreeMap<String, Vec<Json>>,
    /// The items of each Map that reads them, by its name.
    pub items: BTreeMap<String, Vec<Json>>,
}

/// The answers of one state in an example.
const TURNS: usize = 12;
/// One more than the most items that are read in an example.
const ITEMS: usize = 5;
/// The most states and rules of a definition.
const MOST: usize = 1_000;
/// The bytes of the stack for those: one state may stand within the other.
const STACK: usize = 256 << 20;

impl Imported {
    /// Makes an example, another one for each number.
    #[must_use]
    pub fn example(&mut self, number: usize) -> Example {
        let input = self.types.source(Source::Input);
        let input = self.types.example(input, number);
        let answer = |class: Class, most: usize| {
            (0..most).map(|turn| self.types.example(class, number + turn)).collect::<Vec<_>>()
        };
        let named = |classes: &BTreeMap<String, Class>, most: usize| {
            let all = classes.iter().map(|(state, class)| (state.clone(), answer(*class, most)));
            all.collect()
        };
        let (answers, items) = (named(&self.answers, TURNS), named(&self.items, number % ITEMS));
        Example { input, answers, items }
    }
}

/// Writes a definition as a module with a workflow of this name. `samples` are recorded inputs, from which types are made,
/// too.
///
/// # Errors
/// Each construct that cannot be written with the same meaning.
pub fn import(
    definition: &Json,
    name: &str,
    samples: &[Json],
) -> Result<Imported, Vec<ImportError>> {
    import_functions(definition, name, samples, &[])
}

/// Writes a definition whose Tasks also call functions of the program itself. Each of these is one task with a body, which
/// fails with the error `NotWritten` until you write it. Otherwise like [`import`].
///
/// # Errors
/// As [`import`].
///
/// ```
/// use workflow_import::{OwnFunction, import_functions};
///
/// let definition = serde_json::json!({ "StartAt": "Pay", "States": { "Pay": {
///     "Type": "Task", "Resource": "${charge.Arn}", "End": true } } });
/// let (resource, name) = ("${charge.Arn}".to_owned(), "charge".to_owned());
/// let charge = OwnFunction { resource, name, about: "Charges a card.".to_owned() };
/// let imported = import_functions(&definition, "pay", &[], &[charge]).unwrap();
/// assert!(imported.text.contains("pub async fn charge("));
/// assert!(imported.text.contains("Failure::new(\"NotWritten\""));
/// ```
pub fn import_functions(
    definition: &Json,
    name: &str,
    samples: &[Json],
    functions: &[OwnFunction],
) -> Result<Imported, Vec<ImportError>> {
    if let Err(problems) = workflow_asl::Definition::from_value(definition.clone()) {
        return Err(problems.iter().map(refusal).collect());
    }
    stacker::grow(STACK, || valid(definition, name, samples, functions))
}

/// Writes a definition that AWS takes.
fn valid(
    definition: &Json,
    name: &str,
    samples: &[Json],
    functions: &[OwnFunction],
) -> Result<Imported, Vec<ImportError>> {
    let machine = Machine::read(definition).map_err(|stop| vec![stop])?;
    let rules =
        |state: &State<'_>| state.json.get("Choices").and_then(Json::as_array).map_or(0, Vec::len);
    let size = machine.states.len() + machine.states.iter().map(rules).sum::<usize>();
    if size > MOST {
        let most = format!("{size}; {MOST} are imported");
        return Err(vec![ImportError::new("so many states and rules", most)]);
    }
    let mut stops = unreadable(&machine);
    if !stops.is_empty() {
        stops.sort();
        stops.dedup();
        return Err(stops);
    }
    refused(definition)?;
    module(&machine, definition, name, (samples, functions)).map_err(|stop| vec![stop])
}

fn module(
    machine: &Machine<'_>,
    definition: &Json,
    name: &str,
    (samples, functions): (&[Json], &[OwnFunction]),
) -> Stopped<Imported> {
    let mut program = program(machine, samples, functions)?;
    let spelling = spelling(machine, &mut program, name, functions)?;
    let retriers = Retriers::of(machine);
    let lines = lines(machine, &mut program, &spelling, &retriers)?;
    let mut text = String::new();
    head(&mut text, name);
    if spelling.structs.json || spelling.types.values().any(|ty| ty.contains("Json")) {
        text += JSON;
    }
    spelling.structs.iter().for_each(|it| structure(it, &mut text));
    text += &retriers.text;
    let mut written: Vec<&str> = vec![];
    for (task, (arguments, answer)) in program.tasks.iter().zip(&spelling.signatures) {
        let (function, types) = (&spelling.functions[&task.node], (&**arguments, &**answer));
        match functions.iter().find(|it| it.resource == task.resource) {
            Some(_) if written.contains(&&*task.resource) => {}
            Some(own) => {
                written.push(&task.resource);
                skeleton(own, function, types, &mut text);
            }
            None => declare(machine, task, function, types, &retriers, &mut text),
        }
    }
    comments(definition["Comment"].as_str().unwrap_or_default(), "", &mut text);
    let timeout = definition.get("TimeoutSeconds").and_then(whole);
    let timeout = timeout.map_or_else(String::new, |seconds| format!("(timeout = {seconds})"));
    let given = if program.used.contains(&Source::Input) { "input" } else { "_input" };
    let Spelling { function, own, input, output, .. } = spelling;
    let _ = write!(
        text,
        "#[workflow{timeout}]\npub async fn {function}({given}: {input}) -> Result<{output}, Failure> "
    );
    Doc::Block(lines).write(0, 0, &mut text);
    text.push('\n');
    let named = |node: Node| machine.states[node].name.to_owned();
    let answers = program.tasks.iter().map(|task| (named(task.node), task.result)).collect();
    let items = program.read.iter().map(|(node, class)| (named(*node), *class)).collect();
    Ok(Imported { name: function, text, functions: own, answers, items, types: program.types })
}

/// The lines of the workflow's body.
fn lines(
    machine: &Machine<'_>,
    program: &mut Program,
    spelling: &Spelling,
    retriers: &Retriers,
) -> Stopped<Vec<Doc>> {
    let mut names = Names::default();
    let mut label = |node: Node| names.field(&snake(machine.states[node].name));
    let labels: BTreeMap<Node, String> =
        (0..machine.states.len()).map(|node| (node, label(node))).collect();
    let absent = program.types.absent.clone();
    let is_absent = |source: Source| match source {
        Source::Joined(node, index) => absent.contains(&(node, index)),
        _ => false,
    };
    let Spelling { structs, variables, functions, own, .. } = spelling;
    let render = Render { types: &mut program.types, structs, variables, absent: &is_absent };
    let mut options: BTreeMap<Node, Vec<String>> = retriers.calls.iter().map(retried).collect();
    for task in &program.tasks {
        match own.iter().any(|(resource, _)| *resource == task.resource) {
            true => options.entry(task.node).or_default().extend(limits(machine, task.node)),
            // They stand at the task itself.
            false => drop(options.remove(&task.node)),
        }
    }
    let mut print = Print {
        render,
        tasks: functions,
        labels: &labels,
        names: &|node| machine.states[node].name.to_owned(),
        used: &program.used,
        options: &options,
        types: &spelling.types,
    };
    print.body(&program.body)
}
