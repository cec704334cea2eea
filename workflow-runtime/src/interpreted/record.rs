//! The checkpoint of a scope, to go on after a crash.

use super::distributed::Made;
use super::variables::Variables;
use super::{Interpreted, Position, Visit};
use crate::blocked::{Blocked, Reason};
use crate::description::ITEMS;
use crate::failure::Failure;
use crate::machine::{Machine, StateInfo, order};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::jsonpath;

impl Interpreted {
    /// `{"state", "does", "branches", "input", "entered", "visits", "variables", "items"}` in a state, `{"output"}` at the end, `{}` before
    /// the first state. What comes from the parent, the item and outer variables, is left out.
    pub(super) fn record(&self) -> Result<String, Failure> {
        serde_json::to_string(&Record(self))
            .map_err(|error| Failure::runtime(format!("a record has no JSON form: {error}")))
    }

    /// Goes to where a record says; without one it is at its beginning.
    pub(super) fn load(&mut self, record: Value) -> Result<(), Failure> {
        if record.is_null() {
            return Ok(());
        }
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
        let written = record.remove(ITEMS);
        let made = Made::since(written.as_ref(), node.made, &name)?;
        let renewed = made.is_some_and(|made| written != Some(json!(made.written())));
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
            made,
            renewed,
        });
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
                let info = &scope.program.states()[visit.state];
                let node = scope.program.node(visit.state);
                record.serialize_entry("state", &*node.name)?;
                record.serialize_entry("does", &*node.does)?;
                if !info.branches.is_empty() {
                    record.serialize_entry("branches", &scope.labels(info))?;
                }
                record.serialize_entry("input", &*visit.input)?;
                record.serialize_entry("entered", &visit.entered)?;
                record.serialize_entry("visits", &scope.visits)?;
                record.serialize_entry("variables", &Own(&scope.variables))?;
                if let Some(made) = visit.made {
                    record.serialize_entry(ITEMS, &made.written())?;
                }
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
