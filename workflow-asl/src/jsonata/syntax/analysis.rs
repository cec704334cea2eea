//! From the tree as it is written to the nodes that are evaluated: names of variables become numbers, calls in tail
//! position are marked. Paths become lists of steps in `paths`.

use super::super::fault::Fault;
use super::super::library::regex::Regex;
use super::ancestry::{Ancestry, underivable};
use super::tree::{self, Tree};
use super::{
    Block, Call, Condition, Group, Item, Kind, Lambda, Node, Path, Program, Signature, Symbol,
    Transform,
};
use std::collections::HashMap;

pub(super) type Analysed<T = Node> = Result<T, Fault>;

/// The program of a tree.
pub(super) fn analyse(tree: Tree) -> Analysed<Program> {
    let mut analysis = Analysis::default();
    let node = analysis.node(tree)?;
    if !Ancestry::seeking(&node).is_empty() {
        return Err(underivable(node.at));
    }
    Ok(Program { node, names: analysis.names, labels: analysis.ancestry.labels() })
}

#[derive(Default)]
pub(super) struct Analysis {
    names: Vec<Box<str>>,
    symbols: HashMap<String, Symbol>,
    pub(super) ancestry: Ancestry,
    /// For each block around, innermost last: whether it binds variables.
    binds: Vec<bool>,
}

impl Analysis {
    pub(super) fn symbol(&mut self, name: String) -> Symbol {
        let next = self.names.len() as Symbol;
        let symbol = *self.symbols.entry(name.clone()).or_insert(next);
        if symbol == next {
            self.names.push(name.into());
        }
        symbol
    }

    pub(super) fn node(&mut self, tree: Tree) -> Analysed {
        let (at, keep) = (tree.at, tree.keep);
        let mut node = super::deeper(|| self.kind(at, keep, tree.kind))?;
        if keep {
            node.marks().keep = true;
        }
        Ok(node)
    }

    fn boxed(&mut self, tree: Tree) -> Analysed<Box<Node>> {
        self.node(tree).map(Box::new)
    }

    fn kind(&mut self, at: usize, keep: bool, kind: tree::Kind) -> Analysed {
        let kind = match kind {
            tree::Kind::End => return Err(Fault::at("S0207", "Unexpected end of expression", at)),
            tree::Kind::Null => Kind::Null,
            tree::Kind::Bool(flag) => Kind::Bool(flag),
            tree::Kind::Number(number) => Kind::Number(number),
            tree::Kind::Text(text) => Kind::Text(text.into()),
            tree::Kind::Regex { pattern, flags } => {
                let regex = Regex::compile(&pattern, &flags).map_err(|fault| fault.placed(at))?;
                Kind::Regex(Box::new(regex))
            }
            tree::Kind::Name(name) => {
                let mut step = Node::new(at, Kind::Name(name.into()));
                if keep {
                    step.marks().keep = true;
                }
                Kind::Path(Box::new(Path { steps: vec![step], keep, tuples: false }))
            }
            tree::Kind::Variable(name) => match name.as_str() {
                "" => Kind::Context,
                "$" => Kind::Root,
                _ => Kind::Variable(self.symbol(name)),
            },
            tree::Kind::Wildcard => Kind::Wildcard,
            tree::Kind::Descendant => Kind::Descendant,
            tree::Kind::Parent => {
                let label = self.symbol(format!("\0{}", self.names.len()));
                Kind::Parent(self.ancestry.add(label))
            }
            tree::Kind::Hole => Kind::Hole,
            tree::Kind::Path(left, right) => return self.path(at, *left, *right),
            tree::Kind::Filter(left, predicate) => return self.filter(*left, *predicate),
            tree::Kind::Group(left, pairs) => return self.grouped(at, *left, pairs),
            tree::Kind::Sort(left, terms) => return self.sort(at, *left, terms),
            tree::Kind::Focus(left, name) => return self.focus(at, *left, name, keep),
            tree::Kind::Index(left, name) => return self.index(*left, name),
            compound => return self.compound(at, compound),
        };
        Ok(Node::new(at, kind))
    }

    /// Analyses a node that hands the `%` of its parts on.
    fn compound(&mut self, at: usize, kind: tree::Kind) -> Analysed {
        let mut node = Node::new(at, self.compound_kind(at, kind)?);
        if let Kind::Negate(inner) = &mut node.kind
            && let Kind::Number(number) = inner.kind
        {
            return Ok(Node { at, kind: Kind::Number(-number), extra: inner.extra.take() });
        }
        let mut seeking = vec![];
        let mut seek = |part: &Node| seeking.extend(Ancestry::seeking(part));
        match &node.kind {
            Kind::Negate(inner) | Kind::Bind(_, inner) => seek(inner),
            Kind::Array(items) => items.iter().for_each(|item| match item {
                Item::One(item) => seek(item),
                Item::Range(first, last) => {
                    seek(first);
                    seek(last);
                }
            }),
            Kind::Object(group) => group.pairs.iter().for_each(|(key, value)| {
                seek(key);
                seek(value);
            }),
            Kind::Block(block) => block.nodes.iter().for_each(seek),
            Kind::Binary(_, sides) => {
                seek(&sides.0);
                seek(&sides.1);
            }
            Kind::Condition(condition) => {
                seek(&condition.test);
                seek(&condition.then);
                condition.other.iter().for_each(seek);
            }
            Kind::Call(call) | Kind::Partial(call) => call.arguments.iter().for_each(seek),
            _ => {}
        }
        if !seeking.is_empty() {
            node.marks().seeking = seeking;
        }
        if let Kind::Apply(sides) = &node.kind
            && [&sides.0, &sides.1].iter().any(|side| side.is(|extra| extra.keep))
        {
            node.marks().keep = true;
        }
        if let Kind::Block(block) = &node.kind {
            let cons = |node: &Node| {
                node.is(|extra| extra.cons)
                    || matches!(&node.kind, Kind::Path(path) if path.steps[0].is(|extra| extra.cons))
            };
            if block.nodes.iter().any(cons) {
                node.marks().cons = true;
            }
        }
        Ok(node)
    }

