//! Orders of what has parts: tuples, options, `bool`s.

use super::tasks::*;
use crate::prove;
use std::cmp::Reverse;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Bid {
    who: String,
    cents: u8,
    #[serde(default)]
    firm: bool,
    until: Option<i8>,
    lot: (u8, String),
}

/// Sorts by keys of several parts, one of which may be absent.
#[workflow]
pub async fn sorted_by_parts(mut bids: Vec<Bid>, most: (u8, bool)) -> Result<Vec<String>, Failure> {
    bids.sort_by_key(|bid| (bid.firm, Reverse(bid.until), bid.who.len(), bid.who.clone()));
    let mut pairs: Vec<(Option<i8>, String)> =
        bids.iter().map(|bid| (bid.until, bid.who.clone())).collect();
    pairs.sort();
    ping().await?;
    let mut told: Vec<String> = pairs.into_iter().map(|(_, who)| who).collect();
    told.extend(bids.iter().filter(|bid| (bid.cents, bid.firm) >= most).map(|bid| bid.who.clone()));
    bids.sort_by(|a, b| b.firm.cmp(&a.firm).then_with(|| a.lot.cmp(&b.lot)));
    for bid in bids {
        note(bid.who).await?;
    }
    Ok(told)
}

/// The best by such keys, and comparisons of options.
#[workflow]
pub async fn best_by_parts(
    bids: Vec<Bid>,
    limit: Option<i8>,
) -> Result<(Option<String>, u32), Failure> {
    let least = bids.iter().min_by_key(|bid| (!bid.firm, bid.cents)).map(|bid| bid.who.clone());
    let last = bids.iter().map(|bid| bid.lot.clone()).max();
    ping().await?;
    if last > Some((9, "b".to_owned())) {
        note("late".to_owned()).await?;
    }
    let mut count = 0;
    for bid in &bids {
        if bid.until < limit {
            count += 1;
        }
        if bid.until >= Some(3) && bid.firm <= (bid.cents > 7) {
            count += 10;
        }
    }
    Ok((least, count))
}

/// Integers that a double does not hold, in a part.
#[workflow]
pub async fn ordered_beyond(
    mut pairs: Vec<(i64, bool)>,
    than: (i64, bool),
) -> Result<(bool, Vec<(i64, bool)>), Failure> {
    let less = pairs.first().is_some_and(|first| *first < than);
    ping().await?;
    pairs.sort();
    Ok((less, pairs))
}

#[test]
fn parts_are_ordered_one_after_the_other() {
    prove!(sorted_by_parts(bids, most): note, ping; failing = 2, items = 4, words = &["a", "b"], seeds = 300).run();
    prove!(best_by_parts(bids, limit): note, ping; items = 4, words = &["a", "b"], seeds = 300)
        .run();
    prove!(ordered_beyond(pairs, than): ping; wild = 3, items = 4, seeds = 300).run();
}
