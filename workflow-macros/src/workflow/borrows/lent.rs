//! Variables that keep the value of what the code borrows: `let first = &order.lines[0];`, `for line in &order.lines`.
//! They hold a clone, and the code sees a borrow of it.

use crate::workflow::every::{every, parts_mut};
use crate::workflow::ex::{Ex, ExKind, ExMethod};
use crate::workflow::model::{Fork, ForkKind, Graph, Kind, Lent, VarId};
use proc_macro2::{Ident, Span};
use std::collections::BTreeMap;

impl Lent {
    /// The value that is kept of a borrowed one.
    pub fn own(self, value: Ex) -> Ex {
        let span = value.span;
        match (self, value.kind) {
            (Lent::Value, ExKind::Ref(inner)) => method("clone", receiver(*inner)),
            (Lent::Value, ExKind::Paren(inner)) => self.own(*inner),
            (Lent::OptionalText, kind) => {
                let part = Ident::new("part", Span::mixed_site().located_at(span));
                let body = method("to_owned", Ex::new(ExKind::Local(part.clone()), span));
                let params = vec![syn::parse_quote!(#part)];
                let each = ExKind::Closure { params, body: Box::new(body), moves: false };
                let value = receiver(Ex { kind, span, ok: None });
                with("map", value, vec![Ex::new(each, span)])
            }
            (lent, kind) => {
                let name = match lent {
                    Lent::Value => "clone",
                    Lent::Option => "cloned",
                    Lent::Text | Lent::OptionalText => "to_owned",
                    Lent::Slice => "to_vec",
                };
                method(name, receiver(Ex { kind, span, ok: None }))
            }
        }
    }

    /// The borrow of a variable that is kept.
    fn view(self, var: Ex) -> Ex {
        let span = var.span;
        match self {
            Lent::Value => Ex::new(ExKind::Ref(Box::new(var)), span),
            Lent::Option => method("as_ref", var),
            Lent::Text => method("as_str", var),
            Lent::OptionalText => method("as_deref", var),
            Lent::Slice => method("as_slice", var),
        }
    }
}

/// An entry of a map, or a pair, as an option of two values.
pub(super) fn own_entry(value: Ex) -> Ex {
    let span = value.span;
    let [a, b] = ["a", "b"].map(|name| Ident::new(name, Span::mixed_site().located_at(span)));
    let copy = |of: &Ident| method("clone", Ex::new(ExKind::Local(of.clone()), span));
    let body = Ex::new(ExKind::Tuple(vec![copy(&a), copy(&b)]), span);
    let params = vec![syn::parse_quote!((#a, #b))];
    let each = ExKind::Closure { params, body: Box::new(body), moves: false };
    with("map", receiver(value), vec![Ex::new(each, span)])
}

fn method(name: &str, receiver: Ex) -> Ex {
    with(name, receiver, vec![])
}

fn with(name: &str, receiver: Ex, args: Vec<Ex>) -> Ex {
    let span = receiver.span;
    let (method, paren) = (Ident::new(name, span), syn::token::Paren(span));
    let call = ExMethod { receiver, method, turbofish: None, paren, args, probe: None };
    Ex::new(ExKind::Method(Box::new(call)), span)
}

/// An expression of which a method may be called.
fn receiver(value: Ex) -> Ex {
    let span = value.span;
    match value.kind {
        ExKind::Var(_)
        | ExKind::Local(_)
        | ExKind::Field(..)
        | ExKind::Index(..)
        | ExKind::Method(_)
        | ExKind::Lit(_)
        | ExKind::Paren(_) => value,
        _ => Ex::new(ExKind::Paren(Box::new(value)), span),
    }
}

/// Makes the code see borrows of the variables.
pub fn lend(graph: &mut Graph, mut lent: BTreeMap<VarId, Lent>) {
    captured(graph, &mut lent);
    for var in lent.keys() {
        // Its type as it was written is that of the borrow.
        (graph.vars[*var].ty, graph.vars[*var].written) = (None, None);
    }
    if !lent.is_empty() {
        every(graph, &mut |ex| seen(ex, &lent));
    }
}

/// Adds what the items of a distributed Map capture of such variables.
fn captured(graph: &Graph, lent: &mut BTreeMap<VarId, Lent>) {
    // Scopes of states inside come behind those outside.
    for state in &graph.states {
        if let Kind::Fork(Fork { kind: ForkKind::Map { distribution: Some(it), .. }, .. }) =
            &state.kind
        {
            for (inner, value) in &it.captures {
                if let ExKind::Var(outer) = value.kind
                    && let Some(of) = lent.get(&outer).copied()
                {
                    lent.insert(*inner, of);
                }
            }
        }
    }
}

fn seen(ex: &mut Ex, lent: &BTreeMap<VarId, Lent>) {
    let of = |ex: &Ex| match ex.kind {
        ExKind::Var(var) => lent.get(&var).copied(),
        _ => None,
    };
    if let Some(it) = of(ex) {
        *ex = it.view(ex.clone());
        return;
    }
    match &mut ex.kind {
        // A field or an item of what is borrowed is one of the value.
        ExKind::Field(base, _) if of(base) == Some(Lent::Value) => {}
        ExKind::Index(base, index) if of(base) == Some(Lent::Value) => seen(index, lent),
        ExKind::Deref(inner) if of(inner) == Some(Lent::Value) => *ex = (**inner).clone(),
        ExKind::Method(call) => {
            let borrowed = of(&call.receiver).is_some();
            seen(&mut call.receiver, lent);
            if borrowed {
                call.receiver = receiver(call.receiver.clone());
            }
            call.args.iter_mut().for_each(|arg| seen(arg, lent));
        }
        _ => parts_mut(ex).into_iter().for_each(|part| seen(part, lent)),
    }
}
