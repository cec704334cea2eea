//! The intrinsic functions of CloudFormation (User Guide, "Intrinsic function reference"), and the variables of the
//! Serverless Framework, as far as they can be known without a deployment.

use super::made_up;
use super::placeholders::text_of;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Deeper values are left as they are.
const DEPTH: usize = 120;

/// The values for the names of a file.
pub(in super::super) struct Resolver<'a> {
    pub(super) file: &'a Value,
    /// The values of the command line: it goes before all else.
    pub(super) given: &'a BTreeMap<String, String>,
    /// The values made up for names.
    made_up: RefCell<BTreeMap<String, String>>,
    /// The conditions that were looked at; `None` is one that nothing decides.
    pub(super) conditions: RefCell<BTreeMap<String, Option<bool>>>,
    /// The conditions that were asked for and that nothing decides.
    pub(super) undecided: RefCell<BTreeSet<String>>,
    /// The functions that were left as they are.
    kept: RefCell<BTreeSet<String>>,
    /// True if what only a deployment knows stays a placeholder.
    keeps: bool,
}

impl<'a> Resolver<'a> {
    pub(in super::super) fn new(file: &'a Value, given: &'a BTreeMap<String, String>) -> Self {
        Resolver {
            file,
            given,
            made_up: RefCell::default(),
            conditions: RefCell::default(),
            undecided: RefCell::default(),
            kept: RefCell::default(),
            keeps: false,
        }
    }

    /// Leaves what only a deployment knows as `${NAME}`: resources, the account, the region.
    pub(in super::super) fn keeping(self, keeps: bool) -> Self {
        Resolver { keeps, ..self }
    }

    /// Returns what was decided without knowing, and what was not called: lines for people.
    pub(in super::super) fn remarks(&self) -> Vec<String> {
        let named = |note: &str, names: &BTreeSet<String>| {
            let note = (!names.is_empty()).then(|| format!("note: {note}"));
            note.into_iter().chain(names.iter().map(|it| format!("  {it}"))).collect::<Vec<_>>()
        };
        let undecided = "nothing decides these conditions, and they are taken as true: give their\nparameters (`--substitute NAME=VALUE`), or say `--substitute CONDITION=false`";
        let kept = "only a deployment can call these functions, so they stay objects here:\nwrite what they would return";
        let mut told = named(undecided, &self.undecided.borrow());
        told.extend(named(kept, &self.kept.borrow()));
        told
    }

    /// The names for which values were made up.
    pub(in super::super) fn made_up(&self) -> BTreeMap<String, String> {
        self.made_up.borrow().clone()
    }

    /// Returns the value of a name in `Ref`, `Fn::Sub` and `${…}`.
    pub(in super::super) fn name(&self, name: &str) -> Option<String> {
        if let Some(given) = self.given.get(name) {
            return Some(given.clone());
        }
        let (of, attribute) = name.split_once('.').unwrap_or((name, ""));
        let resource = || self.resource(of, attribute).filter(|_| !self.keeps);
        let made_up = self.pseudo(name).map(str::to_owned).or_else(resource);
        if let Some(value) = made_up {
            self.made_up.borrow_mut().insert(name.to_owned(), value.clone());
            return Some(value);
        }
        self.parameter(name).or_else(|| self.variable(name))
    }

