//! The checkpoint of a scope, to go on after a crash.

use super::variables::Variables;
use super::{Interpreted, Position, Visit};
use crate::blocked::{Blocked, Reason};
use crate::failure::Failure;
use crate::machine::{Machine, StateInfo, order};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use workflow_asl::jsonpath;

impl Interpreted {
    /// `{"state", "does", "branches", "input", "entered", "visits", "variables"}` in a state, `{"output"}` at the end, `{}`
    /// before the first state. What comes from the parent, the item and outer variables, is left out.
    pub(super) fn record(&self) -> Value {
        match &self.at {
            Position::State(visit) => {
                let own = self.variables.own();
                let variables: Map<_, _> =
                    own.map(|(name, value)| (name.to_string(), (**value).clone())).collect();
                let (node, info) =
                    (self.program.node(visit.state), &self.program.states()[visit.state]);
                let mut record = json!({
                    "state": &*node.name,
                    "does": &*node.does,
                    "input": *visit.input,
                    "entered": visit.entered,
                    "visits": self.visits,
                    "variables": variables,
                });
                if !info.branches.is_empty() {
                    record["branches"] = self.labels(info).into();
                }
                record
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
        let Value::String(name) = name else { return Err(unfit("`state` is no name")) };
        let state = self.program.named(&name).ok_or_else(|| {
            let found = "an execution that is in it";
            Failure::unfit(Reason::new(&*name, "", found, "a state of this name"))
        })?;
        let node = self.program.node(state);
        let known = record.get("does").and_then(Value::as_str).unwrap_or("nothing");
        if known != &*node.does {
            return Err(Failure::unfit(Reason::new(name, "does", known, &*node.does)));
        }
        let labels = record.get("branches").and_then(Value::as_array).into_iter().flatten();
        let labels: Vec<_> = labels.filter_map(Value::as_str).map(str::to_owned).collect();
        let order = order(self.program.states(), state, &labels)?;
        let mut take = |key| record.remove(key).ok_or_else(|| unfit(&format!("it lacks `{key}`")));
        let (input, entered, visits) = (take("input")?, take("entered")?, take("visits")?);
        let Value::Object(variables) = take("variables")? else {
            return Err(unfit("`variables` is not an object"));
        };
        let number = |value: Value| value.as_i64().ok_or_else(|| unfit("a number was expected"));
        self.visits = u32::try_from(number(visits)?).map_err(|_| unfit("`visits` is too large"))?;
        let own = Arc::<Variables>::make_mut(&mut self.variables);
        variables.into_iter().for_each(|(name, value)| own.set_given(&name, value));
        self.knows(state)?;
        self.at = Position::State(Visit {
            state,
            input: Arc::new(input),
            entered: number(entered)?,
            order,
        });
        Ok(())
    }
}

impl Interpreted {
    /// Looks at whether all variables are there that the document relies on from a state on.
    fn knows(&self, state: usize) -> Result<(), Failure> {
        let lacks = |name: &&str| jsonpath::Variables::variable(&*self.variables, name).is_none();
        let lacks = self.program.known()[state].needed().filter(lacks);
        let reasons: Vec<_> = lacks
            .map(|name| Reason::new(&*self.program.node(state).name, name, "nothing", "a value"))
            .collect();
        if reasons.is_empty() {
            return Ok(());
        }
        Err(Failure::blocked(Blocked { execution: "".into(), reasons }))
    }

    /// The labels of the branches of a state, in the order of its children.
    fn labels<'i>(&self, info: &'i StateInfo) -> Vec<&'i str> {
        (0..info.branches.len()).map(|index| &*info.branches[self.branch(index)]).collect()
    }
}

fn unfit(why: &str) -> Failure {
    Failure::runtime(format!("the checkpoint does not fit the document: {why}"))
}
