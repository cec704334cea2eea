//! The code that replaces the function: the function itself, and the workflow beside it.

use super::document::Document;
use super::model::{Graph, Kind};
use super::native::{self, Native};
use super::program::Program;
use super::signature::Signature;
use crate::errors::Errors;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ItemFn;

pub fn whole(
    function: &ItemFn,
    signature: &Signature,
    graph: &Graph,
    document: &Document,
    scopes: &[TokenStream],
    [budget, payloads, triggers]: [TokenStream; 3],
) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let quiet = crate::quiet::quiet(name);
    let text = crate::ident::text(name);
    let native = Native::new(graph, document, &signature.output);
    let machine = native.emit(name);
    let table = native::states(graph, document);
    let program = Program { graph, document }.emit(&text, &crate::doc::paragraph(&function.attrs));
    let implementation = implementation(function, signature, graph, &text, [&payloads, &triggers]);
    let called = graph.called.declare();
    let callable = callable(function, signature, continues(graph));
    let kept = kept(function, Some(signature), &whole_body(function));
    let constants = super::inputs::constants(&mut function.block.clone());
    let about =
        format!("The workflow `{text}`: its state machine, and its States Language document.");
    quote! {
        #kept
        #[doc = #about]
        #vis struct #quiet {}
        const _: () = {
            #(#[allow(unused_imports)] use #scopes::*;)*
            #(#[allow(dead_code, reason = "a type may be the only one to use it")] #constants)*
            #called
            #table
            #budget
            #program
            #machine
            #implementation
            #callable
            // Tests use it, or nobody.
            const _: () = { let _ = #name::run; };
        };
    }
}

