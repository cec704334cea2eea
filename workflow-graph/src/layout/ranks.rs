//! The ranks of states: each below those it follows, loops left aside.

use crate::model::GraphScope;

/// Assigns a rank to each state, from 0 on.
///
/// A transition back to a state that the search in depth is still in is reversed; then each state stands below all
/// before it (the longest path), and moves down towards those behind it where that makes more transitions shorter than
/// longer.
pub(super) fn ranks(scope: &GraphScope) -> Vec<usize> {
    let count = scope.nodes.len();
    let mut leaving = vec![vec![]; count];
    for (index, edge) in scope.edges.iter().enumerate() {
        if edge.from != edge.to {
            leaving[edge.from].push(index);
        }
    }
    let (order, back) = search(scope, &leaving);
    let mut below = vec![vec![]; count];
    let mut above = vec![0_usize; count];
    for (index, edge) in scope.edges.iter().enumerate().filter(|(_, edge)| edge.from != edge.to) {
        let (upper, lower) = if back[index] { (edge.to, edge.from) } else { (edge.from, edge.to) };
        below[upper].push(lower);
        above[lower] += 1;
    }
    let mut ranks = vec![0; count];
    for &node in &order {
        for &lower in &below[node] {
            ranks[lower] = ranks[lower].max(ranks[node] + 1);
        }
    }
    for &node in order.iter().rev() {
        let nearest = below[node].iter().map(|&lower| ranks[lower]).min();
        if let Some(nearest) = nearest.filter(|_| below[node].len() > above[node]) {
            ranks[node] = nearest - 1; // at least its rank: each below it is at least one further down
        }
    }
    ranks
}

/// Searches in depth from the start: a topological order, and the transitions that lead back.
fn search(scope: &GraphScope, leaving: &[Vec<usize>]) -> (Vec<usize>, Vec<bool>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let mut seen = vec![Seen::Not; leaving.len()];
    let mut back = vec![false; scope.edges.len()];
    let mut order = vec![];
    for root in scope.start.into_iter().chain(0..leaving.len()) {
        if seen[root] != Seen::Not {
            continue;
        }
        let mut path = vec![(root, 0)];
        seen[root] = Seen::Open;
        while let Some((node, next)) = path.last_mut() {
            let Some(&edge) = leaving[*node].get(*next) else {
                seen[*node] = Seen::Done;
                order.push(*node);
                path.pop();
                continue;
            };
            *next += 1;
            let to = scope.edges[edge].to;
            match seen[to] {
                Seen::Not => {
                    seen[to] = Seen::Open;
                    path.push((to, 0));
                }
                Seen::Open => back[edge] = true,
                Seen::Done => {}
            }
        }
    }
    order.reverse();
    (order, back)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Graph;
    use serde_json::json;

    #[test]
    fn loops_do_not_keep_states_from_their_ranks() {
        let document = json!({"StartAt": "Ask", "States": {
            "Rest": {"Type": "Wait", "Next": "Ask"},
            "Ask": {"Type": "Task", "Next": "Ready?", "Catch": [{"ErrorEquals": ["E"], "Next": "Lost"}]},
            "Ready?": {"Type": "Choice", "Choices": [{"Next": "Done"}, {"Next": "Ready?"}], "Default": "Rest"},
            "Done": {"Type": "Task", "End": true, "Catch": [{"ErrorEquals": ["E"], "Next": "Lost"}]},
            "Lost": {"Type": "Fail"}
        }});
        let ranks = ranks(&Graph::read(&document).scopes[0]);
        assert_eq!(ranks, [2, 0, 1, 2, 3]);
    }
}
