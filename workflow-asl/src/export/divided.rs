//! A value of which parts are bound: each part has only what it needs of what puts the value together.

use super::bound::bound;
use super::render::Render;
use super::uses::{Read, Uses};
use super::walk::Step;
use crate::expr::{Code, Refused, divided, divisible};
use crate::program::{Expr, Pattern};

/// Patterns that are bound to a value (several: to the parts of a tuple), and the way in which it is read.
pub(super) type Part<'p> = (Vec<&'p Pattern>, Code, Read);

/// True if a step binds parts of a value that can be divided.
pub(super) fn divides(step: &Step<'_>) -> bool {
    matches!(step, Step::Let(Pattern::Tuple(_), value) if divisible(value).is_some())
}

impl<'p> Render<'_, 'p> {
    /// The parts of a tuple that are read behind a step, or may fail and are read by nothing else that is made of it.
    /// None if the value cannot be divided.
    pub(super) fn divided(
        &self,
        at: usize,
        pattern: &'p Pattern,
        value: &Expr,
        uses: &Uses,
    ) -> Result<Option<Vec<Part<'p>>>, Refused> {
        let Pattern::Tuple(patterns) = pattern else { return Ok(None) };
        if divisible(value) != Some(patterns.len()) {
            return Ok(None);
        }
        let mut parts = vec![];
        for (index, pattern) in patterns.iter().enumerate() {
            let made = bound(pattern);
            let read = Read::all(made.iter().filter_map(|made| uses.0.get(made)));
            if read.times == 0 && made.iter().any(|made| self.elsewhere.contains(&(at, *made))) {
                continue;
            }
            let code = divided(value, [index], &self.env, self.base.types)?;
            if read.times > 0 || code.fails_unread() {
                parts.push((index, (vec![pattern], code, read)));
            }
        }
        let (wanted, parts): (Vec<usize>, Vec<Part<'p>>) = parts.into_iter().unzip();
        match wanted.len() {
            0 | 1 => Ok(Some(parts)),
            _ => {
                let whole = divided(value, wanted, &self.env, self.base.types)?;
                Ok(Some(shorter(parts, whole)))
            }
        }
    }
}

/// Each part by itself, or all together, whichever text is shorter.
fn shorter<'p>(parts: Vec<Part<'p>>, whole: Code) -> Vec<Part<'p>> {
    // What is read of a tuple has a name, and an index.
    const NAME: usize = "($value := ; )".len();
    const INDEX: usize = "$value[0]".len();
    let apart: usize = parts.iter().map(|(_, code, _)| code.text().len()).sum();
    if apart <= whole.text().len() + NAME + INDEX * parts.len() {
        return parts;
    }
    let read = Read::all(parts.iter().map(|(_, _, read)| read));
    let patterns = parts.iter().flat_map(|(patterns, ..)| patterns.iter().copied());
    vec![(patterns.collect(), whole, read)]
}
