//! The server on a socket, with requests written by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(feature = "http")]

mod common;

use common::{exchange, request, response, server};
use serde_json::Value;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use workflow_server::http::{Options, Server};

#[tokio::test]
async fn calls_come_over_one_connection() {
    let running = server(|_| {}).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    for number in 0..3 {
        let call = request("CreateActivity", &format!("{{\"name\":\"a{number}\"}}"));
        stream.write_all(call.as_bytes()).await.unwrap();
        let (status, head, body) = response(&mut stream).await;
        assert_eq!(status, 200);
        assert!(head.contains("content-type: application/x-amz-json-1.0"), "{head}");
        assert!(head.contains("x-amzn-requestid: "), "{head}");
        assert!(body.contains(&format!(":activity:a{number}")), "{body}");
    }
    let call = request("DescribeActivity", r#"{"activityArn":"x"}"#);
    stream.write_all(call.as_bytes()).await.unwrap();
    let (status, head, body) = response(&mut stream).await;
    assert_eq!(status, 400);
    assert!(head.contains("x-amzn-errortype: invalidarn"), "{head}");
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["__type"], "InvalidArn");
}

#[tokio::test]
async fn tools_for_localstack_learn_that_it_is_ready() {
    let running = server(|_| {}).await;
    let asked = "GET /_localstack/health HTTP/1.1\r\nHost: localhost:4566\r\n\r\n";
    let (status, _, body) = exchange(running.address, asked).await;
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &body["services"]["stepfunctions"]), (200, &"running".into()));
    let other = asked.replace("localhost", "example.com");
    assert_eq!(exchange(running.address, &other).await.0, 403);
}

