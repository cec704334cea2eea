//! `verify`: a document on an account, on the cases of a file.

use super::Documents;
use super::substitutions::Substitute;
use super::test::tested;
use crate::cases::Cases;
use crate::cases::account::{Asked, Subject, verify};
use crate::command::{Command, Group};
use crate::stop::Stop;
use workflow_asl::document::MachineType;

/// Runs cases on AWS, and compares them with runs here
///
/// A state machine is made of the document, or a whole stack, each case is an execution of it, and its recorded history
/// is run again here, event by event. Then all that was made is deleted, also after a failure or a signal.
#[derive(clap::Args)]
pub(super) struct Verify {
    #[command(flatten)]
    asked: Asked,
    /// The document; by default the one that the field `definition` of the cases names
    #[arg(value_name = "DEFINITION")]
    definition: Option<String>,
    #[command(flatten)]
    substitute: Substitute,
}

impl Command<Documents> for Verify {
    const NAME: &'static str = "verify";
    const GROUP: Group = Group::Run;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("verify cases.yaml order.asl.json --aws --role ARN", "makes a machine, and deletes it"),
        ("verify cases.yaml --aws --machine ARN --report report.md", "runs one that is deployed"),
        ("verify cases.yaml --endpoint http://localhost:8083 --role ARN", "on `workflow serve`"),
        (
            "verify cases.yaml --aws --stack --settings deploy.yaml --bucket NAME",
            "deploys all of it",
        ),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let cases = Cases::read(&self.asked.cases, "definition")?;
        let given = (&*self.asked.cases, self.definition.as_deref());
        let (document, _) = tested(&cases, given, &self.substitute)?;
        let definition = match self.asked.is_stack() {
            true => document.placeholders()?.clone(),
            false => document.definition(MachineType::Standard)?.as_value().clone(),
        };
        let name = document.name.clone();
        let subject = Subject { name, definition, large: vec![] };
        verify(&self.asked, &cases, &[subject])
    }
}
