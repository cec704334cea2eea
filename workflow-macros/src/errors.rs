//! All the mistakes of one item, reported together.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far. Every pass goes on after one.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// What is wrong at these tokens, and what to write instead.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, what: impl Display, instead: impl Display) {
        self.add(syn::Error::new_spanned(tokens, format!("{what}\nhelp: {instead}")));
    }

    /// What is wrong at a span, and what to write instead.
    pub(crate) fn span(
        &mut self,
        span: proc_macro2::Span,
        what: impl Display,
        instead: impl Display,
    ) {
        self.add(syn::Error::new(span, format!("{what}\nhelp: {instead}")));
    }

    /// A mistake that a parser found.
    pub(crate) fn add(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(all) => all.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// The value, or the default of its type where there is a mistake.
    pub(crate) fn or_default<T: Default>(&mut self, result: syn::Result<T>) -> T {
        result.unwrap_or_else(|error| {
            self.add(error);
            T::default()
        })
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// A `compile_error!` for each of them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}
