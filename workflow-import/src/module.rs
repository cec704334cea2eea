//! The module that a definition becomes.

mod declare;
mod items;
mod retriers;

use crate::build::Build;
pub use crate::code::OwnFunction;
use crate::code::{Stmt, Task, values};
use crate::doc::Doc;
use crate::names::{Names, pascal, snake};
use crate::print::Print;
use crate::render::Render;
use crate::scope::{Machine, State};
use crate::step::{DATA, read, whole};
use crate::stop::{ImportError, Stopped};
use crate::structs::Structs;
use crate::types::{Class, Types};
use crate::value::{Node, Source, Value};
use declare::{bound, declare, limits, raised, retried, skeleton, variables};
use items::{JSON, comments, head, items, signatures, structure};
use retriers::Retriers;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use workflow_asl::document::{Diagnostic, Options, Severity, validate_value};

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

/// A mistake as a stop.
fn refusal(problem: &Diagnostic) -> ImportError {
    let at = problem.location.clone().unwrap_or_default();
    ImportError::new("a definition that AWS refuses", format!("{}: {at}", problem.message))
}

/// Looks at what `validate` says, too: a part may be a machine of another type, as items are that are EXPRESS.
fn refused(definition: &Json) -> Result<(), Vec<ImportError>> {
    let report = validate_value(definition, &Options::default());
    let wrong = report.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    let stops: Vec<ImportError> = wrong.map(refusal).collect();
    if stops.is_empty() { Ok(()) } else { Err(stops) }
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

/// The states that cannot be read, whatever comes to them.
fn unreadable(machine: &Machine<'_>) -> Vec<ImportError> {
    let mut stops = vec![];
    let environment = Value::whole(Source::Environment);
    for (index, scope) in machine.scopes.iter().enumerate() {
        for node in scope.nodes.values() {
            let stop = read(machine, index, *node, &environment).err();
            stops.extend(stop.into_iter().chain(unsupported(machine, *node)));
        }
    }
    stops
}

/// Fields that stop a state.
fn unsupported(machine: &Machine<'_>, node: Node) -> Vec<ImportError> {
    let state = &machine.states[node];
    let mut stops = vec![];
    if let Some(resource) = state.json.get("Resource").and_then(Json::as_str)
        && state.json["Type"] == "Task"
        && !is_callable(resource)
    {
        let stop = ImportError::new("a resource that is no ARN of a task", resource);
        stops.push(stop.at(state.name, "Resource"));
    }
    let fields =
        ["TimeoutSecondsPath", "HeartbeatSecondsPath", "TimeoutSeconds", "HeartbeatSeconds"];
    for field in fields {
        if state.json.get(field).is_some_and(Json::is_string) {
            stops.push(ImportError::new("a deadline that is data", "").at(state.name, field));
        }
    }
    stops
}

/// True for a resource that a task may name.
fn is_callable(resource: &str) -> bool {
    let resource = filled(resource);
    if resource == "aws" {
        return true;
    }
    let parts: Vec<&str> = resource.splitn(6, ':').collect();
    let [first, partition, service, region, account, rest] = parts[..] else { return false };
    first == "arn"
        && partition.starts_with("aws")
        && match service {
            "lambda" => rest.starts_with("function:"),
            "states" if rest.starts_with("activity:") => true,
            "states" => region.is_empty() && account.is_empty() && rest.contains(':'),
            _ => false,
        }
}

/// A text with each placeholder of a deployment, `${name}`, filled in.
fn filled(text: &str) -> String {
    let mut parts = text.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('}') {
        Some((_, rest)) => text + "aws" + rest,
        None => text + "${" + part,
    })
}

/// The program of a definition, and all that its text needs.
struct Program {
    body: Vec<Stmt>,
    output: Class,
    types: Types,
    tasks: Vec<Task>,
    /// The items that Maps read.
    read: Vec<(Node, Class)>,
    /// The variables that are read.
    used: BTreeSet<Source>,
}

