//! Asks the tests about one mutant.

use crate::cargo::{self, Test};
use crate::copy::{self, Copy};
use crate::expansions::{self, Effect, Effects};
use crate::flows;
use crate::site::Site;
use crate::verdict::Verdict;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// The macro's own tests, and those of them that compare the sizes of expansions.
const OWN: &str = "workflow_macros";
const SIZES: &str = "workflow::sizes::";

/// The changed items of the macro that one mutant is judged by.
const ENOUGH: usize = 400;

/// The packages whose tests judge.
const PACKAGES: &[&str] =
    &["workflow-macros", "workflow-asl", "workflow-runtime", "workflow", "workflow-generated"];

/// An executable of tests, with the time that it may take and the switches that it asks.
struct Timed {
    test: Test,
    limit: Duration,
    reached: BTreeSet<usize>,
}

/// The tests, built once, and the effects of the macro's mutants.
pub struct Judge<'a> {
    copy: &'a Copy,
    /// The quickest first.
    tests: Vec<Timed>,
    effects: Effects,
    /// Compile what a mutant of the macro changes.
    flows: bool,
}

impl<'a> Judge<'a> {
    /// Builds all tests. Those that fail while no mutant is active are left out, and named.
    pub fn prepare(copy: &'a Copy) -> Result<Self, String> {
        // The tests of examples start their programs.
        let programs = cargo::build(copy, &["build", "--examples", "-p", "workflow"], 0)?;
        if !programs.ok {
            return Err(programs.rendered);
        }
        Ok(Judge { flows: true, ..Self::of(copy, PACKAGES, ENOUGH)? })
    }

    /// Prepares to judge the macro by its messages, its own tests and the sizes of expansions: nothing is compiled
    /// under a mutant, and a mutant that survives here may be killed by what is.
    pub fn quick(copy: &'a Copy) -> Result<Self, String> {
        Self::of(copy, &PACKAGES[..1], ENOUGH / 10)
    }

    /// Prepares what tells seen sites from unseen ones: one change is enough. With the macro's own tests only, if no
    /// other crate has sites.
    pub fn glance(copy: &'a Copy, macro_only: bool) -> Result<Self, String> {
        Self::of(copy, if macro_only { &PACKAGES[..1] } else { PACKAGES }, 1)
    }

    fn of(copy: &'a Copy, packages: &[&'static str], enough: usize) -> Result<Self, String> {
        let mut words = vec!["test", "--no-run", "--lib", "--tests"];
        words.extend(packages.iter().flat_map(|package| ["-p", package]));
        let built = cargo::build(copy, &words, 0)?;
        if !built.ok {
            return Err(built.rendered);
        }
        let mut timed = vec![];
        for test in built.tests {
            let started = Instant::now();
            let Some(reached) = reached(copy, &test)? else {
                eprintln!("left out: `{}` fails without a mutant", test.name);
                continue;
            };
            eprintln!("{:6.1} s  {}", started.elapsed().as_secs_f64(), test.name);
            timed.push((started.elapsed(), Timed { limit: limit(started), test, reached }));
        }
        timed.sort_by_key(|(took, _)| *took);
        let tests = timed.into_iter().map(|(_, test)| test).collect();
        let started = Instant::now();
        let effects = expansions::run(copy, enough)?;
        eprintln!("{:6.1} s  expansions", started.elapsed().as_secs_f64());
        Ok(Judge { copy, tests, effects, flows: false })
    }

    /// The verdict on one mutant.
    ///
    /// Mutants of the macro overwrite executables of the tests: they come after all others.
    pub fn judge(&self, site: &Site) -> Result<Verdict, String> {
        match is_macro(site) {
            true => self.judge_macro(site),
            false => self.run_tests(site.number),
        }
    }

    /// The tests that reach a switch decide; if there is none, nobody can see the mutant.
    fn run_tests(&self, number: usize) -> Result<Verdict, String> {
        let mut reached = false;
        for Timed { test, limit, .. } in
            self.tests.iter().filter(|timed| timed.reached.contains(&number))
        {
            reached = true;
            let others = Test { words: vec!["--skip".into(), SIZES.into()], ..test.clone() };
            if !cargo::passes(&others, number, *limit)? {
                return Ok(Verdict::Killed(test.name.clone()));
            }
        }
        Ok(Verdict::Survived(if reached { "" } else { "no test reaches it" }))
    }

    /// Mutants of the macro: by what they change in the code that rustc is given.
    fn judge_macro(&self, site: &Site) -> Result<Verdict, String> {
        let changes = self.effects.get(&site.number).cloned().unwrap_or_default();
        for change in &changes {
            let place = format!("`{}` in {}", change.item, change.file);
            match change.effect {
                Effect::Panics => {
                    return Ok(Verdict::Killed(format!("a panic, expanding {place}")));
                }
                Effect::Ends => {
                    return Ok(Verdict::Killed(format!(
                        "the end of the compiler, expanding {place}"
                    )));
                }
                Effect::Errors => return Ok(Verdict::Killed(format!("the messages of {place}"))),
                _ => {}
            }
        }
        // Its own tests are all that runs its lines.
        let own = self.run_tests(site.number)?;
        if let Verdict::Killed(_) = own {
            return Ok(own);
        }
        let flows = if self.flows { flows::choose(self.copy, &changes) } else { vec![] };
        for flow in flows {
            if !flows::passes(self.copy, &flow, site.number)? {
                return Ok(Verdict::Killed(flow.to_string()));
            }
        }
        // Last, for it tells other code from the code that was, and not what is wrong with it.
        for Timed { test, limit, .. } in self.tests.iter().filter(|it| it.test.name == OWN) {
            let sizes = Test { words: vec![SIZES.into()], ..test.clone() };
            if !cargo::passes(&sizes, site.number, *limit)? {
                return Ok(Verdict::Sized);
            }
        }
        Ok(match changes.iter().map(|change| change.effect).max() {
            Some(Effect::Differs) => Verdict::Survived("code that differs passes"),
            Some(_) => Verdict::Survived("no expansion differs"),
            None => own,
        })
    }

    /// The sites that nothing sees even before the tests are asked: no test reaches them, or no expansion differs.
    pub fn is_unseen(&self, site: &Site) -> bool {
        let differs = |change: &expansions::Change| change.effect != Effect::Reached;
        let reached = self.tests.iter().any(|timed| timed.reached.contains(&site.number));
        match (self.effects.get(&site.number), is_macro(site)) {
            (Some(changes), true) => !changes.iter().any(differs),
            _ => !reached,
        }
    }
}

/// True for a mutant of the crate that rustc itself runs.
pub fn is_macro(site: &Site) -> bool {
    site.package() == "workflow-macros"
}

fn limit(started: Instant) -> Duration {
    Duration::from_secs(20) + started.elapsed() * 5
}

/// The switches that a test asks while no mutant is active. `None` if it fails.
fn reached(copy: &Copy, test: &Test) -> Result<Option<BTreeSet<usize>>, String> {
    let list = copy.target.join("reached");
    copy::write(&list, "")?;
    if !cargo::passes_with(test, 0, Duration::from_secs(900), Some(&list))? {
        return Ok(None);
    }
    cargo::numbers(&list).map(Some)
}
