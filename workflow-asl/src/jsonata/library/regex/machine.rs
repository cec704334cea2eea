//! The search: goes forth until something does not fit, then back to the last branch.

use super::class::{canonical, ends_line, is_word};
use super::program::{Program, Single, Step};
use super::syntax::Place;
use super::{Left, Match};
use crate::jsonata::fault::Fault;

const TOO_MUCH: &str =
    "Expression evaluation memory limit exceeded: Check for excessive memory usage";
const TOO_LONG: &str = "Expression evaluation timeout: Check for infinite loop";

/// Finds the first match that does not begin before a position.
pub fn search(
    program: &Program,
    text: &[char],
    start: usize,
    left: &mut Left,
) -> Result<Option<Match>, Fault> {
    let mut machine = Machine::new(program, text, left);
    for start in start..=text.len() {
        machine.spend(1)?;
        if let Some(end) = machine.run(0, start)? {
            let group =
                |number: usize| machine.slots[2 * number].zip(machine.slots[2 * number + 1]);
            let groups = (1..=program.groups).map(group).collect();
            return Ok(Some(Match { start, end, groups }));
        }
    }
    Ok(None)
}

/// The step back when something does not fit.
enum Back {
    /// Goes on at an instruction and a position.
    Branch(usize, usize),
    /// Gives back one character of a run, down to a position, and goes on at an instruction.
    Less { step: usize, position: usize, last: usize },
    /// Takes one character more for a run, at most so many.
    More { step: usize, position: usize, left: u32 },
    /// Sets a remembered position as it was.
    Slot(usize, Option<usize>),
    /// Sets a loop as it was.
    Loop(usize, (u32, usize)),
}

struct Machine<'a> {
    program: &'a Program,
    text: &'a [char],
    slots: Vec<Option<usize>>,
    /// For each loop, how many rounds were made, and where the last one began.
    loops: Vec<(u32, usize)>,
    branches: Vec<Back>,
    /// The most branches and undone changes that may be remembered.
    most: usize,
    steps: &'a mut u64,
}

impl<'a> Machine<'a> {
    fn new(program: &'a Program, text: &'a [char], left: &'a mut Left) -> Self {
        let slots = vec![None; 2 * program.groups + 2];
        Machine {
            program,
            text,
            slots,
            loops: vec![(0, 0); program.loops],
            branches: vec![],
            // A list that grows is copied into one of twice its size.
            most: left.bytes / (3 * size_of::<Back>()),
            steps: &mut left.steps,
        }
    }

    fn spend(&mut self, steps: u64) -> Result<(), Fault> {
        if self.branches.len() > self.most {
            return Err(Fault::new("", TOO_MUCH));
        }
        let left = self.steps.checked_sub(steps);
        *self.steps = left.unwrap_or(0);
        left.map(|_| ()).ok_or_else(|| Fault::new("", TOO_LONG))
    }

    /// Runs from an instruction to the next `Match`; returns the position there. Branches that were there stay; if
    /// there is no match, everything is as it was.
    fn run(&mut self, step: usize, position: usize) -> Result<Option<usize>, Fault> {
        let floor = self.branches.len();
        let mut at = Some((step, position));
        loop {
            at = match at {
                None => match self.back(floor) {
                    None => return Ok(None),
                    next => next,
                },
                Some((step, position)) => {
                    self.spend(1)?;
                    if matches!(self.program.steps[step], Step::Match) {
                        self.settle(floor);
                        return Ok(Some(position));
                    }
                    self.step(step, position)?
                }
            };
        }
    }

    /// Forgets the branches of a run that has come to its end, but not how to undo its changes.
    fn settle(&mut self, floor: usize) {
        let mut kept = floor;
        for index in floor..self.branches.len() {
            if matches!(self.branches[index], Back::Slot(..) | Back::Loop(..)) {
                self.branches.swap(kept, index);
                kept += 1;
            }
        }
        self.branches.truncate(kept);
    }

    /// Undoes changes back to the last branch.
    fn back(&mut self, floor: usize) -> Option<(usize, usize)> {
        while self.branches.len() > floor {
            match self.branches.pop()? {
                Back::Branch(step, position) => return Some((step, position)),
                Back::Less { step, position, last } => {
                    let position = if position > last { position - 1 } else { position + 1 };
                    if position != last {
                        self.branches.push(Back::Less { step, position, last });
                    }
                    return Some((step + 1, position));
                }
                Back::More { step, position, left } => {
                    if let Step::Run { what, back, .. } = &self.program.steps[step]
                        && let Some(position) = self.read(what, *back, position)
                    {
                        if left > 1 {
                            self.branches.push(Back::More { step, position, left: left - 1 });
                        }
                        return Some((step + 1, position));
                    }
                }
                Back::Slot(slot, value) => self.slots[slot] = value,
                Back::Loop(number, value) => self.loops[number] = value,
            }
        }
        None
    }

