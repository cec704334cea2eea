//! `--to-test`: a test that fails as the recorded execution did.

use super::Told;
use crate::files;
use crate::stop::{Stop, tell};
use serde_json::{Value, json};
use std::path::Path;
use workflow_replay::{RustTest, mocks};

/// Writes a test: for a document a case of the command `test`, for a typed workflow a test in Rust.
pub(super) fn write(
    file: &Path,
    told: &Told<'_>,
    expect: Option<&Value>,
    mocks: Option<&Path>,
) -> Result<(), Stop> {
    let (replayed, subject) = (told.replayed, told.subject);
    // It would be tested with answers that belong elsewhere.
    if !replayed.is_same() && told.from.is_none() {
        tell(
            "note: the definition is not the one that was recorded: the test has the answers it asked for",
        );
    }
    let expect = expect.cloned().or_else(|| told.expected());
    if expect.is_none() && subject.states.is_empty() {
        tell(
            "note: the test expects that it succeeds; write the `result` into it, or give it with `--expect JSON`",
        );
    }
    let text = if subject.states.is_empty() {
        let mut cases = case(file, told, expect);
        if let Some(mocks) = mocks {
            // The answers that were given beside the recorded ones.
            cases["mocks"] = seen_from(file, mocks);
        }
        format!("{cases:#}")
    } else {
        rust(told, expect)
    };
    files::write(file, &text)?;
    tell(&format!("wrote {}", files::shown(file)));
    Ok(())
}

impl Told<'_> {
    /// The recorded output, or that of a run from a state.
    fn expected(&self) -> Option<Value> {
        let onward = || self.from.and_then(|_| self.replayed.output().map(|it| (*it).clone()));
        self.recording.output().cloned().or_else(onward)
    }
}

fn rust(told: &Told<'_>, expect: Option<Value>) -> String {
    let subject = told.subject;
    let source = |state: &str| subject.source(state).map(str::to_owned);
    let task = |state: &str| subject.task(state);
    let test = RustTest {
        recording: told.recording,
        taken: &told.replayed.answers(),
        workflow: subject.name,
        expect,
        task: &task,
        source: &source,
    };
    test.text().trim_end().to_owned()
}

/// A case of the command `test`.
fn case(file: &Path, told: &Told<'_>, expect: Option<Value>) -> Value {
    let recording = told.recording;
    let name =
        recording.arn.as_deref().and_then(|arn| arn.rsplit(':').next()).unwrap_or("recorded");
    let name = match recording.failed() {
        None => name.to_owned(),
        Some(failed) => format!("{name} failed in {} with {}", failed.state, failed.error),
    };
    let mut cases = json!({});
    if let Some(definition) = told.subject.file.filter(|definition| together(file, definition)) {
        cases["definition"] = json!(definition.file_name().map(|it| it.to_string_lossy()));
    }
    cases["cases"] = json!([{
        "name": name,
        "input": recording.input,
        "mocks": mocks(&told.replayed.answers()),
    }]);
    // Which result it should have had, no recording says.
    match expect {
        Some(result) => cases["cases"][0]["result"] = result,
        None => cases["cases"][0]["succeeds"] = json!(true),
    }
    cases
}

/// The name of a file as one beside `test` names it.
fn seen_from(test: &Path, file: &Path) -> Value {
    let whole = || file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let name = file.file_name().filter(|_| together(test, file)).map(Into::into);
    let name: std::path::PathBuf = name.unwrap_or_else(whole);
    json!(name.to_string_lossy())
}

/// True if two files are in one folder.
fn together(a: &Path, b: &Path) -> bool {
    let folder = |file: &Path| {
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        folder.unwrap_or(Path::new(".")).canonicalize().ok()
    };
    folder(a).is_some_and(|a| Some(a) == folder(b))
}
