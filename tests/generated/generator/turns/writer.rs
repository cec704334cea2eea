//! Writes statements that only compute: lines, names, and which pairs of forms there are.

use super::super::lines::Lines;
use super::form::{Form, HOLDING, PLAIN, fits};
use super::names::{By, Name, Ty};
use std::collections::BTreeMap;
use workflow::testing::random::Random;

/// The most forms in each other.
const DEEPEST: usize = 4;

/// The pairs, and the number of their places.
pub type Pairs = BTreeMap<(Form, Form), u32>;

/// The ways in which code may leave what it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leave {
    /// It comes to its end.
    Never,
    /// `continue` and `break`, with the label of the loop, if it has one.
    Turn(Option<String>),
    /// `return` of a `#[pure]` function.
    Function,
}

/// Code while it is written.
pub struct Writer<'a> {
    pub random: Random,
    pub names: Vec<Name>,
    /// The names before this one are not changed here.
    pub floor: usize,
    /// Names that a loop goes through.
    pub frozen: Vec<String>,
    pub lines: Vec<String>,
    pub indent: usize,
    /// The forms around.
    pub forms: Vec<Form>,
    pub leave: Leave,
    /// The value of the `#[pure]` function.
    pub returns: Option<super::pure::Returns>,
    pub pairs: Pairs,
    pub before: &'a Pairs,
    /// The number of statements that may still be written.
    pub left: usize,
    /// The number of statements that may still leave the turn.
    pub leaving: usize,
    /// Loops around.
    pub loops: usize,
    /// The places of the names that were changed.
    pub changed: Vec<usize>,
    named: usize,
}

