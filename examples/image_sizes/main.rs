//! Four sizes of an image at the same time: `cargo run --example image_sizes`; and what a month of it costs on AWS.
//!
//! Read `workflow.rs` first: it is the workflow. `tasks.rs` has what it calls; `bucket.rs` (a folder) and
//! `pixels.rs` (the scaling) stand for the systems that the tasks work with, `month.rs` counts what is billed. `-- --help` says
//! what else it can do.

mod bucket;
#[path = "../common/mod.rs"]
mod common;
mod month;
mod pixels;
mod tasks;
#[cfg(test)]
mod tests;
mod workflow;

use self::bucket::Bucket;
use self::common::thousands;
use self::month::{IMAGES, month};
use self::workflow::publish;
use ::workflow::cli::{BoxError, Ready, Terminal, shown};
use std::process::ExitCode;

const NAME: &str = "image_sizes";

fn main() -> ExitCode {
    ::workflow::cli()
        .workflow::<publish>()
        .about("Makes four sizes of an uploaded image, and a page that shows them.")
        .called(common::called(NAME))
        .inputs(common::inputs(NAME))
        .engine(async |engine| {
            let bucket = Bucket::open(&common::made(NAME))?;
            let engine = engine.resource(bucket.clone());
            Ok(Ready::from(engine).after(move |terminal| show(terminal, &bucket)))
        })
        .main()
}

fn show(terminal: &Terminal, bucket: &Bucket) -> Result<(), BoxError> {
    let size = |(key, bytes): &(String, u64)| format!("{key} ({} bytes)", thousands(bytes));
    let list = |prefix: &str| -> Result<String, BoxError> {
        Ok(bucket.list(prefix)?.iter().map(size).collect::<Vec<_>>().join(", "))
    };
    let rows = [
        ("uploads", list("uploads")?),
        ("images", list("images")?),
        ("pages", list("pages")?),
        ("folder", shown(&bucket.root)),
    ];
    terminal.table("Bucket", &rows);

    let month = month();
    let rows = [
        ("images", format!("{}, {} transitions each", thousands(IMAGES), month.an_image)),
        ("retried", "every tenth, once".to_owned()),
        ("transitions", thousands(month.all)),
        ("price", format!("{:.2} dollars, before those that are free", month.dollars)),
    ];
    terminal.table("A month on AWS", &rows);
    Ok(())
}
