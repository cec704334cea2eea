//! Folders of tests.

#![allow(clippy::unwrap_used, reason = "tests")]
#![allow(dead_code, reason = "each test uses its part")]

use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use workflow_runtime::store::{Begun, Chunk, Commit, Record, Status, Stored};

/// A folder of its own for a test, removed at its end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("workflow-sqlite-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// Waits for a call on a runtime of its own.
pub fn wait<T>(call: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_time().build().unwrap();
    runtime.block_on(call)
}

pub fn time(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + seconds).unwrap()
}

pub fn arn(name: &str) -> Arc<str> {
    format!("arn:aws:states:us-east-1:123456789012:execution:orders:{name}").into()
}

/// A commit with a payload and a chunk.
pub fn commit(name: &str, number: u64, payload: &str) -> Commit {
    let last = u32::try_from(number).unwrap();
    let begun = Begun {
        id: arn(name),
        name: name.into(),
        machine: "orders".into(),
        input: Some("1".into()),
        started: time(0),
        seed: 1,
        timeout: None,
        around: None,
    };
    let machine = Some(format!("\"{number}\"").into());
    Commit {
        begun: (number == 1).then_some(begun),
        events: last,
        records: vec![Record { path: vec![], machine, mark: [1, 2, 3].into() }],
        payloads: vec![Stored { number: last, text: payload.into() }],
        chunk: Some(Chunk { first: last, last, bytes: payload.as_bytes().into() }),
        state: Some("Pay".into()),
        ..Commit::new(arn(name), (1, number), time(i64::from(last)))
    }
}

/// The commit that ends an execution.
pub fn end(name: &str, number: u64) -> Commit {
    Commit {
        status: Status::Succeeded,
        end: Some(Ok("1".into())),
        payloads: vec![],
        ..commit(name, number, "end")
    }
}
