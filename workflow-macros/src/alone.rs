//! One attribute a function: a second one is refused where it stands.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path};

const OURS: [&str; 4] = ["workflow", "task", "steps", "pure"];

/// The item without other attributes of this library, and the mistake of each. The crate is called `workflow`, or as
/// `root` says.
pub(crate) fn alone(
    own: &str,
    root: Option<&Path>,
    item: TokenStream,
) -> (TokenStream, TokenStream) {
    let parse = |input: ParseStream<'_>| {
        Ok((input.call(Attribute::parse_outer)?, input.parse::<TokenStream>()?))
    };
    let Ok((attributes, rest)) = parse.parse2(item.clone()) else {
        return (TokenStream::new(), item);
    };
    let (others, kept): (Vec<_>, Vec<_>) =
        attributes.into_iter().partition(|attribute| ours(attribute, root).is_some());
    let errors = others
        .iter()
        .filter_map(|other| Some(error(own, &ours(other, root)?, other).into_compile_error()));
    (errors.collect(), quote!(#(#kept)* #rest))
}

/// The name of an attribute of this library: `task`, `workflow::task`, `root::task`.
fn ours(attribute: &Attribute, root: Option<&Path>) -> Option<String> {
    let names =
        |path: &Path| path.segments.iter().map(|it| crate::ident::text(&it.ident)).collect();
    let mut path: Vec<String> = names(attribute.path());
    let name = path.pop()?;
    let crates = [vec![], vec!["workflow".to_owned()], root.map(names).unwrap_or_default()];
    (crates.contains(&path) && OURS.contains(&&*name)).then_some(name)
}

fn error(own: &str, name: &str, other: &Attribute) -> syn::Error {
    let text = if name == own {
        format!("`#[{own}]` is written twice\nhelp: remove one of them")
    } else {
        format!(
            "a function cannot have both `#[{own}]` and `#[{name}]`\nhelp: remove one of them, or write a function for each"
        )
    };
    syn::Error::new_spanned(other.path().to_token_stream(), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_attribute_is_found_under_any_name_of_the_crate() {
        let root: Path = syn::parse_quote!(my::flows);
        for (attribute, root, found) in [
            (syn::parse_quote!(#[task]), None, true),
            (syn::parse_quote!(#[workflow::pure]), None, true),
            (syn::parse_quote!(#[my::flows::task]), Some(&root), true),
            (syn::parse_quote!(#[my::flows::task]), None, false),
            (syn::parse_quote!(#[other::task]), Some(&root), false),
            (syn::parse_quote!(#[inline]), None, false),
        ] {
            let attribute: Attribute = attribute;
            assert_eq!(ours(&attribute, root).is_some(), found, "{}", quote!(#attribute));
        }
    }
}
