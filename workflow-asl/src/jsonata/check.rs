//! Checks what an expression may not say here, and lists what it mentions. One walk over its nodes, once.

use super::error::SyntaxError;
use super::mentions::Mentions;
use super::scope::States;
use super::syntax::{Group, Item, Kind, Node, Path, Program, Stage, Symbol};

/// The rules to apply.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// AWS: no data but variables.
    Aws,
    /// JSONata 2.0.6: data is `$`.
    #[cfg(test)]
    Free,
}

/// The number of names without data that are told, each once.
const TOLD: usize = 20;

/// Refuses what AWS does not have: each name without data (measured), or the first breach of another rule.
pub(super) fn check(program: &Program, rules: Rules) -> Result<Mentions, Vec<SyntaxError>> {
    let mut walk = Walk { mentions: Mentions::default(), program, rules, within: 0, wrong: vec![] };
    if let Err(error) = walk.node(&program.node) {
        walk.wrong.push(error);
    }
    if !walk.wrong.is_empty() {
        return Err(walk.wrong);
    }
    if !program.labels.is_empty() {
        walk.mentions.widen();
    }
    Ok(walk.mentions)
}

struct Walk<'p> {
    mentions: Mentions,
    program: &'p Program,
    rules: Rules,
    /// The number of surrounding constructs that give `$` a meaning: steps of paths, predicates.
    within: usize,
    /// Names that read data where there is none.
    wrong: Vec<SyntaxError>,
}

type Checked = Result<(), SyntaxError>;

