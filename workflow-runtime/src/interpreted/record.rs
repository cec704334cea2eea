//! The checkpoint of a scope, to go on after a crash.

use super::variables::Variables;
use super::{Interpreted, Position, Visit};
use crate::failure::Failure;
use serde_json::{Map, Value, json};
use std::sync::Arc;

impl Interpreted {
    /// `{"state", "input", "entered", "visits", "variables"}` in a state, `{"output"}` at the end, `{}` before
    /// the first state. What comes from the parent, the item and outer variables, is left out.
    pub(super) fn record(&self) -> Value {
        match &self.at {
            Position::State(visit) => {
                let own = self.variables.own();
                let variables: Map<_, _> =
                    own.map(|(name, value)| (name.to_string(), (**value).clone())).collect();
                json!({
                    "state": &*self.program.node(visit.state).name,
                    "input": *visit.input,
                    "entered": visit.entered,
                    "visits": self.visits,
                    "variables": variables,
                })
            }
            Position::Done(output) => json!({ "output": **output }),
            Position::Start(_) | Position::Gone => json!({}),
        }
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

fn unfit(why: &str) -> Failure {
    Failure::runtime(format!("the checkpoint does not fit the document: {why}"))
}
