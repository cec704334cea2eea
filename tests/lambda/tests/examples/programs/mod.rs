//! Examples as they are: their workflows and tasks, and what their tasks need.
#![allow(
    dead_code,
    unused_imports,
    clippy::pedantic,
    missing_docs,
    reason = "the functions need a part of it, the test another"
)]

use std::net::SocketAddr;
use std::path::PathBuf;
use workflow::Resources;
use workflow::lambda::BoxError;

pub mod order;
pub mod payments;

pub use order::common::http::Client;
pub use order::service;
pub use order::shop::Shop;
pub use order::workflow::fulfil;
pub use payments::ledger::Ledger;
pub use payments::luck::Luck;
pub use payments::services::Services;
pub use payments::workflow::pay;

/// The resources of a function, by its variables: services that listen, and books in a file.
///
/// # Errors
/// One of them that is not there.
pub async fn resources() -> Result<Resources, BoxError> {
    let mut resources = Resources::default();
    let services: SocketAddr = std::env::var("SERVICES")?.parse()?;
    resources.insert(Client::new(services));
    if let Ok(books) = std::env::var("SHOP") {
        resources.insert(Shop::open(&PathBuf::from(books), false)?);
    }
    // It is made when it is opened, and one task writes into it.
    let books = std::env::var("AWS_LAMBDA_FUNCTION_NAME").is_ok_and(|name| name == "book");
    if let Some(ledger) = std::env::var("LEDGER").ok().filter(|_| books) {
        resources.insert(Ledger::open(&PathBuf::from(ledger), Luck::default())?);
    }
    Ok(resources)
}
