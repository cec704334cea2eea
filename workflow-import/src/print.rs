//! Statements, as text.

mod call;

use crate::code::{Call, Given, Stmt};
use crate::doc::{Doc, cat, list, text};
use crate::render::{Render, quoted};
use crate::stop::Stopped;
use crate::types::Class;
use crate::value::{Node, Op, Source, Value};
use call::nested;
use std::collections::{BTreeMap, BTreeSet};

/// The meaning of the end of a body.
#[derive(Clone, Copy, PartialEq)]
enum Tail {
    /// The value of a function or an `async` block.
    Output,
    /// The end of a labelled block, whose value it may be.
    Block(Node),
    /// The end of a turn.
    Turn(Node),
}

/// Everything that statements are printed with.
pub(crate) struct Print<'a> {
    pub render: Render<'a>,
    /// The names of the functions of tasks.
    pub tasks: &'a BTreeMap<Node, String>,
    pub labels: &'a BTreeMap<Node, String>,
    /// The names of the states.
    pub names: &'a dyn Fn(Node) -> String,
    /// The variables that are read.
    pub used: &'a BTreeSet<Source>,
    /// The options that stand at calls: `.retry(RETRY)`.
    pub options: &'a BTreeMap<Node, Vec<String>>,
    /// The type of a variable that may be absent.
    pub types: &'a BTreeMap<Class, String>,
}