    /// A pseudo parameter. The partition of an account is that of all that it deploys: it is taken for a plain one.
    fn pseudo(&self, name: &str) -> Option<&'static str> {
        let known = name.ends_with("artition") || !name.to_ascii_lowercase().starts_with("aws:");
        made_up::pseudo(name).filter(|_| !self.keeps || known)
    }

    fn resource(&self, name: &str, attribute: &str) -> Option<String> {
        let resources = ["Resources", "resources"].iter().find_map(|field| {
            let all = self.file.get(field)?;
            Some(all.get("Resources").unwrap_or(all))
        });
        if let Some(resource) = resources.and_then(|all| all.get(name)) {
            return made_up::resource(name, resource, attribute);
        }
        // The framework names the resources of its functions so.
        let functions = self.file.get("functions")?.as_object()?;
        let plain = name.strip_suffix("LambdaFunction").unwrap_or(name);
        let is = |function: &&String| function.eq_ignore_ascii_case(plain);
        let function = functions.keys().find(is)?;
        Some(if attribute == "Arn" { made_up::function(function) } else { function.clone() })
    }

    fn parameter(&self, name: &str) -> Option<String> {
        let default = self.file.get("Parameters")?.get(name)?.get("Default")?;
        Some(text(default)).filter(|it| !it.is_empty())
    }

    /// A variable of the Serverless Framework, with its fallbacks: `opt:stage, self:provider.stage, 'dev'`.
    fn variable(&self, name: &str) -> Option<String> {
        if name.contains(',') {
            return name.split(',').find_map(|name| self.name(name.trim()));
        }
        if let Some(path) = name.strip_prefix("self:") {
            let pointer = format!("/{}", path.replace('.', "/"));
            let value = self.file.pointer(&pointer)?;
            return (!value.is_object() && !value.is_array()).then(|| text(value));
        }
        let quoted = |mark: char| name.strip_prefix(mark)?.strip_suffix(mark);
        quoted('\'').or_else(|| quoted('"')).map(str::to_owned)
    }

    /// A value with its functions called. What cannot be known is left as `${NAME}`.
    pub(in super::super) fn value(&self, value: &Value) -> Value {
        self.within(value, DEPTH)
    }

    pub(super) fn within(&self, value: &Value, depth: usize) -> Value {
        let Some(depth) = depth.checked_sub(1) else { return value.clone() };
        let stays = |value: &Value| !self.is_removed(value, depth);
        match value {
            Value::Array(items) => {
                let items = items.iter().filter(|item| stays(item));
                items.map(|item| self.within(item, depth)).collect()
            }
            Value::Object(fields) => {
                if let Some((name, argument)) = fields.iter().next().filter(|_| fields.len() == 1) {
                    if let Some(value) = self.call(name, argument, depth) {
                        return value;
                    }
                    if name.starts_with("Fn::") {
                        self.kept.borrow_mut().insert(name.clone());
                    }
                }
                let fields = fields.iter().filter(|(_, value)| stays(value));
                let field =
                    |(key, value): (&String, &Value)| (key.clone(), self.within(value, depth));
                Value::Object(fields.map(field).collect::<Map<_, _>>())
            }
            other => other.clone(),
        }
    }

    /// Returns the value of a function of the template; `None` if it is no function.
    fn call(&self, name: &str, argument: &Value, depth: usize) -> Option<Value> {
        let items = || match self.within(argument, depth) {
            Value::Array(items) => Some(items),
            _ => None,
        };
        let or_left = |name: &str| self.name(name).unwrap_or_else(|| format!("${{{name}}}"));
        Some(match name {
            "Ref" => self.typed(argument.as_str()?, or_left),
            "Fn::GetAtt" => {
                let path: Vec<String> = match argument {
                    Value::String(path) => vec![path.clone()],
                    other => other.as_array()?.iter().map(text).collect(),
                };
                or_left(&path.join(".")).into()
            }
            "Fn::Sub" => self.sub(argument, depth)?.into(),
            "Fn::Join" => {
                let items = items()?;
                let [separator, parts] = &items[..] else { return None };
                let parts: Vec<String> = parts.as_array()?.iter().map(text).collect();
                parts.join(separator.as_str()?).into()
            }
            "Fn::Select" => {
                let items = items()?;
                let [index, list] = &items[..] else { return None };
                list.get(text(index).parse::<usize>().ok()?)?.clone()
            }
            "Fn::Split" => {
                let items = items()?;
                let [separator, whole] = &items[..] else { return None };
                let separator = separator.as_str().filter(|it| !it.is_empty())?;
                whole.as_str()?.split(separator).map(Value::from).collect()
            }
            "Fn::FindInMap" => {
                let items = items()?;
                let [map, first, second] = &items[..] else { return None };
                let found = self.file.get("Mappings")?.get(text(map))?.get(text(first))?;
                found.get(text(second))?.clone()
            }
            "Fn::If" => self.within(self.taken(argument, depth)?, depth),
            "Fn::ToJsonString" => self.within(argument, depth).to_string().into(),
            "Fn::ImportValue" => format!("${{{}}}", text(&self.within(argument, depth))).into(),
            _ => return None,
        })
    }

    /// A parameter that is a number stays one.
    fn typed(&self, name: &str, or_left: impl Fn(&str) -> String) -> Value {
        let default = self.file.get("Parameters").and_then(|it| it.get(name)?.get("Default"));
        match default {
            Some(default @ Value::Number(_)) if !self.given.contains_key(name) => default.clone(),
            _ => or_left(name).into(),
        }
    }

    /// `Fn::Sub` of a text, or of a text and an object of names.
    fn sub(&self, argument: &Value, depth: usize) -> Option<String> {
        let none = Value::Null;
        let (whole, own) = match argument {
            Value::String(whole) => (whole, &none),
            other => (
                match other.get(0)? {
                    Value::String(whole) => whole,
                    _ => return None,
                },
                other.get(1)?,
            ),
        };
        let known = |name: &str| {
            let own = own.get(name).map(|value| text(&self.within(value, depth)));
            own.or_else(|| self.name(name))
        };
        // `${!NAME}` is the text `${NAME}`.
        Some(text_of(whole, &known).replace("${!", "${"))
    }
}

