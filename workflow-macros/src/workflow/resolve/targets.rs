//! The names that an expression changes and does not declare itself.

use super::super::lower::{changes_entry, is_compound, mutates};
use syn::visit::Visit;
use syn::{Expr, Ident, Pat};

/// Returns the names, each once, in the order of the code.
pub fn targets(expr: &Expr) -> Vec<Ident> {
    let mut find = Targets { found: vec![], declared: vec![] };
    find.visit_expr(expr);
    find.found
}

struct Targets {
    found: Vec<Ident>,
    /// Names that are declared here, innermost last.
    declared: Vec<Ident>,
}

impl Targets {
    fn changed(&mut self, place: &Expr) {
        match place {
            Expr::Path(path) => {
                let new = path
                    .path
                    .get_ident()
                    .filter(|name| !self.declared.contains(name) && !self.found.contains(name));
                self.found.extend(new.cloned());
            }
            Expr::Field(field) => self.changed(&field.base),
            Expr::Index(index) => self.changed(&index.expr),
            Expr::Paren(inner) => self.changed(&inner.expr),
            Expr::Group(inner) => self.changed(&inner.expr),
            Expr::Unary(inner) => self.changed(&inner.expr),
            Expr::MethodCall(call) => self.changed(&call.receiver),
            Expr::Tuple(parts) => parts.elems.iter().for_each(|part| self.changed(part)),
            _ => {}
        }
    }

    fn declare(&mut self, pat: &Pat) {
        struct Names<'a>(&'a mut Vec<Ident>);
        impl<'p> Visit<'p> for Names<'_> {
            fn visit_pat_ident(&mut self, ident: &'p syn::PatIdent) {
                self.0.push(ident.ident.clone());
                syn::visit::visit_pat_ident(self, ident);
            }
        }
        Names(&mut self.declared).visit_pat(pat);
    }

    /// Leaves behind what is declared within.
    fn within(&mut self, visit: impl FnOnce(&mut Self)) {
        let outside = self.declared.len();
        visit(self);
        self.declared.truncate(outside);
    }
}

impl<'e> Visit<'e> for Targets {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Assign(assign) => self.changed(&assign.left),
            Expr::Binary(binary) if is_compound(&binary.op) => self.changed(&binary.left),
            Expr::MethodCall(call) if mutates(call) || changes_entry(call) => {
                self.changed(&call.receiver)
            }
            Expr::Closure(_) => return,
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }
    fn visit_local(&mut self, local: &'e syn::Local) {
        if let Some(init) = &local.init {
            self.visit_local_init(init);
        }
        self.declare(&local.pat);
    }
    fn visit_block(&mut self, block: &'e syn::Block) {
        self.within(|this| syn::visit::visit_block(this, block));
    }
    fn visit_expr_if(&mut self, branch: &'e syn::ExprIf) {
        self.within(|this| {
            this.visit_expr(&branch.cond);
            this.visit_block(&branch.then_branch);
        });
        if let Some((_, otherwise)) = &branch.else_branch {
            self.visit_expr(otherwise);
        }
    }
    fn visit_expr_let(&mut self, test: &'e syn::ExprLet) {
        self.visit_expr(&test.expr);
        self.declare(&test.pat);
    }
    fn visit_arm(&mut self, arm: &'e syn::Arm) {
        self.within(|this| {
            this.declare(&arm.pat);
            syn::visit::visit_arm(this, arm);
        });
    }
    fn visit_expr_for_loop(&mut self, turns: &'e syn::ExprForLoop) {
        self.visit_expr(&turns.expr);
        self.within(|this| {
            this.declare(&turns.pat);
            this.visit_block(&turns.body);
        });
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
    fn visit_macro(&mut self, _: &'e syn::Macro) {}
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    #[test]
    fn what_is_declared_within_is_no_target() {
        for (code, found) in [
            ("for x in xs { total += x; }", &["total"][..]),
            ("for x in xs { let mut n = 0; n += x; all.push(n); }", &["all"]),
            ("{ n += 1; let mut n = 0; n += 1; m[0] = n; }", &["n", "m"]),
            ("if let Some(n) = of { n.x += 1; } else { n.x = 1; }", &["n"]),
            (
                "match of { A { n } => n.push(1), B => *groups.entry(k).or_default() += 1 }",
                &["groups"],
            ),
            ("xs.map(|x| { total += x; x })", &[]),
        ] {
            let expr = syn::parse_str(code).unwrap();
            let names: Vec<_> = super::targets(&expr).iter().map(ToString::to_string).collect();
            assert_eq!(names, found, "{code}");
        }
    }
}
