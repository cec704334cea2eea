//! `verify`: a workflow on an account, on the cases of a file.

use crate::cases::Cases;
use crate::cases::account::{Asked, Subject, beside, verify};
use crate::command::{Command, Group};
use crate::entry::Entry;
use crate::program::{Program, document};
use crate::stop::Stop;

/// Runs cases on AWS, and compares them with runs here
///
/// A state machine is made of the exported document, or a whole stack, each case is an execution of it, and its recorded
/// history is run again here, event by event. Then all that was made is deleted, also after a failure or a signal.
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
        (
            "verify cases.json NAME --aws --stack --settings deploy.yaml --bucket NAME",
            "deploys all of it",
        ),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let cases = Cases::read(&self.asked.cases, "workflow")?;
        let named = self.workflow.as_deref().or(cases.subject.as_deref());
        let entry = program.entry(named, "verify")?;
        verify(&self.asked, &cases, &subjects(&program, entry)?)
    }
}

/// The workflow, and before it those of the program that it starts, or that these start.
fn subjects(program: &Program, entry: &Entry) -> Result<Vec<Subject>, Stop> {
    let mut found = vec![subject(entry)?];
    let mut next = 0;
    while let Some(of) = found.get(next) {
        let text = of.definition.to_string();
        let named = |it: &&Entry| text.contains(&beside(it.name));
        let new = program.workflows.iter().filter(named);
        let new: Vec<&Entry> = new.filter(|it| found.iter().all(|of| of.name != it.name)).collect();
        for entry in new {
            found.push(subject(entry)?);
        }
        next += 1;
    }
    found.reverse();
    Ok(found)
}

fn subject(entry: &Entry) -> Result<Subject, Stop> {
    let definition = document(entry)?.as_value().clone();
    Ok(Subject { name: entry.name.to_owned(), definition, large: entry.large() })
}
