//! `test`: a document on the cases of a file.

use super::Documents;
use super::document::Document;
use super::given::notes;
use super::substitutions::{Substitute, Substitutions};
use crate::cases::{self, Cases, Options, Subject};
use crate::command::{Command, Group};
use crate::stop::Stop;
use std::path::Path;
use workflow_asl::document::MachineType;

/// Tests a document on cases in a file
#[derive(clap::Args)]
pub(super) struct Test {
    #[command(flatten)]
    options: Options,
    /// The document; by default the one that the field `definition` of the cases names
    #[arg(value_name = "DEFINITION")]
    definition: Option<String>,
    #[command(flatten)]
    substitute: Substitute,
}

impl Command<Documents> for Test {
    const NAME: &'static str = "test";
    const GROUP: Group = Group::Run;
    const MORE: Option<(&'static str, &'static str)> = Some((
        "A file of cases, in YAML",
        "  definition: order.asl.json
  mocks: { pack: [{ returns: parcel }] }  # for all; as `run --mocks` has them
  cases:
    - name: a busy bank is asked again
      input: { card: \"4242\" }
      mocks: { charge: [{ fails: { error: Busy } }, { returns: receipt }] }
      result: receipt                     # or error: NAME, and cause: TEXT
      path: [Charge, Pack]                # if you like: the states",
    ));
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("test cases.yaml order.asl.json", "a line for each case, and what differs"),
        ("test cases.yaml --filter declined --coverage", "some; and which states they reach"),
        ("test cases.yaml --junit report.xml", "for services that show tests"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let cases = Cases::read(&self.options.cases, "definition")?;
        let given = (&*self.options.cases, self.definition.as_deref());
        let (document, named) = tested(&cases, given, &self.substitute)?;
        let subject = Subject {
            name: document.name.clone(),
            shown: match named.contains('#') {
                true => format!("{}#{}", document.file, document.name),
                false => document.file.clone(),
            },
            definition: document.definition(MachineType::Standard)?,
            check: &|_| Ok(()),
        };
        cases::test(&self.options, &cases, &subject)
    }
}

/// The document that cases are of, and how it was named: on the command line, or in their file.
pub(super) fn tested(
    cases: &Cases,
    (file, definition): (&Path, Option<&str>),
    substitute: &Substitute,
) -> Result<(Document, String), Stop> {
    let beside = cases.subject.as_ref().map(|it| cases.beside(it).display().to_string());
    if let (None, Some(beside)) = (definition, &beside) {
        let file = beside.rsplit_once('#').map_or(beside.as_str(), |it| it.0);
        let file = if Path::new(beside).exists() { beside } else { file };
        cases.named(Path::new(file), "/definition", "definition")?;
    }
    let named = definition.map(str::to_owned).or(beside).ok_or_else(|| {
        let file = file.display();
        Stop::Usage(format!(
            "no document to test: name it behind {file}, or in its field `definition`"
        ))
    })?;
    let document = Document::read(&named, &Substitutions::read(substitute)?)?;
    notes(&document);
    Ok((document, named))
}
