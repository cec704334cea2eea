//! A document from a file, and what is wrong with it.

mod read;
mod source;
mod told;

use super::causes::Causes;
use crate::stop::Stop;
use serde_json::Value;
use source::Source;
pub(super) use source::text_of;
use std::collections::BTreeMap;
use std::path::PathBuf;
use workflow_asl::Definition;
use workflow_asl::document::{Diagnostic, MachineType, Options, Report, Severity};

/// A definition, and the text it stands in.
pub(super) struct Document {
    /// The file, as it is shown.
    pub(super) file: String,
    /// The name of the state machine: its file, without extensions, or its name in the file.
    pub(super) name: String,
    /// The files that were read.
    pub(super) read: Vec<PathBuf>,
    source: Source,
    /// The place of the definition in the text.
    base: String,
    /// The definition with its names replaced.
    definition: Value,
    /// The same, with the placeholders of resources that nothing replaces.
    unfilled: Value,
    /// The values made up for names of the file.
    made_up: BTreeMap<String, String>,
    /// Lines about what the functions of the template could not say.
    remarks: Vec<String>,
    /// The placeholders that nothing replaces, with the places of their strings.
    left: Vec<(String, String)>,
    /// True if its text was put together, and so has lines that no file has.
    composed: bool,
    /// The names on the command line that no text has.
    unasked: Vec<String>,
}

impl Document {
    /// Returns the diagnostics that AWS would give.
    pub(super) fn report(&self, machine_type: MachineType, severity: Severity) -> Report {
        self.judged(machine_type, severity).0
    }

    /// Returns the diagnostics that AWS would give, and those that only follow from them.
    pub(super) fn judged(
        &self,
        machine_type: MachineType,
        severity: Severity,
    ) -> (Report, Vec<Diagnostic>) {
        let options = Options { machine_type, severity, max_results: 0 };
        let report = match &self.source {
            Source::Read(text) => text.report(&self.base, &self.definition, &options),
            Source::Broken { problems, .. } => {
                Report { diagnostics: problems.clone(), truncated: false }
            }
        };
        let Causes { causes, effects } = Causes::of(report.diagnostics);
        (Report { diagnostics: causes, ..report }, effects)
    }

    /// The definition, if AWS would take it.
    pub(super) fn definition(&self, machine_type: MachineType) -> Result<Definition, Stop> {
        let report = self.report(machine_type, Severity::Error);
        if !report.is_ok() {
            return Err(self.refused(&report.diagnostics));
        }
        Definition::from_value(self.definition.clone()).map_err(|problems| self.refused(&problems))
    }

    /// The JSON with the placeholders that a deployment fills in.
    pub(super) fn placeholders(&self) -> Result<&Value, Stop> {
        if let Source::Broken { problems, .. } = &self.source {
            return Err(self.refused(problems));
        }
        let Some(name) = self.made_up.keys().next() else { return Ok(&self.unfilled) };
        let file = &self.file;
        Err(Stop::Usage(format!(
            "{file} is a template in which only a deployment knows {name}: deploy the template as it is, or export the definition alone"
        )))
    }

    /// The JSON with every placeholder that nothing replaces, without the values that are made up for a run.
    pub(super) fn unfilled(&self) -> Result<&Value, Stop> {
        self.value().map(|_| &self.unfilled)
    }

    /// The JSON, even if it is no valid definition: a drawing helps to find the mistake.
    pub(super) fn value(&self) -> Result<&Value, Stop> {
        match &self.source {
            Source::Read(_) => Ok(&self.definition),
            Source::Broken { problems, .. } => Err(self.refused(problems)),
        }
    }

    fn refused(&self, problems: &[Diagnostic]) -> Stop {
        let explained = self.explain(problems);
        Stop::Usage(format!("{} cannot be run:\n{}", self.file, explained.trim_end()))
    }

    /// True if no placeholder is left.
    pub(super) fn is_filled(&self) -> bool {
        self.left.is_empty()
    }
}
