//! Expressions, natively: the user's own, on what is kept, with checked arithmetic.

use super::fields::Field;
use super::operators::cast;
use super::packs::PackId;
use super::{Native, local};
use crate::ident;
use crate::workflow::ex::{Context, Draw, Ex, ExKind};
use crate::workflow::model::{Probe, ProbeId};
use crate::workflow::uses::{Place, inside};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

/// The names and packs at hand in an arm.
#[derive(Clone, Default)]
pub struct Env {
    /// The names: of kept places, and of variables bound since.
    pub fields: Vec<Field>,
    /// The packs that nothing has opened yet.
    pub packs: Vec<PackId>,
}

impl Native<'_> {
    pub fn expr(&self, ex: &Ex, env: &Env) -> TokenStream {
        let Some(place) = ex.place() else { return self.computed(ex, env) };
        let value = self.place(&place, ex, env);
        if self.copies.contains(ex) {
            return quote_spanned!(root_span(ex)=> ::core::clone::Clone::clone(&#value));
        }
        value
    }

    /// Writes an expression that is no place.
    fn computed(&self, ex: &Ex, env: &Env) -> TokenStream {
        let span = ex.span;
        match &ex.kind {
            ExKind::Var(_) | ExKind::Caught(_) | ExKind::Unit => quote_spanned!(span=> ()),
            ExKind::Local(ident) => quote!(#ident),
            ExKind::Result(ident) => result(ident, span),
            ExKind::Lit(lit) => quote!(#lit),
            ExKind::Won(scope, probe) => self.won_expr(*scope, *probe, span),
            ExKind::Context(field) => context(*field, span),
            ExKind::Draw(draw) => drawn(*draw),
            ExKind::Const { value, probe, .. } => self.seen(Some(*probe), quote!(#value)),
            ExKind::Field(base, member) => {
                let base = self.expr(base, env);
                quote!(#base.#member)
            }
            ExKind::Index(base, index) => self.index_expr(base, index, span, env),
            ExKind::Unary(op, inner, probe) => self.unary(op, inner, *probe, env),
            ExKind::Binary(op, left, right, probe) => self.binary(op, left, right, *probe, env),
            ExKind::Cast(inner, ty, probe) => {
                self.seen(Some(*probe), cast(&self.expr(inner, env), ty, span))
            }
            ExKind::Ref(inner) => prefixed(&quote_spanned!(span=> &), &self.expr(inner, env)),
            ExKind::Deref(inner) => prefixed(&quote_spanned!(span=> *), &self.expr(inner, env)),
            ExKind::Paren(inner) => {
                let inner = self.expr(inner, env);
                quote_spanned!(span=> (#inner))
            }
            ExKind::If(condition, then, otherwise) => {
                self.if_expr([condition, then, otherwise], span, env)
            }
            ExKind::Match(on, arms) => self.match_expr(on, arms, span, env),
            ExKind::Block(lets, tail) => self.block_expr(lets, tail, env),
            ExKind::Method(call) => self.method(call, env),
            ExKind::Changed(change) => self.changed(change, env),
            ExKind::Closure { params, body, moves } => {
                self.closure_expr(params, body, *moves, span, env)
            }
            ExKind::Call { path, args, probe } => self.call_expr(path, args, *probe, env),
            ExKind::Pure { path, of, args, probe } => {
                let value = self.pure_expr(path, *of, args, span, env);
                self.seen(*probe, value)
            }
            ExKind::Construct { path, args, probe } => {
                self.construct_expr(path, args.as_deref(), *probe, env)
            }
            ExKind::Struct { path, fields, base, probe } => {
                self.struct_expr(path, (fields, base.as_deref()), *probe, env)
            }
            ExKind::Tuple(items) => {
                let items = self.all(items, env);
                quote_spanned!(span=> (#(#items,)*))
            }
            ExKind::List { items, vec } => self.list_expr(items, *vec, span, env),
            ExKind::Repeat(item, count) => self.repeat_expr(item, count, span, env),
            ExKind::Range(start, end, inclusive) => {
                self.range_expr(start, end, *inclusive, span, env)
            }
            ExKind::Format { pieces, args, text } => self.format(pieces, args, text.span(), env),
        }
    }

    pub(super) fn all(&self, exprs: &[Ex], env: &Env) -> Vec<TokenStream> {
        exprs.iter().map(|ex| self.expr(ex, env)).collect()
    }

    /// Ties a probe to the type of a value.
    pub(super) fn seen(&self, probe: Option<ProbeId>, value: TokenStream) -> TokenStream {
        let Some(probe) = probe else { return value };
        let span = match self.graph.probes[probe] {
            Probe::Error(_) => return value,
            Probe::Infer(span) | Probe::Default(span) => span,
            _ => Span::call_site(),
        };
        let name = self.probe(probe);
        // No method: what is wrong with the value is said where this begins.
        quote_spanned!(span=> ::workflow::__private::typed::Probe::see(#name, #value))
    }

    /// A place in what is kept: `order.customer.card` is `order_customer.card` where only that was kept.
    fn place(&self, place: &Place, ex: &Ex, env: &Env) -> TokenStream {
        let held = env
            .fields
            .iter()
            .filter(|field| inside(place, &field.place))
            .max_by_key(|field| field.place.1.len());
        let (ident, shared, depth) = match held {
            Some(field) => (field.ident.clone(), field.shared, field.place.1.len()),
            None => (self.graph.vars[place.0].ident.clone(), false, 0),
        };
        let members = members(ex);
        let ident = ident::at(&ident, root_span(ex).resolved_at(ident.span()));
        let base = if shared { quote!((*#ident)) } else { quote!(#ident) };
        let rest = members.into_iter().skip(depth);
        quote!(#base #(. #rest)*)
    }
}

/// Writes the result of a state, whose name has the place of its use.
fn result(ident: &Ident, span: Span) -> TokenStream {
    let ident = ident::at(ident, ident.span().located_at(span));
    quote!(#ident)
}

/// Writes a field of the execution.
fn context(field: Context, span: Span) -> TokenStream {
    let cx = local("cx");
    let field = match field {
        Context::Id => quote!(id),
        Context::Name => quote!(name),
        Context::StartTime => quote!(start_time),
        Context::StateMachine => quote!(state_machine),
    };
    quote_spanned!(span=> #cx.execution().#field())
}

fn drawn(draw: Draw) -> TokenStream {
    let cx = local("cx");
    let draw = match draw {
        Draw::Uuid => quote!(uuid),
        Draw::Random => quote!(random),
        Draw::Now => quote!(now),
    };
    quote!(#cx.draw().#draw())
}

fn prefixed(prefix: &TokenStream, inner: &TokenStream) -> TokenStream {
    quote!(#prefix #inner)
}

/// The fields of a place as the user wrote them, with their spans.
pub fn members(ex: &Ex) -> Vec<syn::Member> {
    match &ex.kind {
        ExKind::Field(base, member) => {
            let mut members = members(base);
            members.push(member.clone());
            members
        }
        ExKind::Paren(inner) => members(inner),
        _ => vec![],
    }
}

pub fn root_span(ex: &Ex) -> Span {
    match &ex.kind {
        ExKind::Field(base, _) | ExKind::Paren(base) => root_span(base),
        _ => ex.span,
    }
}
