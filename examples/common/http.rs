//! HTTP/1.1 on this machine, as much of it as the examples need: connections are kept, bodies are JSON or a page.

use serde_json::Value;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use workflow::Failure;

/// The most that a message may have.
const LARGEST: u64 = 1 << 20;

/// So many requests of a client are under way at the same time; the others wait.
const AT_ONCE: usize = 64;

/// What a service is asked.
pub struct Request {
    pub method: String,
    pub path: String,
    /// What the header `Idempotency-Key` says.
    pub key: String,
    pub body: Value,
}

/// What it answers. A text is a page, everything else is JSON.
pub struct Reply {
    pub status: u16,
    pub body: Value,
}

/// Answers requests on a free port of this machine, until the program ends.
pub async fn serve<F, A>(answer: F) -> Result<SocketAddr>
where
    F: Fn(Request) -> A + Clone + Send + Sync + 'static,
    A: Future<Output = Reply> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let answer = answer.clone();
            // A client that breaks off has nobody to tell.
            tokio::spawn(async move { converse(BufReader::new(stream), answer).await.ok() });
        }
    });
    Ok(address)
}

async fn converse<A: Future<Output = Reply>>(
    mut stream: BufReader<TcpStream>,
    answer: impl Fn(Request) -> A,
) -> Result<()> {
    while let Some(Message { first, key, body }) = read(&mut stream).await? {
        let mut words = first.split(' ').map(str::to_owned);
        let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let reply = answer(Request { method, path, key, body }).await;
        write(&mut stream, &format!("HTTP/1.1 {} -", reply.status), "", &reply.body).await?;
    }
    Ok(())
}

/// Asks a service.
pub struct Client {
    address: SocketAddr,
    turns: Semaphore,
    idle: Mutex<Vec<BufReader<TcpStream>>>,
}

impl Client {
    pub fn new(address: SocketAddr) -> Self {
        Client { address, turns: Semaphore::new(AT_ONCE), idle: Mutex::default() }
    }

    /// What is there, or a failure.
    pub async fn get(&self, path: &str) -> std::result::Result<Reply, Failure> {
        let reply = self.send("GET", path, "", &Value::Null).await?;
        match reply.status {
            200 => Ok(reply),
            status => {
                Err(Failure::new("NotFound", format!("GET {path} was answered with {status}")))
            }
        }
    }

    /// Asks for something that must be done once, however often it is asked for under the same key.
    pub async fn post(
        &self,
        path: &str,
        key: &str,
        body: &Value,
    ) -> std::result::Result<Reply, Failure> {
        self.send("POST", path, key, body).await
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        key: &str,
        body: &Value,
    ) -> std::result::Result<Reply, Failure> {
        let failed =
            |error: &'static str, why: &str| Failure::new(error, format!("{method} {path}: {why}"));
        match self.exchange(&format!("{method} {path} HTTP/1.1"), key, body).await {
            Ok(Reply { status: 429, .. }) => Err(failed("Throttled", "status 429")),
            Ok(Reply { status: status @ 500.., .. }) => {
                Err(failed("Unavailable", &format!("status {status}")))
            }
            Ok(reply) => Ok(reply),
            Err(error) => Err(failed("Unavailable", &error.to_string())),
        }
    }

    async fn exchange(&self, first: &str, key: &str, body: &Value) -> Result<Reply> {
        let _turn = self.turns.acquire().await.map_err(Error::other)?;
        let idle = self.idle().pop();
        let mut stream = match idle {
            Some(stream) => stream,
            None => BufReader::new(TcpStream::connect(self.address).await?),
        };
        write(
            &mut stream,
            first,
            &format!("Host: {}\r\nIdempotency-Key: {key}\r\n", self.address),
            body,
        )
        .await?;
        let reply = read(&mut stream).await?.ok_or(ErrorKind::UnexpectedEof)?;
        self.idle().push(stream);
        let status = reply.first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| Error::new(ErrorKind::InvalidData, "no HTTP answer"))?;
        Ok(Reply { status, body: reply.body })
    }

    fn idle(&self) -> MutexGuard<'_, Vec<BufReader<TcpStream>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reply {
    pub fn new(status: u16, body: Value) -> Self {
        Reply { status, body }
    }

    pub fn number(&self, field: &str) -> std::result::Result<u64, Failure> {
        self.body[field].as_u64().ok_or_else(|| self.lacks(field))
    }

    pub fn text(&self, field: &str) -> std::result::Result<String, Failure> {
        self.body[field].as_str().map(str::to_owned).ok_or_else(|| self.lacks(field))
    }

    fn lacks(&self, field: &str) -> Failure {
        let cause = format!("an answer lacks `{field}`: {} {}", self.status, self.body);
        Failure::new("BadAnswer", cause)
    }
}

/// A request or a reply.
struct Message {
    first: String,
    key: String,
    body: Value,
}

/// `None`: there is no more.
async fn read(stream: &mut BufReader<TcpStream>) -> Result<Option<Message>> {
    let mut stream = stream.take(LARGEST);
    let (mut first, mut key, mut length) = (String::new(), String::new(), 0);
    if stream.read_line(&mut first).await? == 0 {
        return Ok(None);
    }
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
    let mut text = String::new();
    stream.take(length).read_to_string(&mut text).await?;
    let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
    Ok(Some(Message { first, key, body }))
}

async fn write(
    stream: &mut BufReader<TcpStream>,
    first: &str,
    headers: &str,
    body: &Value,
) -> Result<()> {
    let (kind, body) = match body {
        Value::Null => ("application/json", String::new()),
        Value::String(page) => ("text/html; charset=utf-8", page.clone()),
        json => ("application/json", json.to_string()),
    };
    let length = body.len();
    let head =
        format!("{first}\r\n{headers}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
    stream.write_all((head + &body).as_bytes()).await
}