impl<'p> Walk<'p> {
    fn name(&self, symbol: Symbol) -> &'p str {
        &self.program.names[symbol as usize]
    }

    fn node(&mut self, node: &'p Node) -> Checked {
        self.kind(node)?;
        self.extras(node)
    }

    fn kind(&mut self, node: &'p Node) -> Checked {
        match &node.kind {
            Kind::Variable(symbol) => {
                self.mentions.add(self.name(*symbol), &[]);
                Ok(())
            }
            Kind::Context => self.needs_data("$", node.at),
            Kind::Name(name) => self.needs_data(name, node.at),
            Kind::Wildcard => self.needs_data("*", node.at),
            // Measured: AWS takes `**` where it refuses a name.
            Kind::Descendant => Ok(()),
            Kind::Root => self.needs_data("$$", node.at),
            Kind::Path(path) => self.path(path),
            Kind::Binary(_, sides) | Kind::Apply(sides) => {
                self.node(&sides.0)?;
                self.node(&sides.1)
            }
            Kind::Call(call) | Kind::Partial(call) => {
                match call.callee.kind {
                    Kind::Variable(symbol) if call.callee.extra.is_none() => {
                        self.mentions.call(self.name(symbol));
                    }
                    _ => self.node(&call.callee)?,
                }
                self.all(&call.arguments)
            }
            // A lambda keeps the context around it (measured).
            Kind::Lambda(lambda) => {
                lambda.parameters.iter().try_for_each(|name| self.binds(*name, node.at))?;
                self.node(&lambda.body)
            }
            Kind::Array(items) => items.iter().try_for_each(|item| match item {
                Item::One(item) => self.node(item),
                Item::Range(first, last) => {
                    self.node(first)?;
                    self.node(last)
                }
            }),
            Kind::Object(group) => self.pairs(group),
            Kind::Sort(terms) => {
                self.within(|walk| terms.iter().try_for_each(|(term, _)| walk.node(term)))
            }
            Kind::Transform(transform) => self.within(|walk| {
                walk.node(&transform.pattern)?;
                walk.node(&transform.update)?;
                transform.delete.as_ref().map_or(Ok(()), |delete| walk.node(delete))
            }),
            Kind::Block(block) => self.all(&block.nodes),
            Kind::Negate(inner) => self.node(inner),
            Kind::Bind(symbol, value) => {
                self.binds(*symbol, node.at)?;
                self.node(value)
            }
            Kind::Condition(condition) => {
                self.node(&condition.test)?;
                self.node(&condition.then)?;
                condition.other.as_ref().map_or(Ok(()), |other| self.node(other))
            }
            Kind::Null
            | Kind::Bool(_)
            | Kind::Number(_)
            | Kind::Text(_)
            | Kind::Regex(_)
            | Kind::Hole
            | Kind::Parent(_) => Ok(()),
        }
    }

    /// Parses what follows a node: predicates, names, a grouping.
    fn extras(&mut self, node: &'p Node) -> Checked {
        let Some(extra) = &node.extra else { return Ok(()) };
        extra.focus.iter().chain(&extra.index).try_for_each(|name| self.binds(*name, node.at))?;
        self.within(|walk| {
            extra.stages.iter().try_for_each(|stage| match stage {
                Stage::Filter(predicate) => walk.node(predicate),
                Stage::Index(name) => walk.binds(*name, node.at),
            })?;
            extra.group.as_ref().map_or(Ok(()), |group| walk.pairs(group))
        })
    }

    fn all(&mut self, nodes: &'p [Node]) -> Checked {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn pairs(&mut self, group: &'p Group) -> Checked {
        group.pairs.iter().try_for_each(|(key, value)| {
            self.node(key)?;
            self.node(value)
        })
    }

    fn within(&mut self, visit: impl FnOnce(&mut Self) -> Checked) -> Checked {
        self.within += 1;
        let checked = visit(self);
        self.within -= 1;
        checked
    }

    fn path(&mut self, path: &'p Path) -> Checked {
        let Some((first, rest)) = path.steps.split_first() else { return Ok(()) };
        match first.kind {
            Kind::Variable(symbol) if first.extra.is_none() => {
                let name = self.name(symbol);
                let fields = leading_fields(rest);
                if name == "states" {
                    states_field(fields.first().copied(), first.at)?;
                }
                self.mentions.add(name, &fields);
            }
            _ => self.node(first)?,
        }
        self.within(|walk| walk.all(rest))
    }

    /// A name that the expression binds itself.
    fn binds(&mut self, symbol: Symbol, at: usize) -> Checked {
        let name = self.name(symbol);
        self.mentions.bind(name);
        reserved(name).map_err(|error| error.at(at))
    }

    /// Checks a part that reads the data of the evaluation: there is none at the top of an expression (Developer Guide,
    /// "Transforming data with JSONata").
    fn needs_data(&mut self, what: &str, at: usize) -> Checked {
        if self.rules != Rules::Aws || self.within > 0 {
            return Ok(());
        }
        let place = if what == "$$" { "" } else { "at the top level " };
        let message = format!("Reference to '{what}' {place}is not supported.");
        if self.wrong.len() < TOLD && !self.wrong.iter().any(|known| known.message == message) {
            let help = "read `$states.input` or a variable `$name`";
            self.wrong.push(SyntaxError::rule(message).help(help).at(at));
        }
        Ok(())
    }
}

/// The names of the fields that a path begins with.
fn leading_fields(steps: &[Node]) -> Vec<&str> {
    let mut fields = vec![];
    for step in steps {
        let Kind::Name(name) = &step.kind else { break };
        fields.push(&**name);
        if step.extra.is_some() {
            break;
        }
    }
    fields
}

fn states_field(field: Option<&str>, at: usize) -> Checked {
    match field {
        Some(field) if States::named(field).is_none() => {
            Err(SyntaxError::rule(format!("Field '$states.{field}' does not exist."))
                .help("`$states` has `input`, `context`, `result` and `errorOutput`")
                .at(at))
        }
        _ => Ok(()),
    }
}

fn reserved(name: &str) -> Checked {
    if name.trim_start_matches(['$', '\0']) == "states" {
        return Err(SyntaxError::rule("`$states` is reserved; choose another name"));
    }
    Ok(())
}
