//! All the mistakes of one item, reported together.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// The mistakes found so far. Every pass goes on after one.
#[derive(Default)]
pub(crate) struct Errors {
    all: Option<syn::Error>,
    count: usize,
    echoed: bool,
    left: bool,
}

impl Errors {
    /// Records a mistake at these tokens, and what to write instead.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, what: impl Display, instead: impl Display) {
        self.add(syn::Error::new_spanned(tokens, format!("{what}\nhelp: {instead}")));
    }

    /// Records a mistake at a span, and what to write instead.
    pub(crate) fn span(
        &mut self,
        span: proc_macro2::Span,
        what: impl Display,
        instead: impl Display,
    ) {
        self.add(syn::Error::new(span, format!("{what}\nhelp: {instead}")));
    }

    /// A mistake that a parser found. Told once, though several passes come to the same place.
    pub(crate) fn add(&mut self, error: syn::Error) {
        self.count += 1;
        let place = |error: &syn::Error| (error.to_string(), format!("{:?}", error.span()));
        let same = |it: &syn::Error| place(it) == place(&error);
        if self.all.iter().flatten().any(|it| same(&it)) {
            return;
        }
        match &mut self.all {
            Some(all) => all.combine(error),
            None => self.all = Some(error),
        }
    }

    /// A mistake that rustc finds in the user's own function, and says better.
    pub(crate) fn leave_to_rustc(&mut self) {
        self.count += 1;
        self.left = true;
    }

    /// The last mistake is one that rustc, too, finds in the user's own function, and says worse: it is not to see
    /// the function's body.
    pub(crate) fn echo(&mut self) {
        self.echoed = true;
    }

    /// True if rustc would say one of the mistakes a second time, and has nothing of its own to say.
    pub(crate) fn echoed(&self) -> bool {
        self.echoed && !self.left
    }

    /// The value, or the default of its type where there is a mistake.
    pub(crate) fn or_default<T: Default>(&mut self, result: syn::Result<T>) -> T {
        result.unwrap_or_else(|error| {
            self.add(error);
            T::default()
        })
    }

    /// True if there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns how many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// A `compile_error!` for each of them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.all.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_hidden_unless_rustc_has_something_to_say() {
        type Told = fn(&mut Errors);
        let left: Told = Errors::leave_to_rustc;
        let own: Told = |errors| errors.at("x", "wrong", "right");
        let echo: Told = |errors| {
            errors.at("y", "wrong", "right");
            errors.echo();
        };
        let cases: [(&[Told], bool); 6] = [
            (&[], false),
            (&[own], false),
            (&[left], false),
            (&[echo], true),
            (&[own, echo, own], true),
            (&[echo, left], false),
        ];
        for (at, (told, echoed)) in cases.into_iter().enumerate() {
            let mut errors = Errors::default();
            told.iter().for_each(|tell| tell(&mut errors));
            assert_eq!(errors.echoed(), echoed, "{at}");
            assert_eq!((errors.is_empty(), errors.count()), (told.is_empty(), told.len()));
        }
    }

    #[test]
    fn a_mistake_is_told_once_and_counted_twice() {
        let mut errors = Errors::default();
        errors.at("x", "wrong", "right");
        errors.at("x", "wrong", "right");
        errors.at("x", "odd", "right");
        assert_eq!(errors.count(), 3);
        assert_eq!(errors.into_tokens().to_string().matches("compile_error").count(), 2);
    }
}
