//! The numbers of a Map Run: of its executions, and of the items that these have.

use super::found_runs::MapRun;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};
use workflow_runtime::store::{Described, Status};

/// A number of executions, and of the items in them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Count {
    pub(super) executions: u64,
    pub(super) items: u64,
}

/// The numbers of a Map Run.
#[derive(Debug)]
pub(super) struct Counts {
    /// By the names that the API gives them.
    all: Vec<(&'static str, Count)>,
}

impl Counts {
    /// Counts the executions of a run by their ends. What was not begun is pending, or aborted with the run. `lost` says of one
    /// that failed that it cannot be redriven, `waits` that the run has yet to redrive it.
    pub(super) fn new(
        children: &[Described],
        run: &MapRun,
        state: &Value,
        lost: impl Fn(&Described) -> bool,
        waits: impl Fn(&Described) -> bool,
    ) -> Self {
        // The inputs of batches are long: each is read once. One that waits for a redrive has no status.
        let status = |it: &Described| (!waits(it)).then_some(it.status);
        let sizes: Vec<_> = children.iter().map(|it| (status(it), items_in(it, state))).collect();
        let sum = |fits: &dyn Fn(Option<Status>) -> bool| {
            let own = sizes.iter().filter(|(status, _)| fits(*status));
            own.fold(Count::default(), |sum, (_, items)| Count {
                executions: sum.executions + 1,
                items: sum.items + items,
            })
        };
        let begun = sum(&|_| true);
        let left = left(begun, run.length.saturating_sub(begun.items), state);
        let (pending, skipped) = if run.status == "RUNNING" {
            (left, Count::default())
        } else {
            (Count::default(), left)
        };
        let of = |status| sum(&|its| its == Some(status));
        let gone = children.iter().zip(&sizes).filter(|(child, _)| lost(child));
        let gone = gone.fold(Count::default(), |sum, (_, (_, items))| {
            sum.and(Count { executions: 1, items: *items })
        });
        let succeeded = of(Status::Succeeded);
        let written = run.status == "SUCCEEDED" && state["ResultWriter"].get("Resource").is_some();
        let all = vec![
            ("pending", pending),
            ("running", of(Status::Running)),
            ("succeeded", succeeded),
            ("failed", of(Status::Failed)),
            ("timedOut", of(Status::TimedOut)),
            ("aborted", of(Status::Aborted).and(skipped)),
            ("total", begun.and(left)),
            ("resultsWritten", if written { succeeded } else { Count::default() }),
            ("failuresNotRedrivable", gone),
            ("pendingRedrive", sum(&|its| its.is_none())),
        ];
        Counts { all }
    }

    /// Returns the numbers of one kind.
    pub(super) fn told(&self, one: impl Fn(&Count) -> u64) -> Value {
        let fields = self.all.iter().map(|(name, count)| ((*name).to_owned(), json!(one(count))));
        Value::Object(fields.collect::<Map<_, _>>())
    }
}

impl Count {
    fn and(self, other: Count) -> Count {
        Count { executions: self.executions + other.executions, items: self.items + other.items }
    }
}

/// A number of items that are in no execution yet, and the executions that will have them: as many to one as the definition
/// says, or as those that have begun have.
fn left(begun: Count, items: u64, state: &Value) -> Count {
    let most = state["ItemBatcher"]["MaxItemsPerBatch"].as_u64();
    let usual = || begun.items.div_ceil(begun.executions.max(1));
    let each = if is_batched(state) { most.unwrap_or_else(usual).max(1) } else { 1 };
    Count { executions: items.div_ceil(each), items }
}

fn is_batched(state: &Value) -> bool {
    state.get("ItemBatcher").is_some()
}

/// The input of a batch, as far as its items are counted.
#[derive(Deserialize)]
struct Batch {
    #[serde(rename = "Items")]
    items: Vec<IgnoredAny>,
}

/// Returns how many items an execution of a Map Run has.
pub(super) fn items_in(child: &Described, state: &Value) -> u64 {
    if !is_batched(state) {
        return 1;
    }
    child.begun.input.as_deref().and_then(batched).unwrap_or(1)
}

/// The number of items in a batch with this input, if it is one.
fn batched(input: &str) -> Option<u64> {
    let batch: Batch = serde_json::from_str(input).ok()?;
    Some(batch.items.len() as u64)
}

/// The distributed Map with this label, at any depth; or the only one, if that has no label of its own.
pub(super) fn labelled<'a>(document: &'a Value, label: &str) -> Option<&'a Value> {
    let mut maps = vec![];
    distributed(document, &mut maps);
    let own = maps.iter().find(|it| it["Label"] == label);
    let only = || maps.first().filter(|it| maps.len() == 1 && it.get("Label").is_none());
    own.or_else(only).copied()
}

fn distributed<'a>(value: &'a Value, maps: &mut Vec<&'a Value>) {
    if value["ItemProcessor"]["ProcessorConfig"]["Mode"] == "DISTRIBUTED" {
        maps.push(value);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|it| distributed(it, maps)),
        Value::Array(items) => items.iter().for_each(|it| distributed(it, maps)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_has_the_form_of_what_has_begun() {
        let begun = Count { executions: 2, items: 7 };
        for (state, executions) in [
            (json!({}), 10),
            (json!({ "ItemBatcher": { "MaxItemsPerBatch": 3 } }), 4),
            (json!({ "ItemBatcher": { "MaxInputBytesPerBatch": 1000 } }), 3),
        ] {
            assert_eq!(left(begun, 10, &state), Count { executions, items: 10 }, "{state}");
        }
        let bytes = json!({ "ItemBatcher": {} });
        let none = Count { executions: 0, items: 0 };
        assert_eq!(left(none, 2, &bytes), Count { executions: 2, items: 2 });
        assert_eq!(left(begun, 0, &bytes), none);
    }

    #[test]
    fn items_of_a_batch_are_counted_whatever_they_are() {
        for (input, items) in [
            (r#"{"BatchInput":{"a":1},"Items":[1,{"b":[2,3]},null]}"#, Some(3)),
            (r#"{"Items":[]}"#, Some(0)),
            (r#"{"Items":{"a":1}}"#, None),
            (r#"{"items":[1]}"#, None),
            ("[1,2]", None),
            ("{", None),
        ] {
            assert_eq!(batched(input), items, "{input}");
        }
    }

    #[test]
    fn a_map_is_found_by_its_label_or_as_the_only_one() {
        let map = |label: Option<&str>| {
            let config = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
            let mut map = json!({ "Type": "Map", "ItemProcessor": { "ProcessorConfig": config } });
            label.iter().for_each(|it| map["Label"] = json!(it));
            map
        };
        let found = |states: Value, label: &str| {
            labelled(&json!({ "States": states }), label).map(|it| it["Label"].clone())
        };
        let two = json!({ "A": map(Some("a")), "B": { "Branches": [{ "States": { "C": map(Some("c")) } }] } });
        assert_eq!(found(two.clone(), "c"), Some(json!("c")));
        assert_eq!(found(two, "d"), None);
        assert_eq!(found(json!({ "A": map(None) }), "made"), Some(Value::Null));
        assert_eq!(found(json!({ "A": map(None), "B": map(Some("b")) }), "made"), None);
        assert_eq!(found(json!({ "A": map(Some("a")) }), "made"), None);
    }
}
