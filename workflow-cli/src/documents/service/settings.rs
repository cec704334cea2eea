//! The settings of a deployment, made of what the plugin and the framework say.

use super::super::template::Resolver;
use super::events::Triggers;
use super::functions::{CODE, environment, numbers};
use super::machine::Machine;
use super::{Report, Service, filled, members, plain};
use serde_json::{Map, Value, json};

/// Members of a machine that a stack has by itself, or that say nothing more.
const SILENT: &[&str] =
    &["definition", "id", "useExactVersion", "retain", "dependsOn", "inheritGlobalTags"];

/// The settings of a machine; `tasks` are the names of its functions as tasks.
pub(super) fn settings(
    service: &Service,
    machine: &Machine,
    tasks: &[(String, String)],
    resolver: &Resolver<'_>,
    report: &mut Report,
) -> Value {
    let mut settings = Map::new();
    let place = machine.place(service);
    for (key, value, pointer) in members(&machine.value, &machine.pointer) {
        let value = filled(value, resolver);
        let known = member(&mut settings, key, &value, &pointer);
        for (at, what) in known {
            report.tell(place, &at, &format!("{what} (state machine `{}`)", machine.name));
        }
    }
    provider(service, &mut settings, !tasks.is_empty(), resolver, report);
    functions(service, &mut settings, tasks, report);
    Value::Object(settings)
}

/// Adds a member of a machine; returns what of it was not understood.
fn member(
    settings: &mut Map<String, Value>,
    key: &str,
    value: &Value,
    pointer: &str,
) -> Vec<(String, String)> {
    let left = |what: &str| vec![(pointer.to_owned(), what.to_owned())];
    match key {
        "name" => match plain(value) {
            Some(name) => drop(settings.insert("name".to_owned(), name.into())),
            None => {
                return left("its name is known to a deployment alone: give it in the settings");
            }
        },
        "type" if value == "EXPRESS" => drop(settings.insert(key.to_owned(), "EXPRESS".into())),
        "type" if value == "STANDARD" || value.is_null() => {}
        "type" => {
            return left("its type is known to a deployment alone: give it in the settings");
        }
        "tags" => tags(settings, value),
        "events" => {
            let Triggers { lists, unknown, .. } = Triggers::of(value, pointer);
            settings.extend(lists);
            return unknown;
        }
        "loggingConfig" => logs(settings, value),
        "tracingConfig" if value["enabled"] == true => {
            settings.insert("tracing".to_owned(), true.into());
        }
        "tracingConfig" => {}
        "iamRoleStatements" => return permissions(settings, value, pointer),
        "role" => {
            return left("its role is not taken over: `export` derives one from the definition");
        }
        _ if SILENT.contains(&key) => {}
        _ => return left(&format!("`{key}` is not taken over")),
    }
    vec![]
}

fn tags(settings: &mut Map<String, Value>, value: &Value) {
    let all = settings.entry("tags").or_insert_with(|| json!({}));
    for (key, value) in value.as_object().into_iter().flatten() {
        if let Some(text) = plain(value)
            && all.get(key).is_none()
        {
            all[key] = text.into();
        }
    }
}

fn logs(settings: &mut Map<String, Value>, value: &Value) {
    let level = value.get("level").and_then(plain).unwrap_or_else(|| "OFF".to_owned());
    let data = value["includeExecutionData"] == true;
    settings.insert("logs".to_owned(), json!({ "level": level.to_uppercase(), "data": data }));
}

/// Statements that allow something, as permissions.
fn permissions(
    settings: &mut Map<String, Value>,
    value: &Value,
    pointer: &str,
) -> Vec<(String, String)> {
    let texts = |value: &Value| -> Option<Vec<String>> {
        match value {
            Value::String(text) => Some(vec![text.clone()]),
            Value::Array(all) => all.iter().map(|it| it.as_str().map(str::to_owned)).collect(),
            _ => None,
        }
    };
    let (mut all, mut unknown) = (vec![], vec![]);
    for (index, statement) in value.as_array().into_iter().flatten().enumerate() {
        let found = texts(&statement["Action"]).zip(texts(&statement["Resource"]));
        match found
            .filter(|_| statement["Effect"] == "Allow" && statement.get("Condition").is_none())
        {
            Some((actions, resources)) => {
                all.push(json!({ "actions": actions, "resources": resources }))
            }
            None => unknown.push((
                format!("{pointer}/{index}"),
                "this statement is not taken over: it does more than allow actions on resources"
                    .to_owned(),
            )),
        }
    }
    if !all.is_empty() {
        settings.insert("permissions".to_owned(), all.into());
    }
    unknown
}

/// Adds what holds for the whole file.
fn provider(
    service: &Service,
    settings: &mut Map<String, Value>,
    functions: bool,
    resolver: &Resolver<'_>,
    report: &mut Report,
) {
    let provider = service.text.value().get("provider").unwrap_or(&Value::Null);
    let provider = filled(provider, resolver);
    for key in ["tags", "stackTags"] {
        if provider.get(key).is_some() {
            tags(settings, &provider[key]);
        }
    }
    if let (Some(days), Some(logs)) =
        (provider.get("logRetentionInDays").and_then(Value::as_u64), settings.get_mut("logs"))
    {
        logs["days"] = days.into();
    }
    if !functions {
        return;
    }
    // The framework's own, where a file says nothing.
    let mut all = json!({ "code": CODE, "memory": 1024, "timeout": 6 });
    for (setting, number) in numbers(&provider) {
        all[setting.as_str()] = number;
    }
    let (known, unknown) = environment(provider.get("environment").unwrap_or(&Value::Null));
    if !known.is_empty() {
        all["environment"] = known.into();
    }
    left(service, "/provider", unknown, report);
    settings.insert("all_functions".to_owned(), all);
}

/// Tells the environment variables of something that only a deployment knows.
fn left(service: &Service, of: &str, names: Vec<String>, report: &mut Report) {
    for name in names {
        let what = format!(
            "the variable `{name}` is known to a deployment alone: give it in the settings"
        );
        report.tell(service.here(), &format!("{of}/environment/{name}"), &what);
    }
}

/// Adds the functions that have settings of their own; what holds for all of them holds for these, too.
fn functions(
    service: &Service,
    settings: &mut Map<String, Value>,
    tasks: &[(String, String)],
    report: &mut Report,
) {
    let all = settings.get("all_functions").cloned().unwrap_or_default();
    let mut own = Map::new();
    for function in &service.functions.0 {
        let Some((_, task)) = tasks.iter().find(|(of, _)| *of == function.resource()) else {
            continue;
        };
        let (value, unknown) = function.settings(task);
        left(service, &function.pointer, unknown, report);
        let Some(Value::Object(value)) = value else { continue };
        own.insert(task.clone(), over(&all, value));
    }
    if !own.is_empty() {
        settings.insert("functions".to_owned(), own.into());
    }
}

/// The settings of all functions with those of one over them.
fn over(all: &Value, own: Map<String, Value>) -> Value {
    let mut value = all.clone();
    for (key, member) in own {
        match (value.get_mut(&key), &member) {
            (Some(Value::Object(known)), Value::Object(more)) => known.extend(more.clone()),
            _ => value[key.as_str()] = member,
        }
    }
    value
}
