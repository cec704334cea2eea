//! The world outside, on this machine: a price list, a bank that is not always well, and a carrier.

use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// In cents.
const PRICES: &[(&str, u32)] = &[("tea", 650), ("kettle", 4_900), ("samovar", 61_000)];

/// How long an answer is on its way.
const FAR_AWAY: Duration = Duration::from_millis(20);

/// The most that a request may have.
const LARGEST: u64 = 1 << 16;

/// What the bank remembers: the payment of each idempotency key.
#[derive(Default)]
struct Bank(Mutex<HashMap<String, String>>);

struct Request {
    method: String,
    path: String,
    key: String,
    body: Value,
}

/// Listens on a free port of this machine, until the program ends.
pub async fn start() -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let bank = Arc::new(Bank::default());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let bank = bank.clone();
            // A client that breaks off has nobody to tell.
            tokio::spawn(async move { serve(stream, &bank).await.ok() });
        }
    });
    Ok(address)
}

async fn serve(stream: TcpStream, bank: &Bank) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let request = read(&mut stream).await?;
    tokio::time::sleep(FAR_AWAY).await;
    let (status, body) = answer(&request, bank);
    let body = body.to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await?;
    stream.shutdown().await
}

async fn read(stream: &mut BufReader<TcpStream>) -> std::io::Result<Request> {
    let mut stream = stream.take(LARGEST);
    let (mut first, mut key, mut length) = (String::new(), String::new(), 0);
    stream.read_line(&mut first).await?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "idempotency-key" => value.trim().clone_into(&mut key),
            "content-length" => length = value.trim().parse().unwrap_or(0),
            _ => {}
        }
    }
    let mut body = String::new();
    stream.take(length).read_to_string(&mut body).await?;
    let mut words = first.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    Ok(Request { method, path, key, body: serde_json::from_str(&body).unwrap_or(Value::Null) })
}

fn answer(request: &Request, bank: &Bank) -> (&'static str, Value) {
    let parts: Vec<&str> = request.path.split('/').skip(1).collect();
    match (request.method.as_str(), &parts[..]) {
        ("GET", ["prices", sku]) => match PRICES.iter().find(|(known, _)| known == sku) {
            Some((_, cents)) => ("200 OK", json!({ "cents": cents })),
            None => ("404 Not Found", Value::Null),
        },
        ("POST", ["payments"]) => bank.pay(request),
        ("POST", ["refunds", _]) => ("200 OK", json!({})),
        ("GET", ["carriers", tracking]) => {
            let days = if tracking.starts_with("post") { 3 } else { 1 };
            ("200 OK", json!({ "days": days }))
        }
        _ => ("404 Not Found", Value::Null),
    }
}

impl Bank {
    /// Cards that end in 0002 are declined. With those that end in 0119 the bank takes the money, and is then
    /// too busy to say so: who asks again with the same key is told of the same payment.
    fn pay(&self, request: &Request) -> (&'static str, Value) {
        let card = request.body["card"].as_str().unwrap_or_default();
        if card.ends_with("0002") {
            return ("402 Payment Required", json!({ "reason": "there is not enough money" }));
        }
        let mut payments = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = payments.len() + 1;
        let mut new = false;
        let id = payments.entry(request.key.clone()).or_insert_with(|| {
            new = true;
            format!("pay-{number}")
        });
        if new && card.ends_with("0119") {
            return ("503 Service Unavailable", Value::Null);
        }
        ("200 OK", json!({ "id": id }))
    }
}
