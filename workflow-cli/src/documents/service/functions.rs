//! The functions of a file, and the names by which definitions call them.

use super::super::template::Resolver;
use super::{filled, members, plain};
use serde_json::{Map, Value, json};
use workflow_import::OwnFunction;

/// The archive that has all tasks, as `docs/lambda.md` builds it.
pub(super) const CODE: &str = "target/lambda/bootstrap/bootstrap.zip";

/// A function of the file.
pub(super) struct Own {
    /// Its key in the file.
    pub(super) key: String,
    /// The name that it has on AWS, where the file gives it one.
    name: Option<String>,
    /// Its members, filled in.
    pub(super) value: Value,
    /// Its place in the file.
    pub(super) pointer: String,
}

/// All functions of the file, and the name of its service where that is known.
pub(super) struct Functions(pub(super) Vec<Own>, Option<String>);

impl Functions {
    pub(super) fn of(file: &Value, resolver: &Resolver<'_>) -> Self {
        let all = file.get("functions").unwrap_or(&Value::Null);
        let own = |(key, value, pointer): (&str, &Value, String)| {
            let value = filled(value, resolver);
            let name = value.get("name").and_then(plain);
            Own { key: key.to_owned(), name, value, pointer }
        };
        let service = file.get("service").map(|it| filled(it, resolver));
        let service = service.as_ref().and_then(|it| plain(it.get("name").unwrap_or(it)));
        Functions(members(all, "/functions").into_iter().map(own).collect(), service)
    }

    /// The function that a text names: its ARN, its resource in the template, its name.
    pub(super) fn called(&self, text: &str) -> Option<&Own> {
        if let Some(inside) = text.strip_prefix("${").and_then(|it| it.strip_suffix('}')) {
            let id = inside.strip_suffix(".Arn").unwrap_or(inside);
            let is = |own: &&Own| own.key == id || workflow_deploy::function_id(&own.key) == id;
            return self.0.iter().find(is);
        }
        let name = match text.split_once(":function:") {
            Some((_, name)) => name.split(':').next().unwrap_or(name),
            None if text.starts_with("arn:") => return None,
            None => text,
        };
        let named = |own: &&Own| own.key == name || own.name.as_deref() == Some(name);
        // The framework calls a function `SERVICE-STAGE-KEY`: one that only ends alike is another's.
        let service = self.1.as_deref();
        let ends = |own: &&Own| {
            let stage = name.strip_suffix(&*own.key).and_then(|it| it.strip_prefix(service?));
            let stage = stage.filter(|it| it.len() > 2 && it.starts_with('-') && it.ends_with('-'));
            own.name.is_none() && stage.is_some()
        };
        let ending = || self.0.iter().filter(ends).max_by_key(|own| own.key.len());
        self.0.iter().find(named).or_else(ending)
    }
}

impl Own {
    /// The resource by which definitions call it, once they are read.
    pub(super) fn resource(&self) -> String {
        format!("${{{}.Arn}}", self.key)
    }

    /// The function as a task of this name.
    pub(super) fn task(&self, name: String) -> OwnFunction {
        let handler = self.value.get("handler").and_then(Value::as_str).unwrap_or("no handler");
        let description = self.value.get("description").and_then(Value::as_str).unwrap_or("");
        let about =
            format!("{description}\nThe function `{}`, whose handler was `{handler}`.", self.key);
        OwnFunction { resource: self.resource(), name, about }
    }

    /// Its own settings, where it has some; and the members that were not understood.
    pub(super) fn settings(&self, task: &str) -> (Option<Value>, Vec<String>) {
        let mut settings: Map<String, Value> = numbers(&self.value).collect();
        let (known, unknown) = environment(self.value.get("environment").unwrap_or(&Value::Null));
        if !known.is_empty() {
            settings.insert("environment".to_owned(), Value::Object(known));
        }
        if settings.is_empty() {
            return (None, unknown);
        }
        settings.insert("code".to_owned(), CODE.into());
        settings.insert("handler".to_owned(), task.into());
        (Some(Value::Object(settings)), unknown)
    }
}

/// The memory and the time that a function or the provider has, as settings.
pub(super) fn numbers(value: &Value) -> impl Iterator<Item = (String, Value)> {
    [("memorySize", "memory"), ("timeout", "timeout")].into_iter().filter_map(
        move |(key, setting)| {
            let number = value.get(key)?.as_u64()?;
            Some((setting.to_owned(), json!(number)))
        },
    )
}

/// Environment variables that are known, and the names of those that only a deployment knows.
pub(super) fn environment(value: &Value) -> (Map<String, Value>, Vec<String>) {
    let (mut known, mut unknown) = (Map::new(), vec![]);
    for (name, value) in value.as_object().into_iter().flatten() {
        match plain(value) {
            Some(text) => drop(known.insert(name.clone(), text.into())),
            None => unknown.push(name.clone()),
        }
    }
    (known, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn functions_are_called_by_many_names() {
        let file = json!({ "service": "shop", "functions": {
            "charge": {}, "re-charge": {}, "ship_it": { "name": "shop-${opt:stage, 'dev'}-parcels" },
        } });
        let given = BTreeMap::new();
        let functions = Functions::of(&file, &Resolver::new(&file, &given).keeping(true));
        for (text, expected) in [
            ("${charge.Arn}", Some("charge")),
            ("${ChargeLambdaFunction.Arn}", Some("charge")),
            ("${ReDashchargeLambdaFunction}", Some("re-charge")),
            ("${ShipUnderscoreitLambdaFunction.Arn}", Some("ship_it")),
            (
                "arn:aws:lambda:${AWS::Region}:123456789012:function:shop-dev-charge:live",
                Some("charge"),
            ),
            (
                "arn:aws:lambda:eu-west-1:123456789012:function:shop-dev-re-charge",
                Some("re-charge"),
            ),
            ("shop-dev-parcels", Some("ship_it")),
            ("charge", Some("charge")),
            ("recharge", None),
            ("billing-prod-charge", None),
            ("arn:aws:lambda:us-east-1:999999999999:function:billing-prod-charge", None),
            ("${chargelambdafunction.Arn}", None),
            ("${Other.Arn}", None),
            ("arn:aws:states:::sqs:sendMessage", None),
        ] {
            let found = functions.called(text).map(|it| it.key.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_a_function_says_is_a_setting() {
        let file = json!({ "functions": [{ "charge": {
            "handler": "src/charge.handler", "memorySize": 512, "environment": { "A": 1, "B": "${cf:other.B}" } } }] });
        let given = BTreeMap::new();
        let functions = Functions::of(&file, &Resolver::new(&file, &given).keeping(true));
        let (settings, unknown) = functions.0[0].settings("charge_it");
        let expected = json!({ "memory": 512, "environment": { "A": "1" }, "code": CODE, "handler": "charge_it" });
        assert_eq!((settings, unknown), (Some(expected), vec!["B".to_owned()]));
        assert!(functions.0[0].task("charge".into()).about.contains("`src/charge.handler`"));
    }
}
