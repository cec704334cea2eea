//! A person asks to be forgotten: `cargo run --example deletion_request`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls, `systems.rs` stands for the systems that the
//! tasks work with. `-- --help` says what else it can do.

#[path = "../common/mod.rs"]
mod common;
mod systems;
mod tasks;
mod workflow;

use self::systems::Systems;
use self::workflow::forget;
use ::workflow::cli::{Ready, shown};
use std::process::ExitCode;

const NAME: &str = "deletion_request";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<forget>()
        .about("Removes a person's data from three systems, or from none.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let document = common::document(NAME, forget::definition())?;
            let root = common::made(NAME);
            let systems = Systems::open(&root)?;
            let engine = engine.resource(systems.clone());
            Ok(Ready::from(engine).after(move |terminal| {
                terminal.table("Systems", &systems.summary()?);
                let files = [("document", shown(&document)), ("systems", shown(&root))];
                terminal.table("Files", &files);
                Ok(())
            }))
        })
        .main()
}
