//! `continue_as(..)`: the last state starts the next execution.

use super::Lower;
use super::attempt::result;
use super::call::Parts;
use super::inline::{Inlined, Of};
use crate::ident::pascal;
use crate::workflow::model::{Kind, Outcome, StateId, Task};
use crate::workflow::resolve::last;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall};

const HELP: &str = "write `return continue_as(my_workflow(..)).await;`";

impl Lower<'_> {
    pub(super) fn is_continuation(call: &Expr) -> bool {
        matches!(Parts::of(call).base, Expr::Call(call) if matches!(&*call.func, Expr::Path(path) if last(&path.path) == "continue_as"))
    }

    /// Something is to be done after it.
    pub(super) fn continues_within(&mut self, call: &ExprCall) -> Option<StateId> {
        self.errors.at(&call.func, "nothing can follow `continue_as`", HELP);
        None
    }

    /// At the end of the workflow.
    pub(super) fn continue_as(&mut self, call: &Expr) {
        let parts = Parts::of(call);
        let Expr::Call(outer) = parts.base else { return };
        let covered = |inlined: &Inlined| matches!(inlined.of, Of::Undo { armed: true, .. });
        let kept = |inlined: &Inlined| matches!(inlined.of, Of::Undo { armed: false, .. });
        if self.scope == 0
            && self.inlined.iter().any(covered)
            && self.inlined.iter().all(|inlined| covered(inlined) || kept(inlined))
        {
            return self.errors.at(
                &outer.func,
                "the next execution cannot undo the calls of this one",
                "write `commit!();` before it, if they need not be undone",
            );
        }
        if self.scope != 0 || !self.inlined.iter().all(kept) {
            return self.errors.at(
                &outer.func,
                "only the workflow itself can continue as another execution, not a branch, item or block",
                "return a value from here, and write `continue_as` at the end of the workflow",
            );
        }
        let next = match outer.args.first() {
            Some(Expr::Call(next)) if outer.args.len() == 1 => next,
            _ => {
                return self.errors.at(
                    &outer.args,
                    "`continue_as` takes a call of a workflow",
                    HELP,
                );
            }
        };
        let Expr::Path(path) = &*next.func else {
            return self.errors.at(&next.func, "`continue_as` takes a call of a workflow", HELP);
        };
        let path = path.path.clone();
        let Some(args) = self.values(&next.args) else { return };
        let name = self.name(&parts, &format!("ContinueAs{}", pascal(&last(&path))));
        let ok = self.graph.block(self.scope);
        let outcome = Outcome { ok, catch: vec![] };
        self.graph.called.add(&path);
        let (span, retry) = (path.span(), parts.retry());
        let (timeout, heartbeat, paren) = (None, None, next.paren_token);
        let task = Task { path, paren, args, retry, timeout, heartbeat, outcome, continues: true };
        self.enter_as(name, span, Kind::Task(task));
        self.here = Some(ok);
        self.give(result(span));
    }
}
