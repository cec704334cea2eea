//! One attribute a function: a second one is refused where it stands.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Attribute;
use syn::parse::{ParseStream, Parser};

const OURS: [&str; 4] = ["workflow", "task", "steps", "pure"];

/// The item without other attributes of this library, and the mistake of each.
pub(crate) fn alone(own: &str, item: TokenStream) -> (TokenStream, TokenStream) {
    let parse = |input: ParseStream<'_>| {
        Ok((input.call(Attribute::parse_outer)?, input.parse::<TokenStream>()?))
    };
    let Ok((attributes, rest)) = parse.parse2(item.clone()) else {
        return (TokenStream::new(), item);
    };
    let (others, kept): (Vec<_>, Vec<_>) =
        attributes.into_iter().partition(|attribute| ours(attribute).is_some());
    let errors = others.iter().map(|other| error(own, other).into_compile_error());
    (errors.collect(), quote!(#(#kept)* #rest))
}

fn ours(attribute: &Attribute) -> Option<String> {
    let mut path = attribute.path().segments.iter().map(|segment| segment.ident.to_string());
    let (first, second) = (path.next()?, path.next());
    let name = match second {
        Some(second) if first == "workflow" && path.next().is_none() => second,
        Some(_) => return None,
        None => first,
    };
    OURS.contains(&&*name).then_some(name)
}

fn error(own: &str, other: &Attribute) -> syn::Error {
    let name = ours(other).unwrap_or_default();
    let text = if name == own {
        format!("`#[{own}]` stands here twice\nhelp: remove one of them")
    } else {
        format!(
            "a function is one thing: `#[{own}]` or `#[{name}]`\nhelp: remove one of them, or write a function for each"
        )
    };
    syn::Error::new_spanned(other.path().to_token_stream(), text)
}
