//! `#[pure]` above an `impl` block: each of its functions is pure.
//!
//! The block stays as it is. Beside it stands, for each function, what stands beside a pure function; the type and the
//! name lead to it in place of a path. A method is read as the function that it is, of a value under a name.

mod circles;
mod outside;

use super::{advice, called, pure};
use crate::errors::Errors;
use circles::Circles;
use outside::free;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{FnArg, ImplItem, ImplItemFn, ItemFn, ItemImpl, Path, Receiver, Type};

pub fn expand(options: &TokenStream, block: &ItemImpl) -> TokenStream {
    let mut errors = Errors::default();
    pure::refuse_options(options, &mut errors);
    let block = &unmarked(block, &mut errors);
    let ty = type_of(block, &mut errors);
    let errors = errors.into_tokens();
    let Some(ty) = ty else { return quote!(#errors #block) };
    let functions: Vec<&ImplItemFn> = functions(block).collect();
    let circles = Circles::of(&functions, ty);
    let beside: TokenStream =
        functions.iter().map(|function| beside(block, ty, function, &circles)).collect();
    let tokens = quote!(#errors #block #beside);
    if let Some(name) = ty.segments.last() {
        crate::debug::print(&name.ident, &tokens);
    }
    tokens
}

fn functions(block: &ItemImpl) -> impl Iterator<Item = &ImplItemFn> {
    block.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function),
        _ => None,
    })
}

/// The path of the block's type. `None` where its functions cannot be pure.
fn type_of<'b>(block: &'b ItemImpl, errors: &mut Errors) -> Option<&'b Path> {
    if let Some((_, path, _)) = &block.trait_ {
        errors.at(
            path,
            "the methods of a trait cannot be pure: only types tell which of them a call means",
            "write `#[pure]` above an `impl` of the type itself; the method of the trait may call what is in it",
        );
        return None;
    }
    let plain = |path: &Path| path.segments.iter().all(|segment| segment.arguments.is_none());
    match &*block.self_ty {
        Type::Path(ty) if block.generics.params.is_empty() && plain(&ty.path) => Some(&ty.path),
        ty => {
            let generics = &block.generics;
            let at = if generics.params.is_empty() { quote!(#ty) } else { quote!(#generics) };
            errors.at(
                at,
                "a `#[pure]` function becomes one expression of the document, so its type cannot be generic",
                "write one function with `#[pure]` for each type, outside of the `impl`",
            );
            None
        }
    }
}

fn beside(block: &ItemImpl, ty: &Path, function: &ImplItemFn, circles: &Circles) -> TokenStream {
    let mut errors = Errors::default();
    let borrows = function.sig.receiver().map(|receiver| borrows(receiver, &mut errors));
    let plain = errors.is_empty();
    refuse_name(function, &mut errors);
    circles.refuse(function, &mut errors);
    let Some(free) = free(block, ty, function) else { return TokenStream::new() };
    if let Some(read) = pure::read(&free, None, &mut errors) {
        let own = implementation(ty, &free, borrows, [quote!(__native), quote!(__TWIN)]);
        return pure::beside(&free, read, &own);
    }
    let named = plain && pure::is_nameable(&free);
    let errors = errors.into_tokens();
    let name = &function.sig.ident;
    let nothing = [quote!(#ty::#name), quote!(::workflow::__private::NOTHING)];
    let own = named.then(|| implementation(ty, &free, borrows, nothing));
    quote!(#errors const _: () = { #own };)
}

/// True if a receiver is borrowed.
fn borrows(receiver: &Receiver, errors: &mut Errors) -> bool {
    match &*receiver.ty {
        Type::Reference(of) if of.mutability.is_none() => return true,
        Type::Reference(_) => errors.at(
            receiver,
            "a pure method changes nothing",
            "take `self`, and return what it becomes: `fn with(self, ..) -> Self`; a workflow assigns it: `order = order.with(..);`",
        ),
        Type::Path(own) if own.path.is_ident("Self") => {}
        _ => errors.at(&receiver.ty, "a pure method takes a plain `self`", "write `&self`"),
    }
    false
}

/// Refuses the names of methods that expressions know: a call would mean those.
fn refuse_name(function: &ImplItemFn, errors: &mut Errors) {
    let ident = &function.sig.ident;
    let name = crate::ident::text(ident);
    if function.sig.receiver().is_some() && advice::is_known_method(&name) {
        errors.at(
            ident,
            format!("`.{name}()` is a method of the standard library, and a call in a workflow means that one"),
            "choose another name",
        );
    }
}

/// Takes `#[pure]` off each function, and refuses it.
fn unmarked(block: &ItemImpl, errors: &mut Errors) -> ItemImpl {
    let mut block = block.clone();
    for item in &mut block.items {
        let ImplItem::Fn(function) = item else { continue };
        let (marks, rest): (Vec<_>, Vec<_>) = function.attrs.drain(..).partition(is_mark);
        function.attrs = rest;
        for mark in marks {
            errors.at(mark, "the whole `impl` block is pure already", "remove this `#[pure]`");
        }
    }
    block
}

fn is_mark(attribute: &syn::Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|last| last.ident == "pure")
}

/// Leads the calls of a function to its native form and its data.
fn implementation(
    ty: &Path,
    free: &ItemFn,
    borrows: Option<bool>,
    [native, twin]: [TokenStream; 2],
) -> TokenStream {
    let (number, pointer) = (called::number(&free.sig.ident), pure::pointer(free));
    let bound = borrows.map(|borrows| bound(ty, free, borrows, [&native, &twin]));
    quote! {
        #[diagnostic::do_not_recommend]
        impl ::workflow::__private::Associated<#number, #pointer> for #ty {
            const NATIVE: #pointer = #native;
            const TWIN: &'static ::workflow::__private::program::Twin = #twin;
        }
        #bound
    }
}

/// The same for the calls of a method: these borrow their receiver, of which the method may want a copy.
fn bound(
    ty: &Path,
    free: &ItemFn,
    borrows: bool,
    [native, twin]: [&TokenStream; 2],
) -> TokenStream {
    let number = called::number(&free.sig.ident);
    let (pointer, native) = match borrows {
        true => (pure::pointer(free), native.clone()),
        false => of_a_copy(ty, free, native),
    };
    quote! {
        #[diagnostic::do_not_recommend]
        impl ::workflow::__private::Bound<#number, #pointer> for #ty {
            const BOUND: #pointer = #native;
            const METHOD: &'static ::workflow::__private::program::Twin = #twin;
        }
        #[diagnostic::do_not_recommend]
        impl ::workflow::__private::Receiver<#number> for #ty {
            type Of = #ty;
            type To<'a> = &'a #ty;
            fn to(&self) -> &#ty { self }
        }
    }
}

fn of_a_copy(ty: &Path, free: &ItemFn, native: &TokenStream) -> (TokenStream, TokenStream) {
    let mut borrowing = free.clone();
    let mut at = Span::call_site();
    if let Some(FnArg::Typed(first)) = borrowing.sig.inputs.first_mut() {
        at = first.pat.span();
        *first.ty = syn::parse_quote!(&#ty);
    }
    let more: Vec<_> = (1..free.sig.inputs.len()).map(|n| format_ident!("__{n}")).collect();
    let copy = quote_spanned!(at=> ::core::clone::Clone::clone(__of));
    (
        pure::pointer(&borrowing),
        quote_spanned!(at=> |__of: &#ty, #(#more),*| #native(#copy, #(#more),*)),
    )
}
