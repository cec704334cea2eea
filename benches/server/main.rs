//! Measures servers with the API of Step Functions, side by side in one run:
//! `cargo build --release -p workflow-cli && cargo run --release --bin bench-server`.
//!
//! The client is the same for all: HTTP on connections that stay, `StartExecution` and then `DescribeExecution` until the
//! execution has ended. It takes part of the processor, and so do the other programs of the machine: read the ratios of one
//! run.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement")]

mod cases;
mod client;
mod machines;
mod server;
mod settings;
mod table;

use server::Server;
use settings::Settings;
use table::Table;

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let settings = match Settings::read(&words) {
        Ok(settings) => settings,
        Err(error) => {
            eprintln!("{error}\n\n{}", settings::HELP);
            return 2.into();
        }
    };
    let mut table = Table::new(settings.json);
    for kind in &settings.servers {
        // One after the other: those that wait take no processor.
        let server = match Server::start(kind) {
            Ok(server) => server,
            Err(error) => {
                eprintln!("{}: {error}", kind.name());
                return 1.into();
            }
        };
        for case in cases::ALL.iter().filter(|case| settings.wants(case.name)) {
            let figures = (case.measure)(&server, &settings);
            table.add(kind.name(), case, figures);
        }
    }
    table.print();
    std::process::ExitCode::SUCCESS
}
