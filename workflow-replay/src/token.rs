//! Task tokens: each run gives out its own.

use serde_json::Value;

/// The token of a run, and the recorded one that stands in its place.
pub(crate) type Pair = (String, String);

/// Finds the recorded token by the place of `own` in a request.
pub(crate) fn pair(recorded: &Value, ours: &Value, own: Option<&str>) -> Option<Pair> {
    let own = own.filter(|own| !own.is_empty())?;
    match (recorded, ours) {
        (Value::String(recorded), Value::String(ours)) => {
            let (before, after) = ours.split_once(own)?;
            let theirs = recorded.strip_prefix(before)?.strip_suffix(after)?;
            (!theirs.is_empty()).then(|| (own.to_owned(), theirs.to_owned()))
        }
        (Value::Object(recorded), Value::Object(ours)) => {
            ours.iter().find_map(|(key, ours)| pair(recorded.get(key)?, ours, Some(own)))
        }
        (Value::Array(recorded), Value::Array(ours)) => {
            recorded.iter().zip(ours).find_map(|(recorded, ours)| pair(recorded, ours, Some(own)))
        }
        _ => None,
    }
}

/// A value with the recorded tokens in place of those of the run.
pub(crate) fn replaced<'p>(value: &Value, pairs: impl IntoIterator<Item = &'p Pair>) -> Value {
    let mut value = value.clone();
    pairs.into_iter().for_each(|(own, theirs)| replace(&mut value, own, theirs));
    value
}

fn replace(value: &mut Value, own: &str, theirs: &str) {
    match value {
        Value::String(text) if text.contains(own) => *text = text.replace(own, theirs),
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, own, theirs)),
        Value::Object(fields) => fields.values_mut().for_each(|it| replace(it, own, theirs)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_recorded_token_is_found_by_its_place() {
        let ours = json!({ "a": [1, { "t": "<own>" }], "own": 2 });
        let recorded = json!({ "a": [1, { "t": "<AQ==>" }], "own": 2 });
        let found = pair(&recorded, &ours, Some("own"));
        assert_eq!(found, Some(("own".to_owned(), "AQ==".to_owned())));
        assert_eq!(replaced(&ours, &found), recorded);
        assert_eq!(pair(&json!({}), &ours, Some("own")), None);
        assert_eq!(pair(&recorded, &ours, None), None);
    }
}
