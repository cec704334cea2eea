//! Runs the program as people do.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[cfg(all(feature = "serve", unix))]
pub mod server;

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a run of the program came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{}\n{}", self.out, self.err))
    }
    /// It ended so, and said that.
    #[track_caller]
    pub fn said(&self, code: i32, texts: &[&str]) {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.code, code, "{all}");
        for text in texts {
            assert!(all.contains(text), "`{text}` is not in\n{all}");
        }
        assert!(!all.contains("panicked"), "{all}");
    }
}

pub fn workflow(words: &[&str]) -> Ran {
    fed(words, "")
}

/// The program beside the documents.
pub fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_workflow"));
    program.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents"));
    program
}

/// Runs the program beside the documents, with a text as standard input.
pub fn fed(words: &[&str], input: &str) -> Ran {
    let mut child = program()
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who refuses its arguments has ended before it reads.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A file: tests that write the same at the same time see all of it.
pub fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    let part = folder.join(format!("{:?}.{name}", std::thread::current().id()));
    fs::write(&part, text).unwrap();
    fs::rename(part, &path).unwrap();
    path.to_str().unwrap().to_owned()
}
