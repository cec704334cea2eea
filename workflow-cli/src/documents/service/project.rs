//! The crate of a service, and what was not understood of it.

use super::super::document::Document;
use super::super::new::{From, make, named};
use super::super::substitutions::Substitutions;
use super::super::template::Resolver;
use super::machine::Machine;
use super::settings::settings;
use super::{Report, Service, members};
use crate::files::shown;
use crate::stop::{Stop, say, tell};
use crate::terminal::{WIDTH, wrap};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use workflow_import::{Imported, OwnFunction, import_direct, snake};

/// A state machine that has become a module.
pub(super) struct Module {
    pub(super) name: String,
    pub(super) imported: Imported,
    pub(super) settings: Value,
}

/// The crate, before it is written.
#[derive(Default)]
pub(super) struct Crate {
    pub(super) modules: Vec<Module>,
    /// The definitions that stay as they are.
    pub(super) left: Vec<(String, Value)>,
    /// The state machines that cannot be read.
    unread: Vec<String>,
    /// The functions that no workflow calls.
    pub(super) alone: Vec<OwnFunction>,
    report: Report,
}

const ELSEWHERE: &str = "functions in another file are not read: write them into this one, or `import` has no task for them";

/// Makes the crate of a service in a folder.
pub(in super::super) fn project(
    service: &Service,
    given: &Substitutions,
    from: &From,
    folder: &Path,
) -> Result<(), Stop> {
    let package = named(folder)?;
    let dependency = from.dependency()?;
    let made = Crate::of(service, given)?;
    let report = made.report.0.iter().flat_map(|it| wrap(&format!("note: {it}"), WIDTH));
    let report: Vec<String> = report.collect();
    if made.modules.is_empty() {
        report.iter().for_each(|line| tell(line));
        let why = "no state machine of it is imported: nothing was written";
        return Err(Stop::Failed(format!("{}: {why}", service.file)));
    }
    make(folder, &made.files(service, &package, &dependency, folder))?;
    report.iter().for_each(|line| tell(line));
    let folder = shown(folder);
    let names: Vec<&str> = made.modules.iter().map(|it| it.name.as_str()).collect();
    say(&format!(
        "{folder} is made: {}\n\n  cd {folder}\n  cargo test\n  cargo run -- export {} --settings deploy/{}.json --format serverless --out aws",
        names.join(", "),
        made.modules[0].imported.name.trim_start_matches("r#"),
        names[0]
    ))?;
    let left: Vec<&str> = made.left.iter().map(|(name, _)| name.as_str()).collect();
    let mut why = vec![];
    if !left.is_empty() {
        why.push(format!("not imported, and kept in `definitions`: {}", left.join(", ")));
    }
    if !made.unread.is_empty() {
        why.push(format!("cannot be read: {}", made.unread.join(", ")));
    }
    if why.is_empty() { Ok(()) } else { Err(Stop::Failed(why.join("; "))) }
}

impl Crate {
    fn of(service: &Service, given: &Substitutions) -> Result<Self, Stop> {
        let mut made = Crate::default();
        let resolver = Resolver::new(service.text.value(), &given.names).keeping(true);
        let (mut names, mut tasks) = (BTreeSet::new(), BTreeSet::new());
        for machine in &service.machines {
            if let Some(why) = &machine.found.unread {
                made.report.0.push(format!("{}: {why}", service.file));
                made.unread.push(machine.name.clone());
                continue;
            }
            let document = service.document(machine, given)?;
            let name = module(&machine.name, &mut names);
            made.machine(service, machine, (&document, name), &mut tasks, &resolver)?;
        }
        let called = |it: &super::functions::Own| {
            let resource = it.resource();
            let modules = made.modules.iter();
            modules.flat_map(|it| &it.imported.functions).any(|(of, _)| *of == resource)
        };
        let alone: Vec<_> = service.functions.0.iter().filter(|it| !called(it)).collect();
        let alone: Vec<OwnFunction> = alone
            .into_iter()
            .map(|it| it.task(free(&snake(&it.key), "function", &mut tasks)))
            .collect();
        made.alone = alone;
        made.functions(service);
        // What a deployment knows and was taken for something here.
        let taken = resolver.made_up().into_iter().filter(|(name, _)| !name.starts_with("AWS::"));
        made.report.0.extend(taken.map(|(name, value)| {
            format!("`{name}` is taken as `{value}`: `--substitute {name}=VALUE` gives another")
        }));
        let mut seen = BTreeSet::new();
        made.report.0.retain(|line| seen.insert(line.clone()));
        Ok(made)
    }

