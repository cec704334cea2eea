//! Lists of borrows, by the type that is written: `let large: Vec<&Order> = orders.iter().filter(..).collect();`. No
//! variable keeps them: the help is a list of the values.

use super::texts::Texts;
use super::{Borrow, Forms};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Graph, Stmt};
use syn::{GenericArgument, Pat, PathArguments, Type, TypeReference};

const VALUES: &str =
    "keep the values: take the `&` out of the type, and write `.cloned()` before `.collect()`";
const TEXTS: &str = "keep the texts: write `String` in the type, and `.map(|text| text.to_owned())` before `.collect()`";

/// The variables that hold a list of borrows.
pub(super) fn forms(graph: &Graph) -> Forms {
    let texts: Forms = Texts::new(graph).variables().collect();
    let mut found = Forms::new();
    for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
        if let Stmt::Let { pat: Pat::Ident(_), binds, value, ty, .. } = stmt
            && let Some(of) = ty.as_ref().and_then(of_list).or_else(|| collected(value))
        {
            let (at, help) = (of.and_token.span, if is_text(of) { TEXTS } else { VALUES });
            let borrow = Borrow { at, help, part: false, lent: None };
            found.extend(
                binds.iter().filter(|var| !texts.contains_key(var)).map(|it| (*it, borrow)),
            );
        }
    }
    found
}

fn is_text(of: &TypeReference) -> bool {
    matches!(&*of.elem, Type::Path(path) if path.path.is_ident("str"))
}

/// `&Order` of `Vec<&Order>`.
fn of_list(ty: &Type) -> Option<&TypeReference> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Vec")?;
    let PathArguments::AngleBracketed(args) = &last.arguments else { return None };
    match args.args.first()? {
        GenericArgument::Type(Type::Reference(of)) => Some(of),
        _ => None,
    }
}

/// The same of `.collect::<Vec<&Order>>()`.
fn collected(value: &Ex) -> Option<&TypeReference> {
    let ExKind::Method(call) = &value.kind else { return None };
    match call.turbofish.as_ref()?.args.first()? {
        GenericArgument::Type(ty) => of_list(ty),
        _ => None,
    }
}
