//! serde's attributes: what a workflow cannot know of a type that has them.
//!
//! The names are read by serde's own parser ([`Container`]); this file reads the attributes once more,
//! since that parser keeps no spans.

use crate::errors::Errors;
use proc_macro2::TokenStream;
use serde_derive_internals::ast::{Container, Field, Variant};
use serde_derive_internals::{Ctxt, Derive};
use syn::{Attribute, DeriveInput};

/// The type as serde sees it, and everything of it that has no single JSON form.
pub(crate) fn read<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Option<Container<'a>> {
    let cx = Ctxt::new();
    let container = Container::from_ast(&cx, input, Derive::Deserialize);
    if let Err(error) = cx.check() {
        errors.add(error);
        return None;
    }
    container
}

/// The place of an attribute.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// On the struct.
    Struct,
    /// On the enum.
    Enum,
    /// On a variant.
    Variant,
    /// On a field.
    Field,
}

/// An attribute that a workflow cannot follow: where, its key, why, and what to write instead.
type Refusal = (&'static [Place], &'static str, &'static str, &'static str);

const TYPES: &[Place] = &[Place::Struct, Place::Enum];
const PARTS: &[Place] = &[Place::Variant, Place::Field];
const OPAQUE_TYPE: &str =
    "if no expression of a workflow looks inside the type, write `#[data(opaque)]` above it";
const OPAQUE_FIELD: &str =
    "if no expression of a workflow looks inside the field, write `#[data(opaque)]` above it";
const OWN_FUNCTIONS: &str = "the JSON is made by a function of your own, a workflow cannot know it";
const OTHER_TYPE: &str = "the JSON is that of another type, a workflow cannot look inside";
const SKIPPED: &str = "a skipped field is lost when a workflow is saved or a task is called";

const REFUSALS: &[Refusal] = &[
    (
        &[Place::Enum, Place::Variant],
        "untagged",
        "in untagged JSON, an expression cannot tell which variant it is",
        "write a tag: `#[serde(tag = \"type\")]` or serde's default",
    ),
    (TYPES, "from", OTHER_TYPE, OPAQUE_TYPE),
    (TYPES, "try_from", OTHER_TYPE, OPAQUE_TYPE),
    (TYPES, "into", OTHER_TYPE, OPAQUE_TYPE),
    (
        TYPES,
        "remote",
        "this describes the JSON of a type of another crate",
        "write a type of your own with `#[derive(Data)]`, and convert in a task",
    ),
    (
        TYPES,
        "field_identifier",
        "a field identifier is not data",
        "derive `Data` on the type that it belongs to",
    ),
    (
        TYPES,
        "variant_identifier",
        "a variant identifier is not data",
        "derive `Data` on the type that it belongs to",
    ),
    (
        &[Place::Struct],
        "tag",
        "a tagged struct has a key that is no field",
        "add a field with that name, or make it a variant of an enum",
    ),
    (
        &[Place::Field],
        "flatten",
        "a flattened field has no key of its own for an expression to name",
        "write the inner fields here, or keep the field nested",
    ),
    (
        PARTS,
        "alias",
        "JSON may have either name, and an expression of the document reads one",
        "give it one name: `#[serde(rename = \"..\")]`; rename it in the task that reads it",
    ),
    (PARTS, "skip", SKIPPED, "remove the attribute, or keep it out of the type"),
    (PARTS, "skip_serializing", SKIPPED, "remove the attribute, or keep it out of the type"),
    (PARTS, "skip_deserializing", SKIPPED, "remove the attribute, or keep it out of the type"),
    (
        &[Place::Variant],
        "other",
        "unknown tags become this variant in Rust, but expressions of the document see the tags themselves",
        "write a variant for each tag, or `#[data(opaque)]` above the enum",
    ),
    (
        &[Place::Variant],
        "with",
        OWN_FUNCTIONS,
        "write `with` on its field, beside `#[data(opaque)]`",
    ),
    (
        &[Place::Variant],
        "serialize_with",
        OWN_FUNCTIONS,
        "write `serialize_with` on its field, beside `#[data(opaque)]`",
    ),
    (
        &[Place::Variant],
        "deserialize_with",
        OWN_FUNCTIONS,
        "write `deserialize_with` on its field, beside `#[data(opaque)]`",
    ),
    (&[Place::Field], "with", OWN_FUNCTIONS, OPAQUE_FIELD),
    (&[Place::Field], "serialize_with", OWN_FUNCTIONS, OPAQUE_FIELD),
    (&[Place::Field], "deserialize_with", OWN_FUNCTIONS, OPAQUE_FIELD),
    (
        &[Place::Field],
        "getter",
        "the value comes from a function, a workflow cannot set it",
        "write a type of your own with `#[derive(Data)]`, and convert in a task",
    ),
];

/// The part of a place that no expression looks into.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Opaque {
    /// Nothing.
    No,
    /// The field, but not its key.
    Field,
    /// The whole type.
    Type,
}

impl Opaque {
    /// True if an attribute does no harm there.
    fn allows(self, key: &str) -> bool {
        let value = ["with", "serialize_with", "deserialize_with"].contains(&key);
        let kind = ["from", "try_from", "into", "untagged", "tag", "flatten", "other", "alias"];
        match self {
            Opaque::No => false,
            Opaque::Field => value,
            Opaque::Type => value || key == "skip_serializing_if" || kind.contains(&key),
        }
    }
}

