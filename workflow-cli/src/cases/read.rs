//! Reads a file of cases.

use super::place::{File, object, problem, string, within};
use super::{Case, End};
use crate::stop::Stop;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use workflow_asl::nearest;
use workflow_runtime::mocks::MocksError;

/// The fields of a file, besides the one that names what is tested.
const FILE: [&str; 2] = ["mocks", "cases"];
/// The fields of a case.
const CASE: [&str; 8] = ["name", "input", "mocks", "result", "succeeds", "error", "cause", "path"];

/// One message for the two files in the wrong order, in place of one for each field of the definition.
const DEFINITION: &str =
    "this is a definition: name the file of cases first, and the definition behind it";

/// The cases of a file.
pub(crate) struct Cases {
    pub(super) file: File,
    /// The folder of the file: what it names is found from there.
    pub(super) folder: PathBuf,
    /// The name of what is tested, if the file has it.
    pub(crate) subject: Option<String>,
    /// Mocks for all cases; those of a case go before.
    pub(super) mocks: Option<Value>,
    pub(super) cases: Vec<Case>,
}

impl Cases {
    /// Reads a file. `subject` is the field that names what is tested: `definition` or `workflow`.
    pub(crate) fn read(path: &Path, subject: &'static str) -> Result<Self, Stop> {
        let file = File::read(path)?;
        let mut problems = vec![];
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut read = Cases { folder, subject: None, mocks: None, cases: vec![], file };
        let value = read.file.value().clone();
        // A list alone is the cases.
        let value = if value.is_array() { json!({ "cases": value }) } else { value };
        if value.get("States").is_some() && value.get("cases").is_none() {
            return Err(read.file.wrong(&[problem("", DEFINITION)]));
        }
        let base = if read.file.value().is_array() { "" } else { "/cases" };
        if let Some(fields) = object(&value, "", "a file of cases", &mut problems) {
            only(fields, "", &[&[subject], &FILE[..]].concat(), &mut problems);
            let named = fields.get(subject);
            read.subject = named
                .and_then(|it| string(it, &within("", subject), &told(subject), &mut problems));
            read.mocks = fields.get("mocks").cloned();
            read.cases = read.all(fields.get("cases"), base, &mut problems);
        }
        if problems.is_empty() { Ok(read) } else { Err(read.file.wrong(&problems)) }
    }

    /// A file that a field names, seen from here.
    pub(crate) fn beside(&self, named: &str) -> PathBuf {
        self.folder.join(named)
    }

    /// Refuses a file that a field names, and that is not there.
    pub(crate) fn named(&self, file: &Path, pointer: &str, field: &str) -> Result<(), Stop> {
        let Err(error) = std::fs::metadata(file) else { return Ok(()) };
        let shown = crate::files::shown(file);
        let message = format!(
            "`{field}` names {shown}, which cannot be read: {error}; names are seen from the file of the cases"
        );
        Err(self.file.wrong(&[problem(pointer, message)]))
    }

    fn all(&self, value: Option<&Value>, base: &str, problems: &mut Vec<MocksError>) -> Vec<Case> {
        let Some(list) = value.and_then(Value::as_array).filter(|it| !it.is_empty()) else {
            let message = "`cases` is a list with a case or more: `cases: [{ name: …, input: … }]`";
            problems.push(problem(if value.is_some() { base } else { "" }, message));
            return vec![];
        };
        let mut cases: Vec<Case> = vec![];
        for (index, value) in list.iter().enumerate() {
            let pointer = format!("{base}/{index}");
            let Some(fields) = object(value, &pointer, "a case", problems) else { continue };
            let case = self.case(fields, &pointer, problems);
            if let Some(first) = cases.iter().find(|it| it.name == case.name && !it.name.is_empty())
            {
                let message =
                    format!("the case in line {} has the name `{}`, too", first.line, case.name);
                problems.push(problem(&within(&pointer, "name"), message));
            }
            cases.push(case);
        }
        cases
    }

