//! Labels of the branches of a Parallel: a checkpoint knows them by these, wherever they stand in `join!`.
//!
//! A branch is labelled after the state that it begins with. Where that name was made out of a task that others call,
//! too, and has a number for its place alone, the label says what the code is up to its first call.

use super::ex::ExKind;
use super::model::{End, Fork, ForkKind, Graph, Kind, ScopeId, StateId, Stmt, VarId};
use quote::ToTokens;
use std::collections::BTreeMap;
use syn::{Expr, Pat};

/// The labels of the branches of a state, in order; no two are alike.
pub fn labels(graph: &Graph, state: StateId) -> Vec<String> {
    let mut labels: Vec<String> = vec![];
    for scope in graph.children(state) {
        let label = label(graph, scope);
        let again = labels.iter().filter(|known| known.split(" / ").next() == Some(&label)).count();
        labels.push(if again == 0 { label } else { format!("{label} / {again}") });
    }
    labels
}

/// The variables that hold the values of all branches, a tuple: each with the names of the branches. In a checkpoint these
/// are part of its name, since the places in a tuple say nothing.
pub fn joined(graph: &Graph) -> BTreeMap<VarId, String> {
    let joined = (0..graph.states.len()).filter_map(|state| {
        let Kind::Fork(Fork { kind: ForkKind::Parallel { .. }, outcome, .. }) =
            &graph.states[state].kind
        else {
            return None;
        };
        let whole = graph.blocks[outcome.ok].code.iter().find_map(|stmt| match bare(stmt) {
            Stmt::Let { pat: Pat::Ident(_), binds, value, .. }
                if matches!(value.kind, ExKind::Result(_)) =>
            {
                binds.first().copied()
            }
            _ => None,
        });
        Some((whole?, labels(graph, state).join(", ")))
    });
    joined.collect()
}

fn bare(stmt: &Stmt) -> &Stmt {
    match stmt {
        Stmt::Late(inner, _) => bare(inner),
        stmt => stmt,
    }
}

fn label(graph: &Graph, scope: ScopeId) -> String {
    let End::Enter(first) = *graph.target(graph.scopes[scope].start) else { return String::new() };
    let name = &graph.states[first].name;
    let stem = stem(name);
    let alike = graph.states.iter().filter(|state| self::stem(&state.name) == stem).count();
    match &graph.scopes[scope].begins {
        Some(code) if alike > 1 => format!("{stem} #{:08x}", digest(code)),
        _ => name.clone(),
    }
}

/// A name without the number that it has because others have it, too.
fn stem(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((stem, number)) if number.bytes().all(|digit| digit.is_ascii_digit()) => stem,
        _ => name,
    }
}

/// The code of a branch up to its first call, without the space between its words.
pub fn beginning(branch: &Expr) -> String {
    let Expr::Async(block) = branch else { return written(branch) };
    let mut text = String::new();
    for stmt in &block.block.stmts {
        text += &written(stmt);
        if text.contains(".await") {
            break;
        }
    }
    text
}

/// Code without the space between its words.
pub fn written(code: impl ToTokens) -> String {
    code.to_token_stream().to_string().split_whitespace().collect()
}

/// FNV-1a: the same in every build. No code has 0.
pub fn digest(code: &str) -> u32 {
    code.bytes()
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        .max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_no_part_of_a_name() {
        for (name, expected) in [
            ("Note", "Note"),
            ("Note 2", "Note"),
            ("Note 12", "Note"),
            ("Note 2x", "Note 2x"),
            ("Note x2", "Note x2"),
            ("in 3 days", "in 3 days"),
        ] {
            assert_eq!(stem(name), expected);
        }
    }

    #[test]
    fn a_branch_begins_with_its_first_call() {
        let beginning = |code: &str| syn::parse_str(code).map(|branch| beginning(&branch)).ok();
        let plain = beginning("note(order.id)");
        assert_eq!(plain.as_deref(), Some("note(order.id)"));
        let block = "async { let a = 1; let b = note(a).await?; note(b).await }";
        assert_eq!(beginning(block).as_deref(), Some("leta=1;letb=note(a).await?;"));
    }
}
