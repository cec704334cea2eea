//! XML as JSON: elements are members, those that repeat are lists.

use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Map, Value};

/// The most elements of an answer.
const MOST: u32 = 200_000;

/// The content of the root element of a text.
///
/// # Errors
/// It is no XML, or a larger one than is read.
pub(crate) fn read(text: &str, lists: &[&str]) -> Result<Value, String> {
    let options = ParsingOptions { nodes_limit: MOST, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| error.to_string())?;
    Ok(content(document.root_element(), lists, 0))
}

/// The deepest that elements are nested.
const DEEPEST: usize = 50;

fn content(node: Node<'_, '_>, lists: &[&str], depth: usize) -> Value {
    let children: Vec<Node<'_, '_>> = node.children().filter(Node::is_element).collect();
    if children.is_empty() || depth > DEEPEST {
        return Value::String(node.text().unwrap_or_default().to_owned());
    }
    if is_list(&children) {
        return children.into_iter().map(|child| content(child, lists, depth + 1)).collect();
    }
    let mut fields = Map::new();
    for child in children {
        let (name, value) = (child.tag_name().name(), content(child, lists, depth + 1));
        match fields.get_mut(name) {
            Some(Value::Array(items)) => items.push(value),
            _ if lists.contains(&name) => {
                fields.insert(name.to_owned(), Value::Array(vec![value]));
            }
            _ => {
                fields.insert(name.to_owned(), value);
            }
        }
    }
    Value::Object(fields)
}

fn is_list(children: &[Node<'_, '_>]) -> bool {
    children.iter().all(|child| child.tag_name().name() == "member")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn elements_are_members() {
        let text = r#"<R xmlns="http://x/"><A>1</A><L><member>a</member><member>b</member></L><C><K>x</K></C></R>"#;
        let read = read(text, &["C"]).unwrap();
        assert_eq!(read, json!({ "A": "1", "L": ["a", "b"], "C": [{ "K": "x" }] }));
        assert!(super::read("<a", &[]).is_err());
    }
}
