//! Values of any size under names of the store: what is larger than one value is written in parts.
//!
//! A value is either there as it was before, or as it is afterwards: its parts are written under names of their own
//! first, and the value under its name says which they are. The first byte says what a value is.

use serde_json::{Value, json};
use std::sync::Arc;
use workflow_runtime::store::{Put, Store, StoreError, StoreResult};

/// A value that is whole.
const WHOLE: u8 = b'=';
/// A value that names its parts.
const HEAD: u8 = b'/';
/// A part.
const PIECE: u8 = b'-';
/// The most bytes behind the first.
const MOST: usize = Put::VALUE - 1;
/// The values that are asked for at once.
const PAGE: usize = 32;

/// Writes a value, and removes the parts of the one before.
pub(crate) async fn write(store: &dyn Store, name: &str, bytes: &[u8]) -> StoreResult<()> {
    let old = exact(store, name).await?;
    let turn = old.as_deref().and_then(parts_of).map_or(0, |(turn, _)| turn + 1);
    if bytes.len() <= MOST {
        set(store, name, WHOLE, bytes).await?;
    } else {
        let mut count = 0_u64;
        for part in bytes.chunks(MOST) {
            set(store, &part_name(name, turn, count), PIECE, part).await?;
            count += 1;
        }
        set(store, name, HEAD, json!([turn, count]).to_string().as_bytes()).await?;
    }
    remove_parts(store, name, old.as_deref()).await
}

/// Removes a value.
pub(crate) async fn remove(store: &dyn Store, name: &str) -> StoreResult<()> {
    let old = exact(store, name).await?;
    store.put(Put::new(name, None)).await?;
    remove_parts(store, name, old.as_deref()).await
}

/// Reads all values whose names begin with `prefix`, without it: names and values.
pub(crate) async fn read(store: &dyn Store, prefix: &str) -> StoreResult<Vec<(String, Vec<u8>)>> {
    let (mut all, mut after) = (vec![], None::<Arc<str>>);
    loop {
        let page = store.values(prefix, after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after = Some(last.name.clone());
        for named in &page {
            if let Some(bytes) = whole(store, &named.name, &named.value).await? {
                let name = named.name.get(prefix.len()..).unwrap_or_default();
                all.push((name.to_owned(), bytes));
            }
        }
    }
}

/// The bytes of a value that may stand in parts; `None` if it is itself a part.
async fn whole(store: &dyn Store, name: &str, value: &[u8]) -> StoreResult<Option<Vec<u8>>> {
    if let Some((&WHOLE, bytes)) = value.split_first() {
        return Ok(Some(bytes.to_vec()));
    }
    let Some((turn, count)) = parts_of(value) else { return Ok(None) };
    let mut bytes = vec![];
    for number in 0..count {
        let part = exact(store, &part_name(name, turn, number)).await?;
        let part = part.ok_or_else(|| {
            StoreError::Fatal(format!("the store has no part {number} of the value `{name}`"))
        })?;
        bytes.extend_from_slice(part.get(1..).unwrap_or_default());
    }
    Ok(Some(bytes))
}

/// The value of exactly this name: the first of those that begin so.
async fn exact(store: &dyn Store, name: &str) -> StoreResult<Option<Arc<[u8]>>> {
    let found = store.values(name, None, 1).await?;
    Ok(found.into_iter().find(|it| *it.name == *name).map(|it| it.value))
}

async fn remove_parts(store: &dyn Store, name: &str, old: Option<&[u8]>) -> StoreResult<()> {
    let Some((turn, count)) = old.and_then(parts_of) else { return Ok(()) };
    for number in 0..count {
        store.put(Put::new(part_name(name, turn, number), None)).await?;
    }
    Ok(())
}

/// The turn and the number of the parts that a value names.
fn parts_of(value: &[u8]) -> Option<(u64, u64)> {
    let (&HEAD, rest) = value.split_first()? else { return None };
    let numbers: Value = serde_json::from_slice(rest).ok()?;
    Some((numbers[0].as_u64()?, numbers[1].as_u64()?))
}

fn part_name(name: &str, turn: u64, number: u64) -> String {
    format!("{name}/{turn}/{number}")
}

async fn set(store: &dyn Store, name: &str, kind: u8, bytes: &[u8]) -> StoreResult<()> {
    let value: Arc<[u8]> = [&[kind], bytes].concat().into();
    store.put(Put::new(name, Some(value))).await.map(drop)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use workflow_runtime::store::MemoryStore;

    async fn names(store: &MemoryStore) -> usize {
        store.values("", None, 1_000).await.unwrap().len()
    }

    #[tokio::test]
    async fn values_of_all_sizes_are_written_over_and_removed() {
        let store = MemoryStore::default();
        for size in [0, 1, MOST, MOST + 1, 3 * MOST + 5, MOST + 1, 2] {
            let bytes: Vec<u8> = (0..size).map(|it| (it % 251) as u8).collect();
            write(&store, "a/b", &bytes).await.unwrap();
            assert_eq!(read(&store, "a/").await.unwrap(), [("b".to_owned(), bytes)], "{size}");
            assert_eq!(names(&store).await, 1 + if size > MOST { size.div_ceil(MOST) } else { 0 });
        }
        write(&store, "a/b", &vec![b'='; 2 * MOST]).await.unwrap();
        remove(&store, "a/b").await.unwrap();
        assert_eq!(names(&store).await, 0);
    }

    #[tokio::test]
    async fn a_missing_part_is_said() {
        let store = MemoryStore::default();
        write(&store, "a", &vec![0; 2 * MOST]).await.unwrap();
        store.put(Put::new("a/0/1", None)).await.unwrap();
        let error = read(&store, "a").await.unwrap_err();
        assert_eq!(error.to_string(), "the store has no part 1 of the value `a`");
    }
}
