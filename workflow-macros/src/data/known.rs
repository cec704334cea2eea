//! Facts about an enum besides its JSON: rustc is asked for its order, and for the failures that it stands for.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use serde_derive_internals::ast::{Container, Data, Style};
use serde_derive_internals::attr::TagType;
use syn::{DeriveInput, Fields, Ident};

/// The facts about an enum, as an expression. Of a generic one rustc can tell nothing.
pub(super) fn of(container: &Container) -> TokenStream {
    if !container.generics.params.is_empty() {
        return quote!(::core::default::Default::default());
    }
    let external = matches!(container.attrs.tag(), TagType::External);
    let variants = match &container.data {
        Data::Enum(variants) if external => &variants[..],
        _ => &[],
    };
    let plain = variants.iter().all(|it| matches!(it.style, Style::Unit)) && !variants.is_empty();
    let rises = if plain {
        let values = variants.iter().map(|it| unmarked(&it.ident));
        quote!(::workflow::__private::OrderOf::<Self>::new().rises(&[#(Self::#values),*]))
    } else {
        quote!(false)
    };
    let failures = if external && !variants.is_empty() {
        quote!(::core::option::Option::Some(
            || ::workflow::__private::FormOf::<Self>::new().schema()
        ))
    } else {
        quote!(::core::option::Option::None)
    };
    quote!(::workflow::__private::Known { ordered: #rises, failures: #failures })
}

/// The name at no place of the user's: a variant that is deprecated is not used here.
fn unmarked(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site());
    name
}

/// The order of an enum without fields may be asked for: the document has it, or says that it is another one.
pub(super) fn ordered(input: &DeriveInput) -> Option<TokenStream> {
    let syn::Data::Enum(data) = &input.data else { return None };
    let plain = data.variants.iter().all(|it| matches!(it.fields, Fields::Unit));
    if !plain || !input.generics.params.is_empty() {
        return None;
    }
    let name = &input.ident;
    Some(quote! {
        #[automatically_derived]
        impl ::workflow::__private::ops::Ordered for #name {}
    })
}
