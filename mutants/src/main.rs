//! Mutation testing: plants small bugs in the macro, the exporter and the typed machine, one active at a time, and asks
//! the fast tests whether they see them.
//!
//! `cargo run --release -p workflow-mutants -- 100 --seed 1` takes a sample of 100 sites. All of them are planted in a
//! copy of the repository at once, behind a switch that the environment variable `WORKFLOW_MUTANT` sets: so the copy is
//! built once, and not once a mutant. Mutants of the macro change what rustc is given. They are expanded first, over
//! every workflow of the tests; only a file whose expansion changes is built again.
//!
//! `--unseen` plants all sites, and lists those whose line no test reaches and those that change no expansion: holes of
//! the tests, found without running them again. `--arms` lists the arms of `match` that no generated workflow reaches.

mod arguments;
mod arms;
mod cargo;
mod child;
mod copy;
mod expansions;
mod explained;
mod flows;
mod judge;
mod plant;
mod random;
mod site;
mod sites;
mod verdict;

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    match arguments::read(std::env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::from(2)
        }
    }
}

/// Samples, plants and judges. False if too many mutants survive.
fn run(arguments: &arguments::Arguments) -> Result<bool, String> {
    let copy = copy::make(&arguments.root, &arguments.work)?;
    let explained = explained::read(&arguments.root)?;
    if arguments.arms {
        return arms::run(&copy, &explained, arguments.macro_only);
    }
    let mut all = sites::find(&copy)?;
    all.retain(|site| judge::is_macro(site) || !arguments.macro_only);
    if arguments.unseen {
        return unseen(&copy, &mut all, &explained, arguments.macro_only).map(|()| true);
    }
    let mut chosen = match arguments.at.is_empty() {
        true => random::sample(&all, arguments.mutants, arguments.seed),
        false => site::at(&all, &arguments.at),
    };
    eprintln!("{} sites, {} chosen (seed {})", all.len(), chosen.len(), arguments.seed);
    plant::plant_viable(&copy, &mut chosen)?;
    let judge = match arguments.macro_only {
        true => judge::Judge::quick(&copy)?,
        false => judge::Judge::prepare(&copy)?,
    };
    let mut tally = verdict::Tally::default();
    chosen.retain(|site| arguments.only.is_empty() || arguments.only.contains(&site.number));
    chosen.sort_by_key(judge::is_macro);
    for site in &chosen {
        let started = Instant::now();
        let verdict = match site.viable {
            true => judge.judge(site)?,
            false => verdict::Verdict::NotViable,
        };
        tally.add(site, &verdict, explained.reason(site), started.elapsed());
    }
    println!("{tally}");
    Ok(tally.enough())
}

/// Plants every site, and prints those that nothing sees before any test is run under a mutant.
fn unseen(
    copy: &copy::Copy,
    all: &mut [site::Site],
    explained: &explained::Explained,
    macro_only: bool,
) -> Result<(), String> {
    for (at, site) in all.iter_mut().enumerate() {
        site.number = at + 1;
    }
    plant::plant_viable(copy, all)?;
    let judge = judge::Judge::glance(copy, macro_only)?;
    let viable = all.iter().filter(|site| site.viable).count();
    let mut count = 0;
    for site in all.iter().filter(|site| site.viable && judge.is_unseen(site)) {
        let site::Site { file, line, text, rule, .. } = site;
        let reason = explained.reason(site).unwrap_or_default();
        println!("{file}:{line}: {text}  [{rule}]  {reason}");
        count += 1;
    }
    println!("{} sites, {viable} viable, {count} that nothing sees", all.len());
    Ok(())
}
