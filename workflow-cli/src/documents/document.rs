//! A document from a file, and what is wrong with it.

use crate::files;
use crate::stop::Stop;
use serde_json::Value;
use std::path::Path;
use workflow_asl::Definition;
use workflow_asl::document::{self, Diagnostic, MachineType, Options, Report, Severity};

/// The text of a document.
pub(super) struct Document {
    /// The file, as it is shown.
    pub(super) file: String,
    /// What the state machine is called: its file, without extensions.
    pub(super) name: String,
    text: String,
    #[cfg(feature = "yaml")]
    yaml: bool,
}

impl Document {
    pub(super) fn read(file: &str) -> Result<Self, Stop> {
        let path = Path::new(file);
        let (file, text) = files::text(path)?;
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let yaml = matches!(extension, "yaml" | "yml");
        if yaml && !cfg!(feature = "yaml") {
            let needs = "this program was built without the feature `yaml`";
            return Err(Stop::Usage(format!("cannot read {file}: {needs}; give it JSON")));
        }
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("document");
        let name = name.split('.').find(|part| !part.is_empty()).unwrap_or("document").to_owned();
        Ok(Document {
            file,
            name,
            text,
            #[cfg(feature = "yaml")]
            yaml,
        })
    }

    /// What AWS would say of it.
    pub(super) fn report(&self, machine_type: MachineType, severity: Severity) -> Report {
        let options = Options { machine_type, severity, max_results: 0 };
        #[cfg(feature = "yaml")]
        if self.yaml {
            return document::validate_yaml(&self.text, &options);
        }
        document::validate(&self.text, &options)
    }

    /// The definition, if AWS would take it.
    pub(super) fn definition(&self, machine_type: MachineType) -> Result<Definition, Stop> {
        let report = self.report(machine_type, Severity::Error);
        if !report.is_ok() {
            return Err(self.refused(&report.diagnostics));
        }
        self.parse().map_err(|problems| self.refused(&problems))
    }

    fn parse(&self) -> Result<Definition, Vec<Diagnostic>> {
        #[cfg(feature = "yaml")]
        if self.yaml {
            return Definition::from_yaml(&self.text);
        }
        Definition::from_json(&self.text)
    }

    /// Its JSON, whatever is wrong with it as a definition.
    pub(super) fn value(&self) -> Result<Value, Stop> {
        match self.parse() {
            Ok(definition) => Ok(definition.to_value()),
            // A drawing helps to find what is wrong.
            Err(problems) => serde_json::from_str(&self.text).map_err(|_| self.refused(&problems)),
        }
    }

    fn refused(&self, problems: &[Diagnostic]) -> Stop {
        let explained = self.explain(problems);
        Stop::Usage(format!("{} cannot be run:\n{}", self.file, explained.trim_end()))
    }

    /// Diagnostics with their lines.
    pub(super) fn explain(&self, diagnostics: &[Diagnostic]) -> String {
        #[cfg(feature = "yaml")]
        if self.yaml {
            return document::explain_yaml(&self.text, diagnostics);
        }
        document::explain(&self.text, diagnostics)
    }
}
