//! `let flight = book(trip).undo(|flight| cancel(flight)).await?;`: the syntax of compensation.
//!
//! A failure later in the scope runs the undo, and goes on: so the rest of the scope is a block that may fail, and
//! its handler the undo. The kept function is written so, with the value and what the closure reads copied where the
//! undo is registered; [`lower`](super::lower) does the same with states.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprAsync, Ident, Pat, Stmt};

/// The form of an undo, for messages.
pub const FORM: &str = "write `let flight = book(trip).undo(|flight| cancel(flight)).await?;`";

/// A statement whose call has an undo.
pub struct Undo {
    /// The pattern of the statement, with its type, if it is a `let`.
    pub pat: Option<Pat>,
    /// `call.await?`, without the undo.
    pub call: Expr,
    /// The parameter of the closure.
    pub param: Pat,
    /// The closure's body, as a block that may fail.
    pub body: ExprAsync,
    /// The name under which a report knows it.
    pub name: String,
    pub span: Span,
}

/// The undo of a statement, if it has one.
pub fn of(stmt: &Stmt) -> Option<syn::Result<Undo>> {
    let (pat, value) = match stmt {
        Stmt::Local(local) => {
            let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
            (Some(local.pat.clone()), &*init.expr)
        }
        Stmt::Expr(expr, Some(_)) => (None, expr),
        _ => return None,
    };
    let mut call = value.clone();
    let Expr::Try(attempt) = &mut call else { return None };
    let Expr::Await(awaited) = &mut *attempt.expr else { return None };
    let (method, args) = strip(&mut awaited.base)?;
    let span = method.span();
    Some(closure(args.first().filter(|_| args.len() == 1), span).map(|(param, body, called)| {
        let name = called.unwrap_or_else(|| format!("of {}", of_call(&call)));
        Undo { pat, call, param, body, name, span }
    }))
}

/// Takes `.undo(..)` out of the builders of a call.
fn strip(call: &mut Expr) -> Option<(Ident, syn::punctuated::Punctuated<Expr, syn::Token![,]>)> {
    let Expr::MethodCall(method) = call else { return None };
    if method.method != "undo" {
        return strip(&mut method.receiver);
    }
    let found = (method.method.clone(), method.args.clone());
    let receiver = (*method.receiver).clone();
    *call = receiver;
    Some(found)
}

