//! The assignments of an edge: every variable that it changes and that is still read where it leads.

use super::base::Base;
use super::bound::changes;
use super::error::Error;
use super::render::Phase;
use super::template::template;

use super::walk::Step;
use crate::program::Root;
use serde_json::{Map, Value};

impl<'p> Base<'p> {
    /// The `Assign` of an edge from one state to another, in the order of the code.
    pub fn assign(
        &self,
        phase: &Phase<'p>,
        from: Option<usize>,
        to: usize,
    ) -> Result<Map<String, Value>, Error> {
        let mut assign = Map::new();
        let all = self.assigned(&phase.steps, from, to);
        for index in all.iter().copied() {
            let name = self.program.variables[index].name;
            let state = from.map_or("", |from| self.program.states[from].name);
            let at = Error::at(state, &format!("Assign/{name}"));
            let code = self.variable(phase, index, &all).map_err(at)?;
            let given = phase.steps.iter().any(|step| is_given(*step, index));
            if given || code.text() != format!("${name}") {
                assign.insert(name.to_owned(), template(&code));
            }
        }
        Ok(assign)
    }

    /// The variables that an edge may have to assign: an item that leaves the only state whose input it is, and
    /// what the code changes.
    pub fn assigned(&self, steps: &[Step<'p>], from: Option<usize>, to: usize) -> Vec<usize> {
        let live = self.live(to);
        let inputs = live.iter().copied().filter(|variable| {
            from.is_some_and(|from| self.is_input(*variable, &[from]))
                && !self.is_input(*variable, &[to])
        });
        let mut assigned: Vec<_> = inputs.collect();
        for index in steps.iter().flat_map(|step| changes(*step)) {
            let kept = matches!(self.program.variables[index].root, Root::Assigned | Root::Item);
            if kept && live.contains(&index) && !assigned.contains(&index) {
                assigned.push(index);
            }
        }
        assigned
    }
}

/// True if a step gives a variable a value, be it the one that it has: `cents = cents` is in the history.
fn is_given(step: Step<'_>, index: usize) -> bool {
    match step {
        Step::Assign(place, _) | Step::Mutate(place, ..) => place.variable == index,
        _ => false,
    }
}
