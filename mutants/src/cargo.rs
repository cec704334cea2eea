//! Calls of cargo in the copy, and runs of the tests that it builds.

use crate::child;
use crate::copy::Copy;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// An executable of tests.
#[derive(Clone, Debug)]
pub struct Test {
    pub name: String,
    pub path: PathBuf,
    /// The folder of its package: tests run there.
    pub folder: PathBuf,
    /// Words that choose among its tests; none for all.
    pub words: Vec<String>,
}

impl Test {
    /// The executable with other words.
    pub fn with<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> Test {
        Test { words: words.into_iter().map(str::to_owned).collect(), ..self.clone() }
    }

    /// The names of its tests, but for the slow ones.
    pub fn names(&self) -> Result<BTreeSet<String>, String> {
        let mut command = self.command()?;
        let output = command.args(["--list", "--format", "terse"]).output();
        let output = output.map_err(|error| format!("{}: {error}", self.path.display()))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    fn command(&self) -> Result<Command, String> {
        let mut command = child::command(&self.path);
        command
            .args(SLOW.iter().flat_map(|slow| ["--skip", slow]))
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder)
            .env("LD_LIBRARY_PATH", libraries()?);
        Ok(command)
    }
}

/// Messages of one build: executables of tests, and the places of errors.
#[derive(Default)]
pub struct Built {
    pub ok: bool,
    pub tests: Vec<Test>,
    /// File and bytes of the spans of each error: its own first, then those that it refers to.
    pub errors: Vec<Vec<(String, Range<usize>)>>,
    /// The errors as rustc prints them.
    pub rendered: String,
    /// The files of libraries by the names of their crates.
    pub libraries: BTreeMap<String, PathBuf>,
}

/// The folder of the standard library: the tests of a macro load it.
pub fn libraries() -> Result<String, String> {
    let output = Command::new("rustc").args(["--print", "target-libdir"]).output();
    let output = output.map_err(|error| format!("rustc: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The longest time that a build may take: with a mutant of the macro, rustc may never end.
const BUILD: Duration = Duration::from_secs(3600);
const MUTANT_BUILD: Duration = Duration::from_secs(600);

/// Runs cargo, under the switch of a mutant.
pub fn build(copy: &Copy, words: &[&str], mutant: usize) -> Result<Built, String> {
    let mut command = child::command("cargo");
    command
        .current_dir(&copy.root)
        .env("CARGO_TARGET_DIR", &copy.target)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("WORKFLOW_MUTANT", mutant.to_string())
        .args(words)
        .args(["--message-format", "json", "--quiet"]);
    let limit = if mutant == 0 { BUILD } else { MUTANT_BUILD };
    Ok(match child::output(&mut command, limit)? {
        Some(output) => read(&output),
        None => Built { rendered: format!("cargo took over {limit:?}"), ..Built::default() },
    })
}

fn read(output: &Output) -> Built {
    let mut built = Built { ok: output.status.success(), ..Built::default() };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        if message["profile"]["test"] == true {
            built.tests.extend(test(&message));
        }
        built.libraries.extend(library(&message));
        if message["message"]["level"] == "error" {
            built.rendered += message["message"]["rendered"].as_str().unwrap_or_default();
            let mut spans = message["message"]["spans"].as_array().cloned().unwrap_or_default();
            spans.sort_by_key(|span| span["is_primary"] != true);
            built.errors.push(spans.iter().filter_map(place).collect());
        }
    }
    if !built.ok && built.rendered.is_empty() {
        built.rendered = String::from_utf8_lossy(&output.stderr).into_owned();
    }
    built
}

fn test(message: &Value) -> Option<Test> {
    let manifest = PathBuf::from(message["manifest_path"].as_str()?);
    Some(Test {
        name: message["target"]["name"].as_str()?.to_owned(),
        path: message["executable"].as_str()?.into(),
        folder: manifest.parent()?.to_owned(),
        words: vec![],
    })
}

fn library(message: &Value) -> Option<(String, PathBuf)> {
    let files = || message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
    // What is checked only has no code.
    let ends = |end: &str| files().find(|file| file.ends_with(end));
    let file = ends(".rlib").or_else(|| ends(".rmeta"))?;
    Some((message["target"]["name"].as_str()?.replace('-', "_"), file.into()))
}

fn place(span: &Value) -> Option<(String, Range<usize>)> {
    let at = |name: &str| span[name].as_u64().map(|byte| byte as usize);
    Some((span["file_name"].as_str()?.to_owned(), at("byte_start")?..at("byte_end")?))
}

/// Tests that are long for what they see.
const SLOW: [&str; 2] = ["fuzz::", "workflow::cost::"];

/// Runs tests under a mutant. False if one fails or they do not end in time.
pub fn passes(test: &Test, mutant: usize, limit: Duration) -> Result<bool, String> {
    passes_with(test, mutant, limit, None)
}

/// Runs tests whose counters write into a file.
pub fn passes_with(
    test: &Test,
    mutant: usize,
    limit: Duration,
    list: Option<&Path>,
) -> Result<bool, String> {
    let mut command = test.command()?;
    if let Some(list) = list {
        command.env("WORKFLOW_REACHED", list);
    }
    let mut child = command
        .args(&test.words)
        .env("WORKFLOW_MUTANT", mutant.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", test.path.display()))?;
    let failures = failures(child.stdout.take());
    let started = Instant::now();
    let passes = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            return Ok(status.success());
        }
        match failures.recv_timeout(Duration::from_millis(20)) {
            Ok(()) => break false,
            // The output is closed: it ends.
            Err(mpsc::RecvTimeoutError::Disconnected) => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
        }
        if started.elapsed() > limit {
            break false;
        }
    };
    child::end(&mut child);
    Ok(passes)
}

/// Sends once when a test is said to have failed: the others need not run.
fn failures(output: Option<ChildStdout>) -> mpsc::Receiver<()> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in output.into_iter().flat_map(|output| BufReader::new(output).split(b'\n')) {
            let Ok(line) = line else { break };
            if line.starts_with(b"test ") && line.ends_with(b"FAILED") {
                let _ = sender.send(());
            }
        }
    });
    receiver
}

/// The numbers that counters wrote into a file, with the names of the threads that came there.
pub fn reached(list: &Path) -> Result<BTreeMap<usize, BTreeSet<String>>, String> {
    let text = std::fs::read_to_string(list).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::<usize, BTreeSet<String>>::new();
    for (number, name) in text.lines().filter_map(|line| line.split_once('\t')) {
        if let Ok(number) = number.parse() {
            found.entry(number).or_default().insert(name.to_owned());
        }
    }
    Ok(found)
}
