//! Steps: a function of the user's, written out where it is called.

use super::block::Handler;
use super::call::Parts;
use super::{Dest, Loop, Lower};
use crate::ident::pascal;
use crate::workflow::ex::Ex;
use crate::workflow::model::{BlockId, End, ScopeId, VarId};
use crate::workflow::resolve::var;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, FnArg};

/// Code that `return` leaves, and not its scope.
pub struct Inlined {
    pub of: Of,
    /// The destination of its value, and the block after it; `None`: its value is that of what is around.
    pub to: Option<(VarId, BlockId)>,
    pub reached: bool,
    /// The branch or item that it stands in: `return` in one inside ends that one.
    pub scope: ScopeId,
}

/// The code that is being written out.
pub enum Of {
    /// A function: its position among the steps, and the prefix of the names of its states.
    Steps { index: usize, prefix: String },
    /// An `async` block that handles what fails in it.
    Block(Handler),
    /// The rest of a scope, behind a call that has an undo; not `armed`: it stays done.
    Undo { handler: Handler, armed: bool },
}

impl Lower<'_> {
    /// Returns what the names of states begin with.
    pub(super) fn prefix(&self) -> String {
        let prefixes = self.inlined.iter().filter_map(|inlined| match &inlined.of {
            Of::Steps { prefix, .. } => Some(prefix.as_str()),
            Of::Block(_) | Of::Undo { .. } => None,
        });
        prefixes.collect()
    }

    fn steps_of(&self, call: &Expr) -> Option<usize> {
        let Expr::Call(call) = Parts::of(call).base else { return None };
        let callee = call.func.to_token_stream().to_string();
        self.steps.iter().position(|steps| steps.path.to_token_stream().to_string() == callee)
    }

    pub(super) fn is_steps(&self, call: &Expr) -> bool {
        self.steps_of(call).is_some()
    }

    /// The value of a call, as a variable.
    pub(super) fn inline(&mut self, call: &Expr) -> Option<Ex> {
        let index = self.steps_of(call)?;
        let parts = Parts::of(call);
        self.refuse_builders(&parts, &[], "steps");
        let Expr::Call(inner) = parts.base else { return None };
        let itself = |inlined: &Inlined| matches!(inlined.of, Of::Steps { index: known, .. } if known == index);
        if self.inlined.iter().any(itself) {
            self.errors.at(&inner.func, "steps cannot call themselves", "use a loop");
            return None;
        }
        let hint = self.hint.take().filter(|hint| !hint.contains(','));
        let args = self.values(&inner.args)?;
        let function = self.steps[index].function.clone();
        if args.len() != function.sig.inputs.len() {
            self.errors.at(
                &inner.args,
                format!("these steps take {} arguments", function.sig.inputs.len()),
                "pass one value for each",
            );
            self.errors.echo();
            return None;
        }
        let name = hint.unwrap_or_else(|| crate::ident::text(&function.sig.ident));
        let value = self.target.take().unwrap_or_else(|| self.temporary(&name, inner.span()));
        let after = self.graph.block(self.scope);
        let prefix = format!("{}: ", pascal(&name));
        let outside = self.env.enter(function.to_token_stream());
        self.env.declare(&function);
        for (input, arg) in function.sig.inputs.iter().zip(args) {
            if let FnArg::Typed(input) = input {
                self.bind_let(&input.pat, Some((*input.ty).clone()), arg);
            }
        }
        let loops: Vec<Loop> = std::mem::take(&mut self.loops);
        let of = Of::Steps { index, prefix };
        let to = Some((value, after));
        self.inlined.push(Inlined { of, to, reached: false, scope: self.scope });
        self.names.reserve(function.block.to_token_stream(), &self.prefix());
        self.block(&function.block, Dest::Return);
        let reached = self.inlined.pop().is_some_and(|inlined| inlined.reached);
        self.loops = loops;
        self.env.leave(outside);
        if !reached {
            self.graph.blocks[after].end = End::Unreachable;
            return None;
        }
        self.here = Some(after);
        Some(var(value, inner.span()))
    }

    /// `Ok(value)`: the end of the scope, or of the steps or the block that are being written out.
    pub(super) fn give(&mut self, value: Ex) {
        let scope = self.scope;
        let mut around = self.inlined.iter_mut().rev().take_while(|around| around.scope == scope);
        match around.find_map(|around| Some((&mut around.reached, around.to?))) {
            Some((reached, (variable, after))) => {
                *reached = true;
                self.set(variable, value);
                self.end(End::Goto(after));
            }
            None => match self.graph.scopes[scope].wins {
                Some(position) => self.win(position, value),
                None => self.end(End::Return(value)),
            },
        }
    }
}
