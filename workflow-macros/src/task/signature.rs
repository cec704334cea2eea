//! The function above which `#[task]` stands, read and checked.

use super::arguments::{self, Argument};
use super::attributes::Attributes;
use crate::errors::Errors;
use crate::primitive::is_primitive;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    GenericArgument, GenericParam, ItemFn, PathArguments, ReturnType, Type, TypePath, parse_quote,
    parse_quote_spanned,
};

/// A task.
pub(super) struct Task<'f> {
    /// The function as it is written.
    pub(super) function: &'f ItemFn,
    /// Its attributes.
    pub(super) attributes: Attributes,
    /// Its arguments.
    pub(super) arguments: Vec<Argument>,
    /// The first type of its `Result`.
    pub(super) output: Type,
    /// The second.
    pub(super) error: Type,
}

/// The known parts of a function.
pub(super) enum Signature<'f> {
    /// Enough for all items.
    Task(Task<'f>),
    /// No more than what it returns.
    Broken(Type, Type),
}

/// Reads a function, past mistakes.
pub(super) fn read<'f>(function: &'f ItemFn, errors: &mut Errors) -> Signature<'f> {
    qualifiers(function, errors);
    generics(function, errors);
    name(function, errors);
    let arguments = arguments::read(function.sig.inputs.iter(), errors);
    let returned = returned(&function.sig.output, function, errors);
    let (output, error) = returned.clone().unwrap_or_else(|| {
        (meant(&function.sig.output), parse_quote!(::workflow::__private::Failure))
    });
    let plain = function.sig.generics.params.is_empty() && !hides_a_primitive(function);
    match (arguments, returned) {
        (Some(arguments), Some(_)) if plain => {
            let attributes = Attributes::sort(&function.attrs);
            Signature::Task(Task { function, attributes, arguments, output, error })
        }
        _ => Signature::Broken(output, error),
    }
}

fn qualifiers(function: &ItemFn, errors: &mut Errors) {
    let signature = &function.sig;
    if let Some(token) = &signature.constness {
        errors.at(
            token,
            "a task cannot be `const`: the engine calls it at run time",
            "remove `const`",
        );
    }
    if let Some(token) = &signature.unsafety {
        errors.at(
            token,
            "a task cannot be `unsafe`: the engine that calls it cannot keep its promises",
            "remove `unsafe`, and write the `unsafe` block inside",
        );
    }
    if let Some(token) = &signature.abi {
        errors.at(
            token,
            "a task cannot be `extern`: the engine calls it as a function of Rust",
            "remove `extern`",
        );
    }
    if let Some(token) = &signature.variadic {
        errors.at(token, "a task has a fixed number of arguments", "take a `Vec<..>`");
    }
}

fn generics(function: &ItemFn, errors: &mut Errors) {
    let generics = &function.sig.generics;
    for parameter in &generics.params {
        let instead = match parameter {
            GenericParam::Lifetime(_) => "take owned types, as `String` for `&str`",
            _ => "write the types out; share code in a generic function that the task calls",
        };
        errors.at(
            parameter,
            "a task cannot be generic: it has one name, and one form of payload",
            instead,
        );
    }
    if let Some(clause) = generics.where_clause.as_ref().filter(|_| generics.params.is_empty()) {
        errors.at(
            clause,
            "a task cannot be generic, so it needs no `where` clause",
            "remove the `where` clause",
        );
    }
}

/// The name is also that of the Lambda function: at most 64 letters, digits, `-` and `_`.
/// (AWS Lambda API reference, `FunctionName`.)
fn name(function: &ItemFn, errors: &mut Errors) {
    let name = function.sig.ident.unraw().to_string();
    if !name.is_ascii() || name.len() > 64 {
        errors.at(
            &function.sig.ident,
            "the name of a task is that of its Lambda function: at most 64 ASCII letters, digits and `_`",
            "choose another name",
        );
    }
    if hides_a_primitive(function) {
        errors.at(
            &function.sig.ident,
            format_args!("a task is a type as well, and its name would hide the type `{name}`"),
            "choose another name",
        );
    }
}

/// True if the type of the task would hide one that generated code names.
pub(super) fn hides_a_primitive(function: &ItemFn) -> bool {
    is_primitive(&function.sig.ident.unraw().to_string())
}

/// The two types of the `Result`.
fn returned(output: &ReturnType, function: &ItemFn, errors: &mut Errors) -> Option<(Type, Type)> {
    let ReturnType::Type(_, ty) = output else {
        errors.at(
            &function.sig.ident,
            "a task returns a `Result`: whatever it does can fail",
            "write `-> Result<(), Failure>`, and `Ok(())` at the end",
        );
        return None;
    };
    let types = match &**ty {
        Type::Path(path) => types(path).or_else(|| of_alias(ty)),
        _ => None,
    };
    if types.is_none() {
        not_two(ty, errors);
    }
    types
}

/// The types of `Result<T, E>`, under any path.
fn types(path: &TypePath) -> Option<(Type, Type)> {
    let last = path.path.segments.last().filter(|last| last.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.iter().collect::<Vec<_>>()[..] {
        [GenericArgument::Type(output), GenericArgument::Type(error)] => {
            Some((output.clone(), error.clone()))
        }
        _ => None,
    }
}

/// The types of an alias of a `Result`.
fn of_alias(ty: &Type) -> Option<(Type, Type)> {
    let returned = |part: Ident| parse_quote_spanned!(ty.span()=> <#ty as ::workflow::__private::Returned>::#part);
    let part = |name| returned(Ident::new(name, Span::call_site()));
    is_result(ty).then(|| (part("Value"), part("Error")))
}

/// Returns the intended result of a function without a `Result` of two types.
fn meant(output: &ReturnType) -> Type {
    let ReturnType::Type(_, ty) = output else { return parse_quote!(()) };
    if let Type::Path(path) = &**ty
        && let Some(last) = path.path.segments.last()
        && last.ident == "Result"
    {
        return match &last.arguments {
            PathArguments::AngleBracketed(of) => match of.args.first() {
                Some(GenericArgument::Type(value)) => value.clone(),
                _ => parse_quote!(()),
            },
            _ => parse_quote!(()),
        };
    }
    (**ty).clone()
}

/// Tells a `Result`, or an alias that is called so: `io::Result<String>`, `ShopResult<String>`.
fn is_result(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident.to_string().ends_with("Result")))
}

/// The result's types are read from the text, so both must stand there.
fn not_two(ty: &Type, errors: &mut Errors) {
    let text =
        ty.to_token_stream().to_string().replace(" <", "<").replace("< ", "<").replace(" >", ">");
    match ty {
        Type::ImplTrait(_) => errors.at(
            ty,
            "a task needs the type itself: its form in JSON is part of the document",
            "write `Result<.., Failure>` with the type written out",
        ),
        _ => errors.at(
            ty,
            "a task returns a `Result`: whatever it does can fail",
            format_args!("write `Result<{text}, Failure>`, and `Ok(..)` around the value"),
        ),
    }
}
