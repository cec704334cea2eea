//! The functions of the examples `order_fulfilment` and `payments`.

#[path = "../../tests/examples/programs/mod.rs"]
mod programs;

use programs::{fulfil, pay, resources};

fn main() -> std::process::ExitCode {
    let lambda = workflow::lambda().resources(resources);
    match std::env::var_os("SHOP") {
        Some(_) => lambda.workflow::<fulfil>().main(),
        None => lambda.workflow::<pay>().main(),
    }
}
