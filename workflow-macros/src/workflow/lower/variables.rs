//! Variables: parameters, what patterns bind, and values that get a name on the way.

use super::Lower;
use crate::workflow::advice;
use crate::workflow::env::Binding;
use crate::workflow::ex::{Callee, Ex, ExKind};
use crate::workflow::model::{Lent, ScopeId, Stmt, Var, VarId, VarKind};
use crate::workflow::resolve::Resolver;
use crate::workflow::unread::nameless;
use proc_macro2::Span;
use syn::{Expr, Ident, Pat, Type};

impl Lower<'_> {
    pub(super) fn parameter(&mut self, input: &syn::FnArg) {
        let syn::FnArg::Typed(input) = input else { return };
        let Pat::Ident(pat) = &*input.pat else { return };
        self.graph.parameters.push(crate::ident::text(&pat.ident));
        let var = self.var(&pat.ident, VarKind::Parameter, Some((*input.ty).clone()), false);
        self.env.bind(&pat.ident, Binding::Var(var));
        if pat.mutability.is_some() {
            // The input itself never changes.
            let value = crate::workflow::resolve::var(var, pat.ident.span());
            self.bind_let(&Pat::Ident(pat.clone()), Some((*input.ty).clone()), value);
        }
    }

    /// A new variable, not in scope yet.
    pub(super) fn var(
        &mut self,
        ident: &Ident,
        kind: VarKind,
        ty: Option<Type>,
        mutable: bool,
    ) -> VarId {
        let (wish, ident) = (wished(ident), self.env.unique(ident));
        let probe = self.graph.probe(ident.span());
        let written = ty.clone();
        let ty = ty.filter(nameable);
        let scope = self.scope;
        self.graph.vars.push(Var {
            ident,
            wish,
            scope,
            mutable,
            ty,
            written,
            kind,
            probe,
            writes: 0,
        });
        self.graph.vars.len() - 1
    }

    /// A variable for a value that the user gave no name.
    pub(super) fn temporary(&mut self, name: &str, span: Span) -> VarId {
        let ident = self.env.fresh(name, span);
        let probe = self.graph.probe(span);
        let scope = self.scope;
        self.graph.vars.push(Var {
            ident,
            wish: Some(name.to_owned()),
            scope,
            mutable: false,
            ty: None,
            written: None,
            kind: VarKind::Local,
            probe,
            writes: 0,
        });
        self.graph.vars.len() - 1
    }

    /// The variables of these names keep what the code borrows.
    pub(super) fn lent(&mut self, binds: &[VarId], names: Vec<(Ident, Lent)>) {
        for (name, lent) in names {
            let var = binds.iter().find(|var| self.graph.vars[**var].ident == name);
            self.graph.lent.extend(var.map(|var| (*var, lent)));
        }
    }

    /// Binds the names of a pattern as variables, from here on.
    pub(super) fn pattern(&mut self, pat: &Pat, ty: Option<&Type>) -> (Pat, Vec<VarId>) {
        let mut binds = vec![];
        let simple = matches!(pat, Pat::Ident(_));
        let ty = ty.filter(|_| simple).cloned();
        let mutable = mutables(pat);
        let scope = self.scope;
        let pat = self.resolver().pat(pat, &mut |this, ident| {
            let mutable = mutable.contains(&ident.to_string());
            let var = bound(this, ident, (scope, mutable), ty.clone());
            binds.push(var);
            this.graph.vars[var].ident.clone()
        });
        (pat, binds)
    }

    pub(super) fn bind_let(&mut self, pat: &Pat, ty: Option<Type>, value: Ex) {
        if let Pat::Or(_) = pat {
            // `Ok(Some(_) | None) => ..`: behind a `let`, alternatives stand in parentheses.
            return self.bind_let(&syn::parse_quote!((#pat)), ty, value);
        }
        for part in nameless(pat, &value) {
            self.unused(part, "bind it to a name, or remove it");
        }
        let value = match value {
            // A result is read whole: its type is known by the variable that holds it.
            Ex { kind: ExKind::Result(_) | ExKind::Won(..), span, .. } if !holds_whole(pat) => {
                let temporary = self.temporary("outcome", span);
                self.set(temporary, value);
                crate::workflow::resolve::var(temporary, span)
            }
            value => value,
        };
        self.refuse_kept(&value);
        let (pat, binds) = self.pattern(pat, ty.as_ref());
        self.push(Stmt::Let { pat, binds, ty, value, bound: false });
    }

    /// `let var = value;` for a variable that exists.
    pub(super) fn set(&mut self, var: VarId, value: Ex) {
        self.refuse_kept(&value);
        let v = &mut self.graph.vars[var];
        v.writes += 1;
        let (ident, mutable) =
            (v.ident.clone(), v.mutable.then(|| syn::Token![mut](v.ident.span())));
        let pat = Pat::Ident(syn::PatIdent {
            attrs: vec![],
            by_ref: None,
            mutability: mutable,
            ident,
            subpat: None,
        });
        let ty = self.graph.vars[var].written.clone();
        self.push(Stmt::Let { pat, binds: vec![var], ty, value, bound: false });
    }

    pub(super) fn unused(&mut self, value: &Ex, otherwise: &str) {
        let help = match &value.kind {
            ExKind::Pure { path, of: Callee::Receiver(_), .. } => advice::changed(path),
            ExKind::Pure { path, .. } => advice::dropped(path),
            _ => otherwise.to_owned(),
        };
        self.errors.span(value.span, "this value is never used", help);
    }
}

/// A variable for a name in a pattern, from here on.
pub(super) fn bound(
    resolver: &mut Resolver<'_>,
    name: &Ident,
    (scope, mutable): (ScopeId, bool),
    ty: Option<Type>,
) -> VarId {
    let ident = resolver.env.unique(name);
    let probe = resolver.graph.probe(name.span());
    resolver.graph.vars.push(Var {
        ident,
        wish: wished(name),
        scope,
        mutable,
        ty: ty.filter(nameable),
        written: None,
        kind: VarKind::Local,
        probe,
        writes: 1,
    });
    let var = resolver.graph.vars.len() - 1;
    resolver.env.bind(name, Binding::Var(var));
    var
}

/// The name in the document of what generated code calls its own.
fn wished(ident: &Ident) -> Option<String> {
    let name = crate::ident::text(ident);
    name.starts_with("__")
        .then(|| name.trim_matches('_').to_owned())
        .filter(|name| !name.is_empty())
}

/// True if a type can stand in the enum of states as it is written: nothing in it is left to rustc, and nothing
/// borrows.
pub(super) fn nameable(ty: &Type) -> bool {
    struct Find(bool);
    impl<'t> syn::visit::Visit<'t> for Find {
        fn visit_type(&mut self, ty: &'t Type) {
            use Type::{ImplTrait, Infer, Macro, Reference, TraitObject, Verbatim};
            self.0 |= matches!(
                ty,
                Infer(_) | Reference(_) | ImplTrait(_) | TraitObject(_) | Macro(_) | Verbatim(_)
            );
            syn::visit::visit_type(self, ty);
        }
        fn visit_expr(&mut self, expr: &'t Expr) {
            self.0 |= matches!(expr, Expr::Infer(_));
            syn::visit::visit_expr(self, expr);
        }
        fn visit_lifetime(&mut self, lifetime: &'t syn::Lifetime) {
            self.0 |= lifetime.ident != "static";
        }
    }
    let mut find = Find(false);
    syn::visit::Visit::visit_type(&mut find, ty);
    !find.0
}

/// A name, `_`, or a tuple of these.
pub(super) fn holds_whole(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => ident.subpat.is_none(),
        Pat::Tuple(tuple) => {
            tuple.elems.iter().all(|pat| matches!(pat, Pat::Ident(ident) if ident.subpat.is_none()))
        }
        Pat::Wild(_) => true,
        _ => false,
    }
}

/// The names that a pattern binds with `mut`.
pub(super) fn mutables(pat: &Pat) -> Vec<String> {
    struct Find(Vec<String>);
    impl<'p> syn::visit::Visit<'p> for Find {
        fn visit_pat_ident(&mut self, ident: &'p syn::PatIdent) {
            if ident.mutability.is_some() {
                self.0.push(ident.ident.to_string());
            }
        }
    }
    let mut find = Find(vec![]);
    syn::visit::Visit::visit_pat(&mut find, pat);
    find.0
}

/// Returns what a pattern calls its value.
pub fn hint(pat: &Pat) -> Option<String> {
    match pat {
        Pat::Ident(ident) if !ident.ident.to_string().starts_with('_') => {
            Some(crate::ident::text(&ident.ident))
        }
        Pat::Tuple(tuple) => {
            let names: Vec<_> = tuple.elems.iter().filter_map(hint).collect();
            (!names.is_empty()).then(|| names.join(","))
        }
        _ => None,
    }
}

/// The operator of `a op= b`, for numbers and `bool`s.
pub fn plain(op: syn::BinOp) -> Option<syn::BinOp> {
    use syn::BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign,
        SubAssign,
    };
    let op: syn::BinOp = match op {
        AddAssign(_) => syn::parse_quote!(+),
        SubAssign(_) => syn::parse_quote!(-),
        MulAssign(_) => syn::parse_quote!(*),
        DivAssign(_) => syn::parse_quote!(/),
        RemAssign(_) => syn::parse_quote!(%),
        BitAndAssign(_) => syn::parse_quote!(&),
        BitOrAssign(_) => syn::parse_quote!(|),
        BitXorAssign(_) => syn::parse_quote!(^),
        _ => return None,
    };
    Some(op)
}
