//! Errors that came as failures, and errors that are data: of the latter a failure is made, with the fields as the
//! document writes them.

use super::Native;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Catch, Kind, Stmt, VarId};
use crate::workflow::resolve::last;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

impl Native<'_> {
    /// The failure that an error is: one that was caught is handed on as it came.
    pub(super) fn failure_of(&self, error: &Ex, value: &TokenStream) -> TokenStream {
        if self.came(error) {
            return quote!(<::workflow::__private::Failure as ::core::convert::From<_>>::from(#value));
        }
        quote!(::workflow::__private::failing(#value))
    }

    /// True if something of a failure that was caught is in a value.
    pub(super) fn came(&self, value: &Ex) -> bool {
        self.came_by(value, &mut BTreeSet::new())
    }

    fn came_by(&self, value: &Ex, seen: &mut BTreeSet<VarId>) -> bool {
        match &value.kind {
            ExKind::Caught(_) => true,
            // What is made is one of them already.
            ExKind::Call { path, .. } if last(&path.path) == "failing" => true,
            ExKind::Var(var) => seen.insert(*var) && self.was_caught(*var, seen),
            _ => value.parts().into_iter().any(|part| self.came_by(part, seen)),
        }
    }

    fn was_caught(&self, var: VarId, seen: &mut BTreeSet<VarId>) -> bool {
        let catches = |catch: &Catch| catch.binds.contains(&var) || catch.whole == Some(var);
        self.graph.states.iter().any(|state| match &state.kind {
            Kind::Task(task) => task.outcome.catch.iter().any(catches),
            Kind::Fork(fork) => fork.outcome.catch.iter().any(catches),
            _ => false,
        }) || self.graph.blocks.iter().any(|block| {
            block.code.iter().chain(&block.late).any(|stmt| self.gets(stmt, var, seen))
        })
    }

    fn gets(&self, stmt: &Stmt, var: VarId, seen: &mut BTreeSet<VarId>) -> bool {
        match stmt {
            Stmt::Let { binds, value, .. } => binds.contains(&var) && self.came_by(value, seen),
            Stmt::Assign { place, value, .. } => {
                place.place().is_some_and(|(of, _)| of == var) && self.came_by(value, seen)
            }
            Stmt::Mutate { place, args, .. } => {
                place.place().is_some_and(|(of, _)| of == var)
                    && args.iter().any(|arg| self.came_by(arg, seen))
            }
            Stmt::Late(stmt, _) => self.gets(stmt, var, seen),
            _ => false,
        }
    }
}
