//! Names of Pass states: the variables that the document assigns in them, as the user calls them.

use super::document::Document;
use super::model::{BlockId, Graph, Kind, Stmt, Var, VarId, VarKind};
use super::names::Names;

/// The most variables that a name lists.
const MOST: usize = 3;

/// Names the Pass states, in the order of the code.
pub fn name(graph: &mut Graph, document: &Document, names: &mut Names) {
    for state in 0..graph.states.len() {
        let Kind::Pass { next } = graph.states[state].kind else { continue };
        if !graph.states[state].name.is_empty() {
            continue;
        }
        graph.states[state].name = names.state(&title(graph, document, next));
    }
}

fn title(graph: &Graph, document: &Document, block: BlockId) -> String {
    let (mut names, mut binding): (Vec<String>, bool) = (vec![], false);
    for stmt in graph.blocks[block].code.iter().filter(|stmt| !matches!(stmt, Stmt::Late(..))) {
        let assigned = document.assigned(graph, block, stmt);
        binding |= matches!(stmt, Stmt::Let { binds, .. } if !binds.is_empty());
        for name in assigned.iter().filter_map(|var| shown(graph, *var)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let more = names.len().saturating_sub(MOST);
    if more > 1 {
        names.truncate(MOST);
        return format!("Set {} and {more} more", names.join(", "));
    }
    match (names.is_empty(), binding) {
        (false, _) => format!("Set {}", names.join(", ")),
        (true, true) => "Compute".to_owned(),
        (true, false) => "Start".to_owned(),
    }
}

/// The name of a variable as the user wrote it. A loop's own variables have the name of its item; what holds a part
/// of an expression has none.
fn shown(graph: &Graph, var: VarId) -> Option<String> {
    const PARTS: [&str; 9] =
        ["before", "done", "entry", "key", "outcome", "part", "undo", "value", "whole"];
    let Var { ident, wish, kind, .. } = &graph.vars[var];
    if let VarKind::Shadow { of } = kind {
        return shown(graph, *of);
    }
    let Some(wish) = wish else { return Some(crate::ident::text(ident)) };
    if graph.limits.contains(&var) || PARTS.contains(&wish.as_str()) {
        return None;
    }
    let counts = graph.counters.iter().any(|(_, counter, _)| *counter == var);
    let own = if counts { "_next" } else { "_each" };
    Some(wish.strip_suffix(own).unwrap_or(wish).to_owned())
}
