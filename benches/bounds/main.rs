//! What hostile cases cost until they are refused: `cargo bench -p workflow-cli --bench bounds`.
//!
//! Each case runs in a process of its own, whose time and largest memory are printed. `FIGURES=yaml` measures the cases
//! that have that in their name. Nothing is asserted: the tests do that, without a clock.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement")]

mod cases;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The process of a case.
fn command(name: &str) -> std::io::Result<Command> {
    if name == cases::COMMAND {
        return cases::command(env!("CARGO_BIN_EXE_workflow"));
    }
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--case", name]);
    Ok(command)
}

/// The time of a process, and the most KiB that it had.
fn measured(mut command: Command) -> std::io::Result<(Duration, u64)> {
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let (status, mut peak) = (format!("/proc/{}/status", child.id()), 0);
    while child.try_wait()?.is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(now.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(1));
    }
    Ok((begin.elapsed(), peak))
}

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--case") {
        return cases::run(&words[at + 1]);
    }
    let wanted = std::env::var("FIGURES").unwrap_or_default();
    println!("| Case | Time | Largest memory |");
    println!("|---|--:|--:|");
    for name in cases::names().filter(|name| name.contains(&wanted)) {
        let (time, peak) = measured(command(&name)?)?;
        println!("| {name} | {:.2} s | {} MiB |", time.as_secs_f64(), peak / 1024);
    }
    Ok(())
}
