//! The items of a distributed Map: what their executions begin with, and their machines.

use crate::failure::Failure;
use crate::interpreted::items::Selection;
use crate::interpreted::joined::Joined;
use crate::interpreted::plan::Work;
use crate::interpreted::{Interpreted, Position};
use crate::machine::distributed::{Batch, Element, ItemProcessor};
use crate::machine::{Identity, Machine};
use serde_json::Value;
use std::sync::Arc;

/// The items of the Map that a machine is in.
pub(in crate::interpreted) struct MapItems {
    /// The machine in the state of the Map, as it was when that began.
    machine: Interpreted,
    /// `ItemSelector`, once it is applied.
    selection: Option<Selection>,
}

impl MapItems {
    pub(in crate::interpreted) fn new(machine: &Interpreted) -> Result<Self, Failure> {
        match &machine.view(machine.visit()?).node.plan.work {
            Work::Map(map) if map.distribution.is_some() => {}
            _ => return Err(Failure::runtime("the state is no distributed Map")),
        }
        Ok(MapItems { machine: machine.snapshot(), selection: None })
    }
}

impl ItemProcessor for MapItems {
    fn batch(&mut self) -> Result<Option<Batch>, Failure> {
        let view = self.machine.view(self.machine.visit()?);
        self.selection = Some(Selection::new(&view)?);
        match &view.node.plan.work {
            Work::Map(map) => {
                map.distribution.as_ref().map_or(Ok(None), |distribution| distribution.batch(&view))
            }
            _ => Ok(None),
        }
    }

    fn input(&mut self, item: Element, source: Arc<str>) -> Result<Arc<Value>, Failure> {
        let view = self.machine.view(self.machine.visit()?);
        let Work::Map(map) = &view.node.plan.work else { return Ok(Arc::new(item.input())) };
        let selection = match &mut self.selection {
            Some(selection) => selection,
            none => none.insert(Selection::new(&view)?),
        };
        let (_, input) = selection.next(&view, map, item, Some(source))?;
        Ok(input)
    }

    /// Inputs that are made otherwise by now do not tell.
    fn told_by<'v>(&self, input: &'v Value) -> &'v Value {
        let visit = self.machine.visit().ok();
        let begun =
            visit.and_then(|visit| visit.made.zip(self.machine.program.node(visit.state).made));
        match begun {
            Some((begun, now)) if begun.inputs != now.inputs => &Value::Null,
            _ => input,
        }
    }

    fn open(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
    ) -> Result<Box<dyn Machine>, Failure> {
        Ok(Box::new(self.machine.as_execution(execution, input)?))
    }

    fn revive(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
        record: Value,
    ) -> Result<Box<dyn Machine>, Failure> {
        let mut machine = self.machine.as_execution(execution, input)?;
        machine.load(record)?;
        Ok(Box::new(machine))
    }
}

impl Interpreted {
    /// The same machine at the same place, for those who evaluate later.
    fn snapshot(&self) -> Interpreted {
        let at = match &self.at {
            Position::State(visit) => Position::State(visit.clone()),
            _ => Position::Gone,
        };
        Interpreted {
            program: self.program.clone(),
            run: self.run.clone(),
            start: self.start,
            at,
            variables: self.variables.clone(),
            item: self.item.clone(),
            moment: self.moment,
            visits: self.visits,
            fork: Default::default(),
            joined: Joined::default(),
        }
    }

    /// The execution of an item of the Map that this machine is in: it sees no variables from outside.
    fn as_execution(&self, identity: &Identity, input: Arc<Value>) -> Result<Interpreted, Failure> {
        let node = self.program.node(self.visit()?.state);
        let start = node.starts.first().copied();
        let start = start.ok_or_else(|| Failure::runtime("a Map without a processor"))?;
        let run = Arc::new(self.run.derived(identity, input.clone()));
        let mut machine = Self::root(self.program.clone(), run, Position::Start(input));
        machine.start = start;
        Ok(machine)
    }
}
