//! The checks before anything has run: whether all that tasks need is there.

use crate::connector::{Functions, Target};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::machine::{Machine, StateInfo};
use crate::task::TaskDefinition;
use crate::way::{Parts, Way, Ways};
use std::collections::BTreeMap;

/// A missing resource, and the tasks that need it.
#[derive(Default)]
struct Missing {
    resources: BTreeMap<&'static str, Vec<&'static str>>,
    connectors: BTreeMap<&'static str, Vec<&'static str>>,
    /// Workflows that were looked at: they may call each other.
    seen: Vec<&'static str>,
}

impl Engine {
    /// Checks that all that the tasks of a machine need is registered.
    pub(crate) fn check_resources(&self, machine: &dyn Machine) -> Result<(), Failure> {
        if self.0.mock.is_some() {
            return Ok(());
        }
        let mut missing = Missing::default();
        self.check_states(machine.states(), &mut missing);
        missing.failure()
    }

    fn check_states(&self, states: &[StateInfo], missing: &mut Missing) {
        for task in states.iter().filter_map(|state| state.task) {
            self.check_task(&task, missing);
        }
    }

    fn check_task(&self, task: &TaskDefinition, missing: &mut Missing) {
        for need in (task.needs)().into_iter().filter(|need| !self.0.resources.has(need.id)) {
            add(&mut missing.resources, need.name, task.name);
        }
        match task.way {
            Way::Function | Way::Callback => {}
            Way::Resource(arn) | Way::Token { resource: arn, .. } => {
                let resource = task.way.resource().unwrap_or(arn);
                let answered = Target::parse(resource)
                    .is_ok_and(|target| self.connector(&target, &Functions::default()).is_some());
                if !answered {
                    add(&mut missing.connectors, arn, task.name);
                }
            }
            Way::Workflow(nested) | Way::Continue(nested) if !missing.seen.contains(&task.name) => {
                missing.seen.push(task.name);
                self.check_states((Parts::of(nested).states)(), missing);
            }
            Way::Workflow(_) | Way::Continue(_) => {}
        }
    }
}

fn add(to: &mut BTreeMap<&'static str, Vec<&'static str>>, what: &'static str, task: &'static str) {
    let tasks = to.entry(what).or_default();
    if !tasks.contains(&task) {
        tasks.push(task);
    }
}

impl Missing {
    fn failure(self) -> Result<(), Failure> {
        let list = |missing: &BTreeMap<&str, Vec<&str>>| {
            let one = |(what, tasks): (&&str, &Vec<&str>)| {
                format!("`{what}` (needed by {})", tasks.join(", "))
            };
            missing.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let mut said = vec![];
        if !self.resources.is_empty() {
            let text = list(&self.resources);
            said.push(format!(
                "resources are not registered: {text}; give each to `Engine::builder().resource(..)`, or in a \
                 command line `.engine(async |engine| Ok(engine.resource(..).into()))` of `workflow::cli()`"
            ));
        }
        if !self.connectors.is_empty() {
            let text = list(&self.connectors);
            said.push(format!(
                "nothing answers these: {text}; give a connector to `Engine::builder().connector(..)`, or a mock"
            ));
        }
        if said.is_empty() { Ok(()) } else { Err(Failure::runtime(said.join("; and "))) }
    }
}
