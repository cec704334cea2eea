//! The example `payments`.

pub use super::order::common;
#[path = "../../../../../../examples/payments/ledger.rs"]
pub mod ledger;
#[path = "../../../../../../examples/payments/luck.rs"]
pub mod luck;
#[path = "../../../../../../examples/payments/services.rs"]
pub mod services;
#[path = "../../../../../../examples/payments/tasks.rs"]
pub mod tasks;
#[path = "../../../../../../examples/payments/workflow.rs"]
pub mod workflow;
