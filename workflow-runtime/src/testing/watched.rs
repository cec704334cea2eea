//! A machine that tells which of its states, rules and catchers are reached.

use super::coverage::Coverage;
use crate::failure::Failure;
use crate::machine::distributed::{Batch, Element, ItemProcessor};
use crate::machine::{
    At, Effect, Event, Identity, Machine, StateInfo, StepContext, StepTrace, Stop,
};
use crate::payload::Payload;
use serde_json::Value;
use std::any::Any;
use std::sync::Arc;

pub(super) struct Watched {
    pub(super) inner: Box<dyn Machine>,
    pub(super) coverage: Coverage,
}

impl Watched {
    fn wrap(&self, inner: Box<dyn Machine>) -> Box<dyn Machine> {
        Box::new(Watched { inner, coverage: self.coverage.clone() })
    }
}

impl Machine for Watched {
    fn states(&self) -> &[StateInfo] {
        self.inner.states()
    }
    fn timeout(&self) -> Option<u32> {
        self.inner.timeout()
    }
    fn at(&self) -> At {
        self.inner.at()
    }
    fn effect(&mut self, context: &StepContext) -> Result<Effect, Failure> {
        self.inner.effect(context)
    }
    fn processor(&mut self) -> Result<Box<dyn ItemProcessor>, Failure> {
        let inner = self.inner.processor()?;
        Ok(Box::new(WatchedItems { inner, coverage: self.coverage.clone() }))
    }
    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        let child = self.inner.child(index)?;
        Ok(self.wrap(child))
    }
    fn branch(&self, index: usize) -> usize {
        self.inner.branch(index)
    }
    fn take_in(&mut self, index: usize, child: Box<dyn Machine>) {
        // All children come from `Watched::wrap`; the inner machine knows its own by their type.
        if let Ok(child) = child.into_any().downcast::<Watched>() {
            self.inner.take_in(index, child.inner);
        }
    }
    fn step(
        &mut self,
        event: Event,
        context: &StepContext,
        trace: &mut StepTrace,
    ) -> Result<(), Stop> {
        if let (At::State(state), Event::Caught(catcher, _)) = (self.inner.at(), &event) {
            self.coverage.caught(state, *catcher);
        }
        let stepped = self.inner.step(event, context, trace);
        for entry in &trace.entries {
            if let Some(state) = entry.state {
                self.coverage.entered(state);
                entry.rule.into_iter().for_each(|rule| self.coverage.chose(state, rule));
            }
        }
        stepped
    }
    fn reads_time(&self) -> bool {
        self.inner.reads_time()
    }
    fn output(&self) -> Option<Payload> {
        self.inner.output()
    }
    fn into_output(self: Box<Self>) -> Payload {
        self.inner.into_output()
    }
    fn save(&self) -> Result<String, Failure> {
        self.inner.save()
    }
    fn revive(&self, index: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        self.inner.revive(index, record).map(|child| self.wrap(child))
    }
    fn renew(&mut self) -> bool {
        self.inner.renew()
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// The items of a distributed Map, whose machines are watched.
struct WatchedItems {
    inner: Box<dyn ItemProcessor>,
    coverage: Coverage,
}

impl ItemProcessor for WatchedItems {
    fn batch(&mut self) -> Result<Option<Batch>, Failure> {
        self.inner.batch()
    }
    fn input(&mut self, item: Element, source: Arc<str>) -> Result<Arc<Value>, Failure> {
        self.inner.input(item, source)
    }
    fn told_by<'v>(&self, input: &'v Value) -> &'v Value {
        self.inner.told_by(input)
    }
    fn open(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
    ) -> Result<Box<dyn Machine>, Failure> {
        let inner = self.inner.open(execution, input)?;
        Ok(Box::new(Watched { inner, coverage: self.coverage.clone() }))
    }
    fn revive(
        &mut self,
        execution: &Identity,
        input: Arc<Value>,
        record: Value,
    ) -> Result<Box<dyn Machine>, Failure> {
        let inner = self.inner.revive(execution, input, record)?;
        Ok(Box::new(Watched { inner, coverage: self.coverage.clone() }))
    }
}
