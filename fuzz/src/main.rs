//! `workflow-fuzz TARGET [--seconds N] [--seed S] [--file FILE]`.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::process::ExitCode;
use std::time::Duration;
use workflow_fuzz::drive::{Summary, Until, drive};
use workflow_fuzz::{TARGETS, Target, corpus};

/// A small stack finds what recurses too deep: that of a worker of tokio.
const STACK: usize = 2 << 20;

struct Asked {
    target: &'static Target,
    seconds: u64,
    seed: u64,
    file: Option<String>,
}

fn asked() -> Result<Asked, String> {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let target = TARGETS.iter().find(|target| target.name == name);
    let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    let target = target.ok_or_else(|| format!("'{name}' is no target: {}", names.join(", ")))?;
    let mut asked = Asked { target, seconds: 60, seed: 1, file: None };
    while let Some(option) = words.next() {
        let value = words.next().ok_or_else(|| format!("{option} needs a value"))?;
        let number = || value.parse().map_err(|_| format!("{option}: '{value}' is no number"));
        match option.as_str() {
            "--seconds" => asked.seconds = number()?,
            "--seed" => asked.seed = number()?,
            "--file" => asked.file = Some(value),
            _ => return Err(format!("'{option}' is none of --seconds, --seed, --file")),
        }
    }
    Ok(asked)
}

fn run(asked: &Asked) -> Result<Summary, String> {
    let name = asked.target.name;
    let file = |error: std::io::Error| error.to_string();
    if let Some(path) = &asked.file {
        let input = std::fs::read(path).map_err(file)?;
        let until = Until { count: 1, time: Duration::ZERO };
        return Ok(drive(asked.target, vec![input], 0, until, |_| ()));
    }
    let path = std::env::temp_dir().join(format!("workflow-fuzz-{name}-{}", std::process::id()));
    let mut last = File::create(&path).map_err(file)?;
    println!(
        "{name}: seed {}; if the process dies, its input is in {}",
        asked.seed,
        path.display()
    );
    let corpus = corpus::read(name).map_err(file)?;
    let until = Until { count: u64::MAX, time: Duration::from_secs(asked.seconds) };
    let summary = drive(asked.target, corpus, asked.seed, until, |input| {
        // Only to find what aborts: a disk that is full stops no run.
        let _ = last.set_len(0).and_then(|()| last.seek(SeekFrom::Start(0)));
        let _ = last.write_all(input);
    });
    // What is left in a temporary folder does no harm.
    let _ = std::fs::remove_file(path);
    Ok(summary)
}

fn report(target: &Target, summary: &Summary) -> ExitCode {
    let (time, slowest) = &summary.slowest;
    println!("{}: {} inputs, {} kinds of answers", target.name, summary.runs, summary.kinds);
    println!("slowest: {time:?} for {} bytes: {}", slowest.len(), shown(slowest));
    let Some((input, why)) = &summary.broken else { return ExitCode::SUCCESS };
    println!("BROKEN: {why}\n{}", shown(input));
    match corpus::keep(target.name, input) {
        Ok(path) => println!("kept as {}", path.display()),
        Err(error) => println!("it could not be kept: {error}"),
    }
    ExitCode::FAILURE
}

fn shown(input: &[u8]) -> String {
    input.escape_ascii().to_string().chars().take(1_000).collect()
}

fn main() -> ExitCode {
    let asked = match asked() {
        Ok(asked) => asked,
        Err(wrong) => {
            eprintln!("{wrong}\nworkflow-fuzz TARGET [--seconds N] [--seed S] [--file FILE]");
            return ExitCode::FAILURE;
        }
    };
    let target = asked.target;
    let worker = std::thread::Builder::new().stack_size(STACK).spawn(move || run(&asked));
    let summary = worker.map_err(|error| error.to_string()).and_then(|worker| {
        worker.join().unwrap_or_else(|_| Err("the driver itself panicked".to_owned()))
    });
    match summary {
        Ok(summary) => report(target, &summary),
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}
