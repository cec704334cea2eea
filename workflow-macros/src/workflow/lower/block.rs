//! `match async { .. }.await { Ok(..) => .., Err(failure) => .. }`: a block whose failures go to an arm.
//!
//! Its states stand among those around it. Each of them that may fail has a catcher of every failure, and `?` and
//! `Err(..)` lead to the same place: the arm.

use super::inline::{Inlined, Of};
use super::{Lower, hint};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, End, FailValue, Probe, Stmt, VarId, VarKind,
};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprAsync, ExprAwait, Pat};

/// The place that failures go to.
#[derive(Clone, Copy)]
pub struct Handler {
    pub block: BlockId,
    /// The variable that holds the failure, if the arm binds it.
    pub failure: Option<VarId>,
    pub reached: bool,
}

/// The block that an expression awaits.
pub fn of(call: &ExprAwait) -> Option<&ExprAsync> {
    let mut base = &*call.base;
    loop {
        base = match base {
            Expr::Paren(paren) => &paren.expr,
            Expr::Group(group) => &group.expr,
            Expr::Async(block) => return Some(block),
            _ => return None,
        };
    }
}

/// The same, to be changed.
pub fn of_mut(call: &mut ExprAwait) -> Option<&mut ExprAsync> {
    let mut base = &mut *call.base;
    loop {
        base = match base {
            Expr::Paren(paren) => &mut paren.expr,
            Expr::Group(group) => &mut group.expr,
            Expr::Async(block) => return Some(block),
            _ => return None,
        };
    }
}

/// `async { .. }.await` as a value, and with `?`: the `match` that it is.
pub(super) fn handled(expr: &Expr) -> Option<Expr> {
    let own = |name: &str| crate::ident::own(name, expr.span());
    let (value, failure) = (own("__value"), own("__failure"));
    match expr {
        Expr::Await(call) if of(call).is_some() => Some(syn::parse_quote! {
            match #call { Ok(#value) => Ok(#value), Err(#failure) => Err(#failure) }
        }),
        Expr::Try(attempt) => match &*attempt.expr {
            Expr::Await(call) if of(call).is_some() => Some(syn::parse_quote! {
                match #call { Ok(#value) => #value, Err(#failure) => return Err(#failure) }
            }),
            _ => None,
        },
        _ => None,
    }
}

