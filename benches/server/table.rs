//! The figures: a table with the servers side by side, or an object a line.

use crate::cases::{Case, Figures};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

pub struct Table {
    json: bool,
    servers: Vec<String>,
    /// In the order of the cases: title, unit, and the figure of each server.
    rows: Vec<(&'static str, &'static str, BTreeMap<String, String>)>,
}

impl Table {
    pub fn new(json: bool) -> Self {
        Table { json, servers: vec![], rows: vec![] }
    }

    /// Takes the figures of one case and one server.
    pub fn add(&mut self, server: &str, case: &Case, figures: Figures) {
        if self.json {
            let mut object = Map::new();
            object.insert("server".into(), server.into());
            object.insert("case".into(), case.name.into());
            match figures {
                Ok(figures) => {
                    object
                        .extend(figures.into_iter().map(|(unit, it)| (unit.to_owned(), json!(it))));
                }
                Err(error) => drop(object.insert("error".into(), error.into())),
            }
            println!("{}", Value::Object(object));
            return;
        }
        if !self.servers.iter().any(|it| it == server) {
            self.servers.push(server.to_owned());
        }
        match figures {
            Ok(figures) => {
                for (unit, figure) in figures {
                    eprintln!("{server}: {}: {} {unit}", case.title, shown(figure));
                    self.cell(case.title, unit, server, shown(figure));
                }
            }
            Err(error) => eprintln!("{server}: {}: {error}", case.title),
        }
    }

    fn cell(&mut self, title: &'static str, unit: &'static str, server: &str, figure: String) {
        let row = self.rows.iter_mut().find(|row| row.0 == title && row.1 == unit);
        let cells = match row {
            Some(row) => &mut row.2,
            None => {
                self.rows.push((title, unit, BTreeMap::new()));
                // It was pushed just now.
                let Some(row) = self.rows.last_mut() else { return };
                &mut row.2
            }
        };
        cells.insert(server.to_owned(), figure);
    }

    /// Prints the table.
    pub fn print(&self) {
        if self.json {
            return;
        }
        println!("| | | {} |", self.servers.join(" | "));
        println!("|---|---|{}", "--:|".repeat(self.servers.len()));
        for (title, unit, cells) in &self.rows {
            let cell = |server: &String| cells.get(server).map_or("-", String::as_str);
            let cells: Vec<_> = self.servers.iter().map(cell).collect();
            println!("| {title} | {unit} | {} |", cells.join(" | "));
        }
    }
}

/// Three digits are more than a figure has.
fn shown(figure: f64) -> String {
    match figure {
        figure if figure < 10.0 => format!("{figure:.2}"),
        figure if figure < 100.0 => format!("{figure:.1}"),
        figure => format!("{figure:.0}"),
    }
}
