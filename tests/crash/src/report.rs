//! The report of a run.

use crate::hits;
use crate::killer::Killer;
use crate::page;
use crate::settings::Settings;
use crate::soak::Soaked;
use serde_json::{Value, json};

/// The number of kills from which on each thing must be hit.
const ENOUGH: u64 = 100;

/// The reasons why a run fails: none, as a rule.
pub fn faults(killer: &Killer<'_>) -> Vec<String> {
    let missing =
        killer.hits.missing().into_iter().filter(|_| killer.kills >= ENOUGH && !killer.known.soak);
    let missing = missing.map(|name| format!("no kill hit: {name}"));
    let mut faults: Vec<_> = killer.known.violations.iter().cloned().chain(missing).collect();
    let told = killer.known.violations.len() as u64;
    if killer.known.violated > told {
        faults.push(format!("and {} more", killer.known.violated - told));
    }
    if !killer.known.done {
        faults.push("not everything ended".to_owned());
    }
    faults
}

/// The number of effects, and of those that were made again.
pub fn effects(killer: &Killer<'_>) -> (u64, u64) {
    let times = &killer.known.times;
    let effects: u64 = times.values().map(|times| u64::from(*times)).sum();
    (effects, effects - times.len() as u64)
}

/// Prints the report.
pub fn print(settings: &Settings, killer: &Killer<'_>) {
    let faults = faults(killer);
    let (known, audit) = (&killer.known, &killer.audit);
    let (effects, again) = effects(killer);
    if settings.page {
        return print!("{}", page::kills(settings, killer, &faults));
    }
    if settings.json {
        let hits: serde_json::Map<String, Value> = hits::ALL
            .iter()
            .map(|(name, _)| ((*name).to_owned(), json!(killer.hits.0.get(name).unwrap_or(&0))))
            .collect();
        let report = json!({
            "seed": settings.seed,
            "kills": killer.kills,
            "hits": hits,
            "missed": killer.missed,
            "commits_cut": { "written": known.written, "lost": known.lost },
            "started": known.started.len(),
            "executions": audit.executions,
            "events": audit.events,
            "effects": effects,
            "again": again,
            "faults": faults,
        });
        return println!("{report}");
    }
    println!(
        "seed {}: {} kills, each with up to {} executions open",
        settings.seed, killer.kills, settings.open
    );
    for (name, what) in hits::ALL {
        println!("  {:>4}  {name:<11} {what}", killer.hits.0.get(name).unwrap_or(&0));
    }
    for missed in &killer.missed {
        println!("a kill came late: {missed}");
    }
    println!(
        "of the commits that were cut off, {} were written and {} were not",
        known.written, known.lost
    );
    println!(
        "{} executions were started, {} are in the store with {} events",
        known.started.len(),
        audit.executions,
        audit.events
    );
    println!("{effects} effects, {again} of them again under the same key");
    for fault in &faults {
        println!("FAULT: {fault}");
    }
    println!("{}", if faults.is_empty() { "all laws hold" } else { "the laws do not hold" });
}

/// Prints the report of a soak.
pub fn print_soak(settings: &Settings, killer: &Killer<'_>, soaked: &Soaked) {
    let faults = faults(killer);
    if settings.json {
        return println!("{}", json!({ "seed": settings.seed, "soak": soaked, "faults": faults }));
    }
    if settings.page {
        return print!("{}", page::soak(settings, soaked, &faults));
    }
    soaked.print();
    faults.iter().for_each(|fault| println!("FAULT: {fault}"));
    println!("{}", if faults.is_empty() { "all laws hold" } else { "the laws do not hold" });
}
