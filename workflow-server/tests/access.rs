//! A server that knows its callers: who gets in, and what they may do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(feature = "http")]

mod common;

use common::{Running, exchange, request, server};
use std::net::Ipv4Addr;
use std::time::{Duration, Instant};
use workflow_server::access::Credentials;
use workflow_server::http::Options;

const SECRET: &str = "a secret of at least 20 characters + more";
const HOST: &str = "flows.example.com";

fn options(options: &mut Options) {
    let text = format!(
        r#"{{ "AKIDREADER": {{ "secret": "{SECRET}", "role": "reader" }},
              "AKIDOPERATOR": {{ "secret": "{SECRET}2", "role": "operator" }} }}"#
    );
    options.credentials = Some(Credentials::read(&text).unwrap());
}

/// A request of a browser, or of whoever plays one.
fn asked(method: &str, path: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nHost: {HOST}\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
    )
}

/// Logs in, and returns the header with the name of the session.
async fn logged_in(running: &Running, key: &str, secret: &str) -> Result<String, u16> {
    let secret = secret.replace('+', "%2B").replace(' ', "+");
    let form = asked("POST", "/console/login", "", &format!("key={key}&secret={secret}"));
    let (status, head, _) = exchange(running.address, &form).await;
    let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    let Some(cookie) = cookie else { return Err(status) };
    assert!(cookie.contains("httponly") && cookie.contains("samesite=lax"), "{cookie}");
    Ok(format!("Cookie: a=b; {}\r\n", cookie.split(';').next().unwrap()))
}

fn call(operation: &str, headers: &str, body: &str) -> String {
    let target = format!("{headers}X-Amz-Target: AWSStepFunctions.{operation}\r\n");
    asked("POST", "/", &target, body)
}

