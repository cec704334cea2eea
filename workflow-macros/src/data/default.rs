//! The default of a field: what serde reads where its key is absent.

use super::check::is_opaque;
use crate::serde::find;
use proc_macro2::TokenStream;
use quote::quote;
use serde_derive_internals::ast::{Container, Data, Field, Style};
use serde_derive_internals::attr::Default;
use syn::{Attribute, WherePredicate, parse_quote};

/// Attributes by which a function of the user's makes the JSON of a field.
const OWN: &[&str] = &["with", "serialize_with", "deserialize_with"];

/// The expression of [`Field::default`] of the schema. `whole` is the default of the struct around the field.
pub(crate) fn of(field: &Field, whole: Option<&Default>) -> TokenStream {
    let (ty, name) = (field.ty, &field.member);
    if is_null(field) {
        return quote!(::core::option::Option::Some(|| ::workflow::__private::Value::Null));
    }
    let value = match (field.attrs.default(), whole) {
        (Default::Default, _) => quote!(<#ty as ::core::default::Default>::default()),
        (Default::Path(path), _) => quote!(#path()),
        (Default::None, Some(Default::Default)) => {
            quote!(<Self as ::core::default::Default>::default().#name)
        }
        (Default::None, Some(Default::Path(path))) => quote!(#path().#name),
        (Default::None, _) => return quote!(::core::option::Option::None),
    };
    quote!(::core::option::Option::Some(|| {
        let value: #ty = #value;
        ::workflow::__private::constant(&value)
    }))
}

/// Tells a field that is an opaque `None` where it is absent: no schema says so.
fn is_null(field: &Field) -> bool {
    let plain = matches!(field.attrs.default(), Default::None | Default::Default);
    is_opaque(&field.original.attrs) && super::check::option_of(field.ty).is_some() && plain
}

/// Tells a default whose JSON is made by a function of the user's.
pub(crate) fn is_hidden(field: &Field) -> bool {
    !field.attrs.default().is_none() && !is_null(field) && has(&field.original.attrs, OWN)
}

fn has(attributes: &[Attribute], keys: &[&str]) -> bool {
    find(attributes, keys).is_some()
}

/// The bounds that the schema needs for the types of fields with a default.
pub(crate) fn bounds(container: &Container) -> Vec<WherePredicate> {
    let Data::Struct(Style::Struct, fields) = &container.data else { return vec![] };
    let whole = container.attrs.default();
    let plain = |field: &Field| whole.is_none() && field.attrs.default().is_none();
    let defaulted = |field: &&Field| !is_null(field) && !plain(field);
    let of_type = |field: &Field| {
        let ty = field.ty;
        let default = matches!(field.attrs.default(), Default::Default);
        let default = default.then(|| quote!(+ ::core::default::Default));
        parse_quote!(#ty: ::workflow::__private::Serialize #default)
    };
    let own =
        matches!(whole, Default::Default).then(|| parse_quote!(Self: ::core::default::Default));
    fields.iter().filter(defaulted).map(of_type).chain(own).collect()
}