/// The user's own function: awaited under a journal it is the oracle of the other two. Its name makes a call, as
/// that of a task does, for other workflows.
fn kept(function: &ItemFn, signature: Option<&Signature>, run: &TokenStream) -> TokenStream {
    let Some(signature) = signature else {
        return quote! {
            #[allow(dead_code, reason = "the engine runs the machine that is made from it")]
            #function
        };
    };
    let ItemFn { attrs, vis, sig, .. } = function;
    let (name, quiet) = (&sig.ident, crate::quiet::quiet(&sig.ident));
    let docs = attrs.iter().filter(|attr| attr.path().is_ident("doc"));
    let parameters = signature.parameters.iter().map(|(ident, ty)| quote!(#ident: #ty));
    let names: Vec<_> = signature.parameters.iter().map(|(ident, _)| ident).collect();
    let bounds = bounds(function, signature);
    let value = match &names[..] {
        [only] => quote!(#only),
        names => quote!(::workflow::__private::Arguments::new((#(#names,)*))),
    };
    // Only a workflow that is called needs an input that can be sent again.
    quote! {
        #(#docs)*
        #[allow(clippy::too_many_arguments, reason = "as many as the workflow has")]
        #vis fn #quiet(#(#parameters),*) -> ::workflow::__private::Call<#name>
        where
            #bounds
        {
            ::workflow::__private::Call::new(#value)
        }
        #[allow(unexpected_cfgs, reason = "rust-analyzer sets its own")]
        impl #name {
            #run
        }
    }
}

/// True if its executions go on as others.
fn continues(graph: &Graph) -> bool {
    graph.states.iter().any(|state| matches!(&state.kind, Kind::Task(task) if task.continues))
}

fn run(function: &ItemFn, block: &TokenStream) -> TokenStream {
    let ItemFn { attrs, vis, sig, .. } = function;
    let ident = crate::quiet::quiet(&syn::Ident::new("run", sig.ident.span()));
    let run = syn::Signature { ident, ..sig.clone() };
    quote! {
        /// The function as it is written, for tests: it waits for a journal. The engine runs the machine that is
        /// made from it.
        #(#attrs)*
        #[allow(
            clippy::manual_ok_err,
            clippy::manual_unwrap_or,
            clippy::manual_unwrap_or_default,
            reason = "the result of a call is matched: a workflow cannot keep it, so it has no methods"
        )]
        #vis #run #block
    }
}

fn whole_body(function: &ItemFn) -> TokenStream {
    run(function, &super::chunks::body(&super::handed::on(&super::attempt::told(function))))
}

/// The body where its mistake is told: an editor still completes in it, rustc does not tell it again.
fn hidden_body(function: &ItemFn) -> TokenStream {
    let (seen, hidden) = (whole_body(function), run(function, &quote!({ ::core::unreachable!() })));
    quote! {
        #[cfg(rust_analyzer)]
        #seen
        #[cfg(not(rust_analyzer))]
        #[allow(unused, clippy::all, reason = "its body is left out")]
        #hidden
    }
}

/// As other workflows call it.
fn callable(function: &ItemFn, signature: &Signature, continues: bool) -> TokenStream {
    let (name, output) = (&function.sig.ident, &signature.output);
    let text = crate::ident::text(name);
    let comment = crate::doc::paragraph(&function.attrs);
    let input = input(function, signature);
    let arguments = signature.parameters.iter().map(|(ident, _)| crate::ident::text(ident));
    let bounds = bounds(function, signature);
    let types: Vec<_> = signature.parameters.iter().map(|(_, ty)| ty).collect();
    let (values, given) = crate::task::values(&types);
    quote! {
        impl ::workflow::__private::Named for #name { type Itself = #name; }
        impl ::workflow::__private::Task for #name
        where
            #bounds
        {
            type Input = #input;
            type Values = #values;
            fn values(__input: #input) -> #values { #given }
            type Output = #output;
            type Error = ::workflow::__private::Failure;
            const DEFINITION: ::workflow::__private::TaskDefinition = ::workflow::__private::TaskDefinition {
                name: #text,
                comment: #comment,
                arguments: &[#(#arguments),*],
                retry: &[],
                timeout: ::core::option::Option::None,
                heartbeat: ::core::option::Option::None,
                needs: ::std::vec::Vec::new,
                run: ::workflow::__private::no_body,
                way: ::workflow::__private::Way::Workflow(::workflow::__private::Nested {
                    parts: &::workflow::__private::Parts {
                        machine: <#name as ::workflow::__private::Workflow>::machine,
                        revive: <#name as ::workflow::__private::Workflow>::revive,
                        states: <#name as ::workflow::__private::Workflow>::states,
                    },
                    continues: #continues,
                }),
                context: false,
            };
        }
    }
}

/// On a mistake the function still stands, and its name is still a workflow.
pub fn broken(function: &ItemFn, signature: Option<&Signature>, errors: Errors) -> TokenStream {
    let run = if errors.echoed() { hidden_body(function) } else { whole_body(function) };
    let (name, vis, errors) = (&function.sig.ident, &function.vis, errors.into_tokens());
    let quiet = crate::quiet::quiet(name);
    let kept = kept(function, signature.filter(|_| function.sig.receiver().is_none()), &run);
    if function.sig.receiver().is_some() {
        // In an `impl` block no type can be defined.
        return quote!(#errors #kept);
    }
    let stub = signature.map(|signature| {
        let (input, arguments, output) = (input(function, signature), arguments(function, signature), &signature.output);
        let values = values(signature);
        let callable = callable(function, signature, false);
        quote! {
            #callable
            #arguments
            impl #name {
                #[doc(hidden)]
                #[allow(missing_docs)]
                pub fn definition() -> ::core::result::Result<::workflow::__private::Definition, ::workflow::__private::ExportError> {
                    <#name as ::workflow::__private::Workflow>::definition()
                }
            }
            impl ::workflow::__private::Workflow for #name {
                type Input = #input;
                type Values = #values;
                type Output = #output;
                const NAME: &'static str = ::core::stringify!(#name);
                fn machine(_: ::workflow::__private::Payload) -> ::core::result::Result<::std::boxed::Box<dyn ::workflow::__private::Machine>, ::workflow::__private::Failure> {
                    ::core::result::Result::Err(::workflow::__private::typed::lost("its code"))
                }
                fn revive(_: ::workflow::__private::Value) -> ::core::result::Result<::std::boxed::Box<dyn ::workflow::__private::Machine>, ::workflow::__private::Failure> {
                    ::core::result::Result::Err(::workflow::__private::typed::lost("its code"))
                }
                fn states() -> &'static [::workflow::__private::StateInfo] { &[] }
                fn tasks() -> ::std::vec::Vec<::workflow::__private::TaskDefinition> { ::std::vec![] }
                fn definition() -> ::core::result::Result<::workflow::__private::Definition, ::workflow::__private::ExportError> {
                    ::core::unreachable!("the workflow has mistakes")
                }
            }
        }
    });
    quote! {
        #errors
        #kept
        #vis struct #quiet {}
        #stub
    }
}

/// Bounds over all lifetimes, so that they are checked where the workflow is called. What stands for another type
/// would be that type here, a bound without lifetimes: it is checked in any case.
fn bounds(function: &ItemFn, signature: &Signature) -> TokenStream {
    let stands = |ty: &syn::Type| matches!(ty, syn::Type::Path(path) if path.qself.is_some());
    let (input, output) = (input(function, signature), &signature.output);
    let only = match &signature.parameters[..] {
        [(_, only)] => stands(only),
        _ => false,
    };
    let input = (!only)
        .then(|| quote!(for<'__a> #input: ::core::clone::Clone + ::workflow::__private::Durable,));
    let output =
        (!stands(output)).then(|| quote!(for<'__a> #output: ::workflow::__private::Durable,));
    quote!(#input #output)
}

fn input(function: &ItemFn, signature: &Signature) -> TokenStream {
    let name = &function.sig.ident;
    match &signature.parameters[..] {
        [] => quote!(::workflow::__private::Arguments<#name, ()>),
        [(_, only)] => quote!(#only),
        several => {
            let types = several.iter().map(|(_, ty)| ty);
            quote!(::workflow::__private::Arguments<#name, (#(#types,)*)>)
        }
    }
}

/// The type of the input in tests: several parameters are a tuple.
fn values(signature: &Signature) -> TokenStream {
    let types: Vec<_> = signature.parameters.iter().map(|(_, ty)| ty).collect();
    crate::task::values(&types).0
}

/// Several parameters are an object, keyed by their names.
fn arguments(function: &ItemFn, signature: &Signature) -> TokenStream {
    if signature.parameters.len() == 1 {
        return TokenStream::new();
    }
    let name = &function.sig.ident;
    let arguments = signature.parameters.iter().enumerate().map(|(index, (ident, ty))| {
        let text = crate::ident::text(ident);
        quote! {
            impl ::workflow::__private::Argument<#index> for #name {
                type Value = #ty;
                const NAME: &'static str = #text;
            }
        }
    });
    arguments.collect()
}

fn implementation(
    function: &ItemFn,
    signature: &Signature,
    graph: &Graph,
    text: &str,
    [payloads, triggers]: [&TokenStream; 2],
) -> TokenStream {
    let (name, output) = (&function.sig.ident, &signature.output);
    let (input, arguments) = (input(function, signature), arguments(function, signature));
    let values = values(signature);
    let constants = &graph.constants;
    let paths = constants.iter().map(|path| path.to_token_stream().to_string());
    let timed = graph
        .timeout
        .map(|seconds| quote!(let document = ::workflow::__private::timed(&document?, #seconds);));
    quote! {
        type __Input = #input;
        #arguments
        impl ::workflow::__private::Workflow for #name {
            type Input = #input;
            type Values = #values;
            type Output = #output;
            const NAME: &'static str = #text;
            #triggers
            fn machine(__input: ::workflow::__private::Payload) -> ::core::result::Result<::std::boxed::Box<dyn ::workflow::__private::Machine>, ::workflow::__private::Failure> {
                ::workflow::__private::typed::machine(__machine(::workflow::__private::typed::Ask::Begin(__input)))
            }
            fn revive(__record: ::workflow::__private::Value) -> ::core::result::Result<::std::boxed::Box<dyn ::workflow::__private::Machine>, ::workflow::__private::Failure> {
                ::workflow::__private::typed::machine(__machine(::workflow::__private::typed::Ask::Revive(__record)))
            }
            fn states() -> &'static [::workflow::__private::StateInfo] { &__STATES }
            fn description() -> ::workflow::__private::Description {
                ::workflow::__private::typed::describe(#text, &__STATES, &__HELD, __machine(::workflow::__private::typed::Ask::Kept))
            }
            fn tasks() -> ::std::vec::Vec<::workflow::__private::TaskDefinition> {
                ::workflow::__private::typed::tasks(&__STATES)
            }
            fn definition() -> ::core::result::Result<::workflow::__private::Definition, ::workflow::__private::ExportError> {
                // The inherent function, which needs no trait in scope.
                #name::definition()
            }
        }
        impl #name {
            /// The States Language document that does the same.
            ///
            /// # Errors
            /// If an expression has no exact counterpart for its types; the error names the state.
            pub fn definition() -> ::core::result::Result<::workflow::__private::Definition, ::workflow::__private::ExportError> {
                #payloads
                let types = || ::workflow::__private::typed::types(
                    __machine(::workflow::__private::typed::Ask::Types),
                    [#(::workflow::__private::constant(&#constants)),*],
                    [#(#paths),*],
                );
                let document = ::workflow::__private::export(&__PROGRAM, types, &__STATES);
                #timed
                document
            }
        }
    }
}
