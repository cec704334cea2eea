//! Paths: lists of steps, and what is said of a step: its predicates, its order, the names for it.

use super::super::fault::Fault;
use super::super::number;
use super::analysis::{Analysed, Analysis};
use super::ancestry::Ancestry;
use super::tree::{self, Tree};
use super::{Kind, Node, Path, Stage};

impl Analysis {
    pub(super) fn path(&mut self, at: usize, left: Tree, right: Tree) -> Analysed {
        let left = self.node(left)?;
        let mut node = as_path(left);
        let right = self.node(right)?;
        let Kind::Path(path) = &mut node.kind else { return Ok(node) };
        match right {
            Node { kind: Kind::Path(rest), .. } => path.steps.extend(rest.steps),
            step => path.steps.push(step),
        }
        for step in &mut path.steps {
            let literal = match &mut step.kind {
                Kind::Number(number) => number::shown(*number),
                Kind::Bool(flag) => flag.to_string(),
                Kind::Null => "null".into(),
                Kind::Text(text) => {
                    step.kind = Kind::Name(std::mem::take(text));
                    continue;
                }
                _ => continue,
            };
            let text = format!(
                "The literal value {literal} cannot be used as a step within a path expression"
            );
            return Err(Fault::at("S0213", text, step.at));
        }
        path.keep |= path.steps.iter().any(|step| step.is(|extra| extra.keep));
        let last = path.steps.len() - 1;
        for index in [0, last] {
            if matches!(path.steps[index].kind, Kind::Array(_)) {
                path.steps[index].marks().cons = true;
            }
        }
        let seeking = self.ancestry.of_path(path)?;
        path.tuples |= path.steps.iter().any(Node::makes_tuples);
        node.at = node.at.min(at);
        if !seeking.is_empty() {
            node.marks().seeking.extend(seeking);
        }
        Ok(node)
    }

    pub(super) fn filter(&mut self, left: Tree, predicate: Tree) -> Analysed {
        let mut node = self.node(left)?;
        let step = last_step(&mut node);
        if step.is(|extra| extra.group.is_some()) {
            let text = "A predicate cannot follow a grouping expression in a step";
            return Err(Fault::at("S0209", text, predicate.at));
        }
        let predicate = self.node(predicate)?;
        self.ancestry.of_predicate(step, &predicate)?;
        step.marks().stages.push(Stage::Filter(predicate));
        note_tuples(&mut node);
        Ok(node)
    }

    pub(super) fn grouped(&mut self, at: usize, left: Tree, pairs: tree::Pairs) -> Analysed {
        let mut node = self.node(left)?;
        if node.is(|extra| extra.group.is_some()) {
            let text = "Each step can only have one grouping expression";
            return Err(Fault::at("S0210", text, at));
        }
        let group = self.group(at, pairs)?;
        node.marks().group = Some(group);
        Ok(node)
    }

    pub(super) fn sort(&mut self, at: usize, left: Tree, terms: Vec<(Tree, bool)>) -> Analysed {
        let left = self.node(left)?;
        let mut node = as_path(left);
        let mut seeking = vec![];
        let mut nodes = vec![];
        for (term, descending) in terms {
            let term = self.node(term)?;
            seeking.extend(Ancestry::seeking(&term));
            nodes.push((term, descending));
        }
        let mut step = Node::new(at, Kind::Sort(nodes));
        if !seeking.is_empty() {
            step.marks().seeking = seeking;
        }
        let Kind::Path(path) = &mut node.kind else { return Ok(node) };
        path.steps.push(step);
        let seeking = self.ancestry.of_path(path)?;
        if !seeking.is_empty() {
            node.marks().seeking.extend(seeking);
        }
        Ok(node)
    }

    pub(super) fn focus(&mut self, at: usize, left: Tree, name: String, keep: bool) -> Analysed {
        let mut node = self.node(left)?;
        let symbol = self.symbol(name);
        let step = last_step(&mut node);
        if !step.stages().is_empty() {
            let text = "A context variable binding must precede any predicates on a step";
            return Err(Fault::at("S0215", text, at));
        }
        if matches!(step.kind, Kind::Sort(_)) {
            let text = "A context variable binding must precede the 'order-by' clause on a step";
            return Err(Fault::at("S0216", text, at));
        }
        let marks = step.marks();
        marks.keep |= keep;
        marks.focus = Some(symbol);
        marks.tuple = true;
        note_tuples(&mut node);
        Ok(node)
    }

    pub(super) fn index(&mut self, left: Tree, name: String) -> Analysed {
        let mut node = as_path(self.node(left)?);
        let symbol = self.symbol(name);
        let marks = last_step(&mut node).marks();
        if marks.stages.is_empty() {
            marks.index = Some(symbol);
        } else {
            marks.stages.push(Stage::Index(symbol));
        }
        marks.tuple = true;
        note_tuples(&mut node);
        Ok(node)
    }
}

/// A node as a path; a path as it is.
fn as_path(mut node: Node) -> Node {
    if matches!(node.kind, Kind::Path(_)) {
        return node;
    }
    if node.is(|extra| extra.group.is_some() && !extra.stages.is_empty()) {
        node.marks().alone = true;
    }
    let at = node.at;
    let seeking = match node.kind {
        Kind::Parent(slot) => vec![slot],
        _ => vec![],
    };
    let mut path =
        Node::new(at, Kind::Path(Box::new(Path { steps: vec![node], keep: false, tuples: false })));
    if !seeking.is_empty() {
        path.marks().seeking = seeking;
    }
    path
}

/// The last step of a path; a node that is none.
fn last_step(node: &mut Node) -> &mut Node {
    match node.kind {
        Kind::Path(ref mut path) => path.last(),
        _ => node,
    }
}

fn note_tuples(node: &mut Node) {
    if let Kind::Path(path) = &mut node.kind {
        path.tuples |= path.steps.iter().any(Node::makes_tuples);
    }
}
