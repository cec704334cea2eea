//! Checks the form of the function.

use crate::errors::Errors;
use crate::task::MOST;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{FnArg, GenericArgument, Ident, ItemFn, Pat, PathArguments, ReturnType, Type};

pub struct Signature {
    pub parameters: Vec<(Ident, Type)>,
    pub output: Type,
}

/// Checks the signature and returns all that can be known of it, even where there are mistakes: other code names the
/// workflow. `None` where its types cannot be named outside.
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
    if let Some(ninth) = sig.inputs.iter().nth(MOST) {
        errors.at(
            ninth,
            format!("a workflow takes at most {MOST} inputs"),
            "put them into a struct with `#[derive(Clone, Serialize, Deserialize, Data)]`",
        );
    }
    let parameters =
        sig.inputs.iter().take(MOST).filter_map(|input| parameter(input, errors)).collect();
    let output = output(&sig.ident, &sig.output, errors);
    sig.generics.params.is_empty().then_some(Signature { parameters, output })
}

/// `E` of `Result<T, E>`, unless it is a `Failure`.
pub fn own_error(output: &ReturnType) -> Option<&Type> {
    let ReturnType::Type(_, ty) = output else { return None };
    let Type::Path(path) = &**ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Result")?;
    let PathArguments::AngleBracketed(of) = &last.arguments else { return None };
    match of.args.iter().nth(1)? {
        GenericArgument::Type(error @ Type::Path(path)) => {
            let own = super::resolve::last(&path.path) != "Failure" && !is_any_error(error);
            own.then_some(error)
        }
        _ => None,
    }
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
            let ty = owned(&input.ty, errors);
            match &*input.pat {
                Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => {
                    Some((pat.ident.clone(), ty))
                }
                pat => {
                    errors.at(
                        pat,
                        "an input needs a name: it is a key of the document",
                        "give it a name, and take it apart with `let` inside",
                    );
                    Some((Ident::new("input", pat.span()), ty))
                }
            }
        }
    }
}

/// The type of an input, as it would have to be.
fn owned(ty: &Type, errors: &mut Errors) -> Type {
    match ty {
        Type::Reference(reference) => {
            let (and, inner) = (reference.and_token, &*reference.elem);
            let (owned, help) = match inner {
                Type::Path(path) if path.path.is_ident("str") => (
                    syn::parse_quote_spanned!(inner.span()=> ::std::string::String),
                    "take the text: `String`".to_owned(),
                ),
                Type::Slice(slice) => {
                    let item = &slice.elem;
                    let help = format!("take the list: `Vec<{}>`", item.to_token_stream());
                    (syn::parse_quote_spanned!(inner.span()=> ::std::vec::Vec<#item>), help)
                }
                inner => (inner.clone(), "take the value: remove the `&`".to_owned()),
            };
            errors.at(and, "a workflow owns its input", help);
            owned
        }
        Type::ImplTrait(impl_trait) => {
            errors.at(impl_trait, "the type of a workflow's input is fixed", "write a type");
            syn::parse_quote!(())
        }
        ty => ty.clone(),
    }
}

/// `T` of `Result<T, E>`; without a `Result`, what would be in it.
fn output(name: &Ident, output: &ReturnType, errors: &mut Errors) -> Type {
    let ReturnType::Type(_, ty) = output else {
        errors.at(
            name,
            "a workflow returns a `Result`",
            "write `-> Result<(), Failure>`, and end with `Ok(())`",
        );
        errors.echo();
        return syn::parse_quote!(());
    };
    if let Type::Path(path) = &**ty
        && let Some(last) = path.path.segments.last()
        && last.ident == "Result"
        && let PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(GenericArgument::Type(output)) = arguments.args.first()
    {
        let help = format!("write `-> Result<{}, Failure>`", text(output));
        match arguments.args.get(1) {
            Some(GenericArgument::Type(error)) if is_any_error(error) => {
                let what = format!("{FAILS}: an error of any type has no name");
                errors.at(error, what, help);
            }
            Some(GenericArgument::Type(error)) if is_plain(error) => {
                errors.at(error, format!("{FAILS}: `{}` has no name", text(error)), help);
                errors.echo();
            }
            None if is_foreign(&path.path) => {
                errors.at(&path.path, format!("{FAILS}: this error has no name"), help);
                errors.echo();
            }
            _ => {}
        }
        return output.clone();
    }
    if may_be_alias(ty) {
        return syn::parse_quote_spanned!(ty.span()=> <#ty as ::workflow::__private::Returned>::Value);
    }
    let help = format!("write `-> Result<{}, Failure>`", text(ty));
    errors.at(ty, "a workflow returns a `Result`", help);
    errors.echo();
    match &**ty {
        Type::Path(_) | Type::Tuple(_) => (**ty).clone(),
        _ => syn::parse_quote!(()),
    }
}

const FAILS: &str = "a workflow fails with a name and a cause";

/// `String`, `&str`, `()`, `u32`
fn is_plain(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) | Type::Tuple(_) => true,
        Type::Path(path) => path.path.get_ident().is_some_and(|name| {
            name == "String" || crate::primitive::is_primitive(&name.to_string())
        }),
        _ => false,
    }
}

/// `std::io::Result`, `anyhow::Result`
fn is_foreign(path: &syn::Path) -> bool {
    let of = path.segments.iter().rev().nth(1).map(|of| of.ident.to_string());
    matches!(of.as_deref(), Some("io" | "fmt" | "anyhow" | "eyre"))
}

/// `Box<dyn Error>`, `anyhow::Error`
fn is_any_error(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let names: Vec<_> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    matches!(names[..], [.., "Box"] | ["anyhow", "Error"] | ["eyre", "Report"])
}

/// True if a type may stand for a `Result` under another name: it is none of those that everybody knows.
pub fn may_be_alias(ty: &Type) -> bool {
    #[rustfmt::skip]
    const KNOWN: [&str; 10] =
        ["String", "Vec", "VecDeque", "Option", "Box", "HashMap", "BTreeMap", "BTreeSet", "Self", "Result"];
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| {
        let name = last.ident.to_string();
        !KNOWN.contains(&&*name) && !crate::primitive::is_primitive(&name)
    })
}

/// A type as people write it.
fn text(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    let text = text.replace(" < ", "<").replace(" >", ">").replace(" :: ", "::");
    text.replace(" ,", ",").replace("& ", "&").replace(" <", "<").replace("( ", "(")
}