impl Lower<'_> {
    /// Binds the failure of a block in its arm.
    pub(super) fn failure_of_block(&mut self, pat: &Pat, block: BlockId) -> Handler {
        let failure = match pat {
            Pat::Ident(name) if super::side::takes_all(pat) => {
                let ty = syn::parse_quote!(::workflow::__private::Failure);
                let mutable = name.mutability.is_some();
                let failure = match name.ident.to_string().starts_with('_') {
                    true => self.temporary("failure", name.ident.span()),
                    false => self.var(&name.ident, VarKind::Local, Some(ty), mutable),
                };
                self.env.bind(&name.ident, Binding::Var(failure));
                Some(failure)
            }
            Pat::Wild(_) => None,
            other => {
                self.errors.at(
                    other,
                    "the error of an `async` block is a `Failure`, whichever call made it",
                    "bind it whole, `Err(failure)`, and look at `failure.error()` inside; or `match` on the call itself. Errors of several ways are told apart where no way binds a name that the arms mention: give that another name",
                );
                self.errors.echo();
                None
            }
        };
        Handler { block, failure, reached: false }
    }

    /// The variable of a block's value, named as the arm that takes it says.
    pub(super) fn value_of_block(&mut self, arms: &[&Pat], span: Span) -> VarId {
        let plain = |name: Option<String>| name.filter(|name| !name.contains(','));
        let (bound, mutable) = match arms {
            [pat @ Pat::Ident(name)] => (plain(hint(pat)), name.mutability.is_some()),
            _ => (None, false),
        };
        let name = bound.or_else(|| plain(self.hint.clone()));
        let value = self.temporary(&name.unwrap_or_else(|| "value".to_owned()), span);
        self.graph.vars[value].mutable = mutable;
        value
    }

    /// Lowers a block. What is written next comes after its success; true if anything in it may fail.
    pub(super) fn block_that_fails(
        &mut self,
        block: &ExprAsync,
        value: VarId,
        handler: Handler,
    ) -> bool {
        if let Some(moves) = &block.capture {
            self.errors.at(
                moves,
                "`move` would copy what the block assigns",
                "remove it: the block is awaited where it stands",
            );
            self.errors.echo();
        }
        let after = self.graph.block(self.scope);
        let loops = std::mem::take(&mut self.loops);
        let failing = self.failing.take();
        self.hint = None;
        let (of, to, scope) = (Of::Block(handler), Some((value, after)), self.scope);
        self.inlined.push(Inlined { of, to, reached: false, scope });
        self.undoable = self.holds_undos();
        self.block(&block.block, super::Dest::Return);
        let done = self.inlined.pop();
        (self.loops, self.failing) = (loops, failing);
        let reached = done.as_ref().is_some_and(|done| done.reached);
        if !reached {
            self.graph.blocks[after].end = End::Unreachable;
        }
        self.here = reached.then_some(after);
        matches!(done, Some(Inlined { of: Of::Block(Handler { reached: true, .. }), .. }))
    }

    /// `Ok::<_, ChargeError>(..)` in a block, whose arm takes a `Failure`.
    pub(super) fn refuse_error_of_block(&mut self, variant: &Expr) {
        let scope = self.scope;
        let within = self
            .inlined
            .last()
            .is_some_and(|inlined| inlined.scope == scope && matches!(inlined.of, Of::Block(_)));
        if let (Some(error), true) = (written_error(variant), within) {
            self.errors.at(
                error,
                "the error of an `async` block is a `Failure`",
                "write `Ok(..)`: the type is known, and `?` converts the errors of tasks",
            );
            self.errors.echo();
        }
    }

    /// The innermost block of this scope that handles what fails here, from now on reached.
    fn handler(&mut self) -> Option<Handler> {
        let scope = self.scope;
        self.inlined.iter_mut().rev().take_while(|inlined| inlined.scope == scope).find_map(
            |inlined| match &mut inlined.of {
                Of::Block(handler) | Of::Undo { handler, armed: true } => {
                    handler.reached = true;
                    Some(*handler)
                }
                Of::Steps { .. } | Of::Undo { .. } => None,
            },
        )
    }

    /// The catchers of a call, and one of every failure behind them if it stands in a block that handles it.
    pub(super) fn handled_here(&mut self, mut catch: Vec<Catch>, whole: bool) -> Vec<Catch> {
        let takes_all = |catch: &Catch| matches!(catch.names[..], [CatchName::Rest]);
        if whole && catch.iter().any(takes_all) {
            return catch;
        }
        let Some(handler) = self.handler() else { return catch };
        let block = self.graph.block(self.scope);
        let here = self.here.replace(block);
        let mut pat: Pat = syn::parse_quote!(_);
        if let Some(failure) = handler.failure {
            let caught = ExKind::Caught(self.graph.add_probe(Probe::Failure));
            let var = &mut self.graph.vars[failure];
            var.writes += 1;
            let ident = var.ident.clone();
            let value = Ex::new(caught, ident.span());
            pat = syn::parse_quote!(#ident);
            let (pat, binds) = (pat.clone(), vec![failure]);
            self.push(Stmt::Let { pat, binds, ty: None, value, bound: true });
        }
        self.end(End::Goto(handler.block));
        self.here = here;
        let binds = handler.failure.into_iter().collect();
        catch.push(Catch { pat, names: vec![CatchName::All], binds, whole: None, block });
        catch
    }

    /// Leads a failure to the block that handles it; gives it back if there is none.
    pub(super) fn hand_over(&mut self, failure: FailValue, span: Span) -> Option<FailValue> {
        let Some(handler) = self.handler() else { return Some(failure) };
        let (path, args): (syn::ExprPath, _) = match failure {
            FailValue::New(error, cause) => {
                (syn::parse_quote!(::workflow::__private::Failure::new), vec![*error, *cause])
            }
            FailValue::Caught(value) => {
                (syn::parse_quote!(::workflow::__private::Failure::from), vec![value])
            }
            FailValue::Won { .. } => return Some(failure),
        };
        let carried = |failure: VarId| matches!(&args[..], [Ex { kind: ExKind::Var(value), .. }] if *value == failure);
        if handler.failure.is_some_and(carried) {
            self.end(End::Goto(handler.block));
            return None;
        }
        let probe = Some(self.graph.probe(span));
        let value = Ex::new(ExKind::Call { path, args, probe }, span);
        match handler.failure {
            Some(failure) => self.set(failure, value),
            // Nothing reads it, but it may fail.
            None if value.may_fault() => {
                let failure = self.temporary("failure", span);
                self.set(failure, value);
            }
            None => {}
        }
        self.end(End::Goto(handler.block));
        None
    }
}

/// The type of an error that is written out and no `Failure`.
fn written_error(variant: &Expr) -> Option<&syn::Type> {
    let Expr::Path(path) = variant else { return None };
    let syn::PathArguments::AngleBracketed(of) = &path.path.segments.last()?.arguments else {
        return None;
    };
    match of.args.iter().nth(1)? {
        syn::GenericArgument::Type(error @ syn::Type::Path(ty)) => {
            (crate::workflow::resolve::last(&ty.path) != "Failure").then_some(error)
        }
        _ => None,
    }
}
