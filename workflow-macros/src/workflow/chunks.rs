//! The kept function of a long workflow, in parts that rustc checks in linear time.
//!
//! What rustc needs for one `async` body grows with the square of the places where it waits: 500 calls in a row took
//! it 7 s, and a plain function with the same code a tenth of a second. So a long row of statements is written as
//! several `async` blocks, one after the other, each of which hands on the variables that are read behind it:
//! `let (a, b) = async { .. Ok((a, b)) }.await?;`. Nothing else changes, and the tokens are the user's own.

use super::taken::Taken;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::Visit;
use syn::{GenericArgument, Ident, ItemFn, Pat, PathArguments, ReturnType, Stmt, Type};

/// The number of waits from which a body is split, and of those in a part of it.
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
    let (mut made, mut gone) = (TokenStream::new(), Gone::default());
    let mut rest = stmts;
    while !rest.is_empty() {
        let length = part(rest, gone.clone());
        let (now, behind) = rest.split_at(length.max(1));
        now.iter().for_each(|stmt| gone.add(&Taken::by(stmt)));
        if length > 1 {
            made.extend(together(now, behind, error));
        } else {
            now.iter().for_each(|stmt| stmt.to_tokens(&mut made));
        }
        rest = behind;
    }
    quote!({ #made })
}

/// Returns how many statements from here on stand in one block. The last statement is the function's value.
fn part(stmts: &[Stmt], mut gone: Gone) -> usize {
    let (mut waited, mut bound) = (0, vec![]);
    for (index, stmt) in stmts.iter().enumerate() {
        let (behind, taken) = (&stmts[index + 1..], Taken::by(stmt));
        gone.add(&taken);
        let stays = !is_movable(stmt)
            || leaves_a_rest(&taken, behind, &bound)
            || gone.is_given_back(&taken, &bound);
        if behind.is_empty() || stays {
            // Not before a state has come: what borrows is not kept behind one.
            return (0..index)
                .rev()
                .find(|at| waits(stmts[*at].to_token_stream()) > 0)
                .map_or(0, |at| at + 1);
        }
        if let Stmt::Local(local) = stmt {
            bound.extend(names(&local.pat).into_iter().flatten().map(|(_, name)| name));
        }
        waited += waits(stmt.to_token_stream());
        if waited >= PART {
            return index + 1;
        }
    }
    0
}

/// The variables that were taken, or a part of them: perhaps they hold nothing any more.
#[derive(Clone, Default)]
struct Gone(BTreeSet<Ident>);

impl Gone {
    fn add(&mut self, taken: &Taken) {
        self.0.extend(taken.parts.iter().chain(&taken.whole).cloned());
    }

    /// True if a statement gives one of these a value, and it is not bound in the same part: no block can fill a
    /// variable outside that holds nothing, nor empty and fill it.
    fn is_given_back(&self, taken: &Taken, bound: &[Ident]) -> bool {
        taken.assigned.iter().any(|name| self.0.contains(name) && !bound.contains(name))
    }
}

/// True if a statement takes a part of one of these variables, and more of it is read behind: only the whole of a
/// variable can be handed on.
fn leaves_a_rest(taken: &Taken, behind: &[Stmt], bound: &[Ident]) -> bool {
    let mut parts = bound.iter().filter(|name| taken.parts.contains(name)).peekable();
    if parts.peek().is_none() {
        return false;
    }
    let mut read = BTreeMap::new();
    behind.iter().for_each(|stmt| mentioned(stmt.to_token_stream(), &mut read));
    parts.any(|name| read.contains_key(&crate::ident::text(name)))
}

/// True if a statement means the same inside an `async` block: it leaves the function by `?` alone.
fn is_movable(stmt: &Stmt) -> bool {
    let plain = match stmt {
        // What a closure borrows cannot be handed on with it.
        Stmt::Local(local) => {
            let closure = |init: &syn::LocalInit| matches!(*init.expr, syn::Expr::Closure(_));
            names(&local.pat).is_some() && !local.init.as_ref().is_some_and(closure)
        }
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
    let stmts = stmts.iter().map(|stmt| {
        let changed = changed_behind(stmt, &read);
        quote!(#stmt #changed)
    });
    quote! {
        let (#(#names,)*) = async {
            #(#stmts)*
            ::core::result::Result::Ok::<_, #error>((#(#values,)*))
        }.await?;
    }
}

/// A use of what is bound as `mut`: where it changes behind the block alone, rustc would say that it never does.
fn changed_behind(stmt: &Stmt, read: &BTreeMap<String, Span>) -> TokenStream {
    let Stmt::Local(local) = stmt else { return TokenStream::new() };
    let bound = names(&local.pat).into_iter().flatten();
    let changed = bound
        .filter(|(mutable, name)| *mutable && read.contains_key(&crate::ident::text(name)))
        .map(|(_, name)| crate::quiet::quiet(&name));
    quote!(#(let _ = &mut #changed;)*)
}

/// The names that a pattern binds; `None` where it borrows.
pub(super) fn names(pat: &Pat) -> Option<Vec<(bool, Ident)>> {
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

/// Returns how often code waits, that of its own `async` blocks excluded as little as it matters.
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
    fn it_is_split_from_65_waits_on_in_parts_of_32() {
        let parts = |count| {
            written(count, |i| format!("t({i}).await?;"), "Ok(1)").matches("async {").count()
        };
        assert_eq!([64, 65, 96, 97].map(parts), [0, 2, 3, 3]);
    }

    #[test]
    fn a_long_one_hands_on_what_is_read() {
        let end = "Ok(a1 + a80 + t(format!(\"{a3}\")).await?)";
        let text = written(100, |i| format!("let mut a{i} = t({i}).await?;"), end);
        assert!(text.contains("let (mut a1 , mut a3 ,) = async {"), "{text}");
        assert!(text.contains("let (mut a80 ,) = async {"), "{text}");
        assert_eq!(text.matches("async {").count(), 4, "{text}");
        assert!(text.contains("let mut a3 = t (3) . await ? ; let _ = & mut a3 ; let"), "{text}");
    }

    #[test]
    fn names_of_every_shape_are_handed_on() {
        let end = "Ok(t(format!(\"{type} {N}\")).await?)";
        let name = |i| if i == 3 { "r#type".to_owned() } else { "N".to_owned() };
        let text = written(100, |i| format!("let {}: u32 = t({i}).await?;", name(i)), end);
        assert!(text.contains("let (r#type , N ,) = async {"), "{text}");
    }

    #[test]
    fn what_is_taken_apart_is_not_handed_on() {
        let stmt = |i| match i % 4 {
            0 => format!("let a{i} = t({i}).await?;"),
            1 => format!("let b{i} = t(a{}.name).await?;", i - 1),
            2 => format!("let c{i} = t(a{}.len()).await?;", i - 2),
            _ => format!("t(format!(\"{{}}\", a{}.town)).await?;", i - 3),
        };
        let text = written(100, stmt, "Ok(1)");
        let cut = "((a4 ,)) } . await ? ; let (a8 ,) = async { let b5 = t (a4 . name)";
        assert!(text.starts_with("{ let a0 = t (0) . await ? ; let (a4 ,) = async {"), "{text}");
        assert!(text.contains(cut), "{text}");
    }

    #[test]
    fn what_is_taken_and_given_back_stays_outside() {
        let stmt = |i| match i {
            0 => "let mut a = t(0).await?;".to_owned(),
            50 => "a = t(a).await?;".to_owned(),
            _ => format!("t({i}).await?;"),
        };
        let text = written(100, stmt, "Ok(a)");
        assert!(text.contains("} . await ? ; a = t (a) . await ? ; let () = async {"), "{text}");
    }

    #[test]
    fn what_is_only_given_a_value_goes_inside() {
        let outer = |i| match i {
            0 => "let mut a = t(0).await?;".to_owned(),
            50 => "a = t(50).await?;".to_owned(),
            _ => format!("t({i}).await?;"),
        };
        let text = written(100, outer, "Ok(a)");
        assert!(text.contains("t (49) . await ? ; a = t (50) . await ? ; t (51)"), "{text}");
        // Taken, and bound in the same part.
        let inner = |i| match i {
            48 => "let mut a = t(48).await?;".to_owned(),
            49 => "t(a).await?;".to_owned(),
            50 => "a = t(50).await?;".to_owned(),
            _ => format!("t({i}).await?;"),
        };
        let text = written(100, inner, "Ok(a)");
        assert!(text.contains("t (a) . await ? ; a = t (50) . await ? ; t (51)"), "{text}");
    }

    /// A part ends behind the last call before what stays: what stands between them needs no part.
    #[test]
    fn a_part_ends_with_a_call() {
        let stmt = |i| match i {
            49 => "let b = a; let c = b;".to_owned(),
            50 => "if c { return Ok(1); }".to_owned(),
            _ => format!("t({i}).await?;"),
        };
        let text = written(100, stmt, "Ok(c)");
        assert!(text.contains("} . await ? ; let b = a ; let c = b ; if c {"), "{text}");
    }

    #[test]
    fn what_returns_stays_outside() {
        let text = written(100, |i| format!("if t({i}).await? {{ return Ok(1); }}"), "Ok(2)");
        assert!(!text.contains("async"), "{text}");
    }
}
