//! The token in the arguments of a call: put at its place, such as `MessageBody.Token`, and taken out again.

use crate::failure::Failure;
use serde_json::{Map, Value};

/// The arguments with the token at its place. Objects on the way there are made.
///
/// # Errors
/// Something else than an object is on the way.
pub(crate) fn put(mut arguments: Value, at: &str, token: &str) -> Result<Value, Failure> {
    let mut here = &mut arguments;
    for key in at.split('.') {
        let Some(fields) = here.as_object_mut() else {
            return Err(Failure::runtime(format!(
                "the token has no place in the arguments: `{at}` is within something that is no object"
            )));
        };
        here = fields.entry(key).or_insert_with(|| Map::new().into());
    }
    *here = token.into();
    Ok(arguments)
}

/// The arguments without the token, and without objects that were made for it alone.
pub(crate) fn taken(mut arguments: Value, at: &str) -> Value {
    remove(&mut arguments, at);
    arguments
}

fn remove(here: &mut Value, at: &str) {
    let Some(fields) = here.as_object_mut() else { return };
    match at.split_once('.') {
        None => drop(fields.shift_remove(at)),
        Some((key, rest)) => {
            let Some(inner) = fields.get_mut(key) else { return };
            remove(inner, rest);
            if inner.as_object().is_some_and(Map::is_empty) {
                fields.shift_remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    #[test]
    fn tokens_are_put_and_taken() {
        for (arguments, at, with) in [
            (json!({ "b": { "a": 1 } }), "b.t", json!({ "b": { "a": 1, "t": "T" } })),
            (json!({ "a": 1 }), "b.c.t", json!({ "a": 1, "b": { "c": { "t": "T" } } })),
            (json!({}), "t", json!({ "t": "T" })),
        ] {
            assert_eq!(put(arguments.clone(), at, "T"), Ok(with.clone()));
            assert_eq!(taken(with, at), arguments);
        }
        assert!(put(json!({ "b": "text" }), "b.t", "T").unwrap_err().cause().contains("`b.t`"));
    }
}
