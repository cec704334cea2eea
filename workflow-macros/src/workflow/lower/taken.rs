//! Values that are taken out of a list: `list.pop()`, `list.remove(i)`. They are read, and the list is changed after.

use super::Lower;
use crate::workflow::ex::{Ex, REMOVED};
use crate::workflow::resolve::{last, var};
use syn::spanned::Spanned;
use syn::{Expr, ExprMethodCall, Ident, Pat, Stmt};

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
    if !whole || !["pop", "pop_back", "pop_front"].iter().any(|name| call.method == name) {
        return None;
    }
    Some(Popped { read: read(call)?, call: call.clone() })
}

/// The value that a method takes out, read where it is.
fn read(call: &ExprMethodCall) -> Option<Expr> {
    let (list, at) = (&call.receiver, call.method.span());
    match (call.method.to_string().as_str(), call.args.first()) {
        ("pop", None) => Some(syn::parse_quote_spanned!(at=> #list.last().cloned())),
        ("pop_back", None) => Some(syn::parse_quote_spanned!(at=> #list.back().cloned())),
        ("pop_front", None) => Some(syn::parse_quote_spanned!(at=> #list.front().cloned())),
        ("remove", Some(of)) if !super::value::effectful(of) => {
            let removed = Ident::new(REMOVED, at);
            Some(syn::parse_quote_spanned!(at=> #list.#removed(#of)))
        }
        ("insert", Some(item)) if call.args.len() == 1 && !super::value::effectful(item) => {
            Some(syn::parse_quote_spanned!(at=> !#list.contains(&(#item))))
        }
        _ => None,
    }
}

/// The item that a set gets, bound to a name: it is looked for before.
fn inserted(call: &ExprMethodCall) -> (Option<Stmt>, ExprMethodCall) {
    let mut call = call.clone();
    let name = crate::ident::own("__inserted", call.method.span());
    let bound = match call.args.first_mut() {
        Some(item) if call.method == "insert" && !matches!(item, Expr::Lit(_)) => {
            let given = std::mem::replace(item, syn::parse_quote!(#name));
            Some(syn::parse_quote!(let #name = #given;))
        }
        _ => None,
    };
    (bound, call)
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
        if call.method == "insert" {
            return false;
        }
        if let Some(value) = self.value(&read) {
            self.bind_let(pat, ty.cloned(), value);
            self.mutate(call);
        }
        true
    }

    /// The value of `list.pop()`: bound to a variable before the list is changed.
    pub(super) fn taken(&mut self, call: &ExprMethodCall) -> Option<Ex> {
        let (bound, call) = &inserted(call);
        bound.iter().for_each(|bound| self.stmt(bound));
        let name = self.hint.clone().filter(|hint| !hint.contains(','));
        let value = self.value(&read(call)?)?;
        let taken = self.temporary(&name.unwrap_or_else(|| "taken".to_owned()), call.span());
        self.set(taken, value);
        self.mutate(call);
        Some(var(taken, call.span()))
    }
}

/// Rewrites a statement inside an expression that takes a value out first: `let x = list.pop();`, `new = seen.insert(x);`,
/// `new.push(list.remove(0))`, and an `if` or a `match` on `list.pop() == Some(1)`. `None` if it is another one.
pub fn taken_first(stmt: &Stmt) -> Option<Vec<Stmt>> {
    let mut rest = stmt.clone();
    let on = match &mut rest {
        Stmt::Local(local) => &mut *local.init.as_mut()?.expr,
        Stmt::Expr(Expr::If(branch), _) => match &mut *branch.cond {
            Expr::Let(test) => &mut *test.expr,
            condition => condition,
        },
        Stmt::Expr(Expr::Match(choice), _) => &mut *choice.expr,
        Stmt::Expr(Expr::MethodCall(call), _) if plain(&call.receiver) && super::mutates(call) => {
            call.args.first_mut()?
        }
        // What is assigned to is looked at behind the value.
        Stmt::Expr(Expr::Assign(assign), _) if plain(&assign.left) => &mut *assign.right,
        Stmt::Expr(Expr::Binary(both), _) if super::is_compound(&both.op) && plain(&both.left) => {
            &mut *both.right
        }
        _ => return None,
    };
    let (bound, call) = inserted(first(on)?);
    let (read, name) = (read(&call)?, crate::ident::own("__taken", call.method.span()));
    *outermost(on)? = syn::parse_quote!(#name);
    let change = Stmt::Expr(Expr::MethodCall(call), Some(Default::default()));
    Some(bound.into_iter().chain([syn::parse_quote!(let #name = #read;), change, rest]).collect())
}

/// True for a variable.
fn plain(place: &Expr) -> bool {
    matches!(place, Expr::Path(path) if path.path.get_ident().is_some())
}

/// The call whose value an expression looks at first: it is that value, or made of it.
fn first(on: &mut Expr) -> Option<&mut ExprMethodCall> {
    match outermost(on)? {
        Expr::MethodCall(call) if super::mutates(call) => Some(call),
        _ => None,
    }
}

fn outermost(on: &mut Expr) -> Option<&mut Expr> {
    if matches!(on, Expr::MethodCall(call) if takes(call)) {
        return Some(on);
    }
    match on {
        Expr::Paren(inner) => outermost(&mut inner.expr),
        Expr::Unary(of) if matches!(of.op, syn::UnOp::Not(_)) => outermost(&mut of.expr),
        Expr::MethodCall(call) => outermost(&mut call.receiver),
        // The left side is evaluated first, whatever becomes of the right one.
        Expr::Binary(both) if !super::is_compound(&both.op) => outermost(&mut both.left),
        Expr::Cast(cast) => outermost(&mut cast.expr),
        Expr::Field(field) => outermost(&mut field.base),
        Expr::Reference(reference) => outermost(&mut reference.expr),
        Expr::Call(call) if matches!(*call.func, Expr::Path(_)) => {
            outermost(call.args.first_mut()?)
        }
        _ => None,
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
            ("Some(x)", "list.pop_front()", true),
            ("Some(x)", "list.pop_back()", true),
            ("Some(x)", "list.front()", false),
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
            ("list.pop_front()", true),
            ("list.front()", false),
            ("list.remove(0)", true),
            ("list.remove(i + 1)", true),
            ("map.remove(&key)", true),
            ("list.remove(t(i).await?)", false),
            ("list.remove()", false),
            ("list.push(1)", false),
            ("set.insert(x)", true),
            ("list.insert(0, x)", false),
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
