//! The blocks of the kept function: `async { .. }.await` says that it fails with a `Failure`.
//!
//! rustc cannot tell what `?` converts to in a block whose failure is only handed on or looked at. A function around
//! the block tells it.

use super::lower::block;
use super::undo;
use quote::quote;
use std::collections::BTreeSet;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Expr, ItemFn, Token};

/// A function whose blocks are known to rustc.
pub fn told(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    let known = undo::names(&function);
    let own = super::signature::own_error(&function.sig.output).cloned();
    undo::written_out(&mut function.block, &known, own.as_ref());
    Told(known).visit_block_mut(&mut function.block);
    function
}

/// The same of steps, which register no undo of their own.
pub fn told_steps(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    Told(undo::names(&function)).visit_block_mut(&mut function.block);
    function
}

/// Knows the names of the function's variables.
struct Told(BTreeSet<String>);

impl VisitMut for Told {
    fn visit_expr_await_mut(&mut self, call: &mut syn::ExprAwait) {
        if let Some(block) = block::of_mut(call).filter(|block| !undo::is_rest(block)) {
            undo::written_out(&mut block.block, &self.0, None);
        }
        syn::visit_mut::visit_expr_await_mut(self, call);
        if block::of(call).is_some_and(|block| !undo::is_rest(block)) {
            let block = &call.base;
            *call.base = syn::parse_quote!(::workflow::__private::attempt(#block));
        }
    }

    /// The branches of `join!` and `race!` are expressions.
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
        if mac.tokens.to_string().contains("async")
            && let Ok(mut parts) = mac.parse_body_with(parse)
        {
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
    use quote::ToTokens;

    #[test]
    fn blocks_are_told_and_branches_are_not() {
        let function = syn::parse_quote! {
            async fn f() -> Result<(), Failure> {
                match async { a().await?; Ok(()) }.await { Ok(()) => {} Err(_) => {} }
                join!(async { (async { b().await }).await? }, b()).await?;
                Ok(())
            }
        };
        let text = told(&function).into_token_stream().to_string();
        assert_eq!(text.matches("attempt").count(), 2, "{text}");
        assert!(text.contains("join ! (async {"), "{text}");
    }
}
