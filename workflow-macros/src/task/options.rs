//! The options in `#[task(..)]`.

use super::seconds;
use crate::errors::Errors;
use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Token};

/// The options of a task's calls.
#[derive(Default)]
pub(super) struct Options {
    /// The longest time of an attempt.
    pub(super) timeout: Option<u32>,
    /// The longest time between two heartbeats.
    pub(super) heartbeat: Option<u32>,
    /// Its retriers, constant expressions.
    pub(super) retry: Vec<Expr>,
    /// True if AWS's recommended retriers are left out.
    pub(super) no_aws_retry: bool,
    /// The resource that is called: the task has no body.
    pub(super) resource: Option<LitStr>,
    /// The place in the arguments of the token that the resource hands out.
    pub(super) token: Option<LitStr>,
    /// The name that mocks know it by, if not that of its function.
    pub(super) name: Option<LitStr>,
    /// True if the body hands out a token, and the value comes later.
    pub(super) callback: bool,
}

/// `key = value`
struct Pair {
    key: Ident,
    value: Option<Expr>,
}

impl Parse for Pair {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let key: Ident = input.parse()?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None if key == "retry" && input.peek(syn::token::Paren) => {
                Some(super::retry::read(&key, input)?)
            }
            None if input.peek(syn::token::Paren) => return Err(parenthesised(&key)),
            None => None,
        };
        Ok(Pair { key, value })
    }
}

/// `timeout(30)`
fn parenthesised(key: &Ident) -> syn::Error {
    let help = format!("the options are {KNOWN}");
    syn::Error::new(key.span(), format!("`{key}` is followed by `=` and a value\nhelp: {help}"))
}

const KNOWN: &str = "`timeout = \"30s\"`, `heartbeat = \"5s\"`, `retry = GENTLY` or `retry(max_attempts = 3)`, `aws_retry = false`, `callback`, `resource = \"arn:..\"`, and of a resource `token = \"..\"`, `name = \"..\"`";

impl Options {
    /// Reads them all, past mistakes.
    pub(super) fn read(tokens: TokenStream, errors: &mut Errors) -> Self {
        let pairs = Punctuated::<Pair, Token![,]>::parse_terminated.parse2(tokens);
        let mut options = Options::default();
        let mut seen: Vec<Ident> = vec![];
        for pair in errors.or_default(pairs) {
            if seen.contains(&pair.key) {
                errors.at(
                    &pair.key,
                    format_args!("`{}` is written twice", pair.key),
                    "keep one; several retriers are `retry = [A, B]`",
                );
            }
            options.set(&pair, errors);
            let both = options.timeout.zip(options.heartbeat);
            if let Some((timeout, heartbeat)) = both.filter(|_| !seen.contains(&pair.key))
                && heartbeat >= timeout
            {
                errors.at(
                    &pair.value,
                    format_args!("a heartbeat of {heartbeat} seconds never matters within a timeout of {timeout}"),
                    "make the heartbeat shorter than the timeout",
                );
            }
            seen.push(pair.key);
        }
        options
    }

    fn set(&mut self, Pair { key, value }: &Pair, errors: &mut Errors) {
        let name = key.to_string();
        if let ("callback", None) = (&*name, value) {
            self.callback = true;
            return;
        }
        let Some(value) = value else {
            errors.at(
                key,
                format_args!("a task has no option `{name}` without a value"),
                format_args!("the options are {KNOWN}"),
            );
            return;
        };
        match name.as_str() {
            "timeout" => self.timeout = duration(value, errors),
            "heartbeat" => self.heartbeat = duration(value, errors),
            "retry" => self.retry = retriers(value, errors),
            "resource" => self.resource = arn(value, errors),
            "token" => self.token = text(value, "`token = \"MessageBody.Token\"`", errors),
            "name" => self.name = text(value, "`name = \"sqs:sendMessage\"`", errors),
            "aws_retry" => self.no_aws_retry = off(value, errors),
            _ => errors.at(
                key,
                format_args!("a task has no option `{name}`"),
                format_args!("the options are {KNOWN}"),
            ),
        }
    }
}

fn arn(value: &Expr, errors: &mut Errors) -> Option<LitStr> {
    if let Expr::Lit(ExprLit { lit: Lit::Str(arn), .. }) = value {
        return Some(arn.clone());
    }
    errors.at(
        value,
        "`resource` must be a string literal",
        "write `resource = \"arn:aws:states:::sqs:sendMessage\"`",
    );
    None
}

fn text(value: &Expr, example: &str, errors: &mut Errors) -> Option<LitStr> {
    if let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value {
        return Some(text.clone());
    }
    errors.at(value, "this is a string literal", format_args!("write {example}"));
    None
}

fn duration(value: &Expr, errors: &mut Errors) -> Option<u32> {
    seconds::read(value).map_err(|(why, instead)| errors.at(value, why, instead)).ok()
}

/// One retrier, or several in brackets.
fn retriers(value: &Expr, errors: &mut Errors) -> Vec<Expr> {
    let all = match value {
        Expr::Array(list) => list.elems.iter().cloned().collect(),
        one => vec![one.clone()],
    };
    let (wrong, retriers) = all.into_iter().partition(|it| matches!(it, Expr::Lit(_)));
    let wrong: Vec<Expr> = wrong;
    for literal in wrong {
        errors.at(
            literal,
            "a retrier must be a constant",
            "write `const GENTLY: Retry = Retry::on(&[\"States.ALL\"]);` above the task, and `retry = GENTLY`",
        );
    }
    retriers
}

/// True if the value is `false`.
fn off(value: &Expr, errors: &mut Errors) -> bool {
    if let Expr::Lit(ExprLit { lit: Lit::Bool(on), .. }) = value {
        return !on.value;
    }
    errors.at(
        value,
        "`aws_retry` says whether transient errors of Lambda are retried as AWS recommends",
        "write `aws_retry = false`, or leave it out",
    );
    false
}
