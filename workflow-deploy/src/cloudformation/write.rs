//! Texts and tags as CloudFormation writes them.

use crate::stack::Stack;
use crate::text::{Part, Text};
use serde_json::{Map, Value, json};

/// The form in which functions are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// All resources are plain ones.
    Plain,
    /// Functions are those of SAM.
    Sam,
    /// Functions are those of the Serverless Framework.
    Serverless,
}

/// Writes the values of a stack.
pub(crate) struct Writer<'a> {
    pub(crate) stack: &'a Stack,
    pub(crate) dialect: Dialect,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(stack: &'a Stack, dialect: Dialect) -> Self {
        Writer { stack, dialect }
    }

    /// A text: plain, a reference, or `Fn::Sub`.
    pub(crate) fn text(&self, text: &Text) -> Value {
        match &text.0[..] {
            [] => "".into(),
            [Part::Plain(text)] => text.clone().into(),
            [Part::Function(key)] => json!({ "Fn::GetAtt": [self.function(key), "Arn"] }),
            [part] => json!({ "Ref": self.reference(part) }),
            _ => json!({ "Fn::Sub": text.render(|part| match part {
                Part::Plain(text) => text.replace("${", "${!"),
                Part::Function(key) => format!("${{{}.Arn}}", self.function(key)),
                part => format!("${{{}}}", self.reference(part)),
            }) }),
        }
    }

    /// A text of the settings, which may have placeholders.
    pub(crate) fn given(&self, text: &str) -> Value {
        self.text(&crate::parameters::text(text))
    }

    /// A value of the settings, whose texts may have placeholders.
    pub(crate) fn value(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.given(text),
            Value::Array(items) => items.iter().map(|it| self.value(it)).collect(),
            Value::Object(members) => members
                .iter()
                .map(|(key, it)| (key.clone(), self.value(it)))
                .collect::<Map<_, _>>()
                .into(),
            other => other.clone(),
        }
    }

    fn reference(&self, part: &Part) -> String {
        match part {
            Part::Plain(text) => text.clone(),
            Part::Partition => "AWS::Partition".into(),
            Part::Region => "AWS::Region".into(),
            Part::Account => "AWS::AccountId".into(),
            Part::Parameter(name) => name.clone(),
            Part::Function(key) => self.function(key),
            Part::FunctionVersion(key) => self.version(key),
            Part::Large => self.stack.id("Large"),
            Part::Machine => self.stack.id.clone(),
            Part::Target if self.stack.alias.is_some() => self.stack.id("Alias"),
            Part::Target => self.stack.id.clone(),
        }
    }

    /// The name of the resource of a function.
    pub(crate) fn function(&self, key: &str) -> String {
        match self.dialect {
            Dialect::Serverless => crate::naming::function_id(key),
            _ => self.stack.function(key).map_or_else(|| key.to_owned(), |it| it.id.clone()),
        }
    }

    /// The name of the resource of its version: another one for each release.
    pub(crate) fn version(&self, key: &str) -> String {
        match (self.dialect, self.stack.function(key)) {
            (Dialect::Plain, Some(function)) => {
                format!("{}Version{}", function.id, function.release)
            }
            (Dialect::Sam, Some(function)) => format!("{}.Version", function.id),
            _ => self.function(key),
        }
    }

    /// Tags as a list of keys and values.
    pub(crate) fn tags(&self) -> Option<Value> {
        let tag = |(key, value): (&String, &String)| json!({ "Key": key, "Value": value });
        (!self.stack.tags.is_empty()).then(|| self.stack.tags.iter().map(tag).collect())
    }

    /// A resource with tags.
    pub(crate) fn tagged(&self, kind: &str, mut properties: Value) -> Value {
        if let Some(tags) = self.tags() {
            properties["Tags"] = tags;
        }
        json!({ "Type": kind, "Properties": properties })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn texts_are_references_or_fn_sub() {
        let settings =
            Settings::read(&json!({ "functions": { "f": { "code": "f.zip" } } })).unwrap();
        let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${f}", "End": true } } });
        let releases = std::collections::BTreeMap::new();
        let request = crate::Request {
            name: "m",
            definition: &definition,
            settings: &settings,
            releases: &releases,
        };
        let stack = crate::plan(request).unwrap();
        let writer = Writer::new(&stack, Dialect::Plain);
        for (text, expected) in [
            (Text::plain("x"), json!("x")),
            (Text::of("${Topic}"), json!({ "Ref": "Topic" })),
            (Text::of("${AWS::Region}"), json!({ "Ref": "AWS::Region" })),
            (Text::part(Part::Function("f".into())), json!({ "Fn::GetAtt": ["FFunction", "Arn"] })),
            (
                Text::part(Part::Function("f".into())).with(":*"),
                json!({ "Fn::Sub": "${FFunction.Arn}:*" }),
            ),
            (Text::of("a${b c}${D}"), json!({ "Fn::Sub": "a${!b c}${D}" })),
            (Text::part(Part::Target), json!({ "Ref": "M" })),
        ] {
            assert_eq!(writer.text(&text), expected);
        }
    }
}
