//! Processes that are killed while they write.

#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::{Folder, arn, commit, end, wait};
use workflow_runtime::store::{Query, Store};
use workflow_sqlite::Sqlite;

const KILLS: u32 = 12;
const TASKS: usize = 24;

/// The process that is killed: its tasks write executions one after the other, and say so when a commit is acknowledged.
#[test]
fn writing_process() {
    let Ok(path) = std::env::var("WORKFLOW_KILLED") else { return };
    let round = std::env::var("WORKFLOW_ROUND").unwrap();
    let store = Sqlite::open(path).unwrap();
    wait(async {
        let run = |task: usize| {
            let (store, round) = (store.clone(), round.clone());
            tokio::spawn(async move {
                for execution in 0.. {
                    let name = format!("{round}-{task}-{execution}");
                    for number in 1..=5 {
                        let new = match number {
                            5 => end(&name, 5),
                            number => commit(&name, number, &payload(&name, number)),
                        };
                        store.commit(new).await.unwrap();
                        writeln!(std::io::stdout(), "\n{name} {number}").unwrap();
                    }
                }
            })
        };
        let all: Vec<_> = (0..TASKS).map(run).collect();
        for task in all {
            task.await.unwrap();
        }
    });
}

/// A payload of a length that the name gives.
fn payload(name: &str, number: u64) -> String {
    format!("{name} {number} ").repeat(1 + name.len() * usize::try_from(number).unwrap() % 90)
}

/// Starts the process, kills it after a while, and returns what it was acknowledged.
fn killed(path: &Path, round: u32) -> BTreeMap<String, u64> {
    let mut process = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writing_process", "--nocapture"])
        .env("WORKFLOW_KILLED", path)
        .env("WORKFLOW_ROUND", round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(process.stdout.take().unwrap());
    let reader = std::thread::spawn(move || {
        let mut all = BTreeMap::new();
        for line in output.lines().map_while(Result::ok) {
            let Some((name, number)) = line.split_once(' ') else { continue };
            if let (true, Ok(number)) = (name.contains('-'), number.parse::<u64>()) {
                all.insert(name.to_owned(), number);
            }
        }
        all
    });
    std::thread::sleep(Duration::from_millis(u64::from(60 + round * 37 % 160)));
    process.kill().unwrap();
    process.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there() {
    let folder = Folder::new();
    let path = folder.file("a.db");
    let mut all = BTreeMap::new();
    for round in 0..KILLS {
        all.extend(killed(&path, round));
        let store = Sqlite::open(&path).unwrap();
        wait(async {
            assert_eq!(store.check().await, Ok(vec![]), "after kill {round}");
            for (name, number) in &all {
                let found = store.describe(&arn(name)).await.unwrap().map_or(0, |it| it.number);
                assert!(found >= *number, "{name} has {found} commits, {number} were acknowledged");
            }
            let page = store.list(Query { limit: usize::MAX, ..Query::default() }).await.unwrap();
            for found in page.executions {
                whole(&store, &found).await;
            }
        });
    }
    assert!(all.len() > TASKS, "{} executions were written", all.len());
}

/// Asserts that an execution has all of its commits, and nothing of another.
async fn whole(store: &Sqlite, found: &workflow_runtime::store::Described) {
    let name = &found.begun.name;
    let chunks = store.history(&found.begun.id, 0, 100).await.unwrap();
    assert_eq!(chunks.len() as u64, found.number, "{name}");
    let payloads = found.number.min(4);
    let numbers: Vec<_> = (1..=u32::try_from(payloads).unwrap()).collect();
    let texts = store.payloads(&found.begun.id, &numbers).await.unwrap();
    for (number, text) in (1..).zip(texts) {
        assert_eq!(*text, payload(name, number));
    }
    let ended = found.number == 5;
    assert_eq!(found.end.is_some(), ended, "{name}");
    let saved = store.claim(&found.begun.id).await.unwrap().unwrap();
    assert_eq!(saved.scopes.len(), usize::from(!ended));
    assert!(saved.scopes.values().all(|it| *it.machine == format!("\"{}\"", found.number)));
}