    /// Does one instruction; `None` if it does not fit.
    fn step(&mut self, at: usize, position: usize) -> Result<Option<(usize, usize)>, Fault> {
        let program = self.program;
        Ok(match &program.steps[at] {
            Step::Match => Some((at, position)),
            Step::One { what, back } => {
                self.read(what, *back, position).map(|position| (at + 1, position))
            }
            Step::Run { .. } => self.run_of(at, position)?,
            Step::Split(first, second) => {
                self.branches.push(Back::Branch(*second, position));
                Some((*first, position))
            }
            Step::Jump(to) => Some((*to, position)),
            Step::Save(slot) => {
                self.save(*slot, Some(position));
                Some((at + 1, position))
            }
            Step::Loop(number) => {
                self.count(*number, (0, position));
                Some((at + 1, position))
            }
            Step::Round { .. } => self.round(at, position),
            Step::Begin { number, groups } => {
                self.spend(groups.len() as u64)?;
                for slot in 2 * groups.start + 2..2 * groups.end + 2 {
                    self.save(slot, None);
                }
                self.count(*number, (self.loops[*number].0, position));
                Some((at + 1, position))
            }
            Step::End { number, least, round } => {
                let (count, start) = self.loops[*number];
                // A round that reads nothing leads nowhere.
                let done = position == start && count >= *least;
                self.count(*number, (count.saturating_add(1), start));
                (!done).then_some((*round, position))
            }
            Step::Reference { group, back } => {
                self.reference(*group, *back, position)?.map(|position| (at + 1, position))
            }
            Step::Place(place) => self.is_at(*place, position).then_some((at + 1, position)),
            Step::Look { negative, exit } => {
                self.look(at, *negative, position)?.then_some((*exit, position))
            }
        })
    }

    fn save(&mut self, slot: usize, value: Option<usize>) {
        if self.slots[slot] != value {
            self.branches.push(Back::Slot(slot, self.slots[slot]));
            self.slots[slot] = value;
        }
    }

    fn count(&mut self, number: usize, value: (u32, usize)) {
        self.branches.push(Back::Loop(number, self.loops[number]));
        self.loops[number] = value;
    }

    /// The position behind one character that fits.
    fn read(&self, what: &Single, back: bool, position: usize) -> Option<usize> {
        let at = if back { position.checked_sub(1)? } else { position };
        let letter = *self.text.get(at)?;
        let fits = match what {
            Single::Letter(wanted) => {
                letter == *wanted || self.program.any_case && canonical(letter) == *wanted
            }
            Single::Class(class) => class.matches(letter, self.program.any_case),
            Single::Any => !ends_line(letter),
        };
        fits.then_some(if back { at } else { at + 1 })
    }

    fn run_of(&mut self, at: usize, start: usize) -> Result<Option<(usize, usize)>, Fault> {
        let Step::Run { what, least, most, greedy, back } = &self.program.steps[at] else {
            return Ok(None);
        };
        let (mut position, mut count) = (start, 0);
        let mut last = start;
        let wanted = if *greedy { *most } else { *least };
        while count < wanted
            && let Some(next) = self.read(what, *back, position)
        {
            position = next;
            count += 1;
            if count == *least {
                last = position;
            }
        }
        self.spend(u64::from(count) / 4)?;
        if count < *least {
            return Ok(None);
        }
        if *greedy && position != last {
            self.branches.push(Back::Less { step: at, position, last });
        } else if !*greedy && most > least {
            self.branches.push(Back::More { step: at, position, left: most - least });
        }
        Ok(Some((at + 1, position)))
    }

    fn round(&mut self, at: usize, position: usize) -> Option<(usize, usize)> {
        let Step::Round { number, least, most, greedy, exit } = &self.program.steps[at] else {
            return None;
        };
        let (count, _) = self.loops[*number];
        let (first, second) = if *greedy { (at + 1, *exit) } else { (*exit, at + 1) };
        if count < *least {
            return Some((at + 1, position));
        }
        if count >= *most {
            return Some((*exit, position));
        }
        self.branches.push(Back::Branch(second, position));
        Some((first, position))
    }

    /// A group that has not matched is nothing, which fits everywhere.
    fn reference(
        &mut self,
        group: usize,
        back: bool,
        position: usize,
    ) -> Result<Option<usize>, Fault> {
        let Some((start, end)) = self.slots[2 * group].zip(self.slots[2 * group + 1]) else {
            return Ok(Some(position));
        };
        self.spend((end - start) as u64 / 4)?;
        let from = if back { position.checked_sub(end - start) } else { Some(position) };
        let Some((from, letters)) =
            from.and_then(|from| Some((from, self.text.get(from..from + end - start)?)))
        else {
            return Ok(None);
        };
        let any_case = self.program.any_case;
        let same = |(a, b): (&char, &char)| a == b || any_case && canonical(*a) == canonical(*b);
        let fits = self.text[start..end].iter().zip(letters).all(same);
        Ok(fits.then_some(if back { from } else { from + end - start }))
    }

    fn is_at(&self, place: Place, position: usize) -> bool {
        let before = position.checked_sub(1).map(|at| self.text[at]);
        let after = self.text.get(position).copied();
        let ends = |letter: Option<char>| {
            letter.is_none_or(|letter| self.program.lines && ends_line(letter))
        };
        let border = || before.is_some_and(is_word) != after.is_some_and(is_word);
        match place {
            Place::Start => ends(before),
            Place::End => ends(after),
            Place::Border => border(),
            Place::Inside => !border(),
        }
    }

    /// Looks from a position; what a negative look has matched is forgotten.
    fn look(&mut self, at: usize, negative: bool, position: usize) -> Result<bool, Fault> {
        let floor = self.branches.len();
        let found = self.run(at + 1, position)?.is_some();
        if negative && found {
            self.back(floor);
        }
        Ok(found != negative)
    }
}
