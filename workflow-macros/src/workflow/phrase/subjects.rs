//! The values that an expression is about.

use super::pattern::all_bound;
use super::{fitting, named};
use crate::ident::text;
use syn::Expr;
use syn::visit::Visit;

/// The values that an expression is about, one or two: `fish and species`.
pub fn subjects(of: &Expr) -> Option<String> {
    let mut subjects = Subjects::default();
    subjects.visit_expr(of);
    let mut found: Vec<String> = vec![];
    for name in subjects.found {
        if !found.contains(&name) && found.len() < 2 {
            found.push(name);
        }
    }
    let first = found.first().cloned();
    fitting(found.join(" and ")).filter(|text| !text.is_empty()).or(first)
}

/// The variables and fields in an expression, in order.
#[derive(Default)]
struct Subjects {
    found: Vec<String>,
    /// The parameters of the closures around.
    bound: Vec<String>,
}

impl Subjects {
    fn place(&mut self, place: &Expr) {
        let mut root = place;
        while let Expr::Field(field) = root {
            root = &field.base;
        }
        let Expr::Path(path) = root else { return self.visit_expr(root) };
        let outside = |name: &syn::Ident| {
            let name = text(name);
            !self.bound.contains(&name) && !name.starts_with(char::is_uppercase)
        };
        if path.path.get_ident().is_some_and(outside) {
            self.found.extend(named(place).map(|noun| noun.short));
        }
    }
}

impl<'e> Visit<'e> for Subjects {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Field(_) | Expr::Path(_) => self.place(expr),
            Expr::Call(call) if matches!(&*call.func, Expr::Path(_)) => {
                call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Closure(closure) => {
                let before = self.bound.len();
                self.bound.extend(closure.inputs.iter().flat_map(all_bound));
                self.visit_expr(&closure.body);
                self.bound.truncate(before);
            }
            Expr::Macro(mac) if mac.mac.path.is_ident("matches") => {
                if let Ok(fits) = mac.mac.parse_body::<Matched>() {
                    self.visit_expr(&fits.0);
                }
            }
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_local(&mut self, local: &'e syn::Local) {
        syn::visit::visit_local(self, local);
        self.bound.extend(all_bound(&local.pat));
    }
    fn visit_arm(&mut self, arm: &'e syn::Arm) {
        let before = self.bound.len();
        self.bound.extend(all_bound(&arm.pat));
        syn::visit::visit_arm(self, arm);
        self.bound.truncate(before);
    }
}

/// The value of `matches!(value, ..)`, whatever follows.
struct Matched(Expr);

impl syn::parse::Parse for Matched {
    fn parse(input: syn::parse::ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(Matched(value))
    }
}
