//! A client of the API on a connection that stays.

use serde_json::Value;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The longest time of one call.
const PATIENCE: Duration = Duration::from_secs(300);

pub struct Client {
    address: String,
    stream: BufReader<TcpStream>,
    request: Vec<u8>,
    body: Vec<u8>,
}

impl Client {
    pub fn open(address: &str) -> Result<Self, Error> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let stream = BufReader::new(stream);
        Ok(Client { address: address.to_owned(), stream, request: vec![], body: vec![] })
    }

    /// Calls an operation. A server may have closed the connection meanwhile: then once more.
    pub fn call(&mut self, operation: &str, body: &Value) -> Result<Value, String> {
        self.write(operation, body);
        let answered = self.exchange().or_else(|error| match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Err(error),
            _ => {
                self.stream = Client::open(&self.address)?.stream;
                self.exchange()
            }
        });
        let status = answered.map_err(|error| format!("{operation}: {error}"))?;
        let text = || String::from_utf8_lossy(&self.body);
        if status != 200 {
            return Err(format!("{operation}: {status} {}", text()));
        }
        serde_json::from_slice(&self.body).map_err(|_| format!("{operation}: {}", text()))
    }

    fn write(&mut self, operation: &str, body: &Value) {
        let body = body.to_string();
        self.request.clear();
        let (address, length) = (&self.address, body.len());
        // A signature that nobody checks; some servers read the account and the region from it.
        write!(
            self.request,
            "POST / HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/x-amz-json-1.0\r\n\
             X-Amz-Target: AWSStepFunctions.{operation}\r\nX-Amz-Date: 20261129T000000Z\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=123456789012/20261129/us-east-1/states/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature=00\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
    }

    fn exchange(&mut self) -> Result<u16, Error> {
        self.stream.get_mut().write_all(&self.request)?;
        let broken = || Error::new(ErrorKind::InvalidData, "no HTTP");
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        let status = line.split(' ').nth(1).and_then(|it| it.parse().ok()).ok_or_else(broken)?;
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(':') else { break };
            match &*name.to_ascii_lowercase() {
                "content-length" => length = value.trim().parse().map_err(|_| broken())?,
                "transfer-encoding" => chunked = true,
                _ => {}
            }
        }
        self.body.clear();
        if !chunked {
            self.body.resize(length, 0);
            self.stream.read_exact(&mut self.body)?;
            return Ok(status);
        }
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16).map_err(|_| broken())?;
            let from = self.body.len();
            self.body.resize(from + length, 0);
            self.stream.read_exact(&mut self.body[from..])?;
            self.stream.read_exact(&mut [0; 2])?;
            if length == 0 {
                return Ok(status);
            }
        }
    }
}
