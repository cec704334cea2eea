//! `Conditions` of a template, and the functions that read them (CloudFormation User Guide, "Condition functions").

use super::resolve::{Resolver, text};
use serde_json::Value;
use std::collections::BTreeMap;

/// The places of conditions in templates, and in files of the Serverless Framework.
const PLACES: [&str; 2] = ["/Conditions", "/resources/Conditions"];

/// The object that stands where nothing is: `{"Ref": "AWS::NoValue"}`.
const NO_VALUE: &str = "AWS::NoValue";

impl Resolver<'_> {
    /// The value that `Fn::If` takes; the first where nothing decides its condition, which is noted.
    pub(super) fn taken<'v>(&self, argument: &'v Value, depth: usize) -> Option<&'v Value> {
        let name = argument.get(0)?.as_str()?;
        let holds = self.named(name, depth);
        if holds.is_none() {
            self.undecided.borrow_mut().insert(name.to_owned());
        }
        argument.get(if holds.unwrap_or(true) { 1 } else { 2 })
    }

    /// True if a field or an item is left out: `AWS::NoValue`, or an `Fn::If` that takes it.
    pub(super) fn is_removed(&self, value: &Value, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        match only(value) {
            Some(("Ref", name)) => name == NO_VALUE,
            Some(("Fn::If", argument)) => {
                self.taken(argument, depth).is_some_and(|taken| self.is_removed(taken, depth))
            }
            _ => false,
        }
    }

    /// The condition of this name: as the command line says, or as the template decides it. Each is decided once, so
    /// that conditions of conditions take linear time, and one that is made of itself is not decided.
    fn named(&self, name: &str, depth: usize) -> Option<bool> {
        match self.given.get(name).map(String::as_str) {
            Some("true") => return Some(true),
            Some("false") => return Some(false),
            _ => {}
        }
        if let Some(known) = self.conditions.borrow().get(name) {
            return *known;
        }
        self.conditions.borrow_mut().insert(name.to_owned(), None);
        let condition = PLACES.iter().find_map(|it| self.file.pointer(it)?.get(name));
        let holds = condition.and_then(|condition| self.holds(condition, depth));
        self.conditions.borrow_mut().insert(name.to_owned(), holds);
        holds
    }

    /// Decides a condition; `None` where it hangs on what is not known.
    fn holds(&self, condition: &Value, depth: usize) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let (function, argument) = only(condition)?;
        let parts = || argument.as_array().into_iter().flatten().map(|it| self.holds(it, depth));
        // What is known of some of them may be enough.
        let any = |wanted: bool| {
            let parts: Vec<Option<bool>> = parts().collect();
            let found = parts.contains(&Some(wanted)).then_some(wanted);
            found.or_else(|| (!parts.is_empty() && !parts.contains(&None)).then_some(!wanted))
        };
        match function {
            "Condition" => self.named(argument.as_str()?, depth),
            "Fn::Not" => parts().next()?.map(|holds| !holds),
            "Fn::And" => any(false),
            "Fn::Or" => any(true),
            "Fn::Equals" => {
                let [one, other] = &argument.as_array()?[..] else { return None };
                Some(self.compared(one, depth)? == self.compared(other, depth)?)
            }
            _ => None,
        }
    }

    /// A value as `Fn::Equals` compares it; `None` where some of it is not known.
    fn compared(&self, value: &Value, depth: usize) -> Option<String> {
        if let Some(("Ref", name)) = only(value)
            && let Some(name) = name.as_str()
            && !self.given.contains_key(name)
            && let Some(default) =
                self.file.get("Parameters").and_then(|it| it.get(name)?.get("Default"))
        {
            // Here an empty one is a value, too: whether a parameter was given is asked so.
            return Some(text(default));
        }
        let known = text(&self.within(value, depth));
        (!known.contains("${") && !known.contains("\"Fn::")).then_some(known)
    }
}

/// The name and the argument of a function.
fn only(value: &Value) -> Option<(&str, &Value)> {
    let fields = value.as_object().filter(|fields| fields.len() == 1)?;
    fields.iter().next().map(|(name, argument)| (name.as_str(), argument))
}

