//! Writes one workflow: lines, scope, and which pairs of rows it has.

use super::lines::Lines;
use super::row::{LEAVES, OUTER, Row, fits};
use super::scope::{Around, Scope, Ty, Var};
use std::collections::{BTreeMap, BTreeSet};
use workflow::testing::random::Random;

/// How deep rows nest at most.
const DEEPEST: usize = 5;

/// Names that generated code, the prelude or the macro might use, too.
const ODD: &[&str] = &[
    "s", "t", "x", "state", "cx", "env", "of", "it", "input", "outcome", "output", "result",
    "value", "machine", "item", "states", "error", "_spare", "r#type", "r#match", "workflow",
    "std", "serde",
];

/// What a body ends with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tail {
    /// Nothing.
    Falls,
    /// An expression of this type.
    Value(Ty),
    /// `Ok` of it: the end of a function or fork.
    Done(Ty),
    /// It does not come to its end.
    Leaves,
}

/// Where the value of a row goes.
#[derive(Clone, Debug)]
pub struct Place {
    pub before: String,
    pub ty: Option<Ty>,
    pub after: &'static str,
}

impl Place {
    /// A statement without a value.
    pub fn nowhere() -> Self {
        Place { before: String::new(), ty: None, after: "" }
    }
}

/// How often each pair is there.
pub type Pairs = BTreeMap<(Row, Row), u32>;

/// One workflow while it is written.
pub struct Writer<'a> {
    pub random: Random,
    pub scope: Scope,
    pub lines: Vec<String>,
    pub indent: usize,
    /// The rows around.
    pub rows: Vec<Row>,
    /// The pairs of this workflow, and of all before it.
    pub pairs: Pairs,
    pub before: &'a Pairs,
    pub deepest: usize,
    /// How many rows may still be written.
    pub left: usize,
    /// Whether calls and moves may stand in expressions here.
    pub calls: bool,
    pub moves: bool,
    named: usize,
}

