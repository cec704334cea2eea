//! Code in words, as far as it can be said shortly: what a value is called, and what a condition asks.

mod pattern;
mod subjects;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;

use super::advice::is_known_method;
use crate::ident::text;
pub use pattern::{bound, refutable, variant};
pub use subjects::subjects;
use syn::{BinOp, Expr, ExprBinary, ExprMethodCall, Lit, Member, Pat, UnOp};

/// The most letters of a phrase: what is longer is named by its subjects.
const LONGEST: usize = 40;

/// Verbs of functions and methods that ask something.
const VERBS: [&str; 4] = ["is_", "has_", "can_", "may_"];

/// Methods that give their receiver in another form.
const FORMS: &[&str] = &[
    "as_deref",
    "as_mut",
    "as_ref",
    "as_slice",
    "as_str",
    "clone",
    "cloned",
    "copied",
    "into",
    "into_iter",
    "iter",
    "to_owned",
    "to_string",
    "to_vec",
    "trim",
    "unwrap_or",
    "unwrap_or_default",
];

/// The name of a value: the last word of its place, and with the place that it is in.
struct Noun {
    short: String,
    long: String,
}

impl Noun {
    fn new(name: impl Into<String>) -> Self {
        let short = name.into();
        Noun { long: short.clone(), short }
    }
}

/// The name of a value, if it has a short one.
pub fn noun(value: &Expr) -> Option<String> {
    fitting(named(value)?.short)
}

/// A condition in words, if there are few: `total > limit`, `no names`.
pub fn condition(of: &Expr) -> Option<String> {
    fitting(clause(of)?)
}

fn fitting(text: String) -> Option<String> {
    (text.chars().count() <= LONGEST).then_some(text)
}

fn named(value: &Expr) -> Option<Noun> {
    match value {
        Expr::Path(path) => path_noun(&path.path),
        Expr::Field(field) => field_noun(field),
        Expr::Lit(lit) => literal(&lit.lit).map(Noun::new),
        Expr::Paren(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Group(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Reference(inner) => named(&inner.expr),
        Expr::Try(inner) => named(&inner.expr),
        Expr::Await(inner) => named(&inner.base),
        Expr::Cast(inner) => named(&inner.expr).filter(|_| !is_joined(&inner.expr)),
        Expr::Unary(unary) => match unary.op {
            UnOp::Deref(_) => named(&unary.expr),
            UnOp::Neg(_) => Some(Noun::new(format!("-{}", named(&unary.expr)?.short))),
            _ => None,
        },
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => function(&path.path).map(Noun::new),
            _ => None,
        },
        Expr::MethodCall(call) => method_noun(call),
        Expr::Binary(sum) => {
            let sign = sign(&sum.op).filter(|_| is_arithmetic(&sum.op))?;
            Some(Noun::new(both(sum, sign)?))
        }
        _ => None,
    }
}

fn is_joined(value: &Expr) -> bool {
    matches!(value, Expr::Binary(_))
}

fn path_noun(path: &syn::Path) -> Option<Noun> {
    let name = text(&path.segments.last()?.ident);
    (!is_own(&name)).then(|| Noun::new(name))
}

/// True for the names of generated code.
fn is_own(name: &str) -> bool {
    name.starts_with("__") || name == "self"
}

fn field_noun(field: &syn::ExprField) -> Option<Noun> {
    let base = named(&field.base);
    match &field.member {
        Member::Named(name) => {
            let short = text(name);
            let of = base.map(|base| format!("{short} of {}", base.short));
            Some(Noun { long: of.unwrap_or_else(|| short.clone()), short })
        }
        Member::Unnamed(index) => {
            let first = ["first", "second", "third", "fourth"].get(index.index as usize)?;
            Some(Noun::new(format!("{first} of {}", base?.short)))
        }
    }
}

/// A number, a truth value, or a text of words.
fn literal(lit: &Lit) -> Option<String> {
    let plain = |of: &char| of.is_alphanumeric() || " -_".contains(*of);
    match lit {
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Str(words) if words.value().is_empty() => Some("nothing".to_owned()),
        Lit::Str(words) => Some(words.value())
            .filter(|words| words.trim() == words && words.chars().all(|of| plain(&of))),
        Lit::Char(letter) => Some(letter.value()).filter(plain).map(String::from),
        _ => None,
    }
}

/// The name of a function that is called, and is none of a type.
fn function(path: &syn::Path) -> Option<String> {
    let mut segments = path.segments.iter().rev().map(|segment| text(&segment.ident));
    let (name, of) = (segments.next()?, segments.next());
    let upper = |name: &String| name.starts_with(char::is_uppercase);
    (!upper(&name) && !of.as_ref().is_some_and(upper) && !is_own(&name)).then_some(name)
}

fn method_noun(call: &ExprMethodCall) -> Option<Noun> {
    let method = call.method.to_string();
    match (method.as_str(), call.args.len()) {
        (form, _) if FORMS.contains(&form) => named(&call.receiver),
        ("len", 0) => Some(Noun::new(format!("size of {}", named(&call.receiver)?.short))),
        (own, _) if !is_known_method(own) => Some(Noun::new(own.replace('_', " "))),
        _ => None,
    }
}

/// Two values and the sign between them; with their places where their names are alike.
fn both(of: &ExprBinary, sign: &str) -> Option<String> {
    let (left, right) = (named(&of.left)?, named(&of.right)?);
    if left.short != right.short {
        return Some(format!("{} {sign} {}", left.short, right.short));
    }
    (left.long != right.long).then(|| format!("{} {sign} {}", left.long, right.long))
}

fn is_arithmetic(op: &BinOp) -> bool {
    matches!(op, BinOp::Add(_) | BinOp::Sub(_) | BinOp::Div(_) | BinOp::Rem(_))
}

/// The sign of an operator that names have.
fn sign(op: &BinOp) -> Option<&'static str> {
    Some(match op {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Div(_) => "/",
        BinOp::Rem(_) => "%",
        BinOp::Eq(_) => "==",
        BinOp::Ne(_) => "!=",
        BinOp::Lt(_) => "<",
        BinOp::Le(_) => "<=",
        BinOp::Gt(_) => ">",
        BinOp::Ge(_) => ">=",
        _ => return None,
    })
}

