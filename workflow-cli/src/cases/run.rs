//! Runs cases: each in an engine of its own, in virtual time.

use super::compare::{Difference, compared};
use super::place::{problem, within};
use super::{Case, Cases};
use crate::bar::Bar;
use crate::check::document::{is_distributed, states};
use crate::files;
use crate::interpret::{compiled, single, start};
use crate::run::steps;
use crate::stop::Stop;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow_asl::Definition;
use workflow_asl::document::MachineType;
use workflow_asl::nearest;
use workflow_runtime::history::Trace;
use workflow_runtime::interpreted::Compiled;
use workflow_runtime::mocks::{Mocks, MocksError, Needed, needed};
use workflow_runtime::{Engine, Failure};

/// A definition to be tested.
pub(crate) struct Subject<'s> {
    /// The name of the state machine.
    pub(crate) name: String,
    /// The file, or the name, as it is shown.
    pub(crate) shown: String,
    pub(crate) definition: Definition,
    /// Says what is wrong with an input, where that is known before anything runs.
    pub(crate) check: &'s dyn Fn(&str) -> Result<(), Failure>,
}

/// All that came of a file of cases.
pub(super) struct Tested {
    pub(super) subject: String,
    pub(super) cases: Vec<Ran>,
    /// The number of cases that were left out.
    pub(super) filtered: usize,
    /// The states, in the order of the definition, with the number of cases that reached each.
    pub(super) reached: Vec<(String, usize)>,
    /// The number of states that are not counted: those within distributed Maps.
    pub(super) uncounted: usize,
    pub(super) took: Duration,
}

impl Tested {
    pub(super) fn failed(&self) -> usize {
        self.cases.iter().filter(|it| !it.differences.is_empty()).count()
    }
}

/// A case that ran.
pub(super) struct Ran {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) result: Result<Value, Failure>,
    pub(super) path: Vec<String>,
    /// Mocks that were never asked.
    pub(super) unused: Vec<String>,
    pub(super) differences: Vec<Difference>,
    /// Seconds of the virtual clock.
    pub(super) seconds: f64,
    pub(super) took: Duration,
}

/// A case with its mocks, and their names.
struct Ready<'c> {
    case: &'c Case,
    mocks: Option<Mocks>,
    names: Vec<String>,
}

/// Runs the cases whose names have a text.
pub(super) fn all(
    cases: &Cases,
    subject: &Subject<'_>,
    filter: Option<&str>,
) -> Result<Tested, Stop> {
    let needed = needed(&subject.definition);
    let document = subject.definition.as_value().clone();
    let known: Vec<String> = states(&document).iter().map(|it| it.name.to_owned()).collect();
    let ready = prepared(cases, subject, &needed, &known)?;
    let chosen: Vec<&Ready<'_>> = ready
        .iter()
        .filter(|it| filter.is_none_or(|filter| it.case.name.contains(filter)))
        .collect();
    if let (Some(filter), true) = (filter, chosen.is_empty()) {
        let file = &cases.file.name;
        return Err(Stop::Usage(format!("no case of {file} has `{filter}` in its name")));
    }
    let compiled = compiled(subject.definition.clone(), &subject.shown)?;
    let (runtime, began) = (single()?, Instant::now());
    let counted = counted(&document);
    let mut reached: BTreeMap<String, usize> = BTreeMap::new();
    let mut ran = vec![];
    let bar = Bar::new("cases", chosen.len());
    for ready in &chosen {
        let (one, visited) = runtime.block_on(run(ready, subject, &compiled, (&needed, &counted)));
        visited.into_iter().for_each(|state| *reached.entry(state).or_default() += 1);
        ran.push(one);
        bar.step();
    }
    drop(bar);
    let times = |name: &String| (name.clone(), reached.get(name).copied().unwrap_or(0));
    Ok(Tested {
        subject: subject.shown.clone(),
        filtered: ready.len() - chosen.len(),
        cases: ran,
        uncounted: known.len() - counted.len(),
        reached: counted.iter().map(times).collect(),
        took: began.elapsed(),
    })
}

