//! A server that knows its callers: who gets in, and what they may do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(feature = "http")]

mod common;

use common::{Running, exchange, request, server};
use std::net::Ipv4Addr;
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
        call("ListActivities", "Cookie: workflow-session=00\r\n", "{}"),
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