fn program(machine: &Machine<'_>, samples: &[Json], functions: &[OwnFunction]) -> Stopped<Program> {
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

/// The names of a program, and its types as Rust writes them.
struct Spelling {
    function: String,
    /// The functions of tasks.
    functions: BTreeMap<Node, String>,
    structs: Structs,
    input: String,
    /// The resources of those that have bodies.
    own: Vec<(String, String)>,
    /// The argument and the answer of each task.
    signatures: Vec<(String, String)>,
    output: String,
    variables: BTreeMap<Source, String>,
    /// The types of variables and items.
    types: BTreeMap<Class, String>,
}

fn spelling(
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::import;
    use serde_json::{Value as Json, json};

    /// A definition of one state, and one that ends it.
    fn one(state: &Json) -> Json {
        let mut states = json!({ "One": state, "Last": { "Type": "Succeed" } });
        states["One"]["Next"] = "Last".into();
        json!({ "StartAt": "One", "States": states })
    }

    fn task(fields: Json) -> Json {
        let mut state = json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage" });
        state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        one(&state)
    }

    fn map(fields: Json) -> Json {
        let mut state = json!({ "Type": "Map", "ItemProcessor": {
            "StartAt": "In", "States": { "In": { "Type": "Pass", "End": true } } } });
        state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        one(&state)
    }

    #[test]
    fn what_would_change_its_meaning_is_refused_by_name() {
        let wait = "arn:aws:states:::events:putEvents.waitForTaskToken";
        let cases = [
            (task(json!({ "Parameters": { "a.$": "$.b[?(@.c > 1)]" } })), "more than names"),
            (task(json!({ "Parameters": { "a.$": "$$.Task.Token" } })), "a task token"),
            (
                task(
                    json!({ "Resource": wait, "Parameters": { "a": [{ "b.$": "$$.Task.Token" }] } }),
                ),
                "token",
            ),
            (
                task(json!({ "Parameters": { "a.$": "States.Hash($.b, 'MD5')" } })),
                "without a counterpart",
            ),
            (task(json!({ "Parameters": { "a.$": "$$.StateMachine.Name" } })), "context object"),
            (
                task(json!({ "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/r" } })),
                "credentials",
            ),
            (task(json!({ "TimeoutSecondsPath": "$.t" })), "a deadline that is data"),
            (map(json!({ "MaxConcurrencyPath": "$.n" })), "a number of items"),
            (map(json!({ "ItemSelector": { "id.$": "States.UUID()" } })), "drawn or parsed"),
        ];
        for (definition, construct) in cases {
            let stops = import(&definition, "one", &[]).unwrap_err();
            assert!(
                stops.iter().any(|it| it.construct.contains(construct)),
                "{construct}: {stops:?}"
            );
            assert!(stops.iter().all(|it| it.state == "One"), "{stops:?}");
        }
    }

    #[test]
    fn a_jump_into_a_loop_is_refused() {
        let choice = |to: &str, other: &str| {
            let rule = json!({ "Variable": "$.n", "NumericEquals": 1, "Next": to });
            json!({ "Type": "Choice", "Choices": [rule], "Default": other })
        };
        let wait = |next: &str| json!({ "Type": "Wait", "Seconds": 1, "Next": next });
        let definition = json!({ "StartAt": "A", "States": {
            "A": choice("B", "C"), "B": wait("C"), "C": choice("B", "D"), "D": { "Type": "Succeed" } } });
        // A loop that is entered at both of its states.
        let stops = import(&definition, "jump", &[]).unwrap_err();
        assert_eq!(stops[0].construct, "a jump into the middle of a loop");
    }

    #[test]
    fn recorded_inputs_give_types() {
        let definition = task(json!({ "Parameters": { "a.$": "$.a" } }));
        let text = |samples: &[Json]| import(&definition, "typed", samples).unwrap().text;
        assert!(text(&[]).contains("pub a: Json"));
        assert!(
            text(&[json!({ "a": "x", "b": [1] })]).contains("pub a: String,\n    pub b: Vec<i64>")
        );
        let text = text(&[json!({ "a": 1, "b": true }), json!({ "a": 1.5 })]);
        assert!(text.contains("pub a: f64"), "{text}");
        assert!(text.contains("pub b: Option<bool>"), "{text}");
    }
}
