//! Blocks in HCL, as `terraform fmt` writes them.

use super::body::Block;
use serde_json::{Map, Value};

/// The text of a file.
pub(super) fn text(blocks: &[Block]) -> String {
    let block = |it: &Block| {
        let labels: String = it.labels.iter().map(|it| format!(" \"{it}\"")).collect();
        let body = it.body.as_object().map(|it| body(it, 1)).unwrap_or_default();
        if body.is_empty() {
            format!("{}{labels} {{}}\n", it.kind)
        } else {
            format!("{}{labels} {{\n{body}}}\n", it.kind)
        }
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// The values of a block, with their signs in a column, and behind them the blocks within.
fn body(members: &Map<String, Value>, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    let lines: Vec<(&str, String)> = members
        .iter()
        .filter(|(name, _)| !name.starts_with('@'))
        .map(|(name, it)| (name.as_str(), value(it, depth)))
        .collect();
    let mut text = aligned(&lines, &indent);
    for (name, it) in members {
        let Some(name) = name.strip_prefix('@') else { continue };
        // What is required of providers is written as a map of maps.
        let name = match name.strip_prefix("dynamic ") {
            Some(of) => format!("dynamic \"{of}\""),
            None => name.to_owned(),
        };
        let all: Vec<&Map<String, Value>> = match it {
            Value::Array(items) => items.iter().filter_map(Value::as_object).collect(),
            other => other.as_object().into_iter().collect(),
        };
        for members in all {
            if !text.is_empty() {
                text.push('\n');
            }
            text += &format!("{indent}{name} {{\n{}{indent}}}\n", body(members, depth + 1));
        }
    }
    text
}

/// Lines of names and values: the signs of neighbours that take one line each stand in a column.
fn aligned(lines: &[(&str, String)], indent: &str) -> String {
    let mut text = String::new();
    let mut from = 0;
    while from < lines.len() {
        let count = lines[from..].iter().take_while(|(_, value)| !value.contains('\n')).count();
        // A value of several lines ends the column, and belongs to it no more.
        let run = &lines[from..from + count];
        let width = run.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, value) in run {
            text += &format!("{indent}{name:width$} = {value}\n");
        }
        from += count;
        if let Some((name, value)) = lines.get(from) {
            text += &format!("{indent}{name} = {value}\n");
            from += 1;
        }
    }
    text
}

fn value(it: &Value, depth: usize) -> String {
    let (indent, end) = ("  ".repeat(depth + 1), "  ".repeat(depth));
    match it {
        Value::String(text) => expression(text),
        Value::Array(items) if items.len() > 1 => {
            let items: String =
                items.iter().map(|it| format!("{indent}{},\n", value(it, depth + 1))).collect();
            format!("[\n{items}{end}]")
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|it| value(it, depth)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let plain = |name: &str| {
                name.starts_with(|c: char| c.is_ascii_alphabetic())
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
            };
            let key = |name: &String| if plain(name) { name.clone() } else { quoted(name) };
            let lines: Vec<(String, String)> =
                members.iter().map(|(name, it)| (key(name), value(it, depth + 1))).collect();
            let lines: Vec<(&str, String)> =
                lines.iter().map(|(name, it)| (name.as_str(), it.clone())).collect();
            format!("{{\n{}{end}}}", aligned(&lines, &indent))
        }
        other => other.to_string(),
    }
}

/// A template; one that is a single expression stands without quotes.
pub(super) fn expression(text: &str) -> String {
    let inside = text.strip_prefix("${").and_then(|it| it.strip_suffix('}'));
    match inside.filter(|it| is_one(it)) {
        Some(inside) => inside.to_owned(),
        None => quoted(text),
    }
}

/// True if the braces of an expression are closed in it, and no other expression begins behind.
fn is_one(inside: &str) -> bool {
    let mut open = 0_i32;
    for c in inside.chars() {
        match c {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return false;
        }
    }
    open == 0
}

/// A text in quotes; what stands in `${…}` is left as it is.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