fn closure(arg: Option<&Expr>, span: Span) -> syn::Result<(Pat, ExprAsync, Option<String>)> {
    let wrong = |span: Span, what: &str| {
        syn::Error::new(
            span,
            format!("{what}\nhelp: {FORM}, or `|flight| async {{ .. Ok(()) }}` for several calls"),
        )
    };
    let Some(Expr::Closure(closure)) = arg else {
        return Err(wrong(
            arg.map_or(span, Spanned::span),
            "an undo is a closure that makes a call",
        ));
    };
    let mut inputs = closure.inputs.iter();
    let (Some(param), None) = (inputs.next(), inputs.next()) else {
        return Err(wrong(
            closure.or1_token.span,
            "the closure of an undo takes one parameter: the value of the call",
        ));
    };
    let mut body = &*closure.body;
    while let Expr::Block(block) = body
        && let [Stmt::Expr(only, None)] = &block.block.stmts[..]
    {
        body = only;
    }
    let (block, name) = match body {
        Expr::Async(block) => (block.clone(), None),
        Expr::Await(_) | Expr::Try(_) => {
            return Err(wrong(
                body.span(),
                "the closure of an undo does not await: the workflow does",
            ));
        }
        Expr::Call(_) | Expr::MethodCall(_) | Expr::Macro(_) => {
            let call = syn::parse_quote_spanned!(body.span()=> async { #body.await?; Ok(()) });
            (call, of_path(body))
        }
        other => return Err(wrong(other.span(), "an undo makes a call")),
    };
    Ok((param.clone(), block, name))
}

/// The name of the function that is called.
fn of_path(call: &Expr) -> Option<String> {
    match super::lower::base(call) {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => Some(super::resolve::last(&path.path)),
            _ => None,
        },
        _ => None,
    }
}

fn of_call(call: &Expr) -> String {
    match call {
        Expr::Try(attempt) => of_call(&attempt.expr),
        Expr::Await(call) => of_call(&call.base),
        call => of_path(call).unwrap_or_else(|| "a call".to_owned()),
    }
}

/// True for `commit!();`, behind which what has been done stays done.
pub fn commits(stmt: &Stmt) -> Option<&syn::Macro> {
    let mac = match stmt {
        Stmt::Macro(stmt) => &stmt.mac,
        Stmt::Expr(Expr::Macro(expr), _) => &expr.mac,
        _ => return None,
    };
    (super::resolve::last(&mac.path) == "commit" && mac.tokens.is_empty()).then_some(mac)
}

/// The report of a failure whose undo has failed, too: its parts around the cause, the error and the cause of that.
pub fn report(name: &str) -> String {
    format!("{{}}; undo `{name}` failed: {{}}: {{}}")
}

/// The names that the body of an undo reads of what is around it: those of variables are among them.
pub fn reads(param: &Pat, body: &ExprAsync) -> BTreeSet<String> {
    struct Reads(BTreeSet<String>);
    impl<'e> Visit<'e> for Reads {
        fn visit_expr_path(&mut self, path: &'e syn::ExprPath) {
            self.0.extend(path.path.get_ident().map(crate::ident::text));
        }
        fn visit_macro(&mut self, mac: &'e syn::Macro) {
            tokens(mac.tokens.clone(), &mut self.0);
        }
    }
    let mut reads = Reads(BTreeSet::new());
    reads.visit_expr_async(body);
    let mut bound = Names(BTreeSet::new());
    bound.visit_pat(param);
    bound.visit_expr_async(body);
    &reads.0 - &bound.0
}

/// The words in the arguments of a macro, and those in its texts: `format!("{trip}")`.
fn tokens(stream: TokenStream, found: &mut BTreeSet<String>) {
    for token in stream {
        match token {
            TokenTree::Ident(ident) => drop(found.insert(crate::ident::text(&ident))),
            TokenTree::Group(group) => tokens(group.stream(), found),
            TokenTree::Literal(text) => {
                let text = text.to_string();
                let words = text.split('{').skip(1).map(|word| {
                    word.split(|of: char| !of.is_alphanumeric() && of != '_').next().unwrap_or("")
                });
                found.extend(words.map(str::to_owned));
            }
            TokenTree::Punct(_) => {}
        }
    }
}

/// The body of a scope of the kept function: behind each undo the rest is a block, which the undo handles. It fails with
/// a `Failure`, or with the error of the function's own.
pub fn written_out(block: &mut syn::Block, known: &BTreeSet<String>, own: Option<&syn::Type>) {
    let stmts = std::mem::take(&mut block.stmts);
    block.stmts = Rest { known, own }.of(&stmts, &mut vec![]);
}

/// The constant that marks the rest of a function with an error of its own.
const OWN: &str = "__OWN_ERROR";

/// True if a block is the rest of a function behind an undo, and fails with the function's own error.
pub fn is_rest(block: &ExprAsync) -> bool {
    let first = block.block.stmts.first();
    matches!(first, Some(Stmt::Item(syn::Item::Const(mark))) if mark.ident == OWN)
}

struct Rest<'r> {
    known: &'r BTreeSet<String>,
    own: Option<&'r syn::Type>,
}

