//! The code of a value at the end of straight code, in terms of the snapshot at its beginning.
//!
//! An intermediate value is inlined if it is trivial or read once. Otherwise it is bound locally,
//! `($total := …; …)`, so that no text is written twice and none grows exponentially.

use super::base::Base;
use super::bound::{bound, changes};
use super::divided::Part;
use super::uses::{Read, Uses};
use super::walk::Step;
use crate::expr::{
    BUILT_IN, Code, Env, Refused, assign, bind, bind_parts, chooses, expression, mutate, with_local,
};
use crate::program::{Expr, Pattern};
use std::collections::BTreeSet;

/// A phase of a state: the snapshot, and the code that is done in it.
#[derive(Clone)]
pub(super) struct Phase<'p> {
    /// The variables before it.
    pub env: Env,
    /// The steps.
    pub steps: Vec<Step<'p>>,
    /// The place of the state's result, if it has one.
    pub result: Option<&'static str>,
    /// The variables that the state has made for itself when it was entered, which code at its end only makes again.
    pub again: Vec<usize>,
}

/// Makes the code of one value.
pub(super) struct Render<'b, 'p> {
    pub(super) base: &'b Base<'p>,
    result: Option<&'static str>,
    pub(super) env: Env,
    /// The local bindings, in order.
    locals: Vec<(String, Code)>,
    /// The variables that have a new value.
    changed: Vec<usize>,
    /// The variables whose values are evaluated here, read or not, where they may fail.
    kept: Kept<'b>,
    /// The reads of the steps by all else that is made of them.
    pub(super) elsewhere: &'b Elsewhere,
}

/// Tells variables whose values are evaluated, read or not.
type Kept<'k> = &'k dyn Fn(usize, By) -> bool;

/// A `let` makes a variable; all else changes it.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Let,
    Change,
}

/// A statement that is needed, by its place, and how often each of the variables it changes is read after it.
pub(super) type Needed<'p> = (usize, Step<'p>, Uses);

/// The steps, by their places, and variables that they make.
pub(super) type Elsewhere = BTreeSet<(usize, usize)>;

impl<'p> Base<'p> {
    /// The code of an expression at the end of a phase.
    pub fn value(&self, phase: &Phase<'p>, expr: &Expr) -> Result<Code, Refused> {
        let uses = Uses::of(self.program, expr);
        self.code(phase, uses, |render| expression(expr, &render.env, self.types))
    }

    /// The code of the value that a scope ends with. What nothing reads is evaluated as well, where it may fail.
    pub fn last_value(&self, phase: &Phase<'p>, expr: &Expr) -> Result<Code, Refused> {
        let uses = Uses::of(self.program, expr);
        let kept = |made: usize, by: By| by == By::Change || !phase.again.contains(&made);
        let elsewhere = Elsewhere::new();
        self.whole(phase, (uses, &kept, &elsewhere), |render| {
            expression(expr, &render.env, self.types)
        })
    }

    /// The code of what a variable is at the end of a phase. What else it has been in between is evaluated as well, where
    /// that may fail; so is what the other variables that are made there have no use for.
    pub fn variable(
        &self,
        phase: &Phase<'p>,
        variable: usize,
        all: &[usize],
    ) -> Result<Code, Refused> {
        let expr = Expr::Var(variable);
        let uses = Uses::of(self.program, &expr);
        let kept = phase.kept(variable);
        let divides = phase.steps.iter().any(super::divided::divides);
        let others = all.iter().filter(|other| divides && **other != variable);
        let elsewhere = others.flat_map(|other| self.made_for(phase, *other)).collect();
        self.whole(phase, (uses, &kept, &elsewhere), |render| {
            expression(&expr, &render.env, self.types)
        })
    }

    /// Returns what is read of the steps where a variable is made.
    fn made_for(&self, phase: &Phase<'p>, variable: usize) -> Elsewhere {
        let uses = Uses::of(self.program, &Expr::Var(variable));
        let kept = phase.kept(variable);
        let unread = |step| self.is_kept(phase, step, &kept);
        let needed = self.needed(&phase.steps, uses, &unread).0.into_iter();
        needed.flat_map(|(at, _, read)| read.0.into_keys().map(move |made| (at, made))).collect()
    }

    /// True if a step is evaluated though nothing reads what it makes.
    fn is_kept(&self, phase: &Phase<'p>, step: Step<'p>, kept: Kept<'_>) -> bool {
        let by = if matches!(step, Step::Let(..)) { By::Let } else { By::Change };
        changes(step).into_iter().any(|made| kept(made, by)) && self.may_fail(phase, step)
    }

