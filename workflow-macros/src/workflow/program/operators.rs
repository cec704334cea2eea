//! Operators as static data, and the counters of loops.

use super::probe_or_none;
use crate::workflow::model::ProbeId;
use proc_macro2::TokenStream;
use quote::quote;
use syn::BinOp;

pub fn binary(
    op: &BinOp,
    left: &TokenStream,
    right: &TokenStream,
    probe: Option<ProbeId>,
) -> TokenStream {
    use BinOp::{
        Add, AddAssign, And, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div,
        DivAssign, Eq, Ge, Gt, Le, Lt, Mul, MulAssign, Ne, Or, Rem, RemAssign, Sub, SubAssign,
    };
    let name = match op {
        Add(_) | AddAssign(_) => quote!(Add),
        Sub(_) | SubAssign(_) => quote!(Subtract),
        Mul(_) | MulAssign(_) => quote!(Multiply),
        Div(_) | DivAssign(_) => quote!(Divide),
        Rem(_) | RemAssign(_) => quote!(Remainder),
        And(_) => quote!(And),
        Or(_) => quote!(Or),
        BitAnd(_) | BitAndAssign(_) => quote!(BothAnd),
        BitOr(_) | BitOrAssign(_) => quote!(BothOr),
        BitXor(_) | BitXorAssign(_) => quote!(Xor),
        Eq(_) => quote!(Equal),
        Ne(_) => quote!(NotEqual),
        Lt(_) => quote!(Less),
        Le(_) => quote!(LessOrEqual),
        Gt(_) => quote!(Greater),
        Ge(_) => quote!(GreaterOrEqual),
        // Refused when names are resolved.
        _ => quote!(Equal),
    };
    let probe = probe_or_none(probe);
    quote!(Expr::Binary(Binary::#name, &#left, &#right, #probe))
}

/// The steps of a loop over a range: its counter is a number.
pub(super) fn counted(name: &str, args: &[TokenStream]) -> Option<TokenStream> {
    let compared = |op: TokenStream| quote!(Expr::Binary(Binary::#op, #(&#args,)* ::core::option::Option::None));
    Some(match name {
        "ops::next" => quote!(Expr::Next(#(&#args),*)),
        "ops::previous" | "ops::nearer" => quote!(Expr::Previous(#(&#args),*)),
        "ops::count" | "ops::counted" => quote!(#(#args)*),
        "ops::up_to" => compared(quote!(LessOrEqual)),
        "ops::below" => compared(quote!(Less)),
        "ops::from_on" => compared(quote!(GreaterOrEqual)),
        _ => return None,
    })
}
