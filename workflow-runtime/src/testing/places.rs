//! The places of calls that a document keeps for functions, and a generated machine does not: it knows them anyway.
//!
//! For a function that is told where it is called, a Map hands the index of each item beside the item, a Parallel the
//! indices around it to its branches, and loops count their turns in a variable. None of it is read by the workflow.

use serde_json::Value;
use std::collections::BTreeSet;

/// The members and variables of a document that tell places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The members of an item and of its index, as items are handed them.
    items: BTreeSet<(String, String)>,
    /// The member that branches are handed.
    branches: BTreeSet<String>,
    variables: BTreeSet<String>,
}

impl Places {
    /// Finds those of a document.
    #[must_use]
    pub fn of(document: &Value) -> Self {
        let mut places = Places::default();
        places.find(document);
        places
    }

    fn find(&mut self, part: &Value) {
        match part {
            Value::Array(parts) => parts.iter().for_each(|part| self.find(part)),
            Value::Object(fields) => {
                self.handed(&part["ItemSelector"]);
                self.branches(part);
                self.turns(&part["Assign"]);
                fields.values().for_each(|part| self.find(part));
            }
            _ => {}
        }
    }

    fn handed(&mut self, selector: &Value) {
        let Some(members) = selector.as_object().filter(|it| it.len() == 2) else { return };
        let find = |is: fn(&str) -> bool| {
            let mut all = members.iter();
            all.find(|(_, text)| text.as_str().is_some_and(is)).map(|(name, _)| name.clone())
        };
        let item = find(|text| text == "{% $states.context.Map.Item.Value %}");
        let at = find(|text| text.ends_with("$states.context.Map.Item.Index %}"));
        if let (Some(item), Some(at)) = (item, at) {
            self.variables.insert(at.clone());
            self.items.insert((item, at));
        }
    }

    fn branches(&mut self, state: &Value) {
        let arguments = state["Arguments"].as_object().filter(|_| state["Type"] == "Parallel");
        let names = arguments.into_iter().flat_map(|members| members.keys());
        let names: Vec<String> = names.cloned().collect();
        self.variables.extend(names.iter().cloned());
        self.branches.extend(names);
    }

    fn turns(&mut self, assigned: &Value) {
        let assigned = assigned.as_object().into_iter().flatten();
        let turns = assigned.filter(|(name, text)| **text == format!("{{% $sum([${name}, 1]) %}}"));
        self.variables.extend(turns.map(|(name, _)| name.clone()));
    }

    /// An event of the document without the places, beside the same event of the generated machine.
    #[must_use]
    pub fn without(&self, mut event: Value, generated: &Value) -> Value {
        if self.variables.is_empty() {
            return event;
        }
        let details = event.as_object_mut().into_iter().flatten();
        for (name, details) in details.filter_map(|(name, it)| Some((name, it.as_object_mut()?))) {
            let beside = &generated[name.as_str()];
            for field in ["input", "output"] {
                if let Some(value) = details.get_mut(field) {
                    self.unhand(value, &beside[field]);
                }
            }
            if let Some(Value::Object(variables)) = details.get_mut("assignedVariables") {
                variables.retain(|name, _| !self.variables.contains(name));
                if variables.is_empty() && beside.get("assignedVariables").is_none() {
                    details.remove("assignedVariables");
                }
            }
        }
        event
    }

    /// Takes what is handed beside an item from it; of a branch, whose input is nothing else, the machine's own stands.
    fn unhand(&self, value: &mut Value, generated: &Value) {
        let Some(members) = value.as_object_mut() else { return };
        let of = self.items.iter().find(|(item, at)| {
            members.len() == 2 && members.contains_key(item) && members.contains_key(at)
        });
        if let Some(item) = of.and_then(|(item, _)| members.remove(item)) {
            *value = item;
        } else if members.len() == 1 && members.keys().all(|name| self.branches.contains(name)) {
            *value = generated.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_taken_out_of_events_and_nothing_else() {
        let document = json!({ "States": {
            "Each": {
                "Type": "Map",
                "ItemSelector": { "user": "{% $states.context.Map.Item.Value %}", "at": "{% $states.context.Map.Item.Index %}" },
                "ItemProcessor": { "States": { "All": { "Type": "Parallel", "Arguments": { "at2": "{% $at %}" } } } },
            },
            "Again": { "Type": "Choice", "Choices": [{ "Assign": { "turn": "{% $sum([$turn, 1]) %}", "n": "{% $n + 1 %}" } }] },
        } });
        let places = Places::of(&document);
        let event = |input: Value, assigned: Value| json!({ "id": 1, "details": { "input": input, "assignedVariables": assigned } });
        for (theirs, ours) in [
            (
                event(json!({ "user": 5, "at": 0 }), json!({ "n": 1, "turn": 2 })),
                event(json!(5), json!({ "n": 1 })),
            ),
            (event(json!({ "at2": "0.3" }), json!({})), event(json!([7]), json!({}))),
            (
                event(json!({ "user": 5, "at": 0, "x": 1 }), json!({})),
                event(json!({ "user": 5, "at": 0, "x": 1 }), json!({})),
            ),
        ] {
            assert_eq!(places.without(theirs, &ours), ours);
        }
        let other = event(json!({ "user": 6, "at": 0 }), json!({}));
        assert_ne!(places.without(other, &event(json!(5), json!({}))), event(json!(5), json!({})));
        let none = json!({ "details": { "input": 1, "assignedVariables": { "at": 0 } } });
        assert_eq!(
            places.without(none, &json!({ "details": { "input": 1 } })),
            json!({ "details": { "input": 1 } })
        );
    }
}