    /// Imports a state machine, or keeps its definition and says why.
    fn machine(
        &mut self,
        service: &Service,
        machine: &Machine,
        (document, name): (&Document, String),
        tasks: &mut BTreeSet<String>,
        resolver: &Resolver<'_>,
    ) -> Result<(), Stop> {
        let known =
            |text: &str| service.functions.called(text).map(super::functions::Own::resource);
        let wish = |key: &str| match tasks.contains(&snake(key)) {
            true => snake(&format!("{name}_{key}")),
            false => snake(key),
        };
        let functions: Vec<OwnFunction> =
            service.functions.0.iter().map(|it| it.task(wish(&it.key))).collect();
        let imported = match import_direct(document.unfilled()?, &name, &known, &functions) {
            Ok((imported, whole)) => {
                for state in whole {
                    let place = document.place(&state, "Resource");
                    self.report.0.push(format!(
                        "{place}: `{state}` hands on more of the answer of lambda:invoke than its `Payload`, or may: it stays a call of that resource, and the function is no task of the workflow"
                    ));
                }
                imported
            }
            Err(stops) => {
                for stop in stops {
                    let place = document.place(&stop.state, &stop.field);
                    self.report.0.push(format!("{place}: {stop}"));
                }
                self.left.push((name, document.unfilled()?.clone()));
                return Ok(());
            }
        };
        for (resource, task) in &imported.functions {
            let key = resource.trim_start_matches("${").trim_end_matches(".Arn}");
            if !tasks.insert(task.clone()) || *task != snake(key) {
                self.report.0.push(format!(
                    "{}: the function `{key}` is the task `{task}` of the workflow `{name}`: its name was taken, or another workflow calls it with types of its own",
                    service.file
                ));
            }
        }
        let settings = settings(service, machine, &imported.functions, resolver, &mut self.report);
        self.modules.push(Module { name, imported, settings });
        Ok(())
    }

    /// Tells what the file has besides that is not taken over.
    fn functions(&mut self, service: &Service) {
        let text = service.here();
        for own in &service.functions.0 {
            let events = own.value.get("events").and_then(Value::as_array);
            if events.is_some_and(|it| !it.is_empty()) {
                let what = format!(
                    "the events of the function `{}` are not taken over: they call it without a workflow",
                    own.key
                );
                self.report.tell(text, &format!("{}/events", own.pointer), &what);
            }
        }
        self.members_left(service);
        self.provider_left(service);
        for (name, pointer) in &service.others {
            let what = format!(
                "the state machine `{name}` of `resources` is not taken over: import it as {}#{name}",
                service.file
            );
            self.report.tell(text, pointer, &what);
        }
        let value = service.text.value();
        let plugin = value.get("stepFunctions").unwrap_or(&Value::Null);
        for (key, _, pointer) in members(plugin, "/stepFunctions") {
            if !["stateMachines", "validate", "noOutput"].contains(&key) {
                let what = format!("`{key}` of `stepFunctions` is not taken over");
                self.report.tell(text, &pointer, &what);
            }
        }
        if value.get("resources").is_some() {
            let what = "the resources of the file are not taken over: deploy them by themselves, and name them in `parameters` of the settings";
            self.report.tell(text, "/resources", what);
        }
    }

    /// Tells the members of functions that no setting takes.
    fn members_left(&mut self, service: &Service) {
        const SILENT: [&str; 5] = ["handler", "name", "description", "events", "runtime"];
        const TAKEN: [&str; 3] = ["memorySize", "timeout", "environment"];
        let (text, value) = (service.here(), service.text.value());
        for own in &service.functions.0 {
            let called = !self.alone.iter().any(|it| it.resource == own.resource());
            for (key, value, pointer) in members(&own.value, &own.pointer) {
                let known = key == "environment" || value.as_u64().is_some();
                let taken = called && TAKEN.contains(&key) && known;
                if !taken && !SILENT.contains(&key) {
                    let what = format!("`{key}` of the function `{}` is not taken over", own.key);
                    self.report.tell(text, &pointer, &what);
                }
            }
            if !own.value.is_object() {
                self.report.tell(text, &own.pointer, ELSEWHERE);
            }
        }
        match value.get("functions") {
            Some(Value::String(_)) => self.report.tell(text, "/functions", ELSEWHERE),
            Some(Value::Array(all)) => {
                for (at, _) in all.iter().enumerate().filter(|(_, it)| !it.is_object()) {
                    self.report.tell(text, &format!("/functions/{at}"), ELSEWHERE);
                }
            }
            _ => {}
        }
    }

    /// Tells the members of the provider that no setting takes.
    fn provider_left(&mut self, service: &Service) {
        const TAKEN: [&str; 10] = [
            "name",
            "runtime",
            "region",
            "stage",
            "memorySize",
            "timeout",
            "environment",
            "tags",
            "stackTags",
            "logRetentionInDays",
        ];
        let (text, value) = (service.here(), service.text.value());
        let provider = value.get("provider").unwrap_or(&Value::Null);
        for (key, _, pointer) in members(provider, "/provider") {
            if !TAKEN.contains(&key) {
                let what = format!("`{key}` of `provider` is not taken over");
                self.report.tell(text, &pointer, &what);
            }
        }
    }
}

/// A name for the module of a machine, which no other has.
fn module(name: &str, names: &mut BTreeSet<String>) -> String {
    const TAKEN: [&str; 6] = ["lib", "main", "functions", "workflow", "serde", "tests"];
    let wish = snake(name);
    let wish = if TAKEN.contains(&&*wish) { format!("{wish}_machine") } else { wish };
    free(&wish, "machine", names)
}

/// The name, or one with an ending where it is taken or a word of Rust.
fn free(wish: &str, ending: &str, names: &mut BTreeSet<String>) -> String {
    let first = match syn_word(wish) {
        true => format!("{wish}_{ending}"),
        false => wish.to_owned(),
    };
    let more = (2..).map(|n| format!("{first}_{n}"));
    let name = std::iter::once(first.clone()).chain(more).find(|it| !names.contains(it));
    let name = name.unwrap_or(first);
    names.insert(name.clone());
    name
}

/// True for words of Rust, which name nothing.
fn syn_word(name: &str) -> bool {
    super::super::new::TAKEN.split_whitespace().any(|it| it == name)
}
