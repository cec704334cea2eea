//! The many texts of one value: what serde reads as the same, whatever wrote it.

use super::differences::decoded;
use super::random::{Random, UNKNOWN};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use workflow_asl::Schema;
use workflow_asl::schema::{Content, Field, Lazy, Tagging, Variant};

/// Another JSON that decodes as well: keys that may be absent are absent or `null`, there are unknown keys, keys stand
/// in another order, items of sets as well, and whole floats are written with and without a fraction. So many percent of the fields with a
/// default lose their value to that.
#[must_use]
pub fn respelt(value: Value, schema: &Schema, random: &mut Random, lost: u64) -> Value {
    match (schema, value) {
        (Schema::Float, Value::Number(number)) => float(&number, random),
        (_, Value::Null) => Value::Null,
        (Schema::Option(of) | Schema::Newtype { inner: of, .. }, value) => {
            respelt(value, &of(), random, lost)
        }
        (Schema::List(of), Value::Array(items)) => {
            items.into_iter().map(|item| respelt(item, &of(), random, lost)).collect()
        }
        (Schema::Set(_), Value::Array(items)) => unsorted(items, random).into(),
        (Schema::Tuple(of), Value::Array(items)) => {
            items.into_iter().zip(of).map(|(item, of)| respelt(item, &of(), random, lost)).collect()
        }
        (Schema::Map(_, of) | Schema::Unordered(_, of), Value::Object(all)) => {
            let all =
                all.into_iter().map(|(key, value)| (key, respelt(value, &of(), random, lost)));
            let all = all.collect();
            shuffled(all, random).into()
        }
        (Schema::Struct { fields, .. }, Value::Object(all)) => {
            let all = with_fields(all, fields, random, lost);
            shuffled(unknown(all, random), random).into()
        }
        (Schema::Enum { tagging, variants, .. }, value) => {
            tagged(value, *tagging, variants, random, lost)
        }
        (_, value) => value,
    }
}

#[allow(clippy::cast_possible_truncation, reason = "it is small")]
fn float(number: &serde_json::Number, random: &mut Random) -> Value {
    match number.as_f64() {
        Some(float) if float.fract() == 0.0 && float.abs() < 1e15 && random.percent(50) => {
            json!(float as i64)
        }
        Some(float) => json!(float),
        None => Value::Number(number.clone()),
    }
}

fn with_fields(
    mut all: Map<String, Value>,
    fields: &[Field],
    random: &mut Random,
    lost: u64,
) -> Map<String, Value> {
    for field in fields {
        let value = all.get_mut(field.json).map(Value::take);
        let absent = field.absent();
        match (value, absent) {
            (Some(Value::Null), Some(Value::Null)) if random.percent(50) => {
                all.shift_remove(field.json);
            }
            (Some(value), Some(default))
                if field.default.is_some()
                    && (random.percent(lost) || value == default && random.percent(50)) =>
            {
                all.shift_remove(field.json);
            }
            (None, Some(Value::Null)) if random.percent(30) => {
                all.insert(field.json.to_owned(), Value::Null);
            }
            (Some(value), _) => {
                all.insert(field.json.to_owned(), respelt(value, &(field.schema)(), random, lost));
            }
            (None, _) => {}
        }
    }
    all
}

/// With a key that the type does not have.
fn unknown(mut all: Map<String, Value>, random: &mut Random) -> Map<String, Value> {
    if random.percent(20) {
        let value = random.pick(&[json!(null), json!(7), json!([{ "a": null }]), json!("x")]);
        all.insert(UNKNOWN.to_owned(), value);
    }
    all
}

fn shuffled(all: Map<String, Value>, random: &mut Random) -> Map<String, Value> {
    if random.percent(60) {
        return all;
    }
    mixed(all, random)
}

