//! Arms that look into an error, or have a guard.
//!
//! A catcher knows an error's name only. So each takes one name, or several that lead to the same arms, and behind it a
//! Choice asks the arms that may take this name, in their order, up to the first that always does.

use super::Lower;
use super::alternatives::{Alternative, Slot, Slots, Variant, is_plain};
use super::asked::Asked;
use super::branch::Arm;
use super::side::takes_all;
use super::variables::{bound, mutables};
use crate::workflow::env::Binding;
use crate::workflow::ex::Ex;
use crate::workflow::model::{BlockId, Catch, End, VarId, VarKind};
use crate::workflow::phrase::refutable;
use proc_macro2::Span;
use std::collections::HashMap;
use syn::Pat;
use syn::spanned::Spanned;

/// The block of each arm, unless nothing leads there, and the names that its pattern binds.
pub(super) type Arms = Vec<(Option<BlockId>, HashMap<String, Binding>)>;

/// True if names alone do not tell which arm takes an error.
pub(super) fn looks_inside(arms: &[Arm<'_>]) -> bool {
    arms.iter().any(|(pat, guard, _)| guard.is_some() || of_fields(pat))
}

/// True if the fields of a variant must fit.
fn of_fields(pat: &Pat) -> bool {
    match pat {
        Pat::Or(or) => or.cases.iter().any(of_fields),
        Pat::Paren(paren) => of_fields(&paren.pat),
        Pat::Ident(ident) => ident.subpat.as_ref().is_some_and(|(_, inner)| of_fields(inner)),
        Pat::TupleStruct(inner) => inner.elems.iter().any(refutable),
        Pat::Struct(inner) => inner.fields.iter().any(|field| refutable(&field.pat)),
        _ => false,
    }
}

/// The arms, taken apart.
pub(super) struct Plan<'e> {
    pub(super) arms: &'e [Arm<'e>],
    pub(super) alternatives: Vec<Alternative<'e>>,
    /// Of each alternative: the patterns of fields that are more than names.
    pub(super) inner: Vec<Vec<Inner>>,
    slots: Slots,
    /// The variable of the failure as it came, where an arm binds it whole.
    whole: Option<VarId>,
    pub(super) guards: Vec<Option<Ex>>,
    pub(super) blocks: Vec<BlockId>,
    pub(super) reached: Vec<bool>,
}

/// The pattern of a field, and what it binds.
pub(super) struct Inner {
    pub(super) member: String,
    pub(super) pat: Pat,
    pub(super) binds: Vec<VarId>,
}

/// The names that a catcher takes, and the alternatives behind it.
struct Ways {
    names: Vec<String>,
    ways: Vec<usize>,
}

impl<'e> Plan<'e> {
    /// The alternatives that may take an error of this name, in order, up to the first that does.
    pub(super) fn ways(&self, name: Option<&str>) -> Vec<usize> {
        let mut ways = vec![];
        for (index, alternative) in self.alternatives.iter().enumerate() {
            if alternative.takes(name) {
                ways.push(index);
                if self.arms[alternative.arm].1.is_none() && alternative.always_fits() {
                    break;
                }
            }
        }
        ways
    }

    /// The catchers: a name each, those with the same arms together, and whatever is left.
    fn catchers(&self) -> Vec<Ways> {
        let mut catchers: Vec<Ways> = vec![];
        for name in self.alternatives.iter().filter_map(Alternative::name) {
            if catchers.iter().any(|catcher| catcher.names.iter().any(|known| known == name)) {
                continue;
            }
            let ways = self.ways(Some(name));
            match catchers.iter_mut().find(|other| self.are_alike(&other.ways, &ways)) {
                Some(other) => other.names.push(name.to_owned()),
                None => catchers.push(Ways { names: vec![name.to_owned()], ways }),
            }
        }
        let ways = self.ways(None);
        catchers.extend((!ways.is_empty()).then_some(Ways { names: vec![], ways }));
        catchers
    }

    /// True if two names lead to the same arms, whose patterns only name fields.
    fn are_alike(&self, one: &[usize], other: &[usize]) -> bool {
        let plain = |way: &usize| self.inner[*way].is_empty();
        let arm = |way: &usize| self.alternatives[*way].arm;
        one.iter().map(arm).eq(other.iter().map(arm)) && one.iter().chain(other).all(plain)
    }

