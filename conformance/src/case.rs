//! A case as it is written down: one line of JSON.

use serde::Deserialize;
use serde_json::{Map, Value};
use std::io::Write;
use std::path::{Path, PathBuf};
use workflow_replay::Mask;

/// The recording of one execution by AWS, and what is needed to run it again.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Case {
    /// Its name, unique in the collection.
    pub id: Value,
    /// `execution`, `test_state`, `execution_log` and others.
    #[serde(default, deserialize_with = "or_default")]
    pub kind: String,
    /// `STANDARD` or `EXPRESS`.
    #[serde(default, rename = "type", deserialize_with = "or_default")]
    pub workflow: String,
    /// The document.
    #[serde(default)]
    pub definition: Value,
    /// The input; `{}` if there is none.
    #[serde(default = "empty")]
    pub input: Value,
    /// The names and ARNs to run under.
    #[serde(skip)]
    pub context: Context,
    /// The context object of a test of one state.
    #[serde(skip)]
    pub given: Option<Value>,
    /// The expected end.
    #[serde(skip)]
    pub expected: ExpectedEnd,
    /// The same, as it came.
    #[serde(default, rename = "expected")]
    pub recorded: Value,
    /// The firmness of the order of its events: `total`, `partial` or `sorted`.
    #[serde(default)]
    pub order: Option<String>,
    /// The outcome of each task.
    #[serde(default, deserialize_with = "or_default")]
    pub task_script: Vec<Value>,
    /// The objects that an ItemReader reads.
    #[serde(default)]
    pub s3_objects: Value,
    /// The time at its start, where the input is relative to it.
    #[serde(default)]
    pub clock: Option<String>,
    /// Words that stand for values which the recording erased.
    #[serde(default, deserialize_with = "or_default")]
    pub masks: Vec<Mask>,
    /// True if it can be run again.
    #[serde(default)]
    pub replayable: Option<bool>,
    /// All other members, as they came.
    #[serde(flatten)]
    pub more: Map<String, Value>,
}

/// The names and ARNs of a case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Context {
    /// The name of the state machine.
    pub state_machine_name: Option<String>,
    /// The ARN of the state machine.
    pub state_machine_arn: Option<String>,
    /// The ARN of the execution.
    pub execution_arn: Option<String>,
    /// The ARN of the role.
    pub role_arn: Option<String>,
}

/// The expected result of a case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ExpectedEnd {
    /// `SUCCEEDED`, `FAILED`, `TIMED_OUT` or `ABORTED`.
    pub status: Option<String>,
    /// The output.
    #[serde(deserialize_with = "present")]
    pub output: Option<Value>,
    /// The error name.
    pub error: Option<Value>,
    /// The cause.
    pub cause: Option<Value>,
    /// The history.
    pub events: Option<Vec<Value>>,
}

fn empty() -> Value {
    Value::Object(Map::new())
}

/// `null` is as good as nothing.
fn or_default<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// An output of `null` is one.
fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

/// Returns where the collection is: `WORKFLOW_CONFORMANCE`, itself or its folder `cases`, else beside the repository
/// whose root is given.
#[must_use]
pub fn folder(root: &Path) -> PathBuf {
    let named = std::env::var_os("WORKFLOW_CONFORMANCE").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root.join("../shared/conformance"));
    Some(folder.join("cases")).filter(|cases| cases.is_dir()).unwrap_or(folder)
}

/// Says something in a test that succeeds, too: what `println!` writes is only shown of those that fail.
pub fn say(line: &str) {
    // Nobody may be listening.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// All cases of a folder, by the names of its files; `None` where there is no such folder.
///
/// # Errors
/// What cannot be read: the file, the line, and why.
pub fn read(folder: &Path) -> Result<Option<Vec<Case>>, String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(None) };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    let mut cases = vec![];
    for file in files {
        let text = std::fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error}", file.display()))?;
        for (line, text) in text.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let case = Case::parse(text);
            cases.push(case.map_err(|error| format!("{}:{}: {error}", file.display(), line + 1))?);
        }
    }
    Ok(Some(cases))
}

impl Case {
    /// A case from its line.
    ///
    /// # Errors
    /// A line that is no case.
    pub fn parse(line: &str) -> Result<Self, serde_json::Error> {
        let mut case: Case = serde_json::from_str(line)?;
        let context = case.more.remove("context").unwrap_or_default();
        // Tests of one state have the context object under this name.
        if case.kind == "test_state" {
            case.given = Some(context);
        } else {
            case.context = serde_json::from_value::<Option<_>>(context)?.unwrap_or_default();
            let expected = serde_json::from_value::<Option<_>>(case.recorded.clone())?;
            case.expected = expected.unwrap_or_default();
        }
        Ok(case)
    }

    /// Its name as text.
    #[must_use]
    pub fn name(&self) -> String {
        self.id.as_str().map_or_else(|| self.id.to_string(), str::to_owned)
    }

    /// True if it is an execution that can be run again.
    #[must_use]
    pub fn is_replayable(&self) -> bool {
        self.kind == "execution" && self.replayable != Some(false)
    }
}
