//! The arguments of a task: what travels in the payload, and what is injected.

use crate::errors::Errors;
use crate::serde::usable;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::visit::Visit;
use syn::{
    FnArg, GenericArgument, Ident, Pat, PatIdent, PatType, PathArguments, Type, TypeImplTrait,
    TypeReference, TypeTraitObject,
};

/// An argument.
pub(super) struct Argument {
    /// Its name.
    pub(super) name: Ident,
    /// Its type.
    pub(super) ty: Type,
    /// True if it is injected, and no part of the payload.
    pub(super) injected: bool,
}

/// The number of arguments that a payload can have.
pub(crate) const MOST: usize = 8;

/// Reads all arguments; `None` after a mistake.
pub(super) fn read<'f>(
    inputs: impl Iterator<Item = &'f FnArg>,
    errors: &mut Errors,
) -> Option<Vec<Argument>> {
    let all: Vec<_> = inputs.map(|input| argument(input, errors)).collect();
    let arguments: Vec<_> = all.into_iter().collect::<Option<_>>()?;
    let payload: Vec<&Argument> = arguments.iter().filter(|it| !it.injected).collect();
    if let Some(ninth) = payload.get(MOST) {
        errors.at(
            &ninth.name,
            format_args!("a task takes at most {MOST} arguments besides `Res` and `TaskContext`"),
            "put them into a struct with `#[derive(Clone, Serialize, Deserialize, Data)]`",
        );
        return None;
    }
    if payload.len() > 1 {
        payload.iter().for_each(|argument| key(&argument.name, errors));
    }
    Some(arguments)
}

/// Several arguments are an object, their names are its keys.
fn key(name: &Ident, errors: &mut Errors) {
    let text = name.unraw().to_string();
    if !usable(&text) {
        errors.at(
            name,
            format_args!(
                "`{text}` is a name that every object has in JavaScript, and so in JSONata"
            ),
            "give the argument another name",
        );
    }
}

fn argument(input: &FnArg, errors: &mut Errors) -> Option<Argument> {
    match input {
        FnArg::Receiver(receiver) => {
            errors.at(
                receiver,
                "a task is a function of its own, not a method: it may run on another machine",
                "write the function outside the `impl`, and take what `self` holds as arguments or as `Res<..>`",
            );
            None
        }
        FnArg::Typed(typed) => {
            let name = name(&typed.pat, errors);
            let ty = ty(typed, errors);
            let injected = injected(&typed.ty);
            Some(Argument { name: name?, ty: ty?, injected })
        }
    }
}

/// The name of an argument. `mut` stays with the body.
fn name(pattern: &Pat, errors: &mut Errors) -> Option<Ident> {
    match pattern {
        Pat::Ident(PatIdent { by_ref: None, subpat: None, ident, .. }) => Some(ident.clone()),
        _ => {
            errors.at(
                pattern,
                "an argument of a task needs a name: it is its key in the payload",
                "write a name here, and take the value apart in the body with `let`",
            );
            None
        }
    }
}

/// The type of an argument, which must be owned and written out.
fn ty(typed: &PatType, errors: &mut Errors) -> Option<Type> {
    let mut check = Owned { injected: injected(&typed.ty), errors, fine: true };
    check.visit_type(&typed.ty);
    if check.injected
        && let Some(object) = object(&typed.ty)
    {
        check.fine = false;
        let boxed = object.to_token_stream();
        check.errors.at(
            &typed.ty,
            "a resource is found by its type, which must have a size",
            format_args!("write `Res<Box<{boxed}>>`, and register a `Box<{boxed}>`"),
        );
    }
    check.fine.then(|| (*typed.ty).clone())
}

/// True if a type is `Res<..>` or `TaskContext`, under any path.
pub(super) fn injected(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.segments.last().is_some_and(|last| match last.arguments {
        PathArguments::AngleBracketed(_) => last.ident == "Res",
        _ => last.ident == "TaskContext",
    })
}

/// True if a type that is injected is `TaskContext`.
pub(super) fn is_context(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "TaskContext"))
}

/// The `dyn Trait` of `Res<dyn Trait>`.
fn object(ty: &Type) -> Option<&TypeTraitObject> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(Type::TraitObject(object)) => Some(object),
        _ => None,
    })
}

/// Finds references and `impl Trait`.
struct Owned<'e> {
    injected: bool,
    errors: &'e mut Errors,
    fine: bool,
}

impl<'ast> Visit<'ast> for Owned<'_> {
    fn visit_type_reference(&mut self, reference: &'ast TypeReference) {
        if self.injected {
            return;
        }
        self.fine = false;
        let (what, instead) = match &*reference.elem {
            inner if injected(inner) => (
                "a task takes its resources and its context by value",
                "write the type without `&`",
            ),
            Type::Path(path) if path.path.is_ident("str") => (BORROWED, "write `String`"),
            Type::Slice(_) => (BORROWED, "write `Vec<..>`"),
            _ => (BORROWED, "write the type without `&`"),
        };
        self.errors.at(reference, what, instead);
    }

    fn visit_type_impl_trait(&mut self, ty: &'ast TypeImplTrait) {
        self.fine = false;
        self.errors.at(
            ty,
            "a task needs the type itself: its form in JSON is part of the document",
            "write the type out",
        );
    }
}

const BORROWED: &str = "a task owns its arguments: they are sent to it, and sent again by a retry";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_leaves_no_arguments() {
        let eight = "a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A";
        for (inputs, many) in [
            ("", Some(0)),
            ("a: A, b: Res<B>, c: TaskContext", Some(3)),
            ("a: Res<&'static str>", Some(1)),
            ("a: Res<dyn Bank>", None),
            ("a: Vec<&str>", None),
            ("a: A, b: impl Bank", None),
            ("(a, b): A", None),
            ("self", None),
            (eight, Some(8)),
            (&format!("{eight}, i: Res<A>"), Some(9)),
            (&format!("{eight}, i: A"), None),
        ] {
            let function: syn::ItemFn = syn::parse_str(&format!("fn f({inputs}) {{}}")).unwrap();
            let found = read(function.sig.inputs.iter(), &mut Errors::default());
            assert_eq!(found.map(|all| all.len()), many, "{inputs}");
        }
    }
}
