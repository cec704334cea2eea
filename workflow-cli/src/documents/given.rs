//! The arguments that name a document, and how it is read.

use super::document::Document;
use super::substitutions::{Substitute, Substitutions};
use crate::files::Input;
use crate::stop::{Stop, tell};
use serde_json::Value;
use std::path::Path;
use workflow_asl::document::MachineType;

/// A document in a file.
#[derive(clap::Args)]
pub(super) struct Given {
    /// A definition in JSON or YAML, or a template; FILE#NAME is one of several
    #[arg(value_name = "FILE")]
    pub(super) file: String,
    #[command(flatten)]
    pub(super) substitute: Substitute,
}

impl Given {
    /// Reads it.
    pub(super) fn read(&self) -> Result<(Document, Substitutions), Stop> {
        self.read_as(false)
    }

    /// Reads it with the resources of a template as placeholders: nothing is made up for them.
    pub(super) fn read_keeping(&self) -> Result<Document, Stop> {
        Ok(self.read_as(true)?.0)
    }

    /// The values of placeholders, where the resources of a template stay what they are.
    pub(super) fn keeping(&self) -> Result<Substitutions, Stop> {
        self.substitutions(true)
    }

    fn substitutions(&self, keeps: bool) -> Result<Substitutions, Stop> {
        Ok(Substitutions { keeps, ..Substitutions::read(&self.substitute)? })
    }

    fn read_as(&self, keeps: bool) -> Result<(Document, Substitutions), Stop> {
        let substitutions = self.substitutions(keeps)?;
        let document = Document::read(&self.file, &substitutions)?;
        Ok((document, substitutions))
    }
}

/// Says what was not replaced, and what was made up.
pub(super) fn notes(document: &Document) {
    document.notes().iter().for_each(|note| tell(note));
}

/// Says what is allowed, and hardly meant.
pub(super) fn slips(document: &Document) {
    document.slips().iter().for_each(|slip| tell(slip));
}

/// The type of a state machine.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum Type {
    Standard,
    Express,
}

impl From<Type> for MachineType {
    fn from(given: Type) -> Self {
        match given {
            Type::Standard => MachineType::Standard,
            Type::Express => MachineType::Express,
        }
    }
}

/// An option that is JSON: of a file, of standard input, or itself.
pub(super) fn input(given: Option<&str>, option: &str) -> Result<Input, Stop> {
    let Some(given) = given else {
        return Ok(Input { name: "no input".to_owned(), text: "{}".to_owned() });
    };
    let given = given.strip_prefix('\u{feff}').unwrap_or(given);
    if given.trim().is_empty() {
        return Err(Stop::Usage(format!("`{option}` is empty: give JSON, a file, or `-`")));
    }
    let is_json = given.trim_start().starts_with(['{', '[', '"'])
        || (serde_json::from_str::<Value>(given).is_ok() && !Path::new(given).exists());
    if !is_json {
        return Input::read(Path::new(given));
    }
    Input::check(format!("`{option}`"), given.to_owned())
}
