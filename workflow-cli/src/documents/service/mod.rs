//! A file of the Serverless Framework with the plugin serverless-step-functions, as a crate: its state machines as
//! workflows, its functions as tasks whose bodies are to be written, its events as settings of a deployment.

mod events;
mod files;
mod functions;
mod machine;
mod project;
mod settings;

use super::document::{Document, text_of};
use super::substitutions::Substitutions;
use super::template::{self, Machines, Resolver};
use crate::stop::Stop;
use functions::Functions;
use machine::Machine;
use serde_json::Value;
use std::path::{Path, PathBuf};
use workflow_asl::document::Text;

pub(super) use project::project;

/// A file of the framework, read.
pub(super) struct Service {
    /// The file, as it is shown.
    file: String,
    path: PathBuf,
    text: Text,
    /// The functions of the file.
    functions: Functions,
    machines: Vec<Machine>,
    /// The state machines among its resources, with their places: they are not taken over.
    others: Vec<(String, String)>,
}

/// Lines about what was not understood, with their places.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    /// Adds what stands at a place of a file.
    fn tell(&mut self, (file, text): (&str, &Text), pointer: &str, what: &str) {
        self.0.push(format!("{file}:{}: {what}", text.line(pointer)));
    }
}

impl Service {
    /// Reads a file; `None` where it is none of the framework's, or holds no state machine.
    pub(super) fn read(named: &str, given: &Substitutions) -> Result<Option<Self>, Stop> {
        let path = Path::new(named);
        let (text, file) = text_of(path)?;
        if !is_service(text.value()) {
            return Ok(None);
        }
        let value = text.value();
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut load = |path: &Path| text_of(path).map(|(text, _)| text.value().clone());
        let resolver = || Resolver::new(value, &given.names).keeping(true);
        let Machines { found, unread } = template::find(value, resolver(), folder, &mut load)?;
        if found.is_empty() {
            return unread.map_or(Ok(None), |why| Err(Stop::Usage(why)));
        }
        let plugin =
            |it: &template::Found| it.unread.is_some() || it.pointer.ends_with("/definition");
        let (found, others): (Vec<_>, Vec<_>) = found.into_iter().partition(plugin);
        if found.is_empty() {
            return Ok(None);
        }
        let others: Vec<_> = others.into_iter().map(|it| (it.name, it.pointer)).collect();
        if let Some((name, _)) = others.iter().find(|it| found.iter().any(|own| own.name == it.0)) {
            let why = format!("{file} has two state machines `{name}`");
            return Err(Stop::Usage(why));
        }
        let machines = found.into_iter().map(|it| Machine::of(it, value));
        let machines = machines.collect::<Result<_, _>>()?;
        let functions = Functions::of(value, &resolver());
        Ok(Some(Service { file, path: path.to_owned(), text, functions, machines, others }))
    }

    /// The place of a pointer into the file itself.
    fn here(&self) -> (&str, &Text) {
        (&self.file, &self.text)
    }

    /// The document of one of its state machines.
    fn document(&self, machine: &Machine, given: &Substitutions) -> Result<Document, Stop> {
        Document::found(&self.path, self.here(), machine.found.clone(), given)
    }
}

/// True for a file of the framework: templates of CloudFormation have resources of their own.
fn is_service(value: &Value) -> bool {
    value.get("stepFunctions").is_some()
        && (value.get("service").is_some() || value.get("functions").is_some())
}

/// A value with its functions called and its variables filled in; what only a deployment knows stays.
fn filled(value: &Value, resolver: &Resolver<'_>) -> Value {
    template::replaced(&resolver.value(value), &|name| resolver.name(name))
}

/// A text that needs nothing of a deployment.
fn plain(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => return None,
    };
    (!text.contains("${")).then_some(text)
}

/// The members of an object, or of a list of objects, as the framework takes both; with their places.
fn members<'v>(value: &'v Value, pointer: &str) -> Vec<(&'v str, &'v Value, String)> {
    let all = |fields: &'v serde_json::Map<String, Value>, pointer: &str| {
        let place = |key: &str| format!("{pointer}/{}", template::escaped(key));
        let member = |(key, value): (&'v String, &'v Value)| (&**key, value, place(key));
        fields.iter().map(member).collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => all(fields, pointer),
        Value::Array(items) => {
            let objects = items.iter().enumerate().filter_map(|(index, item)| {
                item.as_object().map(|fields| all(fields, &format!("{pointer}/{index}")))
            });
            objects.flatten().collect()
        }
        _ => vec![],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once() {
        let text = "service: shop\nstepFunctions:\n  stateMachines:\n    pay:\n      definition: { StartAt: A, States: { A: { Type: Succeed } } }\n";
        let file =
            std::env::temp_dir().join(format!("workflow-service-{}.yml", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let given = Substitutions::default();
        let service = Service::read(&file.display().to_string(), &given).ok().flatten().unwrap();
        std::fs::remove_file(&file).unwrap();
        let document = service.document(&service.machines[0], &given).ok().unwrap();
        let definition = document.value().ok().unwrap();
        assert_eq!((&*document.name, &definition["StartAt"]), ("pay", &"A".into()));
    }
}
