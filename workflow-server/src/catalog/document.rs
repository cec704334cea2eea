//! The definition of a state machine: its text, and what is made of it.

use crate::refusal::Refusal;
use serde_json::{Value, json};
use std::sync::{Arc, OnceLock};
use workflow_asl::Definition;
use workflow_asl::document::{MachineType, Options, validate};
use workflow_runtime::interpreted::Compiled;

/// A definition.
pub(crate) struct Document {
    text: Arc<str>,
    program: OnceLock<Result<Arc<Compiled>, String>>,
}

impl Document {
    pub(crate) fn new(text: impl Into<Arc<str>>) -> Self {
        Document { text: text.into(), program: OnceLock::new() }
    }

    /// A definition, if AWS takes it.
    pub(crate) fn checked(text: &str, express: bool) -> Result<Self, Refusal> {
        let machine_type = if express { MachineType::Express } else { MachineType::Standard };
        let report = validate(text, &Options { machine_type, ..Options::default() });
        if let Some(message) = report.refusal() {
            return Err(Refusal::new("InvalidDefinition", message));
        }
        let document = Document::new(text);
        document.program()?;
        Ok(document)
    }

    pub(crate) fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The definition, made ready to run.
    pub(crate) fn program(&self) -> Result<Arc<Compiled>, Refusal> {
        let program = self.program.get_or_init(|| compiled(&self.text));
        program.clone().map_err(|why| {
            let message = format!("Invalid State Machine Definition: '{why}'");
            Refusal::new("InvalidDefinition", message)
        })
    }

    /// The variables that each state refers to; `None` if there are none.
    pub(crate) fn references(&self) -> Option<Value> {
        let references = self.program().ok()?.definition().variable_references();
        (!references.is_empty()).then(|| json!(references))
    }
}

fn compiled(text: &str) -> Result<Arc<Compiled>, String> {
    let joined = |problems: Vec<String>| problems.join(", ");
    let definition = Definition::from_json(text)
        .map_err(|found| joined(found.iter().map(ToString::to_string).collect()))?;
    Compiled::connected(definition)
        .map(Arc::new)
        .map_err(|found| joined(found.iter().map(ToString::to_string).collect()))
}
