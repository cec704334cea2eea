//! Statements, natively. What the document assigns at the same place is told to the trail.

use super::expr::Env;
use super::fields::Field;
use super::operators::arithmetic;
use super::{Native, local};
use crate::workflow::ex::{Draw, Ex, ExChange, GATHERED, PUT, SET, is_arithmetic};
use crate::workflow::model::{BlockId, Stmt, VarId, VarKind};
use crate::workflow::once::drawn;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

impl Native<'_> {
    /// The statements of a block that belong to the state before it.
    pub fn code(&self, block: BlockId, env: &mut Env) -> TokenStream {
        let body = &self.graph.blocks[block];
        let mut tokens = TokenStream::new();
        for stmt in &body.code {
            let unread =
                drawn(stmt).is_some() && self.document.assigned(self.graph, block, stmt).is_empty();
            tokens.extend(if unread { self.unread(stmt, env) } else { self.stmt(stmt, env) });
            if !body.deferred {
                tokens.extend(self.assigned(block, stmt, env));
            }
        }
        tokens
    }

    /// Skips draws that nobody reads: the document does not, either.
    fn unread(&self, stmt: &Stmt, env: &mut Env) -> TokenStream {
        let cx = local("cx");
        let value = match drawn(stmt) {
            Some(Draw::Random) => quote!(#cx.draw().unread::<f64>()),
            _ => quote!(#cx.draw().unread::<::std::string::String>()),
        };
        match stmt {
            Stmt::Let { pat, binds, .. } => {
                let probes = self.bind(binds, env);
                quote!(let #pat = #value; #probes)
            }
            _ => quote!(#value;),
        }
    }

    /// The statements that belong to the state that a block leads to.
    pub fn late(&self, block: BlockId, env: &mut Env) -> TokenStream {
        self.graph.blocks[block].late.iter().map(|stmt| self.stmt(stmt, env)).collect()
    }

    fn stmt(&self, stmt: &Stmt, env: &mut Env) -> TokenStream {
        match stmt {
            Stmt::Let { binds, bound: true, ty: Some(ty), .. } => {
                // The pattern of a `match` cannot say it.
                let names = binds.iter().map(|var| {
                    let var = &self.graph.vars[*var];
                    let (ident, mutable) = (&var.ident, var.mutable.then(|| quote!(mut)));
                    quote!(let #mutable #ident: #ty = #ident;)
                });
                let probes = self.bind(binds, env);
                quote!(#(#names)* #probes)
            }
            Stmt::Let { binds, bound: true, .. } => self.bind(binds, env),
            Stmt::Let { pat, binds, ty, value, .. } => {
                let (span, value) = (value.span, self.expr(value, env));
                let value = match binds[..] {
                    [var] if matches!(self.graph.vars[var].kind, VarKind::Each { .. }) => {
                        quote_spanned!(span=> ::workflow::__private::typed::Each::new(#value))
                    }
                    _ => value,
                };
                let (ty, probes) = (ty.iter(), self.bind(binds, env));
                quote!(let #pat #(: #ty)* = #value; #probes)
            }
            Stmt::Assign { place, op, value } => self.assign(place, op.as_ref(), value, env),
            Stmt::Mutate { place, method, args } => self.mutated(place, method, args, env),
            Stmt::Drop(value) => {
                let value = self.expr(value, env);
                quote!(let _ = #value;)
            }
            Stmt::Take { each, pat, binds } => {
                let each = &self.graph.vars[*each].ident;
                let probes = self.bind(binds, env);
                quote!(let ::core::option::Option::Some(#pat) = ::core::iter::Iterator::next(&mut #each) else { return ::workflow::__private::typed::astray("an item"); }; #probes)
            }
            Stmt::Late(..) => TokenStream::new(),
        }
    }

    /// Writes a call of a method that changes its receiver.
    fn mutated(&self, place: &Ex, method: &Ident, args: &[Ex], env: &Env) -> TokenStream {
        let args = self.all(args, env);
        let place = self.expr(place, env);
        if let ([index, value], true) = (&args[..], *method == SET) {
            let (v, i) = (local("v"), local("i"));
            let set = quote_spanned!(method.span()=> ::workflow::__private::ops::set(&mut #place, #i, #v));
            return quote!({ let (#v, #i) = (#value, #index); #set });
        }
        let ops = quote!(::workflow::__private::ops);
        if let ([at, value], true) = (&args[..], *method == PUT) {
            let (v, i) = (local("v"), local("i"));
            let put = quote_spanned!(method.span()=> #ops::put(&mut #place, #i, #v));
            return quote!({ let (#v, #i) = (#value, #at); #put });
        }
        if let ([items], true) = (&args[..], *method == GATHERED) {
            return quote_spanned!(method.span()=> #place = #ops::gathered(#items););
        }
        match &*method.to_string() {
            "sort" | "sort_unstable" => quote!(#ops::distinct(&#place); #place.sort();),
            "remove" if let [of] = &args[..] => {
                quote_spanned!(method.span()=> #place.#method(::workflow::__private::ops::removes(&#place, #of));)
            }
            "dedup" => quote!(#ops::neighbours(&#place); #place.dedup();),
            "dedup_by_key" => quote!(#ops::dedup_by_key(&mut #place, #(#args),*);),
            "sort_by" => quote!(#ops::sort_by(&mut #place, #(#args),*);),
            "sort_by_key" => quote!(#ops::sort_by_key(&mut #place, #(#args),*);),
            _ => quote!(#place.#method(#(#args),*);),
        }
    }

    /// Writes a name after a change of it.
    pub(super) fn changed(&self, change: &ExChange, env: &Env) -> TokenStream {
        let of = &change.of;
        let changes = match (&change.method, &change.args[..]) {
            (Some(method), args) => self.mutated(&change.place, method, args, env),
            (None, [value, ..]) => {
                let (value, place) = (self.expr(value, env), self.expr(&change.place, env));
                quote!(#place = #value;)
            }
            (None, []) => TokenStream::new(),
        };
        quote!({ #changes #of })
    }

    /// Variables are whole again once they are bound, and known to the exporter.
    fn bind(&self, binds: &[VarId], env: &mut Env) -> TokenStream {
        binds
            .iter()
            .map(|var| {
                env.fields.retain(|field| field.place.0 != *var);
                let ident = self.graph.vars[*var].ident.clone();
                env.fields.push(Field { place: (*var, vec![]), ident, shared: false });
                self.probe_of(*var)
            })
            .collect()
    }

    /// Ties a probe to a variable. Where its type is written, nothing is left to infer: rustc would look at each probe
    /// without a type again and again.
    pub fn probe_of(&self, var: VarId) -> TokenStream {
        let (probe, ident) = (self.graph.vars[var].probe, &self.graph.vars[var].ident);
        if let Some(ty) = self.fields.written_type(var) {
            self.written.borrow_mut().insert(probe, ty.clone());
            return TokenStream::new();
        }
        let probe = self.probe(probe);
        quote!(#probe.of(&#ident);)
    }

    fn assign(
        &self,
        place: &Ex,
        op: Option<&syn::BinOp>,
        value: &Ex,
        env: &mut Env,
    ) -> TokenStream {
        let right = self.expr(value, env);
        let Some((var, fields)) = place.place() else { return TokenStream::new() };
        let whole = env.fields.iter().any(|field| field.place == (var, vec![]));
        if fields.is_empty() && op.is_none() && !whole {
            let ident = &self.graph.vars[var].ident;
            let probes = self.bind(&[var], env);
            return quote!(let mut #ident = #right; #probes);
        }
        let left = self.expr(place, env);
        match op {
            None => quote!(#left = #right;),
            Some(op) if is_arithmetic(op) => {
                let sum = arithmetic(op, &left, &right, op);
                quote!(#left = #sum;)
            }
            Some(op) => quote!(#left #op #right;),
        }
    }

    /// Returns what the document assigns with this statement.
    fn assigned(&self, block: BlockId, stmt: &Stmt, env: &Env) -> TokenStream {
        let cx = local("cx");
        let assigned = self.document.assigned(self.graph, block, stmt);
        assigned.into_iter().map(|var| {
            let name = &self.document.names[var];
            match self.graph.vars[var].kind {
                VarKind::Shadow { of } => {
                    let each = &self.graph.vars[of].ident;
                    let is_list = matches!(self.graph.vars[of].kind, VarKind::Each { list, .. } if list == var);
                    let part = if is_list { quote!(#each.rest()) } else { quote!(&#each.index()) };
                    quote!(#cx.assign(#name, #part);)
                }
                _ => {
                    let held = env.fields.iter().find(|field| field.place == (var, vec![]));
                    let Some(held) = held else { return TokenStream::new() };
                    let ident = &held.ident;
                    let value = if held.shared { quote!(&*#ident) } else { quote!(&#ident) };
                    quote!(#cx.assign(#name, #value);)
                }
            }
        }).collect()
    }
}
