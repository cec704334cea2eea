//! The items that a task becomes.

use super::arguments::Argument;
use super::context;
use super::options::Options;
use super::signature::Task;
use super::way;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{ItemFn, Type};

/// All items of a task.
pub(super) fn task(task: &Task, options: &Options) -> TokenStream {
    let everywhere = &task.attributes.everywhere;
    let (ty, marked) = (ty(task.function), marked(task.function));
    let (call, body) = (call(task, options), options.resource.is_none().then(|| body(task)));
    let implementation = implementation(task, options);
    let evaluated = evaluated(task, options).map(|it| quote!(#(#everywhere)* #it));
    let body = body.map(|it| quote!(#(#everywhere)* #it));
    let names = names(task, options).into_iter().map(|line| quote!(#(#everywhere)* #line));
    quote! {
        #(#everywhere)* #ty
        #(#everywhere)* #marked
        #call
        #body
        #(#names)*
        #(#everywhere)* #implementation
        #evaluated
    }
}

/// The type of the function's name: it lives beside the function, in the namespace of types.
pub(super) fn ty(function: &ItemFn) -> TokenStream {
    let (visibility, name) = (&function.vis, &function.sig.ident);
    let quiet = crate::quiet::quiet(name);
    let text = format!("The task [`{0}`](fn@{0}); its body is [`{0}::run`].", name.unraw());
    quote! {
        #[doc = #text]
        #visibility struct #quiet {}
    }
}

/// Emits the mark that tells a task from a plain function.
pub(super) fn marked(function: &ItemFn) -> TokenStream {
    let name = &function.sig.ident;
    quote! {
        impl ::workflow::__private::Named for #name { type Itself = #name; }
    }
}

/// Returns what travels in the payload.
fn payload<'t>(task: &'t Task) -> Vec<&'t Argument> {
    task.arguments.iter().filter(|argument| !argument.injected).collect()
}

/// True if the payload is an object of the arguments: several of them, or one that is a member.
fn named(task: &Task, options: &Options) -> bool {
    match payload(task)[..] {
        [only] => way::is_member(only, options),
        _ => true,
    }
}

/// The function that makes a call.
fn call(task: &Task, options: &Options) -> TokenStream {
    let (everywhere, attributes) = (&task.attributes.everywhere, &task.attributes.call);
    let (visibility, name) = (&task.function.vis, &task.function.sig.ident);
    let payload = payload(task);
    let arguments = payload.iter().map(|Argument { name, ty, .. }| quote!(#name: #ty));
    let values: Vec<_> = payload.iter().map(|argument| &argument.name).collect();
    let input = match named(task, options) {
        false => quote!(#(#values)*),
        true => {
            let values = tuple(&values);
            quote!(::workflow::__private::Arguments::new(#values))
        }
    };
    quote! {
        #(#everywhere)*
        #(#attributes)*
        #[allow(clippy::too_many_arguments, reason = "as many as the task has")]
        #visibility fn #name(#(#arguments),*) -> ::workflow::__private::Call<#name> {
            ::workflow::__private::Call::new(#input)
        }
    }
}

/// The body, as it is written.
fn body(task: &Task) -> TokenStream {
    let attributes = &task.attributes.body;
    let ItemFn { vis, sig, block, .. } = task.function;
    let name = &sig.ident;
    let signature = syn::Signature {
        ident: format_ident!("run", span = name.span()),
        // These were refused; left out, nothing else is reported of them.
        constness: None,
        unsafety: None,
        abi: None,
        ..sig.clone()
    };
    quote! {
        impl #name {
            /// The body of the task, to be called with its resources, as in a test.
            ///
            /// # Errors
            /// Those of the task.
            #[allow(
                clippy::needless_pass_by_value,
                clippy::unnecessary_wraps,
                clippy::unused_async,
                reason = "a task is async, owns its arguments and returns a `Result` even where it need not"
            )]
            #(#attributes)*
            #vis #signature #block
        }
    }
}

/// One line for each of several arguments: its name and type.
fn names(task: &Task, options: &Options) -> Vec<TokenStream> {
    let (name, payload) = (&task.function.sig.ident, payload(task));
    if !named(task, options) {
        return vec![];
    }
    let lines = payload.iter().enumerate().map(|(index, argument)| {
        let (ty, text) = (&argument.ty, way::key(argument, options));
        quote! {
            impl ::workflow::__private::Argument<#index> for #name {
                type Value = #ty;
                const NAME: &'static str = #text;
            }
        }
    });
    lines.collect()
}

fn implementation(task: &Task, options: &Options) -> TokenStream {
    let name = &task.function.sig.ident;
    let (input, output, error) = (input(task, options), &task.output, &task.error);
    let definition = definition(task, options);
    let types: Vec<&Type> = payload(task).into_iter().map(|argument| &argument.ty).collect();
    let (values, given) = match &types[..] {
        [ty] if named(task, options) => (quote!(#ty), quote!(__input.values.0)),
        types => values(types),
    };
    quote! {
        impl ::workflow::__private::Task for #name {
            type Input = #input;
            type Values = #values;
            fn values(__input: #input) -> #values { #given }
            type Output = #output;
            type Error = #error;
            const DEFINITION: ::workflow::__private::TaskDefinition = #definition;
        }
    }
}

/// Evaluates the retriers, which are checked by constant functions, also where nothing calls the task.
fn evaluated(task: &Task, options: &Options) -> Option<TokenStream> {
    let (name, first) = (&task.function.sig.ident, options.retry.first()?);
    Some(quote_spanned! {first.span()=>
        const _: ::workflow::__private::TaskDefinition =
            <#name as ::workflow::__private::Task>::DEFINITION;
    })
}

/// The type of the arguments as mocks get them, and how they are got out of the payload.
pub(crate) fn values(types: &[&Type]) -> (TokenStream, TokenStream) {
    match types {
        [ty] => (quote!(#ty), quote!(__input)),
        types => (quote!((#(#types,)*)), quote!(__input.values)),
    }
}

/// The type of the payload.
fn input(task: &Task, options: &Options) -> TokenStream {
    let (name, payload) = (&task.function.sig.ident, payload(task));
    let types: Vec<&Type> = payload.iter().map(|argument| &argument.ty).collect();
    if !named(task, options) {
        return quote!(#(#types)*);
    }
    let types = tuple(&types);
    quote!(::workflow::__private::Arguments<#name, #types>)
}

/// A tuple, also of one.
fn tuple(parts: &[impl quote::ToTokens]) -> TokenStream {
    match parts {
        [only] => quote!((#only,)),
        parts => quote!((#(#parts),*)),
    }
}

fn definition(task: &Task, options: &Options) -> TokenStream {
    let own = task.function.sig.ident.unraw().to_string();
    let text = options.name.as_ref().map_or(own, syn::LitStr::value);
    let comment = &task.attributes.comment;
    let arguments = way::keys(&payload(task), options);
    let (timeout, heartbeat) = (optional(options.timeout), optional(options.heartbeat));
    let needs = task.arguments.iter().filter(|argument| argument.injected).map(|argument| {
        let ty = &argument.ty;
        quote_spanned!(ty.span()=> <#ty as ::workflow::__private::Inject>::need())
    });
    let (retry, run, way) = (retry(options), run(task, options), way::emit(options));
    let context = context::is_read(task);
    quote! {
        ::workflow::__private::TaskDefinition {
            name: #text,
            comment: #comment,
            arguments: &[#(#arguments),*],
            retry: #retry,
            timeout: #timeout,
            heartbeat: #heartbeat,
            needs: || ::workflow::__private::needs([#(#needs),*]),
            run: #run,
            way: #way,
            context: #context,
        }
    }
}

fn optional(seconds: Option<u32>) -> TokenStream {
    match seconds {
        Some(seconds) => quote!(::std::option::Option::Some(#seconds)),
        None => quote!(::std::option::Option::None),
    }
}

/// The user's retriers, then AWS's.
fn retry(options: &Options) -> TokenStream {
    let user = options.retry.iter().map(
        |retrier| quote_spanned!(retrier.span()=> ::workflow::__private::Retrier::Static(#retrier)),
    );
    let span = options.retry.first().map_or_else(Span::call_site, Spanned::span);
    if options.no_aws_retry || !way::is_lambda(options) {
        return quote_spanned!(span=> ::workflow::__private::only_retriers(&[#(#user),*]));
    }
    quote_spanned! {span=>
        ::workflow::__private::retriers(&[
            #(#user,)*
            ::workflow::__private::Retrier::Static(::workflow::__private::TRANSIENT),
        ])
    }
}

/// The body without types: decodes, injects, runs.
fn run(task: &Task, options: &Options) -> TokenStream {
    if options.resource.is_some() {
        return quote!(::workflow::__private::no_body);
    }
    let name = &task.function.sig.ident;
    let site = Span::mixed_site();
    let (context, input) = (Ident::new("__context", site), Ident::new("__input", site));
    let several = payload(task).len() != 1;
    let mut next = 0_usize;
    let values = task.arguments.iter().map(|argument| {
        let ty = &argument.ty;
        if argument.injected {
            return quote_spanned! {ty.span()=>
                <#ty as ::workflow::__private::Inject>::inject(#context)?
            };
        }
        let index = syn::Index::from(next);
        next += 1;
        if several { quote!(#input.values.#index) } else { quote!(#input) }
    });
    let called = quote!(#name::run(#(#values),*));
    let future = if task.function.sig.asyncness.is_some() {
        called
    } else {
        quote!(::std::future::ready(#called))
    };
    let here = name.span().resolved_at(site);
    let wrapper = match options.callback {
        true => quote_spanned!(here=> ::workflow::__private::run_callback::<Self, _, _, _>),
        false => quote_spanned!(here=> ::workflow::__private::run_task::<Self, _, _>),
    };
    quote_spanned! {here=>
        |__found, __payload| #wrapper(
            __found,
            __payload,
            |#context, #input| ::std::result::Result::Ok(#future),
        )
    }
}
