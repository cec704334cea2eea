//! The variables that an expression reads, and the way it reads them: what is read once, and surely, is inlined.

use super::walk::Step;
use crate::expr::parts;
use crate::program::{Expr, Program, Root};
use std::collections::BTreeMap;

/// The way in which each variable is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Uses(pub BTreeMap<usize, Read>);

/// The way in which a variable is read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Read {
    /// The number of times. In a closure it counts twice: it may run many times.
    pub times: usize,
    /// True if it may not be read at all: in a branch, on the right of `&&`, in a closure.
    pub lazily: bool,
}

const ONCE: Read = Read { times: 1, lazily: false };
const OFTEN: Read = Read { times: 2, lazily: false };

impl Uses {
    /// Of an expression.
    pub fn of(program: &Program, expr: &Expr) -> Self {
        let mut uses = Uses::default();
        uses.expr(program, expr);
        uses
    }

    /// Of a variable: an alias is read where it leads.
    pub fn of_variable(program: &Program, variable: usize) -> Self {
        let mut uses = Uses::default();
        uses.variable(program, variable, ONCE);
        uses
    }

    /// Of a statement.
    pub fn of_step(program: &Program, step: Step<'_>) -> Self {
        let mut uses = Uses::default();
        match step {
            Step::Let(_, value) => uses.expr(program, value),
            Step::Assign(place, value) => {
                uses.expr(program, value);
                // `a = x` reads nothing of `a`; `a.b = x` reads it once, deeper places several times.
                match place.fields.len() {
                    0 => {}
                    1 => uses.variable(program, place.variable, ONCE),
                    _ => uses.variable(program, place.variable, OFTEN),
                }
            }
            Step::Mutate(place, method, arguments) => {
                let appends = matches!(method, "push" | "push_back" | "push_front");
                let once = place.fields.is_empty() && appends;
                uses.variable(program, place.variable, if once { ONCE } else { OFTEN });
                arguments.iter().for_each(|argument| uses.expr(program, argument));
            }
        }
        uses
    }

    /// Adds what an expression reads.
    pub fn expr(&mut self, program: &Program, expr: &Expr) {
        reads(expr, ONCE, &mut |variable, read| self.variable(program, variable, read));
    }

    /// Adds what another reads.
    pub fn add(&mut self, other: &Uses) {
        other.0.iter().for_each(|(variable, read)| self.read(*variable, *read));
    }

    fn variable(&mut self, program: &Program, variable: usize, read: Read) {
        match program.variables[variable].root {
            Root::Alias(expr) => {
                reads(expr, read, &mut |variable, read| self.variable(program, variable, read));
            }
            _ => self.read(variable, read),
        }
    }

    fn read(&mut self, variable: usize, read: Read) {
        let known = self.0.entry(variable).or_default();
        known.times += read.times;
        known.lazily |= read.lazily;
    }
}

/// Tells the variables of an expression as they are written, aliases too.
pub(super) fn reads(expr: &Expr, read: Read, found: &mut dyn FnMut(usize, Read)) {
    if let Expr::Var(variable) = expr {
        found(*variable, read);
    }
    let times = if matches!(expr, Expr::Closure(..)) { OFTEN.times } else { read.times };
    parts(expr, &mut |part, lazily| {
        reads(part, Read { times, lazily: lazily || read.lazily }, found);
    });
}

impl Read {
    /// Once, and surely.
    pub const ONCE: Read = ONCE;

    /// Read as the parts of a value are.
    pub fn all<'r>(reads: impl Iterator<Item = &'r Read>) -> Read {
        reads.fold(Read::default(), |all, read| Read {
            times: all.times + read.times,
            lazily: all.lazily || read.lazily,
        })
    }
}