#[tokio::test]
async fn requests_that_are_no_calls_are_refused() {
    let running = server(|options| options.reading = Duration::from_millis(300)).await;
    let call = request("ListActivities", "{}");
    let long = "x".repeat(400_000);
    for (text, status) in [
        (call.replace("localhost:8083", "example.com"), 403),
        (call.replace("Host: localhost:8083\r\n", ""), 403),
        (call.replace("\r\n\r\n", "\r\nOrigin: https://example.com\r\n\r\n"), 403),
        (call.replace("\r\n\r\n", "\r\nOrigin: http://localhost:9\r\n\r\n"), 200),
        (call.replace("localhost:8083", "sync-localhost:8083"), 200),
        (call.replace("POST / ", "GET / "), 404),
        (call.replace("POST / ", "POST /other "), 404),
        (call.replace("Content-Length: 2", "Content-Length: 9999999"), 413),
        // The rest of the body never comes.
        (call.replace("Content-Length: 2", "Content-Length: 3"), 408),
        (format!("GARBAGE\r\n\r\n{call}"), 400),
        (call.replace("\r\n\r\n", &format!("\r\nX: {long}\r\n\r\n")), 431),
    ] {
        let (found, _, body) = exchange(running.address, &text).await;
        assert_eq!(found, status, "{} {body}", text.chars().take(120).collect::<String>());
    }
    let (status, _, _) = exchange(running.address, &call).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn bodies_that_are_encoded_are_refused() {
    let running = server(|_| {}).await;
    let call = request("ListActivities", "{}");
    for (encoding, status) in [("gzip", 415), ("br", 415), ("identity", 200), ("Identity", 200)] {
        let head = format!("Content-Encoding: {encoding}\r\nContent-Length: 2");
        let text = call.replace("Content-Length: 2", &head);
        let (found, _, body) = exchange(running.address, &text).await;
        assert_eq!(found, status, "{encoding} {body}");
        let why = format!("Content-Encoding '{encoding}' is not supported");
        assert_eq!(body.contains(&why), status == 415, "{body}");
    }
}

#[tokio::test]
async fn the_trace_of_a_header_is_preferred() {
    let running = server(|_| {}).await;
    let definition = r#"{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}"#;
    let made = format!(
        r#"{{"name":"m","definition":"{definition}","roleArn":"arn:aws:iam::123456789012:role/r"}}"#
    );
    exchange(running.address, &request("CreateStateMachine", &made)).await;
    let own = "arn:aws:states:us-east-1:123456789012";
    for (name, header, trace) in
        [("a", "X-Amzn-Trace-Id: Root=1-head\r\n", "Root=1-head"), ("b", "", "Root=1-body")]
    {
        let start = format!(
            r#"{{"stateMachineArn":"{own}:stateMachine:m","name":"{name}","traceHeader":"Root=1-body"}}"#
        );
        let start = request("StartExecution", &start);
        let start = start.replace("Host: ", &format!("{header}Host: "));
        let (status, _, body) = exchange(running.address, &start).await;
        assert_eq!(status, 200, "{body}");
        let by = format!(r#"{{"executionArn":"{own}:execution:m:{name}"}}"#);
        let (_, _, body) = exchange(running.address, &request("DescribeExecution", &by)).await;
        assert!(body.contains(&format!(r#""traceHeader":"{trace}""#)), "{body}");
    }
}

#[tokio::test]
async fn slow_clients_are_cut_off() {
    let running = server(|options| options.reading = Duration::from_millis(200)).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(b"POST / HTTP/1.1\r\nHost: local").await.unwrap();
    let mut bytes = vec![];
    let ended = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut bytes)).await;
    // Told or not: the connection has ended.
    assert!(ended.is_ok());
}

#[tokio::test]
async fn a_worker_that_hangs_up_takes_no_task() {
    let running = server(|_| {}).await;
    let made = request("CreateActivity", r#"{"name":"a"}"#);
    exchange(running.address, &made).await;
    let arn = "arn:aws:states:us-east-1:123456789012:activity:a";
    let poll = request("GetActivityTask", &format!("{{\"activityArn\":\"{arn}\"}}"));
    for _ in 0..3 {
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        stream.write_all(poll.as_bytes()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        drop(stream);
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    let definition = format!(
        r#"{{\"StartAt\":\"S\",\"States\":{{\"S\":{{\"Type\":\"Task\",\"Resource\":\"{arn}\",\"End\":true}}}}}}"#
    );
    let made = format!(
        r#"{{"name":"m","definition":"{definition}","roleArn":"arn:aws:iam::123456789012:role/r"}}"#
    );
    let (status, _, body) = exchange(running.address, &request("CreateStateMachine", &made)).await;
    assert_eq!(status, 200, "{body}");
    let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m";
    let start = format!("{{\"stateMachineArn\":\"{machine}\",\"input\":\"5\"}}");
    exchange(running.address, &request("StartExecution", &start)).await;
    let (_, _, body) = exchange(running.address, &poll).await;
    assert!(body.contains("\"input\":\"5\""), "{body}");
}

#[tokio::test]
async fn a_server_that_stops_answers_workers_and_frees_its_port() {
    let running = server(|_| {}).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(request("CreateActivity", r#"{"name":"a"}"#).as_bytes()).await.unwrap();
    response(&mut stream).await;
    let arn = "arn:aws:states:us-east-1:123456789012:activity:a";
    let poll = request("GetActivityTask", &format!("{{\"activityArn\":\"{arn}\"}}"));
    stream.write_all(poll.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    running.stop.send(()).unwrap();
    let (status, _, body) = response(&mut stream).await;
    assert_eq!((status, &*body), (200, r#"{"taskToken":null}"#));
    // Before calls are given up.
    let ended = tokio::time::timeout(Duration::from_secs(4), running.ended).await;
    ended.expect("it does not stop").unwrap();
    running.service.shutdown(Duration::ZERO).await;
    let mut options = Options::default();
    options.address = running.address;
    Server::bind(running.service, options).await.unwrap();
}

#[tokio::test]
async fn a_port_that_is_taken_and_an_address_of_others_are_refused() {
    let running = server(|_| {}).await;
    let mut options = Options::default();
    options.address = running.address;
    let taken = Server::bind(running.service.clone(), options.clone()).await;
    assert_eq!(taken.err().unwrap().kind(), std::io::ErrorKind::AddrInUse);
    options.address = "0.0.0.0:0".parse().unwrap();
    let open = Server::bind(running.service, options).await.err().unwrap().to_string();
    assert!(open.starts_with("0.0.0.0 is not a loopback address"), "{open}");
}

#[tokio::test]
async fn no_bytes_end_the_server() {
    let running = server(|options| options.reading = Duration::from_millis(100)).await;
    let call = request("ListActivities", "{}").into_bytes();
    // A generator of numbers (SplitMix64): the same bytes each time.
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)) as usize
    };
    for _ in 0..300 {
        let mut bytes = call.clone();
        for _ in 0..=next() % 4 {
            let at = next() % bytes.len();
            match next() % 3 {
                0 => bytes[at] = next() as u8,
                1 => bytes.insert(at, next() as u8),
                _ => bytes.truncate(at.max(1)),
            }
        }
        let mut stream = TcpStream::connect(running.address).await.unwrap();
        // It may end the connection half-way.
        let _ = stream.write_all(&bytes).await;
        let mut part = [0; 64];
        let _ = tokio::time::timeout(Duration::from_millis(2), stream.read(&mut part)).await;
    }
    let (status, _, _) = exchange(running.address, &request("ListActivities", "{}")).await;
    assert_eq!(status, 200);
}
