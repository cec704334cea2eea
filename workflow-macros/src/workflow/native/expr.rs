//! Expressions, natively: the user's own, on what is kept, with checked arithmetic.

use super::fields::Field;
use super::packs::PackId;
use super::{Native, local};
use crate::ident;
use crate::methods;
use crate::workflow::called;
use crate::workflow::ex::{Context, Draw, Ex, ExArm, ExKind, ExMethod, Piece, is_arithmetic};
use crate::workflow::format;
use crate::workflow::uses::{Place, inside};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, UnOp};

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
        if let Some(place) = ex.place() {
            let value = self.place(&place, ex, env);
            if self.copies.contains(ex) {
                return quote_spanned!(root_span(ex)=> ::core::clone::Clone::clone(&#value));
            }
            return value;
        }
        let span = ex.span;
        match &ex.kind {
            ExKind::Var(_) | ExKind::Caught(_) | ExKind::Unit => quote_spanned!(span=> ()),
            ExKind::Local(ident) => quote!(#ident),
            ExKind::Result(ident) => {
                let ident = ident::at(ident, ident.span().located_at(span));
                quote!(#ident)
            }
            ExKind::Lit(lit) => quote!(#lit),
            ExKind::Won(scope, probe) => {
                let failure = local("failure");
                let won = quote_spanned!(span=> ::workflow::__private::typed::won(&#failure)?);
                self.seen(*probe, self.as_value_of(*scope, &won))
            }
            ExKind::Context(field) => {
                let (cx, field) = (
                    local("cx"),
                    match field {
                        Context::Id => quote!(id),
                        Context::Name => quote!(name),
                        Context::StartTime => quote!(start_time),
                        Context::StateMachine => quote!(state_machine),
                    },
                );
                quote_spanned!(span=> #cx.execution().#field())
            }
            ExKind::Draw(draw) => {
                let (cx, draw) = (
                    local("cx"),
                    match draw {
                        Draw::Uuid => quote!(uuid),
                        Draw::Random => quote!(random),
                        Draw::Now => quote!(now),
                    },
                );
                quote!(#cx.draw().#draw())
            }
            ExKind::Const { value, probe, .. } => self.seen(*probe, quote!(#value)),
            ExKind::Field(base, member) => {
                let base = self.expr(base, env);
                quote!(#base.#member)
            }
            ExKind::Index(base, index) => {
                let (base, index) = (self.expr(base, env), self.expr(index, env));
                quote_spanned!(span=> (*::workflow::__private::ops::index(&#base, #index)))
            }
            ExKind::Unary(op, inner, probe) => self.unary(op, inner, *probe, env),
            ExKind::Binary(op, left, right, probe) => self.binary(op, left, right, *probe, env),
            ExKind::Cast(inner, ty, probe) => {
                let v = Ident::new("__v", Span::mixed_site().located_at(span));
                let inner = self.expr(inner, env);
                let cast = quote_spanned!(span=> { let #v = #inner; if false { #v as #ty } else { ::workflow::__private::ops::cast::<_, #ty>(#v) } });
                self.seen(*probe, cast)
            }
            ExKind::Ref(inner) => {
                let inner = self.expr(inner, env);
                quote_spanned!(span=> &#inner)
            }
            ExKind::Deref(inner) => {
                let inner = self.expr(inner, env);
                quote_spanned!(span=> *#inner)
            }
            ExKind::Paren(inner) => {
                let inner = self.expr(inner, env);
                quote_spanned!(span=> (#inner))
            }
            ExKind::If(condition, then, otherwise) => {
                let (condition, then, otherwise) =
                    (self.expr(condition, env), self.expr(then, env), self.expr(otherwise, env));
                quote_spanned!(span=> if #condition { #then } else { #otherwise })
            }
            ExKind::Match(on, arms) => {
                let on = self.expr(on, env);
                let arms = arms.iter().map(|arm| self.arm(arm, env));
                // What is not covered is said of the user's function.
                quote_spanned!(span=> match #on { #(#arms)* _ => ::core::unreachable!() })
            }
            ExKind::Block(lets, tail) => {
                let tail = self.expr(tail, env);
                let lets = lets.iter().map(|(pat, ty, value)| {
                    let (value, ty) = (self.expr(value, env), ty.iter());
                    quote!(let #pat #(: #ty)* = #value;)
                });
                quote!({ #(#lets)* #tail })
            }
            ExKind::Method(call) => self.method(call, env),
            ExKind::Closure { params, body, moves } => {
                let body = self.expr(body, env);
                let moves = moves.then(|| quote!(move));
                quote_spanned!(span=> #moves |#(#params),*| #body)
            }
            ExKind::Call { path, args, probe } => {
                let args = self.all(args, env);
                self.seen(*probe, quote!(#path(#(#args),*)))
            }
            ExKind::Pure { path, args, probe } => {
                let args = self.all(args, env);
                let ty = called::ty(path);
                let native =
                    quote_spanned!(path.span()=> <#ty as ::workflow::__private::Pure>::NATIVE);
                self.seen(*probe, quote_spanned!(span=> (#native)(#(#args),*)))
            }
            ExKind::Construct { path, args, probe } => {
                let args = args.as_ref().map(|args| {
                    let args = self.all(args, env);
                    quote!((#(#args),*))
                });
                self.seen(*probe, quote!(#path #args))
            }
            ExKind::Struct { path, fields, base, probe } => {
                let fields = fields.iter().map(|(member, value)| {
                    let value = self.expr(value, env);
                    // As people write it, so that rustc says the same of both.
                    match member {
                        syn::Member::Named(name) if *name == value.to_string() => value,
                        member => quote!(#member: #value),
                    }
                });
                let base = base.as_ref().map(|base| self.expr(base, env)).into_iter();
                self.seen(*probe, quote!(#path { #(#fields,)* #(..#base)* }))
            }
            ExKind::Tuple(items) => {
                let items = self.all(items, env);
                quote_spanned!(span=> (#(#items,)*))
            }
            ExKind::List { items, vec } => {
                let items = self.all(items, env);
                if *vec {
                    quote_spanned!(span=> ::std::vec![#(#items),*])
                } else {
                    quote_spanned!(span=> [#(#items),*])
                }
            }
            ExKind::Repeat(item, count) => {
                let (item, count) = (self.expr(item, env), self.expr(count, env));
                quote_spanned!(span=> ::std::vec![#item; #count])
            }
            ExKind::Range(start, end, inclusive) => {
                let (start, end) = (self.expr(start, env), self.expr(end, env));
                if *inclusive {
                    quote_spanned!(span=> (#start..=#end))
                } else {
                    quote_spanned!(span=> (#start..#end))
                }
            }
            ExKind::Format { pieces, args, text } => self.format(pieces, args, text.span(), env),
        }
    }

    fn all(&self, exprs: &[Ex], env: &Env) -> Vec<TokenStream> {
        exprs.iter().map(|ex| self.expr(ex, env)).collect()
    }

    /// Ties a probe to the type of a value.
    fn seen(&self, probe: usize, value: TokenStream) -> TokenStream {
        let known = |probe: usize| {
            matches!(self.graph.probes[probe], crate::workflow::model::Probe::Error(_))
        };
        if probe == crate::workflow::NONE || known(probe) {
            return value;
        }
        let name = self.probe(probe);
        let span = match self.graph.probes[probe] {
            crate::workflow::model::Probe::Infer(span)
            | crate::workflow::model::Probe::Default(span) => span,
            _ => Span::call_site(),
        };
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

    fn unary(&self, op: &UnOp, inner: &Ex, probe: usize, env: &Env) -> TokenStream {
        let (value, v) = (self.expr(inner, env), local("v"));
        match op {
            UnOp::Neg(_) if probe != crate::workflow::NONE => {
                let negated = quote!({ let #v = #value; if false { #op #v } else { ::workflow::__private::ops::negate(#v) } });
                self.seen(probe, negated)
            }
            op => quote!((#op #value)),
        }
    }

    fn binary(&self, op: &BinOp, left: &Ex, right: &Ex, probe: usize, env: &Env) -> TokenStream {
        let (a, b) = (self.expr(left, env), self.expr(right, env));
        if is_arithmetic(op) {
            return self.seen(probe, arithmetic(op, &a, &b, op));
        }
        let at = |name, of: &Ex| Ident::new(name, Span::mixed_site().located_at(of.span));
        let (l, r) = (at("__l", left), at("__r", right));
        match op {
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) => {
                quote_spanned!(op.span()=> (match (&#a, &#b) { (#l, #r) => { ::workflow::__private::ops::ordered(#l); ::workflow::__private::ops::compared(#l, #r); *#l #op *#r } }))
            }
            BinOp::Eq(_) | BinOp::Ne(_) => {
                quote_spanned!(op.span()=> (match (&#a, &#b) { (#l, #r) => { ::workflow::__private::ops::compared(#l, #r); *#l #op *#r } }))
            }
            op => quote!((#a #op #b)),
        }
    }

    fn arm(&self, arm: &ExArm, env: &Env) -> TokenStream {
        let (pat, value) = (&arm.pat, self.expr(&arm.value, env));
        let guard = arm.guard.iter().map(|guard| self.expr(guard, env));
        quote!(#pat #(if #guard)* => #value,)
    }

    fn method(&self, call: &ExMethod, env: &Env) -> TokenStream {
        let ExMethod { receiver, method, turbofish, paren, args, probe } = call;
        let (receiver, args) = (self.expr(receiver, env), self.all(args, env));
        let known = methods::find(&method.to_string());
        let value = match known {
            Some(known) if known.native_ops => {
                let types = turbofish.as_ref().map(|types| {
                    let types = &types.args;
                    quote!(::<#types, _>)
                });
                let by_reference = known.by_reference.then(|| quote!(&));
                quote_spanned!(method.span()=> ::workflow::__private::ops::#method #types(#by_reference #receiver #(, #args)*))
            }
            _ => {
                let mut call = quote!(#receiver.#method #turbofish);
                paren.surround(&mut call, |inside| inside.extend(quote!(#(#args),*)));
                call
            }
        };
        match probe {
            Some(probe) if method == "parse" || method == "try_into" => {
                let probe = self.probe(*probe);
                quote!(#probe.fine(#value))
            }
            Some(probe) => self.seen(*probe, value),
            None => value,
        }
    }

    fn format(&self, pieces: &[Piece], args: &[Ex], span: Span, env: &Env) -> TokenStream {
        let names: Vec<_> = (0..args.len()).map(|index| local(&format!("arg_{index}"))).collect();
        let checked = pieces.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Arg(index, spec) => {
                // What is wrong with an argument is said where it stands.
                let (arg, span) = (self.expr(&args[*index], env), args[*index].span);
                let check = Ident::new(if spec.is_empty() { "shown" } else { "digits" }, span);
                Some(quote_spanned!(span=> ::workflow::__private::ops::#check(&#arg)))
            }
        });
        let mut text = proc_macro2::Literal::string(&format::native(pieces));
        text.set_span(span);
        quote! {
            match (#(#checked,)*) { (#(#names,)*) => ::std::format!(#text #(, #names)*) }
        }
    }
}

/// Arithmetic as the library defines it; the dead branch gives it Rust's own inference and errors.
pub fn arithmetic(op: &BinOp, a: &TokenStream, b: &TokenStream, at: impl Spanned) -> TokenStream {
    use BinOp::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Sub, SubAssign};
    let span = at.span();
    let (name, plain): (&str, TokenStream) = match op {
        Add(_) | AddAssign(_) => ("add", quote_spanned!(span=> +)),
        Sub(_) | SubAssign(_) => ("subtract", quote_spanned!(span=> -)),
        Mul(_) | MulAssign(_) => ("multiply", quote_spanned!(span=> *)),
        Div(_) | DivAssign(_) => ("divide", quote_spanned!(span=> /)),
        _ => ("remainder", quote_spanned!(span=> %)),
    };
    let function = Ident::new(name, span);
    let (l, r) = (local("l"), local("r"));
    quote_spanned!(span=> (match (#a, #b) { (#l, #r) => if false { #l #plain #r } else { ::workflow::__private::ops::#function({ #l }, { #r }) } }))
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
