//! The document of a workflow, from its program and its table of states.
use crate::machine::StateInfo;
use serde::Serialize;
use serde_json::Value;
use workflow_asl::Definition;
use workflow_asl::program::{Program, Types};
/// x
pub type ExportError = crate::Failure;
/// x
pub fn constant(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
/// x
pub fn export(_: &Program, types: &Types, _: &[StateInfo]) -> Result<Definition, ExportError> {
    Err(crate::Failure::runtime(format!("{types:?}")))
}
