//! The objects that Maps read: in every bucket, under every key, made of what the definition reads of its items.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Listed, MemoryObjects, Objects, Part, Upload};

/// A future in a box.
type Boxed<T> = std::pin::Pin<Box<dyn Future<Output = T> + Send>>;

/// Objects of one content, and the place where results are written.
#[derive(Clone, Default)]
pub struct Made {
    text: String,
    /// The number of objects in a list.
    listed: usize,
    written: MemoryObjects,
}

impl Made {
    /// Of the items of each Map that reads them.
    pub fn of(definition: &Value, items: &BTreeMap<String, Vec<Value>>) -> Self {
        let states = crate::compare::states(definition);
        let reader = |name: &String| {
            let state = states.iter().find(|(it, _)| it == name);
            state.map(|(_, state)| state["ItemReader"]["ReaderConfig"]["InputType"].clone())
        };
        let mut texts = items.iter().filter_map(|(name, items)| {
            Some(match reader(name)?.as_str() {
                Some("CSV") => rows(items),
                Some("JSONL") => items.iter().map(|item| format!("{item}\n")).collect(),
                Some("JSON") => Value::from(items.clone()).to_string(),
                _ => return None,
            })
        });
        let listed = items.values().map(Vec::len).next().unwrap_or_default();
        Made { text: texts.next_back().unwrap_or_default(), listed, ..Made::default() }
    }
}

/// A CSV file.
fn rows(items: &[Value]) -> String {
    let objects = || items.iter().filter_map(Value::as_object);
    let columns: BTreeSet<&String> = objects().flat_map(|item| item.keys()).collect();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |cells: Vec<String>| cells.join(",") + "\n";
    let mut text = line(columns.iter().map(|name| quoted(name)).collect());
    for item in objects() {
        let cell = |name: &&String| match item.get(*name) {
            Some(Value::String(text)) => quoted(text),
            Some(other) => quoted(&other.to_string()),
            None => String::new(),
        };
        text += &line(columns.iter().map(cell).collect());
    }
    text
}

impl Objects for Made {
    fn part(&self, _: &str, _: &str, from: u64) -> Boxed<Result<Option<Part>, Failure>> {
        let bytes = self.text.as_bytes();
        let rest = bytes[usize::try_from(from).unwrap().min(bytes.len())..].to_vec();
        let part = Part { bytes: rest, size: bytes.len() as u64, tag: "made".to_owned() };
        Box::pin(async move { Ok(Some(part)) })
    }

    fn list(&self, _: &str, prefix: &str) -> Boxed<Result<Vec<Listed>, Failure>> {
        let listed = (0..self.listed).map(|at| Listed {
            key: format!("{prefix}object-{at}"),
            size: 100 + at as u64,
            tag: format!("\"{at}\""),
            modified: Default::default(),
        });
        let listed = listed.collect();
        Box::pin(async move { Ok(listed) })
    }

    fn write(&self, bucket: &str, key: &str) -> Boxed<Result<Box<dyn Upload>, Failure>> {
        self.written.write(bucket, key)
    }
}
