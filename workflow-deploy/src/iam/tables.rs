//! Tables of DynamoDB, which calls of the SDK name in several ways.

use super::optimized::{Allowing, within};
use crate::call::{Argument, argument};
use crate::text::Text;
use serde_json::Value;

/// The parts of a transaction, with the action that each needs.
const PARTS: &[(&str, &str)] = &[
    ("ConditionCheck", "dynamodb:ConditionCheckItem"),
    ("Delete", "dynamodb:DeleteItem"),
    ("Get", "dynamodb:GetItem"),
    ("Put", "dynamodb:PutItem"),
    ("Update", "dynamodb:UpdateItem"),
];

/// Allows a call that names several tables; false where it names none.
pub(super) fn several(allowing: &mut Allowing<'_>, actions: &[&str]) -> bool {
    let call = allowing.call;
    let given = |name: &str| call.arguments.get(name);
    let found = match (given("RequestItems"), given("TransactItems")) {
        (Some(Value::Object(items)), _) => Some(batch(items.keys(), actions)),
        (_, Some(Value::Array(items))) => transaction(items),
        _ => None,
    };
    let Some(found) = found else { return false };
    for (action, table) in found {
        allowing.permissions.allow(&[action], vec![table]);
    }
    true
}

/// The tables of a batch are its keys.
fn batch<'a>(names: impl Iterator<Item = &'a String>, actions: &[&'a str]) -> Vec<(&'a str, Text)> {
    let mut found = vec![];
    for name in names {
        let name = name.strip_suffix(".$").unwrap_or(name);
        let table = within("dynamodb", "table/", &Text::of(name));
        found.extend(actions.iter().map(|action| (*action, table.clone())));
    }
    found
}

/// Each part of a transaction names its own; `None` where one is computed.
fn transaction(items: &[Value]) -> Option<Vec<(&'static str, Text)>> {
    let mut found = vec![];
    for item in items {
        let (part, action) = PARTS.iter().find(|(part, _)| item.get(part).is_some())?;
        let Argument::Known(name) = argument(&item[*part], "TableName") else { return None };
        found.push((*action, within("dynamodb", "table/", &name)));
    }
    Some(found)
}

/// Allows actions on a table, and on the index that is read.
pub(super) fn indexed(allowing: &mut Allowing<'_>, actions: &[&str]) {
    let index = match allowing.call.argument("IndexName") {
        Argument::Absent => None,
        Argument::Known(name) => Some(name),
        Argument::Computed => Some(Text::any()),
    };
    allowing.named(actions, "TableName", |name| {
        let table = within("dynamodb", "table/", name);
        index.as_ref().map_or(table.clone(), |index| table.with("/index/").then(index))
    });
}
