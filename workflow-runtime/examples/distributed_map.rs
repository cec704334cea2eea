//! What a distributed Map over a large file costs, from files in a folder into files in a folder:
//!
//! ```sh
//! cargo run --release -p workflow-runtime --features object-store --example distributed_map -- 1000000 jsonl
//! ```
//!
//! The forms are `jsonl`, `csv` and `json`. One in a thousand items fails, which is tolerated. The bar is 256 MiB at the
//! peak for 1,000,000 items. Measured on two cores that others used, too: 45 to 49 MiB, 18,000 to 22,000 items a
//! second, for files of 40 to 62 MiB in, and 610 MB of results out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement")]

use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use workflow_asl::Definition;
use workflow_runtime::connector::ObjectStores;
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::{Engine, Failure};

/// A peak of so much, in KiB, is too much.
const BAR: u64 = 256 * 1024;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rows = words.first().map_or(1_000_000, |rows| rows.parse().expect("a number of rows"));
    let form = words.get(1).map_or("jsonl", String::as_str);
    let folder = std::env::temp_dir().join(format!("distributed-map-{}", std::process::id()));
    fs::create_dir_all(folder.join("data")).unwrap();
    let bytes = write(&folder.join("data/rows"), rows, form);
    println!("{rows} rows of {form}: {} MiB", bytes >> 20);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let begun = Instant::now();
    let result = runtime.block_on(run(&folder, form)).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    let manifest = result["ResultWriterDetails"]["Key"].as_str().unwrap();
    let manifest: Value =
        serde_json::from_slice(&fs::read(folder.join("results").join(manifest)).unwrap()).unwrap();
    for status in ["SUCCEEDED", "FAILED", "PENDING"] {
        println!("{status}: {}", manifest["ResultFiles"][status]);
    }
    fs::remove_dir_all(&folder).unwrap();
    #[allow(clippy::cast_precision_loss, reason = "a rate")]
    let rate = rows as f64 / seconds;
    println!("{seconds:.1} s, {rate:.0} items/s");
    let Some(peak) = peak() else { return println!("the peak of memory is not known here") };
    println!("peak: {} MiB", peak >> 10);
    assert!(peak < BAR, "more than 256 MiB");
}

/// A file of rows: its size.
fn write(path: &Path, rows: u64, form: &str) -> u64 {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let named = |row: u64| format!("customer {} of the town {}", row % 9973, row % 613);
    match form {
        "csv" => writeln!(file, "id,name,amount").unwrap(),
        "json" => write!(file, "[").unwrap(),
        _ => {}
    }
    for row in 0..rows {
        let (name, amount) = (named(row), row % 1000);
        match form {
            "csv" => writeln!(file, "{row},\"{name}\",{amount}").unwrap(),
            "json" => {
                let comma = if row == 0 { "" } else { "," };
                let item = json!({ "id": row, "name": name, "amount": amount });
                write!(file, "{comma}{item}").unwrap();
            }
            _ => {
                writeln!(file, "{}", json!({ "id": row, "name": name, "amount": amount })).unwrap()
            }
        }
    }
    if form == "json" {
        write!(file, "]").unwrap();
    }
    file.into_inner().unwrap().metadata().unwrap().len()
}

fn definition(form: &str) -> Value {
    let mut config = json!({ "InputType": form.to_uppercase() });
    if form == "csv" {
        config["CSVHeaderLocation"] = json!("FIRST_ROW");
    }
    json!({
        "QueryLanguage": "JSONata",
        "StartAt": "Each",
        "States": { "Each": {
            "Type": "Map",
            "Label": "Each",
            "ToleratedFailurePercentage": 1,
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": config,
                "Arguments": { "Bucket": "data", "Key": "rows" },
            },
            "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                "StartAt": "Good?",
                "States": {
                    "Good?": {
                        "Type": "Choice",
                        "Choices": [{
                            "Condition": "{% $string($states.input.amount) = '999' %}",
                            "Next": "Bad",
                        }],
                        "Default": "Named",
                    },
                    "Named": {
                        "Type": "Pass",
                        "Output": { "greeting": "{% 'Dear ' & $states.input.name %}" },
                        "End": true,
                    },
                    "Bad": { "Type": "Fail", "Error": "Bad", "Cause": "too much" },
                },
            },
            "ResultWriter": {
                "Resource": "arn:aws:states:::s3:putObject",
                "Arguments": { "Bucket": "results", "Prefix": "runs" },
            },
            "End": true,
        } },
    })
}

async fn run(folder: &Path, form: &str) -> Result<Value, Failure> {
    let engine = Engine::builder().objects(ObjectStores::folder(folder)?).build();
    let compiled = Compiled::connected(Definition::from_value(definition(form)).unwrap()).unwrap();
    let program = Arc::new(compiled);
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        let context = Context::from(identity);
        Ok(Interpreted::start(program, Arc::new(json!({})), context))
    };
    let execution = engine.start_with(open, Start { machine: "letters", ..Start::default() });
    let output = execution.await?.json()?;
    Ok((*output).clone())
}

/// The peak of what this process had in memory, in KiB.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}
