//! An order, from the price to the parcel: `cargo run --example order_fulfilment`.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `shop.rs` (SQLite), `service.rs`
//! and `client.rs` (HTTP) are the world that the tasks work on. The report is shared with the other examples.

mod client;
#[path = "../common/mod.rs"]
mod common;
mod date;
mod service;
mod shop;
mod tasks;
mod workflow;

use self::client::Client;
use self::common::{About, Arguments, Stop, Terminal, shown};
use self::shop::Shop;
use self::workflow::fulfil;
use ::workflow::prelude::*;
use std::process::ExitCode;

const ABOUT: About = About {
    name: "order_fulfilment",
    what: "Prices, charges, picks, packs and ships an order.",
    folder: "examples/order_fulfilment",
};

#[tokio::main]
async fn main() -> ExitCode {
    common::end(run().await)
}

async fn run() -> Result<(), Stop> {
    let arguments = Arguments::read(&ABOUT)?;
    let document = common::document(ABOUT.name, fulfil::definition())?;
    let books = common::made("order_fulfilment.db");
    let shop = Shop::open(&books).map_err(Stop::Setup)?;
    let address = service::start().await.map_err(|error| Stop::Setup(error.to_string()))?;
    let engine = Engine::builder().resource(shop.clone()).resource(Client { address }).build();

    let terminal = Terminal::stdout();
    let end = common::run::<fulfil>(&engine, &arguments, &terminal).await?;
    let summary = shop.summary().map_err(|error| Stop::Setup(error.to_string()))?;
    terminal.table("Books", &summary);
    terminal.table("Files", &[("document", shown(&document)), ("books", shown(&books))]);
    end
}