/// The same in another order.
fn mixed<T, C: FromIterator<T>>(all: impl IntoIterator<Item = T>, random: &mut Random) -> C {
    let mut all: Vec<_> = all.into_iter().map(|it| (random.next(), it)).collect();
    all.sort_by_key(|(key, _)| *key);
    all.into_iter().map(|(_, it)| it).collect()
}

/// The items of a set in another order, some of them twice.
fn unsorted(mut items: Vec<Value>, random: &mut Random) -> Vec<Value> {
    for item in items.clone() {
        if random.percent(20) {
            items.push(item);
        }
    }
    mixed(items, random)
}

fn tagged(
    value: Value,
    tagging: Tagging,
    variants: &[Variant],
    random: &mut Random,
    lost: u64,
) -> Value {
    let Value::Object(mut all) = value else { return value };
    let named = |name: &Value| variants.iter().find(|it| name.as_str() == Some(it.json));
    match tagging {
        Tagging::External => {
            let found = variants.iter().find(|variant| all.contains_key(variant.json));
            if let Some(variant) = found {
                let inner = all[variant.json].take();
                all[variant.json] = content(inner, &variant.content, random, lost);
            }
            all.into()
        }
        Tagging::Adjacent { tag, content: key } => {
            if let Some(variant) = all.get(tag).and_then(named)
                && let Some(inner) = all.get_mut(key).map(Value::take)
            {
                all.insert(key.to_owned(), content(inner, &variant.content, random, lost));
            }
            shuffled(unknown(all, random), random).into()
        }
        Tagging::Internal { tag } => {
            let variant = all.get(tag).and_then(named);
            let fields = variant.map(|variant| match &variant.content {
                Content::Struct(fields) => fields.clone(),
                Content::Newtype(of) => match of().bare() {
                    Schema::Struct { fields, .. } => fields,
                    _ => vec![],
                },
                _ => vec![],
            });
            let all = with_fields(all, &fields.unwrap_or_default(), random, lost);
            shuffled(unknown(all, random), random).into()
        }
    }
}

fn content(value: Value, content: &Content, random: &mut Random, lost: u64) -> Value {
    match content {
        Content::Unit => value,
        Content::Newtype(of) => respelt(value, &of(), random, lost),
        Content::Tuple(of) => respelt(value, &Schema::Tuple(of.clone()), random, lost),
        Content::Struct(fields) => {
            respelt(value, &Schema::Struct { name: "", fields: fields.clone() }, random, lost)
        }
    }
}

/// The defaults of fields, by their names in JSON: where two texts are compared, a field that has its default may be
/// absent from one of them.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    values: BTreeMap<&'static str, Vec<Value>>,
    /// The fields that are sets: a text may have their items in any order, and more than once.
    sets: BTreeSet<&'static str>,
    /// True if sets stand where they have no key of a struct: any list of plain values may be one.
    anywhere: bool,
}

impl Defaults {
    /// Those in types.
    #[must_use]
    pub fn of(schemas: impl IntoIterator<Item = Schema>) -> Self {
        let (mut defaults, mut seen) = (Defaults::default(), vec![]);
        schemas.into_iter().for_each(|schema| defaults.add(&schema, &mut seen));
        // A default that is written has been compared inside before it is compared itself.
        let short = |value: &Value| decoded(value.clone(), &defaults);
        let all = defaults.values.iter().map(|(key, all)| (*key, all.iter().map(short).collect()));
        let values = all.collect();
        Defaults { values, ..defaults }
    }

    /// A list under a key as it is compared: that of a set sorted, each item once.
    pub(super) fn set(&self, key: Option<&str>, value: Value) -> Value {
        let is_set = self.anywhere || key.is_some_and(|key| self.sets.contains(key));
        match value {
            Value::Array(mut items) if is_set && items.iter().all(is_plain) => {
                items.sort_by_cached_key(Value::to_string);
                items.dedup();
                Value::Array(items)
            }
            other => other,
        }
    }

