//! The kept function of a long workflow, in parts that rustc checks in linear time.
//!
//! What rustc needs for one `async` body grows with the square of the places where it waits: 500 calls in a row took
//! it 7 s, and a plain function with the same code a tenth of a second. So a long row of statements is written as
//! several `async` blocks, one after the other, each of which hands on the variables that are read behind it:
//! `let (a, b) = async { .. Ok((a, b)) }.await?;`. Nothing else changes, and the tokens are the user's own.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::BTreeMap;
use syn::visit::Visit;
use syn::{GenericArgument, Ident, ItemFn, Pat, PathArguments, ReturnType, Stmt, Type};

/// How often a body waits before it is worth it, and how often a part of it waits.
const LONG: usize = 64;
const PART: usize = 32;

/// The body of a function.
pub fn body(function: &ItemFn) -> TokenStream {
    let block = &function.block;
    match error(&function.sig.output) {
        Some(error) if waits(block.to_token_stream()) > LONG => parts(&block.stmts, &error),
        _ => block.to_token_stream(),
    }
}

/// `E` of `Result<T, E>`, or of what stands for it.
fn error(output: &ReturnType) -> Option<TokenStream> {
    let ReturnType::Type(_, ty) = output else { return None };
    let Type::Path(path) = &**ty else { return None };
    let last = path.path.segments.last()?;
    let written = match &last.arguments {
        PathArguments::AngleBracketed(of) if last.ident == "Result" => of.args.iter().nth(1),
        _ => None,
    };
    match written {
        Some(GenericArgument::Type(error)) => Some(error.to_token_stream()),
        _ => Some(quote!(<#ty as ::workflow::__private::Returned>::Error)),
    }
}

fn parts(stmts: &[Stmt], error: &TokenStream) -> TokenStream {
    let mut made = TokenStream::new();
    let mut rest = stmts;
    while !rest.is_empty() {
        let length = part(rest);
        let (now, behind) = rest.split_at(length.max(1));
        if length > 1 {
            made.extend(together(now, behind, error));
        } else {
            now.iter().for_each(|stmt| stmt.to_tokens(&mut made));
        }
        rest = behind;
    }
    quote!({ #made })
}

/// How many statements from here on stand in one block. The last statement is the function's value.
fn part(stmts: &[Stmt]) -> usize {
    let mut waited = 0;
    for (index, stmt) in stmts.iter().enumerate() {
        if index + 1 == stmts.len() || !is_movable(stmt) {
            // Not before a state has come: what borrows is not kept behind one.
            return (0..index)
                .rev()
                .find(|at| waits(stmts[*at].to_token_stream()) > 0)
                .map_or(0, |at| at + 1);
        }
        waited += waits(stmt.to_token_stream());
        if waited >= PART {
            return index + 1;
        }
    }
    0
}

/// Whether a statement means the same inside an `async` block: it leaves the function by `?` alone.
fn is_movable(stmt: &Stmt) -> bool {
    let plain = match stmt {
        Stmt::Local(local) => names(&local.pat).is_some(),
        Stmt::Expr(_, end) => {
            end.is_some()
                || matches!(
                    stmt,
                    Stmt::Expr(
                        syn::Expr::ForLoop(_)
                            | syn::Expr::While(_)
                            | syn::Expr::If(_)
                            | syn::Expr::Match(_),
                        _
                    )
                )
        }
        Stmt::Macro(_) => true,
        Stmt::Item(_) => false,
    };
    plain
        && !contains(
            stmt.to_token_stream(),
            &|token| matches!(token, TokenTree::Ident(it) if it == "return"),
        )
}

/// An `async` block of some statements, and a `let` for what is read behind it.
fn together(stmts: &[Stmt], behind: &[Stmt], error: &TokenStream) -> TokenStream {
    let mut read = BTreeMap::new();
    behind.iter().for_each(|stmt| mentioned(stmt.to_token_stream(), &mut read));
    let mut bound: Vec<(bool, Ident)> = vec![];
    for stmt in stmts {
        let Stmt::Local(local) = stmt else { continue };
        for (mutable, name) in names(&local.pat).into_iter().flatten() {
            bound.retain(|(_, known)| *known != name);
            bound.push((mutable, name));
        }
    }
    bound.retain(|(_, name)| read.contains_key(&crate::ident::text(name)));
    // Where a value is gone, rustc says so at its next use, as in the function without parts.
    let values = bound.iter().map(|(_, name)| {
        let mut name = name.clone();
        name.set_span(read.get(&crate::ident::text(&name)).copied().unwrap_or(name.span()));
        name
    });
    let names = bound.iter().map(|(mutable, name)| {
        let mutable = mutable.then(|| quote!(mut));
        let name = crate::quiet::quiet(name);
        quote!(#mutable #name)
    });
    quote! {
        let (#(#names,)*) = async {
            #(#stmts)*
            ::core::result::Result::Ok::<_, #error>((#(#values,)*))
        }.await?;
    }
}

/// The names that a pattern binds; `None` where it borrows.
fn names(pat: &Pat) -> Option<Vec<(bool, Ident)>> {
    struct Find(Vec<(bool, Ident)>, bool);
    impl<'p> Visit<'p> for Find {
        fn visit_pat_ident(&mut self, pat: &'p syn::PatIdent) {
            self.1 |= pat.by_ref.is_some();
            self.0.push((pat.mutability.is_some(), pat.ident.clone()));
            syn::visit::visit_pat_ident(self, pat);
        }
    }
    let mut find = Find(vec![], false);
    find.visit_pat(pat);
    // A capital may be a variant's, unless it is all of the pattern: `let N = ..`.
    let whole = match pat {
        Pat::Type(typed) => &typed.pat,
        pat => pat,
    };
    let alone = matches!(whole, Pat::Ident(_));
    find.0.retain(|(_, name)| alone || !name.to_string().starts_with(char::is_uppercase));
    (!find.1).then_some(find.0)
}

/// All words in some code, and where each stands first, those of texts included: `format!("{name}")`.
fn mentioned(tokens: TokenStream, words: &mut BTreeMap<String, Span>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => mentioned(group.stream(), words),
            TokenTree::Punct(_) => {}
            token => {
                let text = token.to_string();
                let parts = text.split(|c: char| !c.is_alphanumeric() && c != '_');
                parts.chain([&*text]).for_each(|word| {
                    words.entry(word.to_owned()).or_insert(token.span());
                });
            }
        }
    }
}

/// How often code waits, that of its own `async` blocks excluded as little as it matters.
fn waits(tokens: TokenStream) -> usize {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(word) => usize::from(word == "await"),
            TokenTree::Group(group) => waits(group.stream()),
            _ => 0,
        })
        .sum()
}

fn contains(tokens: TokenStream, wanted: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.into_iter().any(|token| {
        wanted(&token)
            || matches!(token, TokenTree::Group(group) if contains(group.stream(), wanted))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn written(count: usize, stmt: impl Fn(usize) -> String, end: &str) -> String {
        let stmts: String = (0..count).map(stmt).collect();
        let code = format!("async fn f() -> Result<u32, Failure> {{ {stmts} {end} }}");
        body(&syn::parse_str(&code).unwrap()).to_string()
    }

    #[test]
    fn a_short_function_stays_as_it_is() {
        let text = written(10, |i| format!("let a{i} = t({i}).await?;"), "Ok(a1)");
        assert!(!text.contains("async"), "{text}");
    }

    #[test]
    fn a_long_one_hands_on_what_is_read() {
        let end = "Ok(a1 + a80 + t(format!(\"{a3}\")).await?)";
        let text = written(100, |i| format!("let mut a{i} = t({i}).await?;"), end);
        assert!(text.contains("let (mut a1 , mut a3 ,) = async {"), "{text}");
        assert!(text.contains("let (mut a80 ,) = async {"), "{text}");
        assert_eq!(text.matches("async {").count(), 4, "{text}");
    }

    #[test]
    fn names_of_every_shape_are_handed_on() {
        let end = "Ok(t(format!(\"{type} {N}\")).await?)";
        let name = |i| if i == 3 { "r#type".to_owned() } else { "N".to_owned() };
        let text = written(100, |i| format!("let {}: u32 = t({i}).await?;", name(i)), end);
        assert!(text.contains("let (r#type , N ,) = async {"), "{text}");
    }

    #[test]
    fn what_returns_stays_outside() {
        let text = written(100, |i| format!("if t({i}).await? {{ return Ok(1); }}"), "Ok(2)");
        assert!(!text.contains("async"), "{text}");
    }
}
