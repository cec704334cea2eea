//! `test`: a workflow on the cases of a file.

use crate::cases::{self, Cases, Options, Subject};
use crate::command::{Command, Group};
use crate::program::{Program, document};
use crate::stop::Stop;

/// Tests a workflow on cases in a file
#[derive(clap::Args)]
pub(crate) struct Test {
    #[command(flatten)]
    options: Options,
    /// The workflow; by default the one that the file names
    #[arg(value_name = "NAME")]
    workflow: Option<String>,
}

impl Command<Program> for Test {
    const NAME: &'static str = "test";
    const GROUP: Group = Group::Run;
    const MORE: Option<(&'static str, &'static str)> = Some((
        "A file of cases: the document of the workflow runs, in virtual time",
        r#"  { "workflow": "fulfil",
    "mocks": { "tell": [{ "returns": null }] },
    "cases": [{
      "name": "a busy bank is asked again",
      "input": { "card": "4242" },
      "mocks": { "charge": [{ "fails": { "error": "Busy" } }, { "returns": "r" }] },
      "result": "r", "path": ["Receipt", "Tell"] }] }
  Instead of `result`: `error` and, if you like, `cause`. `path` may be left out."#,
    ));
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("test cases.json", "a line for each case, and what differs"),
        ("test cases.json NAME --filter declined --coverage", "some; and which states they reach"),
        ("test cases.json --junit report.xml", "for services that show tests"),
    ];

    fn run(self, program: Program) -> Result<(), Stop> {
        let cases = Cases::read(&self.options.cases, "workflow")?;
        let named = self.workflow.as_deref().or(cases.subject.as_deref());
        let entry = program.entry(named, "test")?;
        let engine = program.builder().build();
        let subject = Subject {
            name: entry.name.to_owned(),
            shown: entry.name.to_owned(),
            definition: document(entry)?,
            check: &|input| match (entry.check)(&engine, input) {
                // Tasks are mocked: what they need does not matter.
                Err(failure) if failure.error() == "InvalidExecutionInput" => Err(failure),
                _ => Ok(()),
            },
        };
        cases::test(&self.options, &cases, &subject)
    }
}
