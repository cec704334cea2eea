//! A task that takes effect once, though it runs twice: its key is written in the transaction of the effect.

use crate::until::until;
use rusqlite::Connection;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::store::MemoryStore;
use workflow_runtime::Engine;

const TABLES: &str = "
    CREATE TABLE account (cents INTEGER NOT NULL);
    INSERT INTO account VALUES (1000);
    CREATE TABLE done (key TEXT PRIMARY KEY);
    CREATE TABLE outbox (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
";

/// The database, and what happens to those who write to it.
#[derive(Clone)]
struct Books {
    file: Arc<Mutex<Connection>>,
    /// True if a task is cut off after its transaction.
    cuts: Arc<AtomicBool>,
    runs: Arc<Mutex<Vec<String>>>,
}

impl Books {
    fn pay(&self, key: &str, cents: u32) -> rusqlite::Result<()> {
        let mut file = self.file.lock().unwrap();
        let change = file.transaction()?;
        if change.execute("INSERT OR IGNORE INTO done VALUES (?1)", [key])? == 1 {
            change.execute("UPDATE account SET cents = cents - ?1", [cents])?;
            let text = format!("{cents} cents were taken");
            change.execute("INSERT INTO outbox (text) VALUES (?1)", [text])?;
        }
        change.commit()
    }

    fn count(&self, query: &str) -> i64 {
        self.file.lock().unwrap().query_row(query, [], |row| row.get(0)).unwrap()
    }
}

#[task]
async fn take(books: Res<Books>, context: TaskContext, cents: u32) -> Result<u32, Failure> {
    let key = context.idempotency_key.to_string();
    books.pay(&key, cents).map_err(|error| Failure::new("Books", error.to_string()))?;
    books.runs.lock().unwrap().push(key);
    if books.cuts.swap(false, Ordering::SeqCst) {
        std::future::pending::<()>().await;
    }
    Ok(cents)
}

#[workflow]
async fn buy(cents: u32) -> Result<u32, Failure> {
    let taken = take(cents).await?;
    Ok(taken)
}

#[test]
fn a_task_that_is_cut_off_after_its_transaction_takes_effect_once() {
    let file = Connection::open_in_memory().unwrap();
    file.execute_batch(TABLES).unwrap();
    let books = Books {
        file: Arc::new(Mutex::new(file)),
        cuts: Arc::new(AtomicBool::new(true)),
        runs: Arc::default(),
    };
    let store = MemoryStore::default();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let engine = || {
        let engine = Engine::builder().workflow::<buy>().resource(books.clone());
        engine.store(store.clone()).build()
    };
    // The process ends with its runtime.
    runtime().block_on(async {
        let engine = engine();
        let _execution = engine.start_workflow_as::<buy>(300, "order-7");
        until("it has paid", async || !books.runs.lock().unwrap().is_empty()).await;
    });
    runtime().block_on(async {
        let engine = engine();
        let mut recovered = engine.recover().await.unwrap();
        assert_eq!(&*recovered.running.remove(0).await.unwrap().text().unwrap(), "300");
    });
    let runs = books.runs.lock().unwrap().clone();
    assert_eq!(runs.len(), 2, "it ran twice");
    assert_eq!(runs[0], runs[1], "under one key");
    assert_eq!(books.count("SELECT cents FROM account"), 700);
    assert_eq!(books.count("SELECT count(*) FROM outbox"), 1);
}
