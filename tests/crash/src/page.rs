//! The report of a run as a page of `docs`.

use crate::hits;
use crate::killer::Killer;
use crate::report::effects;
use crate::settings::Settings;
use crate::soak::{OPEN, Sample, Soaked};
use std::fmt::Write;

const KILLS: &str = "The process runs executions of all kinds on one SQLite file: chains of tasks, \
branches, Maps and distributed Maps, waits, retries, nested executions, answers from outside, \
executions that continue as others, ones that fail or are stopped, and documents in the \
interpreter. Beside the store it writes a journal: each effect of a task with its idempotency key, \
synced, and what it asked of the store and was told. SIGKILL comes at a drawn moment, or where the \
process stands still for it: around a commit, an effect, a start, an answer, a hand-over, an end, \
or while the log is written back. The next process goes on with what is there; the last one runs \
until nothing is open. Then every execution is looked at: its end, its history, its effects.";

const LAWS: &str = "The laws: what was acknowledged is there; a result that was written is never \
made again; a task that runs again has its key, and no attempt more than its retrier allows; no \
execution is started twice, none is lost, and each ends as it must. `--blind early`, `group` and \
`keys` break them on purpose, and the tests of the program hold that this is seen.";

const SOAK: &str = "Two of three processes are killed with SIGKILL, every third one ends with \
`Engine::shutdown`. Every six seconds the disk is full for 0.7 s: commits, claims, answers and stops \
are refused. What has ended is pruned after five seconds. Each process lives for 5 to 64 s, so the \
memory is that of processes of different ages. The run fails where the largest value of the last \
third is above that of the middle third by more than 15 % and 4 MiB, and where a law does not hold: \
a result that was written is never made again, a task that runs again has its key, nothing that was \
acknowledged and is open is gone.";

const LIMITS: &str = "Limits of it: the full disk is a wrapper around the store that refuses calls, \
not a file system without room; ten minutes say nothing about days.";

/// The option for the kind of build that runs.
const BUILD: &str = if cfg!(debug_assertions) { "" } else { "--release " };

/// The page of a run with kills.
pub fn kills(settings: &Settings, killer: &Killer<'_>, faults: &[String]) -> String {
    let (known, audit, (effects, again)) = (&killer.known, &killer.audit, effects(killer));
    let Settings { kills, seed, open, .. } = settings;
    let mut page = format!(
        "# A process that is killed\n\n`cargo run {BUILD}--bin crash -- --kills {kills} --seed {seed} --markdown` \
         wrote this page (`tests/crash`). {}\n\n{KILLS}\n\n{LAWS}\n\n",
        circumstances()
    );
    let _ = write!(
        page,
        "{} kills, each with up to {open} executions open. They hit:\n\n| kills | | |\n|--:|---|---|\n",
        killer.kills
    );
    for (name, what) in hits::ALL {
        let _ = writeln!(page, "| {} | {name} | {what} |", killer.hits.0.get(name).unwrap_or(&0));
    }
    let _ = write!(
        page,
        "\nOf the commits that were cut off, {} were written and {} were not. {} executions were started; {} are in \
         the store, with {} events. {effects} effects were made, {again} of them again under the same key. {} kills \
         came late: the process did not get to where it was to stand still.\n\n{}",
        known.written,
        known.lost,
        known.started.len(),
        audit.executions,
        audit.events,
        killer.missed.len(),
        verdict(faults)
    );
    page
}

/// The page of a soak.
pub fn soak(settings: &Settings, soaked: &Soaked, faults: &[String]) -> String {
    let seconds = settings.soak.unwrap_or_default();
    let Soaked { samples, kills, ends, stalled, started } = soaked;
    let mut page = format!(
        "# Minutes of soak\n\n`cargo run {BUILD}--bin crash -- --soak {seconds} --seed {} --markdown` wrote this page: \
         {seconds} s of processes with up to {OPEN} executions open on one SQLite file (`tests/crash`). {}\n\n{SOAK}\n\n\
         | second | memory, KiB | file, KiB | log, KiB |\n|--:|--:|--:|--:|\n",
        settings.seed,
        circumstances()
    );
    for Sample { second, memory, file, log } in samples {
        let _ = writeln!(page, "| {second} | {memory} | {file} | {log} |");
    }
    let _ = write!(
        page,
        "\n{started} executions were started; {kills} processes were killed and {ends} ended in good order; {stalled} \
         commits were refused by the full disk. The last process went on until nothing was open.\n\n{}\n{LIMITS}\n",
        verdict(faults)
    );
    page
}

fn verdict(faults: &[String]) -> String {
    if faults.is_empty() {
        return "**All laws hold.**\n".to_owned();
    }
    let faults: String = faults.iter().map(|fault| format!("\n- {fault}")).collect();
    format!("**The laws do not hold:**\n{faults}\n")
}

/// The program and the machine of this run.
fn circumstances() -> String {
    let build = if cfg!(debug_assertions) { "an unoptimised" } else { "an optimised" };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|it| !it.is_empty()).unwrap_or("unknown").to_owned();
    format!("It was {build} build, on {cores} cores; the load of the last minute was {load}.")
}
