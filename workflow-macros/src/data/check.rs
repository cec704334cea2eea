//! Refuses types without a single JSON form that an expression could look into.

use super::default;
use crate::errors::Errors;
use crate::serde::{self, Names, Opaque, Place, refuse, usable};
use serde_derive_internals::ast::{Container, Data, Field, Style, Variant};
use serde_derive_internals::attr::TagType;
use syn::visit::Visit;
use syn::{Attribute, GenericArgument, PathArguments, Type, TypePath};

/// Checks a whole type.
pub(crate) fn container(container: &Container, opaque: Opaque, errors: &mut Errors) {
    let attributes = &container.original.attrs;
    match &container.data {
        Data::Struct(_, fields) => {
            refuse(attributes, Place::Struct, opaque, errors);
            let transparent = container.attrs.transparent();
            fields
                .iter()
                .filter(|field| !transparent || field.attrs.transparent())
                .for_each(|it| field(it, opaque, errors));
            defaults(container, opaque, errors);
        }
        Data::Enum(variants) => {
            refuse(attributes, Place::Enum, opaque, errors);
            tag(container, errors);
            variants.iter().for_each(|it| variant(it, opaque, errors));
        }
    }
}

/// The keys of a tag and of its content.
fn tag(container: &Container, errors: &mut Errors) {
    let keys = match container.attrs.tag() {
        TagType::Internal { tag } => vec![("tag", tag)],
        TagType::Adjacent { tag, content } => vec![("tag", tag), ("content", content)],
        TagType::External | TagType::None => vec![],
    };
    for (attribute, key) in keys {
        if !usable(key) {
            errors.at(
                serde::find(&container.original.attrs, &[attribute]),
                format_args!(
                    "`{key}` is a name that every object has in JavaScript, and so in JSONata"
                ),
                format_args!("choose another {attribute}"),
            );
        }
    }
}

/// Checks a variant.
pub(crate) fn variant(variant: &Variant, opaque: Opaque, errors: &mut Errors) {
    let attributes = &variant.original.attrs;
    refuse(attributes, Place::Variant, opaque, errors);
    if opaque == Opaque::No {
        Names::variant(variant).check(attributes, &variant.ident, errors);
    }
    if matches!(variant.style, Style::Tuple) && variant.fields.is_empty() {
        errors.at(
            variant.original,
            "serde_json writes an empty tuple variant, but cannot read it",
            format_args!("write `{}` without parentheses", variant.ident),
        );
    }
    variant.fields.iter().for_each(|it| field(it, opaque, errors));
    if !matches!(variant.style, Style::Struct) {
        variant.fields.iter().for_each(|it| nameless(&it.original.attrs, opaque, errors));
    }
}

/// Checks that what is absent has a key.
fn defaults(container: &Container, opaque: Opaque, errors: &mut Errors) {
    let Data::Struct(style, fields) = &container.data else { return };
    if !matches!(style, Style::Struct) {
        let all = fields.iter().map(|field| &field.original.attrs);
        all.chain([&container.original.attrs]).for_each(|it| nameless(it, opaque, errors));
    }
}

/// Refuses the default of a field without a name.
fn nameless(attributes: &[Attribute], opaque: Opaque, errors: &mut Errors) {
    if let Some(default) = serde::find(attributes, &["default"]).filter(|_| opaque != Opaque::Type)
    {
        errors.at(
            default,
            "`default`: a field without a name is absent where the array is too short, which an expression cannot see",
            "give the field a name, or make it an `Option`",
        );
    }
}

/// Checks a field.
fn field(field: &Field, opaque: Opaque, errors: &mut Errors) {
    let attributes = &field.original.attrs;
    let own = self::opaque(attributes, errors);
    let opaque = if own && opaque == Opaque::No { Opaque::Field } else { opaque };
    refuse(attributes, Place::Field, opaque, errors);
    if opaque == Opaque::Type {
        return;
    }
    serde::skipped(attributes, field.ty, errors);
    if default::is_hidden(field) {
        errors.at(
            serde::find(attributes, &["default"]),
            "`default`: the JSON of this default is made by a function of your own, a workflow cannot know it",
            "make the field an `Option` with a plain `default`",
        );
    }
    if let Some(name) = &field.original.ident {
        Names::field(field).check(attributes, name, errors);
    }
    if !own {
        Types(errors).visit_type(field.ty);
    }
}

/// True if there is `#[data(opaque)]`.
pub(crate) fn is_opaque(attributes: &[Attribute]) -> bool {
    opaque(attributes, &mut Errors::default())
}

/// True if there is `#[data(opaque)]`; nothing else may stand in `#[data(..)]`.
pub(crate) fn opaque(attributes: &[Attribute], errors: &mut Errors) -> bool {
    let mut opaque = false;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("data")) {
        let parsed = attribute.parse_nested_meta(|meta| {
            opaque |= meta.path.is_ident("opaque");
            if meta.path.is_ident("opaque") { Ok(()) } else { Err(meta.error("")) }
        });
        if parsed.is_err() {
            errors.at(attribute, "`data` knows only `opaque`", "write `#[data(opaque)]`");
        }
    }
    opaque
}

/// Finds types of which two values are `null` in JSON, and containers that it does not hold.
struct Types<'e>(&'e mut Errors);

impl<'ast> Visit<'ast> for Types<'_> {
    fn visit_type_path(&mut self, path: &'ast TypePath) {
        if let Some((what, remedy)) = crate::containers::refused(&path.path) {
            return self.0.at(path, what, remedy);
        }
        let remedy = match option(path) {
            Some(Type::Path(inner)) if option(inner).is_some() => {
                "write an enum with a variant for each case"
            }
            Some(Type::Tuple(inner)) if inner.elems.is_empty() => "write `bool`",
            _ => return syn::visit::visit_type_path(self, path),
        };
        self.0.at(
            path,
            "JSON cannot hold this: `None` and `Some` of nothing are both `null`",
            remedy,
        );
    }
}

/// The `T` of `Option<T>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Path(path) => option(path),
        Type::Group(group) => option_of(&group.elem),
        _ => None,
    }
}

/// The `T` of `Option<T>`.
fn option(path: &TypePath) -> Option<&Type> {
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if last.ident == "Option" => {
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(inner) => Some(inner),
                _ => None,
            })
        }
        _ => None,
    }
}
