//! The checkpoint of a scope, to go on after a crash.

use super::variables::Variables;
use super::{Interpreted, Position, Visit};
use crate::failure::Failure;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use std::sync::Arc;

impl Interpreted {
    /// `{"state", "input", "entered", "visits", "variables"}` in a state, `{"output"}` at the end, `{}` before
    /// the first state. What comes from the parent, the item and outer variables, is left out.
    pub(super) fn record(&self) -> Result<String, Failure> {
        serde_json::to_string(&Record(self))
            .map_err(|error| Failure::runtime(format!("a record has no JSON form: {error}")))
    }

    /// Goes to where a record says.
    pub(super) fn load(&mut self, record: Value) -> Result<(), Failure> {
        let Value::Object(mut record) = record else {
            return Err(unfit("it is not an object"));
        };
        if let Some(output) = record.remove("output") {
            self.at = Position::Done(Arc::new(output));
            return Ok(());
        }
        let Some(name) = record.remove("state") else { return Ok(()) };
        let state = name.as_str().and_then(|name| self.program.named(name));
        let state = state.ok_or_else(|| unfit(&format!("the document has no state {name}")))?;
        let mut take = |key| record.remove(key).ok_or_else(|| unfit(&format!("it lacks `{key}`")));
        let (input, entered, visits) = (take("input")?, take("entered")?, take("visits")?);
        let Value::Object(variables) = take("variables")? else {
            return Err(unfit("`variables` is not an object"));
        };
        let number = |value: Value| value.as_i64().ok_or_else(|| unfit("a number was expected"));
        self.visits = u32::try_from(number(visits)?).map_err(|_| unfit("`visits` is too large"))?;
        let own = Arc::<Variables>::make_mut(&mut self.variables);
        variables.into_iter().for_each(|(name, value)| own.set_given(&name, value));
        self.at =
            Position::State(Visit { state, input: Arc::new(input), entered: number(entered)? });
        Ok(())
    }
}

/// The record of a scope, which borrows its data.
struct Record<'a>(&'a Interpreted);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Record(scope) = self;
        let mut record = to.serialize_map(None)?;
        match &scope.at {
            Position::State(visit) => {
                record.serialize_entry("state", &*scope.program.node(visit.state).name)?;
                record.serialize_entry("input", &*visit.input)?;
                record.serialize_entry("entered", &visit.entered)?;
                record.serialize_entry("visits", &scope.visits)?;
                record.serialize_entry("variables", &Own(&scope.variables))?;
            }
            Position::Done(output) => record.serialize_entry("output", &**output)?,
            Position::Start(_) | Position::Gone => {}
        }
        record.end()
    }
}

/// The variables of a scope itself.
struct Own<'a>(&'a Variables);

impl Serialize for Own<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.own().map(|(name, value)| (&**name, &**value)))
    }
}

fn unfit(why: &str) -> Failure {
    Failure::runtime(format!("the checkpoint does not fit the document: {why}"))
}
