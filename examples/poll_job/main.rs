//! A slow job that is looked at less and less often: `cargo run --example poll_job`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `service.rs` (HTTP) has the job, and
//! `results.rs` (SQLite) keeps what comes of it. `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod results;
mod service;
mod tasks;
#[cfg(test)]
mod tests;
mod workflow;

use self::common::http::Client;
use self::common::thousands;
use self::results::Results;
use self::service::Service;
use self::workflow::count_primes;
use ::workflow::cli::Ready;
use std::process::ExitCode;

const NAME: &str = "poll_job";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<count_primes>()
        .about("Has primes counted by a slow service, and looks how far it is.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let results = Results::open(&common::made("poll_job.db"))?;
            let client = Client::new(Service::default().start().await?);
            let engine = engine.resource(client).resource(results.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                let row =
                    |(below, primes)| format!("{} below {}", thousands(primes), thousands(below));
                let rows: Vec<String> = results.all()?.into_iter().map(row).collect();
                terminal.table("Results", &[("primes", rows.join(", "))]);
                Ok(())
            }))
        })
        .main()
}