/// A value as it is written within a text.
pub(super) fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn functions_are_called() {
        let file = json!({
            "Parameters": { "Stage": { "Default": "test" }, "Wait": { "Type": "Number", "Default": 5 }, "Open": {} },
            "Mappings": { "M": { "a": { "b": "mapped" } } },
            "Resources": { "F": { "Type": "AWS::Serverless::Function" }, "T": { "Type": "AWS::DynamoDB::Table" } },
            "functions": { "hello": {}, "myLambdaFunction": {} },
            "custom": { "queue": "q" }, "service": "shop",
        });
        let given = BTreeMap::from([
            ("Given".to_owned(), "g".to_owned()),
            ("Cond".to_owned(), "false".to_owned()),
        ]);
        let resolver = Resolver::new(&file, &given);
        let function = "arn:aws:lambda:us-east-1:123456789012:function:F";
        for (value, expected) in [
            (json!({ "Ref": "Stage" }), json!("test")),
            (json!({ "Ref": "Wait" }), json!(5)),
            (json!({ "Ref": "Open" }), json!("${Open}")),
            (json!({ "Ref": "T" }), json!("T")),
            (json!({ "Ref": "Given" }), json!("g")),
            (json!({ "Fn::GetAtt": ["F", "Arn"] }), json!(function)),
            (json!({ "Fn::GetAtt": "F.Arn" }), json!(function)),
            (
                json!({ "Fn::GetAtt": ["HelloLambdaFunction", "Arn"] }),
                json!(function.replace(":F", ":hello")),
            ),
            (json!({ "Ref": "MyLambdaFunctionLambdaFunction" }), json!("myLambdaFunction")),
            (json!({ "Fn::GetAtt": ["Gone", "Arn"] }), json!("${Gone.Arn}")),
            (
                json!({ "Fn::Sub": "${F.Arn}/${Stage}/${!Kept}/${Open}" }),
                json!(format!("{function}/test/${{Kept}}/${{Open}}")),
            ),
            (
                json!({ "Fn::Sub": ["${X}-${AWS::Region}", { "X": { "Ref": "Stage" } }] }),
                json!("test-us-east-1"),
            ),
            (
                json!({ "Fn::Join": ["", ["a", { "Ref": "Stage" }, { "Fn::Join": ["-", ["b", 1]] }]] }),
                json!("atestb-1"),
            ),
            (json!({ "Fn::Select": [1, { "Fn::Split": [",", "a,b"] }] }), json!("b")),
            (json!({ "Fn::FindInMap": ["M", "a", "b"] }), json!("mapped")),
            (json!({ "Fn::If": ["Cond", 1, 2] }), json!(2)),
            (json!({ "Fn::ImportValue": "Shared" }), json!("${Shared}")),
            (json!({ "Fn::Join": "wrong" }), json!({ "Fn::Join": "wrong" })),
            (json!({ "Ref": "Stage", "x": 1 }), json!({ "Ref": "Stage", "x": 1 })),
        ] {
            assert_eq!(resolver.value(&value), expected, "{value}");
        }
        assert_eq!(resolver.value(&json!({ "Fn::Base64": "x" })), json!({ "Fn::Base64": "x" }));
        let told = resolver.remarks().join("\n");
        assert!(
            told.contains("stay objects") && told.ends_with("\n  Fn::Base64\n  Fn::Join"),
            "{told}"
        );
        for (name, expected) in [
            ("self:custom.queue", Some("q")),
            ("opt:other, self:service", Some("shop")),
            ("env:X, 'dev'", Some("dev")),
            ("env:X", None),
        ] {
            assert_eq!(resolver.name(name).as_deref(), expected);
        }
    }

    #[test]
    fn resources_stay_where_they_are_kept() {
        let file = json!({
            "Parameters": { "Stage": { "Default": "test" } },
            "Resources": { "F": { "Type": "AWS::Serverless::Function" }, "T": { "Type": "AWS::DynamoDB::Table" } },
            "functions": { "hello": {} },
        });
        let given = BTreeMap::new();
        let kept = Resolver::new(&file, &given).keeping(true);
        for (value, expected) in [
            (json!({ "Fn::GetAtt": ["F", "Arn"] }), "${F.Arn}"),
            (json!({ "Fn::GetAtt": ["HelloLambdaFunction", "Arn"] }), "${HelloLambdaFunction.Arn}"),
            (json!({ "Ref": "T" }), "${T}"),
            (
                json!({ "Fn::Sub": "arn:${AWS::Partition}:sns:${AWS::Region}:x/${Stage}" }),
                "arn:aws:sns:${AWS::Region}:x/test",
            ),
        ] {
            assert_eq!(kept.value(&value), expected);
        }
        assert_eq!(kept.made_up().keys().collect::<Vec<_>>(), ["AWS::Partition"]);
    }
}
