//! Digests of the fields by which a distributed Map comes to its items, so that a run which is under way knows whether they
//! have changed.

use crate::blocked::Reason;
use crate::description::{ITEMS, SAME_ITEMS};
use crate::failure::Failure;
use crate::key::Key;
use serde_json::{Map, Value, json};

/// The way to the items of a distributed Map, as records have it under [`ITEMS`]. A digest is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::interpreted) struct Made {
    /// The fields that say which items there are, and which of them are together.
    pub(in crate::interpreted) items: u32,
    /// The fields that say what each is given; 0 once some items began before these changed, and others since.
    pub(in crate::interpreted) inputs: u32,
}

impl Made {
    /// Reads the fields of a Map.
    pub(in crate::interpreted) fn of(state: &Value) -> Made {
        let field = |name: &str| (name.to_owned(), state[name].clone());
        let mut items: Map<_, _> =
            ["Items", "ItemsPath", "ItemReader"].map(field).into_iter().collect();
        let mut inputs: Map<_, _> = ["ItemSelector", "Parameters"].map(field).into_iter().collect();
        let mut batcher = state["ItemBatcher"].clone();
        let beside = batcher.as_object_mut().and_then(|it| it.remove("BatchInput"));
        inputs.insert("BatchInput".to_owned(), beside.unwrap_or_default());
        // Of larger inputs fewer are together.
        let by_size = ["MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"];
        if by_size.iter().any(|it| !batcher[*it].is_null()) {
            items.insert("inputs".to_owned(), Value::Object(inputs.clone()));
        }
        items.insert("ItemBatcher".to_owned(), batcher);
        Made { items: digest(items), inputs: digest(inputs) }
    }

    pub(in crate::interpreted) fn written(self) -> [u32; 2] {
        [self.items, self.inputs]
    }

    /// Reads what a record has, which lacks it if an older version wrote it. Items that have changed are others than those that
    /// have begun: the execution cannot go on.
    pub(in crate::interpreted) fn since(
        known: Option<&Value>,
        now: Option<Made>,
        state: &str,
    ) -> Result<Option<Made>, Failure> {
        let Some((known, now)) = known.and_then(read).zip(now) else { return Ok(None) };
        if known.items != now.items {
            let found = "others, in a run that is under way";
            return Err(Failure::unfit(Reason::new(state, ITEMS, found, SAME_ITEMS)));
        }
        let inputs = if known.inputs == now.inputs { known.inputs } else { 0 };
        Ok(Some(Made { inputs, ..known }))
    }
}

fn read(value: &Value) -> Option<Made> {
    let number = |at: usize| u32::try_from(value.get(at)?.as_u64()?).ok();
    Some(Made { items: number(0)?, inputs: number(1)? })
}

fn digest(fields: Map<String, Value>) -> u32 {
    let mut fields = json!(fields);
    fields.sort_all_objects();
    let hex = Key::named(&fields.to_string()).hex();
    let number = hex.get(..8).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    number.unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_the_items_is_told_from_what_changes_their_inputs() {
        let one = json!({ "Items": "{% $states.input %}", "ItemSelector": { "a": 1, "b": 2 },
            "ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "c": 3 } }, "Label": "one" });
        let made = Made::of(&one);
        let with = |pointer: &str, value: Value| {
            let mut other = one.clone();
            if let Some(place) = other.pointer_mut(pointer) {
                *place = value;
            }
            let other = Made::of(&other);
            (other.items == made.items, other.inputs == made.inputs)
        };
        assert_eq!(with("/Label", json!("two")), (true, true));
        assert_eq!(with("/ItemSelector", json!({ "b": 2, "a": 1 })), (true, true));
        assert_eq!(with("/ItemSelector/a", json!(9)), (true, false));
        assert_eq!(with("/ItemBatcher/BatchInput/c", json!(9)), (true, false));
        assert_eq!(with("/ItemBatcher/MaxItemsPerBatch", json!(9)), (false, true));
        assert_eq!(with("/ItemBatcher", json!({ "MaxInputBytesPerBatch": 9 })), (false, false));
        assert_eq!(with("/Items", json!([])), (false, true));
    }
}