    /// Allows a key with this value to be absent.
    #[must_use]
    pub fn allow_absent(&self, key: &str, value: &Value) -> bool {
        let known = self.values.get(key);
        value.is_null() || key == UNKNOWN || known.is_some_and(|values| values.contains(value))
    }

    fn add(&mut self, schema: &Schema, seen: &mut Vec<Lazy>) {
        match schema {
            Schema::Option(of) | Schema::List(of) => self.later(*of, seen),
            Schema::Map(_, of) | Schema::Unordered(_, of) => self.later(*of, seen),
            Schema::Newtype { inner, .. } => self.later(*inner, seen),
            Schema::Tuple(of) => of.iter().for_each(|of| self.later(*of, seen)),
            Schema::Struct { fields, .. } => self.fields(fields, seen),
            Schema::Enum { variants, .. } => {
                for variant in variants {
                    match &variant.content {
                        Content::Unit => {}
                        Content::Newtype(of) => self.later(*of, seen),
                        Content::Tuple(of) => of.iter().for_each(|of| self.later(*of, seen)),
                        Content::Struct(fields) => self.fields(fields, seen),
                    }
                }
            }
            _ => {}
        }
    }

    /// Types may be recursive: nothing is looked into twice.
    fn later(&mut self, of: Lazy, seen: &mut Vec<Lazy>) {
        if !seen.iter().any(|known| std::ptr::fn_addr_eq(*known, of)) {
            seen.push(of);
            self.anywhere |= is_set(&of());
            self.add(&of(), seen);
        }
    }

    fn fields(&mut self, fields: &[Field], seen: &mut Vec<Lazy>) {
        for field in fields {
            if let Some(value) = field.default.map(|default| default()) {
                self.values.entry(field.json).or_default().push(value);
            }
            let schema = (field.schema)();
            match is_set(&schema) {
                true => drop(self.sets.insert(field.json)),
                false => self.later(field.schema, seen),
            }
        }
    }
}

fn is_set(schema: &Schema) -> bool {
    match schema {
        Schema::Set(_) => true,
        Schema::Option(of) | Schema::Newtype { inner: of, .. } => is_set(&of()),
        _ => false,
    }
}

fn is_plain(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use workflow_asl::Data;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        name: Option<String>,
        #[serde(default)]
        count: u32,
    }

    fn row() -> Schema {
        let count =
            Field { default: Some(|| json!(0)), ..Field::new("count", "count", u32::schema) };
        let name = Field::new("name", "name", Option::<String>::schema);
        Schema::Struct { name: "Row", fields: vec![name, count] }
    }

    #[test]
    fn other_texts_are_read_as_well() {
        let (mut absent, mut unknown, mut defaulted, mut order) = (0, 0, 0, 0);
        for seed in 0..200 {
            let mut random = Random::new(seed, &[]);
            let value = json!([{ "name": null, "count": 3 }]);
            let spelt = respelt(value, &Schema::List(row), &mut random, 25);
            let read: Vec<Row> = serde_json::from_value(spelt.clone()).unwrap_or_default();
            assert!(read.len() == 1 && read[0].name.is_none(), "{spelt}");
            let keys: Vec<_> = spelt[0].as_object().into_iter().flat_map(Map::keys).collect();
            absent += u32::from(spelt[0].get("name").is_none());
            unknown += u32::from(spelt[0].get(UNKNOWN).is_some());
            defaulted += u32::from(spelt[0].get("count").is_none() && read[0].count == 0);
            order += u32::from(keys.first().is_some_and(|key| *key != "name"));
        }
        assert!(absent > 50 && unknown > 20 && defaulted > 20 && order > 20);
    }

    #[test]
    fn what_has_its_default_may_be_absent() {
        let defaults = Defaults::of([Schema::List(row)]);
        assert!(defaults.allow_absent("count", &json!(0)));
        assert!(!defaults.allow_absent("count", &json!(1)));
        assert!(!defaults.allow_absent("other", &json!(0)));
        assert!(defaults.allow_absent("other", &json!(null)));
    }
}
