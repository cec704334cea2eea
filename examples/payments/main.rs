//! Thousands of payments while services fail: `cargo run --example payments`. `-- 10000 7` says how many, and the
//! seed of their bad luck.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls, and how patiently; `ledger.rs`
//! (SQLite) and `services.rs` (HTTP) stand for the systems that the tasks work with, `luck.rs` has their faults, and
//! `volume.rs` makes the payments. `-- run --input examples/payments/inputs/default.json` follows a single payment;
//! `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod ledger;
mod luck;
mod services;
mod tasks;
#[cfg(test)]
mod tests;
mod volume;
mod workflow;

use self::common::http::Client;
use self::ledger::Ledger;
use self::luck::Luck;
use self::services::Services;
use self::workflow::pay;
use ::workflow::cli::Ready;
use std::process::ExitCode;

const NAME: &str = "payments";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let numbers: Result<Vec<u64>, _> = words.iter().map(|word| word.parse()).collect();
    match numbers.as_deref() {
        Ok([]) => many(3_000, 1),
        Ok([count]) => many(*count, 1),
        Ok([count, seed]) => many(*count, *seed),
        _ => one(),
    }
}

/// Many payments at once.
fn many(count: u64, seed: u64) -> ExitCode {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    match volume::run(count, seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A single payment, in fair weather; and the other commands.
fn one() -> ExitCode {
    ::workflow::cli()
        .workflow::<pay>()
        .about(
            "Takes a payment: it is in the ledger once, or the card is not charged.\n\
             Without words, or with a number and a seed: thousands of them at once.",
        )
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let ledger = Ledger::open(&common::made("payment.db"), Luck::default())?;
            let services = Services::default();
            let client = Client::new(services.start().await?);
            let engine = engine.resource(client).resource(ledger.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                let cents = |cents| format!("{cents} cents");
                let books =
                    [("ledger", cents(ledger.total()?)), ("cards", cents(services.taken()))];
                terminal.table("Books", &books);
                Ok(())
            }))
        })
        .main()
}
