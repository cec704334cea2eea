//! `retry(on = ["Throttled"], max_attempts = 5, jitter)`: a retrier in the attribute.

use quote::quote_spanned;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, Token};

const KNOWN: &str = "`on = [\"Throttled\"]`, `max_attempts = 3`, `interval = \"1s\"`, `backoff_rate = 2.0`, `max_delay = \"60s\"`, `jitter`";

/// A part of the retrier: `key = value`, or `jitter`.
struct Part {
    key: Ident,
    value: Option<Expr>,
}

impl syn::parse::Parse for Part {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Part { key, value })
    }
}

/// The retrier as the constant that could have been written: `Retry::on(&[..]).max_attempts(5)`.
pub(super) fn read(key: &Ident, input: ParseStream<'_>) -> syn::Result<Expr> {
    let content;
    syn::parenthesized!(content in input);
    let parts = Punctuated::<Part, Token![,]>::parse_terminated(&content)?;
    let span = key.span();
    let mut seen: Vec<&Ident> = vec![];
    let mut names = quote_spanned!(span=> &["States.ALL"]);
    let mut calls = vec![];
    for Part { key, value } in &parts {
        if seen.contains(&key) {
            return Err(refused(key, format!("`{key}` is written twice"), "keep one"));
        }
        seen.push(key);
        match (key.to_string().as_str(), value) {
            ("on", Some(Expr::Array(list))) => names = quote_spanned!(key.span()=> &#list),
            ("on", Some(one @ Expr::Lit(_))) => names = quote_spanned!(key.span()=> &[#one]),
            ("interval" | "max_delay", Some(value)) => {
                let seconds = seconds(value)?;
                calls.push(quote_spanned!(key.span()=> .#key(#seconds)));
            }
            ("max_attempts" | "backoff_rate", Some(value)) => {
                calls.push(quote_spanned!(key.span()=> .#key(#value)));
            }
            ("jitter", None) => calls.push(quote_spanned!(key.span()=> .#key())),
            _ => {
                let help = format!("its options are {KNOWN}");
                return Err(refused(
                    key,
                    format!("a retrier has no option `{key}` in this form"),
                    &help,
                ));
            }
        }
    }
    Ok(syn::parse_quote_spanned!(span=> ::workflow::__private::Retry::on(#names) #(#calls)*))
}

/// A number of seconds, or a text such as `"5s"`.
fn seconds(value: &Expr) -> syn::Result<Expr> {
    if !matches!(value, Expr::Lit(ExprLit { lit: Lit::Str(_), .. })) {
        return Ok(value.clone());
    }
    match super::seconds::read(value) {
        Ok(seconds) => Ok(syn::parse_quote!(#seconds)),
        Err((why, instead)) => {
            Err(syn::Error::new_spanned(value, format!("{why}\nhelp: {instead}")))
        }
    }
}

fn refused(key: &Ident, what: String, help: &str) -> syn::Error {
    syn::Error::new(key.span(), format!("{what}\nhelp: {help}"))
}
