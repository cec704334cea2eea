//! A person asks to be forgotten: `cargo run --example deletion_request`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls, `systems.rs` is the world that the
//! tasks work on. The report is shared with the other examples.

#[path = "../common/mod.rs"]
mod common;
mod systems;
mod tasks;
mod workflow;

use self::common::{About, Arguments, Stop, Terminal, shown};
use self::systems::Systems;
use self::workflow::forget;
use ::workflow::prelude::*;
use std::process::ExitCode;

const ABOUT: About = About {
    name: "deletion_request",
    what: "Removes a person's data from three systems, or from none.",
    folder: "examples/deletion_request",
};

#[tokio::main]
async fn main() -> ExitCode {
    common::end(run().await)
}

async fn run() -> Result<(), Stop> {
    let arguments = Arguments::read(&ABOUT)?;
    let document = common::document(ABOUT.name, forget::definition())?;
    let root = common::made(ABOUT.name);
    let systems = Systems::open(&root).map_err(|error| Stop::Setup(error.to_string()))?;
    let engine = Engine::builder().resource(systems.clone()).build();

    let terminal = Terminal::stdout();
    let end = common::run::<forget>(&engine, &arguments, &terminal).await?;
    let summary = systems.summary().map_err(|error| Stop::Setup(error.to_string()))?;
    terminal.table("Systems", &summary);
    terminal.table("Files", &[("document", shown(&document)), ("systems", shown(&root))]);
    end
}
