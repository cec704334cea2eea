//! One page of several task trackers, some of which are not well: `cargo run --example dashboard`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `trackers.rs` (HTTP) and `known.rs`
//! (SQLite) stand for the systems that the tasks work with, `page.rs` is the page. `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod known;
mod page;
mod tasks;
#[cfg(test)]
mod tests;
mod trackers;
mod workflow;

use self::common::http::Client;
use self::known::Memory;
use self::workflow::refresh;
use ::workflow::cli::{Ready, shown};
use std::process::ExitCode;

const NAME: &str = "dashboard";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<refresh>()
        .about("Writes one page of what several trackers have, and of which do not answer.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let memory =
                Memory::open(&common::made("dashboard.db"), common::made("dashboard.html"))?;
            let client = Client::new(trackers::start().await?);
            let engine = engine.resource(client).resource(memory.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                terminal.table("Files", &[("page", shown(&memory.page))]);
                Ok(())
            }))
        })
        .main()
}