fn clause(of: &Expr) -> Option<String> {
    match of {
        Expr::Paren(inner) => clause(&inner.expr),
        Expr::Group(inner) => clause(&inner.expr),
        Expr::Reference(inner) => clause(&inner.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => negated(&unary.expr),
        Expr::Binary(binary) => match binary.op {
            BinOp::And(_) => joined(binary, "and"),
            BinOp::Or(_) => joined(binary, "or"),
            _ => both(binary, sign(&binary.op)?),
        },
        Expr::MethodCall(call) => asked(call).or_else(|| Some(method_noun(call)?.short)),
        Expr::Call(call) => called(call),
        Expr::Macro(mac) if mac.mac.path.is_ident("matches") => {
            let fits = mac.mac.parse_body::<Fits>().ok()?;
            Some(format!("{} is {}", named(&fits.value)?.short, variant(&fits.pat)?))
        }
        other => Some(named(other)?.short),
    }
}

/// Two conditions; not where brackets would say which belong together.
fn joined(of: &ExprBinary, word: &str) -> Option<String> {
    let other = |side: &Expr| match bare(side) {
        Expr::Binary(ExprBinary { op: BinOp::And(_), .. }) => word != "and",
        Expr::Binary(ExprBinary { op: BinOp::Or(_), .. }) => word != "or",
        _ => false,
    };
    if other(&of.left) || other(&of.right) {
        return None;
    }
    let (left, right) = (clause(&of.left)?, clause(&of.right)?);
    let mixed = word == "and" && (left.contains(" or ") || right.contains(" or "));
    (left != right && !mixed).then(|| format!("{left} {word} {right}"))
}

fn bare(of: &Expr) -> &Expr {
    match of {
        Expr::Paren(inner) => bare(&inner.expr),
        Expr::Group(inner) => bare(&inner.expr),
        of => of,
    }
}

fn negated(of: &Expr) -> Option<String> {
    match bare(of) {
        Expr::Binary(_) | Expr::Unary(_) => None,
        Expr::MethodCall(call) if call.method == "is_empty" || call.method == "is_none" => {
            Some(format!("has {}", named(&call.receiver)?.short))
        }
        Expr::MethodCall(call) if call.method == "is_some" => {
            Some(format!("no {}", named(&call.receiver)?.short))
        }
        of => {
            clause(of).filter(|words| !words.contains(" or ")).map(|words| format!("not {words}"))
        }
    }
}

/// A method that asks something of its receiver.
fn asked(call: &ExprMethodCall) -> Option<String> {
    let of = named(&call.receiver)?.short;
    let method = call.method.to_string();
    let arg = || named(call.args.first()?).map(|arg| arg.short);
    Some(match (method.as_str(), call.args.len()) {
        ("is_empty", 0) => format!("no {of}"),
        ("is_some", 0) => format!("has {of}"),
        ("is_none", 0) => format!("no {of}"),
        ("is_ok", 0) => format!("{of} right"),
        ("is_err", 0) => format!("{of} wrong"),
        ("contains", 1) => format!("{of} contains {}", arg()?),
        ("contains_key", 1) => format!("{of} has {}", arg()?),
        ("starts_with", 1) => format!("{of} starts with {}", arg()?),
        ("ends_with", 1) => format!("{of} ends with {}", arg()?),
        (asks, 0) if VERBS.iter().any(|verb| asks.starts_with(verb)) => {
            format!("{of} {}", asks.replace('_', " "))
        }
        _ => return None,
    })
}

/// `is_large(order)`: order is large. Other functions by their names.
fn called(call: &syn::ExprCall) -> Option<String> {
    let Expr::Path(path) = &*call.func else { return None };
    let name = function(&path.path)?;
    let verb = VERBS.iter().any(|verb| name.starts_with(verb));
    let words = name.replace('_', " ");
    match call.args.first().filter(|_| verb && call.args.len() == 1).and_then(named) {
        Some(of) => Some(format!("{} {words}", of.short)),
        None => Some(words),
    }
}

/// `matches!(value, pattern)`
struct Fits {
    value: Expr,
    pat: Pat,
}

impl syn::parse::Parse for Fits {
    fn parse(input: syn::parse::ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<syn::Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        input.parse::<Option<syn::Token![,]>>()?;
        Ok(Fits { value, pat })
    }
}
