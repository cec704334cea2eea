//! What an expression may not say here, and what it mentions. One walk over its tree, once.

use super::error::SyntaxError;
use super::functions;
use super::scope::States;
use jsonata_core::ast::{AstNode, BinaryOp, PathStep, Stage};
use std::collections::BTreeSet;

/// The variables and functions that an expression mentions, parameters of its own lambdas included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// Names after `$`, without `$states`.
    pub variables: BTreeSet<String>,
    states: [bool; 4],
}

impl Mentions {
    /// Whether it mentions a field of `$states`.
    #[must_use]
    pub fn states(&self, field: States) -> bool {
        self.states[field as usize]
    }
    /// Whether it mentions `$states`.
    #[must_use]
    pub fn any_states(&self) -> bool {
        self.states.contains(&true)
    }
    /// Whether it mentions a variable or function of this name.
    pub(super) fn name(&self, name: &str) -> bool {
        self.variables.contains(name)
    }
}

/// Whose rules.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// AWS: no data but variables.
    Aws,
    /// JSONata 2.0.6: data is `$`.
    Free,
}

/// Refuses what JSONata 2.0.6 or AWS do not have, and puts our functions in the place of some built-in ones.
pub(super) fn check(node: &mut AstNode, rules: Rules) -> Result<Mentions, SyntaxError> {
    let mut walk = Walk { mentions: Mentions::default(), rules, within: 0 };
    walk.node(node)?;
    Ok(walk.mentions)
}

struct Walk {
    mentions: Mentions,
    rules: Rules,
    /// How many constructs around give `$` a meaning: steps of paths, predicates, lambdas.
    within: usize,
}

type Checked = Result<(), SyntaxError>;

impl Walk {
    fn node(&mut self, node: &mut AstNode) -> Checked {
        functions::replace(node);
        match node {
            AstNode::Variable(name) => self.variable(name),
            AstNode::Name(name) => self.needs_data(&format!("`{name}`")),
            AstNode::Wildcard => self.needs_data("`*`"),
            AstNode::Descendant => self.needs_data("`**`"),
            AstNode::ParentVariable(_) => self.needs_data("`$$`"),
            AstNode::Path { steps } => self.path(steps),
            AstNode::Binary { op, lhs, rhs } => self.binary(*op, lhs, rhs),
            AstNode::Function { name, args, .. } => {
                self.function(name)?;
                self.all(args)
            }
            AstNode::Lambda { params, body, .. } => {
                params.iter().try_for_each(|name| reserved(name))?;
                self.inside(body)
            }
            AstNode::Array(items) | AstNode::ArrayGroup(items) => {
                items.iter_mut().try_for_each(|item| self.item(item))
            }
            AstNode::Object(pairs) => self.pairs(pairs),
            AstNode::ObjectTransform { input, pattern } => {
                self.node(input)?;
                self.within(|walk| walk.pairs(pattern))
            }
            AstNode::Sort { input, terms } => {
                self.node(input)?;
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
            | AstNode::Regex { .. }
            | AstNode::Parent(_) => Ok(()),
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
                return Err(refused(
                    "The operator `??` is not in JSONata 2.0.6; write `$exists(a) ? a : b`",
                ));
            }
            (BinaryOp::Default, _) => {
                return Err(refused(
                    "The operator `?:` is not in JSONata 2.0.6; write `a ? a : b`",
                ));
            }
            (BinaryOp::Range, _) => {
                return Err(refused("A range `a..b` stands only within brackets; write `[a..b]`"));
            }
            (BinaryOp::ColonEqual, AstNode::Variable(name)) => {
                reserved(name)?;
                return self.node(rhs);
            }
            _ => {}
        }
        self.node(lhs)?;
        self.node(rhs)
    }

    fn path(&mut self, steps: &mut [PathStep]) -> Checked {
        if let [first, second, ..] = steps
            && let (AstNode::Variable(name), AstNode::Name(field)) = (&first.node, &second.node)
            && name == "states"
            && first.stages.is_empty()
        {
            match States::named(field) {
                Some(field) => self.mentions.states[field as usize] = true,
                None => {
                    return Err(refused(format!(
                        "`$states` has no field `{field}`; it has `input`, `context`, `result` and `errorOutput`"
                    )));
                }
            }
            self.stages(&mut second.stages)?;
            return self.within(|walk| steps[2..].iter_mut().try_for_each(|step| walk.step(step)));
        }
        if let Some((first, rest)) = steps.split_first_mut() {
            self.step(first)?;
            self.within(|walk| rest.iter_mut().try_for_each(|step| walk.step(step)))?;
        }
        Ok(())
    }

    fn step(&mut self, step: &mut PathStep) -> Checked {
        step.focus.iter().chain(&step.index_var).try_for_each(|name| reserved(name))?;
        self.node(&mut step.node)?;
        self.stages(&mut step.stages)
    }

    fn stages(&mut self, stages: &mut [Stage]) -> Checked {
        self.within(|walk| {
            stages.iter_mut().try_for_each(|stage| match stage {
                Stage::Filter(filter) => walk.node(filter),
                Stage::Index(name) => reserved(name),
                Stage::KeepArray => Ok(()),
            })
        })
    }

    fn variable(&mut self, name: &str) -> Checked {
        match name {
            "" => self.needs_data("`$`"),
            "$" => self.needs_data("`$$`"),
            "states" => {
                self.mentions.states = [true; 4];
                Ok(())
            }
            name => self.function(name),
        }
    }

    fn function(&mut self, name: &str) -> Checked {
        if name == "eval" && self.rules == Rules::Aws {
            return Err(refused(
                "`$eval` is not available in AWS Step Functions; write the expression itself",
            ));
        }
        self.mentions.variables.insert(name.to_owned());
        Ok(())
    }

    /// What reads the data of the evaluation: there is none at the top of an expression (Developer Guide,
    /// "Transforming data with JSONata").
    fn needs_data(&self, what: &str) -> Checked {
        if self.rules == Rules::Free || self.within > 0 {
            return Ok(());
        }
        Err(refused(format!(
            "{what} has no value at the top of an expression; read `$states.input` or a variable `$name`"
        )))
    }
}

fn reserved(name: &str) -> Checked {
    if name.trim_start_matches('$') == "states" {
        return Err(refused("`$states` is reserved; choose another name"));
    }
    Ok(())
}

fn refused(message: impl Into<String>) -> SyntaxError {
    SyntaxError::rule(message)
}
