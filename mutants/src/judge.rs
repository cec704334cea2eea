//! Asks the tests about one mutant.

use crate::cargo::{self, Test};
use crate::copy::Copy;
use crate::expansions::{self, Effect, Effects};
use crate::flows;
use crate::site::Site;
use crate::verdict::Verdict;
use std::time::{Duration, Instant};

/// The most files with another expansion that are built and run for one mutant.
const FILES: usize = 8;

/// The packages whose tests judge.
const PACKAGES: &[&str] = &["workflow-macros", "workflow-asl", "workflow", "workflow-generated"];

/// The tests, built once, and the effects of the macro's mutants.
pub struct Judge<'a> {
    copy: &'a Copy,
    /// The quickest first, with the time that each may take.
    tests: Vec<(Test, Duration)>,
    effects: Effects,
}

impl<'a> Judge<'a> {
    /// Builds all tests. Those that fail while no mutant is active are left out, and named.
    pub fn prepare(copy: &'a Copy) -> Result<Self, String> {
        expansions::add_driver(copy)?;
        let mut words = vec!["test", "--no-run", "--lib", "--tests"];
        words.extend(PACKAGES.iter().flat_map(|package| ["-p", package]));
        let built = cargo::build(copy, &words, 0)?;
        // The tests of examples start their programs.
        let programs = cargo::build(copy, &["build", "--examples", "-p", "workflow"], 0)?;
        if !built.ok || !programs.ok {
            return Err(built.rendered + &programs.rendered);
        }
        let mut timed = vec![];
        for test in built.tests {
            let started = Instant::now();
            if !cargo::passes(&test, 0, Duration::from_secs(900))? {
                eprintln!("left out: `{}` fails without a mutant", test.name);
                continue;
            }
            timed.push((started.elapsed(), test));
        }
        timed.sort_by_key(|(took, _)| *took);
        let limit = |took: Duration| Duration::from_secs(20) + took * 5;
        let tests = timed.into_iter().map(|(took, test)| (test, limit(took))).collect();
        let effects = expansions::run(copy)?;
        Ok(Judge { copy, tests, effects })
    }

    /// The verdict on one mutant.
    pub fn judge(&self, site: &Site) -> Result<Verdict, String> {
        if site.package() == "workflow-macros" {
            return self.judge_macro(site);
        }
        self.run_tests(site.number)
    }

    fn run_tests(&self, number: usize) -> Result<Verdict, String> {
        for (test, limit) in &self.tests {
            if !cargo::passes(test, number, *limit)? {
                return Ok(Verdict::Killed(test.name.clone()));
            }
        }
        Ok(Verdict::Survived)
    }

    /// Mutants of the macro: by what they change in the code that rustc is given.
    fn judge_macro(&self, site: &Site) -> Result<Verdict, String> {
        let effects = self.effects.get(&site.number).cloned().unwrap_or_default();
        for (effect, file) in &effects {
            match effect {
                Effect::Panics => return Ok(Verdict::Killed(format!("a panic, expanding {file}"))),
                Effect::Errors => return Ok(Verdict::Killed(format!("the messages of {file}"))),
                _ => {}
            }
        }
        if let Verdict::Killed(by) = self.run_tests_of_macro(site.number)? {
            return Ok(Verdict::Killed(by));
        }
        let differ = effects.iter().filter(|(effect, _)| *effect == Effect::Differs);
        for flow in flows::choose(differ.map(|(_, file)| file.as_str()), FILES) {
            if !flows::passes(self.copy, &flow, site.number)? {
                return Ok(Verdict::Killed(flow.to_string()));
            }
        }
        Ok(Verdict::Survived)
    }

    fn run_tests_of_macro(&self, number: usize) -> Result<Verdict, String> {
        for (test, limit) in &self.tests {
            let own = test.folder.ends_with("workflow-macros");
            if own && !cargo::passes(test, number, *limit)? {
                return Ok(Verdict::Killed(test.name.clone()));
            }
        }
        Ok(Verdict::Survived)
    }
}