/// An input that does not fit, at the place that the cause names: `` `lines[0].units` of the input: … at line 1 column
/// 7``, where the lines are those of no file.
fn misfit(input: &str, cause: &str) -> MocksError {
    let cause = cause.rsplit_once(" at line ").map_or(cause, |(cause, _)| cause);
    let path = cause.strip_prefix('`').and_then(|it| it.split_once("` of the input"));
    let names = path.into_iter().flat_map(|(path, _)| path.split(['.', '[']));
    let names = names.map(|it| it.trim_end_matches(']')).filter(|it| !it.is_empty());
    problem(&names.fold(input.to_owned(), |at, name| within(&at, name)), cause)
}

/// The states that histories show: those of distributed Maps are in executions of their own.
fn counted(document: &Value) -> Vec<String> {
    let all = states(document);
    let distributed: Vec<&str> =
        all.iter().filter(|it| is_distributed(it.json)).map(|it| it.name).collect();
    let outside = all.iter().filter(|it| !it.within.iter().any(|it| distributed.contains(it)));
    outside.map(|it| it.name.to_owned()).collect()
}

/// The cases with their mocks; all that is wrong with them, before anything runs.
fn prepared<'c>(
    cases: &'c Cases,
    subject: &Subject<'_>,
    needed: &[Needed],
    known: &[String],
) -> Result<Vec<Ready<'c>>, Stop> {
    let (mut problems, mut ready) = (vec![], vec![]);
    if let Some(mocks @ Value::Object(_)) = &cases.mocks {
        check(mocks, "/mocks", (subject, needed), &mut problems);
    }
    for case in &cases.cases {
        let checked = (subject.check)(&case.input.to_string());
        if let Err(failure) = checked {
            problems.push(misfit(&within(&case.pointer, "input"), &failure.reported()));
        }
        for (index, name) in case.path.iter().flatten().enumerate() {
            let state = name.rsplit_once('[').map_or(name.as_str(), |(state, _)| state);
            if !known.iter().any(|it| it == state || it == name) {
                let hint = nearest::hint(state, known.iter().map(String::as_str));
                let pointer = format!("{}/path/{index}", case.pointer);
                problems.push(problem(&pointer, format!("there is no state `{state}`{hint}")));
            }
        }
        ready.push(mocked(cases, case, (subject, needed), &mut problems)?);
    }
    if problems.is_empty() { Ok(ready) } else { Err(cases.file.wrong(&problems)) }
}

/// A case with its mocks: those of the file, and its own before them.
fn mocked<'c>(
    cases: &'c Cases,
    case: &'c Case,
    (subject, needed): (&Subject<'_>, &[Needed]),
    problems: &mut Vec<MocksError>,
) -> Result<Ready<'c>, Stop> {
    let at = within(&case.pointer, "mocks");
    let own = case.mocks.as_ref().map(|mocks| (mocks, at.as_str()));
    let given = own.into_iter().chain(cases.mocks.as_ref().map(|mocks| (mocks, "/mocks")));
    let (mut merged, mut names) = (Map::new(), vec![]);
    for (mocks, pointer) in given {
        match mocks {
            Value::String(named) if merged.is_empty() => {
                let mocks = file(cases, named, pointer, &subject.name)?;
                return Ok(Ready { case, mocks: Some(mocks), names });
            }
            Value::Object(fields) => {
                // Those of the file are checked once, for all cases.
                if pointer == at {
                    check(mocks, pointer, (subject, needed), problems);
                    names.extend(fields.keys().filter(|it| *it != "*").cloned());
                }
                for (name, answers) in fields {
                    merged.entry(name.clone()).or_insert_with(|| answers.clone());
                }
            }
            _ => problems.push(problem(
                pointer,
                "`mocks` are an object from names to lists of answers, or the name of a file",
            )),
        }
    }
    // What is wrong has been told.
    let is_any = !merged.is_empty();
    let text = Value::Object(merged).to_string();
    let mocks = Mocks::read(&text, None, &subject.name).ok().filter(|_| is_any);
    Ok(Ready { case, mocks, names })
}

