//! Parameters of a `#[pure]` function as names, and the constants in it.

use proc_macro2::Ident;
use quote::format_ident;
use syn::spanned::Spanned;
use syn::{Block, FnArg, Item, ItemConst, ItemFn, Pat, Stmt, parse_quote};

/// Gives each parameter a name, which the body takes apart first: `mut list: Vec<u32>`, `(x, y): (i32, i32)`.
pub fn named(function: &ItemFn) -> ItemFn {
    let mut named = function.clone();
    let mut lets: Vec<Stmt> = vec![];
    for (index, input) in named.sig.inputs.iter_mut().enumerate() {
        let FnArg::Typed(input) = input else { continue };
        let pat = &*input.pat;
        if matches!(pat, Pat::Ident(name) if name.mutability.is_none() && name.subpat.is_none()) {
            continue;
        }
        let name = name(pat, index);
        if !matches!(pat, Pat::Wild(_)) {
            lets.push(parse_quote!(let #pat = #name;));
        }
        *input.pat = parse_quote!(#name);
    }
    named.block.stmts.splice(0..0, lets);
    named
}

fn name(pat: &Pat, index: usize) -> Ident {
    match pat {
        Pat::Ident(name) => name.ident.clone(),
        pat => format_ident!("__argument_{index}", span = pat.span()),
    }
}

/// Takes the constants out of a body, whose expressions see them from outside as well.
pub fn constants(body: &mut Block) -> Vec<ItemConst> {
    let mut constants = vec![];
    body.stmts.retain(|stmt| match stmt {
        Stmt::Item(Item::Const(constant)) => {
            constants.push(constant.clone());
            false
        }
        _ => true,
    });
    constants
}
