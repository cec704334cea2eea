//! Expressions that nest deeper than AWS evaluates, as far as syntax shows it.

use crate::errors::Errors;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{BinOp, Expr, ExprBinary, ItemFn};

/// The most terms of a sum: AWS evaluates a hundred levels, and its check takes two.
const TERMS: usize = 97;

/// Refuses chains of arithmetic that no document can hold.
pub fn check(function: &ItemFn, errors: &mut Errors) {
    Deep(errors).visit_item_fn(function);
}

struct Deep<'e>(&'e mut Errors);

impl<'ast> Visit<'ast> for Deep<'_> {
    fn visit_expr_binary(&mut self, binary: &'ast ExprBinary) {
        let (mut terms, mut first) = (1, binary);
        loop {
            self.visit_expr(&first.right);
            terms += 1;
            match &*first.left {
                Expr::Binary(left) if nests(&first.op) && nests(&left.op) => first = left,
                left => {
                    self.visit_expr(left);
                    break;
                }
            }
        }
        if terms > TERMS {
            self.0.span(
                binary.op.span(),
                format_args!("{terms} terms nest deeper than AWS evaluates (100 levels)"),
                "put them into a list: `[a, b].iter().sum()`; or compute in a task",
            );
        }
    }
}

/// Tells operators of whose chains JSONata nests a level for each; conditions are put into parentheses by the dozen.
fn nests(op: &BinOp) -> bool {
    matches!(op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Mul(_) | BinOp::Div(_) | BinOp::Rem(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    fn mistakes(terms: usize) -> bool {
        let sum: Expr = (1..terms).fold(parse_quote!(a), |sum, _| parse_quote!(#sum + a));
        let function: ItemFn = parse_quote!(async fn sum(a: u32) -> u32 { (#sum) });
        let mut errors = Errors::default();
        check(&function, &mut errors);
        !errors.is_empty()
    }

    #[test]
    fn long_sums_are_refused() {
        assert!(!mistakes(TERMS) && mistakes(TERMS + 1));
    }
}