impl Print<'_> {
    /// The body of a function, or of a block that ends as one does.
    pub fn body(&mut self, body: &[Stmt]) -> Stopped<Vec<Doc>> {
        self.stmts(body, Tail::Output)
    }

    fn stmts(&mut self, body: &[Stmt], tail: Tail) -> Stopped<Vec<Doc>> {
        let mut docs = vec![];
        for (at, stmt) in body.iter().enumerate() {
            let last = at + 1 == body.len();
            self.stmt(stmt, last.then_some(tail), &mut docs)?;
        }
        Ok(docs)
    }

    fn named(&self, node: Node) -> String {
        format!(".named({})", quoted(&(self.names)(node)))
    }

    fn given(&mut self, given: &Given) -> Stopped<Doc> {
        self.render.value(&given.value, given.class, given.optional)
    }

    fn stmt(&mut self, stmt: &Stmt, tail: Option<Tail>, out: &mut Vec<Doc>) -> Stopped<()> {
        match stmt {
            Stmt::Draw(source, given) => self.drawn(*source, given, out)?,
            Stmt::Begin(values) => self.begin(values, out)?,
            Stmt::Block { label, binds, again, body } => {
                self.block(*label, binds, *again, body, out)?
            }
            Stmt::Loop(label, body) => {
                let lines = self.stmts(body, Tail::Turn(*label))?;
                let name = self.labels[label].clone();
                let head = if jumps(body, *label) {
                    format!("'{name}: loop ")
                } else {
                    "loop ".to_owned()
                };
                out.push(cat([text(head), Doc::Block(lines)]));
            }
            Stmt::If(..) => self.branch(stmt, tail, out)?,
            Stmt::Call(node, call) => {
                let call = self.call(*node, call, "?")?;
                let source = Source::Result(*node);
                out.push(match self.used.contains(&source) {
                    true => cat([
                        text(format!("let {} = ", self.render.variables[&source])),
                        call,
                        text(";"),
                    ]),
                    false => cat([call, text(";")]),
                });
            }
            Stmt::Match(node, call, good, bad) => {
                self.matched(*node, call, (good, bad), tail, out)?
            }
            Stmt::Sleep(node, given) => {
                let seconds = self.given(given)?;
                let call = cat([text("sleep(Duration::from_secs("), seconds, text("))")]);
                let calls = vec![self.named(*node), ".await".to_owned()];
                out.push(cat([Doc::Chain(Box::new(call), calls), text(";")]));
            }
            Stmt::Until(node, given) => {
                let time = self.given(given)?;
                let call = cat([text("sleep_until("), time, text(")")]);
                let calls = vec![self.named(*node), ".await".to_owned()];
                out.push(cat([Doc::Chain(Box::new(call), calls), text(";")]));
            }
            _ => self.end(stmt, tail, out)?,
        }
        Ok(())
    }

    /// A value that is computed once.
    fn drawn(&mut self, source: Source, given: &Given, out: &mut Vec<Doc>) -> Stopped<()> {
        if !self.used.contains(&source) {
            return Ok(());
        }
        let ty = match &given.value {
            Value::Computed(Op::ParseJson, _) => {
                self.types.get(&self.render.types.root(given.class))
            }
            _ => None,
        };
        let ty = ty.map(|ty| format!(": {ty}")).unwrap_or_default();
        let head = format!("let {}{ty} = ", self.render.variables[&source]);
        let value = self.given(given)?;
        out.push(cat([text(head), value, text(";")]));
        Ok(())
    }

    /// The values that a loop begins with.
    fn begin(&mut self, values: &[(Source, Given)], out: &mut Vec<Doc>) -> Stopped<()> {
        for (source, given) in values {
            let name = self.render.variables[source].clone();
            let ty = self.types.get(&self.render.types.root(given.class));
            let ty = match (given.optional, ty) {
                (true, Some(ty)) => format!(": Option<{ty}>"),
                _ => String::new(),
            };
            let value = self.given(given)?;
            out.push(cat([text(format!("let mut {name}{ty} = ")), value, text(";")]));
        }
        Ok(())
    }

    /// A statement that leaves a body.
    fn end(&mut self, stmt: &Stmt, tail: Option<Tail>, out: &mut Vec<Doc>) -> Stopped<()> {
        let output = tail == Some(Tail::Output);
        let value = match stmt {
            Stmt::Return(given) => cat([text("Ok("), self.given(given)?, text(")")]),
            Stmt::Fail(error, cause) => {
                let part = |given: &Given, doc: Doc| match &given.value {
                    crate::value::Value::Literal(serde_json::Value::String(it)) => text(quoted(it)),
                    _ => doc,
                };
                let (first, second) = (self.given(error)?, self.given(cause)?);
                let items = vec![part(error, first), part(cause, second)];
                cat([text("Err("), list("Failure::new(", items, ")"), text(")")])
            }
            Stmt::Raise(source) => text(format!("Err({})", self.render.variables[source])),
            Stmt::Unmatched(node) => {
                let cause = format!(
                    "Failed to transition out of the state '{}'. The state does not point to a next state.",
                    (self.names)(*node)
                );
                let items = vec![text("\"States.Runtime\""), text(quoted(&cause))];
                cat([text("Err("), list("Failure::new(", items, ")"), text(")")])
            }
            Stmt::Break(label, values) => return self.leave(*label, values, tail, out),
            Stmt::Continue(label, values) => {
                self.again(values, out)?;
                if tail != Some(Tail::Turn(*label)) {
                    out.push(text(format!("continue '{};", self.labels[label])));
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        out.push(if output { value } else { cat([text("return "), value, text(";")]) });
        Ok(())
    }

    fn leave(
        &mut self,
        label: Node,
        values: &[Given],
        tail: Option<Tail>,
        out: &mut Vec<Doc>,
    ) -> Stopped<()> {
        let mut items: Vec<Doc> =
            values.iter().map(|given| self.given(given)).collect::<Stopped<_>>()?;
        let value = match items.len() {
            0 => None,
            1 => items.pop(),
            _ => Some(nested(items, &|items| list("(", items, ")"))),
        };
        match (value, tail == Some(Tail::Block(label))) {
            (Some(value), true) => out.push(value),
            (None, true) => {}
            (Some(value), false) => {
                out.push(cat([text(format!("break '{} ", self.labels[&label])), value, text(";")]));
            }
            (None, false) => out.push(text(format!("break '{};", self.labels[&label]))),
        }
        Ok(())
    }

    /// The assignments at the end of a turn; all values are those of this turn.
    fn again(&mut self, values: &[(Source, Given)], out: &mut Vec<Doc>) -> Stopped<()> {
        let targets: BTreeSet<Source> = values.iter().map(|(source, _)| *source).collect();
        let reads_other = |source: Source, given: &Given| {
            let mut reads = false;
            given.value.reads(&mut |read, _| reads |= read != source && targets.contains(&read));
            reads
        };
        let crossed = values.iter().any(|(source, given)| reads_other(*source, given));
        let mut assigned = vec![];
        for (source, given) in values {
            let name = self.render.variables[source].clone();
            let value = self.given(given)?;
            if value.flat().is_some_and(|it| it == name || it == format!("{name}.clone()")) {
                continue;
            }
            if crossed {
                out.push(cat([text(format!("let next_{name} = ")), value, text(";")]));
                assigned.push(text(format!("{name} = next_{name};")));
            } else {
                assigned.push(cat([text(format!("{name} = ")), value, text(";")]));
            }
        }
        out.extend(assigned);
        Ok(())
    }

    /// A block that ways lead out of, to what stands behind it.
    fn block(
        &mut self,
        label: Node,
        binds: &[Source],
        again: bool,
        body: &[Stmt],
        out: &mut Vec<Doc>,
    ) -> Stopped<()> {
        let mut lines = self.stmts(body, Tail::Block(label))?;
        let named = jumps_out(body, label);
        let names: Vec<String> = binds
            .iter()
            .map(|source| {
                let name = &self.render.variables[source];
                if again { format!("mut {name}") } else { name.clone() }
            })
            .collect();
        let head = match names.as_slice() {
            [] => String::new(),
            [one] => format!("let {one} = "),
            all => {
                let all = all.iter().map(|name| text(name.clone())).collect();
                let pattern =
                    nested(all, &|items| list("(", items, ")")).flat().unwrap_or_default();
                format!("let {pattern} = ")
            }
        };
        let end = if binds.is_empty() { "" } else { ";" };
        if named {
            let mark = format!("{head}'{}: ", self.labels[&label]);
            out.push(cat([text(mark), Doc::Block(lines), text(end)]));
            return Ok(());
        }
        let Some(value) = lines.pop() else { return Ok(()) };
        out.extend(lines);
        out.push(match binds.is_empty() {
            true => value,
            false => cat([text(head), value, text(end)]),
        });
        Ok(())
    }

    fn branch(&mut self, stmt: &Stmt, tail: Option<Tail>, out: &mut Vec<Doc>) -> Stopped<()> {
        let Stmt::If(condition, then, other) = stmt else { return Ok(()) };
        let condition = self.render.condition(condition, false)?;
        let head = format!("if {condition} ");
        let tail = tail.unwrap_or(Tail::Output);
        if leaves(then) && tail != Tail::Output && !matches!(tail, Tail::Block(_)) {
            let then = self.stmts(then, tail)?;
            out.push(cat([text(head), Doc::Block(then)]));
            let rest = self.stmts(other, tail)?;
            out.extend(rest);
            return Ok(());
        }
        let mut docs = vec![text(head), Doc::Block(self.stmts(then, tail)?)];
        let mut other = other.as_slice();
        while let [Stmt::If(condition, then, rest)] = other {
            let condition = self.render.condition(condition, false)?;
            docs.push(text(format!(" else if {condition} ")));
            docs.push(Doc::Block(self.stmts(then, tail)?));
            other = rest;
        }
        let lines = self.stmts(other, tail)?;
        if !lines.is_empty() {
            docs.push(text(" else "));
            docs.push(Doc::Block(lines));
        }
        out.push(Doc::Cat(docs));
        Ok(())
    }

    fn matched(
        &mut self,
        node: Node,
        call: &Call,
        arms: (&[Stmt], &[Stmt]),
        tail: Option<Tail>,
        out: &mut Vec<Doc>,
    ) -> Stopped<()> {
        let call = self.call(node, call, "")?;
        let tail = tail.unwrap_or(Tail::Output);
        let bound = |print: &Self, source| match print.used.contains(&source) {
            true => print.render.variables[&source].clone(),
            false => "_".to_owned(),
        };
        let (good, bad) = (bound(self, Source::Result(node)), bound(self, Source::Failure(node)));
        let lines = vec![
            cat([text(format!("Ok({good}) => ")), Doc::Block(self.stmts(arms.0, tail)?)]),
            cat([text(format!("Err({bad}) => ")), Doc::Block(self.stmts(arms.1, tail)?)]),
        ];
        out.push(cat([text("match "), call, text(" "), Doc::Block(lines)]));
        Ok(())
    }
}

/// True if a body never comes to its end.
fn leaves(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Return(_) | Stmt::Fail(..) | Stmt::Raise(_) | Stmt::Unmatched(_)) => true,
        Some(Stmt::If(_, then, other)) => leaves(then) && leaves(other),
        Some(Stmt::Match(_, _, good, bad)) => leaves(good) && leaves(bad),
        _ => false,
    }
}

/// True if something in a block breaks out of it other than by coming to its end.
fn jumps_out(body: &[Stmt], label: Node) -> bool {
    tails(
        body,
        &mut |stmt, is_end| matches!(stmt, Stmt::Break(to, _) if *to == label) && !is_end,
        true,
    )
}

/// True if something in a loop goes on with it other than by coming to its end.
fn jumps(body: &[Stmt], label: Node) -> bool {
    tails(
        body,
        &mut |stmt, is_end| matches!(stmt, Stmt::Continue(to, _) if *to == label) && !is_end,
        true,
    )
}

/// Asks all statements, each with whether the body ends with it.
fn tails(body: &[Stmt], ask: &mut dyn FnMut(&Stmt, bool) -> bool, is_end: bool) -> bool {
    body.iter().enumerate().any(|(at, stmt)| {
        let end = is_end && at + 1 == body.len();
        ask(stmt, end)
            || match stmt {
                Stmt::Block { body, .. } | Stmt::Loop(_, body) => tails(body, ask, false),
                Stmt::If(_, then, other) => tails(then, ask, end) || tails(other, ask, end),
                Stmt::Match(_, _, good, bad) => tails(good, ask, end) || tails(bad, ask, end),
                _ => false,
            }
    })
}