    fn case(
        &self,
        fields: &Map<String, Value>,
        pointer: &str,
        problems: &mut Vec<MocksError>,
    ) -> Case {
        only(fields, pointer, &CASE, problems);
        let at = |field: &str| within(pointer, field);
        let name = match fields.get("name") {
            Some(name) => string(name, &at("name"), "`name`", problems).unwrap_or_default(),
            None => {
                problems.push(problem(pointer, "a case needs a `name`"));
                String::new()
            }
        };
        let path = fields.get("path").and_then(|it| path(it, &at("path"), problems));
        let end = end(fields, pointer, problems);
        if !["result", "succeeds", "error", "path"].iter().any(|it| fields.contains_key(*it)) {
            let message =
                "the case expects nothing: write `result`, `succeeds: true`, `error` or `path`";
            problems.push(problem(pointer, message));
        }
        Case {
            line: self.file.line(pointer),
            pointer: pointer.to_owned(),
            name,
            input: fields.get("input").cloned().unwrap_or_else(|| json!({})),
            mocks: fields.get("mocks").cloned(),
            end,
            path,
        }
    }
}

fn told(subject: &str) -> String {
    format!("`{subject}`")
}

/// The expected end: a result, or an error and its cause.
fn end(fields: &Map<String, Value>, pointer: &str, problems: &mut Vec<MocksError>) -> Option<End> {
    let cause = fields.get("cause").cloned();
    let succeeds = succeeds(fields, pointer, problems);
    match (fields.get("result"), fields.get("error")) {
        (Some(_), Some(_)) => {
            let message = "a case expects a `result` or an `error`, not both";
            problems.push(problem(&within(pointer, "error"), message));
            None
        }
        (None, Some(error)) => {
            let error = string(error, &within(pointer, "error"), "`error`", problems)?;
            Some(End::Error { error, cause })
        }
        (result, None) => {
            if cause.is_some() {
                let message = "a `cause` belongs to an `error`: the case has none";
                problems.push(problem(&within(pointer, "cause"), message));
            }
            result.cloned().map(End::Result).or(succeeds.then_some(End::Success))
        }
    }
}

/// True if a case expects that the execution succeeds, with whatever result.
fn succeeds(fields: &Map<String, Value>, pointer: &str, problems: &mut Vec<MocksError>) -> bool {
    let Some(value) = fields.get("succeeds") else { return false };
    let other = ["result", "error"].into_iter().find(|it| fields.contains_key(*it));
    let message = match (value, other) {
        (Value::Bool(true), None) => return true,
        (Value::Bool(true), Some("result")) => {
            "a case with a `result` succeeds: leave out `succeeds`".to_owned()
        }
        (Value::Bool(true), _) => {
            "a case expects an `error` or that it `succeeds`, not both".to_owned()
        }
        _ => "`succeeds` is true; that it fails is expected by `error: NAME`".to_owned(),
    };
    problems.push(problem(&within(pointer, "succeeds"), message));
    false
}

/// The names of the states that are expected.
fn path(value: &Value, pointer: &str, problems: &mut Vec<MocksError>) -> Option<Vec<String>> {
    let Some(list) = value.as_array() else {
        problems.push(problem(pointer, "`path` is a list of names of states"));
        return None;
    };
    let name = |(index, it): (usize, &Value)| {
        string(it, &format!("{pointer}/{index}"), "the name of a state", problems)
    };
    list.iter().enumerate().map(name).collect()
}

/// Complains of fields that have no meaning.
fn only(
    fields: &Map<String, Value>,
    pointer: &str,
    known: &[&str],
    problems: &mut Vec<MocksError>,
) {
    for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
        let hint = nearest::hint(name, known.iter().copied());
        let message = format!("there is no field `{name}`{hint} (fields: {})", known.join(", "));
        problems.push(problem(&within(pointer, name), message));
    }
}
