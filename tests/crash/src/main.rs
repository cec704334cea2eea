//! Kills a process again and again while it runs hundreds of executions on a real file, and holds what it did outside of
//! the store against the laws: `cargo run --release --bin crash -- --kills 100`.
#![allow(clippy::expect_used, missing_docs, reason = "a program for tests")]

mod audit;
mod blind;
mod flows;
mod folder;
mod hits;
mod hold;
mod index;
mod journal;
mod killer;
mod laws;
mod mark;
mod page;
mod past;
mod plan;
mod process;
mod random;
mod report;
mod settings;
mod soak;
mod watched;

use folder::Folder;
use killer::Killer;
use settings::Settings;
use std::process::ExitCode;

const HELP: &str =
    "crash [--kills N | --soak SECONDS] [--seed N] [--open N] [--json | --markdown]
      [--blind FAULT] [--folder PATH]

  --kills N      the number of kills; 100
  --soak SECONDS kills, full disks, orderly ends and pruning, until memory and the file have levelled off
  --seed N       the seed of their moments; 1
  --open N       the executions that are open at the same time; 300
  --json         the report as one object
  --markdown     the report as a page: docs/crash.md, or with --soak docs/soak.md
  --blind FAULT  makes a fault on purpose, so that the run must fail:
                 early (commits are acknowledged before they are written),
                 group (the file forgets the last group of commits),
                 keys (a task that runs again has another key)
  --folder PATH  where the files are, which are then kept";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let ended = match &*words {
        [word, folder, orders] if word == "process" => process(folder, orders),
        [word] if word == "--help" || word == "help" => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        words => match Settings::new(words) {
            Ok(settings) => return kill(&settings),
            Err(error) => Err(format!("{error}\n\n{HELP}")),
        },
    };
    ended.map_or_else(failed, |()| ExitCode::SUCCESS)
}

fn failed(error: String) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(2)
}

/// The process that is killed.
fn process(folder: &str, orders: &str) -> Result<(), String> {
    let folder = Folder::new(folder.into()).map_err(|error| error.to_string())?;
    let orders = serde_json::from_str(orders).map_err(|error| error.to_string())?;
    process::run(&folder, &orders)
}

/// The process that kills.
fn kill(settings: &Settings) -> ExitCode {
    let path = settings.folder.clone().unwrap_or_else(|| {
        std::env::temp_dir().join(format!("workflow-crash-{}", std::process::id()))
    });
    let folder = match Folder::new(path) {
        Ok(folder) => folder,
        Err(error) => return failed(error.to_string()),
    };
    let mut killer = Killer::new(settings, folder.clone());
    match settings.soak.map(|seconds| soak::soak(&mut killer, seconds)) {
        Some(Ok(soaked)) => report::print_soak(settings, &killer, &soaked),
        Some(Err(error)) => killer.known.wrong(error),
        None => {
            if let Err(error) = killer.run() {
                killer.known.wrong(error);
            }
            report::print(settings, &killer);
        }
    }
    let faults = report::faults(&killer);
    if settings.folder.is_none() && (faults.is_empty() || settings.blind.is_some()) {
        folder.remove();
    } else {
        eprintln!("the files are in {}", folder.path().display());
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
