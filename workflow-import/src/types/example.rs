//! Values as examples of types: inputs, outputs and literals.

use super::{Class, Shape, Types, mixed};
use serde_json::{Value as Json, json};

impl Types {
    /// A value of the class: another one for each turn.
    pub fn example(&self, class: Class, turn: usize) -> Json {
        let info = &self.classes[self.root(class)];
        let compared = |other: Json| match info.compared.len() {
            0 => other,
            all => info.compared.get(turn % (all + 1)).cloned().unwrap_or(other),
        };
        match &info.shape {
            Shape::Unknown => match turn % 4 {
                0 => json!({ "some": turn, "list": [1, "two"] }),
                1 => json!(format!("text {turn}")),
                2 => json!([{ "n": turn }, null]),
                _ => json!(turn),
            },
            Shape::Text => match info.parsed {
                Some(parsed) => self.example(parsed, turn).to_string().into(),
                None => compared(json!(format!("text-{turn}"))),
            },
            Shape::Integer | Shape::Natural => compared(json!(turn % 3 + 1)),
            Shape::Float | Shape::Number => compared(json!(turn)),
            Shape::Bool => json!(turn.is_multiple_of(2)),
            Shape::Unit => Json::Null,
            Shape::Failure => json!({ "Error": "Broken", "Cause": "by example" }),
            Shape::List(item) => (0..[2, 1, 3, 2, 1, 3, 2, 0][turn % 8])
                .map(|n| self.example(*item, turn + n))
                .collect(),
            Shape::Tuple(items) => items.iter().map(|item| self.example(*item, turn)).collect(),
            Shape::Struct(fields) => {
                let mut object = serde_json::Map::new();
                for (at, (name, part)) in fields.iter().enumerate() {
                    if !info.optional.contains(name)
                        || (turn * (at + 1) + turn / 3).is_multiple_of(2)
                    {
                        object.insert(
                            name.clone(),
                            self.example(*part, if turn < 4 { turn } else { mixed(turn, at) }),
                        );
                    }
                }
                object.insert("besides".to_owned(), json!(turn));
                Json::Object(object)
            }
        }
    }

    /// Learns from values that the class has had: what no state reads gets a type if all samples agree.
    pub fn observe(&mut self, class: Class, samples: &[Json]) {
        let root = self.root(class);
        let all = |is: fn(&Json) -> bool| !samples.is_empty() && samples.iter().all(is);
        match self.classes[root].shape.clone() {
            Shape::Unknown if all(Json::is_object) => {
                self.classes[root].shape = Shape::Struct(vec![]);
                self.observe(class, samples);
            }
            Shape::Struct(mut fields) if all(Json::is_object) => {
                let objects = || samples.iter().filter_map(Json::as_object);
                for name in objects().flat_map(serde_json::Map::keys) {
                    if fields.iter().any(|(it, _)| it == name) {
                        continue;
                    }
                    let part = self.outside();
                    fields.push((name.clone(), part));
                    if objects().any(|it| it.get(name).is_none_or(Json::is_null)) {
                        self.classes[root].optional.insert(name.clone());
                    }
                }
                self.classes[root].shape = Shape::Struct(fields.clone());
                for (name, part) in fields {
                    let values =
                        objects().filter_map(|it| it.get(&name)).filter(|it| !it.is_null());
                    self.observe(part, &values.cloned().collect::<Vec<_>>());
                }
            }
            Shape::Unknown if all(Json::is_array) => {
                let item = self.outside();
                self.classes[root].shape = Shape::List(item);
                self.observe(class, samples);
            }
            Shape::List(item) => {
                let items = samples.iter().filter_map(Json::as_array).flatten().cloned();
                self.observe(item, &items.collect::<Vec<_>>());
            }
            Shape::Unknown if all(Json::is_string) => self.classes[root].shape = Shape::Text,
            Shape::Unknown if all(Json::is_boolean) => self.classes[root].shape = Shape::Bool,
            Shape::Unknown if all(Json::is_i64) => self.classes[root].shape = Shape::Integer,
            Shape::Unknown if all(Json::is_number) => self.classes[root].shape = Shape::Float,
            _ => {}
        }
    }

    /// True if values of the class come from outside.
    pub fn is_outside(&self, class: Class) -> bool {
        self.classes[self.root(class)].outside > 0
    }
}
