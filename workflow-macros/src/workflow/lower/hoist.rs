//! Calls inside of expressions, hoisted in the order in which Rust makes them.

use super::Lower;
use super::value::{changes, effectful};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::resolve::var;
use syn::Expr;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;

/// An operand to the left of an effect.
pub(super) enum Before {
    /// Evaluated before it, into a variable.
    Kept(Ex),
    /// It makes no difference when.
    Later(Ex),
}

/// The parts of an expression, in order of evaluation.
pub(super) struct Parts(Vec<Expr>);

impl VisitMut for Parts {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        self.0.push(part.clone());
    }
}

pub(super) struct Hoist<'l, 'e> {
    lower: &'l mut Lower<'e>,
    reached: bool,
    /// The parts that are still to come, this one first.
    later: Vec<Expr>,
}

impl Hoist<'_, '_> {
    /// Evaluates the parts of a place, and leaves the place: `call.await?[0].clone()` moves no item out of the list.
    fn within(&mut self, place: &mut Expr) {
        let mut parts = Parts(vec![]);
        syn::visit_mut::visit_expr_mut(&mut parts, place);
        self.later.splice(0..0, parts.0);
        syn::visit_mut::visit_expr_mut(self, place);
    }
}

impl VisitMut for Hoist<'_, '_> {
    fn visit_expr_mut(&mut self, part: &mut Expr) {
        if !self.later.is_empty() {
            self.later.remove(0);
        }
        // A function, or a constant: it is the same later.
        let bound = |name| self.lower.env.get(name).is_some();
        let fixed = matches!(part, Expr::Path(path) if !path.path.get_ident().is_some_and(bound));
        let needed = !fixed && (effectful(part) || self.later.iter().any(effectful));
        if !self.reached || !needed {
            return;
        }
        let lazily = is_lazy(part) && !self.later.iter().any(effectful);
        if (indexed(part) || lazily) && effectful(part) {
            return self.within(part);
        }
        let Some(value) = self.lower.value(part) else {
            self.reached = false;
            return;
        };
        let value = if effectful(part) {
            value
        } else {
            match self.lower.before(value, &self.later.iter().collect::<Vec<_>>()) {
                Before::Kept(value) => value,
                // It may as well be evaluated later.
                Before::Later(_) => return,
            }
        };
        let variable = match value.kind {
            ExKind::Var(variable) => variable,
            _ => {
                let temporary = self.lower.temporary("part", part.span());
                self.lower.set(temporary, value);
                temporary
            }
        };
        let ident = self.lower.env.fresh("hoisted", part.span());
        self.lower.env.bind(&ident, Binding::Var(variable));
        *part = syn::parse_quote!(#ident);
    }
}

impl Lower<'_> {
    /// The values of several expressions, evaluated in order: what may fail or is changed by a later one is
    /// evaluated before that one's effect.
    pub(super) fn values<'e>(
        &mut self,
        exprs: impl IntoIterator<Item = &'e Expr>,
    ) -> Option<Vec<Ex>> {
        let exprs: Vec<&Expr> = exprs.into_iter().collect();
        let mut values = vec![];
        for (index, expr) in exprs.iter().enumerate() {
            let value = self.value(expr)?;
            let later = exprs[index + 1..].iter().any(|later| effectful(later));
            values.push(match later.then(|| self.before(value.clone(), &exprs[index + 1..])) {
                Some(Before::Kept(value) | Before::Later(value)) => value,
                None => value,
            });
        }
        Some(values)
    }

    /// A value that is needed before a later effect.
    pub(super) fn before(&mut self, value: Ex, later: &[&Expr]) -> Before {
        let changed = later.iter().any(|later| changes(later));
        if !value.may_fault() && (!changed || matches!(value.kind, ExKind::Lit(_) | ExKind::Unit)) {
            return Before::Later(value);
        }
        let (span, temporary) = (value.span, self.temporary("before", value.span));
        self.set(temporary, value);
        Before::Kept(var(temporary, span))
    }

    /// Evaluates the parts with effects first, in order, into variables.
    pub(super) fn hoisted(&mut self, expr: &Expr) -> Option<Ex> {
        let mut expr = expr.clone();
        let mut parts = Parts(vec![]);
        syn::visit_mut::visit_expr_mut(&mut parts, &mut expr);
        let mut hoist = Hoist { lower: self, reached: true, later: parts.0 };
        syn::visit_mut::visit_expr_mut(&mut hoist, &mut expr);
        if !hoist.reached {
            return None;
        }
        Some(self.resolver().expr(&expr))
    }
}

/// True for an iterator over what a call comes to: nothing keeps it in a variable.
fn is_lazy(expr: &Expr) -> bool {
    const ITERATORS: [&str; 12] = [
        "chars",
        "chunks",
        "into_iter",
        "into_keys",
        "into_values",
        "iter",
        "keys",
        "lines",
        "split",
        "split_whitespace",
        "values",
        "windows",
    ];
    let Expr::MethodCall(call) = expr else { return false };
    let name = call.method.to_string();
    let adapts = |name: &str| {
        super::borrowed::ADAPTERS.contains(&name)
            || matches!(
                name,
                "map"
                    | "filter_map"
                    | "flat_map"
                    | "flatten"
                    | "zip"
                    | "chain"
                    | "cloned"
                    | "copied"
            )
    };
    match &*call.receiver {
        Expr::Await(_) => false,
        receiver => ITERATORS.contains(&&*name) || (adapts(&name) && is_lazy(receiver)),
    }
}

/// True for an item of a list, and for a field of one.
pub(super) fn indexed(expr: &Expr) -> bool {
    match expr {
        Expr::Index(_) => true,
        Expr::Field(field) => indexed(&field.base),
        Expr::Paren(paren) => indexed(&paren.expr),
        _ => false,
    }
}
