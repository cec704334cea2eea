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

use site::Site;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;
use verdict::Verdict;

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
    let mut chosen = random::sample(&all, arguments.mutants, arguments.seed);
    site::add_at(&mut chosen, &all, &arguments.at);
    eprintln!("{} sites, {} chosen (seed {})", all.len(), chosen.len(), arguments.seed);
    // The sample is that of all crates: the numbers are the same.
    chosen.retain(|site| match site.is_macro() {
        true => !arguments.others_only,
        false => !arguments.macro_only,
    });
    if arguments.list {
        chosen.iter().for_each(|site| println!("{site}"));
        return Ok(true);
    }
    plant::plant_viable(&copy, &mut chosen)?;
    chosen.retain(|site| arguments.only.is_empty() || arguments.only.contains(&site.number));
    let tally = Mutex::new(verdict::Tally::new(&explained));
    let (of_macro, others): (Vec<_>, Vec<_>) = chosen.into_iter().partition(Site::is_macro);
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
    sites: &[Site],
    arguments: &arguments::Arguments,
    tally: &Shared<'_>,
) -> Result<(), String> {
    if sites.is_empty() {
        return Ok(());
    }
    let mut judge = judge::Macro::prepare(copy)?;
    let open = judge_all(sites, tally, |site| judge.by_own(site))?;
    judge.expand(&open, judge::FEW)?;
    let mut open = judge_all(&open, tally, |site| judge.by_messages(site))?;
    // Sizes take a second, what is compiled takes minutes, and may have to wait for the build of the other judge.
    if arguments.brief {
        open = judge_all(&open, tally, |site| judge.by_sizes(site))?;
    }
    judge.prepare_cases(&open)?;
    open = judge_all(&open, tally, |site| judge.by_cases(site))?;
    if !arguments.macro_only {
        judge.expand(&open, judge::ENOUGH)?;
        open = judge_all(&open, tally, |site| judge.by_messages(site))?;
        open = judge_all(&open, tally, |site| judge.by_code(site))?;
    }
    open = judge_all(&open, tally, |site| judge.by_sizes(site))?;
    judge_all(&open, tally, |site| Ok(Some(judge.survived(site)))).map(drop)
}

/// Judges the mutants of all other crates, by one stage of their tests after the other.
fn judge_others(
    copy: &copy::Copy,
    sites: &[Site],
    arguments: &arguments::Arguments,
    tally: &Shared<'_>,
) -> Result<(), String> {
    if arguments.macro_only {
        return Ok(());
    }
    let (mut open, mut suites) = (sites.to_vec(), vec![]);
    for stage in suite::STAGES {
        if open.iter().all(|site| !site.viable) {
            break;
        }
        let suite = suite::Suite::prepare(copy, stage)?;
        open = judge_all(&open, tally, |site| {
            suite.fail(site.number).map(|name| name.map(Verdict::Killed))
        })?;
        suites.push(suite);
    }
    let reached = |site: &Site| suites.iter().any(|suite| suite.reach(site.number));
    let how = |site: &Site| if reached(site) { "" } else { "no test reaches it" };
    judge_all(&open, tally, |site| Ok(Some(Verdict::Survived(how(site))))).map(drop)
}

/// Judges one after the other, and gives those that have no verdict.
fn judge_all(
    sites: &[Site],
    tally: &Shared<'_>,
    judge: impl Fn(&Site) -> Result<Option<Verdict>, String>,
) -> Result<Vec<Site>, String> {
    let mut open = vec![];
    for site in sites {
        let started = Instant::now();
        let verdict = match site.viable {
            true => judge(site)?,
            false => Some(Verdict::NotViable),
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
    all: &mut [Site],
    explained: &explained::Explained,
    macro_only: bool,
) -> Result<(), String> {
    for (at, site) in all.iter_mut().enumerate() {
        site.number = at + 1;
    }
    plant::plant_viable(copy, all)?;
    let stages: &[&[&str]] = if macro_only { &[] } else { suite::STAGES };
    let suites = stages.iter().map(|stage| suite::Suite::prepare(copy, stage));
    let suites = suites.collect::<Result<Vec<_>, _>>()?;
    let mut of_macro = judge::Macro::prepare(copy)?;
    of_macro.expand(all, 1)?;
    let is_unseen = |site: &&Site| match site.is_macro() {
        true => of_macro.is_unseen(site),
        false => !suites.iter().any(|suite| suite.reach(site.number)),
    };
    let viable = all.iter().filter(|site| site.viable).count();
    let mut count = 0;
    for site in all.iter().filter(|site| site.viable).filter(is_unseen) {
        let Site { file, line, text, rule, .. } = site;
        let reason = explained.reason(site).unwrap_or_default();
        println!("{file}:{line}: {text}  [{rule}]  {reason}");
        count += 1;
    }
    println!("{} sites, {viable} viable, {count} that nothing sees", all.len());
    Ok(())
}
