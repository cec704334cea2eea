//! `--mocks`: the answers of tasks; and what is said where there are none.

use super::document::Document;
use crate::files;
use crate::stop::Stop;
use std::fmt::Write as _;
use std::path::Path;
use workflow_asl::nearest;
use workflow_runtime::mocks::{Mocks, MocksError, Needed, template};

/// The mocks that are asked for.
pub(super) fn read(named: Option<&str>, document: &Document) -> Result<Option<Mocks>, Stop> {
    let Some(named) = named else { return Ok(None) };
    let (file, case) = match named.split_once('#') {
        Some((file, case)) if !Path::new(named).exists() => (file, Some(case)),
        _ => (named, None),
    };
    let (file, text) = files::text(Path::new(file))?;
    let mocks = Mocks::read(&text, case, &document.name);
    mocks.map(Some).map_err(|problems| Stop::Usage(wrong(&file, &problems)))
}

fn wrong(file: &str, problems: &[MocksError]) -> String {
    let [only] = problems else {
        let lines = problems.iter().map(|problem| format!("\n  {problem}")).collect::<String>();
        return format!("{file} holds no mocks:{lines}");
    };
    format!("{file}: {only}")
}

/// Refuses names that nothing in the document has: a mistyped one would never be asked.
pub(super) fn check(mocks: &Mocks, needed: &[Needed], document: &Document) -> Result<(), Stop> {
    let Some(stranger) = mocks.strangers(needed).first().copied() else { return Ok(()) };
    let names = needed.iter().flat_map(|it| [Some(it.state.as_str()), it.function.as_deref()]);
    let hint = nearest::hint(stranger, names.flatten());
    Err(Stop::Usage(format!(
        "the mocks name `{stranger}`, which is neither a Task state nor a function of {}{hint}",
        document.file
    )))
}

/// Returns what is said where a document calls something, and there are no mocks.
pub(super) fn none(needed: &[Needed], document: &Document) -> Stop {
    let mut text = format!("{} has calls for which there is no answer:\n", document.file);
    for Needed { state, resource, function } in needed {
        let function = function.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        let _ = writeln!(text, "  `{state}`: {resource}{function}");
    }
    text += "Write the answers into a file, and give it with `--mocks FILE`. To begin with\n";
    text += "(`--mocks-template` prints it):\n";
    Stop::Usage(text + &begin(needed))
}

/// A file of mocks to begin with, a name a line.
pub(super) fn begin(needed: &[Needed]) -> String {
    let names = template(needed);
    if needed.is_empty() {
        return "{}".to_owned();
    }
    let lines =
        names.as_object().into_iter().flatten().map(|(name, answers)| {
            format!("  {}: {answers}", serde_json::Value::from(name.as_str()))
        });
    format!("{{\n{}\n}}", lines.collect::<Vec<_>>().join(",\n"))
}
