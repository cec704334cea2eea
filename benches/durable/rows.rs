//! The figures: a table, or an object a line.

use serde_json::{Map, Value, json};

/// Prints figures as they are known.
pub struct Rows {
    json: bool,
    any: bool,
}

/// The figures of one run of a workload.
pub struct Row {
    workload: &'static str,
    /// The figures, with the aim of some.
    figures: Vec<(&'static str, Value, Option<String>)>,
}

impl Row {
    pub fn new(workload: &'static str) -> Self {
        Row { workload, figures: vec![] }
    }

    /// A figure, or what tells this run from others.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.figures.push((name, rounded(value.into()), None));
        self
    }

    /// A figure with its aim.
    pub fn aim(
        mut self,
        name: &'static str,
        value: impl Into<Value>,
        aim: impl Into<String>,
    ) -> Self {
        self.figures.push((name, rounded(value.into()), Some(aim.into())));
        self
    }
}

/// Three digits are more than a figure has.
fn rounded(value: Value) -> Value {
    match value.as_f64() {
        Some(number) if value.is_f64() => {
            let digits = if number.abs() < 100.0 { 1000.0 } else { 1.0 };
            let number = (number * digits).round() / digits;
            if digits < 2.0 {
                json!(format!("{number:.0}").parse::<i64>().unwrap_or(0))
            } else {
                json!(number)
            }
        }
        _ => value,
    }
}

impl Rows {
    pub fn new(json: bool) -> Self {
        Rows { json, any: false }
    }

    /// Prints a row.
    pub fn add(&mut self, row: Row) {
        let Row { workload, figures } = row;
        if self.json {
            let mut object = Map::new();
            object.insert("workload".into(), workload.into());
            object.extend(figures.into_iter().map(|(name, value, _)| (name.to_owned(), value)));
            println!("{}", Value::Object(object));
            return;
        }
        if !std::mem::replace(&mut self.any, true) {
            println!("| workload | figure | | aim |\n|---|---|--:|---|");
        }
        let mut first = workload;
        for (name, value, aim) in figures {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            println!("| {first} | {name} | {value} | {} |", aim.unwrap_or_default());
            first = "";
        }
    }

    /// Says something about the figures.
    pub fn note(&self, text: &str) {
        eprintln!("{text}");
    }
}
