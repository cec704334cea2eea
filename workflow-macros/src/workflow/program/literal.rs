//! Literals as static data.

use proc_macro2::TokenStream;
use quote::quote;

pub fn literal(lit: &syn::Lit, negative: bool) -> TokenStream {
    let minus = negative.then(|| quote!(-));
    match lit {
        syn::Lit::Int(number) => match number.base10_digits().parse::<i64>() {
            Ok(_) if number.suffix().starts_with('f') => float(number.base10_digits(), minus),
            Ok(value) => {
                let value = if negative { -value } else { value };
                match range(number.suffix()) {
                    Some((min, max)) => quote!(Literal::Sized(#value, #min, #max)),
                    None => quote!(Literal::Integer(#value)),
                }
            }
            Err(_) => float(number.base10_digits(), minus),
        },
        syn::Lit::Float(number) => float(number.base10_digits(), minus),
        syn::Lit::Bool(value) => quote!(Literal::Bool(#value)),
        syn::Lit::Char(value) => quote!(Literal::Char(#value)),
        syn::Lit::Str(text) => {
            let text = text.value();
            quote!(Literal::Str(#text))
        }
        _ => quote!(Literal::Unit),
    }
}

/// The values of a type, as far as JSON has them.
fn range(suffix: &str) -> Option<(i64, i64)> {
    const MOST: i64 = (1 << 53) - 1;
    Some(match suffix {
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" | "usize" => (0, MOST),
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" | "isize" => (-MOST, MOST),
        _ => return None,
    })
}

fn float(digits: &str, minus: Option<TokenStream>) -> TokenStream {
    // The resolver has refused what is not finite.
    let value: f64 = digits.parse().unwrap_or_default();
    let value = proc_macro2::Literal::f64_suffixed(if value.is_finite() { value } else { 0.0 });
    quote!(Literal::Float(#minus #value))
}
