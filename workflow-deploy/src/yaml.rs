//! Data in YAML, as people write templates: functions as tags, long texts as blocks.

use serde_json::{Map, Value};

/// A value as YAML. A difference between two of them shows the lines that changed.
pub(crate) fn text(value: &Value) -> String {
    let options = serde_saphyr::ser_options! {
        // References stay in one line, however long they are.
        folded_wrap_chars: 4096,
        compact_list_indent: false,
    };
    let mark = mark(&value.to_string());
    // What is serialized is JSON, so that there is nothing that YAML has not.
    let text =
        serde_saphyr::to_string_with_options(&marked(value, &mark), options).unwrap_or_default();
    tagged(&text, &mark)
}

/// A word that a text does not have.
fn mark(text: &str) -> String {
    let mut number = 0;
    loop {
        let mark = format!("function{number}_");
        if !text.contains(&mark) {
            return mark;
        }
        number += 1;
    }
}

/// The value with the functions of CloudFormation marked, and their arguments as texts.
fn marked(value: &Value, mark: &str) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|it| marked(it, mark)).collect(),
        Value::Object(members) => {
            if let (Some((name, argument)), 1) = (members.iter().next(), members.len())
                && let Some((tag, text)) = called(name, argument)
            {
                return Value::Object(Map::from_iter([(format!("{mark}{tag}"), text.into())]));
            }
            members
                .iter()
                .map(|(name, it)| (name.clone(), marked(it, mark)))
                .collect::<Map<_, _>>()
                .into()
        }
        other => other.clone(),
    }
}

/// The tag of a function, and its argument as a text.
fn called(name: &str, argument: &Value) -> Option<(&'static str, String)> {
    match (name, argument) {
        ("Ref", Value::String(name)) => Some(("Ref", name.clone())),
        ("Fn::Sub", Value::String(text)) => Some(("Sub", text.clone())),
        ("Fn::GetAtt", Value::Array(path)) => {
            let path: Option<Vec<&str>> = path.iter().map(Value::as_str).collect();
            Some(("GetAtt", path?.join(".")))
        }
        _ => None,
    }
}

/// Writes what is marked as tags: `key:` and `markRef: X` below it become `key: !Ref X`.
fn tagged(text: &str, mark: &str) -> String {
    let mut lines: Vec<String> = vec![];
    for line in text.lines() {
        let Some((before, after)) = line.split_once(mark) else {
            lines.push(line.to_owned());
            continue;
        };
        let tag = format!("!{}", after.replacen(": ", " ", 1));
        match lines.last_mut() {
            Some(last) if before.trim().is_empty() && last.ends_with(':') => {
                *last = format!("{last} {tag}")
            }
            _ => lines.push(format!("{before}{tag}")),
        }
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn functions_are_tags() {
        let value = json!({
            "a": { "Ref": "X" }, "b": [{ "Fn::GetAtt": ["R", "Arn"] }, { "c": { "Fn::Sub": "${A}:*" } }], "text": "l\n\"function0_Ref\": x\n",
            "e": { "Ref": "X", "f": "no" },
        });
        let expected = "a: !Ref X\nb:\n  - !GetAtt R.Arn\n  - c: !Sub ${A}:*\ntext: |\n  l\n  \"function0_Ref\": x\ne:\n  Ref: X\n  f: \"no\"\n";
        assert_eq!(text(&value), expected);
    }
}
