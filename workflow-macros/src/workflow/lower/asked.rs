//! Catchers of arms that look into an error, and the Choices behind them.

use super::Lower;
use super::alternatives::{Variant, VariantForm, member};
use super::guarded::Plan;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Catch, CatchName, Choice, End, Form, Kind, Rule, Stmt, Test, Var, VarId,
};
use crate::workflow::resolve::var;
use crate::workflow::titles;
use proc_macro2::Span;
use quote::quote;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat};

/// A Choice that is not entered yet.
pub(super) struct Asked {
    block: BlockId,
    name: String,
    span: Span,
    choice: Choice,
    /// The first of the arms that it leads to.
    pub(super) first: usize,
}

impl Lower<'_> {
    /// Enters a Choice, in the block of its catcher.
    pub(super) fn enter_asked(&mut self, asked: Asked) {
        self.here = Some(asked.block);
        self.enter(&asked.name, asked.span, Kind::Choice(asked.choice));
    }

    /// The catcher of one name or several, which binds what the arms behind it look at. It is written into the block
    /// that it leads to.
    pub(super) fn catcher(
        &mut self,
        plan: &mut Plan<'_>,
        names: &[String],
        ways: &[usize],
        source: usize,
    ) -> Catch {
        let block = self.here.unwrap_or_default();
        let whole = plan.whole(ways);
        let (mut pats, mut binds, mut paths) = (vec![], vec![], vec![]);
        for name in names {
            // Each name has ways of its own, which lead to the same arms.
            let own = plan.ways(Some(name));
            let fields = plan.fields(name, &own);
            let Some(variant) = plan.variant(name) else { continue };
            pats.push(self.caught_as(variant, &fields));
            paths.push(CatchName::Variant(variant.path.clone()));
            binds = fields.iter().map(|(_, var)| *var).collect();
        }
        let pat = match (&pats[..], whole) {
            ([], Some(whole)) => self.named(whole),
            ([], None) => syn::parse_quote!(_),
            ([only], _) => only.clone(),
            (pats, _) => syn::parse_quote!(#(#pats)|*),
        };
        self.caught_let(&pat, &binds, source);
        if let Some(whole) = whole {
            self.caught_let(&self.named(whole), &[whole], source);
        }
        if names.is_empty() {
            binds.extend(whole);
            return Catch { pat, names: vec![CatchName::Rest], binds, whole: None, block };
        }
        Catch { pat, names: paths, binds, whole, block }
    }

    /// `ChargeError::Declined { code: code, .. }`
    fn caught_as(&self, variant: &Variant<'_>, fields: &[(String, VarId)]) -> Pat {
        let path = &variant.path;
        match variant.form {
            VariantForm::Unit => syn::parse_quote!(#path),
            VariantForm::Struct => {
                let fields = fields.iter().map(|(name, var)| {
                    let member = member(name, self.graph.vars[*var].ident.span());
                    let pat = self.named(*var);
                    quote!(#member: #pat,)
                });
                syn::parse_quote!(#path { #(#fields)* .. })
            }
            VariantForm::Tuple => {
                let last = fields.iter().filter_map(|(name, _)| name.parse::<usize>().ok()).max();
                let named = last.map_or(0, |last| last + 1);
                let count = if variant.open { named } else { variant.fields.len() };
                let parts = (0..count).map(|index| {
                    let index = index.to_string();
                    let found = fields.iter().find(|(name, _)| *name == index);
                    found.map_or_else(|| syn::parse_quote!(_), |(_, var)| self.named(*var))
                });
                let (parts, rest) = (parts.collect::<Vec<Pat>>(), variant.open.then(|| quote!(..)));
                syn::parse_quote!(#path(#(#parts,)* #rest))
            }
        }
    }

    /// A variable as a pattern.
    fn named(&self, var: VarId) -> Pat {
        let Var { ident, mutable, .. } = &self.graph.vars[var];
        let mutable = mutable.then(|| syn::Token![mut](ident.span()));
        syn::parse_quote!(#mutable #ident)
    }

    fn caught_let(&mut self, pat: &Pat, binds: &[VarId], source: usize) {
        if binds.is_empty() {
            return;
        }
        binds.iter().for_each(|var| self.graph.vars[*var].writes += 1);
        let (pat, binds) = (pat.clone(), binds.to_vec());
        let value = Ex::new(ExKind::Caught(source), pat.span());
        self.push(Stmt::Let { pat, binds, ty: None, value, bound: true });
    }

    /// The Choice behind a catcher. There is none where one arm takes all: the catcher leads to it.
    pub(super) fn ask(
        &mut self,
        plan: &mut Plan<'_>,
        block: BlockId,
        ways: &[usize],
    ) -> Option<Asked> {
        let arm = |plan: &Plan<'_>, way: usize| plan.alternatives[way].arm;
        ways.iter().for_each(|way| plan.reached[plan.alternatives[*way].arm] = true);
        let (last, before) = ways.split_last()?;
        let fields = self.asked_fields(plan, ways);
        let (guard, pat) = (plan.arms[arm(plan, ways[0])].1, plan.arms[arm(plan, ways[0])].0);
        let span = guard.map_or(pat.span(), Spanned::span);
        let on = self.looked_into(plan, &fields, ways, span);
        if before.is_empty() {
            let here = self.here.replace(block);
            self.bind_inner(plan, *last, &fields, on.as_ref(), false);
            self.end(End::Goto(plan.blocks[arm(plan, *last)]));
            self.here = here;
            return None;
        }
        let mut rules = vec![];
        for way in before {
            let guard = plan.guards[arm(plan, *way)].clone();
            let next = self.way(plan, *way, &fields, on.as_ref());
            let test = match (&on, guard) {
                (None, Some(guard)) => Test::When(guard),
                (_, guard) => Test::Fits(fits(plan, *way, &fields), guard),
            };
            rules.push(Rule { test, next });
        }
        let default = self.way(plan, *last, &fields, on.as_ref());
        let name = self.question(&fields, guard);
        let form = match on {
            None => Form::If,
            Some(on) => Form::Match { on, default: fits(plan, *last, &fields) },
        };
        let first = ways.iter().map(|way| arm(plan, *way)).min().unwrap_or_default();
        Some(Asked { block, name, span, choice: Choice { rules, default, form }, first })
    }

    /// The fields whose values decide which arm it is.
    fn asked_fields(&mut self, plan: &mut Plan<'_>, ways: &[usize]) -> Vec<(String, VarId)> {
        let mut names = ways.iter().filter_map(|way| plan.alternatives[*way].name());
        let Some(name) = names.next().map(str::to_owned) else { return vec![] };
        let mut fields = plan.fields(&name, ways);
        let asked = |member: &str| {
            let mut inner = ways.iter().flat_map(|way| &plan.inner[*way]);
            inner.any(|inner| inner.member == member)
        };
        fields.retain(|(member, _)| asked(member));
        fields
    }

    /// Returns what a Choice matches on: a field, or several. Of several a copy, where an arm has a name for it as well.
    fn looked_into(
        &self,
        plan: &mut Plan<'_>,
        fields: &[(String, VarId)],
        ways: &[usize],
        span: Span,
    ) -> Option<Ex> {
        match fields {
            [] => None,
            [(_, only)] => Some(var(*only, span)),
            fields => {
                let parts = fields.iter().map(|(_, of)| match plan.names(*of, ways) {
                    true => super::typed::cloned(*of, span),
                    false => var(*of, span),
                });
                Some(Ex::new(ExKind::Tuple(parts.collect()), span))
            }
        }
    }

    /// The block that a rule leads to: that of the arm, once what its pattern binds is bound.
    fn way(
        &mut self,
        plan: &Plan<'_>,
        way: usize,
        fields: &[(String, VarId)],
        on: Option<&Ex>,
    ) -> BlockId {
        let arm = plan.blocks[plan.alternatives[way].arm];
        if plan.inner[way].iter().all(|inner| inner.binds.is_empty()) {
            return arm;
        }
        let block = self.graph.block(self.scope);
        let here = self.here.replace(block);
        self.bind_inner(plan, way, fields, on, true);
        self.end(End::Goto(arm));
        self.here = here;
        block
    }

    /// Binds what the patterns of the fields bind.
    fn bind_inner(
        &mut self,
        plan: &Plan<'_>,
        way: usize,
        fields: &[(String, VarId)],
        on: Option<&Ex>,
        bound: bool,
    ) {
        let binds: Vec<VarId> =
            plan.inner[way].iter().flat_map(|inner| inner.binds.clone()).collect();
        if let (Some(on), false) = (on, binds.is_empty()) {
            let (pat, value) = (fits(plan, way, fields), on.clone());
            self.push(Stmt::Let { pat, binds, ty: None, value, bound });
        }
    }

    /// The name of the Choice: its first condition, or the fields that it is about.
    fn question(&self, fields: &[(String, VarId)], guard: Option<&Expr>) -> String {
        let shown = |var: &Var| {
            let name = var.wish.clone().unwrap_or_else(|| crate::ident::text(&var.ident));
            crate::ident::named(&name, var.ident.span())
        };
        let names: Vec<Ident> = fields.iter().map(|(_, of)| shown(&self.graph.vars[*of])).collect();
        match (&names[..], guard) {
            ([], Some(guard)) => titles::branch(guard),
            ([only], _) => titles::which(&syn::parse_quote!(#only)),
            (names, _) => titles::which(&syn::parse_quote!((#(#names),*))),
        }
    }
}

/// The pattern that the fields of a variant must fit.
fn fits(plan: &Plan<'_>, way: usize, fields: &[(String, VarId)]) -> Pat {
    let parts = fields.iter().map(|(member, _)| {
        let found = plan.inner[way].iter().find(|inner| inner.member == *member);
        found.map_or_else(|| syn::parse_quote!(_), |inner| inner.pat.clone())
    });
    let parts: Vec<Pat> = parts.collect();
    match &parts[..] {
        [only] => only.clone(),
        // Not parsed again: a constant in it would become a name.
        parts => Pat::Tuple(syn::PatTuple {
            attrs: vec![],
            paren_token: syn::token::Paren::default(),
            elems: parts.iter().cloned().collect(),
        }),
    }
}
