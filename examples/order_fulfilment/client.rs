//! A client for the services next door: HTTP/1.1, one request a connection, JSON.

use serde_json::Value;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use workflow::Failure;

/// The most that an answer may have.
const LARGEST: u64 = 1 << 20;

pub struct Client {
    pub address: SocketAddr,
}

/// An answer that is none of 5xx.
pub struct Reply {
    pub status: u16,
    pub body: Value,
}

impl Client {
    pub async fn get(&self, path: &str) -> Result<Reply, Failure> {
        let reply = self.send(&format!("GET {path}"), "", "").await?;
        match reply.status {
            200 => Ok(reply),
            status => {
                Err(Failure::new("NotFound", format!("GET {path} was answered with {status}")))
            }
        }
    }

    pub async fn post(&self, path: &str, key: &str, body: &Value) -> Result<Reply, Failure> {
        let key = format!("Idempotency-Key: {key}\r\n");
        self.send(&format!("POST {path}"), &key, &body.to_string()).await
    }

    async fn send(&self, request: &str, header: &str, body: &str) -> Result<Reply, Failure> {
        let unavailable = |why: String| Failure::new("Unavailable", format!("{request}: {why}"));
        let (host, length) = (self.address, body.len());
        let text = format!(
            "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}Content-Length: {length}\r\n\r\n{body}"
        );
        let answer = self.exchange(&text).await.map_err(|error| unavailable(error.to_string()))?;
        let reply = parse(&answer).ok_or_else(|| unavailable("no HTTP answer".to_owned()))?;
        if reply.status >= 500 {
            return Err(unavailable(format!("status {}", reply.status)));
        }
        Ok(reply)
    }

    async fn exchange(&self, request: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(self.address).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.take(LARGEST).read_to_string(&mut answer).await?;
        Ok(answer)
    }
}

fn parse(answer: &str) -> Option<Reply> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let body = if body.is_empty() { Value::Null } else { serde_json::from_str(body).ok()? };
    Some(Reply { status, body })
}

impl Reply {
    pub fn number(&self, field: &str) -> Result<u64, Failure> {
        self.body[field].as_u64().ok_or_else(|| self.lacks(field))
    }

    pub fn text(&self, field: &str) -> Result<String, Failure> {
        self.body[field].as_str().map(str::to_owned).ok_or_else(|| self.lacks(field))
    }

    fn lacks(&self, field: &str) -> Failure {
        Failure::new(
            "BadAnswer",
            format!("an answer lacks `{field}`: {} {}", self.status, self.body),
        )
    }
}
