//! What the variables are called in the document.

use super::model::{Graph, Var};
use crate::built_in::BUILT_IN;
use std::collections::BTreeSet;

/// Of each variable its name in the code. A value that the user gave no name is called as it was wished where that
/// is free. A name that would hide a function of JSONata's gets a `_`.
pub fn names(graph: &Graph) -> Vec<String> {
    let plain = graph.vars.iter().filter(|var| var.wish.is_none()).map(ident);
    let mut taken: BTreeSet<String> = BUILT_IN.iter().map(|name| (*name).to_owned()).collect();
    let own: BTreeSet<String> = plain.filter(|name| !taken.contains(name)).collect();
    taken.extend(own.iter().cloned());
    graph.vars.iter().map(|var| name(var, &own, &mut taken)).collect()
}

fn name(var: &Var, own: &BTreeSet<String>, taken: &mut BTreeSet<String>) -> String {
    let ident = ident(var);
    if var.wish.is_none() && own.contains(&ident) {
        return ident;
    }
    let wish = var.wish.iter().find(|wish| !taken.contains(*wish)).cloned();
    let mut name = wish.unwrap_or(ident);
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

fn ident(var: &Var) -> String {
    crate::ident::text(&var.ident)
}
