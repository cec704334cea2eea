//! `call.undo(|value| ..)`: one chain of states that undo, entered at the depth that was reached.
//!
//! An undo is the handler of all that comes after it in its scope, as the arm of a block is. When it has run, its
//! failure goes on to the undo before it, and at last to what is around the scope: a block's arm, or a Fail state.

use super::Lower;
use super::block::Handler;
use super::inline::{Inlined, Of};
use crate::workflow::env::Binding;
use crate::workflow::ex::Ex;
use crate::workflow::model::{End, FailValue, Kind, VarId, VarKind};
use crate::workflow::resolve::var;
use crate::workflow::undo::{self, Undo};
use std::collections::HashMap;
use syn::{Pat, Stmt};

/// An undo that is registered, and what the names in it mean.
pub(super) struct Registered {
    undo: Undo,
    names: HashMap<String, Binding>,
    /// The undos before it in its scope that were armed: those run after it.
    armed: Vec<bool>,
}

impl Lower<'_> {
    /// True if what begins here is a scope whose failures may run undos: nothing ends it but its own code.
    pub(super) fn holds_undos(&self) -> bool {
        self.graph.scopes[self.scope].parent.is_none()
    }

    /// Lowers a statement that registers an undo, or disarms those before it; false if it does neither.
    pub(super) fn compensates(&mut self, stmt: &Stmt, registered: &mut Vec<Registered>) -> bool {
        if let Some(mac) = undo::commits(stmt) {
            self.keep(mac, registered.len());
            return true;
        }
        match undo::of(stmt) {
            Some(Ok(undo)) => {
                let armed = self.armed(registered.len());
                registered.extend(self.register(undo, armed));
            }
            Some(Err(error)) => {
                self.errors.add(error);
                self.errors.echo();
            }
            None => return false,
        }
        true
    }

    /// Disarms the undos of the scope.
    fn keep(&mut self, mac: &syn::Macro, registered: usize) {
        let mut kept = false;
        for inlined in self.inlined.iter_mut().rev().take(registered) {
            if let Of::Undo { armed, .. } = &mut inlined.of {
                kept |= std::mem::take(armed);
            }
        }
        if !kept {
            self.errors.at(
                &mac.path,
                "no call before this `commit!` has an `.undo(..)` in the same scope",
                "remove it, or write it after the calls of its scope that have an `.undo(..)`",
            );
        }
    }

    /// Returns which of the undos of a scope are armed, the last one first.
    fn armed(&self, registered: usize) -> Vec<bool> {
        let last = self.inlined.iter().rev().take(registered);
        last.map(|inlined| matches!(inlined.of, Of::Undo { armed: true, .. })).collect()
    }

    fn arm(&mut self, before: &[bool]) {
        for (inlined, before) in self.inlined.iter_mut().rev().zip(before) {
            if let Of::Undo { armed, .. } = &mut inlined.of {
                *armed = *before;
            }
        }
    }

    /// The call, and the handler of what comes after it.
    fn register(&mut self, undo: Undo, armed: Vec<bool>) -> Option<Registered> {
        let (pat, ty) = match &undo.pat {
            Some(pat) => {
                let (pat, ty) = crate::workflow::resolve::typed(pat);
                (Some(pat.clone()), ty.cloned())
            }
            None => (None, None),
        };
        self.hint = pat.as_ref().and_then(super::hint);
        let value = self.direct(&undo.call)?;
        let value = self.booked(value, pat.as_ref(), ty);
        self.hint = None;
        let names = self.as_of_now(&undo, value);
        let failure = self.failure_of_undo();
        let block = self.graph.block(self.scope);
        let handler = Handler { block, failure: Some(failure), reached: false };
        self.inlined.push(Inlined {
            of: Of::Undo { handler, armed: true },
            to: None,
            reached: false,
            scope: self.scope,
        });
        Some(Registered { undo, names, armed })
    }

    /// The value of the call in a variable, under the names of the statement's pattern.
    fn booked(&mut self, value: Ex, pat: Option<&Pat>, ty: Option<syn::Type>) -> VarId {
        let span = value.span;
        if let Some(Pat::Ident(name)) = pat
            && super::side::takes_all(&Pat::Ident(name.clone()))
        {
            let booked = self.var(&name.ident, VarKind::Local, ty, name.mutability.is_some());
            self.set(booked, value);
            self.env.bind(&name.ident, Binding::Var(booked));
            return booked;
        }
        let booked = self.temporary("done", span);
        self.graph.vars[booked].written = ty;
        self.set(booked, value);
        if let Some(pat) = pat.filter(|pat| !matches!(pat, Pat::Wild(_))) {
            self.bind_let(pat, None, var(booked, span));
        }
        booked
    }

    /// The names that an undo reads: copies, since the code that comes may change or move what it has. In the document
    /// a copy of what never changes is another name for it.
    fn as_of_now(&mut self, undo: &Undo, value: VarId) -> HashMap<String, Binding> {
        self.env.push();
        for name in undo::reads(&undo.param, &undo.body) {
            let ident = crate::ident::named(&name, undo.span);
            let now = match self.env.get(&ident).cloned() {
                Some(Binding::Var(of)) => Binding::Var(self.copied(of, &name, undo.span)),
                // A closure under a name, of which another may follow.
                Some(function @ Binding::Function(_)) => function,
                _ => continue,
            };
            self.env.bind(&ident, now);
        }
        match &undo.param {
            Pat::Wild(_) => {}
            Pat::Ident(name)
                if super::side::takes_all(&undo.param) && name.mutability.is_none() =>
            {
                let value = self.copied(value, &crate::ident::text(&name.ident), undo.span);
                self.env.bind(&name.ident, Binding::Var(value));
            }
            param => {
                let (pat, ty) = crate::workflow::resolve::typed(param);
                let (pat, ty) = (pat.clone(), ty.cloned());
                let value = self.copied(value, "done", undo.span);
                self.bind_let(&pat, ty, var(value, undo.span));
            }
        }
        self.env.take()
    }

    fn copied(&mut self, of: VarId, name: &str, span: proc_macro2::Span) -> VarId {
        let ident = self.env.fresh(name, span);
        self.env.bind(&ident, Binding::Var(of));
        let value = self.resolver().expr(&syn::parse_quote!(#ident.clone()));
        let copy = self.temporary(name, span);
        self.set(copy, value);
        let pause =
            self.pauses.iter().find(|(pause, _)| *pause == of).map(|(_, path)| path.clone());
        self.pauses.extend(pause.map(|path| (copy, path)));
        copy
    }

    /// The variable that carries the failure along: that of the handler around, if it has one.
    fn failure_of_undo(&mut self) -> VarId {
        let scope = self.scope;
        let mut around = self.inlined.iter().rev().take_while(|inlined| inlined.scope == scope);
        let found = around.find_map(|inlined| match &inlined.of {
            Of::Block(handler) | Of::Undo { handler, .. } => Some(handler.failure),
            Of::Steps { .. } => None,
        });
        if let Some(Some(failure)) = found {
            return failure;
        }
        let failure = self.temporary("failure", proc_macro2::Span::call_site());
        let ty: syn::Type = syn::parse_quote!(::workflow::__private::Failure);
        let var = &mut self.graph.vars[failure];
        (var.ty, var.written) = (Some(ty.clone()), Some(ty));
        failure
    }

    /// Lowers the undos of a scope, the last one first.
    pub(super) fn run_undos(&mut self, registered: Vec<Registered>) {
        for registered in registered.into_iter().rev() {
            let Some(Inlined { of: Of::Undo { handler, .. }, .. }) = self.inlined.pop() else {
                return;
            };
            // It was reached before whatever has disarmed the others since.
            self.arm(&registered.armed);
            match handler.reached {
                true => self.run_undo(registered, handler),
                false => self.graph.blocks[handler.block].end = End::Unreachable,
            }
        }
    }

    /// The call of an undo, behind which its failure goes on; if it fails itself, that is part of the cause.
    fn run_undo(&mut self, Registered { undo, names, .. }: Registered, handler: Handler) {
        let Some(failure) = handler.failure else { return };
        let span = undo.span;
        self.here = Some(handler.block);
        self.env.put(names);
        let undone = self.temporary("undone", span);
        let ty: syn::Type = syn::parse_quote!(::workflow::__private::Failure);
        self.graph.vars[undone].ty = Some(ty.clone());
        self.graph.vars[undone].written = Some(ty);
        let failed = self.graph.block(self.scope);
        let value = self.temporary("undo", span);
        let inner = Handler { block: failed, failure: Some(undone), reached: false };
        let fails = self.block_that_fails(&undo.body, value, inner);
        self.env.pop();
        let join = self.graph.block(self.scope);
        self.end(End::Goto(join));
        if fails {
            self.here = Some(failed);
            if let Some(report) = self.report(&undo, failure, undone) {
                self.set(failure, report);
            }
            self.end(End::Goto(join));
        } else {
            self.graph.blocks[failed].end = End::Unreachable;
        }
        self.here = Some(join);
        let failure = FailValue::Caught(var(failure, span));
        if let Some(failure) = self.hand_over(failure, span) {
            self.enter("Failed", span, Kind::Fail { failure });
        }
    }

    /// The failure that goes on, with the failure of an undo in its cause.
    fn report(&mut self, undo: &Undo, failure: VarId, undone: VarId) -> Option<Ex> {
        let (first, also) = (self.env.fresh("first", undo.span), self.env.fresh("also", undo.span));
        self.env.push();
        self.env.bind(&first, Binding::Var(failure));
        self.env.bind(&also, Binding::Var(undone));
        let text = undo::report(&undo.name);
        let report = self.value(&syn::parse_quote! {
            ::workflow::__private::Failure::new(
                #first.error().to_owned(),
                format!(#text, #first.cause(), #also.error(), #also.cause())
            )
        });
        self.env.pop();
        report
    }

    /// An undo that stands where it cannot be registered.
    pub(super) fn refuse_undo(&mut self, at: &syn::Ident) {
        let (what, help) = if !self.holds_undos() {
            (
                "an undo in a branch or an item would be lost when another one fails",
                "return what was done, and register the undo outside; or let the branch end with `Ok(..)` in any case",
            )
        } else if !self.loops.is_empty() {
            (
                "an undo in a loop would have to be run once for each turn",
                "a turn of its own: `match async { .. }.await { .. }` in the loop; or keep a list of what was done, and undo it in the arm of a block around the loop",
            )
        } else {
            (
                "an undo is registered by a statement of the workflow's body, or of a block that may fail",
                "write `let flight = book(trip).undo(|flight| cancel(flight)).await?;` there; on one way only, put that way into a block: `match async { .. }.await { .. }`",
            )
        };
        self.errors.at(at, what, help);
        self.errors.echo();
    }
}
