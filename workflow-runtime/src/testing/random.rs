//! Random values: JSON that fits a schema, from a seed.

use serde_json::{Map, Value, json};
use workflow_asl::Schema;
use workflow_asl::schema::{Content, Field, MAX_SAFE_INTEGER, Skips, Tagging, Variant};

/// A sequence of numbers from a seed (splitmix64).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Makes the source from a seed and from the purpose of the values.
    #[must_use]
    pub fn new(seed: u64, what: &[u64]) -> Self {
        let mix = |seed: u64, word: &u64| Random(seed ^ word.rotate_left(23)).next();
        Random(what.iter().fold(seed, mix))
    }
    /// The next number.
    #[allow(clippy::should_implement_trait, reason = "it never ends")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }
    /// True if something of so many percent happens.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
    /// One of these; there is at least one.
    #[allow(clippy::cast_possible_truncation, reason = "an index")]
    pub fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }
}

/// A key that no type has.
pub const UNKNOWN: &str = "no field of any type";

/// The preferences for random values, besides their schema.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// Strings that the workflow asks for.
    pub words: &'static [&'static str],
    /// The percentage of numbers that are at the limits of their types.
    pub wild: u64,
    /// The most items of a list.
    pub items: u64,
    /// Lets integers go beyond ±(2^53 − 1), where their types do.
    pub wide: bool,
}

impl Default for Taste {
    fn default() -> Self {
        Taste { words: &[], wild: 4, items: 4, wide: false }
    }
}

const WORDS: &[&str] =
    &["", "a", "b", "north", "A b", " x ", "12", "-3", "é", "日本 🦀", "a,b,,c", "\"q\" \\"];
const CHARS: &[&str] = &["a", "Z", "7", " ", "é", "🦀"];

/// A value that fits the schema.
pub fn value(schema: &Schema, random: &mut Random, taste: Taste) -> Value {
    match schema {
        Schema::Unit => Value::Null,
        Schema::Bool => json!(random.percent(50)),
        Schema::Integer { min, max } => json!(integer(*min, *max, random, taste)),
        Schema::Float => json!(float(random, taste)),
        Schema::Char => json!(random.pick(CHARS)),
        Schema::String => json!(string(random, taste)),
        Schema::Option(_) if random.percent(40) => Value::Null,
        Schema::Option(inner) | Schema::Newtype { inner, .. } => value(&inner(), random, taste),
        Schema::List(inner) | Schema::Set(inner) => {
            let items = Taste { items: 1 + taste.items / 2, ..taste };
            (0..length(random, taste)).map(|_| value(&inner(), random, items)).collect()
        }
        Schema::Tuple(parts) => parts.iter().map(|part| value(&part(), random, taste)).collect(),
        Schema::Map(key, inner) | Schema::Unordered(key, inner) => (0..length(random, taste))
            .map(|_| (self::key(&key(), random, taste), value(&inner(), random, taste)))
            .collect::<Map<_, _>>()
            .into(),
        Schema::Struct { fields, .. } => object(fields, random, taste).into(),
        Schema::Enum { tagging, variants, .. } => {
            tagged(*tagging, &random.pick(variants), random, taste)
        }
        Schema::Opaque(_) | Schema::Any => json!({ "any": [string(random, taste)] }),
        Schema::Text(text) => json!(random.pick(text.examples)),
    }
}

/// A key of a map: a text, or the text of an integer.
fn key(schema: &Schema, random: &mut Random, taste: Taste) -> String {
    match value(schema, random, taste) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn length(random: &mut Random, taste: Taste) -> u64 {
    // Empty lists and lists of one are where the two languages differ most.
    match random.below(10) {
        0..2 => 0,
        2..5 => 1,
        _ => random.below(taste.items + 1),
    }
}

fn string(random: &mut Random, taste: Taste) -> &'static str {
    if !taste.words.is_empty() && random.percent(60) {
        return random.pick(taste.words);
    }
    random.pick(WORDS)
}

#[allow(clippy::cast_possible_wrap, reason = "small numbers")]
fn integer(min: i64, max: i64, random: &mut Random, taste: Taste) -> i64 {
    let most = if taste.wide { i64::MAX } else { MAX_SAFE_INTEGER };
    let (min, max) = (min.max(-most), max.min(most));
    let within = |n: i64| n.clamp(min, max);
    if random.percent(taste.wild) {
        let near = random.pick(&[min, max, 0, i64::from(i32::MAX), i64::from(u32::MAX)]);
        return within(near.saturating_add(random.below(5) as i64 - 2));
    }
    match random.below(20) {
        0..14 => within(random.below(8) as i64 - if min < 0 { 3 } else { 0 }),
        14..19 => within(random.below(40) as i64 - if min < 0 { 20 } else { 0 }),
        _ => within(random.below(100) as i64),
    }
}

#[allow(clippy::cast_precision_loss, reason = "small numbers")]
fn float(random: &mut Random, taste: Taste) -> f64 {
    if random.percent(taste.wild) {
        return random.pick(&[1e300, -1e300, 1e-7, 0.1, 123_456_789.125, 9e15, -0.5]);
    }
    let quarters = random.below(2000) as f64 / 4.0;
    match random.below(6) {
        0 => -quarters,
        1 => (quarters / 100.0).trunc(),
        2 => 0.0,
        _ => quarters,
    }
}

fn object(fields: &[Field], random: &mut Random, taste: Taste) -> Map<String, Value> {
    let mut object = Map::new();
    for field in fields {
        let value = value(&(field.schema)(), random, taste);
        if !(field.skips == Skips::None && value.is_null()) {
            object.insert(field.json.to_owned(), value);
        }
    }
    object
}

/// Makes a random content of a variant; nothing for a unit variant.
pub fn content(content: &Content, random: &mut Random, taste: Taste) -> Option<Value> {
    match content {
        Content::Unit => None,
        Content::Newtype(inner) => Some(value(&inner(), random, taste)),
        Content::Tuple(parts) => {
            Some(parts.iter().map(|part| value(&part(), random, taste)).collect())
        }
        Content::Struct(fields) => Some(object(fields, random, taste).into()),
    }
}

fn tagged(tagging: Tagging, variant: &Variant, random: &mut Random, taste: Taste) -> Value {
    let inner = content(&variant.content, random, taste);
    match (tagging, inner) {
        (Tagging::External, None) => json!(variant.json),
        (Tagging::External, Some(inner)) => json!({ variant.json: inner }),
        (Tagging::Adjacent { tag, content }, Some(inner)) => {
            json!({ tag: variant.json, content: inner })
        }
        (Tagging::Adjacent { tag, .. }, None) => json!({ tag: variant.json }),
        (Tagging::Internal { tag }, inner) => {
            let mut object = Map::from_iter([(tag.to_owned(), json!(variant.json))]);
            if let Some(Value::Object(fields)) = inner {
                object.extend(fields);
            }
            object.into()
        }
    }
}
