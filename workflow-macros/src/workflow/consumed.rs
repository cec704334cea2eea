//! Changes that methods make by the way, and an expression does not: items that are taken out of an iterator under a
//! name, values of a map that `retain` gives by `&mut`.

use super::bound::bound;
use crate::errors::Errors;
use syn::visit::Visit;
use syn::{Block, Expr, Ident, Pat, Stmt};

/// The methods that take items out of an iterator, and leave the rest of it.
const TAKING: [&str; 7] = ["next", "nth", "any", "all", "find", "find_map", "position"];

/// Refuses such changes, where they would be seen.
pub fn check(block: &Block, errors: &mut Errors) {
    Check { errors }.visit_block(block);
}

struct Check<'a> {
    errors: &'a mut Errors,
}

impl<'e> Visit<'e> for Check<'_> {
    fn visit_block(&mut self, block: &'e Block) {
        for (at, stmt) in block.stmts.iter().enumerate() {
            let uses = mutable(stmt).map(|name| Uses::of(name, &block.stmts[at + 1..]));
            if let Some((method, true)) = uses.and_then(|uses| Some((uses.taken?, uses.count > 1)))
            {
                self.errors.at(
                    &method,
                    format_args!(
                        "`{method}` uses up a part of this iterator: in an expression it begins anew"
                    ),
                    "collect the items first: `let parts: Vec<_> = ..collect();`, and take `parts.first()`, `parts.get(1)`; of a text `split_once(..)` gives both sides",
                );
            }
        }
        syn::visit::visit_block(self, block);
    }
    fn visit_expr_method_call(&mut self, call: &'e syn::ExprMethodCall) {
        if let (true, Some(Expr::Closure(keeps))) = (call.method == "retain", call.args.first())
            && let Some(value) = keeps.inputs.iter().nth(1)
        {
            let own = bound(value);
            let changed = super::resolve::targets(&keeps.body);
            if let Some(name) = changed.iter().find(|name| own.contains(name)) {
                self.errors.at(
                    name,
                    "`retain` keeps the values of a map as they are",
                    "change them first, in a loop over the keys: `map.insert(key, value);`",
                );
            }
        }
        syn::visit::visit_expr_method_call(self, call);
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}

/// The name in `let mut name = value;`.
fn mutable(stmt: &Stmt) -> Option<&Ident> {
    let Stmt::Local(local) = stmt else { return None };
    local.init.as_ref()?;
    match super::resolve::typed(&local.pat).0 {
        Pat::Ident(pat) if pat.mutability.is_some() && pat.by_ref.is_none() => Some(&pat.ident),
        _ => None,
    }
}

/// The mentions of a variable, until another of its name hides it.
struct Uses<'n> {
    name: &'n Ident,
    /// One within a closure or a loop counts twice: it may come again.
    count: usize,
    /// The first method that takes items out of it.
    taken: Option<Ident>,
    again: bool,
}

impl<'n> Uses<'n> {
    fn of(name: &'n Ident, stmts: &[Stmt]) -> Self {
        let mut uses = Uses { name, count: 0, taken: None, again: false };
        for stmt in stmts {
            uses.visit_stmt(stmt);
            if matches!(stmt, Stmt::Local(local) if bound(&local.pat).contains(name)) {
                break;
            }
        }
        uses
    }

    fn mentioned(&mut self) {
        self.count += if self.again { 2 } else { 1 };
    }

    fn again(&mut self, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.again, true);
        visit(self);
        self.again = before;
    }

    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(name) if name == *self.name => self.mentioned(),
                proc_macro2::TokenTree::Group(group) => self.tokens(group.stream()),
                _ => {}
            }
        }
    }
}

impl<'e> Visit<'e> for Uses<'_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Path(path) if path.path.is_ident(self.name) => self.mentioned(),
            Expr::MethodCall(call) => {
                let own = matches!(&*call.receiver, Expr::Path(it) if it.path.is_ident(self.name));
                let closure = matches!(call.args.first(), Some(Expr::Closure(_)));
                let takes = TAKING.iter().any(|name| call.method == name);
                if own && takes && (closure || call.method != "find") {
                    self.taken.get_or_insert(call.method.clone());
                }
                syn::visit::visit_expr(self, expr);
            }
            Expr::Closure(_) => self.again(|this| syn::visit::visit_expr(this, expr)),
            Expr::ForLoop(turns) => {
                self.visit_expr(&turns.expr);
                self.again(|this| this.visit_block(&turns.body));
            }
            Expr::While(_) | Expr::Loop(_) => {
                self.again(|this| syn::visit::visit_expr(this, expr));
            }
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        self.tokens(mac.tokens.clone());
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn an_iterator_is_taken_from_once() {
        for (code, refused) in [
            ("{ let mut it = f(); let a = it.next(); let b = it.next(); }", true),
            ("{ let mut it = f(); it.next().unwrap_or(0) }", false),
            ("{ let mut it = f(); let a = it.any(|x| x > 1); for x in it { n += x; } }", true),
            ("{ let mut it = f(); list.map(|x| it.next()) }", true),
            ("{ let mut it = f(); for x in list { n += it.nth(0); } }", true),
            ("{ let mut it = f(); let a = it.next(); let it = vec![a]; it.len() }", false),
            ("{ let mut it = f(); let a = it.next(); vec![it.next()] }", true),
            ("{ let mut text = f(); text.find('a'); text.len() }", false),
            ("{ let mut list = f(); list.push(1); list.iter().next(); list.first() }", false),
            ("{ let it = f(); it.next(); it.next() }", false),
        ] {
            let mut errors = Errors::default();
            check(&syn::parse_str(code).unwrap(), &mut errors);
            assert_eq!(!errors.is_empty(), refused, "{code}");
        }
    }
}
