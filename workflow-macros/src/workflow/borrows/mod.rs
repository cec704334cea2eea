//! Borrows that outlive a state: the variable keeps a clone, and the code sees a borrow of it. What has no such form is
//! refused where it is made.

mod lent;
mod listed;
mod owned;
mod texts;

use super::ex::{Ex, ExKind, ExMethod};
use super::liveness::Liveness;
use super::lower::borrowed::ADAPTERS;
use super::model::{Fork, ForkKind, Graph, Kind, Lent, Stmt, VarId};
use crate::errors::Errors;
use crate::methods;
use lent::lend;
pub use owned::strip;
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, BTreeSet};
use syn::Pat;
use texts::Texts;

/// A borrow in a value, and the help that makes it a value of its own.
#[derive(Clone, Copy)]
struct Borrow {
    at: Span,
    help: &'static str,
    /// Of a part of the value, that a pattern binds.
    part: bool,
    /// The form in which it is kept, if it has one.
    lent: Option<Lent>,
}

const KEPT: &str = "a borrowed value cannot be kept while the workflow waits";
const OWNED: &str = "keep the value: add `.to_owned()`";

/// The variables that hold a borrow.
type Forms = BTreeMap<VarId, Borrow>;

/// Keeps the values of what is borrowed while the workflow waits, and refuses what cannot be kept so.
pub fn keep(graph: &mut Graph, errors: &mut Errors) {
    let mut lent: BTreeMap<VarId, Lent> = std::mem::take(&mut graph.lent).into_iter().collect();
    owned::own_assigned(graph, &lent);
    for (var, borrow) in kept(graph, &listed::forms(graph)) {
        refuse(graph, var, borrow, errors);
    }
    lent.extend(texts::own_mapped(graph, errors));
    let mut owned: BTreeSet<VarId> = lent.keys().copied().collect();
    // What a variable keeps may be borrowed by the next one.
    loop {
        lend(graph, std::mem::take(&mut lent));
        let forms = forms(graph);
        lent.extend(owned::own_mapped(graph, &forms));
        let mistakes = errors.count();
        for (var, borrow) in kept(graph, &forms) {
            if lent.contains_key(&var) {
                continue;
            }
            let fresh = borrow.lent.filter(|_| owned.insert(var));
            match fresh.and_then(|lent| owned::own(graph, var, lent, &forms)) {
                Some(made) => lent.extend(made),
                None => refuse(graph, var, borrow, errors),
            }
        }
        owned.extend(lent.keys());
        if lent.is_empty() || errors.count() > mistakes {
            return;
        }
        owned::own_assigned(graph, &lent);
    }
}

/// The variables that hold a borrow, or that of another one.
fn forms(graph: &Graph) -> Forms {
    let mut forms: Forms = Texts::new(graph).variables().collect();
    loop {
        let known = forms.len();
        for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
            for (var, borrow) in given(graph, stmt, &forms) {
                forms.entry(var).or_insert(borrow);
            }
        }
        if forms.len() == known {
            return forms;
        }
    }
}

/// The borrows that a statement gives to variables.
fn given(graph: &Graph, stmt: &Stmt, forms: &Forms) -> Vec<(VarId, Borrow)> {
    match stmt {
        Stmt::Let { pat, binds, value, ty, .. } => {
            let written = ty.as_ref().and_then(written);
            let found = bound(pat, value, forms).into_iter();
            let of = |name: &Ident| binds.iter().find(|var| graph.vars[**var].ident == *name);
            found
                .filter_map(|(name, borrow)| {
                    let lent = borrow.lent.map(|lent| written.unwrap_or(lent));
                    Some((*of(&name)?, Borrow { lent, ..borrow }))
                })
                .collect()
        }
        Stmt::Assign { place, op: None, value } => match place.kind {
            ExKind::Var(var) => borrow(value, forms).map(|it| (var, it)).into_iter().collect(),
            _ => vec![],
        },
        _ => vec![],
    }
}

