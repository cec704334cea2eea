//! `match steps(..).await { Ok(..) => .., Err(failure) => .. }`: steps whose failures are handled where they are called.
//!
//! They are written out in a block that may fail: `match async { steps(..).await }.await { .. }`.

use super::steps::Steps;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ItemFn, Token};

/// A function in which every outcome of steps that is looked at is that of a block.
pub fn of_steps(function: &ItemFn, steps: &[Steps]) -> ItemFn {
    let mut function = function.clone();
    let names = steps.iter().map(|steps| steps.path.to_token_stream().to_string()).collect();
    OfSteps(names).visit_block_mut(&mut function.block);
    function
}

/// The paths of the steps.
struct OfSteps(Vec<String>);

impl OfSteps {
    fn wrap(&self, awaited: &mut Expr) {
        let Expr::Await(call) = &*awaited else { return };
        let Expr::Call(inner) = &*call.base else { return };
        if self.0.contains(&inner.func.to_token_stream().to_string()) {
            *awaited = syn::parse_quote_spanned!(awaited.span()=> async { #awaited }.await);
        }
    }
}

impl VisitMut for OfSteps {
    fn visit_expr_match_mut(&mut self, choice: &mut syn::ExprMatch) {
        syn::visit_mut::visit_expr_match_mut(self, choice);
        self.wrap(&mut choice.expr);
    }

    fn visit_expr_let_mut(&mut self, test: &mut syn::ExprLet) {
        syn::visit_mut::visit_expr_let_mut(self, test);
        self.wrap(&mut test.expr);
    }

    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        syn::visit_mut::visit_expr_method_call_mut(self, call);
        self.wrap(&mut call.receiver);
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        syn::visit_mut::visit_local_mut(self, local);
        let ignored = matches!(local.pat, syn::Pat::Wild(_));
        if let Some(init) = &mut local.init
            && (init.diverge.is_some() || ignored)
        {
            self.wrap(&mut init.expr);
        }
    }

    /// The branches of `join!` and `race!` are expressions.
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
        let branches = matches!(&*super::resolve::last(&mac.path), "join" | "race");
        if branches && let Ok(mut parts) = mac.parse_body_with(parse) {
            parts.iter_mut().for_each(|part| self.visit_expr_mut(part));
            mac.tokens = quote!(#parts);
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn outcomes_are_those_of_blocks_and_what_is_handed_on_is_not() {
        let function: ItemFn = syn::parse_quote! {
            async fn f() -> Result<(), Failure> {
                let a = steps(1).await?;
                match steps(a).await { Ok(_) => {} Err(_) => {} }
                if let Err(e) = steps(a).await {}
                let Ok(b) = steps(a).await else { return other(a).await };
                let _ = other(a).await;
                join!(async { steps(b).await.ok(); Ok(()) }, other(b)).await?;
                steps(a).await
            }
        };
        let steps = vec![Steps { path: syn::parse_quote!(steps), function: function.clone() }];
        let text = of_steps(&function, &steps).into_token_stream().to_string();
        assert_eq!(text.matches("async { steps").count(), 4, "{text}");
        assert!(text.contains("steps (1) . await ?"), "{text}");
    }
}
