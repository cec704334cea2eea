//! Finds the variables that Rust's own code takes by value, or a part of: `pay(order.card)`.
//!
//! Types are not known: what is copied counts, too.

use super::uses::takes_receiver;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Ident, Stmt, Token};

/// The variables that a statement takes or assigns.
#[derive(Default)]
pub struct Taken {
    /// Those that it takes a part of.
    pub parts: Vec<Ident>,
    /// Those that it takes.
    pub whole: Vec<Ident>,
    /// Those that it gives a value, or a part of them.
    pub assigned: Vec<Ident>,
}

impl Taken {
    pub fn by(stmt: &Stmt) -> Self {
        let mut taken = Taken::default();
        taken.visit_stmt(stmt);
        taken
    }

    /// Code that is looked at: if it is a place, nothing is taken out of it.
    fn look(&mut self, expr: &Expr) {
        match expr {
            Expr::Field(_) | Expr::Path(_) => {}
            Expr::Paren(inner) => self.look(&inner.expr),
            expr => self.visit_expr(expr),
        }
    }
}

impl<'s> Visit<'s> for Taken {
    fn visit_expr_field(&mut self, field: &'s syn::ExprField) {
        match root(&field.base) {
            Some(root) => self.parts.push(root.clone()),
            None => visit::visit_expr_field(self, field),
        }
    }

    fn visit_expr_path(&mut self, path: &'s syn::ExprPath) {
        self.whole.extend(path.path.get_ident().cloned());
    }

    fn visit_expr_reference(&mut self, it: &'s syn::ExprReference) {
        self.look(&it.expr);
    }

    fn visit_expr_unary(&mut self, it: &'s syn::ExprUnary) {
        self.look(&it.expr);
    }

    fn visit_expr_cast(&mut self, it: &'s syn::ExprCast) {
        self.look(&it.expr);
    }

    fn visit_expr_index(&mut self, it: &'s syn::ExprIndex) {
        self.look(&it.expr);
        self.look(&it.index);
    }

    fn visit_expr_assign(&mut self, it: &'s syn::ExprAssign) {
        self.assigned.extend(root(&it.left).cloned());
        self.look(&it.left);
        self.visit_expr(&it.right);
    }

    fn visit_expr_binary(&mut self, it: &'s syn::ExprBinary) {
        match it.op {
            // A text is taken.
            BinOp::Add(_) => self.visit_expr(&it.left),
            _ => self.look(&it.left),
        }
        self.look(&it.right);
    }

    fn visit_expr_method_call(&mut self, it: &'s syn::ExprMethodCall) {
        match takes_receiver(&it.method.to_string()) {
            true => self.visit_expr(&it.receiver),
            false => self.look(&it.receiver),
        }
        it.args.iter().for_each(|arg| self.visit_expr(arg));
    }

    fn visit_expr_if(&mut self, it: &'s syn::ExprIf) {
        self.look(&it.cond);
        self.visit_block(&it.then_branch);
        it.else_branch.iter().for_each(|(_, other)| self.visit_expr(other));
    }

    /// `join!`, `race!` and `vec!` take what they are given; `format!` and its like look at it.
    fn visit_macro(&mut self, it: &'s syn::Macro) {
        let takes = it
            .path
            .segments
            .last()
            .is_some_and(|last| ["join", "race", "vec"].iter().any(|name| last.ident == name));
        let items = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let (true, Ok(items)) = (takes, items.parse2(it.tokens.clone())) {
            items.iter().for_each(|item| Taken::visit_expr(self, item));
        }
    }
}

/// The variable at the root of a place.
fn root(expr: &Expr) -> Option<&Ident> {
    match expr {
        Expr::Path(path) => path.path.get_ident(),
        Expr::Field(field) => root(&field.base),
        Expr::Paren(inner) => root(&inner.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn parts_that_are_taken_have_a_root() {
        for (code, taken) in [
            ("t(a.b.c).await?;", "a"),
            ("let x = a.b;", "a"),
            ("let x = a.b + \"c\";", "a"),
            ("join!(t(a.b), async { t(c.d).await }).await?;", "a c"),
            ("let x = vec![a.b, &c.d];", "a"),
            ("match a.b { Some(c) => t(c), None => t(d.e) };", "a d"),
            ("let x = a.b.unwrap_or(c);", "a"),
            ("let x = P { y: (a.b), ..c.d };", "a c"),
            ("t(a.b.clone(), &c.d, e.f.len(), format!(\"{}\", g.h));", ""),
            ("if a.b && c.d > e.f { g.h = 1; }", ""),
            ("a.b += c.d;", ""),
        ] {
            let stmt: syn::Stmt = syn::parse_str(code).unwrap();
            assert_eq!(words(&Taken::by(&stmt).parts), taken, "{code}");
        }
    }

    #[test]
    fn variables_are_taken_and_assigned() {
        for (code, taken, assigned) in [
            ("a = t(b).await?;", "t b", "a"),
            ("while a < b { a.c = d; }", "d", "a"),
            ("for a in b { c += d; }", "b", ""),
            ("a = a / 2 + b;", "", "a"),
        ] {
            let found = Taken::by(&syn::parse_str(code).unwrap());
            assert_eq!(
                (&*words(&found.whole), &*words(&found.assigned)),
                (taken, assigned),
                "{code}"
            );
        }
    }

    fn words(names: &[Ident]) -> String {
        names.iter().map(Ident::to_string).collect::<Vec<_>>().join(" ")
    }
}
