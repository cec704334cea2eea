//! `replay`: a recorded execution of a workflow.

use crate::command::{Command, Group};
use crate::program::{Program, document};
use crate::replay::{self, Asked, Subject};
use crate::stop::Stop;

/// Runs a recorded execution again, and shows where it failed
///
/// The recording is what `aws stepfunctions get-execution-history` and `describe-execution` print. The exported document
/// is run; tasks are answered as they were, and waits take no time.
#[derive(clap::Args)]
pub(crate) struct Replay {
    /// The workflow; needed if there are several
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl Command<Program> for Replay {
    const NAME: &'static str = "replay";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("replay NAME --recorded history.json", "where it failed, and why"),
        ("replay NAME --recorded recorded --to-test recorded.rs", "a test in Rust"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let entry = program.entry(self.workflow.as_deref(), "replay")?;
        let document = document(entry)?;
        let subject = Subject {
            name: entry.name,
            definition: document.as_value(),
            file: None,
            states: (entry.states)(),
        };
        replay::run(&self.asked, &subject)
    }
}
