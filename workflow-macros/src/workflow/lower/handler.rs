//! Handlers: catchers by the variants of an error, and what they hand on.

use super::asked::Asked;
use super::branch::{Arm, Body};
use super::guarded::{Arms, looks_inside};
use super::side::{is_failure, strip_into};
use super::{Dest, Lower};
use crate::ident::pascal;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, End, FailValue, Kind, Probe, ProbeId, State, Stmt, VarId,
};
use crate::workflow::phrase::refutable;
use crate::workflow::resolve::last;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

/// An awaited call or block, with its value and the places of its failures.
pub(super) struct Caught {
    pub(super) value: Ex,
    /// The name of the state, or of the block's value.
    pub(super) name: Option<String>,
    pub(super) arms: Arms,
    /// The Choices that look into an error, before the arms.
    pub(super) asked: Vec<Asked>,
}

impl Lower<'_> {
    /// Lowers what is awaited, with a place for each arm that takes a failure of it. `place` is the variable that the
    /// value goes to, if it is known.
    pub(super) fn caught(
        &mut self,
        call: &syn::ExprAwait,
        fine: &[&Pat],
        failed: &[Arm<'_>],
        place: Option<VarId>,
    ) -> Option<Caught> {
        if let Some(block) = super::block::of(call) {
            return self.block_caught(block, fine, failed, place);
        }
        let (catchers, arms, asked) = match looks_inside(failed) {
            true => self.catchers_of(call, failed),
            false => self.catchers_by_name(call, failed),
        };
        let state = self.call(&call.base, catchers)?;
        let State { name, span, .. } = &self.graph.states[state];
        let (name, value) = (Some(name.clone()), super::attempt::result(*span));
        Some(Caught { value, name, arms, asked })
    }

    /// A catcher for each arm: names alone tell which takes an error.
    fn catchers_by_name(
        &mut self,
        call: &syn::ExprAwait,
        failed: &[Arm<'_>],
    ) -> (Vec<Catch>, Arms, Vec<Asked>) {
        let (mut arms, mut catchers) = (vec![], vec![]);
        for (pat, ..) in failed {
            let block = self.graph.block(self.scope);
            self.env.push();
            catchers.push(self.catch(pat, block, call));
            arms.push((Some(block), self.env.take()));
        }
        (catchers, arms, vec![])
    }

    /// The same of a block: the first arm takes all that fails in it, unless guards tell which does.
    pub(super) fn block_caught(
        &mut self,
        block: &syn::ExprAsync,
        fine: &[&Pat],
        failed: &[Arm<'_>],
        place: Option<VarId>,
    ) -> Option<Caught> {
        let asks = failed.iter().any(|(_, guard, _)| guard.is_some());
        let named = failed.iter().find(|(pat, ..)| asks && !matches!(pat, Pat::Wild(_)));
        let (pat, ..) = named.or(failed.first())?;
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
        let (arms, asked) = match (asks, fails) {
            (true, true) => self.guards_of_block(failed, handler.failure, here),
            _ => (vec![(fails.then_some(here), scope)], vec![]),
        };
        Some(Caught { value, name, arms, asked })
    }

    /// The catcher of an arm, with the variables that its pattern binds.
    pub(super) fn catch(&mut self, pat: &Pat, block: BlockId, call: &syn::ExprAwait) -> Catch {
        let names = self.catch_names(pat);
        let probe = self.error_of(call);
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
        Catch { pat, names, binds, whole: None, block }
    }

    /// A probe of the errors that a call fails with.
    pub(super) fn error_of(&mut self, call: &syn::ExprAwait) -> ProbeId {
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
        self.graph.add_probe(source)
    }

    pub(super) fn catch_names(&mut self, pat: &Pat) -> Vec<CatchName> {
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
    pub(super) fn by_name_alone(&mut self, pat: &Pat) {
        if refutable(pat) {
            self.errors.at(
                pat,
                "a pattern here can test the name of an error, not its fields",
                "bind the field: `Err(Enum::Variant { field })`, and use `if` or `match` inside the arm",
            );
        }
    }

    pub(super) fn variant(&mut self, path: &syn::Path) -> CatchName {
        if path.segments.len() < 2 {
            self.errors.at(
                path,
                "a pattern of an error is `Enum::Variant`",
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
                        if name.value().starts_with(crate::task_error::names::RACE) {
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
                (FailValue::Caught(self.kept_error(failure)), name)
            }
        };
        if let Some(failure) = self.hand_over(failure, value.span()) {
            self.enter(&name, value.span(), Kind::Fail { failure });
        }
    }
}

/// The variable that a value goes to as it is: `let x = match .. { Ok(value) => value, .. }`.
pub(super) fn handed_on(arms: &[Arm<'_>], dest: Dest) -> Option<VarId> {
    match (arms, dest) {
        ([(Pat::Ident(bound), None, Body::Expr(value))], Dest::Var(var))
            if super::value::is_path(value, &bound.ident.to_string()) =>
        {
            Some(var)
        }
        _ => None,
    }
}
