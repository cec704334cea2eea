//! `replay`: a recorded execution, run again from its recorded answers.

mod json;
mod report;
mod test;

use crate::files;
use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use serde_json::Value;
use std::path::{Path, PathBuf};
use workflow_replay::{Recording, ReplayOptions, Replayed, replay};
use workflow_runtime::machine::StateInfo;
use workflow_runtime::mocks::Mocks;

/// The options of the command.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// A file that the AWS CLI printed of the execution, or a folder of them; repeatable
    #[arg(long, value_name = "FILE|FOLDER")]
    recorded: Vec<PathBuf>,
    /// Runs on from this state, with its recorded input and variables
    #[arg(long, value_name = "STATE")]
    from: Option<String>,
    /// The file for a test that fails as the execution did
    #[arg(long, value_name = "FILE")]
    to_test: Option<PathBuf>,
    /// The result that the test expects, if the recording has none
    #[arg(long, value_name = "JSON", value_parser = value, allow_negative_numbers = true)]
    #[arg(requires = "to_test")]
    expect: Option<Value>,
    /// Answers of tasks that are not in the recording
    #[arg(long, value_name = "FILE")]
    mocks: Option<PathBuf>,
    /// Prints all results as JSON
    #[arg(long)]
    json: bool,
}

fn value(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("it is not JSON: {error}"))
}

/// The workflow that is replayed.
pub(crate) struct Subject<'s> {
    pub(crate) name: &'s str,
    pub(crate) definition: &'s Value,
    /// The file of the definition, or nothing for a typed workflow.
    pub(crate) file: Option<&'s Path>,
    /// The states of a typed workflow: they know their lines.
    pub(crate) states: &'s [StateInfo],
}

impl Subject<'_> {
    /// The line of a state of a typed workflow.
    fn source(&self, state: &str) -> Option<&'static str> {
        let found = self.states.iter().find(|it| it.name == state)?;
        (!found.source.is_empty()).then_some(found.source)
    }

    fn task(&self, state: &str) -> Option<String> {
        let found = self.states.iter().find(|it| it.name == state)?;
        found.task.map(|task| task.name.to_owned())
    }
}

/// A recording, and what came of it here.
struct Told<'t> {
    subject: &'t Subject<'t>,
    recording: &'t Recording,
    /// The run from the beginning; with `--from` the one from there.
    replayed: &'t Replayed,
    from: Option<&'t str>,
}

/// Reads the recording of an execution.
pub(crate) fn recording(given: &[PathBuf]) -> Result<Recording, Stop> {
    if given.is_empty() {
        let text = "nothing is recorded: give what `aws stepfunctions get-execution-history` printed with `--recorded FILE`";
        return Err(Stop::Usage(text.to_owned()));
    }
    let mut read = vec![];
    for file in given {
        let inside = if file.is_dir() { files::inputs(file) } else { vec![file.clone()] };
        if inside.is_empty() {
            let file = files::shown(file);
            return Err(Stop::Usage(format!("the folder {file} has no files *.json")));
        }
        for file in inside {
            read.push(files::text(&file)?);
        }
    }
    Recording::read(&read).map_err(Stop::Usage)
}

/// Reads a file of mocks.
fn mocks(file: &Path, machine: &str) -> Result<Mocks, Stop> {
    let (name, text) = files::text(file)?;
    Mocks::read(&text, None, machine).map_err(|problems| {
        let lines: String = problems.iter().map(|problem| format!("\n  {problem}")).collect();
        Stop::Usage(format!("{name} holds no mocks:{lines}"))
    })
}

/// Replays a recording.
pub(crate) fn run(asked: &Asked, subject: &Subject<'_>) -> Result<(), Stop> {
    let recording = &recording(&asked.recorded)?;
    if let Some(file) = &asked.to_test {
        let mut read: Vec<(&str, &Path)> =
            asked.recorded.iter().map(|it| ("the recording", it.as_path())).collect();
        read.extend(subject.file.map(|it| ("the definition", it)));
        files::writable("--to-test", file, &read)?;
        if file.metadata().is_ok_and(|known| known.len() > 0) {
            let file = files::shown(file);
            let line = format!("--to-test: {file} is there, and is not overwritten");
            return Err(Stop::Usage(line));
        }
    }
    let mocks = asked.mocks.as_ref().map(|file| mocks(file, subject.name)).transpose()?;
    let options = ReplayOptions { from: asked.from.clone(), mocks };
    let replayed = replay(recording, subject.definition, &options).map_err(Stop::Usage)?;
    let from = asked.from.as_deref();
    let told = Told { subject, recording, replayed: &replayed, from };
    if asked.json {
        say(&format!("{:#}", json::told(&told)))?;
    } else {
        report::show(&Terminal::stdout(), &told);
    }
    if let Some(file) = &asked.to_test {
        test::write(file, &told, asked.expect.as_ref(), asked.mocks.as_deref())?;
    }
    if told.is_good() { Ok(()) } else { Err(Stop::Reported) }
}

impl Told<'_> {
    /// True if a replay did what was recorded, or a run from a state came to a good end.
    fn is_good(&self) -> bool {
        match self.from {
            None => self.replayed.is_same(),
            Some(_) => self.replayed.output().is_some(),
        }
    }
}
