//! The executables of tests, each with what its tests reach.

use crate::cargo::{self, Test};
use crate::copy::{self, Copy};
use crate::judged;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

/// The tests of the exporter and the expressions.
const ASL: &[&str] = &["-p", "workflow-asl", "--lib", "--test", "operators", "--test", "wide"];

/// The tests of the typed machine.
const RUNTIME: &[&str] = &[
    "-p",
    "workflow-runtime",
    "--lib",
    "--test",
    "engine",
    "--test",
    "crash",
    "--test",
    "history",
    "--test",
    "encoding",
    "--test",
    "panics",
    "--test",
    "distributed",
    "--test",
    "keys",
];

/// The tests with workflows.
const JUDGED: &[&str] = &["-p", judged::PACKAGE, "--tests"];

/// The suites, as cargo is asked for them: the quickest to build first. One is built only if a mutant is left for it.
pub const STAGES: &[&[&str]] = &[ASL, RUNTIME, JUDGED];

/// So many tests are no longer named one by one.
const MANY: usize = 500;

/// An executable of tests.
pub struct Timed {
    pub test: Test,
    /// The time that it may take under a mutant.
    pub limit: Duration,
    names: BTreeSet<String>,
    /// The threads that ask each switch: most have the name of a test.
    reached: BTreeMap<usize, BTreeSet<String>>,
}

impl Timed {
    /// Runs the tests once without a mutant. `None` if one fails.
    pub fn run(copy: &Copy, test: Test) -> Result<Option<(Duration, Timed)>, String> {
        let list = copy.work.join(format!("reached-{}", test.name));
        copy::write(&list, "")?;
        let started = Instant::now();
        if !cargo::passes_with(&test, 0, Duration::from_secs(900), Some(&list))? {
            eprintln!("left out: `{}` fails without a mutant", test.name);
            return Ok(None);
        }
        let took = started.elapsed();
        eprintln!("{:6.1} s  {}", took.as_secs_f64(), test.name);
        let (limit, names) = (Duration::from_secs(20) + took * 4, test.names()?);
        Ok(Some((took, Timed { test, limit, names, reached: cargo::reached(&list)? })))
    }

    /// The executable with those of its tests that reach a switch. `None` if there is none.
    ///
    /// `but` begins the names of tests that are not asked.
    pub fn reaching(&self, number: usize, but: &str) -> Option<Test> {
        let reached = self.reached.get(&number)?;
        if reached.len() > MANY || !reached.is_subset(&self.names) {
            return Some(self.test.with(["--skip", but]));
        }
        let names: Vec<&str> =
            reached.iter().filter(|it| !it.starts_with(but)).map(String::as_str).collect();
        (!names.is_empty()).then(|| self.test.with(["--exact"].into_iter().chain(names)))
    }
}

/// The tests of the exporter, the expressions and the typed machine: the quickest first.
pub struct Suite(Vec<Timed>);

impl Suite {
    /// Builds the tests of a stage, and runs them once. Those that fail while no mutant is active are left out, and
    /// named.
    pub fn prepare(copy: &Copy, stage: &[&str]) -> Result<Self, String> {
        let mut timed = vec![];
        for test in built(copy, stage)? {
            timed.extend(Timed::run(copy, test)?);
        }
        timed.sort_by_key(|(took, _)| *took);
        Ok(Suite(timed.into_iter().map(|(_, test)| test).collect()))
    }

    /// True if a test reaches the switch.
    pub fn reach(&self, number: usize) -> bool {
        self.0.iter().any(|timed| timed.reached.contains_key(&number))
    }

    /// The executable that fails under a mutant.
    pub fn fail(&self, number: usize) -> Result<Option<String>, String> {
        for timed in &self.0 {
            let Some(test) = timed.reaching(number, "-") else { continue };
            if !cargo::passes(&test, number, timed.limit)? {
                return Ok(Some(test.name));
            }
        }
        Ok(None)
    }
}

/// The executables of a stage: copies, for what is built under a mutant of the macro takes the place of others.
fn built(copy: &Copy, stage: &[&str]) -> Result<Vec<Test>, String> {
    let _alone = copy.building();
    let mut built = cargo::build(copy, &[&["test", "--no-run"], stage].concat(), 0)?;
    if !built.ok {
        return Err(built.rendered);
    }
    for test in &mut built.tests {
        let path = copy.work.join("tests").join(test.path.file_name().unwrap_or_default());
        copy::file(&test.path, &path)?;
        test.path = path;
    }
    Ok(built.tests)
}
