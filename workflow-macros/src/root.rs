//! The path by which generated code finds the crate `workflow`: `::workflow`, or what `crate = path` says.

use proc_macro2::{Group, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::{Attribute, ItemFn, Meta, Path};

/// The name of the attribute that carries the path through the macros of steps.
const CARRIED: &str = "__workflow_crate";

/// Takes `crate = path` out of the options of an attribute.
pub(crate) fn take(options: TokenStream) -> syn::Result<(Option<Path>, TokenStream)> {
    let (mut found, mut rest) = (None, vec![]);
    for option in split(options) {
        match &option[..] {
            [TokenTree::Ident(key), ..] if key == "crate" => {
                let value = option.get(2..).unwrap_or_default().iter().cloned().collect();
                let path = Path::parse_mod_style.parse2(value).map_err(|_| {
                    let help = "`crate` takes the path of this library\nhelp: write `crate = my_library::workflow`";
                    syn::Error::new(key.span(), help)
                })?;
                if found.replace(path).is_some() {
                    let text = "`crate` is written twice\nhelp: remove one of them";
                    return Err(syn::Error::new(key.span(), text));
                }
            }
            _ => rest.push(option.into_iter().collect::<TokenStream>()),
        }
    }
    Ok((found, quote!(#(#rest),*)))
}

/// The pieces between commas.
pub(crate) fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let pieces = tokens.split(comma).map(<[TokenTree]>::to_vec);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Returns what an attribute's macro makes of its options, in terms of the crate that they name.
pub(crate) fn attribute(
    options: TokenStream,
    expand: impl FnOnce(TokenStream) -> TokenStream,
) -> TokenStream {
    match take(options) {
        Ok((root, options)) => renamed(expand(options), root.as_ref()),
        Err(error) => {
            let (error, tokens) = (error.into_compile_error(), expand(TokenStream::new()));
            quote!(#error #tokens)
        }
    }
}

/// Takes `crate = path` out of the helper attribute of a derive: `#[data(crate = path)]`.
pub(crate) fn derive(
    mut input: syn::DeriveInput,
    expand: impl FnOnce(&syn::DeriveInput) -> TokenStream,
) -> TokenStream {
    let (mut root, mut errors) = (None, TokenStream::new());
    input.attrs.retain_mut(|attribute| {
        let Meta::List(list) = &mut attribute.meta else { return true };
        if !list.path.is_ident("data") {
            return true;
        }
        match take(list.tokens.clone()) {
            Ok((Some(path), rest)) => {
                root = Some(path);
                list.tokens = rest;
            }
            Ok((None, _)) => {}
            Err(error) => errors.extend(error.into_compile_error()),
        }
        !list.tokens.is_empty()
    });
    let tokens = renamed(expand(&input), root.as_ref());
    quote!(#errors #tokens)
}

/// Carries the path on a function, on its way through the macros of its steps.
pub(crate) fn upon(mut function: ItemFn, root: Option<&Path>) -> ItemFn {
    if let Some(root) = root {
        let name = syn::Ident::new(CARRIED, proc_macro2::Span::call_site());
        function.attrs.push(syn::parse_quote!(#[#name(#root)]));
    }
    function
}

/// The path that a function carries, and the function without it.
pub(crate) fn of(mut function: ItemFn) -> (Option<Path>, ItemFn) {
    let carried = |attribute: &Attribute| attribute.path().is_ident(CARRIED);
    let root = function.attrs.iter().find(|it| carried(it)).and_then(|it| it.parse_args().ok());
    function.attrs.retain(|attribute| !carried(attribute));
    (root, function)
}

/// The tokens with another path for `::workflow`, where it leads to what is made for generated code.
pub(crate) fn renamed(tokens: TokenStream, root: Option<&Path>) -> TokenStream {
    match root {
        Some(root) => replace(tokens, &root.to_token_stream()),
        None => tokens,
    }
}

fn replace(tokens: TokenStream, root: &TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = tokens.into_iter().collect();
    let mut made = TokenStream::new();
    let mut index = 0;
    while index < tokens.len() {
        if is_ours(&tokens[index..]) {
            let span = tokens[index + 2].span();
            made.extend(root.clone().into_iter().map(|mut token| {
                token.set_span(span.resolved_at(token.span()));
                token
            }));
            index += 3;
            continue;
        }
        made.extend([match &mut tokens[index] {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replace(group.stream(), root));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token.clone(),
        }]);
        index += 1;
    }
    made
}

/// `::workflow::__private`
fn is_ours(tokens: &[TokenTree]) -> bool {
    let colon = |token: &TokenTree, joint: bool| {
        let is =
            |punct: &Punct| punct.as_char() == ':' && (!joint || punct.spacing() == Spacing::Joint);
        matches!(token, TokenTree::Punct(punct) if is(punct))
    };
    let named = |token: &TokenTree, name: &str| matches!(token, TokenTree::Ident(it) if it == name);
    matches!(tokens, [a, b, of, c, d, private, ..]
        if colon(a, true) && colon(b, false) && named(of, "workflow")
            && colon(c, true) && colon(d, false) && named(private, "__private"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_crate_is_taken_out_of_the_options() {
        let (root, rest) = take(quote!(timeout = "5s", crate = a::b, retry = [A, B])).unwrap();
        assert_eq!(root.to_token_stream().to_string(), "a :: b");
        assert_eq!(rest.to_string(), quote!(timeout = "5s", retry = [A, B]).to_string());
        assert!(take(quote!(crate = 5)).is_err() && take(quote!(crate = a, crate = b)).is_err());
    }

    #[test]
    fn only_generated_paths_are_renamed() {
        let tokens = quote!(f(::workflow::__private::A, ::workflow::B, x::workflow::C));
        let root = syn::parse_quote!(crate::own);
        let expected = quote!(f(crate::own::__private::A, ::workflow::B, x::workflow::C));
        assert_eq!(renamed(tokens, Some(&root)).to_string(), expected.to_string());
    }

    #[test]
    fn a_function_gives_back_the_path_that_it_carries() {
        let plain: ItemFn = syn::parse_quote!(
            #[inline]
            async fn flow() {}
        );
        let path: Path = syn::parse_quote!(crate::facade::workflow);
        for root in [Some(path), None] {
            let carried = upon(plain.clone(), root.as_ref());
            assert_eq!(carried == plain, root.is_none());
            assert_eq!(of(carried), (root, plain.clone()));
        }
    }
}
