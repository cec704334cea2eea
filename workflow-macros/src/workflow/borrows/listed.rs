//! Lists of borrows, by the type that is written: `let large: Vec<&Order> = orders.iter().filter(..).collect();`. No
//! variable keeps them: the help is a list of the values.

use super::texts::Texts;
use super::{Borrow, Forms};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Graph, Stmt, VarId};
use syn::{GenericArgument, Pat, PathArguments, Type, TypeReference};

const VALUES: &str =
    "keep the values: take the `&` out of the type, and write `.cloned()` before `.collect()`";
const TEXTS: &str = "keep the texts: write `String` in the type, and `.map(|text| text.to_owned())` before `.collect()`";

const PAIRED: &str =
    "keep the texts: write `String` in the type, and `.to_owned()` behind the text in the pair";

/// The variables that hold a list of borrows.
pub(super) fn forms(graph: &Graph) -> Forms {
    let texts: Forms = Texts::new(graph).variables().collect();
    let mut found = Forms::new();
    for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
        let Stmt::Let { pat: Pat::Ident(_), binds, value, ty, .. } = stmt else { continue };
        let of = ty.as_ref().and_then(of_list).or_else(|| collected(value));
        let borrow = match of {
            Some((of, help)) => {
                Some(Borrow { at: of.and_token.span, help, part: false, lent: None })
            }
            // What goes through a list of pairs has its texts, too.
            None => {
                list(value).and_then(|of| found.get(&of)).filter(|it| it.help == PAIRED).copied()
            }
        };
        let new = binds.iter().filter(|var| !texts.contains_key(var));
        found
            .extend(borrow.into_iter().flat_map(|borrow| new.clone().map(move |it| (*it, borrow))));
    }
    found
}

/// The variable whose items a value gives.
fn list(value: &Ex) -> Option<VarId> {
    const ITEMS: [&str; 5] = ["clone", "cloned", "collect", "into_iter", "iter"];
    match &value.kind {
        ExKind::Var(var) => Some(*var),
        ExKind::Paren(inner) | ExKind::Ref(inner) => list(inner),
        ExKind::Method(call) if ITEMS.iter().any(|it| call.method == it) => list(&call.receiver),
        _ => None,
    }
}

fn is_text(of: &TypeReference) -> bool {
    matches!(&*of.elem, Type::Path(path) if path.path.is_ident("str"))
}

/// `&Order` of `Vec<&Order>`, `&str` of `Vec<(usize, &str)>`, and the help.
fn of_list(ty: &Type) -> Option<(&TypeReference, &'static str)> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Vec")?;
    let PathArguments::AngleBracketed(args) = &last.arguments else { return None };
    match args.args.first()? {
        GenericArgument::Type(Type::Reference(of)) => {
            Some((of, if is_text(of) { TEXTS } else { VALUES }))
        }
        GenericArgument::Type(Type::Tuple(pair)) => pair.elems.iter().find_map(|part| match part {
            Type::Reference(of) if is_text(of) => Some((of, PAIRED)),
            _ => None,
        }),
        _ => None,
    }
}

/// The same of `.collect::<Vec<&Order>>()`.
fn collected(value: &Ex) -> Option<(&TypeReference, &'static str)> {
    let ExKind::Method(call) = &value.kind else { return None };
    match call.turbofish.as_ref()?.args.first()? {
        GenericArgument::Type(ty) => of_list(ty),
        _ => None,
    }
}
