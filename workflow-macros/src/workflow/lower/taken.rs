//! Values that are taken out of a list: `list.pop()`, `list.remove(i)`. They are read, and the list is changed after.

use super::Lower;
use crate::workflow::ex::Ex;
use crate::workflow::resolve::{last, var};
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, Pat};

/// A pattern that takes whatever a list's last item is, and the call that takes it out.
pub struct Popped {
    /// `list.last().cloned()`
    pub read: Expr,
    /// `list.pop()`
    pub call: ExprMethodCall,
}

/// Returns the parts of `let Some(x) = list.pop()`.
pub fn popped(pat: &Pat, on: &Expr) -> Option<Popped> {
    let Expr::MethodCall(call) = on else { return None };
    let whole = match pat {
        Pat::TupleStruct(some) => {
            last(&some.path) == "Some" && !some.elems.iter().any(crate::workflow::phrase::refutable)
        }
        _ => false,
    };
    if !whole || call.method != "pop" {
        return None;
    }
    Some(Popped { read: read(call)?, call: call.clone() })
}

/// The value that a method takes out, read where it is.
fn read(call: &ExprMethodCall) -> Option<Expr> {
    let (list, at) = (&call.receiver, call.method.span());
    match (call.method.to_string().as_str(), call.args.first()) {
        ("pop", None) => Some(syn::parse_quote_spanned!(at=> #list.last().cloned())),
        ("remove", Some(key @ Expr::Reference(_))) => {
            Some(syn::parse_quote_spanned!(at=> #list.get(#key).cloned()))
        }
        ("remove", Some(index)) if !super::value::effectful(index) => {
            Some(syn::parse_quote_spanned!(at=> #list[#index].clone()))
        }
        _ => None,
    }
}

/// True for a method that changes its receiver, and has a value.
pub fn takes(call: &ExprMethodCall) -> bool {
    read(call).is_some()
}

impl Lower<'_> {
    /// `let x = list.pop();`, unless the list is called as the value.
    pub(super) fn taken_let(&mut self, pat: &Pat, ty: Option<&syn::Type>, init: &Expr) -> bool {
        let (Pat::Ident(bound), Expr::MethodCall(call)) = (pat, init) else { return false };
        if !super::mutates(call) || super::value::effectful(&call.receiver) {
            return false;
        }
        let Some(read) = read(call).filter(|_| !mentions(call, &bound.ident)) else { return false };
        if let Some(value) = self.value(&read) {
            self.bind_let(pat, ty.cloned(), value);
            self.mutate(call);
        }
        true
    }

    /// The value of `list.pop()`: bound to a variable before the list is changed.
    pub(super) fn taken(&mut self, call: &ExprMethodCall) -> Option<Ex> {
        let name = self.hint.clone().filter(|hint| !hint.contains(','));
        let value = self.value(&read(call)?)?;
        let taken = self.temporary(&name.unwrap_or_else(|| "taken".to_owned()), call.span());
        self.set(taken, value);
        self.mutate(call);
        Some(var(taken, call.span()))
    }
}

/// True if a call mentions a variable.
fn mentions(call: &ExprMethodCall, name: &syn::Ident) -> bool {
    struct Find<'n>(&'n syn::Ident, bool);
    impl<'e> syn::visit::Visit<'e> for Find<'_> {
        fn visit_ident(&mut self, ident: &'e syn::Ident) {
            self.1 |= ident == self.0;
        }
        fn visit_macro(&mut self, _: &'e syn::Macro) {
            self.1 = true;
        }
    }
    let mut find = Find(name, false);
    syn::visit::Visit::visit_expr_method_call(&mut find, call);
    find.1
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use syn::parse::Parser;

    #[test]
    fn what_a_loop_pops_is_bound_whole() {
        for (pat, on, is) in [
            ("Some(x)", "list.pop()", true),
            ("Some((a, b))", "list.pop()", true),
            ("Some(_)", "list.pop()", true),
            ("Some(1)", "list.pop()", false),
            ("Some((1, b))", "list.pop()", false),
            ("Ok(x)", "list.pop()", false),
            ("None", "list.pop()", false),
            ("x", "list.pop()", false),
            ("Some(x)", "list.pop(1)", false),
            ("Some(x)", "list.remove(0)", false),
            ("Some(x)", "pop()", false),
        ] {
            let pat = Pat::parse_single.parse_str(pat).unwrap();
            let found = popped(&pat, &syn::parse_str(on).unwrap());
            assert_eq!(found.is_some(), is, "{on}");
        }
    }

    #[test]
    fn what_a_call_takes_can_be_read_before() {
        for (call, takes_it) in [
            ("list.pop()", true),
            ("list.pop(1)", false),
            ("list.remove(0)", true),
            ("list.remove(i + 1)", true),
            ("map.remove(&key)", true),
            ("list.remove(t(i).await?)", false),
            ("list.remove()", false),
            ("list.push(1)", false),
        ] {
            assert_eq!(takes(&syn::parse_str(call).unwrap()), takes_it, "{call}");
        }
    }

    #[test]
    fn a_name_is_found_wherever_a_call_has_it() {
        let name = syn::parse_quote!(x);
        for (call, found) in [
            ("x.pop()", true),
            ("list.remove(x)", true),
            ("list.remove(i + x)", true),
            ("list.remove(vec![1])", true),
            ("list.remove(xs)", false),
            ("list.pop()", false),
        ] {
            assert_eq!(mentions(&syn::parse_str(call).unwrap(), &name), found, "{call}");
        }
    }
}
