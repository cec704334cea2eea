//! The operator `%`: which step's input each of them means.

use super::super::fault::Fault;
use super::{Kind, Node, Path, Slot, Symbol};

/// The operators `%` of an expression.
#[derive(Default)]
pub(super) struct Ancestry {
    slots: Vec<Seeker>,
}

struct Seeker {
    /// The number of steps up to the parent.
    level: usize,
    label: Symbol,
}

impl Ancestry {
    /// Another `%`, labelled by a name that nobody can write.
    pub(super) fn add(&mut self, label: Symbol) -> Slot {
        self.slots.push(Seeker { level: 1, label });
        self.slots.len() - 1
    }

    /// The label of each `%`.
    pub(super) fn labels(self) -> Vec<Symbol> {
        self.slots.into_iter().map(|seeker| seeker.label).collect()
    }

    /// The `%` that a node leaves to what is around it.
    pub(super) fn seeking(node: &Node) -> Vec<Slot> {
        let mut slots = node.extra.as_ref().map_or_else(Vec::new, |extra| extra.seeking.clone());
        if let Kind::Parent(slot) = node.kind {
            slots.push(slot);
        }
        slots
    }

    /// Finds the parents that a predicate of a step seeks.
    pub(super) fn of_predicate(&mut self, step: &mut Node, predicate: &Node) -> Result<(), Fault> {
        let Some(extra) = predicate.extra.as_ref().filter(|extra| !extra.seeking.is_empty()) else {
            return Ok(());
        };
        for slot in &extra.seeking {
            if self.slots[*slot].level == 1 {
                self.seek(step, *slot)?;
            } else {
                self.slots[*slot].level = self.slots[*slot].level.saturating_sub(1);
            }
        }
        step.marks().seeking.extend(Self::seeking(predicate));
        Ok(())
    }

    /// Finds the parents that the last step of a path seeks; gives those that are further out.
    pub(super) fn of_path(&mut self, path: &mut Path) -> Result<Vec<Slot>, Fault> {
        let mut outside = vec![];
        let Some(last) = path.steps.last() else { return Ok(outside) };
        for slot in Self::seeking(last) {
            let mut steps = path.steps.len() - 1;
            while self.slots[slot].level > 0 {
                if steps == 0 {
                    outside.push(slot);
                    break;
                }
                steps -= 1;
                // Steps that follow each other and bind their values have one input.
                while steps > 0 && focuses(&path.steps[steps]) && focuses(&path.steps[steps - 1]) {
                    steps -= 1;
                }
                self.seek(&mut path.steps[steps], slot)?;
            }
        }
        path.tuples |= path.steps.iter().any(Node::makes_tuples);
        Ok(outside)
    }

    /// Goes up by one step.
    fn seek(&mut self, node: &mut Node, slot: Slot) -> Result<(), Fault> {
        match &mut node.kind {
            Kind::Name(_) | Kind::Wildcard => {
                let level = self.slots[slot].level.saturating_sub(1);
                self.slots[slot].level = level;
                let marks = node.marks();
                if level == 0 {
                    if let Some(known) = marks.ancestor {
                        self.slots[slot].label = self.slots[known].label;
                    }
                    marks.ancestor = Some(slot);
                    marks.tuple = true;
                }
            }
            Kind::Parent(_) => self.slots[slot].level += 1,
            Kind::Block(block) => {
                if let Some(last) = block.nodes.last_mut() {
                    self.seek(last, slot)?;
                    node.marks().tuple = true;
                }
            }
            Kind::Path(path) => {
                let mut steps = path.steps.iter_mut().rev();
                if let Some(step) = steps.next() {
                    self.seek(step, slot)?;
                }
                while self.slots[slot].level > 0 {
                    let Some(step) = steps.next() else { break };
                    self.seek(step, slot)?;
                }
                path.tuples |= path.steps.iter().any(Node::makes_tuples);
                node.marks().tuple = true;
            }
            _ => return Err(underivable(node.at)),
        }
        Ok(())
    }
}

fn focuses(step: &Node) -> bool {
    step.is(|extra| extra.focus.is_some())
}

/// A `%` that has no parent.
pub(super) fn underivable(at: usize) -> Fault {
    let text = "The object representing the 'parent' cannot be derived from this expression";
    Fault::at("S0217", text, at)
}