/// The form that a type says: `&str`, `Option<&str>`, `&[T]`.
fn written(ty: &syn::Type) -> Option<Lent> {
    let is_text = |ty: &syn::Type| match ty {
        syn::Type::Reference(of) => {
            matches!(&*of.elem, syn::Type::Path(path) if path.path.is_ident("str"))
        }
        _ => false,
    };
    match ty {
        ty if is_text(ty) => Some(Lent::Text),
        syn::Type::Reference(of) => matches!(*of.elem, syn::Type::Slice(_)).then_some(Lent::Slice),
        syn::Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
            let syn::PathArguments::AngleBracketed(types) = &last.arguments else { return None };
            let text = types.args.first();
            matches!(text, Some(syn::GenericArgument::Type(ty)) if is_text(ty))
                .then_some(Lent::OptionalText)
        }
        _ => None,
    }
}

/// The variables that hold a borrow while the workflow waits, or that a distributed Map gives to its items.
fn kept(graph: &Graph, forms: &Forms) -> Vec<(VarId, Borrow)> {
    if forms.is_empty() {
        return vec![];
    }
    let live = Liveness::new(graph);
    let mut kept: BTreeSet<VarId> = BTreeSet::new();
    for state in 0..graph.states.len() {
        if let Kind::Fork(Fork { kind: ForkKind::Map { distribution: Some(it), .. }, .. }) =
            &graph.states[state].kind
        {
            kept.extend(it.captures.iter().filter_map(|(_, value)| Some(lent::captures(value)?.0)));
        }
        if matches!(graph.states[state].kind, Kind::Task(_) | Kind::Wait { .. } | Kind::Fork(_)) {
            kept.extend(live.at_state(graph, state).iter().map(|keep| keep.place.0));
        }
    }
    let found = forms.iter().filter(|(var, _)| kept.contains(var));
    found.map(|(var, borrow)| (*var, *borrow)).collect()
}

fn refuse(graph: &Graph, var: VarId, borrow: Borrow, errors: &mut Errors) {
    match graph.vars[var].ident.span() {
        // A part of what is matched: the variable is where it is seen.
        bound if borrow.part => errors.span(
            bound,
            format!("`{}` is borrowed here: {KEPT}", graph.vars[var].ident),
            borrow.help,
        ),
        _ => errors.span(borrow.at, KEPT, borrow.help),
    }
}

/// The names that a pattern binds to borrows: `let first = &list[0]`, `match &order { Order { id } => .. }`.
fn bound(pat: &Pat, value: &Ex, forms: &Forms) -> Vec<(Ident, Borrow)> {
    match (pat, &value.kind) {
        (Pat::Paren(inner), _) => bound(&inner.pat, value, forms),
        (Pat::Or(or), _) => or.cases.iter().flat_map(|case| bound(case, value, forms)).collect(),
        (Pat::Tuple(parts), ExKind::Tuple(values)) if parts.elems.len() == values.len() => {
            let parts = parts.elems.iter().zip(values);
            parts.flat_map(|(pat, value)| bound(pat, value, forms)).collect()
        }
        (Pat::Reference(_), _) => vec![],
        (Pat::Ident(name), _) => {
            borrow(value, forms).map(|borrow| (name.ident.clone(), borrow)).into_iter().collect()
        }
        _ => match part(value, forms) {
            Some(part) => owned::parts(pat, part),
            None => vec![],
        },
    }
}

/// Returns what a pattern binds a part of: a borrowed value.
fn part(value: &Ex, forms: &Forms) -> Option<Borrow> {
    let of = borrow(value, forms)?;
    let help = match value.kind {
        ExKind::Ref(_) => {
            "match on the value: remove the `&`, or write `.clone()` behind it instead"
        }
        _ if of.lent == Some(Lent::Slice) => {
            "keep what the pattern finds: `let (a, b) = match list.as_slice() { [a, b] => (a.clone(), b.clone()), .. };`"
        }
        _ => of.help,
    };
    Some(Borrow { help, part: true, ..of })
}

