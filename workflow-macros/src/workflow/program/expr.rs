//! Expressions as static data.

use super::option;
use super::pattern::local_pattern;
use crate::workflow::called;
use crate::workflow::ex::{Context, Draw, Ex, ExKind, Piece, member_name};
use crate::workflow::resolve::last;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, UnOp};

pub fn expr(ex: &Ex) -> TokenStream {
    match &ex.kind {
        ExKind::Var(var) => quote!(Expr::Var(#var)),
        ExKind::Local(ident) => {
            let name = crate::ident::text(ident);
            quote!(Expr::Local(#name))
        }
        ExKind::Unit => quote!(Expr::Literal(Literal::Unit)),
        ExKind::Lit(lit) => {
            let lit = literal(lit, false);
            quote!(Expr::Literal(#lit))
        }
        ExKind::Result(_) => quote!(Expr::Result),
        ExKind::Caught(probe) => quote!(Expr::Caught(#probe)),
        ExKind::Won(_, probe) => quote!(Expr::Won(#probe)),
        ExKind::Context(field) => {
            let field = match field {
                Context::Id => "Execution.Id",
                Context::Name => "Execution.Name",
                Context::StartTime => "Execution.StartTime",
                Context::StateMachine => "StateMachine.Id",
            };
            quote!(Expr::Context(#field))
        }
        ExKind::Draw(draw) => {
            let draw = match draw {
                Draw::Uuid => quote!(Uuid),
                Draw::Random => quote!(Random),
                Draw::Now => quote!(Now),
            };
            quote!(Expr::Draw(Draw::#draw))
        }
        ExKind::Const { index, probe, .. } => quote!(Expr::Constant(#index, #probe)),
        ExKind::Field(base, member) => {
            let (base, member) = (expr(base), member_name(member));
            quote!(Expr::Field(&#base, #member))
        }
        ExKind::Index(base, index) => {
            let (base, index) = (expr(base), expr(index));
            quote!(Expr::Index(&#base, &#index))
        }
        ExKind::Unary(UnOp::Neg(_), inner, _) if matches!(inner.kind, ExKind::Lit(_)) => {
            let ExKind::Lit(lit) = &inner.kind else { return quote!() };
            let lit = literal(lit, true);
            quote!(Expr::Literal(#lit))
        }
        ExKind::Unary(op, inner, probe) => {
            let inner = expr(inner);
            let op =
                if matches!(op, UnOp::Neg(_)) { quote!(Unary::Negate) } else { quote!(Unary::Not) };
            quote!(Expr::Unary(#op, &#inner, #probe))
        }
        ExKind::Binary(op, left, right, probe) => binary(op, &expr(left), &expr(right), *probe),
        ExKind::Cast(inner, _, probe) => {
            let inner = expr(inner);
            quote!(Expr::Cast(&#inner, #probe))
        }
        ExKind::Ref(inner) | ExKind::Deref(inner) | ExKind::Paren(inner) => expr(inner),
        ExKind::If(condition, then, otherwise) => {
            let (condition, then, otherwise) = (expr(condition), expr(then), expr(otherwise));
            quote!(Expr::If(&#condition, &#then, &#otherwise))
        }
        ExKind::Match(on, arms) => {
            let on = expr(on);
            let arms = arms.iter().map(|arm| {
                let (pattern, guard, value) = (
                    local_pattern(&arm.pat),
                    option(arm.guard.as_ref().map(expr)),
                    expr(&arm.value),
                );
                quote!(Arm { pattern: #pattern, guard: #guard, value: #value })
            });
            quote!(Expr::Match(&#on, &[#(#arms),*]))
        }
        ExKind::Block(lets, tail) => {
            let tail = expr(tail);
            let lets = lets.iter().map(|(pat, _, value)| {
                let (pat, value) = (local_pattern(pat), expr(value));
                quote!((#pat, #value))
            });
            quote!(Expr::Block(&[#(#lets),*], &#tail))
        }
        ExKind::Method(call) => {
            let (receiver, name, args) =
                (expr(&call.receiver), call.method.to_string(), call.args.iter().map(expr));
            let probe = option(call.probe.map(|probe| quote!(#probe)));
            quote!(Expr::Method(&#receiver, #name, &[#(#args),*], #probe))
        }
        ExKind::Closure { params, body, .. } => {
            let (params, body) = (params.iter().map(local_pattern), expr(body));
            quote!(Expr::Closure(&[#(#params),*], &#body))
        }
        ExKind::Call { path, args, .. } if tail(&path.path) == "ops::further" => {
            let by = args.iter().find_map(|arg| match &arg.kind {
                ExKind::Lit(syn::Lit::Int(by)) => by.base10_parse::<u32>().ok(),
                _ => None,
            });
            match (by, args.first().map(expr)) {
                (Some(by), Some(of)) if by > 1 => quote!(Expr::Further(&#of, #by)),
                (_, of) => quote!(Expr::Next(&#of)),
            }
        }
        ExKind::Call { path, args, probe } => {
            let (name, args) = (tail(&path.path), args.iter().map(expr));
            if let Some(counted) = counted(&name, args.clone().collect()) {
                return counted;
            }
            quote!(Expr::Call(#name, &[#(#args),*], #probe))
        }
        ExKind::Pure { path, args, .. } => {
            let args = args.iter().map(expr);
            let ty = called::ty(path);
            let twin = quote_spanned!(path.span()=> <#ty as ::workflow::__private::Pure>::TWIN);
            quote!(Expr::Pure(#twin, &[#(#args),*]))
        }
        ExKind::Construct { path, args, probe } => {
            let (name, args) = (last(&path.path), args.iter().flatten().map(expr));
            quote!(Expr::Construct(#name, &[#(#args),*], #probe))
        }
        ExKind::Struct { path, fields, base, probe } => {
            let fields = fields.iter().map(|(member, value)| {
                let (member, value) = (member_name(member), expr(value));
                quote!((#member, #value))
            });
            let base = option(base.as_ref().map(|base| {
                let base = expr(base);
                quote!(&#base)
            }));
            let name = last(path);
            quote!(Expr::Struct(#name, &[#(#fields),*], #base, #probe))
        }
        ExKind::Tuple(items) => list(&quote!(Tuple), items),
        ExKind::List { items, .. } => list(&quote!(List), items),
        ExKind::Repeat(item, count) => {
            let (item, count) = (expr(item), expr(count));
            quote!(Expr::Repeat(&#item, &#count))
        }
        ExKind::Range(start, end, inclusive) => {
            let (start, end) = (expr(start), expr(end));
            quote!(Expr::Range(&#start, &#end, #inclusive))
        }
        ExKind::Format { pieces, args, .. } => {
            let pieces = pieces.iter().map(|piece| match piece {
                Piece::Text(text) => quote!(Piece::Text(#text)),
                Piece::Arg(index, spec) => {
                    let arg = expr(&args[*index]);
                    quote!(Piece::Value(#arg, #spec, NONE))
                }
            });
            quote!(Expr::Format(&[#(#pieces),*]))
        }
    }
}

/// The steps of a loop over a range: its counter is a number.
fn counted(name: &str, args: Vec<TokenStream>) -> Option<TokenStream> {
    let compared = |op: TokenStream| quote!(Expr::Binary(Binary::#op, #(&#args,)* NONE));
    Some(match name {
        "ops::next" => quote!(Expr::Next(#(&#args),*)),
        "ops::previous" | "ops::nearer" => quote!(Expr::Previous(#(&#args),*)),
        "ops::count" | "ops::counted" => quote!(#(#args)*),
        "ops::up_to" => compared(quote!(LessOrEqual)),
        "ops::below" => compared(quote!(Less)),
        "ops::from_on" => compared(quote!(GreaterOrEqual)),
        _ => return None,
    })
}

fn list(kind: &TokenStream, items: &[Ex]) -> TokenStream {
    let items = items.iter().map(expr);
    quote!(Expr::#kind(&[#(#items),*]))
}

pub fn binary(op: &BinOp, left: &TokenStream, right: &TokenStream, probe: usize) -> TokenStream {
    use BinOp::{
        Add, AddAssign, And, BitAnd, BitAndAssign, BitOr, BitOrAssign, BitXor, BitXorAssign, Div,
        DivAssign, Eq, Ge, Gt, Le, Lt, Mul, MulAssign, Ne, Or, Rem, RemAssign, Sub, SubAssign,
    };
    let name = match op {
        Add(_) | AddAssign(_) => quote!(Add),
        Sub(_) | SubAssign(_) => quote!(Subtract),
        Mul(_) | MulAssign(_) => quote!(Multiply),
        Div(_) | DivAssign(_) => quote!(Divide),
        Rem(_) | RemAssign(_) => quote!(Remainder),
        And(_) | BitAnd(_) | BitAndAssign(_) => quote!(And),
        Or(_) | BitOr(_) | BitOrAssign(_) => quote!(Or),
        BitXor(_) | BitXorAssign(_) => quote!(Xor),
        Eq(_) => quote!(Equal),
        Ne(_) => quote!(NotEqual),
        Lt(_) => quote!(Less),
        Le(_) => quote!(LessOrEqual),
        Gt(_) => quote!(Greater),
        Ge(_) => quote!(GreaterOrEqual),
        // Refused when names are resolved.
        _ => quote!(Equal),
    };
    quote!(Expr::Binary(Binary::#name, &#left, &#right, #probe))
}

pub fn literal(lit: &syn::Lit, negative: bool) -> TokenStream {
    let minus = negative.then(|| quote!(-));
    match lit {
        syn::Lit::Int(number) => match number.base10_digits().parse::<i64>() {
            Ok(_) if number.suffix().starts_with('f') => float(number.base10_digits(), minus),
            Ok(value) => {
                let value = if negative { -value } else { value };
                match range(number.suffix()) {
                    Some((min, max)) => quote!(Literal::Sized(#value, #min, #max)),
                    None => quote!(Literal::Integer(#value)),
                }
            }
            Err(_) => float(number.base10_digits(), minus),
        },
        syn::Lit::Float(number) => float(number.base10_digits(), minus),
        syn::Lit::Bool(value) => quote!(Literal::Bool(#value)),
        syn::Lit::Char(value) => quote!(Literal::Char(#value)),
        syn::Lit::Str(text) => {
            let text = text.value();
            quote!(Literal::Str(#text))
        }
        _ => quote!(Literal::Unit),
    }
}

/// The values of a type, as far as JSON has them.
fn range(suffix: &str) -> Option<(i64, i64)> {
    const MOST: i64 = (1 << 53) - 1;
    Some(match suffix {
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        "u64" | "usize" => (0, MOST),
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "i64" | "isize" => (-MOST, MOST),
        _ => return None,
    })
}

fn float(digits: &str, minus: Option<TokenStream>) -> TokenStream {
    // The resolver has refused what is not finite.
    let value: f64 = digits.parse().unwrap_or_default();
    let value = proc_macro2::Literal::f64_suffixed(if value.is_finite() { value } else { 0.0 });
    quote!(Literal::Float(#minus #value))
}

/// `Vec::new`
fn tail(path: &syn::Path) -> String {
    let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    names[names.len().saturating_sub(2)..].join("::")
}
