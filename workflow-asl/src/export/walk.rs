//! The straight code from one state to the next: blocks, followed through join points.

use super::error::broken;
use crate::expr::Refused;
use crate::program::{End, Expr, Pattern, Place, Program, Stmt};

/// An edge between two states.
pub(super) struct Walk<'p> {
    /// The steps on it, in order.
    pub steps: Vec<Step<'p>>,
    /// Its target.
    pub target: Target<'p>,
}

/// The target of an edge.
#[derive(Clone, Copy)]
pub(super) enum Target<'p> {
    /// To a state.
    State(usize),
    /// To the end of the workflow, branch or item, with this value.
    Return(&'p Expr),
}

/// A statement; besides those of blocks, what the pattern of a Choice rule binds.
#[derive(Clone, Copy)]
pub(super) enum Step<'p> {
    /// `let pattern = value;`
    Let(&'p Pattern, &'p Expr),
    /// `place = value;`
    Assign(&'p Place, &'p Expr),
    /// `place.method(arguments);`
    Mutate(&'p Place, &'p str, &'p [Expr]),
}

impl<'p> Walk<'p> {
    /// Begins with a block.
    pub fn new(program: &'p Program, mut block: usize) -> Result<Self, Refused> {
        let mut steps = vec![];
        // Blocks that lead to each other without a state between them would be a loop without a task.
        for _ in 0..=program.blocks.len() {
            let at = &program.blocks[block]; // the macro writes the table and the indices together
            steps.extend(at.code.iter().map(Step::from));
            let target = match &at.end {
                End::Goto(next) => {
                    steps.extend(at.late.iter().map(Step::from));
                    block = *next;
                    continue;
                }
                End::Enter(state) => Target::State(*state),
                End::Return(value) => {
                    steps.extend(at.late.iter().map(Step::from));
                    Target::Return(value)
                }
            };
            return Ok(Walk { steps, target });
        }
        Err(broken(format!("block {block} is in a loop without a state")))
    }

    /// The state it leads to, where it must lead to one.
    pub fn state(&self) -> Result<usize, Refused> {
        match self.target {
            Target::State(state) => Ok(state),
            Target::Return(_) => Err(broken("an edge that cannot hold a value ends the scope")),
        }
    }

    /// The statement that names the result of the state it begins at: `let pattern = result`.
    pub fn result(&self) -> Option<&'p Pattern> {
        self.steps.iter().find_map(|step| match step {
            Step::Let(pattern, Expr::Result) => Some(*pattern),
            _ => None,
        })
    }
}

impl<'p> From<&'p Stmt> for Step<'p> {
    fn from(stmt: &'p Stmt) -> Self {
        match stmt {
            Stmt::Let(pattern, value) => Step::Let(pattern, value),
            Stmt::Assign(place, value) => Step::Assign(place, value),
            Stmt::Mutate(place, method, arguments) => Step::Mutate(place, method, arguments),
        }
    }
}

/// Returns what is done in the phase of a state's own expressions: the late code of the blocks that enter it.
pub(super) fn late(program: &Program, state: usize) -> Result<Vec<Step<'_>>, Refused> {
    let mut entries = program.blocks.iter().filter_map(|block| match block.end {
        End::Enter(to) if to == state => Some(block.late),
        _ => None,
    });
    let first = entries.next().unwrap_or_default();
    // Statements have no equality; their printed form is complete.
    if entries.any(|late| format!("{late:?}") != format!("{first:?}")) {
        return Err(broken("the blocks that lead to the state differ in what they do late"));
    }
    Ok(first.iter().map(Step::from).collect())
}
