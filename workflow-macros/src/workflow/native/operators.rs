//! Operators, natively: arithmetic and comparisons as the library defines them.

use super::expr::Env;
use super::{Native, local};
use crate::workflow::ex::{Ex, is_arithmetic};
use crate::workflow::model::ProbeId;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, Type, UnOp};

impl Native<'_> {
    pub(super) fn unary(
        &self,
        op: &UnOp,
        inner: &Ex,
        probe: Option<ProbeId>,
        env: &Env,
    ) -> TokenStream {
        let (value, v) = (self.expr(inner, env), local("v"));
        match op {
            UnOp::Neg(_) if probe.is_some() => {
                let negated = quote!({ let #v = #value; if false { #op #v } else { ::workflow::__private::ops::negate(#v) } });
                self.seen(probe, negated)
            }
            op => quote!((#op #value)),
        }
    }

    pub(super) fn binary(
        &self,
        op: &BinOp,
        left: &Ex,
        right: &Ex,
        probe: Option<ProbeId>,
        env: &Env,
    ) -> TokenStream {
        let (a, b) = (self.expr(left, env), self.expr(right, env));
        if is_arithmetic(op) {
            return self.seen(probe, arithmetic(op, &a, &b, op));
        }
        let at = |name, of: &Ex| crate::ident::own(name, of.span);
        let (l, r) = (at("__l", left), at("__r", right));
        match op {
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                quote_spanned!(op.span()=> (match (&#a, &#b) { (#l, #r) => { ::workflow::__private::ops::ordered(#l); ::workflow::__private::ops::compared(#l, #r); *#l #op *#r } }))
            }
            BinOp::Eq(_) | BinOp::Ne(_) => {
                quote_spanned!(op.span()=> (match (&#a, &#b) { (#l, #r) => { ::workflow::__private::ops::compared(#l, #r); *#l #op *#r } }))
            }
            op => quote!((#a #op #b)),
        }
    }
}

/// True for `u64::try_from` and its like, of 64 bits.
pub(super) fn is_wide(path: &syn::ExprPath) -> bool {
    let of = path.path.segments.iter().rev().nth(1);
    of.is_some_and(|of| ["i64", "u64", "isize", "usize"].iter().any(|it| of.ident == it))
}

/// Compares two values, under the names `l` and `r`, for the value that is made of them.
pub(super) fn compared(a: &TokenStream, b: &TokenStream, value: &TokenStream) -> TokenStream {
    let (l, r) = (local("l"), local("r"));
    quote!((match (#a, #b) { (#l, #r) => { ::workflow::__private::ops::compared(&#l, &#r); #value } }))
}

/// Arithmetic as the library defines it; the dead branch gives it Rust's own inference and errors.
pub fn arithmetic(op: &BinOp, a: &TokenStream, b: &TokenStream, at: impl Spanned) -> TokenStream {
    use BinOp::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};
    let span = at.span();
    let (name, plain): (&str, TokenStream) = match op {
        Add(_) | AddAssign(_) => ("add", quote_spanned!(span=> +)),
        Sub(_) | SubAssign(_) => ("subtract", quote_spanned!(span=> -)),
        Mul(_) | MulAssign(_) => ("multiply", quote_spanned!(span=> *)),
        Div(_) | DivAssign(_) => ("divide", quote_spanned!(span=> /)),
        _ => ("remainder", quote_spanned!(span=> %)),
    };
    let function = Ident::new(name, span);
    let (l, r) = (local("l"), local("r"));
    quote_spanned!(span=> (match (#a, #b) { (#l, #r) => if false { #l #plain #r } else { ::workflow::__private::ops::#function({ #l }, { #r }) } }))
}

/// Writes a cast as the library defines it; the dead branch gives it Rust's own inference and errors.
pub(super) fn cast(inner: &TokenStream, ty: &Type, span: Span) -> TokenStream {
    let v = crate::ident::own("__v", span);
    quote_spanned!(span=> { let #v = #inner; if false { #v as #ty } else { ::workflow::__private::ops::cast::<_, #ty>(#v) } })
}
