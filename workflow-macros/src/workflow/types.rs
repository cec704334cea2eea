//! Types that stand in a function: containers that JSON does not hold are refused where they stand.

use crate::errors::Errors;
use syn::visit::Visit;

/// Checks the types in a function, those of paths (`VecDeque::new`) included.
pub fn check(function: &syn::ItemFn, errors: &mut Errors) {
    Types(errors).visit_item_fn(function);
}

struct Types<'e>(&'e mut Errors);

impl<'ast> Visit<'ast> for Types<'_> {
    fn visit_type_path(&mut self, ty: &'ast syn::TypePath) {
        if !self.refused(&ty.path) {
            syn::visit::visit_type_path(self, ty);
        }
    }

    fn visit_expr_path(&mut self, expr: &'ast syn::ExprPath) {
        let mut of = expr.path.clone();
        of.segments.pop();
        of.segments.pop_punct();
        if !self.refused(&of) {
            syn::visit::visit_expr_path(self, expr);
        }
    }
}

impl Types<'_> {
    fn refused(&mut self, path: &syn::Path) -> bool {
        let Some((what, help)) = crate::containers::refused(path) else { return false };
        self.0.at(path, what, help);
        self.0.echo();
        true
    }
}
