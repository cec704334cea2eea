//! Sets, whose JSON may have its items in any order and more than once; and maps without an order.

use super::tasks::*;
use crate::prove;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
pub struct Herb(pub String);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Bed {
    rows: BTreeSet<i16>,
    #[serde(default)]
    herbs: BTreeSet<Herb>,
    weeds: Option<BTreeSet<char>>,
    signs: HashMap<u8, String>,
}

#[task]
pub async fn sown(bed: Bed) -> Result<BTreeSet<i16>, Failure> {
    Ok(bed.rows)
}

#[task]
pub async fn weeded(all: BTreeSet<char>) -> Result<Bed, Failure> {
    Ok(Bed {
        rows: BTreeSet::new(),
        herbs: BTreeSet::new(),
        weeds: Some(all),
        signs: HashMap::new(),
    })
}

/// Every method; a set in a variable, as a whole, as a field, in a loop over a part, and one that a task answers with.
#[workflow]
pub async fn sets(bed: Bed, n: i16) -> Result<(Vec<i16>, BTreeSet<i16>, usize), Failure> {
    let mut seen = vec![];
    for row in bed.rows.clone() {
        note(format!("row {row}")).await?;
        seen.push(row);
    }
    let mut rows = sown(bed.clone()).await?;
    let answered = rows.len();
    rows.insert(n);
    rows.remove(&3);
    rows.extend(vec![7, 7, -1]);
    note(format!("{} of {answered}", rows.len())).await?;
    rows.retain(|row| *row != 5);
    if rows.contains(&n) && !bed.rows.is_empty() {
        if rows.first().is_some_and(|first| *first < 0) {
            note("below".to_owned()).await?;
        }
    }
    if let Some(last) = rows.last().copied() {
        seen.push(last);
    }
    seen.extend(rows.iter().map(|row| row % 7).collect::<Vec<i16>>());
    Ok((seen, rows, answered))
}

/// Equality of sets and of what holds them, sets that are made, and items of a Map.
#[workflow]
pub async fn sets_compared(one: Bed, other: Bed) -> Result<(Vec<u32>, BTreeSet<Herb>), Failure> {
    if one.rows == other.rows || one == other {
        ping().await?;
    }
    let all: BTreeSet<Herb> = one.herbs.iter().chain(other.herbs.iter()).cloned().collect();
    let sizes = map(all.clone(), async |herb| {
        note(herb.0.clone()).await?;
        Ok(herb.0.chars().count() as u32)
    })
    .await?;
    let none = BTreeSet::from([2_i16, 1, 2]);
    if none == one.rows || all.contains(&Herb("a".to_owned())) {
        note(format!("{}", none.len())).await?;
    }
    let back = weeded(one.weeds.clone().unwrap_or_default()).await?;
    if back.weeds == other.weeds {
        ping().await?;
    }
    for weed in back.weeds.unwrap_or_default() {
        note(weed.to_string()).await?;
    }
    Ok((sizes, all))
}

/// Sets without a key of their own: in lists, in maps, in tuples.
#[workflow]
pub async fn sets_within(
    lists: Vec<BTreeSet<u8>>,
    named: BTreeMap<String, BTreeSet<u8>>,
) -> Result<(Vec<u8>, usize, bool), Failure> {
    let mut turns = 0;
    for set in lists.clone() {
        note(format!("{}", set.len())).await?;
        turns += set.len();
    }
    let flat: Vec<u8> = lists.iter().flat_map(|set| set.iter().copied()).collect();
    let found = named.values().any(|set| lists.contains(set));
    Ok((flat, turns, found))
}

/// Maps whose entries have no order: what needs none.
#[workflow]
pub async fn maps_without_order(bed: Bed, at: u8) -> Result<(HashMap<u8, String>, usize), Failure> {
    let mut signs = bed.signs.clone();
    note(signs.get(&at).cloned().unwrap_or_default()).await?;
    signs.insert(at, "new".to_owned());
    signs.remove(&2);
    let mut counts: HashMap<String, u32> = HashMap::from([("a".to_owned(), 1)]);
    for herb in bed.herbs.clone() {
        *counts.entry(herb.0.clone()).or_insert(0) += 1;
        ping().await?;
    }
    if signs == bed.signs || counts.contains_key("b") || bed.signs.is_empty() {
        note(format!("{}", counts["a"])).await?;
    }
    Ok((signs, counts.len()))
}

#[test]
fn sets_and_maps_without_order_agree() {
    prove!(sets(bed, n): note, sown; items = 4, seeds = 400).run();
    prove!(sets_compared(one, other): note, ping, weeded; items = 3, seeds = 400).run();
    prove!(sets_within(lists, named): note; items = 3, seeds = 300).run();
    prove!(maps_without_order(bed, at): note, ping; items = 3, seeds = 300).run();
}
