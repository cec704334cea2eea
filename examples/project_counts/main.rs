//! New users change counts in several databases, whose connections break: `cargo run --example project_counts`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls, `databases.rs` (SQLite) stands for the systems
//! that the tasks work with. `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod databases;
mod tasks;
#[cfg(test)]
mod tests;
mod workflow;

use self::databases::{Breaks, Databases};
use self::workflow::join_users;
use ::workflow::cli::{Ready, shown};
use std::process::ExitCode;

const NAME: &str = "project_counts";

/// Every fifth change is made and not confirmed, every seventh is not made.
fn weather(change: u32) -> Breaks {
    match (change % 5, change % 7) {
        (0, _) => Breaks::AfterCommit,
        (_, 0) => Breaks::Before,
        _ => Breaks::No,
    }
}

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<join_users>()
        .about("Counts the projects of new users in three databases, each once.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let folder = common::made(NAME);
            let databases = Databases::open(Some(&folder), weather)?;
            let engine = engine.resource(databases.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                let row = |region: &'static str| {
                    let active =
                        databases.active(region)?.into_iter().map(|count| count.to_string());
                    let active: Vec<String> = active.collect();
                    let (users, counts) = (&active[3], active[..3].join(", "));
                    Ok((region, format!("{counts} projects; {users} of them are new")))
                };
                let rows: rusqlite::Result<Vec<_>> =
                    ["north", "south"].into_iter().map(row).collect();
                terminal.table("Databases", &rows?);
                let letters = format!("{} letters", databases.letters()?);
                terminal.table("Files", &[("databases", shown(&folder)), ("letters", letters)]);
                Ok(())
            }))
        })
        .main()
}
