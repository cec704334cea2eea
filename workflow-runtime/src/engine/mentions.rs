//! Payloads in the places that mention them: of checkpoints and histories as a store gives them back.

use crate::engine::mark::Mark;
use crate::engine::scope::Text;
use crate::failure::Failure;
use crate::history::{self, HistoryEvent};
use crate::store::{Chunk, Saved, Store};
use crate::texts::unmarked;
use std::collections::{BTreeMap, BTreeSet};

/// Payloads by their numbers.
type Known = BTreeMap<u32, Text>;

/// Reads the payloads that the scopes of an execution mention, and puts them and the words of records in their places.
pub(crate) async fn fill(store: &dyn Store, saved: &mut Saved) -> Result<(), Failure> {
    let (mut numbers, nothing) = (BTreeSet::new(), Text::from(""));
    let mut collect = |number| {
        numbers.insert(number);
        Ok(nothing.clone())
    };
    for kept in saved.scopes.values() {
        unmarked(&kept.machine, &mut collect)?;
        Mark::read(&kept.mark, &mut collect)?;
    }
    let mentioned = !numbers.is_empty();
    let known = payloads(store, &saved.begun.id, numbers).await?;
    for kept in saved.scopes.values_mut() {
        if let Some(whole) = unmarked(&kept.machine, &mut find(&known))? {
            kept.machine = whole.into();
        }
        if mentioned {
            kept.mark = Mark::read(&kept.mark, &mut find(&known))?.whole();
        }
    }
    Ok(())
}

/// Decodes chunks of a history.
pub(crate) async fn events(
    store: &dyn Store,
    execution: &str,
    chunks: &[Chunk],
) -> Result<Vec<HistoryEvent>, Failure> {
    let (mut numbers, mut events) = (BTreeSet::new(), vec![]);
    for chunk in chunks {
        numbers.extend(history::mentioned(&chunk.bytes)?);
    }
    let known = payloads(store, execution, numbers).await?;
    for chunk in chunks {
        events.extend(history::decode(&chunk.bytes, &mut find(&known))?);
    }
    Ok(events)
}

async fn payloads(
    store: &dyn Store,
    execution: &str,
    numbers: BTreeSet<u32>,
) -> Result<Known, Failure> {
    if numbers.is_empty() {
        return Ok(Known::new());
    }
    let list: Vec<_> = numbers.iter().copied().collect();
    let texts = store.payloads(execution, &list).await.map_err(|error| error.interruption())?;
    Ok(numbers.into_iter().zip(texts).collect())
}

fn find(known: &Known) -> impl FnMut(u32) -> Result<Text, Failure> {
    |number| {
        let text = known.get(&number).cloned();
        text.ok_or_else(|| Failure::runtime(format!("the store has no payload {number}")))
    }
}
