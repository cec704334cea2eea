//! `#[pure]`: a function of expressions, that workflows call inside theirs.
//!
//! The function stays as it is. Beside it, under its name, stand a copy with the arithmetic of workflows (for
//! machines), and its expression as data with the types that rustc infers in that copy (for documents, where it is
//! written out). A call refers to both by path alone: nothing is listed, and modules do not matter. `impls` does the same
//! for the functions of a type.

use super::document::Document;
use super::env::{Binding, Env};
use super::ex::Ex;
use super::model::{End, Graph, Scope};
use super::native::Native;
use super::program;
use super::resolve::Resolver;
use crate::errors::Errors;
use crate::primitive::is_primitive;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::visit::Visit;
use syn::{Expr, FnArg, Ident, ItemFn, Pat, ReturnType, Type};

/// A parameter: its name in the generated code, and its type.
type Parameter = (Ident, Type);

/// A function that has no mistake: its value, and what it needs.
pub(super) struct Read {
    constants: Vec<syn::ItemConst>,
    parameters: Vec<Parameter>,
    graph: Graph,
    body: Ex,
}

pub fn expand(options: &TokenStream, item: TokenStream) -> TokenStream {
    let function: ItemFn = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            return match syn::parse2(item.clone()) {
                Ok(block) => super::impls::expand(options, &block),
                Err(_) => [error.into_compile_error(), item].into_iter().collect(),
            };
        }
    };
    let mut errors = Errors::default();
    refuse_options(options, &mut errors);
    refuse_name(&function.sig.ident, &mut errors);
    let Some(read) = read(&function, Some(&function.sig.ident), &mut errors) else {
        return broken(&function, errors);
    };
    let tokens = whole(&function, read);
    crate::debug::print(&function.sig.ident, &tokens);
    tokens
}

pub(super) fn refuse_options(options: &TokenStream, errors: &mut Errors) {
    if !options.is_empty() {
        errors.at(options, "`#[pure]` has no options", "remove them");
    }
}

/// Reads a function. `None` if there was a mistake.
pub(super) fn read(function: &ItemFn, own: Option<&Ident>, errors: &mut Errors) -> Option<Read> {
    signature(function, errors);
    super::attributes::inside(function.sig.inputs.to_token_stream(), errors);
    super::attributes::inside(function.block.to_token_stream(), errors);
    super::consumed::check(&function.block, errors);
    let mut used_up = super::inputs::named(function);
    let constants = super::inputs::constants(&mut used_up.block);
    super::later::written_out(&mut used_up.block);
    super::labelled::written_out(&mut used_up.block);
    super::aliases::written_out(&mut used_up.block, errors);
    let block = super::early::written_out(&used_up);
    Refuse { own, errors }.visit_block(&block);
    if !errors.is_empty() {
        return None;
    }
    let mut graph = Graph::default();
    let mut env = Env::new(function.to_token_stream());
    env.declare(function);
    let parameters = parameters(&used_up, &mut env);
    let body = syn::ExprBlock { attrs: vec![], label: None, block };
    let body = Resolver { graph: &mut graph, env: &mut env, errors }.expr(&Expr::Block(body));
    errors.is_empty().then_some(Read { constants, parameters, graph, body })
}

fn inputs(function: &ItemFn) -> impl Iterator<Item = &syn::PatType> {
    function.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) => Some(input),
        FnArg::Receiver(_) => None,
    })
}

fn parameters(function: &ItemFn, env: &mut Env) -> Vec<Parameter> {
    let bound = inputs(function).filter_map(|input| {
        let Pat::Ident(pat) = &*input.pat else { return None };
        let unique = env.unique(&pat.ident);
        env.bind(&pat.ident, Binding::Local(unique.clone()));
        Some((unique, (*input.ty).clone()))
    });
    bound.collect()
}

fn output(function: &ItemFn) -> Type {
    match &function.sig.output {
        ReturnType::Default => syn::parse_quote!(()),
        ReturnType::Type(_, ty) => (**ty).clone(),
    }
}

/// A type whose lifetimes nobody names.
fn unnamed(ty: &Type) -> Type {
    struct Unnamed;
    impl syn::visit_mut::VisitMut for Unnamed {
        fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
            if lifetime.ident != "static" {
                *lifetime = syn::Lifetime::new("'_", lifetime.span());
            }
        }
    }
    let mut ty = ty.clone();
    syn::visit_mut::VisitMut::visit_type_mut(&mut Unnamed, &mut ty);
    ty
}

/// The type of the function's name, beside it.
fn marker(function: &ItemFn) -> TokenStream {
    let (vis, quiet) = (&function.vis, crate::quiet::quiet(&function.sig.ident));
    quote! {
        #[doc(hidden)]
        #vis struct #quiet {}
    }
}

fn whole(function: &ItemFn, read: Read) -> TokenStream {
    let (cfg, marker) = (cfgs(function), marker(function));
    let beside = beside(function, read, &implementation(function));
    quote! {
        #function
        #(#cfg)*
        #marker
        #beside
    }
}

