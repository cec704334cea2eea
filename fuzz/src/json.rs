//! Changes to JSON that leave it JSON.

use crate::mutate::Material;
use crate::random::Random;
use serde_json::{Map, Value, json};

/// `None` where the bytes are no JSON.
pub fn mutated(bytes: &[u8], material: &Material<'_>, random: &mut Random) -> Option<Vec<u8>> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    let other = serde_json::from_slice(material.other).unwrap_or(Value::Null);
    let target = random.below(nodes(&value));
    let node = node(&mut value, target)?;
    change(node, &other, material, random);
    serde_json::to_vec(&value).ok()
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(nodes).sum(),
        Value::Object(fields) => fields.values().map(nodes).sum(),
        _ => 0,
    }
}

/// The node of this number, in the order of the document.
fn node(value: &mut Value, mut number: usize) -> Option<&mut Value> {
    if number == 0 {
        return Some(value);
    }
    number -= 1;
    let below: Box<dyn Iterator<Item = &mut Value>> = match value {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(fields) => Box::new(fields.values_mut()),
        _ => return None,
    };
    for child in below {
        let size = nodes(child);
        if number < size {
            return node(child, number);
        }
        number -= size;
    }
    None
}

fn change(node: &mut Value, other: &Value, material: &Material<'_>, random: &mut Random) {
    match random.below(8) {
        0 => *node = leaf(material, random),
        1 => {
            let mut other = other.clone();
            let target = random.below(nodes(&other));
            *node = self::node(&mut other, target).cloned().unwrap_or_default();
        }
        2 => *node = json!([node]),
        3 => *node = json!({ word(material, random): node }),
        _ => inside(node, material, random),
    }
}

/// Adds, removes or renames.
fn inside(node: &mut Value, material: &Material<'_>, random: &mut Random) {
    match node {
        Value::Array(items) if random.one_in(2) => {
            let copy = random.pick(items).cloned().unwrap_or_else(|| leaf(material, random));
            items.push(copy);
        }
        Value::Array(items) => {
            let at = random.below(items.len());
            items.truncate(at);
        }
        Value::Object(fields) => field(fields, material, random),
        Value::String(text) => {
            let mut bytes = text.clone().into_bytes();
            let at = random.below(bytes.len() + 1);
            bytes.splice(at..at, word(material, random).into_bytes());
            *text = String::from_utf8_lossy(&bytes).into_owned();
        }
        node => *node = leaf(material, random),
    }
}

fn field(fields: &mut Map<String, Value>, material: &Material<'_>, random: &mut Random) {
    let keys: Vec<String> = fields.keys().cloned().collect();
    let chosen = random.pick(&keys).cloned().unwrap_or_default();
    match random.below(3) {
        0 => drop(fields.remove(&chosen)),
        1 => drop(fields.insert(word(material, random), leaf(material, random))),
        _ => {
            let value = fields.remove(&chosen).unwrap_or_default();
            fields.insert(word(material, random), value);
        }
    }
}

fn word(material: &Material<'_>, random: &mut Random) -> String {
    random.pick(material.words).copied().unwrap_or_default().to_owned()
}

fn leaf(material: &Material<'_>, random: &mut Random) -> Value {
    match random.below(9) {
        0 => Value::Null,
        1 => random.one_in(2).into(),
        2 => (random.below(5) as i64 - 1).into(),
        3 => random
            .pick(&[json!(i64::MIN), json!(-0.0), json!(1e308), json!(u64::MAX), json!(0.5)])
            .cloned()
            .unwrap_or_default(),
        4 => json!({}),
        5 => json!([]),
        _ => word(material, random).into(),
    }
}