/// Returns what is seen from the syntax: `&order.id`, `list.first()`, `list.iter().max().unwrap()`.
fn borrow(value: &Ex, forms: &Forms) -> Option<Borrow> {
    let of_borrow = |inner: &Ex| matches!(inner.kind, ExKind::Var(var) if forms.contains_key(&var));
    match &value.kind {
        ExKind::Ref(inner) => Some(Borrow {
            at: value.span,
            help: "keep the value: remove the `&`, and write `.clone()` where it is needed again",
            part: false,
            lent: (!of_borrow(inner)).then_some(Lent::Value),
        }),
        ExKind::Var(var) => forms.get(var).map(|it| Borrow { at: value.span, part: false, ..*it }),
        ExKind::Paren(inner) | ExKind::Block(_, inner) => borrow(inner, forms),
        ExKind::If(_, then, or) => borrow(then, forms).or_else(|| borrow(or, forms)),
        ExKind::Match(_, arms) => arms.iter().find_map(|arm| borrow(&arm.value, forms)),
        ExKind::Construct { path, args: Some(args), .. } if path.path.is_ident("Some") => {
            let inner = borrow(args.first()?, forms)?;
            let lent = match inner.lent? {
                Lent::Value => Lent::Option,
                Lent::Text => Lent::OptionalText,
                _ => return None,
            };
            Some(Borrow { lent: Some(lent), ..inner })
        }
        ExKind::Method(call) => of_method(call, forms),
        _ => None,
    }
}

fn of_method(call: &ExMethod, forms: &Forms) -> Option<Borrow> {
    let receiver = &call.receiver;
    let (help, lent) = match call.method.to_string().as_str() {
        // `a.max(b)` is one of both.
        "min" | "max" if !call.args.is_empty() => return borrow(receiver, forms),
        "last" | "next" | "nth" | "find" | "min" | "max" | "min_by" | "max_by" | "min_by_key"
        | "max_by_key" => {
            borrow(receiver, forms).or_else(|| slice(&call.method, receiver))?;
            ("keep the value: add `.cloned()`", of_items(receiver))
        }
        "unwrap" | "expect" | "unwrap_or" | "unwrap_or_default" => {
            let lent = match borrow(receiver, forms)?.lent {
                Some(Lent::Option) => Some(Lent::Value),
                Some(Lent::OptionalText) => Some(Lent::Text),
                _ => None,
            };
            ("keep the value: add `.clone()`", lent)
        }
        // A copy of a value is one; of a text or an option it is another borrow.
        "clone" => {
            return borrow(receiver, forms)
                .filter(|it| it.lent.is_some_and(|lent| lent != Lent::Value));
        }
        name if ADAPTERS.contains(&name) => return borrow(receiver, forms),
        name => {
            let borrowed = methods::find(name)?.borrowed?;
            (owned(borrowed), form(name, borrowed))
        }
    };
    Some(Borrow { at: call.method.span(), help, part: false, lent })
}

/// The form of an item that an iterator gives: by syntax, a list's or one of texts.
fn of_items(list: &Ex) -> Option<Lent> {
    let ExKind::Method(call) = &list.kind else { return Some(Lent::Option) };
    match call.method.to_string().as_str() {
        "enumerate" | "windows" | "chunks" | "zip" => None,
        name if ADAPTERS.contains(&name) => of_items(&call.receiver),
        "split" | "split_whitespace" | "lines" => Some(Lent::OptionalText),
        _ => Some(Lent::Option),
    }
}

/// The form in which the result of a method is kept.
fn form(name: &str, borrowed: methods::Borrowed) -> Option<Lent> {
    match borrowed {
        methods::Borrowed::Item => Some(Lent::Option),
        methods::Borrowed::Text if name == "as_slice" => Some(Lent::Slice),
        methods::Borrowed::Text => Some(Lent::Text),
        methods::Borrowed::OptionalText => Some(Lent::OptionalText),
        methods::Borrowed::Items => None,
    }
}

/// Returns the help that makes a borrowed result a value.
fn owned(borrowed: methods::Borrowed) -> &'static str {
    match borrowed {
        methods::Borrowed::Item => "keep the value: add `.cloned()`",
        methods::Borrowed::Text => OWNED,
        methods::Borrowed::OptionalText => "keep the value: add `.map(|part| part.to_owned())`",
        methods::Borrowed::Items => "keep the list itself, and iterate where it is used",
    }
}

/// `list.last()`, and not that of an iterator.
fn slice(method: &syn::Ident, receiver: &Ex) -> Option<Borrow> {
    let place = method == "last" && receiver.place().is_some();
    place.then(|| Borrow { at: method.span(), help: "", part: false, lent: None })
}
