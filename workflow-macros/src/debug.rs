//! `WORKFLOW_DEBUG=name cargo check` prints what stands in place of an item.

use proc_macro2::{Ident, TokenStream};
use std::io::Write;
use std::process::{Command, Stdio};

pub fn print(name: &Ident, tokens: &TokenStream) {
    if std::env::var("WORKFLOW_DEBUG").is_ok_and(|wanted| name == &wanted) {
        let text = tokens.to_string();
        eprintln!("{}", formatted(&text).unwrap_or(text));
    }
}

/// Through rustfmt, where there is one.
fn formatted(text: &str) -> Option<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    rustfmt.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = rustfmt.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.is_empty()).then_some(text)
}
