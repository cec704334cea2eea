//! Names of functions where a closure may stand: `.map(u64::from)`, `.fold(0.0, f64::max)`.

use super::calls::associated;
use super::{Resolver, is_constant, is_known_function, last};
use crate::ident::own;
use crate::methods;
use crate::primitive::is_primitive;
use crate::workflow::ex::{Ex, ExKind};
use proc_macro2::Ident;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath};

/// Methods that call what they are given with one value.
const WITH_ONE: [&str; 22] = [
    "all",
    "and_then",
    "any",
    "dedup_by_key",
    "filter",
    "filter_map",
    "find",
    "find_map",
    "flat_map",
    "is_none_or",
    "is_some_and",
    "map",
    "map_or",
    "max_by_key",
    "min_by_key",
    "partition",
    "position",
    "retain",
    "skip_while",
    "sort_by_key",
    "take_while",
    "unwrap_or_else",
];

/// Methods that call what they are given with two values.
const WITH_TWO: [&str; 5] = ["fold", "max_by", "min_by", "reduce", "sort_by"];

impl Resolver<'_> {
    /// The arguments of a method: a function's name where a closure may stand is that closure.
    pub(super) fn arguments(&mut self, call: &syn::ExprMethodCall) -> Vec<Ex> {
        if let Some(path) = super::spelled::of_no_order(call) {
            // An `Ordering` has no JSON form: it has no probe.
            let kind = ExKind::Construct { path: path.clone(), args: None, probe: None };
            return vec![Ex::new(kind, path.span())];
        }
        let last = call.args.len().saturating_sub(1);
        let written = call.args.iter().enumerate().map(|(index, arg)| {
            let closure = (index == last).then(|| self.named_function(&call.method, arg));
            let closure = closure.flatten().or_else(|| of_characters(&call.method, arg));
            closure.unwrap_or_else(|| arg.clone())
        });
        let written: Vec<Expr> = written.collect();
        self.all(&written)
    }

    /// `|it| f(it)` for `f`, `|it| it.to_string()` for `ToString::to_string`, `|a, b| a.max(b)` for `f64::max`.
    pub fn named_function(&self, method: &Ident, arg: &Expr) -> Option<Expr> {
        let Expr::Path(path) = arg else { return None };
        let (name, method) = (last(&path.path), method.to_string());
        if self.variable(&path.path).is_some() || is_constant(&name) {
            return None;
        }
        match &*method {
            name if WITH_TWO.contains(&name) => Some(of_two(path, name == "fold")),
            name if WITH_ONE.contains(&name) => of_one(path, name),
            _ => None,
        }
    }
}

/// `|it: char| it.is_whitespace()` for `char::is_whitespace`, by which a text is searched.
fn of_characters(method: &Ident, arg: &Expr) -> Option<Expr> {
    const SEARCHES: [&str; 9] = [
        "contains",
        "ends_with",
        "replace",
        "split",
        "starts_with",
        "strip_prefix",
        "trim_end_matches",
        "trim_matches",
        "trim_start_matches",
    ];
    let Expr::Path(path) = arg else { return None };
    let searches = SEARCHES.iter().any(|name| method == name);
    let (of, name) = (path.path.segments.iter().rev().nth(1)?, path.path.segments.last()?);
    if !searches || of.ident != "char" {
        return None;
    }
    let (name, span) = (&name.ident, path.span());
    let it = own("it", span);
    Some(syn::parse_quote_spanned!(span=> |#it: char| #it.#name()))
}

fn of_one(path: &ExprPath, method: &str) -> Option<Expr> {
    let (name, span) = (last(&path.path), path.span());
    let it = own("it", span);
    if method == "unwrap_or_else" {
        let made = matches!(name.as_str(), "new" | "default");
        return made.then(|| syn::parse_quote_spanned!(span=> || #path()));
    }
    if is_method(path, 0) {
        let name = &path.path.segments.last()?.ident;
        return Some(syn::parse_quote_spanned!(span=> |#it| #it.#name()));
    }
    Some(syn::parse_quote_spanned!(span=> |#it| #path(#it)))
}

fn of_two(path: &ExprPath, values: bool) -> Expr {
    let span = path.span();
    let (a, b) = (own("a", span), own("b", span));
    match path.path.segments.last() {
        Some(name) if is_method(path, 1) => {
            let name = &name.ident;
            // A number that stands beside it has this type.
            let ty = path.path.segments.iter().rev().nth(1).map(|of| &of.ident);
            match ty.filter(|ty| values && is_primitive(&ty.to_string())) {
                Some(ty) => syn::parse_quote_spanned!(span=> |#a: #ty, #b| #a.#name(#b)),
                None => syn::parse_quote_spanned!(span=> |#a, #b| #a.#name(#b)),
            }
        }
        _ => syn::parse_quote_spanned!(span=> |#a, #b| #path(#a, #b)),
    }
}

/// True for `Type::method` where a method of so many arguments is known.
fn is_method(path: &ExprPath, args: usize) -> bool {
    associated(&path.path).is_some()
        && !is_known_function(&path.path)
        && methods::find(&last(&path.path))
            .is_some_and(|method| method.min <= args && args <= method.max && !method.mutates)
}
