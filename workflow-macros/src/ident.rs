//! Identifiers as text and back, the raw ones (`r#type`) among them.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

/// The text of an identifier, without `r#`: what documents call it.
pub(crate) fn text(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// The identifier of a text that came from one: raw where the text is a keyword.
pub(crate) fn named(text: &str, span: Span) -> Ident {
    match syn::parse_str::<Ident>(text) {
        Ok(mut ident) => {
            ident.set_span(span);
            ident
        }
        // These four are never raw.
        Err(_) if matches!(text, "self" | "Self" | "super" | "crate") => Ident::new(text, span),
        Err(_) if syn::parse_str::<Ident>(&format!("r#{text}")).is_ok() => {
            Ident::new_raw(text, span)
        }
        Err(_) => Ident::new("unknown", span),
    }
}

/// `tell_customer` → `TellCustomer`.
pub(crate) fn pascal(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars
            .next()
            .map(|first| first.to_uppercase().chain(chars).collect::<String>())
            .unwrap_or_default()
    };
    name.trim_start_matches("r#").split('_').map(word).collect()
}

/// `TellCustomer` → `tell_customer`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for (index, char) in name.trim_start_matches("r#").chars().enumerate() {
        if char.is_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.extend(char.to_lowercase());
    }
    snake
}

/// The same identifier at another place.
pub(crate) fn at(ident: &Ident, span: Span) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// A name of generated code at a place: it means nothing that a user wrote.
pub(crate) fn own(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}

/// Source text whose identifiers have lost their `r#`; raw strings keep it.
pub(crate) fn unraw(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("r#") {
        let begins = !rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let of_name = rest[at + 2..].starts_with(|c: char| c.is_alphabetic() || c == '_');
        plain.push_str(&rest[..at]);
        if !(begins && of_name) {
            plain.push_str("r#");
        }
        rest = &rest[at + 2..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_makes_an_identifier() {
        let cases = [("a", "a"), ("type", "r#type"), ("self", "self"), ("", "unknown")];
        for (from, expected) in cases.into_iter().chain([("1a", "unknown"), ("r#if", "r#if")]) {
            assert_eq!(named(from, Span::call_site()).to_string(), expected, "{from}");
        }
    }

    #[cfg(feature = "spans")]
    #[test]
    fn an_identifier_is_moved_to_its_place() {
        let names: Vec<Ident> = "one\n  two r#type"
            .parse::<proc_macro2::TokenStream>()
            .map(|all| all.into_iter().filter_map(|it| syn::parse2(it.into()).ok()).collect())
            .unwrap_or_default();
        let [one, two, raw] = &names[..] else { panic!("{names:?}") };
        assert_ne!(place(one), place(two));
        assert_eq!(place(&at(one, two.span())), place(two));
        assert_eq!(at(raw, two.span()).to_string(), "r#type");
        for name in ["type", "plain"] {
            assert_eq!(place(&named(name, two.span())), place(two), "{name}");
        }
    }

    #[cfg(feature = "spans")]
    fn place(name: &Ident) -> (usize, usize) {
        (name.span().start().line, name.span().start().column)
    }

    #[test]
    fn only_identifiers_lose_their_prefix() {
        let cases = [("r#type == 1", "type == 1"), ("r#\"a\"#", "r#\"a\"#"), ("for#a", "for#a")];
        for (from, expected) in cases {
            assert_eq!(unraw(from), expected);
        }
    }

    #[test]
    fn tasks_have_names_in_pascal_case() {
        for (from, to) in
            [("pay", "Pay"), ("send_message", "SendMessage"), ("r#try", "Try"), ("a__b", "AB")]
        {
            assert_eq!(pascal(from), to);
        }
    }
}