    pub(super) fn variant(&self, name: &str) -> Option<&Variant<'e>> {
        let variants = self.alternatives.iter().filter_map(|it| it.variant.as_ref());
        // One that tells the number of its fields, if there is one.
        variants.filter(|variant| variant.name == name).min_by_key(|variant| variant.open)
    }

    /// The fields of a variant that the ways behind its catcher look at, with their variables.
    pub(super) fn fields(&mut self, name: &str, ways: &[usize]) -> Vec<(String, VarId)> {
        let mut fields: Vec<(String, VarId)> = vec![];
        for alternative in ways.iter().map(|way| &self.alternatives[*way]) {
            for (member, _) in alternative.fields().filter(|_| alternative.name() == Some(name)) {
                let slot = Slot::Field(name.to_owned(), member.clone());
                if let Some(var) = self.slots.group(&slot).var
                    && !fields.iter().any(|(known, _)| known == member)
                {
                    fields.push((member.clone(), var));
                }
            }
        }
        fields
    }

    /// The variable of the failure as it came, where an arm behind a catcher binds it.
    pub(super) fn whole(&self, ways: &[usize]) -> Option<VarId> {
        let binds = ways.iter().any(|way| self.alternatives[*way].whole.is_some());
        self.whole.filter(|_| binds)
    }

    /// True if an arm behind a catcher has a name for this variable.
    pub(super) fn names(&mut self, of: VarId, ways: &[usize]) -> bool {
        ways.iter().any(|way| {
            let alternative = &self.alternatives[*way];
            let mut named = alternative.fields().filter(|(_, pat)| matches!(pat, Pat::Ident(_)));
            named.any(|(member, pat)| {
                let name = alternative.name().unwrap_or_default().to_owned();
                let slot = Slot::Field(name, member.clone());
                is_plain(pat) && self.slots.group(&slot).var == Some(of)
            })
        })
    }
}

