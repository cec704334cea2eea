//! The workflow, and the data that it works on. The tasks that it calls are in `tasks.rs`.

use super::tasks::*;
use workflow::prelude::*;

/// The input of the workflow.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Source {
    pub file: String,
}

/// A part of a file: whole lines. This is all that travels; the rows stay where they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Batch {
    pub file: String,
    pub number: u32,
    pub start: u64,
    pub end: u64,
}

/// The rows of a batch: good ones are in one file, bad ones in another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Cleaned {
    pub number: u32,
    pub read: u64,
    pub rejected: u64,
}

/// The result of the workflow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Report {
    pub read: u64,
    pub loaded: u64,
    pub rejected: u64,
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Reason {
    pub reason: String,
    pub rows: u64,
}

/// Loads a file of orders into the warehouse: each row is there once, or is rejected with a reason.
#[workflow(triggers(
    schedule("0 2 * * *", "Europe/Zurich", name = "nightly", input = { "file": "orders.csv" }),
))]
pub async fn load_orders(source: Source) -> Result<Report, Failure> {
    let batches = split(source.file.clone()).await?;
    let cleaned = map(batches, async |batch| clean(batch).await).max_concurrency(4).await?;

    let read: u64 = cleaned.iter().map(|batch| batch.read).sum();
    let rejected: u64 = cleaned.iter().map(|batch| batch.rejected).sum();
    if rejected > read / 10 {
        let cause =
            format!("{rejected} of {read} rows of {} are bad: nothing is loaded", source.file);
        return Err(Failure::new("TooDirty", cause));
    }

    map(cleaned, async |batch| load(batch.number).await).max_concurrency(4).await?;
    let report = summarise(read).await?;
    if report.loaded + report.rejected != report.read {
        return Err(Failure::new("RowsLost", format!("{} rows were read", report.read)));
    }
    Ok(report)
}
