//! `export`: what deploys a document.

use super::Documents;
use super::given::Given;
use crate::command::{Command, Group};
use crate::deployment::{Deployment, Known};
use crate::stop::Stop;

/// Writes what deploys a document: SAM, CDK, Terraform and others
#[derive(clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    deployment: Deployment,
}

impl Command<Documents> for Export {
    const NAME: &'static str = "export";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("export order.asl.json --format sam --out aws", "for `sam deploy`"),
        (
            "export order.asl.json --format terraform --settings deploy.yaml --out aws",
            "with functions, tags and triggers",
        ),
        (
            "export order.asl.json --format cloudformation --against old.asl.json",
            "and what breaks running executions",
        ),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, substitutions) = self.given.read()?;
        let read = substitutions.file.iter().chain(&document.read);
        let read: Vec<_> = read.map(|file| ("what is read", file.as_path())).collect();
        let definition = document.placeholders()?;
        self.deployment.write(&document.name, definition, &read, Known::default())
    }
}
