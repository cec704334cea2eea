//! The world outside, on this machine: a price list, a bank that is not always well, and a carrier.

use super::common::http::{self, Reply, Request};
use super::shop::Shop;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// In cents.
const PRICES: &[(&str, u32)] = &[("tea", 650), ("kettle", 4_900), ("samovar", 61_000)];

/// How long an answer is on its way.
const FAR_AWAY: Duration = Duration::from_millis(20);

/// The bank.
struct Bank(Shop);

/// Listens on a free port of this machine, until the program ends.
pub async fn start(shop: &Shop) -> std::io::Result<SocketAddr> {
    let bank = Arc::new(Bank(shop.clone()));
    http::serve(move |request| {
        let bank = bank.clone();
        async move {
            tokio::time::sleep(FAR_AWAY).await;
            answer(&request, &bank)
        }
    })
    .await
}

fn answer(request: &Request, bank: &Bank) -> Reply {
    let parts: Vec<&str> = request.path.split('/').skip(1).collect();
    match (request.method.as_str(), &parts[..]) {
        ("GET", ["prices", sku]) => match PRICES.iter().find(|(known, _)| known == sku) {
            Some((_, cents)) => Reply::new(200, json!({ "cents": cents })),
            None => Reply::new(404, Value::Null),
        },
        ("POST", ["payments"]) => bank.pay(request),
        ("POST", ["refunds", _]) => Reply::new(200, json!({})),
        ("GET", ["carriers", tracking]) => {
            let days = if tracking.starts_with("post") { 3 } else { 1 };
            Reply::new(200, json!({ "days": days }))
        }
        _ => Reply::new(404, Value::Null),
    }
}

impl Bank {
    /// Cards that end in 0002 are declined. With those that end in 0119 the bank takes the money, and is then
    /// too busy to say so: who asks again with the same key is told of the same payment.
    fn pay(&self, request: &Request) -> Reply {
        let card = request.body["card"].as_str().unwrap_or_default();
        if card.ends_with("0002") {
            return Reply::new(402, json!({ "reason": "there is not enough money" }));
        }
        let Ok((id, new)) = self.0.banked(&request.key) else {
            return Reply::new(500, Value::Null);
        };
        if new && card.ends_with("0119") {
            return Reply::new(503, Value::Null);
        }
        Reply::new(200, json!({ "id": id }))
    }
}
