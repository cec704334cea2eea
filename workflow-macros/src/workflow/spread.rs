//! Macros whose arguments await or leave: `vec![ship(a).await?]`. They are written as calls, so that their arguments
//! are parts of the expression as all others are.

use super::lower::value::effectful;
use super::resolve::last;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, Token};

/// The functions that stand for `vec![..]` and `format!(..)`.
pub const VEC: &str = "__vec";
pub const FORMAT: &str = "__format";

/// Writes a macro as a call, if its arguments await or leave.
pub fn spread(expr: &mut Expr) {
    if let Expr::Macro(mac) = expr
        && let Some(call) = called(&mac.mac)
    {
        *expr = call;
    }
}

/// The same of all macros in an expression.
pub struct Spread;

impl VisitMut for Spread {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        spread(expr);
        syn::visit_mut::visit_expr_mut(self, expr);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

fn called(mac: &syn::Macro) -> Option<Expr> {
    let name = last(&mac.path);
    let span = mac.path.segments.last()?.ident.span();
    let function = |name: &str| Ident::new(name, span);
    let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
    match name.as_str() {
        "vec" => {
            let tokens = &mac.tokens;
            if let Ok(mut repeat) = syn::parse2::<syn::ExprRepeat>(quote::quote!([#tokens])) {
                Spread.visit_expr_mut(&mut repeat.expr);
                return effectful(&repeat.expr).then(|| Expr::Repeat(repeat));
            }
            let (args, name) = (with_effects(mac.parse_body_with(parse).ok()?)?, function(VEC));
            Some(syn::parse_quote_spanned!(span=> #name(#args)))
        }
        "format" => {
            let args = with_effects(mac.parse_body_with(parse).ok()?)?;
            // Of a named argument the name would be an assignment.
            if args.iter().any(|arg| matches!(arg, Expr::Assign(_))) {
                return None;
            }
            let name = function(FORMAT);
            Some(syn::parse_quote_spanned!(span=> #name(#args)))
        }
        "matches" => matched(mac, span),
        _ => None,
    }
}

/// `matches!(value, pattern if guard)` as a `match`.
fn matched(mac: &syn::Macro, span: proc_macro2::Span) -> Option<Expr> {
    let parse = |input: syn::parse::ParseStream<'_>| {
        let on: Expr = input.parse()?;
        input.parse::<Token![,]>()?;
        Ok((on, input.parse::<proc_macro2::TokenStream>()?))
    };
    let (mut on, arm) = mac.parse_body_with(parse).ok()?;
    Spread.visit_expr_mut(&mut on);
    if !effectful(&on) {
        return None;
    }
    syn::parse2(quote::quote_spanned!(span=> match #on { #arm => true, _ => false })).ok()
}

fn with_effects(mut args: Punctuated<Expr, Token![,]>) -> Option<Punctuated<Expr, Token![,]>> {
    args.iter_mut().for_each(|arg| Spread.visit_expr_mut(arg));
    args.iter().any(effectful).then_some(args)
}
