//! Names the variables in the document.

use super::model::{Graph, Var};
use std::collections::BTreeSet;
use workflow_methods::BUILT_IN;

/// Of each variable its name in the code. A value that the user gave no name is called as it was wished where that
/// is free. Where a name would hide a function of JSONata's, the variable is `the_count`.
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
    let hides = |name: &str| BUILT_IN.contains(&name);
    let wanted = match &var.wish {
        Some(wish) if !taken.contains(wish) || hides(wish) || ident.starts_with("__") => wish,
        _ => &ident,
    };
    let wanted = if hides(wanted) { format!("the_{wanted}") } else { wanted.clone() };
    let numbered = (2..).map(|number| format!("{wanted}_{number}"));
    let free = std::iter::once(wanted.clone()).chain(numbered).find(|name| !taken.contains(name));
    let name = free.unwrap_or(ident);
    taken.insert(name.clone());
    name
}

fn ident(var: &Var) -> String {
    crate::ident::text(&var.ident)
}
