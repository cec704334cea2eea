//! Lists of executions by the state that they ended in.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use workflow::prelude::*;
use workflow_runtime::machine::History;
use workflow_runtime::store::{Described, MemoryStore, Query, Status, Store};
use workflow_sqlite::Sqlite;

#[task]
async fn double(n: u32) -> Result<u32, Failure> {
    Ok(n * 2)
}

/// Fails before it waits for anything, or behind a task, or ends where it waited last.
#[workflow]
async fn checked(n: u32) -> Result<u32, Failure> {
    if n > 9 {
        return Err(Failure::new("TooMany", "more than nine"));
    }
    let doubled = double(n).await?;
    if doubled > 4 {
        return Err(Failure::new("TooLarge", "more than four"));
    }
    Ok(doubled)
}

async fn list(engine: &Engine, query: Query) -> Vec<Described> {
    engine.executions(query).await.unwrap().executions
}

async fn failures_are_found(store: impl Store, history: History) {
    let engine = Engine::builder().store(store).history(history).workflow::<checked>().build();
    for n in [1, 3, 10, 11] {
        let _ = engine.start_workflow_as::<checked>(n, &format!("of {n}")).await;
    }
    let all = list(&engine, Query::default()).await;
    let states: Vec<_> = all.iter().map(|it| it.state.as_deref().unwrap_or("-")).collect();
    assert_eq!(states, ["Done", "TooLarge", "TooMany", "TooMany"]);
    for (state, status, found) in [
        ("TooMany", Some(Status::Failed), 2),
        ("TooLarge", None, 1),
        ("Done", None, 1),
        ("Doubled", None, 0),
    ] {
        let query = Query { state: Some(state.into()), status, ..Query::default() };
        assert_eq!(list(&engine, query).await.len(), found, "{state}");
    }
    // A redrive is in it again, and says so.
    let id = all[2].begun.id.clone();
    assert!(engine.redrive(&id).await.unwrap().await.is_err());
    assert_eq!(engine.describe(&id).await.unwrap().unwrap().state.as_deref(), Some("TooMany"));
}

#[tokio::test]
async fn failures_are_listed_by_the_state_that_they_came_to() {
    for history in [History::Full, History::Events, History::Off] {
        failures_are_found(MemoryStore::default(), history).await;
        let folder = std::env::temp_dir().join(format!("workflow-listed-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        failures_are_found(Sqlite::open(folder.join("a.db")).unwrap(), history).await;
        std::fs::remove_dir_all(folder).unwrap();
    }
}