impl<'a> Writer<'a> {
    pub fn new(random: Random, before: &'a Pairs) -> Self {
        Writer {
            random,
            names: vec![],
            floor: 0,
            frozen: vec![],
            lines: vec![],
            indent: 1,
            forms: vec![],
            leave: Leave::Never,
            returns: None,
            pairs: Pairs::new(),
            before,
            left: 14,
            leaving: 3,
            loops: 0,
            changed: vec![],
            named: 0,
        }
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.random.below(end as u64) as usize
    }
    pub fn chance(&mut self, percent: u64) -> bool {
        self.random.percent(percent)
    }
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        self.random.pick(of)
    }

    /// The names that no later one hides.
    pub fn visible(&self) -> Vec<Name> {
        let hidden = |(at, name): &(usize, &Name)| {
            self.names[at + 1..].iter().any(|later| later.text == name.text)
        };
        let seen = self.names.iter().enumerate().filter(|it| !hidden(it));
        seen.map(|(_, name)| name.clone()).collect()
    }

    /// The names that may be changed here.
    pub fn changeable(&self) -> Vec<Name> {
        let own = |name: &Name| {
            self.names.iter().rposition(|it| it.text == name.text) >= Some(self.floor)
        };
        let mut all = self.visible();
        let lent = |of: &Name| self.names.iter().any(|it| it.lent_by.as_ref() == Some(&of.text));
        let frozen = |of: &Name| self.frozen.contains(&of.text) || lent(of);
        all.retain(|name| name.mutable && own(name) && !frozen(name));
        all
    }

    /// A text for a new name. It may hide another one.
    pub fn text_of(&mut self, ty: Ty) -> String {
        let known: Vec<String> = self.visible().into_iter().map(|name| name.text).collect();
        if self.chance(25) && !known.is_empty() && self.leave != Leave::Function {
            return self.pick(&known);
        }
        self.fresh(ty.letter())
    }
    pub fn fresh(&mut self, letter: &str) -> String {
        self.named += 1;
        format!("{letter}{}", self.named)
    }

    /// A name that may be changed, from here on.
    pub fn bind_mutable(&mut self, text: &str, ty: Ty) {
        self.names.push(Name { mutable: true, tame: false, ..Name::of(text, ty, By::Value) });
    }
    pub fn bind(&mut self, text: &str, ty: Ty, by: By) {
        self.names.push(Name::of(text, ty, by));
    }

    /// Code with names of its own.
    pub fn scoped<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let (known, frozen) = (self.names.len(), self.frozen.len());
        let made = write(self);
        self.names.truncate(known);
        self.frozen.truncate(frozen);
        made
    }

    /// Code that leaves in this way.
    pub fn leaving_by<T>(&mut self, leave: Leave, write: impl FnOnce(&mut Self) -> T) -> T {
        let outside = std::mem::replace(&mut self.leave, leave);
        let made = write(self);
        self.leave = outside;
        made
    }

    /// Statements. `ends`: the last one leaves. `free`: nothing comes after them, so that they may end anywhere.
    pub fn body(&mut self, ends: bool, free: bool) {
        let leave = if ends || free { self.leave.clone() } else { Leave::Never };
        let (first, outside, before) = (self.lines.len(), self.names.len(), self.changed.len());
        self.leaving_by(leave, |me| {
            let many = 1 + me.below(3);
            for at in 0..many {
                let last = at + 1 == many && !ends;
                let form = me.choose();
                me.write(form, last);
            }
            if me.changed[before..].iter().all(|at| *at >= outside) {
                me.change_outside(first, outside);
            }
            if ends {
                let out = me.way_out();
                me.line(out);
            }
        });
    }

    /// Begins a body with a change of something outside of it: without one it has no effect.
    fn change_outside(&mut self, first: usize, outside: usize) {
        let within = self.names.split_off(outside);
        let known = self.changeable();
        if !known.is_empty() {
            let name = self.pick(&known);
            self.note_change(&name);
            let line = self.change_of(&name);
            let indent = "    ".repeat(self.indent);
            self.lines.insert(first, format!("{indent}{line}"));
        }
        self.names.extend(within);
    }

    pub fn note_change(&mut self, name: &Name) {
        self.changed.extend(self.names.iter().rposition(|it| it.text == name.text));
    }

    /// A form for this place: one whose pair is missing, rather than another.
    pub fn choose(&mut self) -> Form {
        let outer = self.forms.last().copied();
        let deep = self.forms.len() >= DEEPEST || self.left == 0;
        let may = |form: &Form| {
            outer.is_none_or(|outer| fits(outer, *form))
                && !(deep && form.holds())
                && match form {
                    // Bodies end with them.
                    Form::Continue | Form::Break | Form::Return => false,
                    Form::LetElse => self.leave != Leave::Never && self.leaving > 0,
                    Form::Try => self.leave == Leave::Function && self.tries(),
                    Form::For => self.loops < 3,
                    _ => true,
                }
        };
        let forms: Vec<Form> =
            HOLDING.iter().chain(PLAIN).copied().filter(|form| may(form)).collect();
        let weigh = |form: &Form| {
            let pair = outer.map(|outer| (outer, *form));
            let seen = pair.map_or(2, |pair| {
                let of = |pairs: &Pairs| pairs.get(&pair).copied().unwrap_or(0);
                of(self.before) + 2 * of(&self.pairs)
            });
            let rare = 60 / (1 + seen.min(14)) + 1;
            match form {
                Form::Try => rare * 12,
                Form::If | Form::ElseIf | Form::IfLet | Form::LetElse
                    if self.leave == Leave::Function =>
                {
                    rare * 5
                }
                form if form.holds() && self.forms.len() < 2 => rare * 3,
                _ => rare,
            }
        };
        let weights: Vec<u32> = forms.iter().map(weigh).collect();
        let mut at = self.random.below(weights.iter().sum::<u32>().into()) as u32;
        for (form, weight) in forms.iter().zip(weights) {
            if at < weight {
                return *form;
            }
            at -= weight;
        }
        Form::Let
    }

    /// Writes a form; `last`: nothing comes after it in its block.
    pub fn write(&mut self, form: Form, last: bool) {
        self.count(form);
        self.left = self.left.saturating_sub(1);
        if form.holds() {
            self.forms.push(form);
            self.holding(form, last);
            self.forms.pop();
        } else {
            self.plain(form);
        }
    }

    /// True if statements become states: no loop, closure or function is around.
    pub fn among_states(&self) -> bool {
        let computes = |form: &Form| matches!(form, Form::For | Form::Closure);
        self.returns.is_none() && !self.forms.iter().any(computes)
    }

    fn count(&mut self, form: Form) {
        if let Some(outer) = self.forms.last() {
            *self.pairs.entry((*outer, form)).or_default() += 1;
        }
    }

    /// `continue`, `break` or `return`.
    pub fn way_out(&mut self) -> String {
        match self.leave.clone() {
            Leave::Turn(label) => {
                let form = if self.chance(65) { Form::Continue } else { Form::Break };
                self.count(form);
                let word = if form == Form::Continue { "continue" } else { "break" };
                match label {
                    Some(label) if self.chance(60) => format!("{word} {label};"),
                    _ => format!("{word};"),
                }
            }
            Leave::Function => {
                self.count(Form::Return);
                format!("return {};", self.returned())
            }
            Leave::Never => String::new(),
        }
    }
}

impl Lines for Writer<'_> {
    fn lines(&mut self) -> (&mut Vec<String>, &mut usize) {
        (&mut self.lines, &mut self.indent)
    }
}