fn cfgs(function: &ItemFn) -> impl Iterator<Item = &syn::Attribute> {
    function.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg"))
}

/// The block of items beside a function: its native copy, `__native`, and its expression, `__TWIN`, for what implements a
/// trait with them.
pub(super) fn beside(function: &ItemFn, read: Read, implementation: &TokenStream) -> TokenStream {
    let Read { constants, parameters, mut graph, body } = read;
    let start = graph.block(0);
    graph.blocks[start].end = End::Unreachable;
    graph.scopes.push(Scope::new(None, start));
    let document = Document::new(&graph);
    let unit = syn::parse_quote!(());
    let native = Native::new(&graph, &document, &unit);
    let (value, probes) = native.alone(&body);
    let types = types(function, &parameters, &native, &graph, (&value, &probes));
    let twin = twin(function, &parameters, &body);
    let (cfg, output, called) = (cfgs(function), output(function), graph.called.declare());
    let inputs = parameters.iter().map(|(name, ty)| quote!(#name: #ty));
    let generics = &function.sig.generics;
    quote! {
        #(#cfg)*
        #[allow(clippy::all, clippy::pedantic, unused_variables, unused_mut, unused_assignments, unused_parens, unused_braces, unused_must_use, path_statements, unreachable_code, unreachable_patterns, non_shorthand_field_patterns, reason = "lints are for what the user writes")]
        const _: () = {
            #(#[allow(dead_code, reason = "a type may be the only one to use it")] #constants)*
            #called
            fn __native #generics (#(#inputs),*) -> #output {
                #probes
                #value
            }
            #types
            #twin
            #implementation
        };
    }
}

/// Returns what the probes of the body learn, where it is never run.
fn types(
    function: &ItemFn,
    parameters: &[Parameter],
    native: &Native<'_>,
    graph: &Graph,
    (value, probes): (&TokenStream, &TokenStream),
) -> TokenStream {
    let (output, schemas) = (unnamed(&output(function)), native.schemas(&function.sig.ident));
    let inputs = parameters.iter().map(|(name, ty)| {
        let ty = unnamed(ty);
        quote!(let #name: #ty)
    });
    let constants = &graph.constants;
    let paths = constants.iter().map(|path| path.to_token_stream().to_string());
    let methods = native.methods();
    quote! {
        fn __types() -> ::workflow::__private::program::Types {
            #probes
            if false {
                #(#inputs = ::workflow::__private::typed::never();)*
                let _: #output = #value;
            }
            ::workflow::__private::program::Types {
                probes: ::std::vec![#(#schemas),*],
                constants: ::std::vec![#(::workflow::__private::constant(&#constants)),*],
                paths: ::std::vec![#(#paths),*],
                methods: ::std::vec![#(#methods),*],
            }
        }
    }
}

/// The type of a function, without its name.
pub(super) fn pointer(function: &ItemFn) -> TokenStream {
    let (output, lifetimes) = (output(function), &function.sig.generics.params);
    let any = (!lifetimes.is_empty()).then(|| quote!(for<#lifetimes>));
    let types = inputs(function).map(|input| &input.ty);
    quote!(#any fn(#(#types),*) -> #output)
}

fn twin(function: &ItemFn, parameters: &[Parameter], body: &Ex) -> TokenStream {
    let (text, expression) = (crate::ident::text(&function.sig.ident), program::expr(body));
    let value = unnamed(&output(function));
    let inputs = parameters.iter().map(|(name, ty)| {
        let (name, ty) = (crate::ident::text(name), unnamed(ty));
        quote!((#name, <#ty as ::workflow::__private::Data>::schema))
    });
    quote! {
        // Outside of the import below, whose names a type of the user's may have.
        const __PARAMETERS: &[::workflow::__private::program::Parameter] = &[#(#inputs),*];
        const __OUTPUT: fn() -> ::workflow::__private::Schema = <#value as ::workflow::__private::Data>::schema;
        const __TWIN: &::workflow::__private::program::Twin = {
            use ::workflow::__private::program::*;
            &Twin {
                name: #text,
                parameters: __PARAMETERS,
                body: #expression,
                output: __OUTPUT,
                types: __types,
            }
        };
        // Functions that call each other in a circle are found here, used or not.
        const _: &::workflow::__private::program::Twin = __TWIN;
    }
}

fn implementation(function: &ItemFn) -> TokenStream {
    let (name, pointer) = (&function.sig.ident, pointer(function));
    quote! {
        impl ::workflow::__private::Named for #name { type Itself = #name; }
        impl ::workflow::__private::Pure for #name {
            type Native = #pointer;
            const NATIVE: Self::Native = __native;
            const TWIN: &'static ::workflow::__private::program::Twin = __TWIN;
        }
    }
}

/// On a mistake the function still stands, and may be called.
fn broken(function: &ItemFn, errors: Errors) -> TokenStream {
    let (name, errors) = (&function.sig.ident, errors.into_tokens());
    if is_primitive(&name.to_string()) || !is_nameable(function) {
        return quote!(#errors #[allow(dead_code, reason = "a document may be the only one to use it")] #function);
    }
    let (marker, pointer) = (marker(function), pointer(function));
    quote! {
        #errors
        #[allow(dead_code, reason = "a document may be the only one to use it")]
        #function
        #marker
        impl ::workflow::__private::Named for #name { type Itself = #name; }
        impl ::workflow::__private::Pure for #name {
            type Native = #pointer;
            const NATIVE: Self::Native = #name;
            const TWIN: &'static ::workflow::__private::program::Twin = ::workflow::__private::NOTHING;
        }
    }
}

fn is_plain_lifetime(parameter: &syn::GenericParam) -> bool {
    matches!(parameter, syn::GenericParam::Lifetime(it) if it.bounds.is_empty())
}

/// True if a type stands for the function. Where none does, rustc would say the same once more.
pub(super) fn is_nameable(function: &ItemFn) -> bool {
    let sig = &function.sig;
    let open = |input: &syn::PatType| matches!(*input.ty, Type::ImplTrait(_));
    sig.receiver().is_none()
        && sig.generics.params.iter().all(is_plain_lifetime)
        && sig.asyncness.is_none()
        && sig.unsafety.is_none()
        && !inputs(function).any(open)
}

fn refuse_name(ident: &Ident, errors: &mut Errors) {
    let name = ident.to_string();
    if is_primitive(&name) {
        errors.at(
            ident,
            format_args!(
                "a pure function is a type as well, and its name would hide the type `{name}`"
            ),
            "choose another name",
        );
    }
}

fn signature(function: &ItemFn, errors: &mut Errors) {
    let sig = &function.sig;
    if let Some(token) = &sig.asyncness {
        errors.at(token, "a pure function cannot await", "remove `async`, or write `#[task]`");
    }
    if let Some(token) = &sig.unsafety {
        errors.at(token, "a pure function cannot be `unsafe`", "remove it");
    }
    if !sig.generics.params.iter().all(is_plain_lifetime) {
        errors.at(
            &sig.generics,
            "a `#[pure]` function becomes one expression of the document, so it cannot be generic",
            "write one function for each type",
        );
    }
    sig.inputs.iter().for_each(|input| parameter(input, errors));
}

fn parameter(input: &FnArg, errors: &mut Errors) {
    let input = match input {
        FnArg::Typed(input) => input,
        FnArg::Receiver(receiver) => {
            return errors.at(
                receiver,
                "a method is pure by its `impl` block",
                "write `#[pure]` above the `impl`: all functions in it are pure then",
            );
        }
    };
    if let Type::ImplTrait(ty) = &*input.ty {
        errors.at(ty, "the types of a pure function are fixed", "write a type");
    }
}

/// Refuses what is no part of an expression, with better words than the resolver can.
struct Refuse<'a> {
    /// The name by which the function would call itself.
    own: Option<&'a Ident>,
    errors: &'a mut Errors,
}

impl<'e> Visit<'e> for Refuse<'_> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        let (at, what, help): (&dyn ToTokens, _, _) = match expr {
            Expr::Return(back) => (
                &back.return_token,
                "a pure function is one expression, and this part of it cannot be left",
                "give the branch a name before, in a statement of its own: `let x = match .. { A => 1, B => return .. };`",
            ),
            Expr::Try(attempt) => (
                &attempt.question_token,
                "a pure function is one expression, so `?` cannot be where it may be skipped",
                "bind the value before, or give the branch around it a name: `let x = match .. { A => f()?, B => 1 };`; in a closure, write `match` or `and_then(..)` instead of `?`",
            ),
            Expr::While(_) | Expr::Loop(_) => (
                expr,
                "`while` and `loop` have no counterpart in an expression: nothing bounds their turns",
                "go through a list or a range: `for x in list { .. }`; or use an iterator: `list.iter().map(|item| ..).sum::<f64>()`",
            ),
            Expr::Await(call) => (
                &call.await_token,
                "a pure function cannot await",
                "await it in the workflow, and pass the value",
            ),
            Expr::Call(call) if self.is_own(&call.func) => (
                &call.func,
                "a pure function cannot call itself: it is written out where it is called",
                "use an iterator: `list.iter().map(|item| ..).sum::<f64>()`",
            ),
            Expr::Call(call) if around(expr) => (
                call,
                "a pure function reads nothing but its arguments",
                "call it in the workflow, and pass the value",
            ),
            expr => return syn::visit::visit_expr(self, expr),
        };
        self.errors.at(at, what, help);
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}

impl Refuse<'_> {
    fn is_own(&self, function: &Expr) -> bool {
        matches!((function, self.own), (Expr::Path(path), Some(own)) if path.path.is_ident(own))
    }
}

/// `execution()`, `uuid()`, `random()`, `now()`
fn around(expr: &Expr) -> bool {
    super::ex::Draw::of(expr).is_some()
        || super::ex::call_of_nothing(expr).is_some_and(|name| name == "execution")
}
