//! Borrows that would have to outlive a state: refused where they are made.

use super::ex::{Ex, ExKind};
use super::liveness::Liveness;
use super::lower::borrowed::ADAPTERS;
use super::model::{Fork, ForkKind, Graph, Kind, Stmt, VarId};
use crate::errors::Errors;
use crate::methods;
use proc_macro2::Span;
use std::collections::BTreeMap;

/// A borrow in a value, and the help that makes it a value of its own.
struct Borrow {
    at: Span,
    help: &'static str,
    /// Of a part of the value, that a pattern binds.
    part: bool,
}

const KEPT: &str = "a borrowed value cannot be kept while the workflow waits";
const OWNED: &str = "keep the value: add `.to_owned()`";

/// Refuses variables that hold a borrow while the workflow waits.
pub fn check(graph: &Graph, errors: &mut Errors) {
    let texts = Texts::new(graph);
    texts.check_items(graph, errors);
    let lets: Vec<_> = borrowing(graph).into_iter().chain(texts.variables()).collect();
    if lets.is_empty() {
        return;
    }
    let live = Liveness::new(graph);
    let waits = |state: &usize| {
        matches!(graph.states[*state].kind, Kind::Task(_) | Kind::Wait { .. } | Kind::Fork(_))
    };
    let states: Vec<_> = (0..graph.states.len()).filter(waits).collect();
    for (var, borrow) in lets {
        let kept =
            |state: &usize| live.at_state(graph, *state).iter().any(|keep| keep.place.0 == var);
        if states.iter().any(kept) {
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
    }
}

/// The variables that hold a text of the program, which is a borrow: `"a"`, `vec!["a", "b"]`, `Some("a")`.
struct Texts(BTreeMap<VarId, Span>);

impl Texts {
    fn new(graph: &Graph) -> Self {
        let mut this = Texts(BTreeMap::new());
        for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
            let (var, value) = match stmt {
                Stmt::Let { pat: syn::Pat::Ident(_), binds, value, .. } => (binds.first(), value),
                Stmt::Assign { place, op: None, value } => match &place.kind {
                    ExKind::Var(var) => (Some(var), value),
                    _ => continue,
                },
                _ => continue,
            };
            if let (Some(var), Some(at)) = (var, this.text(value)) {
                this.0.insert(*var, at);
            }
        }
        this
    }

    /// The place of a text that the value holds.
    fn text(&self, value: &Ex) -> Option<Span> {
        match &value.kind {
            ExKind::Lit(syn::Lit::Str(_)) => Some(value.span),
            ExKind::Var(var) => self.0.get(var).copied(),
            ExKind::Paren(inner) | ExKind::Block(_, inner) | ExKind::Repeat(inner, _) => {
                self.text(inner)
            }
            ExKind::If(_, then, or) => self.text(then).or_else(|| self.text(or)),
            ExKind::Match(_, arms) => arms.iter().find_map(|arm| self.text(&arm.value)),
            ExKind::Tuple(items) | ExKind::List { items, .. } => {
                items.iter().find_map(|item| self.text(item))
            }
            ExKind::Construct { path, args: Some(args), .. }
                if ["Some", "Ok", "Err"].iter().any(|of| path.path.is_ident(of)) =>
            {
                args.iter().find_map(|item| self.text(item))
            }
            _ => None,
        }
    }

    fn variables(self) -> impl Iterator<Item = (VarId, Borrow)> {
        self.0.into_iter().map(|(var, at)| (var, Borrow { at, help: OWNED, part: false }))
    }

    /// Refuses texts as the items of a `map`: each is the input of its own branch.
    fn check_items(&self, graph: &Graph, errors: &mut Errors) {
        for state in &graph.states {
            if let Kind::Fork(Fork { kind: ForkKind::Map { list, distribution, .. }, .. }) =
                &state.kind
                && distribution.as_ref().is_none_or(|it| it.reader.is_none())
                && let Some(at) = self.text(list)
            {
                errors.span(at, KEPT, OWNED);
            }
        }
    }
}

/// The variables that hold a borrow.
fn borrowing(graph: &Graph) -> Vec<(VarId, Borrow)> {
    let code = graph.blocks.iter().flat_map(|block| &block.code);
    code.flat_map(|stmt| match stmt {
        Stmt::Let { pat: syn::Pat::Ident(_), binds, value, .. } => {
            binds.first().copied().zip(borrow(value)).into_iter().collect()
        }
        Stmt::Let { pat, binds, value, .. } if !matches!(pat, syn::Pat::Reference(_)) => {
            binds.iter().filter_map(|var| Some((*var, part(value)?))).collect()
        }
        _ => vec![],
    })
    .collect()
}

/// Returns what a pattern binds of a borrowed value: `match &order { Order { id } => .. }`.
fn part(value: &Ex) -> Option<Borrow> {
    let of = borrow(value)?;
    let help = match value.kind {
        ExKind::Ref(_) => {
            "match on the value: remove the `&`, or write `.clone()` behind it instead"
        }
        _ => of.help,
    };
    Some(Borrow { help, part: true, ..of })
}

/// Returns what is seen from the syntax: `&order.id`, `list.first()`, `list.iter().max().unwrap()`.
fn borrow(value: &Ex) -> Option<Borrow> {
    match &value.kind {
        ExKind::Ref(_) => Some(Borrow {
            at: value.span,
            help: "keep the value: remove the `&`, and write `.clone()` where it is needed again",
            part: false,
        }),
        ExKind::Paren(inner) => borrow(inner),
        ExKind::Method(call) => {
            let help = match call.method.to_string().as_str() {
                "last" | "next" | "nth" | "find" | "min" | "max" | "min_by" | "max_by"
                | "min_by_key" | "max_by_key" => {
                    borrow(&call.receiver).or_else(|| slice(&call.method, &call.receiver))?;
                    "keep the value: add `.cloned()`"
                }
                "unwrap" | "expect" | "unwrap_or" => {
                    borrow(&call.receiver)?;
                    "keep the value: add `.clone()`"
                }
                name if ADAPTERS.contains(&name) => return borrow(&call.receiver),
                name => methods::find(name)?.borrowed.map(owned)?,
            };
            Some(Borrow { at: call.method.span(), help, part: false })
        }
        _ => None,
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
    place.then(|| Borrow { at: method.span(), help: "", part: false })
}
