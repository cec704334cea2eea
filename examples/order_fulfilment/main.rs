//! An order, from the price to the parcel: `cargo run --example order_fulfilment`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `shop.rs` (SQLite) and `service.rs`
//! (HTTP) stand for the systems that the tasks work with. `-- --help` says what else it can do.
//!
//! Its executions are in a SQLite file beside the books. Kill it at any time: started again, it continues where it stopped.

#[path = "../common/mod.rs"]
mod common;
mod date;
mod service;
mod shop;
mod tasks;
mod workflow;

use self::common::http::Client;
use self::shop::Shop;
use self::workflow::fulfil;
use ::workflow::cli::{Ready, shown};
use std::process::ExitCode;
use workflow_runtime::store::{Query, Status, Store};
use workflow_sqlite::Sqlite;

const NAME: &str = "order_fulfilment";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<fulfil>()
        .about("Prices, charges, picks, packs and ships an order.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let document = common::document(NAME, fulfil::definition())?;
            let (books, executions) = (
                common::made("order_fulfilment.db"),
                common::made("order_fulfilment.executions.db"),
            );
            let store = Sqlite::open(&executions)?;
            // While an order runs nothing is delivered.
            let running = Query { status: Some(Status::Running), limit: 1, ..Query::default() };
            let idle = store.list(running).await?.executions.is_empty();
            let shop = Shop::open(&books, idle)?;
            let address = service::start(&shop).await?;
            let engine = engine.resource(shop.clone()).resource(Client::new(address)).store(store);
            Ok(Ready::from(engine).after(move |terminal| {
                terminal.table("Books", &shop.summary()?);
                let files = [
                    ("document", shown(&document)),
                    ("books", shown(&books)),
                    ("executions", shown(&executions)),
                ];
                terminal.table("Files", &files);
                Ok(())
            }))
        })
        .main()
}
