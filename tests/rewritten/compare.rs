//! A definition and its form in Rust, held against each other.

use crate::answers::Script;
use crate::original::{deployed, states, ways};
use crate::run::{Ran, What, run};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use workflow::{Definition, Payload, Workflow};
use workflow_runtime::Failure;
use workflow_runtime::export::ExportError;
use workflow_runtime::machine::Machine;

/// A definition, and the workflow that does what it does.
pub struct Rewritten {
    source: &'static str,
    /// What a deployment puts for `${name}`.
    names: Vec<(&'static str, &'static str)>,
    cases: Vec<Case>,
    /// What of the original's output the function returns.
    part: fn(&Value) -> Value,
    machine: fn(Payload) -> Result<Box<dyn Machine>, Failure>,
    definition: fn() -> Result<Definition, ExportError>,
}

/// An input, what is answered, and how it ends.
struct Case {
    name: &'static str,
    /// The error name; none for success.
    fails: Option<&'static str>,
    input: Value,
    script: Arc<Script>,
}

impl Rewritten {
    pub fn new<W: Workflow>(source: &'static str, part: fn(&Value) -> Value) -> Self {
        Rewritten {
            source,
            names: vec![],
            cases: vec![],
            part,
            machine: W::machine,
            definition: W::definition,
        }
    }

    /// What a deployment puts for `${name}`.
    pub fn name(mut self, name: &'static str, value: &'static str) -> Self {
        self.names.push((name, value));
        self
    }

    pub fn succeeds(mut self, name: &'static str, input: Value, script: Script) -> Self {
        self.cases.push(Case { name, fails: None, input, script: Arc::new(script) });
        self
    }

    pub fn fails(
        mut self,
        name: &'static str,
        error: &'static str,
        input: Value,
        script: Script,
    ) -> Self {
        self.cases.push(Case { name, fails: Some(error), input, script: Arc::new(script) });
        self
    }
}

/// What was found: lines of the table, and what is wrong.
pub struct Found {
    pub lines: Vec<String>,
    pub wrong: Vec<String>,
}

pub async fn compare(rewritten: &Rewritten, originals: &BTreeMap<String, Value>) -> Found {
    let original = originals.get(rewritten.source);
    let original = original.unwrap_or_else(|| panic!("{} is not there", rewritten.source));
    let mut found = Found { lines: vec![], wrong: vec![] };
    let (mut entered, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let count = states(original).len();
    let short = rewritten.source.split('/').next().unwrap_or_default();
    for case in &rewritten.cases {
        let definition = deployed(original, &rewritten.names);
        let was = run(What::Document(definition), &case.input, &case.script).await;
        let typed = run(What::Typed(rewritten.machine), &case.input, &case.script).await;
        let exported = What::Document((rewritten.definition)().unwrap());
        let exported = run(exported, &case.input, &case.script).await;
        let mut wrong = vec![];
        against_export(&typed, &exported, &mut wrong);
        against_original(rewritten, case, &was, &typed, &mut wrong);
        let title = format!("{short}: {}", case.name);
        found.lines.push(format!(
            "{:<70} {count:>6} {:>8}  {:>9}",
            title, was.transitions, typed.transitions
        ));
        found.wrong.extend(wrong.into_iter().map(|text| format!("{title}: {text}")));
        entered.extend(was.entered);
        taken.extend(was.ways);
    }
    found.wrong.extend(missed(rewritten, original, &entered, &taken));
    found
}

/// The typed machine and its document are the same, in all.
fn against_export(typed: &Ran, exported: &Ran, wrong: &mut Vec<String>) {
    if (&typed.result, &typed.calls) != (&exported.result, &exported.calls) {
        let [typed, exported] =
            [typed, exported].map(|ran| format!("{:?} {:?}", ran.result, ran.calls));
        wrong.push(format!("the machine: {typed}\n  its document: {exported}"));
    }
    if typed.transitions != exported.transitions {
        wrong.push(format!(
            "{} transitions, the document {}",
            typed.transitions, exported.transitions
        ));
    }
}

fn against_original(it: &Rewritten, case: &Case, was: &Ran, typed: &Ran, wrong: &mut Vec<String>) {
    for (which, ran) in [("original", was), ("rewritten", typed)] {
        if !ran.strange.is_empty() {
            wrong.push(format!("{which}: nothing is said of {:?}", ran.strange));
        }
        let error = ran.result.as_ref().err().map(|(error, _)| error.as_str());
        if error != case.fails {
            wrong.push(format!("{which}: ended with {:?}", ran.result));
        }
    }
    if was.calls != typed.calls {
        wrong.push(format!("the calls were {:?}\n  and are {:?}", was.calls, typed.calls));
    }
    let same = match (&was.result, &typed.result) {
        (Ok(was), Ok(typed)) => (it.part)(was) == *typed,
        (Err(was), Err(typed)) => was == typed,
        _ => true,
    };
    if !same {
        wrong.push(format!("came to {:?}\n  and comes to {:?}", was.result, typed.result));
    }
    if was.seconds.to_bits() != typed.seconds.to_bits() {
        wrong.push(format!("took {} seconds, and takes {}", was.seconds, typed.seconds));
    }
    if typed.transitions > was.transitions {
        let more = format!("{} transitions, before {}", typed.transitions, was.transitions);
        wrong.push(format!("{more}: {:?}", typed.ways));
    }
}

/// States that no case enters, choices and catchers that none takes.
fn missed(
    it: &Rewritten,
    original: &Value,
    entered: &BTreeSet<String>,
    taken: &BTreeSet<(String, String)>,
) -> Vec<String> {
    let lost = states(original).into_iter().filter(|(name, _)| !entered.contains(*name));
    let lost = lost.map(|(name, _)| format!("{}: no case enters {name}", it.source));
    let passed = ways(original).into_iter().filter(|way| !taken.contains(way));
    lost.chain(passed.map(|(from, to)| format!("{}: no case goes {from} -> {to}", it.source)))
        .collect()
}

/// Nothing of the original's output, which is what its last task answered, raw.
pub fn nothing(_: &Value) -> Value {
    Value::Null
}

/// All of it.
pub fn all(output: &Value) -> Value {
    output.clone()
}
