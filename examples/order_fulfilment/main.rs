//! An order, from the price to the parcel: `cargo run --example order_fulfilment`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `shop.rs` (SQLite) and `service.rs`
//! (HTTP) are the world that the tasks work on. `-- --help` says what else it can do.

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

const NAME: &str = "order_fulfilment";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<fulfil>()
        .about("Prices, charges, picks, packs and ships an order.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let document = common::document(NAME, fulfil::definition())?;
            let books = common::made("order_fulfilment.db");
            let shop = Shop::open(&books)?;
            let address = service::start().await?;
            let engine = engine.resource(shop.clone()).resource(Client::new(address));
            Ok(Ready::from(engine).after(move |terminal| {
                terminal.table("Books", &shop.summary()?);
                let files = [("document", shown(&document)), ("books", shown(&books))];
                terminal.table("Files", &files);
                Ok(())
            }))
        })
        .main()
}
