//! A diagnostic: a mistake in a document, and its place.

use serde_json::Value;
use std::fmt;

/// A mistake in a document, or a hint about it, in the form of `ValidateStateMachineDefinition`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its severity.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    /// The message: in AWS's words, if they are known (recorded, or measured and reported in public).
    pub message: String,
    /// The remedy, if the message does not say it.
    pub help: Option<String>,
    /// The place, as AWS writes it: `/States/Choose/Choices[0]/Next`; a place in the text where it is not JSON.
    pub location: Option<String>,
    /// The place: a JSON pointer (RFC 6901), `/States/Choose/Choices/0/Next`.
    pub pointer: String,
    /// The field that is meant, if AWS names only the object around it.
    pub field: Option<String>,
    /// The place in the string at `pointer`: an offset in bytes.
    pub at: Option<usize>,
    /// True if the document cannot be run for it. AWS refuses some documents that can be.
    pub(super) blocks: bool,
}

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A hint.
    Warning,
    /// AWS refuses the document.
    #[default]
    Error,
}

/// Makes the codes from one table: variant, name, documentation.
macro_rules! codes {
    ($($variant:ident $name:literal $doc:literal;)*) => {
        /// The kinds, as AWS names them (API reference, `ValidateStateMachineDefinitionDiagnostic`, and
        /// recorded); those of ours begin with `WORKFLOW_`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $(#[doc = $doc] $variant,)* }

        impl Code {
            /// As AWS writes it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }
        }
    };
}

codes! {
    Json "INVALID_JSON_DESCRIPTION" "The text is not JSON.";
    Schema "SCHEMA_VALIDATION_FAILED" "A field is missing, or is not as it must be.";
    NoEnd "MISSING_END_STATE" "No state ends the machine.";
    Target "MISSING_TRANSITION_TARGET" "A transition leads nowhere, or nothing leads to a state.";
    Duplicate "DUPLICATE_STATE_NAME" "Two states have one name.";
    StateName "INVALID_STATE_NAME" "A state name is too long, or empty.";
    DuplicateLabel "DUPLICATE_LABEL_NAME" "Two distributed Maps have one label.";
    Label "INVALID_LABEL_NAME" "The label of a distributed Map is too long, or has a character it may not have.";
    TooDeep "TOO_DEEPLY_NESTED" "Values are too deeply nested.";
    Jsonata "INVALID_JSONATA_EXPRESSION" "An expression is not JSONata.";
    Unsupported "UNSUPPORTED_JSONATA_EXPRESSION" "An expression reads what it cannot.";
    VariableName "INVALID_VARIABLE_NAME" "A variable has a name it cannot have.";
    ReservedVariable "RESERVED_VARIABLE_NAME" "`states` is assigned.";
    DuplicateVariable "DUPLICATE_VARIABLE_NAME" "A variable of an outer scope is assigned.";
    NoDollar "NO_DOLLAR" "A value looks like a path, but the name of its field does not end in `.$`.";
    NoPath "NO_PATH" "A value looks like a path, but the name of its field does not end in `Path`.";
    StaticResult "PASS_RESULT_IS_STATIC" "The `Result` of a Pass looks like a path.";
    NeverRaised "WORKFLOW_ERROR_NEVER_RAISED" "An error is named that the state cannot raise.";
    NotCaught "WORKFLOW_ERROR_NOT_CAUGHT" "An error is thought to be caught that is not.";
    MayOutgrow "WORKFLOW_MAY_OUTGROW_LIMIT" "A payload or the history may outgrow its limit.";
    Unassigned "WORKFLOW_VARIABLE_NOT_ASSIGNED" "A variable is read that nothing assigns.";
    Parameter "WORKFLOW_PARAMETER" "An action of a service has no such parameter, or requires one that is missing.";
    Slip "WORKFLOW_LIKELY_MISTAKE" "Something is allowed, and means something else than it seems to.";
    DuplicateKey "WORKFLOW_DUPLICATE_KEY" "An object has a key twice: the last counts.";
}

impl Code {
    /// True if the code is ours and not AWS's.
    #[must_use]
    pub fn is_ours(self) -> bool {
        self.name().starts_with("WORKFLOW_")
    }
}

impl Diagnostic {
    /// An error for which the document cannot be run.
    pub(super) fn error(
        code: Code,
        pointer: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            help: None,
            location: None,
            pointer: pointer.into(),
            field: None,
            at: None,
            blocks: true,
        }
    }
    /// An error of AWS that keeps nobody from running the document elsewhere.
    pub(super) fn refusal(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Diagnostic { blocks: false, ..Self::error(Code::Schema, pointer, message) }
    }
    /// A hint.
    pub(super) fn warning(
        code: Code,
        pointer: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        let severity = Severity::Warning;
        Diagnostic { severity, blocks: false, ..Self::error(code, pointer, message) }
    }
    /// Names the field that is meant.
    pub(super) fn of(self, field: &str) -> Self {
        Diagnostic { field: Some(field.to_owned()), ..self }
    }
    /// Returns a JSON pointer to the field that is meant, or to its state.
    #[must_use]
    pub fn meant(&self) -> String {
        match &self.field {
            Some(field) => super::fields::join(&self.pointer, field),
            None => self.pointer.clone(),
        }
    }
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The place as people read it: that of AWS, unless the text is not JSON.
    pub(super) fn place(&self) -> &str {
        match &self.location {
            Some(location) if self.code != Code::Json => location,
            _ if self.pointer.is_empty() => "/",
            _ => &self.pointer,
        }
    }

    /// Writes the place as AWS does, where it names one.
    pub(super) fn locate(&mut self, document: &Value) {
        if self.location.is_none() && self.code != Code::NoEnd && document.is_object() {
            self.location = Some(location(document, &self.pointer));
        }
    }
}

/// The steps of a JSON pointer.
pub(super) fn steps(pointer: &str) -> impl Iterator<Item = String> {
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}

/// A place as AWS writes it: items in brackets, names as they are.
fn location(document: &Value, pointer: &str) -> String {
    let (mut text, mut value) = (String::new(), Some(document));
    for step in steps(pointer) {
        let item = value.and_then(Value::as_array);
        text.push_str(&if item.is_some() { format!("[{step}]") } else { format!("/{step}") });
        value = match item {
            Some(items) => step.parse::<usize>().ok().and_then(|index| items.get(index)),
            None => value.and_then(|value| value.get(&step)),
        };
    }
    if text.is_empty() { "/".to_owned() } else { text }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
        })
    }
}

impl fmt::Display for Diagnostic {
    /// As in the message of `CreateStateMachine`, with the help behind.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let location = self.location.as_deref().unwrap_or("null");
        write!(f, "{}: {} at {location}", self.code, self.message)?;
        self.help.as_ref().map_or(Ok(()), |help| write!(f, " ({help})"))
    }
}
impl std::error::Error for Diagnostic {}
