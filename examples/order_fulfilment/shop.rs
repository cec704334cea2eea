//! The shop's books: one SQLite file. Its queries take far less than a millisecond, so tasks make them in place.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::Failure;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS stock (sku TEXT PRIMARY KEY, units INTEGER NOT NULL, shelf TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS picks (key TEXT PRIMARY KEY, order_id TEXT, sku TEXT, units INTEGER);
    CREATE TABLE IF NOT EXISTS payments
        (key TEXT PRIMARY KEY, id TEXT, order_id TEXT, cents INTEGER, refunded INTEGER);
    CREATE TABLE IF NOT EXISTS parcels (key TEXT PRIMARY KEY, order_id TEXT, sku TEXT);
    CREATE TABLE IF NOT EXISTS shipments (order_id TEXT PRIMARY KEY, tracking TEXT);
    CREATE TABLE IF NOT EXISTS notes (key TEXT PRIMARY KEY, order_id TEXT, text TEXT);
    CREATE TABLE IF NOT EXISTS letters (key TEXT PRIMARY KEY, email TEXT, text TEXT);
    CREATE TABLE IF NOT EXISTS bank (key TEXT PRIMARY KEY, id TEXT);
";

/// A delivery to the shop.
const GOODS: &str = "INSERT OR REPLACE INTO stock VALUES ('tea', 40, 'A1'), ('kettle', 5, 'B7'), ('samovar', 1, 'C3')";

/// The books, open. Cheap to clone.
#[derive(Clone)]
pub struct Shop(Arc<Mutex<Connection>>);

impl Shop {
    /// The books in a file, and the shelves full again if there was a delivery.
    pub fn open(path: &Path, delivery: bool) -> Result<Self, String> {
        let open = || {
            let connection = Connection::open(path)?;
            connection.execute_batch(TABLES)?;
            if delivery {
                connection.execute_batch(GOODS)?;
            }
            Ok(connection)
        };
        let connection =
            open().map_err(|error: rusqlite::Error| format!("{}: {error}", path.display()))?;
        Ok(Shop(Arc::new(Mutex::new(connection))))
    }

    /// Returns the bank's payment of a key, and whether it is new. The bank has its books in the same file.
    pub fn banked(&self, key: &str) -> rusqlite::Result<(String, bool)> {
        let books = self.books();
        let new = "INSERT OR IGNORE INTO bank SELECT ?1, 'pay-' || (count(*) + 1) FROM bank";
        let new = books.execute(new, [key])? == 1;
        let id = books.query_row("SELECT id FROM bank WHERE key = ?1", [key], |row| row.get(0))?;
        Ok((id, new))
    }

