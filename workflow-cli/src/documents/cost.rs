//! `cost`: the costs of a document.

use super::Documents;
use super::given::{Given, notes};
use crate::command::{Command, Group};
use crate::cost::{self, Asked};
use crate::stop::Stop;
use workflow_asl::document::MachineType;

/// Estimates the transitions of an execution, and a month's costs
#[derive(clap::Args)]
pub(super) struct Cost {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    asked: Asked,
}

impl Command<Documents> for Cost {
    const NAME: &'static str = "cost";
    const GROUP: Group = Group::Definitions;
    const EXAMPLES: &'static [(&'static str, &'static str)] = &[
        ("cost order.asl.json --items Each=3", "the greatest number of items of a Map"),
        (
            "cost order.asl.json --memory 512 --duration charge=120ms --host 40",
            "Lambda, and a machine of your own",
        ),
        ("cost order.asl.json --recorded history.json", "exact transitions and durations"),
    ];

    fn run(self, _: Documents) -> Result<(), Stop> {
        let (document, _) = self.given.read()?;
        notes(&document);
        let definition = document.definition(MachineType::Standard)?;
        cost::run(&self.asked, &document.name, &definition)
    }
}
