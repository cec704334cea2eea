//! Variables that keep the value of what the code borrows: `let first = &order.lines[0];`, `for line in &order.lines`.
//! They hold a clone, and the code sees a borrow of it.

use crate::workflow::every::{every, parts_mut};
use crate::workflow::ex::{Ex, ExKind, KEPT};
use crate::workflow::model::{Fork, ForkKind, Graph, Kind, Lent, VarId};
use proc_macro2::{Ident, Span};
use std::collections::BTreeMap;

impl Lent {
    /// The value that is kept of a borrowed one.
    pub fn own(self, value: Ex) -> Ex {
        let Ex { kind, span, ok } = value;
        let boxed = |inner: Box<Ex>| Box::new(self.own(*inner));
        let kind = match kind {
            ExKind::If(condition, then, or) => ExKind::If(condition, boxed(then), boxed(or)),
            ExKind::Match(on, mut arms) => {
                for arm in &mut arms {
                    arm.value = self.own(arm.value.clone());
                }
                ExKind::Match(on, arms)
            }
            ExKind::Block(lets, tail) => ExKind::Block(lets, boxed(tail)),
            ExKind::Paren(inner) => ExKind::Paren(boxed(inner)),
            ExKind::Construct { ref path, args: None, .. } if path.path.is_ident("None") => kind,
            kind => return self.own_itself(Ex { kind, span, ok }),
        };
        Ex { kind, span, ok }
    }

    fn own_itself(self, value: Ex) -> Ex {
        let span = value.span;
        match (self, value.kind) {
            (Lent::Value, ExKind::Ref(inner)) => receiver(*inner).called("clone", vec![]),
            (Lent::OptionalText, kind) => {
                let part = Ident::new("part", Span::mixed_site().located_at(span));
                let body = Ex::new(ExKind::Local(part.clone()), span).called("to_owned", vec![]);
                let params = vec![syn::parse_quote!(#part)];
                let each = ExKind::Closure { params, body: Box::new(body), moves: false };
                let value = receiver(Ex { kind, span, ok: None });
                value.called("map", vec![Ex::new(each, span)])
            }
            (lent, kind) => {
                let name = match lent {
                    Lent::Value | Lent::Option => KEPT,
                    Lent::Text | Lent::OptionalText => "to_owned",
                    Lent::Slice => "to_vec",
                };
                receiver(Ex { kind, span, ok: None }).called(name, vec![])
            }
        }
    }

    /// The borrow of a variable that is kept.
    fn view(self, var: Ex) -> Ex {
        let span = var.span;
        match self {
            Lent::Value => Ex::new(ExKind::Ref(Box::new(var)), span),
            Lent::Option => var.called("as_ref", vec![]),
            Lent::Text => var.called("as_str", vec![]),
            Lent::OptionalText => var.called("as_deref", vec![]),
            Lent::Slice => var.called("as_slice", vec![]),
        }
    }
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
                if let Some((outer, _)) = captures(value)
                    && let Some(of) = lent.get(&outer).copied()
                {
                    lent.insert(*inner, of);
                }
            }
        }
    }
}

/// The variable that a captured value is.
pub(super) fn captures(value: &Ex) -> Option<(VarId, Vec<String>)> {
    match &value.kind {
        ExKind::Ref(inner) => inner.place(),
        _ => value.place(),
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
        // A slice is kept as a list, of which a copy is one, too.
        ExKind::Method(call)
            if call.method == "clone" && of(&call.receiver) == Some(Lent::Slice) => {}
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