impl<'a> Writer<'a> {
    pub fn new(random: Random, before: &'a Pairs) -> Self {
        Writer {
            random,
            scope: Scope::default(),
            lines: vec![],
            indent: 1,
            rows: vec![],
            pairs: Pairs::new(),
            before,
            deepest: 0,
            left: 11,
            calls: true,
            moves: true,
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

    /// A number for what needs a name of its own.
    pub fn fresh(&mut self) -> usize {
        self.named += 1;
        self.named
    }

    /// A variable that is not in scope yet. Its name may hide another one.
    pub fn var(&mut self, ty: Ty, mutable: bool, tame: bool) -> Var {
        let hidden: Vec<String> = self.scope.visible().map(|(_, var)| var.name.clone()).collect();
        let name = if self.chance(20) && !hidden.is_empty() {
            self.pick(&hidden)
        } else if self.chance(10) {
            self.pick(ODD).to_owned()
        } else {
            format!("{}{}", ty.letter(), self.fresh())
        };
        self.named_var(name, ty, mutable, tame)
    }
    /// A variable that hides no other.
    pub fn fresh_var(&mut self, letter: &str, ty: Ty, mutable: bool, tame: bool) -> Var {
        let name = format!("{letter}{}", self.fresh());
        self.named_var(name, ty, mutable, tame)
    }
    pub fn named_var(&self, name: String, ty: Ty, mutable: bool, tame: bool) -> Var {
        let Scope { fork, loops, .. } = self.scope;
        Var { name, ty, mutable, fork, loops, tame, gone: BTreeSet::new() }
    }
    /// From here on it is in scope.
    pub fn bind(&mut self, var: Var) {
        self.scope.vars.push(var);
    }

    /// One of several bodies of which one runs: each begins with what was there before, and what any of them moved is
    /// gone afterwards.
    pub fn branch(&mut self, start: &Scope, after: &mut Scope, binds: Vec<Var>, tail: Tail) {
        self.scope = start.clone();
        self.body(binds, tail);
        if tail != Tail::Leaves {
            for (var, moved) in after.vars.iter_mut().zip(&self.scope.vars) {
                var.gone.extend(&moved.gone);
            }
        }
        self.scope = after.clone();
    }

    /// The body of a fork, whose result is of this type.
    pub fn fork(&mut self, binds: Vec<Var>, result: Ty) {
        let outside = self.scope.clone();
        self.scope.fork += 1;
        self.scope.around.clear();
        self.scope.result.push(result);
        let binds = binds.into_iter().map(|var| Var { fork: self.scope.fork, ..var }).collect();
        let start = self.lines.len();
        self.body(binds, Tail::Done(result));
        // A branch that fails at once, in the instant in which others call: the machine has made their calls by then,
        // the function is dropped before its journal has seen them. So what may fail calls first.
        if self.lines[start..].iter().any(|line| line.contains("return Err(Failure")) {
            self.also(start, "fork");
        }
        self.scope = outside;
    }

    /// The body of a loop.
    pub fn turn(&mut self, binds: Vec<Var>, around: Around) {
        self.scope.loops += 1;
        self.scope.around.push(around);
        let loops = self.scope.loops;
        let binds = binds.into_iter().map(|var| Var { loops, ..var }).collect();
        self.body(binds, Tail::Falls);
        self.scope.around.pop();
        self.scope.loops -= 1;
    }

    /// Rows and a tail, with variables that are in scope in them alone.
    pub fn body(&mut self, binds: Vec<Var>, tail: Tail) {
        let known = self.scope.vars.len();
        self.scope.vars.extend(binds);
        let ended = self.some_rows(tail);
        if !ended {
            self.tail(tail);
        }
        self.scope.vars.truncate(known);
    }

    fn some_rows(&mut self, tail: Tail) -> bool {
        if self.left == 0 && !self.rows.is_empty() {
            if tail == Tail::Falls && self.chance(50) {
                self.told();
            }
            return false;
        }
        let many = match self.rows.len() {
            0 => 3,
            _ => 1 + self.below(2),
        };
        for at in 0..many {
            let row = self.choose(|row| row != Row::Let || at + 1 < many || many == 1);
            let inside = self.rows.last();
            let ends = at + 1 == many
                && tail == Tail::Falls
                && inside.is_some_and(|row| *row != Row::Block);
            if self.write(row, Place::nowhere(), ends) {
                return true;
            }
        }
        false
    }

    /// A row for this place: one whose pair is missing, rather than another.
    pub fn choose(&mut self, fits_too: impl Fn(Row) -> bool) -> Row {
        let outer = self.rows.last().copied();
        let deep = self.rows.len() >= DEEPEST || self.left == 0;
        let may = |row: &Row| {
            outer.is_none_or(|outer| fits(outer, *row))
                && fits_too(*row)
                && !(deep && row.holds())
                && (*row != Row::Leave || !self.scope.around.is_empty())
                && (*row != Row::Return || outer.is_some())
        };
        let rows: Vec<Row> = OUTER.iter().chain(LEAVES).copied().filter(|row| may(row)).collect();
        let weigh = |row: &Row| {
            let pair = outer.map(|outer| (outer, *row));
            let seen = pair.map_or(1, |pair| {
                let of = |pairs: &Pairs| pairs.get(&pair).copied().unwrap_or(0);
                of(self.before) + of(&self.pairs)
            });
            let rare = 40 / (1 + seen.min(12)) + 1;
            if row.holds() && self.rows.len() < 3 { rare * 4 } else { rare }
        };
        let weights: Vec<u32> = rows.iter().map(weigh).collect();
        let mut at = self.random.below(weights.iter().sum::<u32>().into()) as u32;
        for (row, weight) in rows.iter().zip(weights) {
            if at < weight {
                return *row;
            }
            at -= weight;
        }
        Row::Call
    }

    /// Writes a row. Whether nothing can come after it.
    pub fn write(&mut self, row: Row, place: Place, ends: bool) -> bool {
        if let Some(outer) = self.rows.last() {
            *self.pairs.entry((*outer, row)).or_default() += 1;
        }
        self.left = self.left.saturating_sub(1);
        if row.holds() {
            self.rows.push(row);
            self.deepest = self.deepest.max(self.rows.len());
            self.outer(row, place);
            self.rows.pop();
            return false;
        }
        self.leaf(row, place, ends)
    }

    /// What is in scope shows in the input of a call.
    pub fn told(&mut self) {
        let mut parts = vec![];
        for (_, var) in self.scope.visible().filter(|(_, var)| var.whole()) {
            match var.ty {
                Ty::Number | Ty::Flag | Ty::Word => {
                    parts.push(format!("{{{}}}", var.name.trim_start_matches("r#")));
                }
                _ => {}
            }
        }
        let at = parts.len().saturating_sub(4);
        self.line(format!("note(format!(\"at {}\")).await?;", parts[at..].join("/")));
    }

    /// All that is in scope shows.
    fn told_all(&mut self) {
        self.told();
        let mut lines = vec![];
        for (_, var) in self.scope.visible().filter(|(_, var)| var.whole()) {
            let name = &var.name;
            match var.ty {
                Ty::List => lines.push(format!("note({name}.join(\"-\")).await?;")),
                Ty::Parcel => lines.push(format!("parcel({name}.clone()).await?;")),
                Ty::Maybe => {
                    lines.push(format!("note({name}.clone().unwrap_or_default()).await?;"))
                }
                Ty::Count => lines.push(format!("count({name}).await?;")),
                Ty::Spot => lines.push(format!("between({name}, {name}).await?;")),
                Ty::Pair => lines.push(format!("both({name}.0, {name}.1.clone()).await?;")),
                Ty::Boxes => lines.push(format!("boxes({name}.clone(), 1).await?;")),
                Ty::Event => lines.push(format!("event({name}.clone()).await?;")),
                _ => {}
            }
        }
        lines.iter().rev().take(3).for_each(|line| self.line(line));
    }

    fn tail(&mut self, tail: Tail) {
        match tail {
            Tail::Falls => {}
            Tail::Value(ty) => {
                let inside = self.rows.last().copied();
                if self.left > 0 && self.rows.len() < DEEPEST && self.chance(30) {
                    let row = self.choose(|row| row.valued() && row.holds() && row != Row::Join);
                    if row.holds() && (row != Row::Map || ty == Ty::List) && inside.is_some() {
                        self.write(row, Place { ty: Some(ty), ..Place::nowhere() }, false);
                        return;
                    }
                }
                let value = self.value(ty);
                self.line(value);
            }
            Tail::Done(ty) => {
                if self.rows.is_empty() {
                    self.told_all();
                }
                let value = self.value(ty);
                self.line(format!("Ok({value})"));
            }
            Tail::Leaves => self.leave_or_return(),
        }
    }
}

impl Lines for Writer<'_> {
    fn lines(&mut self) -> (&mut Vec<String>, &mut usize) {
        (&mut self.lines, &mut self.indent)
    }
}
