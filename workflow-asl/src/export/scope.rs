//! The states of a workflow, a branch or an item: those that its first block leads to.

use super::Export;
use super::error::{Error, broken};
use super::render::Phase;
use super::walk::{Target, Walk};
use crate::program::State;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

impl<'p> Export<'p> {
    /// `StartAt` and `States`, in program order.
    pub fn scope(&self, start: usize) -> Result<Map<String, Value>, Error> {
        let first = self.start(start)?;
        let states = self.reachable(first)?;
        let rest = states.into_iter().filter(|state| *state != first);
        let mut written = Map::new();
        for state in std::iter::once(first).chain(rest) {
            written.insert(self.state(state).name.to_owned(), self.write(state)?);
        }
        let mut scope = Map::new();
        scope.insert("StartAt".into(), self.state(first).name.into());
        scope.insert("States".into(), Value::Object(written));
        Ok(scope)
    }

    pub fn state(&self, index: usize) -> &'p State {
        &self.base.program.states[index]
    }

    /// The first state. Nothing can be assigned on the way to it.
    fn start(&self, block: usize) -> Result<usize, Error> {
        let at = || Error::at("", "StartAt");
        let walk = Walk::new(self.base.program, block).map_err(at())?;
        let first = walk.state().map_err(at())?;
        let env = self.base.env(&[first]).map_err(at())?;
        let phase = Phase { env, steps: walk.steps, result: None, again: vec![] };
        let assign = self.base.assign(&phase, None, first)?;
        match assign.keys().next() {
            None => Ok(first),
            Some(name) => {
                let state = self.state(first).name;
                let what = format!("`{name}` is assigned before the first state `{state}`");
                Err(at()(broken(what)))
            }
        }
    }

    /// The states that a state leads to, and itself.
    fn reachable(&self, first: usize) -> Result<BTreeSet<usize>, Error> {
        let mut found = BTreeSet::from([first]);
        let mut open = vec![first];
        while let Some(state) = open.pop() {
            let at = Error::at(self.state(state).name, "Next");
            for walk in self.edges(state).map_err(at)? {
                let Target::State(next) = walk.target else { continue };
                if next == first {
                    self.input_stays(state, first)?;
                }
                if found.insert(next) {
                    open.push(next);
                }
            }
        }
        Ok(found)
    }
}

impl Export<'_> {
    /// Stops using the item as input where a scope returns to its first state.
    fn input_stays(&self, from: usize, first: usize) -> Result<(), Error> {
        let live = self.base.live(first);
        let Some(item) = live.into_iter().find(|item| self.base.is_input(*item, &[first])) else {
            return Ok(());
        };
        let name = self.base.program.variables[item].name;
        let what = format!("`{name}` is the input of the state that it goes back to");
        Err(Error::at(self.state(from).name, "Next")(broken(what)))
    }
}
