//! What the function must look like.

use crate::errors::Errors;
use syn::{FnArg, GenericArgument, Ident, ItemFn, Pat, PathArguments, ReturnType, Type};

pub struct Signature {
    pub parameters: Vec<(Ident, Type)>,
    pub output: Type,
}

pub fn check(function: &ItemFn, errors: &mut Errors) -> Option<Signature> {
    let sig = &function.sig;
    if sig.asyncness.is_none() {
        errors.at(sig.fn_token, "a workflow is an `async fn`", "write `async fn`");
    }
    if !sig.generics.params.is_empty() {
        errors.at(
            &sig.generics,
            "a workflow cannot be generic: its states are one fixed set",
            "write one workflow for each type",
        );
    }
    if let Some(token) = &sig.unsafety {
        errors.at(token, "a workflow cannot be `unsafe`", "remove it");
    }
    let parameters: Vec<_> =
        sig.inputs.iter().filter_map(|input| parameter(input, errors)).collect();
    let output = output(&sig.ident, &sig.output, errors);
    if !errors.is_empty() {
        return None;
    }
    Some(Signature { parameters, output: output? })
}

fn parameter(input: &FnArg, errors: &mut Errors) -> Option<(Ident, Type)> {
    match input {
        FnArg::Receiver(receiver) => {
            errors.at(
                receiver,
                "a workflow is a function of its own, not a method",
                "move it out of the `impl` block",
            );
            None
        }
        FnArg::Typed(input) => {
            if let Type::Reference(reference) = &*input.ty {
                errors.at(
                    reference.and_token,
                    "a workflow owns its input",
                    "take the value: remove the `&`",
                );
            }
            if let Type::ImplTrait(ty) = &*input.ty {
                errors.at(ty, "the type of a workflow's input is fixed", "write a type");
            }
            match &*input.pat {
                Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => {
                    Some((pat.ident.clone(), (*input.ty).clone()))
                }
                pat => {
                    errors.at(
                        pat,
                        "an input needs a name: it is a key of the document",
                        "give it a name, and take it apart with `let` inside",
                    );
                    None
                }
            }
        }
    }
}

/// `T` of `Result<T, E>`.
fn output(name: &Ident, output: &ReturnType, errors: &mut Errors) -> Option<Type> {
    const HELP: &str = "write `-> Result<Receipt, Failure>`";
    let ReturnType::Type(_, ty) = output else {
        errors.at(name, "a workflow returns a `Result`", HELP);
        return None;
    };
    if let Type::Path(path) = &**ty
        && let Some(last) = path.path.segments.last()
        && last.ident == "Result"
        && let PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(GenericArgument::Type(output)) = arguments.args.first()
    {
        return Some(output.clone());
    }
    errors.at(ty, "a workflow returns a `Result`", HELP);
    None
}
