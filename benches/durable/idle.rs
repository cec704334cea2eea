//! A process with an engine on a store, which has nothing to do.

use crate::drive;
use crate::folder::Folder;
use crate::meter::resident;
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use workflow::Engine;
use workflow_sqlite::Sqlite;

pub fn run(_: &Settings, rows: &mut Rows) {
    let folder = Folder::new();
    let bytes = measure(&folder);
    #[expect(clippy::cast_precision_loss, reason = "figures")]
    let mebibytes = bytes as f64 / f64::from(1 << 20);
    rows.add(Row::new("idle").aim("resident_mib", mebibytes, "below 20"));
}

/// The memory of such a process.
pub fn measure(folder: &Folder) -> u64 {
    part_of(&["idle", folder.file("bench.db").to_str().unwrap()]).parse().unwrap()
}

/// Runs a part of the measurement in a process of its own: what it prints.
pub fn part_of(words: &[&str]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.arg("part").args(words).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{words:?} failed");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Opens a store and an engine, and does nothing.
pub fn part(path: &Path) {
    let store = Sqlite::open(path).unwrap_or_else(|error| panic!("{error}"));
    let runtime = drive::runtime();
    let engine = Engine::builder().store(store).build();
    runtime.block_on(async {
        drop(engine.recover().await.unwrap());
        tokio::time::sleep(Duration::from_millis(500)).await;
    });
    println!("{}", resident());
}
