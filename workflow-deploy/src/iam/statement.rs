//! Statements of policies.

use crate::text::{Part, Text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Actions that are allowed on resources.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// `service:Action`, in order.
    pub actions: Vec<String>,
    /// ARNs, in order.
    pub resources: Vec<Text>,
    /// `Condition`.
    pub condition: Option<Value>,
}

impl Statement {
    /// Allows actions on resources.
    pub(crate) fn new(actions: &[&str], resources: Vec<Text>) -> Self {
        let actions = actions.iter().map(|it| (*it).to_owned()).collect();
        Statement { actions, resources, condition: None }
    }
}

/// The letters that statements have at least, once everything is filled in; spaces are not counted.
pub(crate) fn size(statements: &[Statement]) -> usize {
    let quoted = |all: &[String]| all.iter().map(|it| it.len() + 3).sum::<usize>();
    let resource = |it: &Text| {
        let filled = it.render(|part| match part {
            Part::Plain(text) => text.clone(),
            Part::Partition => "aws".to_owned(),
            Part::Region => "eu-west-1".to_owned(),
            Part::Account => "123456789012".to_owned(),
            Part::Parameter(_) => String::new(),
            Part::Function(_) | Part::FunctionVersion(_) => {
                "arn:aws:lambda:eu-west-1:123456789012:function:x".to_owned()
            }
            // The longest name that a bucket has.
            Part::Large => "x".repeat(63),
            Part::Machine | Part::Target => {
                "arn:aws:states:eu-west-1:123456789012:stateMachine:x".to_owned()
            }
        });
        filled.len() + 3
    };
    let one = |it: &Statement| {
        let condition = it.condition.as_ref().map_or(0, |it| it.to_string().len() + 13);
        let frame = r#"{"Effect":"Allow","Action":[],"Resource":[]},"#.len();
        frame + quoted(&it.actions) + it.resources.iter().map(resource).sum::<usize>() + condition
    };
    r#"{"Version":"2012-10-17","Statement":[]}"#.len() + statements.iter().map(one).sum::<usize>()
}

/// The service whose actions a statement allows.
fn service(actions: &[String]) -> String {
    let service = actions.first().and_then(|it| it.split(':').next());
    service.unwrap_or_default().to_owned()
}

/// Resources with a condition.
type Resources = (BTreeSet<Text>, Option<Value>);

/// Puts together what can be: the resources of one set of actions, then the actions of a service on one set of
/// resources.
pub(crate) fn merged(statements: Vec<Statement>) -> Vec<Statement> {
    let mut by_actions: BTreeMap<(Vec<String>, String), Resources> = BTreeMap::new();
    for mut statement in statements {
        statement.actions.sort();
        let key = (statement.actions, format!("{:?}", statement.condition));
        let known = by_actions.entry(key).or_default();
        known.0.extend(statement.resources);
        known.1 = statement.condition;
    }
    type Key = (String, Vec<Text>, String);
    let mut by_resources: BTreeMap<Key, (BTreeSet<String>, Option<Value>)> = BTreeMap::new();
    for ((actions, conditions), (resources, condition)) in by_actions {
        // With everything allowed the rest says nothing.
        let any = resources.iter().any(Text::is_any);
        let resources = if any { vec![Text::any()] } else { resources.into_iter().collect() };
        let known = by_resources.entry((service(&actions), resources, conditions)).or_default();
        known.0.extend(actions);
        known.1 = condition;
    }
    let statement = |((_, resources, _), (actions, condition)): (Key, (BTreeSet<String>, _))| {
        Statement { actions: actions.into_iter().collect(), resources, condition }
    };
    let mut all: Vec<Statement> = by_resources.into_iter().map(statement).collect();
    all.sort_by(|a, b| (&a.actions, &a.resources).cmp(&(&b.actions, &b.resources)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_put_together() {
        let plain = |texts: &[&str]| texts.iter().map(|it| Text::plain(*it)).collect::<Vec<_>>();
        let found = merged(vec![
            Statement::new(&["b:Put", "b:Get"], plain(&["x"])),
            Statement::new(&["b:Get", "b:Put"], plain(&["a"])),
            Statement::new(&["b:Del"], plain(&["a", "x"])),
            Statement::new(&["c:Do"], plain(&["a", "x"])),
            Statement::new(&["d:Do"], plain(&["a", "*"])),
        ]);
        let expected = vec![
            Statement::new(&["b:Del", "b:Get", "b:Put"], plain(&["a", "x"])),
            Statement::new(&["c:Do"], plain(&["a", "x"])),
            Statement::new(&["d:Do"], plain(&["*"])),
        ];
        assert_eq!(found, expected);
    }
}
