//! `match` on the outcome of a call: catchers.

use super::branch::{Body, Join};
use super::{Dest, Lower};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, End, FailValue, Kind, Probe, State, Stmt, VarId,
};
use crate::workflow::names::pascal;
use crate::workflow::resolve::last;
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

/// An arm of the user's match, sorted.
enum Side {
    Ok(Pat),
    Err(Pat),
}

impl Lower<'_> {
    pub(super) fn outcome_match(&mut self, call: &syn::ExprAwait, arms: &[syn::Arm], dest: Dest) {
        if !arms.iter().any(|arm| opens(&arm.pat)) {
            return self.unopened(call);
        }
        let mistakes = self.errors.count();
        let sides: Vec<_> = arms.iter().map(|arm| (side(&arm.pat), arm)).collect();
        let (mut fine, mut failed) = (vec![], vec![]);
        for (side, arm) in &sides {
            match side {
                Some(Side::Ok(pat)) => {
                    fine.push((
                        pat,
                        arm.guard.as_ref().map(|(_, guard)| &**guard),
                        Body::Expr(&arm.body),
                    ));
                }
                Some(Side::Err(pat)) => {
                    if let Some((guard, _)) = &arm.guard {
                        self.errors.at(
                            guard,
                            "a catcher cannot have a guard",
                            "use `if` inside the arm",
                        );
                    }
                    failed.push((pat, Body::Expr(&arm.body)));
                }
                None => self.errors.at(
                    &arm.pat,
                    "an outcome is `Ok(..)` or `Err(..)`",
                    "name both: `Ok(value) => .., Err(error) => ..`",
                ),
            }
        }
        if fine.is_empty() && mistakes != self.errors.count() {
            return;
        }
        self.outcome(call, &fine, &failed, dest);
    }

    /// No pattern speaks of a `Result`: what is matched is meant to be the value in it.
    fn unopened(&mut self, call: &syn::ExprAwait) {
        if self.refuse_foreign(&call.base) {
            return;
        }
        self.errors.at(
            call.await_token,
            "an awaited call is a `Result`, and no pattern here is `Ok(..)` or `Err(..)`",
            "for the value alone write `.await?`; to handle failures write arms `Ok(value)` and `Err(error)`",
        );
        self.errors.echo();
    }

    /// `if let Ok(x) = call.await { .. } else { .. }`, `if let Err(error) = call.await { .. }`
    pub(super) fn if_let_outcome(
        &mut self,
        pat: &Pat,
        call: &syn::ExprAwait,
        then: &syn::Block,
        otherwise: &Expr,
        dest: Dest,
    ) {
        let any: Pat = syn::parse_quote!(_);
        match side(pat) {
            Some(Side::Ok(pat)) => {
                let mut fine = vec![(&pat, None, Body::Block(then))];
                if refutable(&pat) {
                    fine.push((&any, None, Body::Expr(otherwise)));
                }
                self.outcome(call, &fine, &[(&any, Body::Expr(otherwise))], dest);
            }
            Some(Side::Err(pat)) if takes_all(&pat) => {
                self.outcome(
                    call,
                    &[(&any, None, Body::Expr(otherwise))],
                    &[(&pat, Body::Block(then))],
                    dest,
                );
            }
            None if !opens(pat) => self.unopened(call),
            _ => self.errors.at(
                pat,
                "this leaves some errors open",
                "use `match` with an arm for each: `Ok(..)`, `Err(Enum::Variant ..)`, `Err(other)`",
            ),
        }
    }

    /// `let Ok(x) = call.await else { .. };`
    pub(super) fn let_else_outcome(&mut self, pat: &Pat, call: &syn::ExprAwait, otherwise: &Expr) {
        let inner = match side(pat) {
            Some(Side::Ok(inner)) => inner,
            None if !opens(pat) => return self.unopened(call),
            _ => {
                return self.errors.at(
                    pat,
                    "an outcome is bound with `Ok(..)`",
                    "write `let Ok(value) = call.await else { .. };`",
                );
            }
        };
        let inner = &inner;
        self.hint = super::hint(inner);
        let any = syn::parse_quote!(_);
        let failed = [(&any, Body::Expr(otherwise))];
        let Some(Caught { value, arms, .. }) = self.caught(call, &[inner], &failed, None) else {
            return;
        };
        let fine = self.here;
        for (block, scope) in arms {
            self.env.put(scope);
            self.here = block;
            self.into(otherwise, Dest::Drop);
            self.diverges(otherwise);
            self.env.pop();
        }
        self.here = fine;
        if !refutable(inner) {
            return self.bind_value(inner, value);
        }
        let value = self.kept(value);
        let name = format!("Which {}?", crate::workflow::source::source(inner));
        self.value_let_else(value, inner, otherwise, name, pat.span());
    }

    fn outcome(
        &mut self,
        call: &syn::ExprAwait,
        fine: &[(&Pat, Option<&Expr>, Body<'_>)],
        failed: &[(&Pat, Body<'_>)],
        dest: Dest,
    ) {
        if fine.is_empty() {
            self.errors.at(
                call.await_token,
                "the match has no arm for `Ok(..)`",
                "add `Ok(value) => ..`",
            );
            return self.errors.echo();
        }
        if let ([(pat, None, _)], Some(_)) = (fine, &self.hint) {
            // `let payment = match charge(..).await { Ok(payment) => payment, .. }`
            self.hint = self.hint.take().or_else(|| super::hint(pat));
        } else if let [(pat, None, _)] = fine {
            self.hint = super::hint(pat);
        }
        let pats: Vec<&Pat> = fine.iter().map(|(pat, ..)| *pat).collect();
        let Some(caught) = self.caught(call, &pats, failed, handed_on(fine, dest)) else { return };
        let mut join = Join::new(self);
        self.fine(&caught, fine, dest, &mut join);
        for ((_, body), (block, scope)) in failed.iter().zip(caught.arms) {
            let Some(block) = block else { continue };
            self.env.put(scope);
            let outer = std::mem::replace(&mut self.failing, caught.name.clone());
            join.arm(self, block, |this| match body {
                Body::Block(body) => this.block(body, dest),
                Body::Expr(body) => this.into(body, dest),
            });
            self.failing = outer;
            self.env.pop();
        }
        join.end(self);
    }

    /// Lowers what is awaited, with a place for each arm that takes a failure of it. `place` is the variable that the
    /// value goes to, if it is known.
    fn caught(
        &mut self,
        call: &syn::ExprAwait,
        fine: &[&Pat],
        failed: &[(&Pat, Body<'_>)],
        place: Option<VarId>,
    ) -> Option<Caught> {
        if let Some(block) = super::block::of(call) {
            return self.block_caught(block, fine, failed, place);
        }
        let (mut arms, mut catchers) = (vec![], vec![]);
        for (pat, _) in failed {
            let block = self.graph.block(self.scope);
            self.env.push();
            catchers.push(self.catch(pat, block, call));
            arms.push((Some(block), self.env.take()));
        }
        let state = self.call(&call.base, catchers)?;
        let State { name, span, .. } = &self.graph.states[state];
        let (name, value) = (Some(name.clone()), super::value::result(*span));
        Some(Caught { value, name, arms })
    }

    /// The same of a block: one arm takes all that fails in it.
    fn block_caught(
        &mut self,
        block: &syn::ExprAsync,
        fine: &[&Pat],
        failed: &[(&Pat, Body<'_>)],
        place: Option<VarId>,
    ) -> Option<Caught> {
        let (pat, _) = failed.first()?;
        let name = self.hint.as_deref().filter(|hint| !hint.contains(',')).map(pascal);
        let value = place.unwrap_or_else(|| self.value_of_block(fine, block.span()));
        let here = self.graph.block(self.scope);
        self.env.push();
        let handler = self.failure_of_block(pat, here);
        let scope = self.env.take();
        let fails = self.block_that_fails(block, value, handler);
        if !fails {
            self.graph.blocks[here].end = End::Unreachable;
        }
        let value = crate::workflow::resolve::var(value, block.span());
        Some(Caught { value, name, arms: vec![(fails.then_some(here), scope)] })
    }

    /// Binds what came out. What is in a variable has the name of the pattern already.
    fn bind_value(&mut self, pat: &Pat, value: Ex) {
        match (&value.kind, pat) {
            (ExKind::Var(var), Pat::Ident(name)) if takes_all(pat) => {
                self.env.bind(&name.ident, Binding::Var(*var));
            }
            _ => self.bind_let(pat, None, value),
        }
    }

    /// A value in a variable.
    fn kept(&mut self, value: Ex) -> Ex {
        if let ExKind::Var(_) = value.kind {
            return value;
        }
        let (temporary, span) = (self.temporary("outcome", value.span), value.span);
        self.set(temporary, value);
        crate::workflow::resolve::var(temporary, span)
    }

    fn fine(
        &mut self,
        caught: &Caught,
        arms: &[(&Pat, Option<&Expr>, Body<'_>)],
        dest: Dest,
        join: &mut Join,
    ) {
        let Some(ok) = self.here else { return };
        let value = caught.value.clone();
        if let Some(var) = handed_on(arms, dest) {
            // `let payment = match charge(..).await { Ok(payment) => payment, .. }`: one variable.
            if !matches!(value.kind, ExKind::Var(_)) {
                self.set(var, value);
            }
            return join.arm(self, ok, |_| {});
        }
        if let [(pat, None, body)] = arms {
            self.env.push();
            self.bind_value(pat, value);
            join.arm(self, ok, |this| match body {
                Body::Block(body) => this.block(body, dest),
                Body::Expr(body) => this.into(body, dest),
            });
            return self.env.pop();
        }
        let name = caught.name.as_deref().unwrap_or("value");
        let (value, span) = (self.kept(value), caught.value.span);
        self.value_match(value, span, arms, dest, format!("Which {name}?"));
        if self.here.is_some() {
            let here = self.here.take().unwrap_or(ok);
            join.arm(self, here, |_| {});
        }
    }

    /// The catcher of an arm, with the variables that its pattern binds.
    pub(super) fn catch(&mut self, pat: &Pat, block: BlockId, call: &syn::ExprAwait) -> Catch {
        let names = self.catch_names(pat);
        let source = match super::call::Parts::of(&call.base).base {
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) if last(&path.path) != "map" => {
                    self.graph.called.add(&path.path);
                    Probe::ErrorOf(path.path.clone())
                }
                _ => Probe::Failure,
            },
            _ => Probe::Failure,
        };
        self.graph.probes.push(source);
        let probe = self.graph.probes.len() - 1;
        let (pat, binds) = self.pattern(pat, None);
        let here = self.here.replace(block);
        if !binds.is_empty() {
            let value = Ex::new(ExKind::Caught(probe), pat.span());
            self.push(Stmt::Let {
                pat: pat.clone(),
                binds: binds.clone(),
                ty: None,
                value,
                bound: true,
            });
        }
        self.here = here;
        Catch { pat, names, binds, block }
    }

    fn catch_names(&mut self, pat: &Pat) -> Vec<CatchName> {
        match pat {
            Pat::Or(or) => or.cases.iter().flat_map(|pat| self.catch_names(pat)).collect(),
            Pat::Paren(paren) => self.catch_names(&paren.pat),
            Pat::Ident(ident) => match &ident.subpat {
                Some((_, inner)) => self.catch_names(inner),
                None if ident.ident.to_string().starts_with(char::is_uppercase) => {
                    vec![self.variant(&ident.ident.clone().into())]
                }
                None => vec![CatchName::Rest],
            },
            Pat::Wild(_) => vec![CatchName::Rest],
            Pat::TupleStruct(inner) => {
                inner.elems.iter().for_each(|pat| self.by_name_alone(pat));
                vec![self.variant(&inner.path)]
            }
            Pat::Struct(inner) => {
                inner.fields.iter().for_each(|field| self.by_name_alone(&field.pat));
                vec![self.variant(&inner.path)]
            }
            Pat::Path(inner) => vec![self.variant(&inner.path)],
            other => {
                self.by_name_alone(other);
                vec![]
            }
        }
    }

    /// A catcher knows the error's name, not its fields.
    fn by_name_alone(&mut self, pat: &Pat) {
        if refutable(pat) {
            self.errors.at(
                pat,
                "errors are told apart by their names alone",
                "bind the field: `Err(Enum::Variant { field })`, and use `if` or `match` inside the arm",
            );
        }
    }

    fn variant(&mut self, path: &syn::Path) -> CatchName {
        if path.segments.len() < 2 {
            self.errors.at(
                path,
                "an error is matched as `Enum::Variant`",
                format!("write the enum's name before it: `ChargeError::{}`", last(path)),
            );
        }
        CatchName::Variant(path.clone())
    }

    /// `Err(failure)` at the end of a scope: a Fail state.
    pub(super) fn fail(&mut self, value: &Expr) {
        let value = self.strip_own(strip_into(value));
        let (failure, name) = match value {
            Expr::Call(call) if is_failure(call, "new") && call.args.len() == 2 => {
                let Some(error) = self.value(&call.args[0]) else { return };
                let Some(cause) = self.value(&call.args[1]) else { return };
                let name = match &call.args[0] {
                    Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(name), .. }) => {
                        if name.value().starts_with(crate::workflow::race::PREFIX) {
                            self.errors.at(
                                name,
                                "names that begin with `Race.` belong to `race!`",
                                "choose another name",
                            );
                        }
                        Some(name.value())
                            .filter(|it| !it.is_empty())
                            .unwrap_or_else(|| "Failed".to_owned())
                    }
                    _ => "Failed".to_owned(),
                };
                (FailValue::New(Box::new(error), Box::new(cause)), name)
            }
            other if super::typed::variant(other).is_some() => {
                let Some(value) = self.typed_error(other) else { return };
                let name = super::typed::variant(other).map(last).unwrap_or_default();
                (FailValue::Caught(value), name)
            }
            other => {
                let Some(failure) = self.value(other) else { return };
                if let ExKind::Construct { .. } | ExKind::Struct { .. } = failure.kind {
                    self.errors.at(
                        other,
                        "a workflow fails with a name and a cause",
                        "write `Failure::new(\"Declined\", cause)`",
                    );
                }
                let name = self
                    .failing
                    .as_ref()
                    .map_or_else(|| "Failed".to_owned(), |state| format!("{state}Failed"));
                (FailValue::Caught(failure), name)
            }
        };
        if let Some(failure) = self.hand_over(failure, value.span()) {
            self.enter(&name, value.span(), Kind::Fail { failure });
        }
    }
}

/// An awaited call or block, with its value and the places of its failures.
struct Caught {
    value: Ex,
    /// The name of the state, or of the block's value.
    name: Option<String>,
    /// The block of each arm, unless nothing leads there, and the names that its pattern binds.
    arms: Vec<(Option<BlockId>, HashMap<String, Binding>)>,
}

/// The variable that a value goes to as it is: `let x = match .. { Ok(value) => value, .. }`.
fn handed_on(arms: &[(&Pat, Option<&Expr>, Body<'_>)], dest: Dest) -> Option<VarId> {
    match (arms, dest) {
        ([(Pat::Ident(bound), None, Body::Expr(value))], Dest::Var(var))
            if super::value::is_path(value, &bound.ident.to_string()) =>
        {
            Some(var)
        }
        _ => None,
    }
}

/// `Ok(pattern)` or `Err(pattern)`; `Err(A) | Err(B)` is `Err(A | B)`.
fn side(pat: &Pat) -> Option<Side> {
    match pat {
        Pat::TupleStruct(tuple) if tuple.elems.len() == 1 => match last(&tuple.path).as_str() {
            "Ok" => Some(Side::Ok(tuple.elems[0].clone())),
            "Err" => Some(Side::Err(tuple.elems[0].clone())),
            _ => None,
        },
        Pat::Paren(paren) => side(&paren.pat),
        Pat::Or(or) => {
            let mut sides = or.cases.iter().map(side);
            let first = sides.next()??;
            sides.try_fold(first, |all, next| match (all, next?) {
                (Side::Ok(all), Side::Ok(next)) => Some(Side::Ok(either(all, next))),
                (Side::Err(all), Side::Err(next)) => Some(Side::Err(either(all, next))),
                _ => None,
            })
        }
        _ => None,
    }
}

/// True if a pattern speaks of a `Result`.
fn opens(pat: &Pat) -> bool {
    match pat {
        Pat::TupleStruct(tuple) => matches!(last(&tuple.path).as_str(), "Ok" | "Err"),
        Pat::Paren(paren) => opens(&paren.pat),
        Pat::Or(or) => or.cases.iter().any(opens),
        _ => false,
    }
}

/// Both patterns as one.
fn either(all: Pat, next: Pat) -> Pat {
    let mut cases = syn::punctuated::Punctuated::new();
    for pat in [all, next] {
        match pat {
            Pat::Or(or) => cases.extend(or.cases),
            pat => cases.push(pat),
        }
    }
    Pat::Or(syn::PatOr { attrs: vec![], leading_vert: None, cases })
}

pub(super) fn takes_all(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => {
            ident.subpat.is_none() && !ident.ident.to_string().starts_with(char::is_uppercase)
        }
        pat => matches!(pat, Pat::Wild(_)),
    }
}

/// True if a pattern may not fit, as far as syntax tells.
pub(super) fn refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => match &ident.subpat {
            Some((_, inner)) => refutable(inner),
            None => ident.ident.to_string().starts_with(char::is_uppercase),
        },
        Pat::Struct(fields) => {
            fields.path.segments.len() > 1
                || fields.fields.iter().any(|field| refutable(&field.pat))
        }
        Pat::Tuple(tuple) => tuple.elems.iter().any(refutable),
        Pat::Paren(paren) => refutable(&paren.pat),
        Pat::Reference(reference) => refutable(&reference.pat),
        Pat::Type(typed) => refutable(&typed.pat),
        Pat::Wild(_) | Pat::Rest(_) => false,
        _ => true,
    }
}

/// `error.into()`, `Failure::from(error)`: the failure itself.
fn strip_into(value: &Expr) -> &Expr {
    match value {
        Expr::MethodCall(call) if call.method == "into" && call.args.is_empty() => {
            strip_into(&call.receiver)
        }
        Expr::Call(call) if is_failure(call, "from") && call.args.len() == 1 => {
            strip_into(&call.args[0])
        }
        Expr::Paren(paren) => strip_into(&paren.expr),
        value => value,
    }
}

fn is_failure(call: &syn::ExprCall, function: &str) -> bool {
    let Expr::Path(path) = &*call.func else { return false };
    let mut tail =
        path.path.segments.iter().rev().map(|segment| crate::ident::text(&segment.ident));
    tail.next().as_deref() == Some(function) && tail.next().as_deref() == Some("Failure")
}