impl Lower<'_> {
    /// The catchers of a call whose arms look into its errors, and the Choices behind them.
    pub(super) fn catchers_of(
        &mut self,
        call: &syn::ExprAwait,
        arms: &[Arm<'_>],
    ) -> (Vec<Catch>, Arms, Vec<Asked>) {
        let mut alternatives = vec![];
        for (index, (pat, ..)) in arms.iter().enumerate() {
            self.alternatives(index, pat, None, &mut alternatives);
        }
        let (mut plan, scopes) = self.plan(arms, alternatives, None);
        let source = self.error_of(call);
        let (mut catch, mut asked) = (vec![], vec![]);
        for Ways { names, ways } in plan.catchers() {
            let block = self.graph.block(self.scope);
            let here = self.here.replace(block);
            catch.push(self.catcher(&mut plan, &names, &ways, source));
            self.here = here;
            asked.extend(self.ask(&mut plan, block, &ways));
        }
        (catch, self.arms_of(&plan, scopes), asked)
    }

    /// The arms of a block's failure, which is in a variable already, and the Choice that asks them.
    pub(super) fn guards_of_block(
        &mut self,
        arms: &[Arm<'_>],
        failure: Option<VarId>,
        block: BlockId,
    ) -> (Arms, Vec<Asked>) {
        let mut alternatives = vec![];
        for (arm, (pat, ..)) in arms.iter().enumerate() {
            let whole = match pat {
                Pat::Ident(name) if takes_all(pat) => Some(name),
                pat => {
                    self.failure_of_block(pat, block);
                    None
                }
            };
            alternatives.push(Alternative { arm, variant: None, whole });
        }
        let (mut plan, scopes) = self.plan(arms, alternatives, failure);
        let ways = plan.ways(None);
        let asked = self.ask(&mut plan, block, &ways);
        (self.arms_of(&plan, scopes), asked.into_iter().collect())
    }

    fn arms_of(&mut self, plan: &Plan<'_>, scopes: Vec<HashMap<String, Binding>>) -> Arms {
        let mut arms = vec![];
        for ((block, reached), scope) in plan.blocks.iter().zip(&plan.reached).zip(scopes) {
            if !reached {
                self.graph.blocks[*block].end = End::Unreachable;
            }
            arms.push((reached.then_some(*block), scope));
        }
        arms
    }

    /// Gives the names of the arms their variables, and resolves the guards with them.
    fn plan<'e>(
        &mut self,
        arms: &'e [Arm<'e>],
        alternatives: Vec<Alternative<'e>>,
        whole: Option<VarId>,
    ) -> (Plan<'e>, Vec<HashMap<String, Binding>>) {
        let mut slots = Slots::of(&alternatives);
        for name in slots.crossed() {
            self.errors.at(
                name,
                "this name binds different fields of the same error",
                "give a field the same name in each arm",
            );
        }
        let whole = whole.or_else(|| self.whole(&alternatives));
        let (mut scopes, mut guards, mut blocks, mut inner) = (vec![], vec![], vec![], vec![]);
        for (index, (_, guard, _)) in arms.iter().enumerate() {
            self.env.push();
            for alternative in alternatives.iter().filter(|it| it.arm == index) {
                if let (Some(name), Some(whole)) = (alternative.whole, whole) {
                    self.env.bind(&name.ident, Binding::Var(whole));
                }
                inner.push(self.fields(alternative, &mut slots));
            }
            guards.push(guard.map(|guard| self.guard(guard)));
            scopes.push(self.env.take());
            blocks.push(self.graph.block(self.scope));
        }
        let reached = vec![false; arms.len()];
        (Plan { arms, alternatives, inner, slots, whole, guards, blocks, reached }, scopes)
    }

    /// The variable of the failure as it came, named as the first arm does that binds it.
    fn whole(&mut self, alternatives: &[Alternative<'_>]) -> Option<VarId> {
        let names = || alternatives.iter().filter_map(|it| it.whole);
        let named = names().find(|it| !it.ident.to_string().starts_with('_'));
        let first = named.or_else(|| names().next())?;
        let mutable = names().any(|name| name.mutability.is_some());
        let ty = syn::parse_quote!(::workflow::__private::Failure);
        Some(self.var(&first.ident, VarKind::Local, Some(ty), mutable))
    }

    /// Gives the fields that an alternative looks at their variables; returns the patterns that are more than names.
    fn fields(&mut self, alternative: &Alternative<'_>, slots: &mut Slots) -> Vec<Inner> {
        let mut inner = vec![];
        let Some(variant) = &alternative.variant else { return inner };
        for (member, pat) in &variant.fields {
            let field = Slot::Field(variant.name.clone(), member.clone());
            if let Pat::Wild(_) = pat {
                continue;
            }
            let var = self.field(slots, &field, variant, pat.span());
            match pat {
                Pat::Ident(name) if is_plain(pat) => {
                    self.env.bind(&name.ident, Binding::Var(var));
                }
                pat => {
                    let (pat, binds) = self.inner(alternative.arm, pat, slots);
                    inner.push(Inner { member: member.clone(), pat, binds });
                }
            }
        }
        inner
    }

    /// The variable of a field: named as the first arm does that names it, or as the field.
    fn field(
        &mut self,
        slots: &mut Slots,
        field: &Slot,
        variant: &Variant<'_>,
        span: Span,
    ) -> VarId {
        let group = slots.group(field);
        if let Some(var) = group.var {
            return var;
        }
        let var = match (&group.name, field) {
            (Some(name), _) => self.var(name, VarKind::Local, None, group.mutable),
            (None, Slot::Field(_, member)) if member.parse::<usize>().is_err() => {
                self.temporary(member, span)
            }
            (None, _) => {
                let name = crate::workflow::resolve::last(&variant.path);
                self.temporary(&crate::ident::snake(&name), span)
            }
        };
        group.var = Some(var);
        var
    }

    /// The pattern of a field. A name that other alternatives of its arm bind, too, is the same variable.
    fn inner(&mut self, arm: usize, pat: &Pat, slots: &mut Slots) -> (Pat, Vec<VarId>) {
        let (mut binds, scope, mutable) = (vec![], self.scope, mutables(pat));
        let pat = self.resolver().pat(pat, &mut |this, ident| {
            let group = slots.group(&Slot::Name(arm, ident.to_string()));
            let mutable = mutable.contains(&ident.to_string());
            let var = match group.var {
                Some(var) => {
                    this.env.bind(ident, Binding::Var(var));
                    this.graph.vars[var].writes += 1;
                    var
                }
                None => bound(this, ident, (scope, mutable), None),
            };
            group.var = Some(var);
            binds.push(var);
            this.graph.vars[var].ident.clone()
        });
        (pat, binds)
    }
}