/// The reason why the command line decides a condition of a file neither way: for its value says neither.
pub(in super::super) fn misread(file: &Value, given: &BTreeMap<String, String>) -> Option<String> {
    let is_parameter = |name: &str| file.get("Parameters").is_some_and(|it| it.get(name).is_some());
    let is_condition = |name: &str| {
        PLACES.iter().any(|it| file.pointer(it).is_some_and(|it| it.get(name).is_some()))
    };
    let wrong = |(name, value): &(&String, &String)| {
        is_condition(name) && !is_parameter(name) && !matches!(value.as_str(), "true" | "false")
    };
    let (name, value) = given.iter().find(wrong)?;
    Some(format!(
        "`{name}` is a condition, and `{value}` does not decide it: say `{name}=true` or `{name}=false`"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn file() -> Value {
        let stage = |of: &str| json!({ "Fn::Equals": [{ "Ref": "Stage" }, of] });
        json!({
            "Parameters": { "Stage": { "Default": "dev" }, "Tag": { "Default": "" }, "Open": {} },
            "Conditions": {
                "IsProd": stage("prod"),
                "IsDev": stage("dev"),
                "NotProd": { "Fn::Not": [{ "Condition": "IsProd" }] },
                "HasTag": { "Fn::Not": [{ "Fn::Equals": [{ "Ref": "Tag" }, ""] }] },
                "Both": { "Fn::And": [{ "Condition": "IsDev" }, { "Condition": "NotProd" }] },
                "Either": { "Fn::Or": [{ "Condition": "IsProd" }, { "Condition": "HasTag" }] },
                "Open": { "Fn::Equals": [{ "Ref": "Open" }, "x"] },
                "Enough": { "Fn::Or": [{ "Condition": "Open" }, { "Condition": "IsDev" }] },
                "TooMuch": { "Fn::And": [{ "Condition": "Open" }, { "Condition": "IsProd" }] },
                "Self": { "Fn::Not": [{ "Condition": "Self" }] },
                "Wrong": { "Fn::Equals": "x" },
            },
        })
    }

    #[test]
    fn conditions_decide() {
        let (file, given) = (file(), BTreeMap::new());
        for (condition, expected) in [
            ("IsProd", "no"),
            ("IsDev", "yes"),
            ("NotProd", "yes"),
            ("HasTag", "no"),
            ("Both", "yes"),
            ("Either", "no"),
            ("Enough", "yes"),
            ("TooMuch", "no"),
        ] {
            let resolver = Resolver::new(&file, &given);
            let value = resolver.value(&json!({ "Fn::If": [condition, "yes", "no"] }));
            assert_eq!(value, expected, "{condition}");
            assert_eq!(resolver.remarks(), Vec::<String>::new(), "{condition}");
        }
        for condition in ["Open", "Self", "Wrong", "Missing"] {
            let resolver = Resolver::new(&file, &given);
            let value = resolver.value(&json!({ "Fn::If": [condition, "yes", "no"] }));
            assert_eq!(value, "yes", "{condition}");
            let told = resolver.remarks().join("\n");
            assert!(told.contains(&format!("\n  {condition}")), "{told}");
        }
    }

    #[test]
    fn the_command_line_decides_first() {
        let file = file();
        for (name, value, condition, expected) in [
            ("Stage", "prod", "IsProd", "yes"),
            ("IsProd", "true", "IsProd", "yes"),
            ("IsProd", "true", "NotProd", "no"),
            ("Open", "false", "Open", "no"),
            ("Open", "x", "Open", "yes"),
        ] {
            let given = BTreeMap::from([(name.to_owned(), value.to_owned())]);
            let resolver = Resolver::new(&file, &given);
            let found = resolver.value(&json!({ "Fn::If": [condition, "yes", "no"] }));
            assert_eq!(found, expected, "{name}={value} {condition}");
        }
    }

    #[test]
    fn a_value_that_decides_nothing_is_refused() {
        for (name, value, refused) in [
            ("IsProd", "maybe", true),
            ("IsProd", "True", true),
            ("IsProd", "false", false),
            ("Stage", "maybe", false),
            // A parameter, too.
            ("Open", "maybe", false),
            ("Other", "maybe", false),
        ] {
            let given = BTreeMap::from([(name.to_owned(), value.to_owned())]);
            let why = misread(&file(), &given);
            assert_eq!(why.is_some(), refused, "{name}={value}");
            why.iter().for_each(|why| assert!(why.contains("say `IsProd=true`"), "{why}"));
        }
    }

    #[test]
    fn no_value_leaves_its_field_out() {
        let (file, given) = (file(), BTreeMap::new());
        let resolver = Resolver::new(&file, &given);
        let none = json!({ "Ref": NO_VALUE });
        let value = json!({
            "a": none,
            "b": { "Fn::If": ["IsProd", 1, none] },
            "c": { "Fn::If": ["IsDev", { "Fn::If": ["IsProd", 1, none] }, 2] },
            "d": { "Fn::If": ["IsDev", { "x": none, "y": 1 }, none] },
            "e": [1, none, 2],
            "f": { "Fn::Join": ["-", ["a", none, "b"]] },
        });
        let expected = json!({ "d": { "y": 1 }, "e": [1, 2], "f": "a-b" });
        assert_eq!(resolver.value(&value), expected);
    }

    #[test]
    fn conditions_of_conditions_take_linear_time() {
        let two =
            |of: usize| json!({ "Fn::And": vec![json!({ "Condition": format!("C{of}") }); 2] });
        let all = (0..100).map(|at| (format!("C{at}"), two(at + 1)));
        let last = [("C100".to_owned(), json!({ "Fn::Equals": ["a", "a"] }))];
        let conditions: Value = all.chain(last).collect::<serde_json::Map<_, _>>().into();
        let file = json!({ "Conditions": conditions });
        let given = BTreeMap::new();
        let value = Resolver::new(&file, &given).value(&json!({ "Fn::If": ["C0", 1, 2] }));
        // Nested deeper than conditions are looked at: not decided, and taken as true.
        assert_eq!(value, 1);
    }
}
