//! A function of an `impl` block as one that stands outside of it: its receiver is a value under a name.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit_mut::VisitMut;
use syn::{FnArg, ImplItemFn, ItemFn, ItemImpl, Lifetime, Path, Receiver, Type};

/// The function as one that stands outside of its block.
pub(super) fn free(block: &ItemImpl, ty: &Path, function: &ImplItemFn) -> Option<ItemFn> {
    let mut sig = function.sig.clone();
    let written = function.to_token_stream().to_string();
    let this = ["this", "itself", "receiver"].into_iter().find(|name| !written.contains(name));
    let this = Ident::new(this.unwrap_or("__this"), Span::call_site());
    if let Some(FnArg::Receiver(receiver)) = function.sig.inputs.first() {
        let lifetime = named_lifetime(receiver, &mut sig);
        let mutability = receiver.mutability.filter(|_| receiver.reference.is_none());
        let mut ty = (*receiver.ty).clone();
        if let (Type::Reference(of), Some(_)) = (&mut ty, &lifetime) {
            of.lifetime = lifetime;
        }
        let this = crate::ident::at(&this, receiver.self_token.span);
        sig.inputs[0] = syn::parse_quote!(#mutability #this: #ty);
    }
    let attrs = block.attrs.iter().chain(&function.attrs).filter(|it| it.path().is_ident("cfg"));
    let block = &function.block;
    let tokens = quote!(#(#attrs)* #sig #block);
    syn::parse2(Outside { this, ty }.of(tokens)).ok()
}

/// Gives the lifetime of the receiver a name, if the value has it by elision: outside of the block it would not.
fn named_lifetime(receiver: &Receiver, sig: &mut syn::Signature) -> Option<Lifetime> {
    let Type::Reference(of) = &*receiver.ty else { return None };
    let own = of.lifetime.clone().filter(|lifetime| lifetime.ident != "_");
    let named = own.clone().unwrap_or_else(|| Lifetime::new("'this", Span::call_site()));
    let mut elided = Elided { named: &named, found: false };
    elided.visit_return_type_mut(&mut sig.output);
    if elided.found && own.is_none() {
        sig.generics.params.insert(0, syn::parse_quote!(#named));
    }
    (elided.found || own.is_some()).then_some(named)
}

/// Names the lifetimes that nobody has named.
struct Elided<'a> {
    named: &'a Lifetime,
    found: bool,
}

impl VisitMut for Elided<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.named.clone());
            self.found = true;
        }
        syn::visit_mut::visit_type_reference_mut(self, reference);
    }
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.named.clone();
            self.found = true;
        }
    }
}

/// Writes a name for `self`, and the type for `Self`, also in macros.
struct Outside<'a> {
    this: Ident,
    ty: &'a Path,
}

impl Outside<'_> {
    fn of(&self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut outside = TokenStream::new();
        while let Some(token) = tokens.next() {
            let is_module =
                matches!(tokens.peek(), Some(TokenTree::Punct(it)) if it.as_char() == ':');
            match token {
                TokenTree::Ident(name) if name == "self" && !is_module => {
                    outside.extend([TokenTree::Ident(crate::ident::at(&self.this, name.span()))]);
                }
                TokenTree::Ident(name) if name == "Self" => outside.extend(self.at(name.span())),
                TokenTree::Group(group) => outside.extend([self.group(&group)]),
                token => outside.extend([token]),
            }
        }
        outside
    }

    fn group(&self, group: &Group) -> TokenTree {
        let mut inside = Group::new(group.delimiter(), self.of(group.stream()));
        inside.set_span(group.span());
        TokenTree::Group(inside)
    }

    /// The type, in the place of a `Self`.
    fn at(&self, span: Span) -> impl Iterator<Item = TokenTree> {
        self.ty.to_token_stream().into_iter().map(move |mut token| {
            token.set_span(span);
            token
        })
    }
}
