//! What an expression may not say here, and what it mentions. One walk over its tree, once.

use super::error::SyntaxError;
use super::mentions::Mentions;
use super::replace::{ROWS, replace};
use super::scope::States;
use super::tuples;
use jsonata_core::ast::{AstNode, BinaryOp, PathStep, Stage};

/// Whose rules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// AWS: no data but variables.
    Aws,
    /// JSONata 2.0.6: data is `$`.
    #[cfg(test)]
    Free,
}

/// Refuses what JSONata 2.0.6 or AWS do not have, and puts our functions in the place of some built-in ones.
pub(super) fn check(node: &mut AstNode, rules: Rules) -> Result<Mentions, SyntaxError> {
    let mut walk = Walk {
        mentions: Mentions::default(),
        rules,
        within: 0,
        parent: false,
        merged: false,
        names: 0,
    };
    walk.node(node)?;
    if walk.parent {
        walk.mentions.widen();
    }
    Ok(walk.mentions)
}

struct Walk {
    mentions: Mentions,
    rules: Rules,
    /// How many constructs around give `$` a meaning: steps of paths, predicates, lambdas.
    within: usize,
    /// Whether it uses the operator `%`.
    parent: bool,
    /// Whether this is the input of a sort or a grouping, which sees the tuples of joins.
    merged: bool,
    /// How many names the steps so far bind in tuples.
    names: usize,
}

type Checked = Result<(), SyntaxError>;

impl Walk {
    fn node(&mut self, node: &mut AstNode) -> Checked {
        replace(node);
        match node {
            AstNode::Variable(name) => self.variable(name),
            AstNode::Name(name) => self.needs_data(name),
            AstNode::Wildcard => self.needs_data("*"),
            AstNode::Descendant => self.needs_data("**"),
            AstNode::ParentVariable(_) => self.needs_data("$$"),
            AstNode::Path { steps } => self.path(steps),
            AstNode::Binary { op, lhs, rhs } => self.binary(*op, lhs, rhs),
            AstNode::Function { name, args, .. } => {
                self.available(name)?;
                self.mentions.call(name);
                self.all(args)
            }
            AstNode::Lambda { params, body, .. } => {
                params.iter().try_for_each(|name| self.binds(name))?;
                self.inside(body)
            }
            AstNode::Array(items) | AstNode::ArrayGroup(items) => {
                items.iter_mut().try_for_each(|item| self.item(item))
            }
            AstNode::Object(pairs) => self.pairs(pairs),
            AstNode::ObjectTransform { input, pattern } => {
                self.merged(input)?;
                self.within(|walk| walk.pairs(pattern))
            }
            AstNode::Sort { input, terms } => {
                self.merged(input)?;
                self.within(|walk| terms.iter_mut().try_for_each(|(term, _)| walk.node(term)))
            }
            AstNode::Transform { location, update, delete } => {
                self.inside(location)?;
                self.inside(update)?;
                delete.as_mut().map_or(Ok(()), |delete| self.inside(delete))
            }
            AstNode::FunctionApplication(inner) => self.inside(inner),
            AstNode::Call { procedure, args } => {
                self.node(procedure)?;
                self.all(args)
            }
            AstNode::Block(nodes) => self.all(nodes),
            AstNode::Unary { operand, .. } => self.node(operand),
            AstNode::Conditional { condition, then_branch, else_branch } => {
                self.node(condition)?;
                self.node(then_branch)?;
                else_branch.as_mut().map_or(Ok(()), |branch| self.node(branch))
            }
            AstNode::String(_)
            | AstNode::Number(_)
            | AstNode::Boolean(_)
            | AstNode::Null
            | AstNode::Undefined
            | AstNode::Placeholder
            | AstNode::Regex { .. } => Ok(()),
            AstNode::Parent(_) => {
                self.parent = true;
                Ok(())
            }
        }
    }

    fn all(&mut self, nodes: &mut [AstNode]) -> Checked {
        nodes.iter_mut().try_for_each(|node| self.node(node))
    }
    fn pairs(&mut self, pairs: &mut [(AstNode, AstNode)]) -> Checked {
        pairs.iter_mut().try_for_each(|(key, value)| {
            self.node(key)?;
            self.node(value)
        })
    }
    fn inside(&mut self, node: &mut AstNode) -> Checked {
        self.within(|walk| walk.node(node))
    }
    fn merged(&mut self, input: &mut AstNode) -> Checked {
        let before = std::mem::replace(&mut self.merged, true);
        let checked = self.node(input);
        self.merged = before;
        checked
    }
    fn within(&mut self, visit: impl FnOnce(&mut Self) -> Checked) -> Checked {
        self.within += 1;
        let checked = visit(self);
        self.within -= 1;
        checked
    }

    /// An item of `[..]`: the only place of a range (2.0.6; the crate takes it everywhere).
    fn item(&mut self, item: &mut AstNode) -> Checked {
        match item {
            AstNode::Binary { op: BinaryOp::Range, lhs, rhs } => {
                self.node(lhs)?;
                self.node(rhs)
            }
            item => self.node(item),
        }
    }

