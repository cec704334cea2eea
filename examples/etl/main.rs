//! A hundred thousand dirty rows into a database: `cargo run --example etl`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `rows.rs` says which rows are good,
//! `orders.rs` makes the files, and `warehouse.rs` (files and SQLite) stands for the systems that the tasks work with.
//! `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod orders;
mod rows;
mod tasks;
#[cfg(test)]
mod tests;
mod warehouse;
mod workflow;

use self::common::thousands;
use self::warehouse::Warehouse;
use self::workflow::{Report, load_orders};
use ::workflow::cli::{Ready, shown};
use std::process::ExitCode;

const NAME: &str = "etl";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<load_orders>()
        .about("Loads a file of orders: each row is in the warehouse once, or rejected.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let root = common::made(NAME);
            let warehouse = Warehouse::open(&root)?;
            orders::write(&root.join("orders.csv"), 100_000, 4)?;
            orders::write(&root.join("scrambled.csv"), 1_000, 50)?;
            let engine = engine.resource(warehouse.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                let Report { loaded, rejected, reasons, .. } = warehouse.summary(0)?;
                let mut rows =
                    vec![("loaded", thousands(loaded)), ("rejected", thousands(rejected))];
                let reasons =
                    reasons.iter().map(|it| format!("{}: {}", thousands(it.rows), it.reason));
                rows.extend(reasons.map(|reason| ("", reason)));
                rows.push(("folder", shown(&root)));
                terminal.table("Warehouse", &rows);
                Ok(())
            }))
        })
        .main()
}
