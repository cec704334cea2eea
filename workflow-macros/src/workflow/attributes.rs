//! Attributes inside a function: those that change what code means are refused, since rustc would obey them in the
//! function, and machine and document could not.

use crate::errors::Errors;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ItemFn;

/// Attributes that change no value: lints, comments and tools' own.
const HARMLESS: [&str; 12] = [
    "allow",
    "expect",
    "warn",
    "deny",
    "forbid",
    "doc",
    "inline",
    "cold",
    "must_use",
    "rustfmt",
    "clippy",
    "rust_analyzer",
];
const CFG: &str = "decide in a constant above the function, `const ON: bool = cfg!(..);`, and write `if ON { .. }`: the constant is written into the document";

/// Refuses every attribute in parameters and body that is not known to be harmless, also inside macros.
pub fn check(function: &ItemFn, errors: &mut Errors) {
    for attribute in &function.attrs {
        let path = attribute.path();
        if path.is_ident("cfg") || path.is_ident("cfg_attr") {
            let name = path.to_token_stream();
            errors.at(
                path,
                format!("`#[{name}]` is below the macro, which has already read the function"),
                "write it above the attribute that makes a workflow of the function",
            );
        }
    }
    inside(function.sig.inputs.to_token_stream(), errors);
    inside(function.block.to_token_stream(), errors);
}

/// Refuses attributes in code: in Rust's expressions a `#` begins an attribute, and nothing else.
pub fn inside(tokens: TokenStream, errors: &mut Errors) {
    let mut tokens = tokens.into_iter().peekable();
    let mut begun = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => begun = true,
            TokenTree::Punct(punct) if punct.as_char() == '!' && begun => {}
            TokenTree::Group(group) if begun && group.delimiter() == Delimiter::Bracket => {
                begun = false;
                attribute(group.stream(), group.span(), errors);
            }
            TokenTree::Group(group) => {
                begun = false;
                inside(group.stream(), errors);
            }
            TokenTree::Ident(name) if name == "cfg" && is_bang(tokens.peek()) => {
                begun = false;
                errors.span(name.span(), "`cfg!` cannot be written into a document", CFG);
                // Its parentheses hold no expression.
                tokens.nth(1);
            }
            _ => begun = false,
        }
    }
}

fn is_bang(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '!')
}

fn attribute(content: TokenStream, whole: Span, errors: &mut Errors) {
    let name: Option<Ident> = syn::parse::Parser::parse2(first, content).ok();
    let Some(name) = name else {
        return errors.span(whole, "an attribute needs a name", "remove it");
    };
    if HARMLESS.iter().any(|harmless| name == harmless) {
        return;
    }
    let (what, help) = match name.to_string().as_str() {
        "cfg" | "cfg_attr" => {
            (format!("`#[{name}]` in a body would hold for rustc alone, not for the document"), CFG)
        }
        _ => (
            format!(
                "`#[{name}]` in a body may change what rustc makes of it, and the document cannot follow"
            ),
            "remove it; lints (`allow`, `expect`) and comments may stand here",
        ),
    };
    errors.span(name.span(), what, help);
}

fn first(input: syn::parse::ParseStream<'_>) -> syn::Result<Ident> {
    let name = syn::ext::IdentExt::parse_any(input)?;
    input.parse::<TokenStream>()?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn mistakes(body: &str) -> String {
        let mut errors = Errors::default();
        let code = format!("async fn f(a: u32) -> Result<u32, Failure> {{ {body} }}");
        check(&syn::parse_str(&code).unwrap(), &mut errors);
        errors.into_tokens().to_string()
    }

    #[test]
    fn what_changes_the_meaning_is_refused_wherever_it_stands() {
        for body in [
            "#[cfg(test)] let x = 1; Ok(x)",
            "#[cfg(test)] { g().await?; } Ok(1)",
            "Ok(match a { #[cfg(unix)] 1 => 1, _ => 2 })",
            "Ok(S { #[cfg(unix)] a: 1, ..s })",
            "Ok(f(|#[cfg(unix)] x| 1))",
            "Ok(vec![#[cfg(unix)] 1, 2])",
            "join!(async { #[cfg_attr(unix, allow(unused))] let x = 1; Ok(x) }, g(1)).await?; Ok(1)",
            "#[tracing::instrument] let x = 1; Ok(x)",
            "if cfg!(unix) { g().await?; } Ok(1)",
            "Ok(#[rustfmt_skip_no] 1)",
        ] {
            assert_eq!(mistakes(body).matches("compile_error").count(), 1, "{body}");
        }
    }

    #[test]
    fn lints_and_comments_may_stand_anywhere() {
        for body in [
            "/// a comment\n let x = 1; Ok(x)",
            "#![allow(unused)] #[allow(unused)] let x = 1; Ok(x)",
            "#[expect(unused, reason = \"r\")] #[rustfmt::skip] let x = 1; Ok(x)",
            "Ok(match a { #[allow(clippy::all)] 1 => r#\"#[cfg(a)]\"#, _ => \"\" })",
        ] {
            assert_eq!(mistakes(body), "", "{body}");
        }
    }
}
