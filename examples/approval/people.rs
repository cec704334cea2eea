//! The people who are asked: Grace says yes, Charles says no, and nobody else says anything but you.

use super::common::http::Client;
use super::workflow::Expense;
use serde_json::json;
use std::net::SocketAddr;
use std::time::Duration;

/// How long somebody thinks.
const A_WHILE: Duration = Duration::from_millis(700);

/// Somebody hears of an expense, and answers on the page.
pub fn hears(desk: Client, address: SocketAddr, expense: &Expense) {
    let answer = match expense.approver.as_str() {
        "Grace" => "yes",
        "Charles" => "no",
        "you" => return println!("\n  Your answer, please: http://{address}/\n"),
        _ => return,
    };
    let path = format!("/{}/{answer}", expense.id);
    tokio::spawn(async move {
        tokio::time::sleep(A_WHILE).await;
        // Whoever does not reach the desk is asked again tomorrow.
        desk.post(&path, "", &json!({ "why": "that was private" })).await.ok();
    });
}
