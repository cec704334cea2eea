//! The constant `TRIGGERS` of a workflow.

use super::{Entry, Given};
use crate::ident::pascal;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use workflow_triggers::{Member, MemberForm};

/// All of them as static data.
pub fn constant(all: &[Entry]) -> TokenStream {
    if all.is_empty() {
        return TokenStream::new();
    }
    let all = all.iter().map(|entry| {
        let name = entry.name();
        let variant = format_ident!("{}", pascal(entry.kind.name));
        let members = entry.kind.members.iter().map(|it| member(it, entry.given(it.name)));
        quote! {
            ::workflow::__private::Trigger {
                name: #name,
                start: ::workflow::__private::StartOn::#variant { #(#members),* },
            }
        }
    });
    quote! {
        const TRIGGERS: &'static [::workflow::__private::Trigger] = &[#(#all),*];
    }
}

fn member(member: &Member, given: Option<&Given>) -> TokenStream {
    let name = format_ident!("{}", member.name);
    let value = given.map(|given| match given {
        Given::Text(text) => quote!(#text),
        Given::Texts(all) => quote!(&[#(#all),*]),
        Given::Number(_, number) => quote!(#number),
        Given::Flag(flag) => quote!(#flag),
        Given::Json(json) => {
            let text = json.text();
            quote!(#text)
        }
    });
    let value = match (member.form, value) {
        (MemberForm::Texts, value) => value.unwrap_or_else(|| quote!(&[])),
        (MemberForm::Flag, value) => value.unwrap_or_else(|| quote!(false)),
        // Where it is missing the mistake is told, and nothing is emitted.
        (_, Some(value)) if member.required => value,
        (_, Some(value)) => quote!(::core::option::Option::Some(#value)),
        (_, None) => quote!(::core::option::Option::None),
    };
    quote!(#name: #value)
}
