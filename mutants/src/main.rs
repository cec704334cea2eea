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
mod judged;
mod plant;
mod random;
mod site;
mod sites;
mod suite;
mod ui;
mod verdict;

use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
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
    if arguments.unseen {
        all.retain(|site| site.is_macro() || !arguments.macro_only);
        return unseen(&copy, &mut all, &explained, arguments.macro_only).map(|()| true);
    }
    let mut chosen = match arguments.at.is_empty() {
        true => random::sample(&all, arguments.mutants, arguments.seed),
        false => site::at(&all, &arguments.at),
    };
    eprintln!("{} sites, {} chosen (seed {})", all.len(), chosen.len(), arguments.seed);
    // The sample is that of all crates: the numbers are the same.
    chosen.retain(|site| site.is_macro() || !arguments.macro_only);
    plant::plant_viable(&copy, &mut chosen)?;
    chosen.retain(|site| arguments.only.is_empty() || arguments.only.contains(&site.number));
    let tally = Mutex::new(verdict::Tally::new(&explained));
    let (of_macro, others): (Vec<_>, Vec<_>) = chosen.into_iter().partition(site::Site::is_macro);
    thread::scope(|scope| {
        let others = scope.spawn(|| judge_others(&copy, &others, arguments, &tally));
        let of_macro = judge_macro(&copy, &of_macro, arguments, &tally);
        of_macro.and(others.join().map_err(|_| "a judge panicked".to_owned())?)
    })?;
    let tally = tally.into_inner().map_err(|error| error.to_string())?;
    println!("{tally}");
    Ok(tally.enough())
}

/// The sum of all verdicts, of both judges.
type Shared<'a> = Mutex<verdict::Tally<'a>>;

/// Judges the mutants of the macro.
fn judge_macro(
    copy: &copy::Copy,
    sites: &[site::Site],
    arguments: &arguments::Arguments,
    tally: &Shared<'_>,
) -> Result<(), String> {
    if sites.is_empty() {
        return Ok(());
    }
    let judge = match arguments.macro_only {
        true => judge::Macro::quick(copy, sites, judge::FEW)?,
        false => judge::Macro::prepare(copy, sites)?,
    };
    // Sizes take a second, what is compiled takes minutes.
    let judge = if arguments.brief { judge.brief() } else { judge };
    // What is compiled may have to wait for the build of the other judge.
    let open = judge_all(sites, tally, |site| judge.at_once(site))?;
    judge_all(&open, tally, |site| judge.by_code(site).map(Some)).map(drop)
}

/// Judges the mutants of all other crates, and builds the tests that the other judge needs, too.
fn judge_others(
    copy: &copy::Copy,
    sites: &[site::Site],
    arguments: &arguments::Arguments,
    tally: &Shared<'_>,
) -> Result<(), String> {
    if arguments.macro_only || sites.is_empty() {
        return Ok(());
    }
    let suite = suite::Suite::prepare(copy)?;
    judge_all(sites, tally, |site| judge::by_tests(&suite, site).map(Some)).map(drop)
}

/// Judges one after the other, and gives those that have no verdict.
fn judge_all(
    sites: &[site::Site],
    tally: &Shared<'_>,
    judge: impl Fn(&site::Site) -> Result<Option<verdict::Verdict>, String>,
) -> Result<Vec<site::Site>, String> {
    let mut open = vec![];
    for site in sites {
        let started = Instant::now();
        let verdict = match site.viable {
            true => judge(site)?,
            false => Some(verdict::Verdict::NotViable),
        };
        match verdict {
            Some(verdict) => {
                let mut tally = tally.lock().map_err(|error| error.to_string())?;
                tally.add(site, &verdict, started.elapsed());
            }
            None => open.push(site.clone()),
        }
    }
    Ok(open)
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
    let suite = if macro_only { None } else { Some(suite::Suite::prepare(copy)?) };
    let of_macro = judge::Macro::quick(copy, all, 1)?;
    let is_unseen = |site: &&site::Site| match (&suite, site.is_macro()) {
        (_, true) => of_macro.is_unseen(site),
        (Some(suite), false) => !suite.reach(site.number),
        (None, false) => false,
    };
    let viable = all.iter().filter(|site| site.viable).count();
    let mut count = 0;
    for site in all.iter().filter(|site| site.viable).filter(is_unseen) {
        let site::Site { file, line, text, rule, .. } = site;
        let reason = explained.reason(site).unwrap_or_default();
        println!("{file}:{line}: {text}  [{rule}]  {reason}");
        count += 1;
    }
    println!("{} sites, {viable} viable, {count} that nothing sees", all.len());
    Ok(())
}
