//! `replay`: a recorded execution of a document.

use super::Documents;
use super::given::{Given, notes};
use crate::command::{Command, Group};
use crate::replay::{self, Asked, Subject};
use crate::stop::Stop;
use std::path::PathBuf;
use workflow_asl::document::MachineType;

/// Runs a recorded execution again, and shows where it failed
///
/// The recording is what `aws stepfunctions get-execution-history` and `describe-execution` print. Tasks are answered as
/// they were, and waits take no time.
#[derive(clap::Args)]
pub(super) struct Replay {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    asked: Asked,
}

impl Command<Documents> for Replay {
    const NAME: &'static str = "replay";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("replay order.asl.json --recorded history.json", "where it failed, and why"),
        ("replay order.asl.json --recorded recorded --to-test cases.json", "a test that fails so"),
        ("replay mended.asl.json --recorded recorded --from Charge", "runs on with mended code"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        notes(&document);
        let definition = document.definition(MachineType::Standard)?;
        let subject = Subject {
            name: &document.name,
            definition: definition.as_value(),
            file: document.read.first().map(PathBuf::as_path),
            states: &[],
        };
        replay::run(&self.asked, &subject)
    }
}