    fn books(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a payment down, once for each key.
    pub fn paid(&self, key: &str, id: &str, order: &str, cents: u64) -> Result<(), Failure> {
        let sql = "INSERT OR IGNORE INTO payments VALUES (?1, ?2, ?3, ?4, 0)";
        self.books().execute(sql, params![key, id, order, cents]).map(drop).map_err(broken)
    }

    pub fn refunded(&self, payment: &str) -> Result<(), Failure> {
        let sql = "UPDATE payments SET refunded = 1 WHERE id = ?1";
        self.books().execute(sql, [payment]).map(drop).map_err(broken)
    }

    /// Takes units out of the stock, once for each key: the shelf where they were, or how many are left.
    pub fn take(
        &self,
        key: &str,
        order: &str,
        sku: &str,
        units: u32,
    ) -> Result<Result<String, u32>, Failure> {
        let mut books = self.books();
        let change = begin(&mut books)?;
        let find = "SELECT units, shelf FROM stock WHERE sku = ?1";
        let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, u32>(0)?, row.get::<_, String>(1)?));
        let found = change.query_row(find, [sku], row).optional().map_err(broken)?;
        let Some((left, shelf)) = found else { return Ok(Err(0)) };
        let known = "SELECT 1 FROM picks WHERE key = ?1";
        let known = change.query_row(known, [key], |_| Ok(())).optional().map_err(broken)?;
        if known.is_some() {
            return Ok(Ok(shelf));
        }
        if left < units {
            return Ok(Err(left));
        }
        let pick = "INSERT INTO picks VALUES (?1, ?2, ?3, ?4)";
        change.execute(pick, params![key, order, sku, units]).map_err(broken)?;
        let take = "UPDATE stock SET units = units - ?2 WHERE sku = ?1";
        change.execute(take, params![sku, units]).map_err(broken)?;
        change.commit().map_err(broken)?;
        Ok(Ok(shelf))
    }

    /// Puts back what was taken for an order.
    pub fn put_back(&self, order: &str) -> Result<(), Failure> {
        let mut books = self.books();
        let change = begin(&mut books)?;
        let units = "UPDATE stock SET units = units + (SELECT coalesce(sum(units), 0) FROM picks \
                     WHERE picks.sku = stock.sku AND order_id = ?1)";
        change.execute(units, [order]).map_err(broken)?;
        change.execute("DELETE FROM picks WHERE order_id = ?1", [order]).map_err(broken)?;
        change.execute("DELETE FROM parcels WHERE order_id = ?1", [order]).map_err(broken)?;
        change.commit().map_err(broken)
    }

    /// A parcel, one for each key: its label.
    pub fn parcel(&self, key: &str, order: &str, sku: &str) -> Result<String, Failure> {
        let sql = "INSERT OR IGNORE INTO parcels VALUES (?1, ?2, ?3)";
        self.books().execute(sql, [key, order, sku]).map_err(broken)?;
        Ok(format!("{order}-{sku}"))
    }

    /// Hands the parcels of an order over: the tracking number.
    pub fn ship(&self, order: &str, carrier: &str) -> Result<String, Failure> {
        let tracking = format!("{carrier}-{order}");
        let sql = "INSERT OR REPLACE INTO shipments VALUES (?1, ?2)";
        self.books().execute(sql, [order, &tracking]).map_err(broken)?;
        Ok(tracking)
    }

    /// Writes a note, one for each key.
    pub fn note(&self, key: &str, order: &str, text: &str) -> Result<(), Failure> {
        let sql = "INSERT OR IGNORE INTO notes VALUES (?1, ?2, ?3)";
        self.books().execute(sql, [key, order, text]).map(drop).map_err(broken)
    }

    /// Writes a letter, one for each key.
    pub fn send(&self, key: &str, email: &str, text: &str) -> Result<(), Failure> {
        let sql = "INSERT OR IGNORE INTO letters VALUES (?1, ?2, ?3)";
        self.books().execute(sql, [key, email, text]).map(drop).map_err(broken)
    }

    /// Counts the entries in the books, a line for each kind.
    pub fn summary(&self) -> rusqlite::Result<Vec<(&'static str, String)>> {
        let books = self.books();
        let ask = |sql: &str| books.query_row(sql, [], |row| row.get::<_, String>(0));
        let payments = "SELECT count(*) || ' taken, ' || coalesce(sum(refunded), 0) || ' given back' FROM payments";
        let stock = "SELECT group_concat(units || ' ' || sku, ', ') FROM stock";
        let parcels = "SELECT count(*) || ' packed' FROM parcels";
        let letters = "SELECT coalesce(group_concat('to ' || email || ': ' || text, '; '), 'none') FROM letters";
        Ok(vec![
            ("payments", ask(payments)?),
            ("stock", ask(stock)?),
            ("parcels", ask(parcels)?),
            ("letters", ask(letters)?),
        ])
    }
}

/// Begins a change, and waits for those of other processes: one that reads first, and then writes, cannot wait.
fn begin(books: &mut Connection) -> Result<Transaction<'_>, Failure> {
    books.transaction_with_behavior(TransactionBehavior::Immediate).map_err(broken)
}

fn broken(error: rusqlite::Error) -> Failure {
    Failure::new("Database", error.to_string())
}
