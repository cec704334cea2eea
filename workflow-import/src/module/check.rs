//! The constructs that stop an import before anything is written.

use crate::scope::Machine;
use crate::step::read;
use crate::stop::ImportError;
use crate::value::{Node, Source, Value};
use serde_json::Value as Json;
use workflow_asl::document::{Diagnostic, Options, Severity, validate_value};

/// A mistake as a stop.
pub(super) fn refusal(problem: &Diagnostic) -> ImportError {
    let at = problem.location.clone().unwrap_or_default();
    ImportError::new("a definition that AWS refuses", format!("{}: {at}", problem.message))
}

/// Looks at what `validate` says, too: a part may be a machine of another type, as items are that are EXPRESS.
pub(super) fn refused(definition: &Json) -> Result<(), Vec<ImportError>> {
    let report = validate_value(definition, &Options::default());
    let wrong = report.diagnostics.iter().filter(|it| it.severity == Severity::Error);
    let stops: Vec<ImportError> = wrong.map(refusal).collect();
    if stops.is_empty() { Ok(()) } else { Err(stops) }
}

/// The states that cannot be read, whatever comes to them.
pub(super) fn unreadable(machine: &Machine<'_>) -> Vec<ImportError> {
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
