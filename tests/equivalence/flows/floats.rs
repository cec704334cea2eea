//! Orders of numbers that have none only where they are not JSON.

use super::tasks::*;
use crate::prove;
use std::cmp::Ordering::{self, Equal};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Offer {
    who: String,
    price: f64,
    #[serde(default)]
    rate: Option<f64>,
}

/// Orders by numbers that have no order only where they are not JSON.
#[workflow]
pub async fn cheapest(mut offers: Vec<Offer>) -> Result<Vec<String>, Failure> {
    let best = offers
        .iter()
        .min_by(|a, b| a.price.partial_cmp(&b.price).unwrap_or(Ordering::Equal))
        .map(|offer| offer.who.clone());
    let dear = offers
        .iter()
        .max_by(|a, b| (a.rate.partial_cmp(&b.rate)).unwrap_or_else(|| std::cmp::Ordering::Less))
        .map(|offer| offer.who.clone());
    offers.sort_by(|a, b| {
        b.price.partial_cmp(&a.price).unwrap_or(Equal).then_with(|| a.who.cmp(&b.who))
    });
    ping().await?;
    for offer in &offers {
        note(offer.who.clone()).await?;
    }
    Ok([best, dear].into_iter().flatten().collect())
}

#[test]
fn floats_are_ordered() {
    prove!(cheapest(offers): note, ping; failing = 2, items = 4, words = &["a", "b"], seeds = 300)
        .run();
}
