//! The console of `workflow serve`: its modules under node, and its pages in a real Chromium, where those are installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(all(feature = "serve", unix))]

mod common;

use common::{file, program};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The keys of a server that knows its callers.
const CREDENTIALS: &str = r#"{
    "AKIDOPERATOR": { "secret": "the secret of AKIDOPERATOR", "role": "operator" },
    "AKIDREADER": { "secret": "the secret of AKIDREADER", "role": "reader" }
}"#;

/// A server in a process of its own, with the functions of the tests' machines.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(words: &[&str]) -> Self {
        let mut process = program();
        process.args(["serve", "--port", "0"]).args(words).stderr(Stdio::null());
        let mut process = process.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let url = line.trim().rsplit(' ').next().unwrap().to_owned();
        Server { process, url }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The folder of the console's tests.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../workflow-server/console/tests")
}

fn node() -> Command {
    let mut node = Command::new("node");
    node.current_dir(folder()).stdin(Stdio::null());
    node
}

/// True if node is there, in a version that runs tests and modules.
fn has_node() -> bool {
    let asked = node().args(["-p", "process.versions.node.split('.')[0] >= 20"]).output();
    asked.is_ok_and(|asked| asked.stdout.starts_with(b"true"))
}

/// The program of a Chromium.
fn chromium() -> Option<String> {
    let places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let named = std::env::var("CHROMIUM").ok();
    named.into_iter().chain(places.map(str::to_owned)).find(|it| Path::new(it).exists())
}

/// A port on which nobody listens now.
fn free_port() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port().to_string()
}

fn skip(why: &str) {
    // Said of a test that succeeds, too.
    drop(writeln!(std::io::stdout(), "SKIPPED: {why}"));
}

/// Runs tests of node; what they said is shown where one failed.
fn run(mut tests: Command) {
    let ran = tests.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}{err}");
    let counted: Vec<_> = out.lines().filter(|line| line.starts_with("# pass")).collect();
    drop(writeln!(std::io::stdout(), "node: {}", counted.concat()));
}

#[test]
fn the_modules_of_the_pages_do_what_they_say() {
    if !has_node() {
        return skip("there is no node of version 20 or newer");
    }
    let mut names: Vec<_> = std::fs::read_dir(folder().join("unit"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    let mut tests = node();
    tests.args(["--test", "--test-reporter", "tap"]).args(names);
    run(tests);
}

#[test]
fn the_pages_are_clicked_through_in_a_browser() {
    if !has_node() {
        return skip("there is no node of version 20 or newer");
    }
    let packages = folder().join("node_modules");
    if !["playwright-core", "axe-core"].iter().all(|name| packages.join(name).exists()) {
        return skip("`npm ci` was not run in workflow-server/console/tests");
    }
    let Some(chromium) = chromium() else {
        return skip("there is no Chromium (or CHROMIUM with its path)");
    };
    let port = free_port();
    let made = node().args(["functions.js", &port, "file"]).output().unwrap();
    let functions = file("console.functions.json", &String::from_utf8(made.stdout).unwrap());
    let server = Server::start(&["--functions", &functions]);
    let credentials = file("console.credentials.json", CREDENTIALS);
    let guarded = Server::start(&["--credentials", &credentials]);
    let mut tests = node();
    tests
        .env("GUARDED_URL", &guarded.url)
        .env("CONSOLE_URL", &server.url)
        .env("CHROMIUM", chromium)
        .env("FUNCTIONS_PORT", port);
    tests.args(["--test", "--test-reporter", "tap", "flows.test.js"]);
    run(tests);
}
