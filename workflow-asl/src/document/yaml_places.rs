//! The places of the values of a YAML text.

use super::fields::join;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned, Tagged};
use std::collections::HashMap;
use std::fmt;

/// The values and their places, by JSON pointer.
#[derive(Default)]
pub(super) struct Walked {
    /// The offsets of keys, and of what has none.
    pub(super) keys: HashMap<String, usize>,
    /// The offsets of values.
    pub(super) values: HashMap<String, usize>,
    /// The tags, those within a value before its own.
    pub(super) tags: Vec<(String, String)>,
}

/// Looks where the values are.
///
/// # Errors
/// If the text is no YAML.
pub(super) fn places(text: &str) -> Result<Walked, usize> {
    let offset = |place: Location| offset(text, place);
    let node = serde_saphyr::from_str_with_options::<Item>(text, super::yaml::options())
        .map_err(|error| error.location().map_or(0, offset))?;
    let mut walked = Walked::default();
    walk(&node, String::new(), &offset, &mut walked);
    Ok(walked)
}

/// A place as an offset in bytes.
fn offset(text: &str, place: Location) -> usize {
    let bytes = place.span().byte_offset().and_then(|bytes| usize::try_from(bytes).ok());
    if let Some(bytes) = bytes.filter(|bytes| text.is_char_boundary(*bytes)) {
        return bytes;
    }
    let (line, column) = (place.line().saturating_sub(1), place.column().saturating_sub(1));
    let lines = usize::try_from(line).unwrap_or(usize::MAX);
    let before: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
    let line = text[before..].split('\n').next().unwrap_or_default();
    let columns = usize::try_from(column).unwrap_or(usize::MAX);
    before + line.char_indices().nth(columns).map_or(line.len(), |(at, _)| at)
}

fn walk(
    Tagged(node, tag): &Item,
    pointer: String,
    offset: &dyn Fn(Location) -> usize,
    walked: &mut Walked,
) {
    match &node.value {
        Node::Leaf => {}
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, join(&pointer, &index.to_string()), offset, walked);
            }
        }
        Node::Map(fields) => {
            for (key, value) in fields {
                let field = join(&pointer, &key.value);
                walk(value, field.clone(), offset, walked);
                // The last one counts, and so does its key.
                walked.keys.insert(field, offset(key.referenced));
            }
        }
    }
    let at = offset(node.referenced);
    walked.values.insert(pointer.clone(), at);
    walked.keys.entry(pointer.clone()).or_insert(at);
    walked.tags.extend(tag.iter().map(|tag| (pointer.clone(), tag.clone())));
}

/// A value with its tag and its place.
type Item = Tagged<Spanned<Node>>;

/// The shape of a value: what it is does not matter here.
enum Node {
    Leaf,
    List(Vec<Item>),
    Map(Vec<(Spanned<String>, Item)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Shape)
    }
}

struct Shape;

/// Leaves, by the method of the visitor.
macro_rules! leaves {
    ($($visit:ident: $ty:ty),*) => {
        $(fn $visit<E>(self, _: $ty) -> Result<Node, E> { Ok(Node::Leaf) })*
    };
}

impl<'de> Visitor<'de> for Shape {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    leaves!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128);
    leaves!(visit_f64: f64, visit_str: &str, visit_bytes: &[u8]);

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Leaf)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Leaf)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        Node::deserialize(from)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        Node::deserialize(from)
    }

    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, from: A) -> Result<Node, A::Error> {
        from.variant::<IgnoredAny>().map(|_| Node::Leaf)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = vec![];
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut fields = vec![];
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Node::Map(fields))
    }
}
