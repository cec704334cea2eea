//! The order of a graph: who dominates whom, and which edges lead back.

use crate::value::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The order of the states that can be reached in a scope.
#[derive(Debug)]
pub(crate) struct Order {
    /// Reverse postorder.
    pub nodes: Vec<Node>,
    place: BTreeMap<Node, usize>,
    dominator: BTreeMap<Node, Node>,
    /// The states that lead to each, once for each edge.
    pub before: BTreeMap<Node, Vec<Node>>,
}

impl Order {
    /// Orders what `next` leads to from `start`.
    pub fn of(start: Node, next: &dyn Fn(Node) -> Vec<Node>) -> Self {
        let (mut nodes, mut seen) = (vec![], BTreeSet::from([start]));
        let mut open = vec![(start, next(start))];
        while let Some((node, left)) = open.last_mut() {
            match left.pop() {
                Some(to) if seen.insert(to) => open.push((to, next(to))),
                Some(_) => {}
                None => {
                    nodes.push(*node);
                    open.pop();
                }
            }
        }
        nodes.reverse();
        let place = nodes.iter().enumerate().map(|(place, node)| (*node, place)).collect();
        let mut before: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        for node in &nodes {
            next(*node).into_iter().for_each(|to| before.entry(to).or_default().push(*node));
        }
        let mut order = Order { nodes, place, dominator: BTreeMap::from([(start, start)]), before };
        while order.dominate() {}
        order
    }

    /// One round; false when nothing has changed.
    fn dominate(&mut self) -> bool {
        let mut changed = false;
        for node in self.nodes.clone().into_iter().skip(1) {
            let before = self.before.get(&node).into_iter().flatten();
            let known = before.filter(|it| self.dominator.contains_key(it)).copied();
            let Some(new) = known.reduce(|a, b| self.common(a, b)) else { continue };
            changed |= self.dominator.insert(node, new) != Some(new);
        }
        changed
    }

    fn common(&self, mut a: Node, mut b: Node) -> Node {
        while a != b {
            if self.place[&a] > self.place[&b] {
                a = self.dominator[&a];
            } else {
                b = self.dominator[&b];
            }
        }
        a
    }

    /// The place of a node in the order.
    pub fn place(&self, node: Node) -> usize {
        self.place.get(&node).copied().unwrap_or(usize::MAX)
    }

    /// The node that all ways to this one pass last.
    pub fn dominator(&self, node: Node) -> Option<Node> {
        self.dominator.get(&node).copied().filter(|it| *it != node)
    }

    /// True if an edge leads back in the order.
    pub fn is_back(&self, from: Node, to: Node) -> bool {
        self.place(to) <= self.place(from)
    }

    /// True if all ways to `node` pass `by`.
    pub fn passes(&self, by: Node, node: Node) -> bool {
        let mut at = node;
        loop {
            if at == by {
                return true;
            }
            match self.dominator(at) {
                Some(up) => at = up,
                None => return false,
            }
        }
    }

    /// An edge into the middle of a loop, if there is one.
    pub fn irreducible(&self) -> Option<(Node, Node)> {
        let edges = self.before.iter().flat_map(|(to, from)| from.iter().map(move |it| (*it, *to)));
        edges
            .filter(|(from, to)| self.is_back(*from, *to))
            .find(|(from, to)| !self.passes(*to, *from))
    }

    /// True if a loop begins with this node.
    pub fn is_head(&self, node: Node) -> bool {
        self.before.get(&node).into_iter().flatten().any(|from| self.is_back(*from, node))
    }

    /// The number of edges that lead forward to a node.
    pub fn forward(&self, node: Node) -> usize {
        self.before
            .get(&node)
            .into_iter()
            .flatten()
            .filter(|from| !self.is_back(**from, node))
            .count()
    }

    /// The nodes with several ways to them that come right after `node`, in order.
    pub fn merged(&self, node: Node) -> Vec<Node> {
        let below = self.nodes.iter().copied().filter(|it| self.dominator(*it) == Some(node));
        below.filter(|it| self.forward(*it) > 1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    fn order(edges: &[(usize, usize)]) -> Order {
        let edges = edges.to_vec();
        Order::of(0, &move |node| {
            edges.iter().filter(|(from, _)| *from == node).map(|(_, to)| *to).collect()
        })
    }

    #[test]
    fn a_diamond_with_a_loop() {
        let order = order(&[(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 1), (4, 5)]);
        assert_eq!((order.dominator(4), order.dominator(5)), (Some(1), Some(4)));
        assert_eq!((order.merged(1), order.is_head(1), order.is_head(4)), (vec![4], true, false));
        assert_eq!(order.irreducible(), None);
    }

    #[test]
    fn a_jump_into_a_loop() {
        assert!(order(&[(0, 1), (0, 2), (1, 2), (2, 1)]).irreducible().is_some());
    }
}
