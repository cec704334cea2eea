//! What durable executions cost: `cargo run --release --bin bench -- durable`.
//!
//! `help` lists the workloads and options. Read the ratios of one run, CPU time and bytes: how fast a disk syncs, and what
//! else the cores do, changes from minute to minute.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement")]

mod bare;
mod chain;
mod cpu;
mod drive;
mod finished;
mod flows;
mod folder;
mod idle;
mod items;
mod linear;
mod meter;
mod path;
mod recorder;
mod restate;
mod rows;
mod settings;
mod waiting;

use rows::Rows;
use settings::Settings;

/// Its name, what it measures, and the function.
type Workload = (&'static str, &'static str, fn(&Settings, &mut Rows));

/// The workloads, in the order of the table.
const ALL: &[Workload] = &[
    ("chain10", "ten tasks in sequence, 100 at once, beside bare SQLite", chain::run),
    ("single", "ten tasks in sequence, one execution at a time", chain::single),
    ("turns", "a loop of a thousand tasks, one execution at a time", chain::turns),
    ("path", "syncs that an execution waits for", path::run),
    ("cpu", "CPU time a step, of the engine and of the writer", cpu::run),
    ("map", "a Map of 1,000 and one of 40,000", items::run),
    ("bytes", "bytes written for Maps, loops and Parallels of 100 to 800", linear::run),
    ("waiting", "executions that wait, and 10,000 of them due at once", waiting::run),
    ("finished", "executions that have ended: pages of lists and histories", finished::run),
    ("idle", "the memory of a process that does nothing", idle::run),
];

const HELP: &str = "bench durable [WORKLOAD…] [--full] [--json] [--vs restate] [--page BYTES]

  --full         a million executions that wait, and a million that have ended
  --json         an object a line
  --vs restate   Restate beside it, where it is installed
  --page BYTES   another size of pages for chain10: a power of two

Workloads:";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let names: Vec<_> = ALL.iter().map(|(name, ..)| *name).collect();
    match &*words {
        ["durable", options @ ..] => match Settings::new(options, &names) {
            Ok(settings) => measure(&settings),
            Err(error) => {
                eprintln!("{error}\n");
                help();
                std::process::exit(2);
            }
        },
        // Parts that are measured in processes of their own.
        ["part", "idle", path] => idle::part(path.as_ref()),
        ["part", "waiting", path, due] => waiting::part(path.as_ref(), due),
        _ => help(),
    }
}

fn help() {
    println!("{HELP}");
    for (name, what, _) in ALL {
        println!("  {name:<12} {what}");
    }
}

fn measure(settings: &Settings) {
    let mut rows = Rows::new(settings.json);
    for (name, _, run) in ALL {
        if settings.wants(name) {
            run(settings, &mut rows);
        }
    }
    if settings.restate {
        restate::run(&mut rows);
    }
}
