//! The example `order_fulfilment`.

pub mod common;
#[path = "../../../../../../examples/order_fulfilment/date.rs"]
pub mod date;
#[path = "../../../../../../examples/order_fulfilment/service.rs"]
pub mod service;
#[path = "../../../../../../examples/order_fulfilment/shop.rs"]
pub mod shop;
#[path = "../../../../../../examples/order_fulfilment/tasks.rs"]
pub mod tasks;
#[path = "../../../../../../examples/order_fulfilment/workflow.rs"]
pub mod workflow;
