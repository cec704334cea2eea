//! A worker that calls over an encrypted connection.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "tls", unix))]

mod common;

use common::{Server, folder, shop};
use serde_json::json;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A worker of an encrypted server; `trust` is what it trusts.
fn worker(folder: &Path, port: u16, trust: &Path) -> Child {
    let mut worker = shop(folder);
    let url = format!("https://localhost:{port}");
    worker.args(["worker", "--endpoint", &url, "--activity", "weigh"]).env("SSL_CERT_FILE", trust);
    worker.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_worker_calls_whom_the_system_trusts() {
    let folder = folder("tls");
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../workflow-server/tests/tls");
    let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| files.join(name));
    let server = Server::start(&folder, &["--store", "shop.db"]);
    server.ok("CreateActivity", &json!({ "name": "weigh" }));
    let execution = server.begin("weighed", &json!({ "id": "p-1", "here": false }));
    server.stop("-TERM");

    let [certificate, key] = [&certificate, &key].map(|file| file.to_str().unwrap());
    let words = ["--store", "shop.db", "--tls-certificate", certificate, "--tls-key", key];
    let encrypted = Server::start(&folder, &words);
    // Another certificate of the same kind would do, too: the system's do not.
    let other = Path::new("/etc/ssl/certs/ca-certificates.crt");
    if other.exists() {
        let mut stranger = worker(&folder, encrypted.port, other);
        std::thread::sleep(Duration::from_secs(1));
        stranger.kill().unwrap();
        let said = stranger.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        assert!(said.contains("invalid peer certificate"), "{said}");
    }
    let mut own = worker(&folder, encrypted.port, Path::new(certificate));
    let (taken, begun) = (folder.join(format!("weighs-{}", own.id())), Instant::now());
    while !taken.exists() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it takes nothing");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::fs::write(folder.join("free"), "").unwrap();
    Command::new("kill").args(["-TERM", &own.id().to_string()]).status().unwrap();
    assert!(own.wait().unwrap().success());
    encrypted.stop("-TERM");
    let server = Server::start(&folder, &["--store", "shop.db"]);
    assert_eq!(server.ended(&execution)["status"], "SUCCEEDED");
}
