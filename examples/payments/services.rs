//! The services outside, on this machine: they judge risks, charge cards and send receipts. With bad luck they are
//! down, busy, slow, or do what they are asked and lose the answer.

use super::common::http::{self, Reply, Request};
use super::luck::Luck;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long an answer is on its way, and how long it is when nobody waits for it any more.
const FAR_AWAY: Duration = Duration::from_millis(2);
const TOO_LATE: Duration = Duration::from_secs(3);

/// The requests to the services, by idempotency key. Cheap to clone.
#[derive(Clone, Default)]
pub struct Services {
    charges: Arc<Mutex<HashMap<String, Charge>>>,
    luck: Luck,
}

#[derive(Clone)]
struct Charge {
    id: String,
    cents: u64,
    refunded: bool,
}

impl Services {
    pub fn new(luck: Luck) -> Self {
        Services { luck, ..Services::default() }
    }

    /// Listens on a free port of this machine, until the program ends.
    pub async fn start(&self) -> std::io::Result<SocketAddr> {
        let services = self.clone();
        http::serve(move |request| {
            let services = services.clone();
            async move { services.answer(request).await }
        })
        .await
    }

    async fn answer(&self, request: Request) -> Reply {
        let parts: Vec<&str> = request.path.split('/').skip(1).collect();
        let what = format!("{} {} {}", request.path, request.key, request.body);
        let bad_luck = |percent, how| self.luck.strikes(percent, &format!("{how} {what}"));
        tokio::time::sleep(FAR_AWAY).await;
        match parts[..] {
            ["risks"] if bad_luck(1, "slow") => {
                tokio::time::sleep(TOO_LATE).await;
                Reply::new(503, Value::Null)
            }
            ["risks"] if bad_luck(5, "down") => Reply::new(503, Value::Null),
            ["risks"] => {
                let risk = if card(&request).ends_with("9995") { 97 } else { 12 };
                Reply::new(200, json!({ "risk": risk }))
            }
            ["charges" | "refunds", ..] if bad_luck(10, "busy") => Reply::new(429, Value::Null),
            ["charges"] if card(&request).ends_with("0002") => {
                Reply::new(402, json!({ "reason": "there is not enough money" }))
            }
            ["charges"] => {
                let charge = self.charge(&request);
                // The money is taken, and the answer lost.
                if bad_luck(5, "lost") { Reply::new(503, Value::Null) } else { charge }
            }
            ["refunds", charge] => self.refund(charge),
            ["receipts"] if bad_luck(15, "down") => Reply::new(503, Value::Null),
            ["receipts"] => Reply::new(200, json!({ "id": format!("R-{}", request.key) })),
            _ => Reply::new(404, Value::Null),
        }
    }

    fn charge(&self, request: &Request) -> Reply {
        let mut charges = self.charges();
        let number = charges.len() + 1;
        let charge = charges.entry(request.key.clone()).or_insert_with(|| Charge {
            id: format!("charge-{number}"),
            cents: request.body["cents"].as_u64().unwrap_or(0),
            refunded: false,
        });
        Reply::new(200, json!({ "id": charge.id }))
    }

    fn refund(&self, id: &str) -> Reply {
        match self.charges().values_mut().find(|charge| charge.id == id) {
            Some(charge) => {
                charge.refunded = true;
                Reply::new(200, json!({}))
            }
            None => Reply::new(404, Value::Null),
        }
    }

    /// How much was taken from cards and not given back, in cents.
    pub fn taken(&self) -> u64 {
        let charges = self.charges();
        charges.values().filter(|charge| !charge.refunded).map(|charge| charge.cents).sum()
    }

    fn charges(&self) -> MutexGuard<'_, HashMap<String, Charge>> {
        self.charges.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn card(request: &Request) -> &str {
    request.body["card"].as_str().unwrap_or_default()
}
