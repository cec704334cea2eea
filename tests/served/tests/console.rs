//! The console of a program that serves its workflows, in a real Chromium, where that is installed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]
#![cfg(unix)]

mod common;

use common::{Server, folder, skipped};
use std::path::Path;
use std::process::Command;

#[test]
fn a_workflow_is_started_and_looked_at_in_a_browser() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../workflow-server/console/tests");
    let node = |words: &[&str]| {
        let mut node = Command::new("node");
        node.current_dir(&tests).args(words);
        node
    };
    let asked = node(&["-p", "process.versions.node.split('.')[0] >= 20"]).output();
    if !asked.is_ok_and(|asked| asked.stdout.starts_with(b"true")) {
        return skipped("there is no node of version 20 or newer");
    }
    if !tests.join("node_modules/playwright-core").exists() {
        return skipped("`npm ci` was not run in workflow-server/console/tests");
    }
    let places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    if std::env::var_os("CHROMIUM").is_none() && !places.iter().any(|it| Path::new(it).exists()) {
        return skipped("there is no Chromium (or CHROMIUM with its path)");
    }
    let folder = folder("browser");
    std::fs::write(folder.join("open"), "").unwrap();
    let server = Server::start(&folder, &[]);
    let mut run = node(&["--test", "--test-reporter", "tap", "typed.test.js"]);
    let ran = run.env("CONSOLE_URL", server.url()).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    assert!(said.contains("# pass 2"), "{said}");
}
