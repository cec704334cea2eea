//! Trackers on this machine: one is well, one is down at first, one is too slow, and one is gone.

use super::common::http::{self, Reply};
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Longer than anybody waits.
const TOO_LATE: Duration = Duration::from_millis(2_500);

/// Listens on a free port of this machine, until the program ends.
pub async fn start() -> std::io::Result<SocketAddr> {
    let asked = Arc::new(AtomicU32::new(0));
    http::serve(move |request| {
        let asked = asked.clone();
        async move { answer(&request.path, &asked).await }
    })
    .await
}

async fn answer(path: &str, asked: &AtomicU32) -> Reply {
    match path {
        "/issues" => Reply::new(200, issues()),
        "/helpdesk" if asked.fetch_add(1, Ordering::SeqCst) == 0 => Reply::new(503, Value::Null),
        "/helpdesk" => Reply::new(200, helpdesk()),
        "/reviews" => {
            tokio::time::sleep(TOO_LATE).await;
            Reply::new(200, json!([]))
        }
        _ => Reply::new(404, Value::Null),
    }
}

fn issues() -> Value {
    json!([
        { "title": "Parcels without labels", "due_on": "2026-11-25" },
        { "title": "Prices < 0 are taken", "due_on": "2026-11-23" },
    ])
}

fn helpdesk() -> Value {
    json!([{ "subject": "Where is my samovar?", "deadline": "2026-11-24" }])
}
