//! The instructions of a regular expression.

use super::class::{Class, canonical};
use super::syntax::{Node, Place, Tree};

/// The instructions of a regular expression, of which the first one is at 0.
#[derive(Debug)]
pub struct Program {
    /// The instructions.
    pub steps: Vec<Step>,
    /// The number of groups that are remembered.
    pub groups: usize,
    /// The number of loops that are counted.
    pub loops: usize,
    /// Upper and lower case are the same.
    pub any_case: bool,
    /// `^` and `$` match at each line.
    pub lines: bool,
}

/// An instruction.
#[derive(Debug)]
pub enum Step {
    /// Reads one character.
    One { what: Single, back: bool },
    /// Reads one character as often as it can, or as seldom.
    Run { what: Single, least: u32, most: u32, greedy: bool, back: bool },
    /// Goes on at the first, and at the second if that fails.
    Split(usize, usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Remembers the position.
    Save(usize),
    /// Begins a loop.
    Loop(usize),
    /// Decides if there is another round, which begins at the next instruction.
    Round { number: usize, least: u32, most: u32, greedy: bool, exit: usize },
    /// Begins a round: the groups in it are forgotten.
    Begin { number: usize, groups: std::ops::Range<usize> },
    /// Ends a round.
    End { number: usize, least: u32, round: usize },
    /// Reads again what a group has read.
    Reference { group: usize, back: bool },
    /// Is at a place.
    Place(Place),
    /// Looks ahead or back, with the instructions that follow; goes on at `exit`.
    Look { negative: bool, exit: usize },
    /// Ends the search, or the look.
    Match,
}

/// A set of which one character is a member.
#[derive(Debug)]
pub enum Single {
    /// One character, in its canonical form where case means nothing.
    Letter(char),
    /// One of many.
    Class(Class),
    /// Any but a line end.
    Any,
}

impl Program {
    /// Compiles a tree.
    pub fn new(tree: &Tree, any_case: bool, lines: bool) -> Self {
        let mut program = Program { steps: vec![], groups: tree.groups, loops: 0, any_case, lines };
        program.emit(&tree.root, false, &tree.names);
        program.steps.push(Step::Match);
        program
    }

    /// Appends the instructions of a node, which are read from its end if they look back.
    fn emit(&mut self, node: &Node, back: bool, names: &[(String, usize)]) {
        match node {
            Node::Empty => {}
            Node::Letter(_) | Node::Class(_) | Node::Any => {
                if let Some(what) = self.single(node) {
                    self.steps.push(Step::One { what, back });
                }
            }
            Node::Sequence(nodes) if back => {
                nodes.iter().rev().for_each(|node| self.emit(node, back, names))
            }
            Node::Sequence(nodes) => nodes.iter().for_each(|node| self.emit(node, back, names)),
            Node::Choice(nodes) => self.choice(nodes, back, names),
            Node::Group(number, body) => {
                self.steps.push(Step::Save(2 * number + usize::from(back)));
                self.emit(body, back, names);
                self.steps.push(Step::Save(2 * number + usize::from(!back)));
            }
            Node::Reference(group) => self.steps.push(Step::Reference { group: *group, back }),
            Node::Named(name) => {
                let group =
                    names.iter().find(|(known, _)| known == name).map_or(0, |(_, number)| *number);
                self.steps.push(Step::Reference { group, back });
            }
            Node::Place(place) => self.steps.push(Step::Place(*place)),
            Node::Look { ahead, negative, body } => {
                let at = self.hole();
                self.emit(body, !ahead, names);
                self.steps.push(Step::Match);
                self.steps[at] = Step::Look { negative: *negative, exit: self.steps.len() };
            }
            Node::Repeat { .. } => self.repeat(node, back, names),
        }
    }

    /// Appends an instruction that is filled in later.
    fn hole(&mut self) -> usize {
        self.steps.push(Step::Match);
        self.steps.len() - 1
    }

    fn single(&self, node: &Node) -> Option<Single> {
        Some(match node {
            Node::Letter(letter) => {
                Single::Letter(if self.any_case { canonical(*letter) } else { *letter })
            }
            Node::Class(class) => Single::Class(class.clone()),
            Node::Any => Single::Any,
            _ => return None,
        })
    }

    fn choice(&mut self, nodes: &[Node], back: bool, names: &[(String, usize)]) {
        let mut exits = vec![];
        for (index, node) in nodes.iter().enumerate() {
            if index + 1 == nodes.len() {
                self.emit(node, back, names);
                break;
            }
            let split = self.hole();
            self.emit(node, back, names);
            exits.push(self.hole());
            self.steps[split] = Step::Split(split + 1, self.steps.len());
        }
        for exit in exits {
            self.steps[exit] = Step::Jump(self.steps.len());
        }
    }

    fn repeat(&mut self, node: &Node, back: bool, names: &[(String, usize)]) {
        let Node::Repeat { body, least, most, greedy, groups } = node else { return };
        let (least, most, greedy) = (*least, *most, *greedy);
        if let Some(what) = self.single(body) {
            self.steps.push(Step::Run { what, least, most, greedy, back });
            return;
        }
        let number = self.loops;
        self.loops += 1;
        self.steps.push(Step::Loop(number));
        let round = self.hole();
        self.steps.push(Step::Begin { number, groups: groups.clone() });
        self.emit(body, back, names);
        self.steps.push(Step::End { number, least, round });
        self.steps[round] = Step::Round { number, least, most, greedy, exit: self.steps.len() };
    }
}