    /// True if the evaluation of a step can fail: of what needs the values made in between to be known, too. An
    /// iterator that nothing reads evaluates nothing.
    fn may_fail(&self, phase: &Phase<'p>, step: Step<'p>) -> bool {
        let (env, types) = (&phase.env, self.types);
        let code = match step {
            Step::Let(_, value) | Step::Assign(_, value) => expression(value, env, types),
            Step::Mutate(place, method, arguments) => match env.get(place.variable) {
                Some(whole) => mutate(whole, place.fields, method, arguments, env, types),
                None => return false,
            },
        };
        code.map_or(true, |code| code.fails_unread())
    }

    /// The code of what is made at the end of a phase from variables that are read so often.
    pub fn code(
        &self,
        phase: &Phase<'p>,
        uses: Uses,
        finish: impl FnOnce(&mut Render<'_, 'p>) -> Result<Code, Refused>,
    ) -> Result<Code, Refused> {
        self.whole(phase, (uses, &|_, _| false, &Elsewhere::new()), finish)
    }

    fn whole(
        &self,
        phase: &Phase<'p>,
        (uses, kept, elsewhere): (Uses, Kept<'_>, &Elsewhere),
        finish: impl FnOnce(&mut Render<'_, 'p>) -> Result<Code, Refused>,
    ) -> Result<Code, Refused> {
        let Phase { env, result, .. } = phase.clone();
        let (locals, changed) = (vec![], vec![]);
        let mut render = Render { base: self, result, env, locals, changed, kept, elsewhere };
        let unread = |step| self.is_kept(phase, step, kept);
        for needed in self.needed(&phase.steps, uses, &unread).0 {
            render.step(&needed)?;
        }
        let body = finish(&mut render)?;
        let locals = render.locals.iter().rev();
        Ok(locals.fold(body, |body, (name, value)| {
            let read = value.fails_unread() || mentions(body.text(), name);
            if read { with_local(name, value, body) } else { body }
        }))
    }

    /// The statements that matter for what is read at the end, or are kept, and what is read at the beginning.
    pub fn needed(
        &self,
        steps: &[Step<'p>],
        mut uses: Uses,
        kept: &dyn Fn(Step<'p>) -> bool,
    ) -> (Vec<Needed<'p>>, Uses) {
        let mut needed = vec![];
        for (at, step) in steps.iter().enumerate().rev() {
            let read = |variable| Some((variable, uses.0.get(&variable).copied()?));
            let read: Uses = Uses(changes(*step).into_iter().filter_map(read).collect());
            if read.0.is_empty() && !kept(*step) {
                continue;
            }
            uses.0.retain(|variable, _| !read.0.contains_key(variable));
            uses.add(&Uses::of_step(self.program, *step));
            needed.push((at, *step, read));
        }
        needed.reverse();
        (needed, uses)
    }
}

impl Phase<'_> {
    /// Tells what a variable has been in between.
    fn kept(&self, variable: usize) -> impl Fn(usize, By) -> bool {
        let again = self.again.contains(&variable);
        move |made, by| made == variable && (by == By::Change || !again)
    }
}

impl<'p> Render<'_, 'p> {
    /// The variables as they are.
    pub fn env(&self) -> &Env {
        &self.env
    }

    /// Binds what a pattern takes from its subject.
    pub fn take(&mut self, subject: &Code, pattern: &Pattern) -> Result<(), Refused> {
        bind(subject, pattern, &mut self.env, self.base.types)?;
        self.changed.extend(bound(pattern));
        self.base.refresh(&mut self.env)
    }

    fn step(&mut self, (at, step, uses): &Needed<'p>) -> Result<(), Refused> {
        match *step {
            Step::Let(pattern, value) => match self.divided(*at, pattern, value, uses)? {
                Some(parts) => self.bind_parts(&parts)?,
                None => self.bind(pattern, value, uses)?,
            },
            Step::Assign(place, value) => {
                let value = expression(value, &self.env, self.base.types)?;
                let value = match (place.fields, self.env.get(place.variable)) {
                    ([], _) | (_, None) => value,
                    (fields, Some(whole)) => assign(whole, fields, value)?,
                };
                self.env.set(place.variable, value);
            }
            Step::Mutate(place, method, arguments) => {
                if let Some(whole) = self.env.get(place.variable) {
                    let (env, types) = (&self.env, self.base.types);
                    let value = mutate(whole, place.fields, method, arguments, env, types)?;
                    self.env.set(place.variable, value);
                }
            }
        }
        // First of all: the new value of one may read the old value of another.
        self.changed.extend(uses.0.keys());
        uses.0.iter().for_each(|(variable, read)| self.keep(*variable, *read));
        if let (Step::Assign(place, _) | Step::Mutate(place, ..), true) = (*step, uses.0.is_empty())
        {
            self.keep(place.variable, Read::default());
        }
        self.base.refresh(&mut self.env)
    }

    fn bind(&mut self, pattern: &'p Pattern, value: &Expr, uses: &Uses) -> Result<(), Refused> {
        if let (Pattern::Tuple(parts), Expr::Result, Some(result)) = (pattern, value, self.result) {
            return self.parts(parts, result);
        }
        for (pattern, code) in self.pairs(pattern, value)? {
            let made = bound(pattern);
            let mut read = Read::all(made.iter().filter_map(|made| uses.0.get(made)));
            // What this value does not read is made elsewhere.
            if !made.into_iter().any(|made| (self.kept)(made, By::Let)) {
                read.times = read.times.max(1);
            }
            self.bind_parts(&[(vec![pattern], code, read)])?;
        }
        Ok(())
    }

    /// Binds parts of a value, each of them with their code.
    fn bind_parts(&mut self, parts: &[Part<'p>]) -> Result<(), Refused> {
        for (patterns, code, read) in parts {
            let mut read = *read;
            read.times += patterns.iter().filter(|pattern| chooses(pattern)).count();
            let code = match patterns[..] {
                [Pattern::Bind(variable, None)] if read.times > 0 || !code.fails_unread() => {
                    code.clone().known_as(&self.base.schema(*variable))
                }
                _ => self.subject(code.clone(), read),
            };
            bind_parts(&code, patterns, &mut self.env, self.base.types)?;
        }
        Ok(())
    }

    /// A pattern with its value: for a tuple that is written out, each part with its own. All values come
    /// before what is bound: `(a, b) = (b, a)`.
    pub fn pairs(
        &self,
        pattern: &'p Pattern,
        value: &Expr,
    ) -> Result<Vec<(&'p Pattern, Code)>, Refused> {
        match (pattern, value) {
            (Pattern::Tuple(parts), Expr::Tuple(values)) if parts.len() == values.len() => {
                let pairs = parts.iter().zip(*values).map(|(part, value)| self.pairs(part, value));
                Ok(pairs.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
            }
            _ => Ok(vec![(pattern, expression(value, &self.env, self.base.types)?)]),
        }
    }

    /// The parts of a result that is a tuple: only the variables know their types.
    fn parts(&mut self, parts: &[Pattern], result: &str) -> Result<(), Refused> {
        for (index, part) in parts.iter().enumerate() {
            let text = format!("{result}[{index}]");
            if let Pattern::Tuple(parts) = part {
                self.parts(parts, &text)?;
            } else if !bound(part).is_empty() {
                let code = Code::new(text, self.base.pattern_schema(Some(part)));
                bind(&code, part, &mut self.env, self.base.types)?;
            }
        }
        Ok(())
    }

    /// Returns what a pattern is compared with or takes apart.
    pub fn subject(&mut self, code: Code, read: Read) -> Code {
        if is_inlined(&code, read) { code } else { self.local("value", None, &code) }
    }

    /// A variable has a new value.
    fn keep(&mut self, variable: usize, read: Read) {
        let Some(code) = self.env.get(variable).cloned() else { return };
        if !is_inlined(&code, read) {
            let name = self.base.program.variables[variable].name;
            let local = self.local(name, Some(variable), &code);
            self.env.set(variable, local);
        }
    }

    fn local(&mut self, name: &str, owner: Option<usize>, code: &Code) -> Code {
        let name = self.free(name, owner);
        let local = code.renamed(format!("${name}"));
        self.locals.push((name, code.clone()));
        local
    }

    /// A name that hides nothing which is still read: no other variable, and no text made before.
    fn free(&self, name: &str, owner: Option<usize>) -> String {
        let names = std::iter::once(name.to_owned()).chain((1..).map(|n| format!("{name}{n}")));
        names.into_iter().find(|name| !self.is_taken(name, owner)).unwrap_or_default()
    }

    fn is_taken(&self, name: &str, owner: Option<usize>) -> bool {
        let mut others = self.base.program.variables.iter().enumerate();
        let reads = |variable: &usize| {
            Some(*variable) != owner
                && self.env.get(*variable).is_some_and(|code| mentions(code.text(), name))
        };
        BUILT_IN.contains(&name)
            || others.any(|(index, other)| Some(index) != owner && other.name == name)
            || self.changed.iter().any(reads)
    }
}

/// True if a value is written where it is read. Rust evaluates it in any case: what can fail stays outside of
/// branches, and is evaluated where nothing reads it.
fn is_inlined(code: &Code, read: Read) -> bool {
    let once = match read.times {
        0 => !code.fails_unread(),
        times => times < 2 && !(read.lazily && code.may_fault()),
    };
    code.is_trivial() || once
}

/// True if a text reads `$name`.
fn mentions(text: &str, name: &str) -> bool {
    let word = |c: char| c == '_' || c.is_alphanumeric();
    text.split('$')
        .skip(1)
        .any(|rest| rest.strip_prefix(name).is_some_and(|after| !after.starts_with(word)))
}
