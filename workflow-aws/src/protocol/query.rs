//! Forms, and XML in return.

use super::{pascal, plain};
use crate::encode::parameters;
use crate::exchange::Incoming;
use crate::outgoing::Outgoing;
use crate::xml;
use serde_json::{Value, json};

/// Members that are maps, with what their entries call a key and a value.
const MAPS: &[(&str, &str, &str)] =
    &[("Attributes", "key", "value"), ("MessageAttributes", "Name", "Value")];

pub(super) fn request(version: &str, action: &str, arguments: &Value) -> Result<Outgoing, String> {
    let mut all =
        vec![("Action".to_owned(), pascal(action)), ("Version".to_owned(), version.to_owned())];
    flatten("", "", arguments, &mut all);
    Ok(Outgoing::post("/", parameters(all))
        .header("content-type", "application/x-www-form-urlencoded; charset=utf-8"))
}

/// `MessageAttributes.entry.1.Value.DataType`
fn flatten(path: &str, name: &str, value: &Value, all: &mut Vec<(String, String)>) {
    let within =
        |next: &str| if path.is_empty() { next.to_owned() } else { format!("{path}.{next}") };
    match value {
        Value::Null => {}
        Value::Object(fields) => match MAPS.iter().find(|(map, ..)| *map == name) {
            Some((_, key, of)) => fields.iter().enumerate().for_each(|(index, (name, value))| {
                let entry = within(&format!("entry.{}", index + 1));
                all.push((format!("{entry}.{key}"), name.clone()));
                flatten(&format!("{entry}.{of}"), "", value, all);
            }),
            None => {
                fields.iter().for_each(|(name, value)| flatten(&within(name), name, value, all))
            }
        },
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            flatten(&within(&format!("member.{}", index + 1)), "", item, all);
        }),
        other => all.push((path.to_owned(), plain(other))),
    }
}

pub(super) fn result(action: &str, response: &Incoming) -> Result<Value, String> {
    let text = std::str::from_utf8(&response.body).map_err(|error| error.to_string())?;
    let mut read = xml::read(text, &[])?;
    let result = read.get_mut(format!("{}Result", pascal(action))).map(Value::take);
    Ok(result.filter(Value::is_object).unwrap_or_else(|| json!({})))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_flat() {
        let arguments = json!({
            "Message": "a b",
            "MessageAttributes": { "kind": { "DataType": "String", "StringValue": "x" } },
            "List": [1, 2],
            "None": null,
        });
        let request = request("2010-03-31", "publish", &arguments).unwrap();
        let expected = "Action=Publish&List.member.1=1&List.member.2=2&Message=a%20b&MessageAttributes.entry.1.Name=kind&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=x&Version=2010-03-31";
        assert_eq!(std::str::from_utf8(&request.body).unwrap(), expected);
    }
}