#[tokio::test]
async fn strangers_learn_and_change_nothing() {
    let running = server(options).await;
    for text in [
        request("ListStateMachines", "{}"),
        call("CreateActivity", "", r#"{"name":"a"}"#),
        call("ListActivities", "Cookie: workflow-session=\r\n", "{}"),
        call("ListActivities", "Cookie: workflow-session-0=00\r\n", "{}"),
    ] {
        let (status, _, body) = exchange(running.address, &text).await;
        assert_eq!(status, 403, "{body}");
        assert!(body.contains("MissingAuthenticationTokenException"), "{body}");
    }
    for (path, status) in [("/", 303), ("/console/executions", 401), ("/console/changes", 401)] {
        for method in ["GET", "HEAD"] {
            let (seen, ..) = exchange(running.address, &asked(method, path, "", "")).await;
            let expected = if cfg!(feature = "console") { status } else { 404 };
            assert_eq!(seen, expected, "{method} {path}");
        }
    }
    let wrong = [("AKIDREADER", ""), ("AKIDREADER", "x"), ("AKIDOTHER", SECRET), ("", "")];
    for (key, secret) in wrong {
        assert_eq!(logged_in(&running, key, secret).await, Err(403));
    }
}

#[tokio::test]
async fn a_session_may_do_what_its_role_says() {
    let running = server(options).await;
    let reader = logged_in(&running, "AKIDREADER", SECRET).await.unwrap();
    let operator = logged_in(&running, "AKIDOPERATOR", &format!("{SECRET}2")).await.unwrap();
    let create = r#"{"name":"a"}"#;
    let of = |session: &str, operation, body| call(operation, session, body);
    let (status, _, body) = exchange(running.address, &of(&reader, "CreateActivity", create)).await;
    assert_eq!((status, body.contains("AccessDeniedException")), (400, true), "{body}");
    let (status, ..) = exchange(running.address, &of(&operator, "CreateActivity", create)).await;
    assert_eq!(status, 200);
    let (status, _, body) = exchange(running.address, &of(&reader, "ListActivities", "{}")).await;
    assert_eq!((status, body.contains(":activity:a")), (200, true), "{body}");
    // Pages of others have no word in it, whatever cookies they send along.
    for (origin, expected) in
        [(format!("https://{HOST}"), 200), ("https://evil.example".into(), 403)]
    {
        let headers = format!("{operator}Origin: {origin}\r\n");
        let (status, ..) = exchange(running.address, &of(&headers, "ListActivities", "{}")).await;
        assert_eq!(status, expected, "{origin}");
    }
    let (status, ..) =
        exchange(running.address, &asked("POST", "/console/logout", &operator, "")).await;
    assert_eq!(status, 303);
    let (status, ..) = exchange(running.address, &of(&operator, "ListActivities", "{}")).await;
    assert_eq!(status, 403);
}

/// Other machines may call a server that knows its callers, and no other.
#[tokio::test]
async fn other_addresses_need_credentials() {
    let running = server(|it| {
        options(it);
        it.address.set_ip(Ipv4Addr::UNSPECIFIED.into());
    })
    .await;
    let local = (Ipv4Addr::LOCALHOST, running.address.port()).into();
    let (status, ..) = exchange(local, &request("ListActivities", "{}")).await;
    assert_eq!(status, 403);
}

/// A caller who guesses waits ever longer; one who knows another key does not.
#[tokio::test]
async fn guesses_are_slowed() {
    let running = server(options).await;
    let tried = async |key: &str, secret: &str| {
        let begun = Instant::now();
        (logged_in(&running, key, secret).await.map(drop), begun.elapsed())
    };
    for _ in 0..5 {
        assert_eq!(tried("AKIDOPERATOR", "a guess").await.0, Err(403));
    }
    let (answer, took) = tried("AKIDOPERATOR", "a guess").await;
    assert!(answer == Err(403) && took >= Duration::from_millis(250), "{answer:?} {took:?}");
    let signed = format!(
        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDOPERATOR/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature={}\r\nX-Amz-Date: 20260101T000000Z\r\n",
        "0".repeat(64)
    );
    let begun = Instant::now();
    let (status, ..) = exchange(running.address, &call("ListActivities", &signed, "{}")).await;
    assert!(status == 403 || status == 400, "{status}");
    assert!(begun.elapsed() >= Duration::from_millis(500), "calls stand in the same line");
    let (answer, took) = tried("AKIDREADER", SECRET).await;
    assert!(answer.is_ok() && took < Duration::from_millis(250), "{answer:?} {took:?}");
    // Many at once are not all looked at.
    let many: Vec<_> = (0..40).map(|_| logged_in(&running, "AKIDOPERATOR", "x")).collect();
    let mut refused = 0;
    let first = many.into_iter().map(Box::pin);
    for answer in first {
        let answered = tokio::time::timeout(Duration::from_millis(60), answer).await;
        refused += usize::from(answered == Ok(Err(429)));
    }
    assert!(refused > 10, "{refused}");
}

/// A cookie is one of the server's, and stays encrypted where its page was.
#[tokio::test]
async fn cookies_are_of_one_port_and_of_tls_where_there_is_some() {
    let running = server(options).await;
    let secret = SECRET.replace('+', "%2B").replace(' ', "+");
    for (headers, secure) in [
        (String::new(), false),
        (format!("Origin: http://{HOST}\r\n"), false),
        (format!("Origin: https://{HOST}\r\n"), true),
        ("X-Forwarded-Proto: https\r\n".to_owned(), true),
    ] {
        let form = format!("key=AKIDREADER&secret={secret}");
        let form = asked("POST", "/console/login", &headers, &form);
        let (status, head, _) = exchange(running.address, &form).await;
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        assert_eq!((status, cookie.contains("; secure")), (303, secure), "{headers}{cookie}");
        let name = format!("workflow-session-{}=", running.address.port());
        assert!(cookie.starts_with(&name), "{cookie}");
    }
}

#[cfg(feature = "console")]
#[tokio::test]
async fn changes_are_told_as_long_as_somebody_is_logged_in() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let running = server(options).await;
    let session = logged_in(&running, "AKIDREADER", SECRET).await.unwrap();
    let (_, _, me) = exchange(running.address, &asked("GET", "/console/me", &session, "")).await;
    assert_eq!(me, r#"{"key":"AKIDREADER","role":"reader"}"#);
    let mut stream = tokio::net::TcpStream::connect(running.address).await.unwrap();
    let changes = asked("GET", "/console/changes", &session, "");
    stream.write_all(changes.as_bytes()).await.unwrap();
    let mut told = String::new();
    while !told.contains("event: ready") {
        let mut part = [0; 1024];
        let count = stream.read(&mut part).await.unwrap();
        assert_ne!(count, 0, "{told}");
        told += &String::from_utf8_lossy(&part[..count]);
    }
    exchange(running.address, &asked("POST", "/console/logout", &session, "")).await;
    let ended = async {
        while !told.ends_with("0\r\n\r\n") {
            let mut part = [0; 1024];
            let count = stream.read(&mut part).await.unwrap();
            assert_ne!(count, 0, "{told}");
            told += &String::from_utf8_lossy(&part[..count]);
        }
    };
    tokio::time::timeout(Duration::from_secs(5), ended).await.unwrap();
}
