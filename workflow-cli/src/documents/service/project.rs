//! The crate of a service: its files, and what was not understood of it.

use super::super::document::Document;
use super::super::new::{From, filled, make, named};
use super::super::substitutions::Substitutions;
use super::super::template::Resolver;
use super::machine::Machine;
use super::settings::settings;
use super::{Report, Service, members};
use crate::files::shown;
use crate::stop::{Stop, say, tell};
use crate::terminal::{WIDTH, wrap};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use workflow_import::{Imported, OwnFunction, import_direct, snake};

/// A state machine that has become a module.
struct Module {
    name: String,
    imported: Imported,
    settings: Value,
}

/// The crate, before it is written.
#[derive(Default)]
struct Crate {
    modules: Vec<Module>,
    /// The definitions that stay as they are.
    left: Vec<(String, Value)>,
    /// The state machines that cannot be read.
    unread: Vec<String>,
    /// The functions that no workflow calls.
    alone: Vec<OwnFunction>,
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

    /// Tells the members of functions and of the provider that no setting takes.
    fn members_left(&mut self, service: &Service) {
        const SILENT: [&str; 5] = ["handler", "name", "description", "events", "runtime"];
        const TAKEN: [&str; 3] = ["memorySize", "timeout", "environment"];
        const PROVIDER: [&str; 10] = [
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
        let provider = value.get("provider").unwrap_or(&Value::Null);
        for (key, _, pointer) in members(provider, "/provider") {
            if !PROVIDER.contains(&key) {
                let what = format!("`{key}` of `provider` is not taken over");
                self.report.tell(text, &pointer, &what);
            }
        }
    }

    fn files(
        &self,
        service: &Service,
        package: &str,
        dependency: &str,
        folder: &Path,
    ) -> Vec<(String, String)> {
        let manifest = filled("Cargo.toml", package, &featured(dependency), folder);
        let manifest = manifest
            .replace(
                "publish = false\n",
                &format!("publish = false\ndefault-run = \"{package}\"\n"),
            )
            .replace("[dependencies]\n", "[dependencies]\nserde_json = \"1\"\n")
            + "\n[profile.release]\nstrip = true\n";
        let library = package.replace('-', "_");
        let mut files = vec![
            ("Cargo.toml".to_owned(), manifest),
            (".gitignore".to_owned(), filled(".gitignore", package, dependency, folder)),
            ("README.md".to_owned(), self.readme(service, package)),
            ("src/lib.rs".to_owned(), self.library(service)),
            ("src/main.rs".to_owned(), self.main(&library)),
            ("src/bin/bootstrap.rs".to_owned(), self.bootstrap(&library)),
        ];
        if !self.alone.is_empty() {
            files.push(("src/functions.rs".to_owned(), alone(&self.alone)));
        }
        for Module { name, imported, settings } in &self.modules {
            let example = imported.clone().example(0);
            let mocks = example.answers.iter().map(|(state, answers)| {
                let returns = answers.first().cloned().unwrap_or_default();
                (state.clone(), json!([{ "returns": returns }]))
            });
            let mocks: Map<String, Value> = mocks.collect();
            files.extend([
                (format!("src/{name}.rs"), imported.text.clone()),
                (format!("deploy/{name}.json"), format!("{settings:#}\n")),
                (format!("inputs/{name}.json"), format!("{:#}\n", example.input)),
                (format!("mocks/{name}.json"), format!("{:#}\n", Value::Object(mocks))),
            ]);
        }
        let kept = self.left.iter();
        files.extend(
            kept.map(|(name, it)| (format!("definitions/{name}.asl.json"), format!("{it:#}\n"))),
        );
        files
    }

    /// The paths of the workflows within the crate: `pay::pay`.
    fn workflows(&self) -> Vec<String> {
        self.modules.iter().map(|it| format!("{}::{}", it.name, it.imported.name)).collect()
    }

    fn main(&self, library: &str) -> String {
        let all = self.workflows().iter().map(|it| format!("{library}::{it}")).collect::<Vec<_>>();
        format!(
            "//! The workflows on a command line: `cargo run -- --help`.\n\nfn main() -> std::process::ExitCode {{\n    \
             workflow::cli![{}]\n}}\n",
            all.join(", ")
        )
    }

    fn bootstrap(&self, library: &str) -> String {
        let workflows = self.workflows();
        let workflows =
            workflows.iter().map(|it| format!("        .workflow::<{library}::{it}>()\n"));
        let tasks = self
            .alone
            .iter()
            .map(|it| format!("        .task::<{library}::functions::{}>()\n", it.name));
        let all: String = workflows.chain(tasks).collect();
        format!(
            "//! The functions on AWS Lambda: the handler of each says which task it runs.\n\nfn main() -> std::process::ExitCode {{\n    \
             workflow::lambda()\n{all}        .main()\n}}\n"
        )
    }

    fn library(&self, service: &Service) -> String {
        let mut modules: Vec<&str> = self.modules.iter().map(|it| it.name.as_str()).collect();
        if !self.alone.is_empty() {
            modules.push("functions");
        }
        modules.sort_unstable();
        let modules: String = modules.iter().map(|it| format!("pub mod {it};\n")).collect();
        let cases = self.modules.iter().map(|it| {
            let tasks: Vec<String> =
                it.imported.functions.iter().map(|(_, task)| format!("{task:?}")).collect();
            format!(
                "            ({:?}, {}::{}::definition(), vec![{}]),\n",
                it.name,
                it.name,
                it.imported.name,
                tasks.join(", ")
            )
        });
        let cases: String = cases.collect();
        format!(
            "//! The state machines of `{}` as workflows, imported by `workflow import`; their functions are tasks, whose\n\
             //! bodies are to be written.\n\n{modules}\n\
             #[cfg(test)]\nmod tests {{\n    use super::*;\n\n    #[test]\n    fn each_workflow_has_a_document_that_calls_its_functions() {{\n        \
             let cases: Vec<(_, _, Vec<&str>)> = vec![\n{cases}        ];\n        for (name, document, functions) in cases {{\n            \
             let text = document.map(|it| it.to_json_pretty());\n            for function in functions {{\n                \
             let call = format!(\"\\\"FunctionName\\\": \\\"{{function}}\\\"\");\n                \
             assert!(text.as_ref().is_ok_and(|it| it.contains(&call)), \"{{name}}: {{text:?}}\");\n            }}\n            \
             assert!(text.is_ok(), \"{{name}}: {{text:?}}\");\n        }}\n    }}\n}}\n",
            service
                .path
                .file_name()
                .map_or_else(String::new, |it| it.to_string_lossy().into_owned())
        )
    }

    fn readme(&self, service: &Service, package: &str) -> String {
        let rows = self.modules.iter().map(|it| {
            let tasks: Vec<String> =
                it.imported.functions.iter().map(|(_, task)| format!("`{task}`")).collect();
            format!("| `{}` | {} |\n", it.name, tasks.join(", "))
        });
        let rows: String = rows.collect();
        let first = &self.modules.first().map_or("", |it| it.name.as_str());
        format!(
            "# {package}\n\nThe state machines of `{}` as workflows, and their functions as tasks. Each task fails with the error\n\
             `NotWritten` until its body is written.\n\n| workflow | tasks |\n|---|---|\n{rows}\n```sh\n\
             cargo test\ncargo run -- run {first} --input inputs/{first}.json\n\
             cargo lambda build --release --arm64 --bin bootstrap --output-format zip\n\
             cargo run -- export {first} --settings deploy/{first}.json --format serverless --out aws\n```\n\n\
             `deploy` has the settings of each stack, made of the events, tags, logs and functions of the file; `mocks` has an\n\
             answer for each call, for `workflow run` on an exported document.\n",
            shown(&service.path)
        )
    }
}

/// The dependency with the feature for Lambda.
fn featured(dependency: &str) -> String {
    match dependency.strip_suffix(" }") {
        Some(rest) => format!("{rest}, features = [\"lambda\"] }}"),
        None => dependency.to_owned(),
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

/// The module of functions that no workflow calls.
fn alone(functions: &[OwnFunction]) -> String {
    let mut text = "//! Functions that no workflow calls.\n\nuse workflow::prelude::*;\n\n/// Any JSON.\n\
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]\n#[data(opaque)]\n#[serde(transparent)]\n\
        pub struct Json(pub serde_json::Value);\n"
        .to_owned();
    for OwnFunction { name, about, .. } in functions {
        text.push('\n');
        let lines = about.lines().map(str::trim).filter(|it| !it.is_empty());
        lines.for_each(|it| text.push_str(&format!("/// {}\n", it.replace(['[', ']'], "`"))));
        text.push_str(&format!(
            "#[task]\npub async fn {name}(event: Json) -> Result<Json, Failure> {{\n    let _ = event;\n    \
             Err(Failure::new(\"NotWritten\", \"the task `{name}` is not written yet: write its body in this module\"))\n}}\n"
        ));
    }
    text
}
