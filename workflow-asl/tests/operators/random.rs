//! Random values, made smaller where a row is wrong.

use crate::arb::Rng;
use crate::check::{self, in_parts};
use crate::engines::{self, Engines};
use crate::{Row, rows};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// How many values a row gets; `PROPTEST_CASES` sets another number.
const CASES: u32 = 16;
/// Random numbers that the values of one case are made from; beyond them all are 0.
const DRAWS: usize = 96;

/// The same values each time, unless `WORKFLOW_SEED` says others.
fn runner(index: usize) -> TestRunner {
    let number = |name: &str| std::env::var(name).ok()?.parse().ok();
    let cases = number("PROPTEST_CASES").map_or(CASES, |cases: u64| cases as u32);
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number("WORKFLOW_SEED").unwrap_or(0).to_le_bytes());
    seed[8..16].copy_from_slice(&(index as u64).to_le_bytes());
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

/// What is wrong, with the smallest values for which it is.
fn wrong(index: usize, row: &Row, engines: &mut Engines) -> Option<String> {
    let (make, code) = (row.make.as_ref()?, check::code(row).ok()?);
    let parsed = engines.parse(code.text()).map(std::cell::RefCell::new);
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return Some(error),
    };
    let found = runner(index).run(&vec(any::<u64>(), 0..DRAWS), |draws| {
        let (variables, native) = make(&mut Rng::Given(draws.into_iter()));
        match parsed.borrow_mut().differs(&variables, &native) {
            None => Ok(()),
            Some(difference) => Err(TestCaseError::fail(difference)),
        }
    });
    match found {
        Ok(()) => None,
        Err(TestError::Fail(difference, _)) => {
            Some(format!("{} ({})\n{difference}", row.rust, row.types))
        }
        Err(other) => Some(format!("{} ({}): {other}", row.rust, row.types)),
    }
}

#[test]
fn exact_rows_agree_with_native_rust_on_random_values() {
    let rows = rows::all();
    let found = in_parts(&rows, wrong);
    let found: Vec<String> = found.into_iter().flatten().collect();
    for line in &found {
        println!("{line}");
    }
    println!("{} rows on random values, {}", rows.len(), engines::reference());
    assert!(found.is_empty(), "{} rows are wrong", found.len());
}
