//! Functions of an `impl` block that call each other in a circle: they cannot be written out.

use crate::errors::Errors;
use crate::workflow::called;
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::Visit;
use syn::{Expr, Ident, ImplItemFn, Path};

/// The calls between the functions of a block, by the receiver `self` and by the type.
pub(super) struct Circles(BTreeMap<String, Vec<Ident>>);

impl Circles {
    pub(super) fn of(functions: &[&ImplItemFn], ty: &Path) -> Self {
        let calls = functions.iter().map(|function| {
            let mut calls = Calls { ty, found: vec![] };
            calls.visit_block(&function.block);
            (crate::ident::text(&function.sig.ident), calls.found)
        });
        Circles(calls.collect())
    }

    pub(super) fn refuse(&self, function: &ImplItemFn, errors: &mut Errors) {
        let own = crate::ident::text(&function.sig.ident);
        let back = |call: &&Ident| self.reached(&crate::ident::text(call)).contains(&own);
        if let Some(call) = self.0.get(&own).and_then(|calls| calls.iter().find(back)) {
            errors.at(
                call,
                "a pure function cannot call itself: it is written out where it is called",
                "use an iterator: `list.iter().map(|item| ..).sum::<f64>()`",
            );
        }
    }

    /// The functions that a function calls, itself among them.
    fn reached(&self, from: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut todo = vec![from.to_owned()];
        while let Some(name) = todo.pop() {
            if reached.insert(name.clone()) {
                todo.extend(self.0.get(&name).into_iter().flatten().map(crate::ident::text));
            }
        }
        reached
    }
}

struct Calls<'a> {
    ty: &'a Path,
    found: Vec<Ident>,
}

impl<'e> Visit<'e> for Calls<'_> {
    fn visit_expr_method_call(&mut self, call: &'e syn::ExprMethodCall) {
        if matches!(&*call.receiver, Expr::Path(of) if of.path.is_ident("self")) {
            self.found.push(call.method.clone());
        }
        syn::visit::visit_expr_method_call(self, call);
    }
    fn visit_expr_call(&mut self, call: &'e syn::ExprCall) {
        if let Expr::Path(path) = &*call.func
            && let Some(last) = path.path.segments.last()
        {
            let owner = called::owner(&path.path);
            if owner.is_ident("Self") || owner == *self.ty {
                self.found.push(last.ident.clone());
            }
        }
        syn::visit::visit_expr_call(self, call);
    }
}
