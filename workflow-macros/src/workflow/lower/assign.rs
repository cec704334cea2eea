//! Assignments: `x = ..`, `x += ..`, and methods that change their receiver.

use super::call;
use super::{Lower, plain, unknown};
use crate::workflow::ex::{Ex, GATHERED, PUT};
use crate::workflow::model::{Stmt, VarId, VarKind};
use syn::{Expr, Ident};

impl Lower<'_> {
    pub(super) fn assign(&mut self, left: &Expr, op: Option<syn::BinOp>, right: &Expr) {
        if op.is_none() && self.assigned_late(left, right) {
            return;
        }
        let drawn = Self::draw(right).filter(|_| op.is_none() && matches!(left, Expr::Path(_)));
        if let Expr::Index(item) = left {
            return self.replace(item, op, right);
        }
        let Some(value) = drawn.or_else(|| self.value(right)) else { return };
        let what = "only a variable or its field can be assigned";
        let help =
            "for an item of a list build a new list: `xs = xs.into_iter().map(..).collect();`";
        if let Some(place) = self.own_place(left, what, help) {
            self.push(Stmt::Assign { place, op, value });
        }
    }

    /// `list[index] = value;`
    pub(super) fn replace(&mut self, item: &syn::ExprIndex, op: Option<syn::BinOp>, right: &Expr) {
        let value: Expr = match op.map(plain) {
            Some(Some(op)) => syn::parse_quote!(#item.clone() #op (#right)),
            Some(None) => {
                let help = "write `list[i] = ..;`";
                return self.errors.at(op, "this operator changes no item of a list", help);
            }
            None => right.clone(),
        };
        let Some(value) = self.value(&value) else { return };
        let Some(index) = self.value(&item.index) else { return };
        let what = "only an item of a list in a variable can be assigned";
        let help = "build a new list: `xs = xs.into_iter().map(..).collect();`";
        if let Some(place) = self.own_place(&item.expr, what, help) {
            let method = Ident::new(crate::workflow::ex::SET, item.bracket_token.span.join());
            self.push(Stmt::Mutate { place, method, args: vec![index, value] });
        }
    }

    pub(super) fn mutate(&mut self, call: &syn::ExprMethodCall) {
        let mut args = vec![];
        for arg in &call.args {
            let closure = self.resolver().named_function(&call.method, arg);
            let Some(arg) = self.value(closure.as_ref().unwrap_or(arg)) else { return };
            args.push(arg);
        }
        let what = "only a variable or its field can be changed";
        let help = "bind the value to a `let mut` first";
        if let Some(place) = self.own_place(&call.receiver, what, help) {
            self.push(Stmt::Mutate { place, method: call.method.clone(), args });
        }
    }

    /// Resolves a place that is changed: a variable of this scope or a part of it, which counts the write.
    pub(super) fn own_place(&mut self, at: &Expr, what: &str, help: &str) -> Option<Ex> {
        let place = self.resolver().expr(at);
        if unknown(&place) {
            self.errors.leave_to_rustc();
            return None;
        }
        let Some((var, _)) = place.place() else {
            self.errors.at(at, what, help);
            return None;
        };
        self.owned(var, at).then(|| {
            self.changed(var);
            place
        })
    }

    pub(super) fn changed(&mut self, var: VarId) {
        let var = &mut self.graph.vars[var];
        var.writes += 1;
        if !var.mutable {
            // A `mut` is missing: rustc says where, and once.
            self.errors.leave_to_rustc();
        }
    }

    /// A branch or an item reads outer variables; it cannot change them.
    pub(super) fn owned(&mut self, var: VarId, at: &Expr) -> bool {
        let captured = match self.graph.vars[var].kind {
            VarKind::Input { of } => of,
            _ => None,
        };
        let own = self.graph.vars[var].scope == self.scope && captured.is_none();
        if !own {
            let what = format!(
                "`{}` belongs to the workflow outside: a branch or an item cannot change it",
                self.graph.vars[captured.unwrap_or(var)].ident
            );
            self.errors.at(at, &what, "return the value: `Ok(value)`, and assign it outside");
            self.errors.echo();
        }
        own
    }
}

/// Returns what a call is without its builders.
pub fn base(call: &Expr) -> &Expr {
    call::Parts::of(call).base
}

pub fn is_compound(op: &syn::BinOp) -> bool {
    use syn::BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign,
        ShlAssign, ShrAssign, SubAssign,
    };
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitXorAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}

pub fn mutates(call: &syn::ExprMethodCall) -> bool {
    let name = call.method.to_string();
    name == PUT
        || name == GATHERED
        || crate::methods::find(&name).is_some_and(|method| method.mutates)
}
