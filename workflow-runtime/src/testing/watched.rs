//! A machine that tells which of its states, rules and catchers are reached.

use super::coverage::Coverage;
use crate::failure::Failure;
use crate::machine::{At, Effect, Event, Machine, StateInfo, StepContext, StepTrace, Stop};
use crate::payload::Payload;
use serde_json::Value;
use std::any::Any;

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
    fn at(&self) -> At {
        self.inner.at()
    }
    fn effect(&mut self, context: &StepContext) -> Result<Effect, Failure> {
        let mut effect = self.inner.effect(context)?;
        if let Effect::Distribute(map) = &mut effect {
            let coverage = self.coverage.clone();
            map.watch = Some(Box::new(move |inner| {
                Box::new(Watched { inner, coverage: coverage.clone() })
            }));
        }
        Ok(effect)
    }
    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        let child = self.inner.child(index)?;
        Ok(self.wrap(child))
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
    fn save(&self) -> Result<Value, Failure> {
        self.inner.save()
    }
    fn revive(&self, index: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        self.inner.revive(index, record).map(|child| self.wrap(child))
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}
