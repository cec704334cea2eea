//! The desk: a page on this machine with what waits for an answer, and a SQLite file with what was paid.

use super::common::http::{self, Client, Reply, Request};
use super::people;
use super::workflow::{Decision, Expense};
use rusqlite::{Connection, params};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use workflow::Failure;
use workflow::cli::BoxError;
use workflow::connector::Callbacks;

const TABLES: &str = "
    DROP TABLE IF EXISTS payments;
    DROP TABLE IF EXISTS letters;
    CREATE TABLE payments (number INTEGER PRIMARY KEY, key TEXT UNIQUE, expense TEXT, cents INTEGER);
    CREATE TABLE letters (whom TEXT, text TEXT);
";

/// The desk. Cheap to clone.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    /// The callbacks by which tasks get their answers.
    callbacks: Callbacks,
    /// The open questions: the expense, and its latest token.
    open: Mutex<BTreeMap<String, (Expense, String)>>,
    books: Mutex<Connection>,
    address: OnceLock<SocketAddr>,
}

impl Desk {
    pub fn open(path: &Path, callbacks: Callbacks) -> Result<Self, BoxError> {
        let books = Connection::open(path)?;
        books.execute_batch(TABLES)?;
        let (open, books) = (Mutex::default(), Mutex::new(books));
        Ok(Desk(Arc::new(Inner { callbacks, open, books, address: OnceLock::new() })))
    }

    /// Shows its page on a free port of this machine, until the program ends.
    pub async fn start(&self) -> std::io::Result<SocketAddr> {
        let desk = self.clone();
        let address = http::serve(move |request| {
            let desk = desk.clone();
            async move { desk.show(&request).await }
        });
        let address = address.await?;
        Ok(*self.0.address.get_or_init(|| address))
    }

    /// Puts an expense on the desk, in the place of what was there of it, and writes to who is to answer.
    pub fn put(&self, expense: Expense, token: &str, reminders: u32) -> Result<(), Failure> {
        let what = if reminders == 0 { "please decide" } else { "still waiting for you" };
        self.tell(&expense.approver, &format!("{}, {what}", expense.reason))?;
        if let Some(address) = self.0.address.get() {
            people::hears(Client::new(*address), *address, &expense);
        }
        self.waiting().insert(expense.id.clone(), (expense, token.to_owned()));
        Ok(())
    }

    async fn show(&self, request: &Request) -> Reply {
        let parts: Vec<&str> = request.path.split('/').skip(1).collect();
        match (request.method.as_str(), &parts[..]) {
            ("GET", [""]) => Reply::new(200, Value::String(self.page())),
            ("POST", [id, "yes"]) => self.answer(id, &Decision::Yes).await,
            ("POST", [id, "no"]) => {
                let why = request.body["why"].as_str().unwrap_or("no reason was given").to_owned();
                self.answer(id, &Decision::No { why }).await
            }
            _ => Reply::new(404, Value::Null),
        }
    }

    /// An answer counts once, and only while somebody waits for it.
    async fn answer(&self, id: &str, decision: &Decision) -> Reply {
        let asked = self.waiting().remove(id);
        let Some((_, token)) = asked else {
            return Reply::new(410, Value::String("It is decided.".to_owned()));
        };
        match self.0.callbacks.succeed(&token, decision).await {
            Ok(()) => Reply::new(200, Value::String("Thank you.".to_owned())),
            Err(error) => Reply::new(410, Value::String(error.to_string())),
        }
    }

    fn page(&self) -> String {
        let row = |(expense, _): &(Expense, String)| {
            let Expense { id, cents, reason, employee, .. } = expense;
            format!(
                "<form method=post>{employee}: {reason}, {cents} cents \
                 <button formaction=/{id}/yes>Yes</button> <button formaction=/{id}/no>No</button></form>\n"
            )
        };
        let rows: String = self.waiting().values().map(row).collect();
        format!(
            "<!doctype html><meta charset=utf-8><title>Desk</title>\n<h1>To be decided</h1>\n{rows}"
        )
    }

    pub fn pay(&self, key: &str, expense: &Expense) -> Result<String, Failure> {
        let books = self.books();
        let sql = "INSERT OR IGNORE INTO payments (key, expense, cents) VALUES (?1, ?2, ?3)";
        books.execute(sql, params![key, expense.id, expense.cents]).map_err(broken)?;
        let sql = "SELECT 'payment-' || number FROM payments WHERE key = ?1";
        books.query_row(sql, [key], |row| row.get(0)).map_err(broken)
    }

    pub fn tell(&self, whom: &str, text: &str) -> Result<(), Failure> {
        let sql = "INSERT INTO letters VALUES (?1, ?2)";
        self.books().execute(sql, [whom, text]).map(drop).map_err(broken)
    }

    /// Counts the entries in the books, a line for each kind.
    pub fn summary(&self) -> rusqlite::Result<Vec<(&'static str, String)>> {
        let books = self.books();
        let ask = |sql: &str| books.query_row(sql, [], |row| row.get::<_, String>(0));
        let payments =
            "SELECT count(*) || ', ' || coalesce(sum(cents), 0) || ' cents' FROM payments";
        let letters = "SELECT coalesce(group_concat('to ' || whom || ': ' || text, '; '), 'none') FROM letters";
        Ok(vec![("payments", ask(payments)?), ("letters", ask(letters)?)])
    }

    fn waiting(&self) -> MutexGuard<'_, BTreeMap<String, (Expense, String)>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn books(&self) -> MutexGuard<'_, Connection> {
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn broken(error: rusqlite::Error) -> Failure {
    Failure::new("Broken", error.to_string())
}