impl Rest<'_> {
    fn of(&self, stmts: &[Stmt], armed: &mut Vec<Ident>) -> Vec<Stmt> {
        let mut made = vec![];
        for (index, stmt) in stmts.iter().enumerate() {
            if commits(stmt).is_some() {
                made.extend(armed.drain(..).map(|flag| syn::parse_quote!(#flag.set(false);)));
            } else if let Some(Ok(undo)) = of(stmt) {
                made.extend(self.registered(&undo, &stmts[index + 1..], armed));
                return made;
            } else {
                made.push(stmt.clone());
            }
        }
        made
    }

    /// The call, and what comes after it with the undo as its handler.
    fn registered(&self, undo: &Undo, later: &[Stmt], armed: &mut Vec<Ident>) -> Vec<Stmt> {
        let Undo { pat, call, param, body, name, span } = undo;
        let own = |name: &str| crate::ident::own(name, *span);
        let (value, copy, flag) =
            (own("__value"), own("__copy"), own(&format!("__armed_{}", later.len())));
        let captured: Vec<Ident> = reads(param, body)
            .into_iter()
            .filter(|name| self.known.contains(name))
            .map(|name| crate::ident::named(&name, Span::call_site().located_at(*span)))
            .collect();
        let copies: Vec<Ident> = captured
            .iter()
            .map(|name| own(&format!("__copy_{}", crate::ident::text(name))))
            .collect();
        let given: TokenStream = match pat {
            Some(pat) => quote!(let #pat = #value;),
            None => quote!(let _ = #value;),
        };
        let names = seen(body, &captured);
        armed.push(flag.clone());
        let rest = self.of(later, armed);
        let mark = self.mark();
        let report = report(name);
        let own_code = Span::mixed_site().located_at(*span);
        let reported = self.reported(&report, own_code);
        let made: syn::Block = syn::parse_quote_spanned! {own_code=> {
            let #value = #call;
            let #copy = ::core::clone::Clone::clone(&#value);
            #(let #copies = ::core::clone::Clone::clone(&#names);)*
            let #flag = ::core::cell::Cell::new(true);
            #given
            match async { #mark #(#rest)* }.await {
                Ok(__value) => Ok(__value),
                Err(__failure) if !#flag.get() => Err(__failure),
                Err(__failure) => {
                    let #param = #copy;
                    #(let #names = #copies;)*
                    match #body.await {
                        Ok(_) => Err(__failure),
                        Err(__undone) => #reported,
                    }
                }
            }
        }};
        made.stmts
    }

    /// Marks the rest of a function with an error of its own.
    fn mark(&self) -> Option<TokenStream> {
        let name = Ident::new(OWN, Span::mixed_site());
        self.own.map(|_| quote!(const #name: () = ();))
    }

    /// The failure that goes on where an undo has failed: in a function with an error of its own in the variant that takes
    /// any failure.
    fn reported(&self, report: &str, span: Span) -> TokenStream {
        let failure = quote::quote_spanned!(span=> ::workflow::__private::Failure::new(
            __failure.error().to_owned(),
            ::std::format!(#report, __failure.cause(), __undone.error(), __undone.cause()),
        ));
        match self.own {
            None => quote::quote_spanned!(span=> Err(#failure)),
            Some(own) => quote::quote_spanned!(span=> {
                let __failure = ::workflow::__private::failing(__failure);
                Err(::workflow::__private::HandsOn::<#own>::hand_on(#failure))
            }),
        }
    }
}

/// The names of all variables of a function.
pub fn names(function: &syn::ItemFn) -> BTreeSet<String> {
    let mut names = Names(BTreeSet::new());
    names.visit_item_fn(function);
    names.0
}

struct Names(BTreeSet<String>);

impl<'p> Visit<'p> for Names {
    fn visit_pat_ident(&mut self, ident: &'p syn::PatIdent) {
        self.0.insert(crate::ident::text(&ident.ident));
        syn::visit::visit_pat_ident(self, ident);
    }
}

/// The names as they stand in the body, with the spans they have there.
fn seen(body: &ExprAsync, captured: &[Ident]) -> Vec<Ident> {
    fn find(stream: TokenStream, name: &str) -> Option<Ident> {
        stream.into_iter().find_map(|token| match token {
            TokenTree::Ident(ident) if crate::ident::text(&ident) == name => Some(ident),
            TokenTree::Group(group) => find(group.stream(), name),
            _ => None,
        })
    }
    let found = |name: &Ident| find(body.to_token_stream(), &crate::ident::text(name));
    captured.iter().map(|name| found(name).unwrap_or_else(|| name.clone())).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn found(stmt: &str) -> Undo {
        of(&syn::parse_str(stmt).unwrap()).unwrap().unwrap()
    }

    #[test]
    fn an_undo_is_taken_out_of_its_call() {
        for (stmt, call, name) in [
            ("let a = book(x).undo(|a| cancel(a)).await?;", "book (x) . await ?", "cancel"),
            (
                "book(x).undo(|_| my::cancel(x)).retry(R).await?;",
                "book (x) . retry (R) . await ?",
                "cancel",
            ),
            (
                "let (a, b) = book(x).undo(|a| async { cancel(a).await }).await?;",
                "book (x) . await ?",
                "of book",
            ),
        ] {
            let undo = found(stmt);
            assert_eq!(undo.call.to_token_stream().to_string(), call);
            assert_eq!(undo.name, name);
        }
    }

    #[test]
    fn what_has_no_undo_is_left_alone() {
        for stmt in ["book(x).await?;", "let a = book(x).undo(f).await;", "let a = x.undo(|y| y);"]
        {
            assert!(of(&syn::parse_str(stmt).unwrap()).is_none(), "{stmt}");
        }
    }

    #[test]
    fn what_an_undo_reads_is_copied_where_it_is_registered() {
        let function: syn::ItemFn = syn::parse_quote! {
            async fn f(trip: String, n: u32) -> Result<(), Failure> {
                let a = book(trip).undo(|a| async {
                    let n = 3;
                    cancel(a, format!("{trip} {n}")).await
                }).await?;
                commit!();
                pay(a).await
            }
        };
        let mut block = (*function.block).clone();
        written_out(&mut block, &names(&function), None);
        let text = block.to_token_stream().to_string();
        assert!(text.contains("let __copy_trip"), "{text}");
        assert!(!text.contains("let __copy_n ") && !text.contains("commit"), "{text}");
        assert!(text.contains(". set (false)"), "{text}");
    }

    #[test]
    fn what_an_undo_reads_is_what_it_does_not_bind() {
        let pat = |text: &str| syn::parse::Parser::parse_str(Pat::parse_single, text).unwrap();
        for (param, body, expected) in [
            ("a", "cancel(a).await", &["cancel"][..]),
            ("a", "cancel(trip).await", &["cancel", "trip"]),
            ("(a, _)", "cancel(a, b).await", &["b", "cancel"]),
            ("_", "cancel(a).await", &["a", "cancel"]),
            ("a", "let b = c; cancel(a, b).await", &["c", "cancel"]),
            ("a", "cancel(format!(\"{trip} {n:?} {a}\", m)).await", &["cancel", "m", "n", "trip"]),
            ("a", "if let Some(b) = c { cancel(b).await }", &["c", "cancel"]),
        ] {
            let body = syn::parse_str(&format!("async {{ {body} }}")).unwrap();
            let found: Vec<_> = reads(&pat(param), &body).into_iter().collect();
            let found: Vec<_> = found.iter().filter(|it| !it.is_empty() && *it != "Some").collect();
            assert_eq!(found, expected, "{param}");
        }
    }

    #[test]
    fn a_commit_has_no_arguments() {
        for (stmt, is) in [
            ("commit!();", true),
            ("workflow::commit!();", true),
            ("commit!(a);", false),
            ("other!();", false),
            ("commit();", false),
        ] {
            let stmt: Stmt = syn::parse_str(stmt).unwrap();
            assert_eq!(commits(&stmt).is_some(), is, "{}", stmt.to_token_stream());
        }
    }
}
