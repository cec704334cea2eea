//! The token of a call, at its place in the arguments.

use super::template::written;
use serde_json::{Value, json};

/// The token in the context object.
pub(super) const TOKEN: &str = "$states.context.Task.Token";

/// The arguments with the token at its place, such as `MessageBody.Token`. Objects on the way there are made; an
/// expression is merged with it.
pub(super) fn with_token(arguments: Value, at: &str) -> Value {
    let (key, rest) = at.split_once('.').unwrap_or((at, ""));
    match arguments {
        Value::Object(mut fields) => {
            let inner = fields.get_mut(key).map(Value::take).unwrap_or_else(|| json!({}));
            let inner = if rest.is_empty() { written(TOKEN) } else { with_token(inner, rest) };
            fields.insert(key.to_owned(), inner);
            Value::Object(fields)
        }
        Value::String(text) => match inside(&text) {
            Some(expression) => written(&merged(expression, at)),
            None => Value::String(text),
        },
        other => other,
    }
}

/// The text of an expression.
fn inside(text: &str) -> Option<&str> {
    Some(text.strip_prefix("{%")?.strip_suffix("%}")?.trim())
}

/// The value of an expression with the token in it.
fn merged(expression: &str, at: &str) -> String {
    match at.split_once('.') {
        None => format!("$merge([{expression}, {{\"{at}\": {TOKEN}}}])"),
        Some((key, rest)) => {
            let inner = merged(&format!("$all.`{key}`"), rest);
            format!("($all := {expression}; $merge([$all, {{\"{key}\": {inner}}}]))")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_where_it_belongs() {
        let token = "{% $states.context.Task.Token %}";
        let with = |arguments, at| with_token(arguments, at);
        assert_eq!(
            with(json!({ "QueueUrl": "q", "MessageBody": { "a": 1 } }), "MessageBody.Token"),
            json!({ "QueueUrl": "q", "MessageBody": { "a": 1, "Token": token } })
        );
        assert_eq!(with(json!({ "a": 1 }), "b.c"), json!({ "a": 1, "b": { "c": token } }));
        assert_eq!(
            with(json!({ "MessageBody": "{% $order %}" }), "MessageBody.Token"),
            json!({ "MessageBody": "{% $merge([$order, {\"Token\": $states.context.Task.Token}]) %}" })
        );
        assert_eq!(
            with(json!("{% $all %}"), "MessageBody.Token"),
            json!(
                "{% ($all := $all; $merge([$all, {\"MessageBody\": $merge([$all.`MessageBody`, {\"Token\": $states.context.Task.Token}])}])) %}"
            )
        );
    }
}
