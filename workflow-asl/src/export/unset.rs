//! Every variable that is read has a value, on every way to where it is read.
//!
//! JSONata drops what is missing from objects without a word, so this is checked before a document is handed out.

use super::Export;
use super::base::Base;
use super::bound::bound;
use super::error::{Error, broken};
use super::uses::Uses;
use super::walk::{Target, Walk, late};
use crate::expr::Refused;
use crate::program::{Expr, Kind, Root, Test};
use std::collections::{BTreeMap, BTreeSet};

/// The variables that have a value.
type Known = BTreeSet<usize>;

impl<'p> Export<'p> {
    /// Checks the scope that begins with a block, and those in it.
    pub fn known(&self, start: usize, outer: &Known) -> Result<(), Error> {
        let first = Walk::new(self.base.program, start).and_then(|walk| walk.state());
        let first = first.map_err(Error::at("", "StartAt"))?;
        for (state, known) in self.entries(first, outer)? {
            let at = |refused| Error::at(self.state(state).name, "variables")(refused);
            self.reads(state, &known).map_err(at)?;
            match &self.state(state).kind {
                Kind::Parallel { branches, .. } => {
                    branches.iter().try_for_each(|start| self.known(*start, &known))?;
                }
                Kind::Map { start, distributed: None, .. } => self.known(*start, &known)?,
                // An execution of its own sees nothing of what is outside.
                Kind::Map { start, .. } => self.known(*start, &Known::new())?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns what has a value where each state of a scope is entered: on all ways to it.
    fn entries(&self, first: usize, outer: &Known) -> Result<BTreeMap<usize, Known>, Error> {
        let mut entries = BTreeMap::from([(first, outer.clone())]);
        let mut open = vec![first];
        while let Some(from) = open.pop() {
            let at = Error::at(self.state(from).name, "Next");
            for walk in self.edges(from).map_err(at)? {
                let Target::State(to) = walk.target else { continue };
                let mut known = entries[&from].clone(); // it was entered before it was opened
                known.extend(self.base.assigned(&walk.steps, Some(from), to));
                let before = entries.get(&to);
                let after = match before {
                    Some(before) => before & &known,
                    None => known,
                };
                if before != Some(&after) {
                    entries.insert(to, after);
                    open.push(to);
                }
            }
        }
        Ok(entries)
    }

    /// Checks the expressions of a state and of the edges that leave it.
    fn reads(&self, state: usize, known: &Known) -> Result<(), Refused> {
        let base = &self.base;
        let own = base.entry_uses(state);
        self.have(state, known, base.needed(&late(base.program, state)?, own, &|_| false).1)?;
        for walk in self.edges(state)? {
            let mut uses = Uses::default();
            match walk.target {
                Target::Return(value) => uses.expr(base.program, value),
                Target::State(to) => {
                    for variable in base.assigned(&walk.steps, Some(state), to) {
                        uses.expr(base.program, &Expr::Var(variable));
                    }
                }
            }
            self.have(state, known, base.needed(&walk.steps, uses, &|_| false).1)?;
        }
        Ok(())
    }

    fn have(&self, state: usize, known: &Known, uses: Uses) -> Result<(), Refused> {
        let variables = &self.base.program.variables;
        let unset = |index: &usize| match variables[*index].root {
            Root::Assigned => !known.contains(index),
            Root::Item => !known.contains(index) && !self.base.is_input(*index, &[state]),
            Root::Input | Root::Alias(_) => false,
        };
        match uses.0.into_keys().find(unset) {
            Some(index) => {
                let name = variables[index].name;
                Err(broken(format!("`{name}` is read, but has no value on some way to the state")))
            }
            None => Ok(()),
        }
    }
}

impl Base<'_> {
    /// Returns what a state's own expressions read.
    fn entry_uses(&self, state: usize) -> Uses {
        let mut uses = Uses::default();
        let mut reads = |expr: &Expr| uses.expr(self.program, expr);
        match &self.program.states[state].kind {
            Kind::Task { arguments, .. } => arguments.iter().for_each(|(_, value)| reads(value)),
            Kind::Choice { rules, .. } => {
                rules.iter().for_each(|rule| uses.add(&self.test_uses(&rule.test)));
            }
            Kind::Wait { seconds: own, .. } | Kind::WaitUntil { timestamp: own, .. } => reads(own),
            Kind::Map { items, distributed, .. } => {
                reads(items);
                let captures = distributed.iter().flat_map(|map| map.captures);
                captures.for_each(|(_, value)| reads(value));
                let to = distributed.iter().filter_map(|map| map.writer.as_ref());
                to.flat_map(|(bucket, prefix)| [bucket, prefix]).for_each(reads);
            }
            Kind::Succeed { output } => reads(output),
            Kind::Fail { error, cause } => [error, cause].into_iter().for_each(reads),
            Kind::Pass { .. } | Kind::Parallel { .. } => {}
        }
        uses
    }

    /// Returns what a condition reads: a guard also reads what its pattern binds.
    pub fn test_uses(&self, test: &Test) -> Uses {
        let (on, pattern, guard) = match test {
            Test::When(on) => (on, None, None),
            Test::Fits(on, pattern, guard) => (on, Some(pattern), guard.as_ref()),
        };
        let mut uses = guard.map(|guard| Uses::of(self.program, guard)).unwrap_or_default();
        for variable in pattern.map(bound).unwrap_or_default() {
            uses.0.remove(&variable);
        }
        uses.expr(self.program, on);
        uses
    }
}
