//! `verify`: a workflow on an account, on the cases of a file.

use crate::cases::Cases;
use crate::cases::account::{Asked, verify};
use crate::command::{Command, Group};
use crate::program::{Program, document};
use crate::stop::Stop;

/// Runs cases on AWS, and compares them with runs here
///
/// A state machine is made of the exported document, each case is an execution of it, and its recorded history is run
/// again here, event by event. Then all that was made is deleted, also after a failure or a signal.
#[derive(clap::Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    asked: Asked,
    /// The workflow; by default the one that the file names
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
}

impl Command<Program> for Verify {
    const NAME: &'static str = "verify";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("verify cases.json NAME --aws --role ARN", "makes a machine, and deletes it"),
        ("verify cases.json NAME --aws --machine ARN", "runs one that is deployed"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let cases = Cases::read(&self.asked.cases, "workflow")?;
        let named = self.workflow.as_deref().or(cases.subject.as_deref());
        let entry = program.entry(named, "verify")?;
        let document = document(entry)?;
        verify(&self.asked, &cases, entry.name, document.as_value())
    }
}