/// Finds mistakes in mocks, and names that nothing has.
fn check(
    mocks: &Value,
    pointer: &str,
    (subject, needed): (&Subject<'_>, &[Needed]),
    problems: &mut Vec<MocksError>,
) {
    match Mocks::read(&mocks.to_string(), None, &subject.name) {
        Err(wrong) => problems.extend(wrong.into_iter().map(|it| MocksError {
            pointer: format!("{pointer}{}", it.pointer),
            message: it.message,
        })),
        Ok(mocks) => {
            for name in mocks.strangers(needed) {
                let names = needed.iter().flat_map(|it| [Some(&*it.state), it.function.as_deref()]);
                let hint = nearest::hint(name, names.flatten());
                let message = format!(
                    "`{name}` is neither a Task state nor a function of {}{hint}",
                    subject.shown
                );
                problems.push(problem(&within(pointer, name), message));
            }
        }
    }
}

/// Mocks in a file of their own: `FILE`, or `FILE#CASE` of Step Functions Local.
fn file(cases: &Cases, named: &str, pointer: &str, machine: &str) -> Result<Mocks, Stop> {
    let (file, case) = match named.split_once('#') {
        Some((file, case)) => (file, Some(case)),
        None => (named, None),
    };
    let path = cases.beside(file);
    cases.named(&path, pointer, "mocks")?;
    let (name, text) = files::text(&path)?;
    Mocks::read(&text, case, machine).map_err(|problems| {
        let lines = problems.iter().map(|it| format!("\n  {it}")).collect::<String>();
        Stop::Usage(format!("{name} holds no mocks:{lines}"))
    })
}

/// Runs a case. Returns what came of it, and the states that it was in.
async fn run(
    ready: &Ready<'_>,
    subject: &Subject<'_>,
    compiled: &Arc<Compiled>,
    (needed, counted): (&[Needed], &[String]),
) -> (Ran, Vec<String>) {
    let (case, began) = (ready.case, Instant::now());
    let mut engine = Engine::builder().seed(0).virtual_time();
    if let Some(mocks) = &ready.mocks {
        engine = engine.connector(mocks.again());
    }
    let engine = engine.build();
    let text: Arc<str> = case.input.to_string().into();
    let input = (case.input.clone(), text);
    let mut execution = start(&engine, compiled, &subject.name, input, MachineType::Standard);
    let result = (&mut execution).await.and_then(|output| output.text());
    let trace = Trace::of(&execution.history());
    let result = result.map(|text| serde_json::from_str(&text).unwrap_or(Value::Null));
    let path = steps(&trace);
    let mut visited: Vec<String> = trace.visits.iter().map(|it| it.state.to_string()).collect();
    visited.sort();
    visited.dedup();
    let ran = Ran {
        name: case.name.clone(),
        line: case.line,
        differences: compared(case, &result, &path),
        unused: unused(ready, (needed, counted), &trace),
        result,
        path,
        seconds: trace.now,
        took: began.elapsed(),
    };
    (ran, visited)
}

/// The names of mocks that no call asked. Calls within distributed Maps are not seen, and count as made.
fn unused(
    ready: &Ready<'_>,
    (needed, counted): (&[Needed], &[String]),
    trace: &Trace,
) -> Vec<String> {
    let called = |state: &str| trace.visits.iter().any(|it| *it.state == *state && it.attempts > 0);
    let asked = |name: &str| {
        let by = |it: &&Needed| it.state == name || it.function.as_deref() == Some(name);
        needed.iter().filter(by).any(|it| called(&it.state) || !counted.contains(&it.state))
    };
    ready.names.iter().filter(|name| !asked(name)).cloned().collect()
}
