//! A server on a socket, and requests written by hand.
#![allow(dead_code, reason = "each test uses some")]

use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use workflow_server::Service;
use workflow_server::http::{Options, Server};

/// A server in this process.
pub struct Running {
    pub address: SocketAddr,
    pub stop: oneshot::Sender<()>,
    pub ended: JoinHandle<()>,
    pub service: Service,
}

/// Starts a server with these settings on a port that is free.
pub async fn server(set: impl FnOnce(&mut Options)) -> Running {
    let service = Service::builder().hold(Duration::from_secs(30)).open().await.unwrap();
    let mut options = Options::default();
    options.address.set_port(0);
    set(&mut options);
    let server = Server::bind(service.clone(), options).await.unwrap();
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = tokio::spawn(server.run(async { drop(stopped.await) }));
    Running { address, stop, ended, service }
}

/// The text of a call of the API.
pub fn request(target: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST / HTTP/1.1\r\nHost: localhost:8083\r\nContent-Type: application/x-amz-json-1.0\r\n\
        X-Amz-Target: AWSStepFunctions.{target}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

/// Reads one response: its status, its head in small letters, its body.
pub async fn response(stream: &mut (impl AsyncRead + Unpin)) -> (u16, String, String) {
    answer(stream, true).await
}

/// The same; the response to HEAD has no body, whatever its length says.
async fn answer(stream: &mut (impl AsyncRead + Unpin), whole: bool) -> (u16, String, String) {
    let mut bytes = vec![];
    let mut part = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length = length.filter(|_| whole).unwrap_or("0").parse().unwrap();
            if body.len() >= length {
                let status = head.split(' ').nth(1).unwrap().parse().unwrap();
                return (status, head, body[..length].to_owned());
            }
        }
        let count = stream.read(&mut part).await.unwrap();
        assert_ne!(count, 0, "cut off: {:?}", String::from_utf8_lossy(&bytes));
        bytes.extend_from_slice(&part[..count]);
    }
}

/// Sends a request on a connection of its own.
pub async fn exchange(address: SocketAddr, text: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    answer(&mut stream, !text.starts_with("HEAD ")).await
}