    fn binary(&mut self, op: BinaryOp, lhs: &mut AstNode, rhs: &mut AstNode) -> Checked {
        match (op, &*lhs) {
            (BinaryOp::Coalesce, _) => {
                return Err(foreign(
                    "The operator `??` is not in JSONata 2.0.6; write `$exists(a) ? a : b`",
                ));
            }
            (BinaryOp::Default, _) => {
                return Err(foreign(
                    "The operator `?:` is not in JSONata 2.0.6; write `a ? a : b`",
                ));
            }
            (BinaryOp::Range, _) => {
                return Err(foreign("A range `a..b` stands only within brackets; write `[a..b]`"));
            }
            (BinaryOp::ColonEqual, AstNode::Variable(name)) => {
                self.binds(name)?;
                return self.node(rhs);
            }
            _ => {}
        }
        self.node(lhs)?;
        self.node(rhs)
    }

    fn path(&mut self, steps: &mut [PathStep]) -> Checked {
        let Some((first, rest)) = steps.split_first_mut() else { return Ok(()) };
        // A function may be the only step: `$pad@$i('x', 9)`.
        replace(&mut first.node);
        match &first.node {
            AstNode::Variable(name) if !name.is_empty() && name != "$" && is_plain(first) => {
                self.available(name)?;
                let fields = leading_fields(rest);
                if name == "states" {
                    states_field(fields.first().copied())?;
                }
                self.mentions.add(name, &fields);
            }
            _ => self.step(first)?,
        }
        self.within(|walk| rest.iter_mut().try_for_each(|step| walk.step(step)))?;
        if tuples::makes_tuples(steps) {
            self.mentions.call(ROWS);
        }
        tuples::bound(steps, self.names, self.merged)
    }

    fn step(&mut self, step: &mut PathStep) -> Checked {
        step.focus.iter().chain(&step.index_var).try_for_each(|name| self.binds(name))?;
        self.names += tuples::binds(step);
        self.node(&mut step.node)?;
        self.stages(&mut step.stages)
    }

    fn stages(&mut self, stages: &mut [Stage]) -> Checked {
        self.within(|walk| {
            stages.iter_mut().try_for_each(|stage| match stage {
                Stage::Filter(filter) => walk.node(filter),
                Stage::Index(name) => walk.binds(name),
                Stage::KeepArray => Ok(()),
            })
        })
    }

    fn variable(&mut self, name: &str) -> Checked {
        match name {
            "" => self.needs_data("$"),
            "$" => self.needs_data("$$"),
            name => {
                self.available(name)?;
                self.mentions.add(name, &[]);
                Ok(())
            }
        }
    }

    /// A name that the expression binds itself.
    fn binds(&mut self, name: &str) -> Checked {
        self.mentions.bind(name);
        reserved(name)
    }

    fn available(&self, name: &str) -> Checked {
        if name == "eval" && self.rules == Rules::Aws {
            return Err(refused(
                "`$eval` is not available in AWS Step Functions; write the expression itself",
            ));
        }
        Ok(())
    }

    /// What reads the data of the evaluation: there is none at the top of an expression (Developer Guide,
    /// "Transforming data with JSONata").
    fn needs_data(&self, what: &str) -> Checked {
        if self.rules != Rules::Aws || self.within > 0 {
            return Ok(());
        }
        if what == "$$" {
            return Err(refused(
                "Reference to '$$' is not supported. Read `$states.input` or a variable `$name`",
            ));
        }
        Err(refused(format!(
            "Reference to '{what}' at the top level is not supported. Read `$states.input` or a variable `$name`"
        )))
    }
}

/// A step without predicates, bindings and the like.
pub(super) fn is_plain(step: &PathStep) -> bool {
    step.stages.is_empty()
        && step.focus.is_none()
        && step.index_var.is_none()
        && step.ancestor_label.is_none()
        && !step.is_tuple
}

/// The names of the fields that a path begins with.
fn leading_fields(steps: &[PathStep]) -> Vec<&str> {
    let mut fields = vec![];
    for step in steps {
        let AstNode::Name(name) = &step.node else { break };
        fields.push(name.as_str());
        if !is_plain(step) {
            break;
        }
    }
    fields
}

fn states_field(field: Option<&str>) -> Checked {
    match field {
        Some(field) if States::named(field).is_none() => Err(refused(format!(
            "Field '$states.{field}' does not exist. `$states` has `input`, `context`, `result` and `errorOutput`"
        ))),
        _ => Ok(()),
    }
}

fn reserved(name: &str) -> Checked {
    if name.trim_start_matches('$') == "states" {
        return Err(refused("`$states` is reserved; choose another name"));
    }
    Ok(())
}

/// What is no syntax of JSONata 2.0.6.
fn foreign(message: impl Into<String>) -> SyntaxError {
    SyntaxError { unsupported: false, ..SyntaxError::rule(message) }
}

fn refused(message: impl Into<String>) -> SyntaxError {
    SyntaxError::rule(message)
}
