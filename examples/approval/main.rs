//! An expense that a person approves: `cargo run --example approval`.
//!
//! `-- --input examples/approval/inputs/you.json` asks you, on a page; `-- run --virtual-time --input
//! examples/approval/inputs/nobody.json` waits for three days, in a moment. Read `workflow.rs` first: it is the
//! workflow. `tasks.rs` has what it calls; `desk.rs` (HTTP and SQLite) stands for the systems that the tasks work with, and
//! `people.rs` are the people in it. `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod desk;
mod people;
mod tasks;
#[cfg(test)]
mod tests;
mod workflow;

use self::desk::Desk;
use self::workflow::approve;
use ::workflow::cli::Ready;
use ::workflow::connector::Callbacks;
use std::process::ExitCode;

const NAME: &str = "approval";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<approve>()
        .about("Asks a person, reminds, and pays an expense back if the answer is yes.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let callbacks = Callbacks::default();
            let desk = Desk::open(&common::made("approval.db"), callbacks.clone())?;
            desk.start().await?;
            let engine = engine.callbacks(callbacks).resource(desk.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                terminal.table("Books", &desk.summary()?);
                Ok(())
            }))
        })
        .main()
}