    fn compound_kind(&mut self, at: usize, kind: tree::Kind) -> Analysed<Kind> {
        Ok(match kind {
            tree::Kind::Negate(inner) => Kind::Negate(self.boxed(*inner)?),
            tree::Kind::Array(items) => Kind::Array(self.items(items)?),
            tree::Kind::Object(pairs) => Kind::Object(self.group(at, pairs)?),
            tree::Kind::Block(pieces) => {
                self.binds.push(false);
                let nodes =
                    pieces.into_iter().map(|piece| self.node(piece)).collect::<Result<_, _>>()?;
                Kind::Block(Block { nodes, binds: self.binds.pop().unwrap_or(true) })
            }
            tree::Kind::Binary(operator, left, right) => {
                Kind::Binary(operator, Box::new((self.node(*left)?, self.node(*right)?)))
            }
            tree::Kind::Bind(name, value) => {
                let name = match name.as_str() {
                    "" | "$" => self.symbol(format!("\0${name}")),
                    _ => self.symbol(name),
                };
                if let Some(binds) = self.binds.last_mut() {
                    *binds = true;
                }
                Kind::Bind(name, self.boxed(*value)?)
            }
            tree::Kind::Condition(test, then, other) => Kind::Condition(Box::new(Condition {
                test: self.node(*test)?,
                then: self.node(*then)?,
                other: other.map(|other| self.node(*other)).transpose()?,
            })),
            tree::Kind::Call(callee, arguments) => self.call(*callee, arguments)?,
            tree::Kind::Lambda { parameters, signature, body } => {
                self.lambda(parameters, signature, *body)?
            }
            tree::Kind::Transform { pattern, update, delete } => {
                Kind::Transform(Box::new(Transform {
                    pattern: self.node(*pattern)?,
                    update: self.node(*update)?,
                    delete: delete.map(|delete| self.node(*delete)).transpose()?,
                }))
            }
            tree::Kind::Apply(left, right) => {
                Kind::Apply(Box::new((self.node(*left)?, self.node(*right)?)))
            }
            _ => Kind::Null,
        })
    }

    fn items(&mut self, items: Vec<tree::Item>) -> Analysed<Vec<Item>> {
        let mut item = |item| {
            Ok(match item {
                tree::Item::One(item) => Item::One(self.node(item)?),
                tree::Item::Range(first, last) => Item::Range(self.node(first)?, self.node(last)?),
            })
        };
        items.into_iter().map(&mut item).collect()
    }

    pub(super) fn group(&mut self, at: usize, pairs: tree::Pairs) -> Analysed<Group> {
        let mut pair = |(key, value)| Ok((self.node(key)?, self.node(value)?));
        Ok(Group { at, pairs: pairs.into_iter().map(&mut pair).collect::<Result<_, _>>()? })
    }

    fn call(&mut self, callee: Tree, arguments: Vec<Tree>) -> Analysed<Kind> {
        let arguments: Vec<_> =
            arguments.into_iter().map(|argument| self.node(argument)).collect::<Result<_, _>>()?;
        let partial = arguments.iter().any(|argument| matches!(argument.kind, Kind::Hole));
        let call = Box::new(Call { callee: self.node(callee)?, arguments, tail: false });
        Ok(if partial { Kind::Partial(call) } else { Kind::Call(call) })
    }

    fn lambda(
        &mut self,
        parameters: Vec<String>,
        signature: Option<Signature>,
        body: Tree,
    ) -> Analysed<Kind> {
        let parameters = parameters.into_iter().map(|name| self.symbol(name)).collect();
        self.binds.push(false);
        let mut body = self.node(body)?;
        self.binds.pop();
        mark_tail(&mut body);
        Ok(Kind::Lambda(Box::new(Lambda { parameters, signature, body })))
    }
}

/// Marks the calls that end the body of a lambda.
fn mark_tail(node: &mut Node) {
    if !node.stages().is_empty() {
        return;
    }
    match &mut node.kind {
        Kind::Call(call) => call.tail = true,
        Kind::Condition(condition) => {
            mark_tail(&mut condition.then);
            condition.other.iter_mut().for_each(mark_tail);
        }
        Kind::Block(block) => block.nodes.last_mut().into_iter().for_each(mark_tail),
        _ => {}
    }
}
