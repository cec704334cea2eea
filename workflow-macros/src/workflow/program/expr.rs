//! Expressions as static data.

use super::literal::literal;
use super::operators::{binary, counted};
use super::pattern::local_pattern;
use super::{option, probe_or_none};
use crate::workflow::called;
use crate::workflow::ex::{
    Callee, Context, Draw, Ex, ExArm, ExChange, ExKind, ExMethod, KEPT, Piece, TAKEN, member_name,
};
use crate::workflow::model::ProbeId;
use crate::workflow::resolve::last;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Lit, Member, Pat, Path, Type, UnOp};

pub fn expr(ex: &Ex) -> TokenStream {
    match &ex.kind {
        ExKind::Var(var) => quote!(Expr::Var(#var)),
        ExKind::Local(ident) => {
            let name = crate::ident::text(ident);
            quote!(Expr::Local(#name))
        }
        ExKind::Unit => quote!(Expr::Literal(Literal::Unit)),
        ExKind::Lit(lit) => literal_expr(lit, false),
        ExKind::Result(_) => quote!(Expr::Result),
        ExKind::Caught(probe) => quote!(Expr::Caught(#probe)),
        ExKind::Won(_, probe) => quote!(Expr::Won(#probe)),
        ExKind::Context(field) => context(*field),
        ExKind::Draw(draw) => drawn(*draw),
        ExKind::Const { index, probe, .. } => quote!(Expr::Constant(#index, #probe)),
        ExKind::Field(base, member) => {
            let (base, member) = (expr(base), member_name(member));
            quote!(Expr::Field(&#base, #member))
        }
        ExKind::Index(base, index) => {
            let (base, index) = (expr(base), expr(index));
            quote!(Expr::Index(&#base, &#index))
        }
        ExKind::Unary(op, inner, probe) => unary(op, inner, *probe),
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
        ExKind::Match(on, arms) => match_expr(on, arms),
        ExKind::Block(lets, tail) => block_expr(lets, tail),
        ExKind::Method(call) => method(call),
        ExKind::Changed(change) => changed(change),
        ExKind::Closure { params, body, .. } => {
            let (params, body) = (params.iter().map(local_pattern), expr(body));
            quote!(Expr::Closure(&[#(#params),*], &#body))
        }
        ExKind::Call { path, args, probe } => call(&tail(&path.path), args, *probe),
        ExKind::Pure { path, of, args, .. } => pure_call(path, *of, args),
        ExKind::Construct { path, args, probe } => {
            let (name, args) = (last(&path.path), args.iter().flatten().map(expr));
            let probe = probe_or_none(*probe);
            quote!(Expr::Construct(#name, &[#(#args),*], #probe))
        }
        ExKind::Struct { path, fields, base, probe } => {
            struct_expr(&last(path), fields, base.as_deref(), *probe)
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
        ExKind::Format { pieces, args, .. } => format(pieces, args),
    }
}

fn changed(change: &ExChange) -> TokenStream {
    let (of, args) = (crate::ident::text(&change.of), change.args.iter().map(expr));
    let fields = fields_of(&change.place).into_iter();
    let method = change.method.as_ref().map(ToString::to_string).unwrap_or_default();
    quote!(Expr::Changed(#of, &[#(#fields),*], #method, &[#(#args),*]))
}

/// The fields that lead from a name to a part of it.
fn fields_of(place: &Ex) -> Vec<String> {
    match &place.kind {
        ExKind::Field(base, member) => {
            let mut fields = fields_of(base);
            fields.push(member_name(member));
            fields
        }
        ExKind::Paren(inner) => fields_of(inner),
        _ => vec![],
    }
}

fn literal_expr(lit: &Lit, negative: bool) -> TokenStream {
    let lit = literal(lit, negative);
    quote!(Expr::Literal(#lit))
}

fn context(field: Context) -> TokenStream {
    let field = match field {
        Context::Id => "Execution.Id",
        Context::Name => "Execution.Name",
        Context::StartTime => "Execution.StartTime",
        Context::StateMachine => "StateMachine.Id",
    };
    quote!(Expr::Context(#field))
}

fn drawn(draw: Draw) -> TokenStream {
    let draw = match draw {
        Draw::Uuid => quote!(Uuid),
        Draw::Random => quote!(Random),
        Draw::Now => quote!(Now),
    };
    quote!(Expr::Draw(Draw::#draw))
}

fn unary(op: &UnOp, inner: &Ex, probe: Option<ProbeId>) -> TokenStream {
    if let (UnOp::Neg(_), ExKind::Lit(lit)) = (op, &inner.kind) {
        return literal_expr(lit, true);
    }
    let (inner, probe) = (expr(inner), probe_or_none(probe));
    let op = if matches!(op, UnOp::Neg(_)) { quote!(Unary::Negate) } else { quote!(Unary::Not) };
    quote!(Expr::Unary(#op, &#inner, #probe))
}

fn match_expr(on: &Ex, arms: &[ExArm]) -> TokenStream {
    let on = expr(on);
    let arms = arms.iter().map(|arm| {
        let (pattern, value) = (local_pattern(&arm.pat), expr(&arm.value));
        let guard = option(arm.guard.as_ref().map(expr));
        quote!(Arm { pattern: #pattern, guard: #guard, value: #value })
    });
    quote!(Expr::Match(&#on, &[#(#arms),*]))
}

fn block_expr(lets: &[(Pat, Option<Type>, Ex)], tail: &Ex) -> TokenStream {
    let tail = expr(tail);
    let lets = lets.iter().map(|(pat, _, value)| {
        let (pat, value) = (local_pattern(pat), expr(value));
        quote!((#pat, #value))
    });
    quote!(Expr::Block(&[#(#lets),*], &#tail))
}

fn method(call: &ExMethod) -> TokenStream {
    let (receiver, name) = (expr(&call.receiver), call.method.to_string());
    let name = match name.as_str() {
        TAKEN => "get".to_owned(),
        KEPT => "clone".to_owned(),
        _ => name,
    };
    let args = call.args.iter().map(expr);
    let probe = probe_or_none(call.probe);
    quote!(Expr::Method(&#receiver, #name, &[#(#args),*], #probe))
}

/// Writes a call of a function that the operator table knows, or of a counter of a loop.
fn call(name: &str, args: &[Ex], probe: Option<ProbeId>) -> TokenStream {
    if name == "ops::further" {
        return further(args);
    }
    let (values, probe): (Vec<_>, _) = (args.iter().map(expr).collect(), probe_or_none(probe));
    counted(name, &values).unwrap_or_else(|| quote!(Expr::Call(#name, &[#(#values),*], #probe)))
}

/// Writes the step of a loop over a range that counts by more than one.
fn further(args: &[Ex]) -> TokenStream {
    let by = args.iter().find_map(|arg| match &arg.kind {
        ExKind::Lit(Lit::Int(by)) => by.base10_parse::<u32>().ok(),
        _ => None,
    });
    match (by, args.first().map(expr)) {
        (Some(by), Some(of)) if by > 1 => quote!(Expr::Further(&#of, #by)),
        (_, of) => quote!(Expr::Next(&#of)),
    }
}

fn pure_call(path: &Path, of: Callee, args: &[Ex]) -> TokenStream {
    let args = args.iter().map(expr);
    let twin = match of {
        Callee::Path => {
            let ty = called::ty(path);
            quote_spanned!(path.span()=> <#ty as ::workflow::__private::Pure>::TWIN)
        }
        Callee::Type(name) => {
            let ty = called::owner(path);
            quote_spanned!(path.span()=> <#ty as ::workflow::__private::Associated<#name, _>>::TWIN)
        }
        Callee::Receiver(method) => return quote!(Expr::Own(#method, &[#(#args),*])),
    };
    quote!(Expr::Pure(#twin, &[#(#args),*]))
}

fn struct_expr(
    name: &str,
    fields: &[(Member, Ex)],
    base: Option<&Ex>,
    probe: ProbeId,
) -> TokenStream {
    let fields = fields.iter().map(|(member, value)| {
        let (member, value) = (member_name(member), expr(value));
        quote!((#member, #value))
    });
    let base = option(base.map(|base| {
        let base = expr(base);
        quote!(&#base)
    }));
    quote!(Expr::Struct(#name, &[#(#fields),*], #base, #probe))
}

fn format(pieces: &[Piece], args: &[Ex]) -> TokenStream {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => quote!(Piece::Text(#text)),
        Piece::Arg(index, spec) => {
            let arg = expr(&args[*index]);
            quote!(Piece::Value(#arg, #spec))
        }
    });
    quote!(Expr::Format(&[#(#pieces),*]))
}

fn list(kind: &TokenStream, items: &[Ex]) -> TokenStream {
    let items = items.iter().map(expr);
    quote!(Expr::#kind(&[#(#items),*]))
}

/// `Vec::new`
fn tail(path: &syn::Path) -> String {
    let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    names[names.len().saturating_sub(2)..].join("::")
}
