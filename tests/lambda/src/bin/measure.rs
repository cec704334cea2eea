//! Prints what the smallest function weighs, and how long it takes to start and to answer:
//! `cargo build --release -p workflow-lambda-tests && cargo run --release -p workflow-lambda-tests --bin measure`
//!
//! `-- FILE TASK PAYLOAD` measures another program. Fails if the smallest one is over 6 MB or starts in more than 20 ms.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a program of tests")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use workflow_lambda_tests::Function;

/// The most bytes of the smallest program, and the longest time of its start.
const BYTES: u64 = 6_000_000;
const START: Duration = Duration::from_millis(20);

/// The number of starts, and of calls of one process.
const STARTS: usize = 50;
const CALLS: usize = 2_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let here = std::env::current_exe().unwrap();
    let (program, task, payload) = match &words[..] {
        [] => (here.with_file_name("trivial"), "greet", "\"Ada\""),
        [program, task, payload] => (PathBuf::from(program), &**task, &**payload),
        _ => {
            eprintln!("usage: measure [FILE TASK PAYLOAD]");
            return ExitCode::from(2);
        }
    };
    let linked = linked(&program);
    let (program, size) = stripped(&program);
    let starts = starts(&program, task);
    let start = starts[starts.len() / 2];
    println!("stripped: {:.2} MB", size as f64 / 1e6);
    println!(
        "start to the first request for work, {STARTS} times: median {start:.1?}, slowest {:.1?}",
        starts[starts.len() - 1]
    );
    println!("an invocation, of {CALLS} in a row: {:.0?}", call(&program, task, payload));
    std::fs::remove_file(&program).unwrap();
    if !linked.is_empty() {
        eprintln!("error: it links {}", linked.join(", "));
        return ExitCode::FAILURE;
    }
    if words.is_empty() && (size > BYTES || start > START) {
        eprintln!("error: more than {BYTES} bytes or {START:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The parts of a program that a function has no use for, by the names of its symbols.
fn linked(program: &Path) -> Vec<&'static str> {
    let bytes = std::fs::read(program).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    // As symbols have them: each word after its length.
    let parts = ["workflow_runtime6engine", "workflow_runtime11interpreted", "workflow_cli3cli"];
    parts.into_iter().filter(|part| text.contains(part)).collect()
}

/// A copy of a program without symbols, and its size.
fn stripped(program: &Path) -> (PathBuf, u64) {
    let copy = std::env::temp_dir().join(format!("workflow-measured-{}", std::process::id()));
    std::fs::copy(program, &copy).unwrap();
    let stripped = Command::new("strip").arg(&copy).status();
    assert!(stripped.is_ok_and(|status| status.success()), "`strip` of binutils is needed");
    let size = std::fs::metadata(&copy).unwrap().len();
    (copy, size)
}

/// The times from the start of a process until it asks for work, sorted.
fn starts(program: &Path, task: &str) -> Vec<Duration> {
    let start = |_| Function::start(program, task, &[]).began().unwrap();
    let mut times: Vec<_> = (0..STARTS).map(start).collect();
    times.sort();
    times
}

/// The time of an invocation.
fn call(program: &Path, task: &str, payload: &str) -> Duration {
    let mut function = Function::start(program, task, &[]);
    function.invoke(payload).unwrap();
    let begun = Instant::now();
    for _ in 0..CALLS {
        function.invoke(payload).unwrap();
    }
    begun.elapsed() / u32::try_from(CALLS).unwrap()
}
