//! References to large values: kept, compared, chosen, passed on.

use super::tasks::*;
use crate::prove;
use std::collections::BTreeMap;
use workflow::prelude::*;

/// The value in the store; no workflow sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pages(Vec<String>);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Shelf {
    pub label: String,
    pub newest: Large<Pages>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<Large<Pages>>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Found {
    Nothing,
    One(Large<Pages>),
    Many { all: Vec<Large<Pages>>, first: Large<Pages> },
}

#[task]
pub async fn bind(label: String) -> Result<Large<Pages>, Failure> {
    Err(Failure::runtime(label))
}
#[task]
pub async fn weigh(pages: Large<Pages>, label: String) -> Result<u32, Trouble> {
    Ok(pages.bytes() + label.len() as u32)
}
#[task]
pub async fn seek(shelf: Shelf) -> Result<Found, Failure> {
    Ok(Found::One(shelf.newest))
}

/// Compares references, keeps the older one, and hands both on.
#[workflow]
pub async fn shelve(shelf: Shelf, others: Vec<Large<Pages>>) -> Result<(Shelf, u32), Failure> {
    let bound = bind(shelf.label.clone()).await?;
    let known = others.contains(&bound) || shelf.former == Some(bound.clone());
    let mut weight = weigh(bound.clone(), shelf.label.clone()).await.unwrap_or_default() % 1000;
    let mut shelf = shelf;
    if bound != shelf.newest && !known {
        shelf = Shelf { former: Some(shelf.newest), newest: bound, ..shelf };
    }
    for other in others {
        if other == shelf.newest {
            weight += weigh(other, "again".to_owned()).await? % 1000;
        }
    }
    sleep(Duration::from_secs(5)).await;
    Ok((shelf, weight))
}

/// References in enums, maps and items.
#[workflow]
pub async fn sought(shelf: Shelf) -> Result<(Vec<u32>, BTreeMap<String, Large<Pages>>), Failure> {
    let mut kept = BTreeMap::new();
    kept.insert(shelf.label.clone(), shelf.newest.clone());
    let all = match seek(shelf.clone()).await? {
        Found::Nothing => vec![],
        Found::One(pages) => vec![pages, shelf.newest],
        Found::Many { all, first } => {
            kept.insert("first".to_owned(), first);
            all
        }
    };
    let weights = map(all, async |pages| {
        let weight = weigh(pages, "item".to_owned()).await.unwrap_or(7);
        Ok(weight % 1000)
    })
    .await?;
    Ok((weights, kept))
}

#[test]
fn references_agree() {
    let proof = prove!(shelve(shelf, others): bind, weigh;);
    proof.run();
    proof.survives(5);
    prove!(sought(shelf): seek, weigh;).run();
}
