//! Expressions that are made of others: branches, calls, structs, lists.

use super::expr::Env;
use super::operators::{compared, is_wide};
use super::{Native, local};
use crate::ident;
use crate::methods;
use crate::workflow::called;
use crate::workflow::ex::{
    Callee, Ex, ExArm, ExKind, ExMethod, FOLDED, KEPT, Piece, REMOVED, TAKEN, TYPED,
};
use crate::workflow::format;
use crate::workflow::model::{Probe, ProbeId, ScopeId};
use crate::workflow::resolve::last;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Member, Pat, Path, Type};

impl Native<'_> {
    /// Writes the value of the branch that won a race.
    pub(super) fn won_expr(&self, scope: ScopeId, probe: ProbeId, span: Span) -> TokenStream {
        let failure = local("failure");
        let won = quote_spanned!(span=> ::workflow::__private::typed::won(&#failure)?);
        self.seen(Some(probe), self.as_value_of(scope, &won))
    }

    pub(super) fn index_expr(&self, base: &Ex, index: &Ex, span: Span, env: &Env) -> TokenStream {
        let (base, index) = (self.expr(base, env), self.expr(index, env));
        quote_spanned!(span=> (*::workflow::__private::ops::index(&#base, #index)))
    }

    pub(super) fn if_expr(&self, parts: [&Ex; 3], span: Span, env: &Env) -> TokenStream {
        let [condition, then, otherwise] = parts.map(|part| self.expr(part, env));
        quote_spanned!(span=> if #condition { #then } else { #otherwise })
    }

    pub(super) fn match_expr(&self, on: &Ex, arms: &[ExArm], span: Span, env: &Env) -> TokenStream {
        let on = self.expr(on, env);
        let arms = arms.iter().map(|arm| self.arm(arm, env));
        // What is not covered is said of the user's function.
        quote_spanned!(span=> match #on { #(#arms)* _ => ::core::unreachable!() })
    }

    fn arm(&self, arm: &ExArm, env: &Env) -> TokenStream {
        let (pat, value) = (&arm.pat, self.expr(&arm.value, env));
        let guard = arm.guard.iter().map(|guard| self.expr(guard, env));
        quote!(#pat #(if #guard)* => #value,)
    }

    pub(super) fn block_expr(
        &self,
        lets: &[(Pat, Option<Type>, Ex)],
        tail: &Ex,
        env: &Env,
    ) -> TokenStream {
        let tail = self.expr(tail, env);
        let lets = lets.iter().map(|(pat, ty, value)| {
            let (value, ty) = (self.expr(value, env), ty.iter());
            quote!(let #pat #(: #ty)* = #value;)
        });
        quote!({ #(#lets)* #tail })
    }

    pub(super) fn closure_expr(
        &self,
        params: &[Pat],
        body: &Ex,
        moves: bool,
        span: Span,
        env: &Env,
    ) -> TokenStream {
        let body = self.expr(body, env);
        let moves = moves.then(|| quote!(move));
        quote_spanned!(span=> #moves |#(#params),*| #body)
    }

    /// Writes the call of a `#[pure]` function.
    pub(super) fn pure_expr(
        &self,
        path: &Path,
        of: Callee,
        args: &[Ex],
        span: Span,
        env: &Env,
    ) -> TokenStream {
        let args = self.all(args, env);
        let native = match of {
            Callee::Path => {
                let ty = called::ty(path);
                quote_spanned!(path.span()=> <#ty as ::workflow::__private::Pure>::NATIVE)
            }
            Callee::Type(name) => {
                let ty = called::owner(path);
                quote_spanned!(path.span()=> <#ty as ::workflow::__private::Associated<#name, _>>::NATIVE)
            }
            Callee::Receiver(method) => return self.own_expr(method, &args, path.span()),
        };
        quote_spanned!(span=> (#native)(#(#args),*))
    }

    /// Writes a call of a method of the user's own. What is wrong with its receiver is said at its name.
    fn own_expr(&self, method: usize, args: &[TokenStream], at: Span) -> TokenStream {
        let probe = self.graph.methods[method];
        let (Probe::Own(number), Some((receiver, args))) =
            (&self.graph.probes[probe], args.split_first())
        else {
            return TokenStream::new();
        };
        let probe = ident::own(&self.probe(probe).to_string(), at);
        let (of, native) = (ident::own("__of", at), ident::own("__native", at));
        // In blocks, whose span is the user's: what is wrong is said there once.
        let method = quote_spanned!(at=> ::workflow::__private::typed::method::<#number, _, _>({ #probe }, { #of }));
        quote_spanned!(at=> (match (#receiver,) { (#of,) => match #method { (#of, #native) => #native(#of, #(#args),*) } }))
    }

    pub(super) fn construct_expr(
        &self,
        path: &ExprPath,
        args: Option<&[Ex]>,
        probe: Option<ProbeId>,
        env: &Env,
    ) -> TokenStream {
        let args = args.map(|args| {
            let args = self.all(args, env);
            quote!((#(#args),*))
        });
        self.seen(probe, quote!(#path #args))
    }

    pub(super) fn struct_expr(
        &self,
        path: &Path,
        (fields, base): (&[(Member, Ex)], Option<&Ex>),
        probe: ProbeId,
        env: &Env,
    ) -> TokenStream {
        let fields = fields.iter().map(|(member, value)| {
            let value = self.expr(value, env);
            // As people write it, so that rustc says the same of both.
            match member {
                Member::Named(name) if *name == value.to_string() => value,
                member => quote!(#member: #value),
            }
        });
        let base = base.map(|base| self.expr(base, env)).into_iter();
        self.seen(Some(probe), quote!(#path { #(#fields,)* #(..#base)* }))
    }

    pub(super) fn list_expr(&self, items: &[Ex], vec: bool, span: Span, env: &Env) -> TokenStream {
        let items = self.all(items, env);
        if vec {
            quote_spanned!(span=> ::std::vec![#(#items),*])
        } else {
            quote_spanned!(span=> [#(#items),*])
        }
    }

    pub(super) fn repeat_expr(&self, item: &Ex, count: &Ex, span: Span, env: &Env) -> TokenStream {
        let (item, count) = (self.expr(item, env), self.expr(count, env));
        quote_spanned!(span=> ::std::vec![#item; #count])
    }

    pub(super) fn range_expr(
        &self,
        start: &Ex,
        end: &Ex,
        inclusive: bool,
        span: Span,
        env: &Env,
    ) -> TokenStream {
        let (start, end) = (self.expr(start, env), self.expr(end, env));
        if inclusive {
            quote_spanned!(span=> (#start..=#end))
        } else {
            quote_spanned!(span=> (#start..#end))
        }
    }

    /// Writes the call of a function.
    pub(super) fn call_expr(
        &self,
        path: &ExprPath,
        args: &[Ex],
        probe: Option<ProbeId>,
        env: &Env,
    ) -> TokenStream {
        let (given, args, of) = (args, self.all(args, env), last(&path.path));
        let call = match (&*of, &args[..]) {
            ("from", [value]) if is_failure(path) && !self.came(&given[0]) => {
                quote!(::workflow::__private::failing(#value))
            }
            ("try_from", [value]) if is_wide(path) => {
                quote!(#path(::workflow::__private::ops::exact(#value)))
            }
            ("min" | "max", [a, b]) => {
                let (l, r) = (local("l"), local("r"));
                compared(a, b, &quote!(#path(#l, #r)))
            }
            _ => quote!(#path(#(#args),*)),
        };
        self.seen(probe, call)
    }

    pub(super) fn method(&self, call: &ExMethod, env: &Env) -> TokenStream {
        let ExMethod { receiver, method, turbofish, paren, args, probe } = call;
        let closures = args.iter().any(|arg| matches!(arg.kind, ExKind::Closure { .. }));
        let (receiver, args) = (self.expr(receiver, env), self.all(args, env));
        let known = methods::find(&method.to_string());
        let value = match known {
            Some(known) if known.native_ops => {
                let written = turbofish.as_ref().filter(|types| !types.args.is_empty());
                let types = written.map(|types| {
                    let types = &types.args;
                    quote!(::<#types, _>)
                });
                let by_reference = known.by_reference.then(|| quote!(&));
                quote_spanned!(method.span()=> ::workflow::__private::ops::#method #types(#by_reference #receiver #(, #args)*))
            }
            _ => {
                let called = |receiver: &TokenStream, args: &[TokenStream]| {
                    let mut call = quote!(#receiver.#method #turbofish);
                    paren.surround(&mut call, |inside| inside.extend(quote!(#(#args),*)));
                    call
                };
                let (l, r) = (local("l"), local("r"));
                match (&*method.to_string(), &args[..]) {
                    ("max" | "min", []) => {
                        let call = called(&receiver, &args);
                        quote!(::workflow::__private::ops::exact(#call))
                    }
                    ("try_into", []) => quote!(::workflow::__private::ops::try_into(#receiver)),
                    ("max" | "min", [arg]) => {
                        compared(&receiver, arg, &called(&quote!(#l), &[quote!(#r)]))
                    }
                    ("cmp" | "partial_cmp", [arg]) => {
                        let call = called(&receiver, &args);
                        quote!({ ::workflow::__private::ops::sides(&#receiver, #arg); #call })
                    }
                    (REMOVED, [key]) => {
                        quote_spanned!(method.span()=> ::workflow::__private::ops::removed(&#receiver, #key))
                    }
                    (FOLDED, [init, each]) => {
                        quote_spanned!(method.span()=> #receiver.fold(#init, #each))
                    }
                    (TAKEN, [key]) => quote!(#receiver.remove(#key)),
                    (TYPED, []) => receiver.clone(),
                    (KEPT, []) => {
                        quote_spanned!(method.span()=> ::workflow::__private::ops::kept(#receiver))
                    }
                    // The document does not look at the second order where the first decides.
                    ("then", [arg]) if !closures => quote!(#receiver.then_with(|| #arg)),
                    ("contains", [arg]) if !closures => {
                        let call = called(&quote!(#l), &[quote!(#r)]);
                        quote!((match (&#receiver, #arg) { (#l, #r) => { ::workflow::__private::ops::compared(#l, &#r); #call } }))
                    }
                    _ => called(&receiver, &args),
                }
            }
        };
        match probe {
            Some(probe) if method == "parse" || method == "try_into" => {
                let probe = self.probe(*probe);
                quote!(#probe.fine(#value))
            }
            probe => self.seen(*probe, value),
        }
    }

    pub(super) fn format(
        &self,
        pieces: &[Piece],
        args: &[Ex],
        span: Span,
        env: &Env,
    ) -> TokenStream {
        let names: Vec<_> = (0..args.len()).map(|index| local(&format!("arg_{index}"))).collect();
        let checked = pieces.iter().filter_map(|piece| match piece {
            Piece::Text(_) => None,
            Piece::Arg(index, spec) => {
                // What is wrong with an argument is said where it stands.
                let (arg, span) = (self.expr(&args[*index], env), args[*index].span);
                let check = Ident::new(format::check(spec).unwrap_or("shown"), span);
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

/// True for `Failure::from`.
fn is_failure(path: &ExprPath) -> bool {
    path.path.segments.iter().rev().nth(1).is_some_and(|of| of.ident == "Failure")
}
