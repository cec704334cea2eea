//! Items of the module's text: its head, tasks, structs and comments.

use crate::code::Task;
use crate::names::{Names, pascal};
use crate::render::quoted;
use crate::scope::Machine;
use crate::stop::Stopped;
use crate::structs::{Struct, Structs};
use crate::types::{Class, Types};
use crate::value::Source;
use std::collections::BTreeMap;
use std::fmt::Write;

pub(super) const JSON: &str = "
/// Any JSON, kept and passed on as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);
";

pub(super) fn head(text: &mut String, name: &str) {
    let _ = write!(
        text,
        "//! `{name}`, imported from the Amazon States Language by `workflow import`.\n//!\n\
         //! The types are what the definition reads; other fields of an input or an answer pass through the exported\n\
         //! document, and are dropped by the typed machine.\n\n\
         #![allow(missing_docs, clippy::clone_on_copy, clippy::format_in_format_args, clippy::needless_return, reason = \"written by a program\")]\n\
         #![allow(clippy::needless_update, clippy::redundant_clone, clippy::single_match, clippy::unnecessary_to_owned, reason = \"written by a program\")]\n\n\
         use workflow::prelude::*;\n"
    );
}

/// Doc comments.
pub(super) fn comments(comment: &str, indent: &str, text: &mut String) {
    text.push('\n');
    for line in comment.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let _ = writeln!(text, "{indent}/// {}", plain(line));
    }
}

/// A line without what means something in doc comments: links, code whose examples would be tests, comments within.
fn plain(line: &str) -> String {
    line.replace(['[', ']'], "`").replace("/*", "/ *").replace("```", "'''").replace("~~~", "---")
}

/// The type of each task's argument and answer.
pub(super) fn signatures(
    machine: &Machine<'_>,
    types: &mut Types,
    tasks: &[Task],
    structs: &mut Structs,
    names: &mut Names,
) -> Stopped<Vec<(String, String)>> {
    let one = |task: &Task| {
        let name = pascal(machine.states[task.node].name);
        let arguments = structs.ty(types, task.arguments, &format!("{name}Arguments"), names);
        let result = arguments.and_then(|it| {
            Ok((it, structs.ty(types, task.result, &format!("{name}Result"), names)?))
        });
        result.map_err(|stop| stop.at(machine.states[task.node].name, ""))
    };
    tasks.iter().map(one).collect()
}

/// The types of items that are read.
pub(super) fn items(
    machine: &Machine<'_>,
    types: &mut Types,
    structs: &mut Structs,
    spelled: &mut BTreeMap<Class, String>,
    names: &mut Names,
) -> Stopped<()> {
    for node in 0..machine.states.len() {
        if machine.states[node].json["Type"] != "Map" {
            continue;
        }
        let item = types.source(Source::Item(node));
        let batched = machine.states[node].json.contains_key("ItemBatcher");
        let one = if batched { types.items(item)? } else { item };
        let wish = format!("{}Item", pascal(machine.states[node].name));
        let ty = structs.ty(types, one, &wish, names)?;
        spelled.insert(types.root(one), ty);
    }
    Ok(())
}

pub(super) fn structure(it: &Struct, text: &mut String) {
    let _ = write!(
        text,
        "\n#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]\npub struct {} {{",
        it.name
    );
    for field in &it.fields {
        let mut options = vec![];
        if field.name != field.key {
            options.push(format!("rename = {}", quoted(&field.key)));
        }
        if field.optional {
            options.push("skip_serializing_if = \"Option::is_none\"".to_owned());
        }
        if !options.is_empty() {
            let _ = write!(text, "\n    #[serde({})]", options.join(", "));
        }
        let _ = write!(text, "\n    pub {}: {},", field.name, field.ty);
    }
    text.push_str(if it.fields.is_empty() { "}\n" } else { "\n}\n" });
}