/// Everything in the attributes of one place that is refused.
pub(crate) fn refuse(attributes: &[Attribute], place: Place, opaque: Opaque, errors: &mut Errors) {
    for (key, tokens) in metas(attributes).into_iter().filter(|(key, _)| !opaque.allows(key)) {
        for (places, refused, why, instead) in REFUSALS {
            if key == *refused && places.contains(&place) {
                errors.at(&tokens, format_args!("`{key}`: {why}"), instead);
            }
        }
    }
}

/// The types whose `is_empty` a workflow can evaluate.
const MAY_BE_EMPTY: [&str; 6] = ["Vec", "VecDeque", "String", "BTreeMap", "HashMap", "BTreeSet"];

/// True for `Option::is_none`.
pub(crate) fn is_none(path: &str) -> bool {
    let last: Vec<&str> = path.split("::").map(str::trim).collect();
    last.ends_with(&["Option", "is_none"])
}

/// Refuses the values of a field that are not written, where a workflow cannot tell them or what is read instead.
pub(crate) fn skipped(attributes: &[Attribute], ty: &syn::Type, errors: &mut Errors) {
    let metas = metas(attributes);
    let Some((_, tokens)) = metas.iter().find(|(key, _)| key == "skip_serializing_if") else {
        return;
    };
    let text = tokens.to_string();
    let path = text.split('"').nth(1).unwrap_or_default();
    if is_none(path) {
        return;
    }
    let own = match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    };
    let known = MAY_BE_EMPTY.iter().any(|name| {
        let segments: Vec<&str> = path.split("::").map(str::trim).collect();
        segments.ends_with(&[name, "is_empty"]) && own.as_deref() == Some(*name)
    });
    let default = metas.iter().find(|(key, _)| key == "default");
    if !known {
        errors.at(
            tokens,
            "`skip_serializing_if`: a workflow cannot evaluate this function when it makes the value",
            "write an `Option` with `\"Option::is_none\"`, `\"Vec::is_empty\"` and the like of a list, map or text, or remove the attribute",
        );
    } else if default.is_none_or(|(_, tokens)| tokens.to_string() != "default") {
        errors.at(
            tokens,
            "`skip_serializing_if`: what is not written must be read as the same empty value",
            "write `default` beside it: `#[serde(default, skip_serializing_if = \"Vec::is_empty\")]`",
        );
    }
}

/// The keys in `#[serde(..)]`, each with its tokens.
fn metas(attributes: &[Attribute]) -> Vec<(String, TokenStream)> {
    let mut metas = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // serde's own parser has reported what cannot be parsed.
        let _ = attribute.parse_nested_meta(|meta| {
            let (path, value) = (&meta.path, rest(meta.input)?);
            let key = path.get_ident().map(ToString::to_string).unwrap_or_default();
            metas.push((key, quote::quote!(#path #value)));
            Ok(())
        });
    }
    metas
}

/// The tokens up to the next comma.
fn rest(input: syn::parse::ParseStream) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(syn::Token![,]) {
        tokens.extend([input.parse::<proc_macro2::TokenTree>()?]);
    }
    Ok(tokens)
}

/// The tokens of `key` in `#[serde(..)]`, to point at.
pub(crate) fn find(attributes: &[Attribute], keys: &[&str]) -> Option<TokenStream> {
    metas(attributes).into_iter().find(|(key, _)| keys.contains(&key.as_str())).map(|(_, all)| all)
}

/// The names of members of `Object.prototype`, and two by which jsonata-js knows its functions: in JavaScript
/// every object has them.
const PROTOTYPE: &[&str] = &[
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "_jsonata_function",
    "_jsonata_lambda",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// True if JSON can have this key in every engine.
pub(crate) fn usable(key: &str) -> bool {
    !PROTOTYPE.contains(&key)
}

/// The name of a field or variant in JSON: one, and usable.
pub(crate) struct Names<'a> {
    /// The time when it is written.
    pub(crate) serialize: &'a str,
    /// The time when it is read.
    pub(crate) deserialize: &'a str,
}

impl<'a> Names<'a> {
    /// Of a field.
    pub(crate) fn field(field: &'a Field) -> Self {
        let name = field.attrs.name();
        Names { serialize: name.serialize_name(), deserialize: name.deserialize_name() }
    }

    /// Of a variant.
    pub(crate) fn variant(variant: &'a Variant) -> Self {
        let name = variant.attrs.name();
        Names { serialize: name.serialize_name(), deserialize: name.deserialize_name() }
    }

    /// The name, if a workflow can use it.
    pub(crate) fn check(
        &self,
        attributes: &[Attribute],
        at: impl quote::ToTokens,
        errors: &mut Errors,
    ) -> &'a str {
        let renamed = find(attributes, &["rename"]).unwrap_or_else(|| at.to_token_stream());
        if self.serialize != self.deserialize {
            errors.at(
                &renamed,
                format_args!(
                    "this has two names in JSON: it is written `{}` and read `{}`",
                    self.serialize, self.deserialize
                ),
                "give it one name: `#[serde(rename = \"..\")]`",
            );
        } else if !usable(self.serialize) {
            errors.at(
                &renamed,
                format_args!(
                    "`{}` is a name that every object has in JavaScript, and so in JSONata",
                    self.serialize
                ),
                "give it another name: `#[serde(rename = \"..\")]`",
            );
        }
        self.serialize
    }
}
