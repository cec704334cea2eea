//! Distributed Maps: their items are read, and their results written, as they come.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{
    Listed, MemoryObjects, Objects, Part, Reply, Target, Upload, connector,
};
use workflow_runtime::engine::{EngineBuilder, Identity, Limits, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Failure};

fn builder() -> EngineBuilder {
    Engine::builder().clock(VirtualClock::default()).seed(1)
}

async fn run(engine: &Engine, definition: Value, input: Value) -> Result<Value, Failure> {
    let definition = Definition::from_value(definition).unwrap();
    let timeout = definition.timeout();
    let program = Arc::new(Compiled::connected(definition).unwrap());
    let shown = input.to_string().into();
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, Arc::new(input), Context::from(identity)))
    };
    let start = Start { machine: "m", input: Some(shown), timeout, ..Start::default() };
    let output = engine.start_with(open, start).await?.json()?;
    Ok((*output).clone())
}

/// A machine of one distributed Map, whose items pass, but for `"bad"`.
fn map(more: Value) -> Value {
    let states = json!({
        "Good?": {
            "Type": "Choice",
            "Choices": [{ "Condition": "{% $states.input = 'bad' %}", "Next": "Bad" }],
            "Default": "Good",
        },
        "Good": { "Type": "Pass", "End": true },
        "Bad": { "Type": "Fail", "Error": "Bad", "Cause": "it is bad" },
    });
    with(states, "Good?", more)
}

fn with(states: Value, start: &str, more: Value) -> Value {
    let processor = json!({
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": start,
        "States": states,
    });
    let mut map = json!({ "Type": "Map", "ItemProcessor": processor, "Label": "L", "End": true });
    map.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": map } })
}

fn reader(action: &str, arguments: Value, config: Value) -> Value {
    let resource = format!("arn:aws:states:::s3:{action}");
    let mut reader = json!({ "Resource": resource, "Arguments": arguments });
    if !config.is_null() {
        reader["ReaderConfig"] = config;
    }
    json!({ "ItemReader": reader })
}

fn written(mut more: Value, config: Value) -> Value {
    more["ResultWriter"] = json!({
        "Resource": "arn:aws:states:::s3:putObject",
        "Arguments": { "Bucket": "out", "Prefix": "runs/" },
    });
    if !config.is_null() {
        more["ResultWriter"]["WriterConfig"] = config;
    }
    more
}

/// An object of so many rows that are made when they are read; what is written goes nowhere, but is counted.
#[derive(Clone)]
struct Endless(Arc<Counts>);

#[derive(Default)]
struct Counts {
    rows: u64,
    read: AtomicU64,
    ended: AtomicU64,
    /// How many rows were read, but had not ended, at most.
    alive: AtomicU64,
    written: AtomicU64,
}

const ROW: u64 = 16;
const ROWS_OF_A_PART: u64 = 64;

impl Objects for Endless {
    fn part(&self, _: &str, _: &str, from: u64) -> BoxFuture<Result<Option<Part>, Failure>> {
        let counts = &self.0;
        let first = from / ROW;
        let end = (first + ROWS_OF_A_PART).min(counts.rows);
        let mut text = String::new();
        for row in first..end {
            // Fifteen digits and the end of the line.
            writeln!(text, "1{row:014}").unwrap();
        }
        counts.read.store(end, Ordering::SeqCst);
        counts.alive.fetch_max(end - counts.ended.load(Ordering::SeqCst), Ordering::SeqCst);
        let size = counts.rows * ROW;
        let part = Part { bytes: text.into_bytes(), size, tag: "\"t\"".to_owned() };
        Box::pin(async { Ok(Some(part)) })
    }

    fn list(&self, _: &str, _: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        Box::pin(async { Ok(vec![]) })
    }

    fn write(&self, _: &str, _: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>> {
        let upload = self.clone();
        Box::pin(async { Ok(Box::new(upload) as Box<dyn Upload>) })
    }
}

impl Upload for Endless {
    fn add(&mut self, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        self.0.written.fetch_add(bytes.len() as u64, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    }

    fn finish(self: Box<Self>) -> BoxFuture<Result<(), Failure>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn no_more_rows_are_alive_than_children_and_a_part_of_the_file() {
    const ROWS: u64 = 20_000;
    const WIDTH: u64 = 50;
    let endless = Endless(Arc::new(Counts { rows: ROWS, ..Counts::default() }));
    let counts = endless.0.clone();
    fn call(target: &Target) -> bool {
        target.action() == Some(("sqs", "sendMessage"))
    }
    let counted = counts.clone();
    let answer = connector(call, move |_| {
        counted.ended.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(Reply::Done(Arc::new(json!({})))) })
    });
    let engine = builder().objects(endless).connector(answer).build();
    let states = json!({ "Send": {
        "Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage",
        "Arguments": { "QueueUrl": "q", "MessageBody": "{% $states.input %}" },
        "End": true,
    } });
    let source =
        reader("getObject", json!({ "Bucket": "b", "Key": "k" }), json!({ "InputType": "JSONL" }));
    let mut more = written(source, json!({ "Transformation": "COMPACT" }));
    more["MaxConcurrency"] = json!(WIDTH);
    let result = run(&engine, with(states, "Send", more), json!({})).await.unwrap();
    assert_eq!(result["ResultWriterDetails"]["Bucket"], "out");
    assert_eq!(counts.ended.load(Ordering::SeqCst), ROWS);
    let alive = counts.alive.load(Ordering::SeqCst);
    assert!(alive <= WIDTH + ROWS_OF_A_PART, "{alive} rows were alive at once");
    // `{},` for each of them, in brackets; and the manifest.
    assert!(counts.written.load(Ordering::SeqCst) > 3 * ROWS);
}

/// What a run has written: by the end of the keys, with the name of the run left out.
fn files(objects: &MemoryObjects, result: &Value) -> Vec<(String, Value)> {
    let manifest = result["ResultWriterDetails"]["Key"].as_str().unwrap();
    let folder = manifest.strip_suffix("manifest.json").unwrap();
    let keys = ["SUCCEEDED_0.json", "FAILED_0.json", "PENDING_0.json"];
    let read = |key: &&str| {
        let body = objects.object("out", &format!("{folder}{key}"))?;
        Some(((*key).to_owned(), serde_json::from_slice(&body).unwrap()))
    };
    keys.iter().filter_map(read).collect()
}

#[tokio::test]
async fn results_are_described_in_files_and_listed_in_a_manifest() {
    let objects = MemoryObjects::default();
    let engine = builder().objects(objects.clone()).build();
    let more = written(json!({ "ToleratedFailureCount": 1 }), Value::Null);
    let result = run(&engine, map(more), json!(["a", "bad"])).await.unwrap();
    let arn = result["MapRunArn"].as_str().unwrap();
    let name = arn.rsplit(':').next().unwrap();
    assert_eq!(arn, format!("arn:aws:states:us-east-1:123456789012:mapRun:m/L:{name}"));
    let key = format!("runs/{name}/manifest.json");
    assert_eq!(result["ResultWriterDetails"], json!({ "Bucket": "out", "Key": key }));
    let files = files(&objects, &result);
    let [(_, good), (_, bad)] = files.as_slice() else { panic!("{files:?}") };
    let child = good[0]["Name"].as_str().unwrap();
    assert_eq!(child.len(), 36, "{child} has the form of a UUID");
    let time = "2026-01-01T00:00:00.000Z";
    let expected = json!({
        "ExecutionArn": format!("arn:aws:states:us-east-1:123456789012:execution:m/L:{child}"),
        "Input": "\"a\"",
        "InputDetails": { "Included": true },
        "Name": child,
        "Output": "\"a\"",
        "OutputDetails": { "Included": true },
        "RedriveCount": 0,
        "RedriveStatus": "NOT_REDRIVABLE",
        "StartDate": time,
        "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:m/L",
        "Status": "SUCCEEDED",
        "StopDate": time,
    });
    assert_eq!(good, &json!([expected]));
    let told = |field: &str| bad[0][field].as_str().unwrap().to_owned();
    assert_eq!(["Error", "Cause", "Status"].map(told), ["Bad", "it is bad", "FAILED"]);
    let manifest: Value = serde_json::from_slice(&objects.object("out", &key).unwrap()).unwrap();
    let size = objects.object("out", &format!("runs/{name}/FAILED_0.json")).unwrap().len();
    assert_eq!(manifest["DestinationBucket"], "out");
    assert_eq!(manifest["MapRunArn"], arn);
    assert_eq!(manifest["ResultFiles"]["PENDING"], json!([]));
    let listed = json!([{ "Key": format!("runs/{name}/FAILED_0.json"), "Size": size }]);
    assert_eq!(manifest["ResultFiles"]["FAILED"], listed);
}

#[tokio::test]
async fn results_are_written_in_the_form_that_is_wanted() {
    let input = json!([["a", "b"], "c", "bad"]);
    for (config, expected) in [
        (json!({ "Transformation": "COMPACT" }), "[[\"a\",\"b\"],\"c\"]"),
        (json!({ "Transformation": "FLATTEN" }), "[\"a\",\"b\",\"c\"]"),
        (json!({ "Transformation": "FLATTEN", "OutputType": "JSONL" }), "\"a\"\n\"b\"\n\"c\"\n"),
    ] {
        let objects = MemoryObjects::default();
        let engine = builder().objects(objects.clone()).build();
        let more = written(json!({ "ToleratedFailureCount": 1 }), config);
        let result = run(&engine, map(more), input.clone()).await.unwrap();
        let manifest = result["ResultWriterDetails"]["Key"].as_str().unwrap();
        let manifest: Value =
            serde_json::from_slice(&objects.object("out", manifest).unwrap()).unwrap();
        let key = manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap();
        assert_eq!(String::from_utf8(objects.object("out", key).unwrap()).unwrap(), expected);
    }
}

#[tokio::test]
async fn what_was_not_begun_is_written_down_as_pending() {
    let objects = MemoryObjects::default();
    let engine = builder().objects(objects.clone()).build();
    let more = written(json!({ "MaxConcurrency": 1 }), Value::Null);
    let failure = run(&engine, map(more), json!(["a", "bad", "b", "c"])).await.unwrap_err();
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    let keys: Vec<String> =
        objects.list("out", "runs/").await.unwrap().into_iter().map(|it| it.key).collect();
    let manifest = keys.iter().find(|key| key.ends_with("manifest.json")).unwrap();
    let result = json!({ "ResultWriterDetails": { "Key": manifest } });
    let told: Vec<_> = files(&objects, &result)
        .into_iter()
        .map(|(_, ends)| {
            let ends = ends.as_array().unwrap().clone();
            let told =
                |end: Value| format!("{} {}", end["Status"], end["Input"]).replace(['"', '\\'], "");
            ends.into_iter().map(told).collect::<Vec<_>>()
        })
        .collect();
    let expected = [vec!["SUCCEEDED a"], vec!["FAILED bad"], vec!["PENDING b", "PENDING c"]];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn children_that_run_when_it_fails_are_aborted() {
    let objects = MemoryObjects::default();
    let engine = builder().objects(objects.clone()).build();
    let mut definition = map(written(json!({}), Value::Null));
    let good = &mut definition["States"]["M"]["ItemProcessor"]["States"]["Good"];
    *good = json!({ "Type": "Wait", "Seconds": 60, "End": true });
    run(&engine, definition, json!(["a", "bad"])).await.unwrap_err();
    let keys = objects.list("out", "runs/").await.unwrap();
    let failed = keys.iter().find(|it| it.key.ends_with("FAILED_0.json")).unwrap();
    let failed: Value =
        serde_json::from_slice(&objects.object("out", &failed.key).unwrap()).unwrap();
    let statuses: Vec<_> = failed.as_array().unwrap().iter().map(|it| &it["Status"]).collect();
    assert_eq!(statuses, ["FAILED", "ABORTED"]);
}

#[tokio::test]
async fn failures_are_tolerated_up_to_a_count_and_a_percentage() {
    let objects = MemoryObjects::default();
    let lines = "\"bad\"\n\"bad\"\n1\n2\n3\n4\n5\n6\n7\n8\n";
    objects.insert("b", "k", lines);
    let engine = builder().objects(objects).build();
    let source =
        reader("getObject", json!({ "Bucket": "b", "Key": "k" }), json!({ "InputType": "JSONL" }));
    for (more, fails) in [
        (json!({}), true),
        (json!({ "ToleratedFailureCount": 1 }), true),
        (json!({ "ToleratedFailureCount": 2 }), false),
        // Known only when all items are.
        (json!({ "ToleratedFailurePercentage": 19.9 }), true),
        (json!({ "ToleratedFailurePercentage": 20 }), false),
        (json!({ "ToleratedFailurePercentage": "{% $states.input.most %}" }), false),
        (json!({ "ToleratedFailureCount": 1, "ToleratedFailurePercentage": 100 }), true),
        // All items of a batch have failed with it.
        (json!({ "ToleratedFailureCount": 3, "ItemBatcher": { "MaxItemsPerBatch": 2 } }), false),
    ] {
        let mut all = source.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let ended = run(&engine, map(all), json!({ "most": 20 })).await;
        match ended {
            Ok(_) => assert!(!fails, "{more}"),
            Err(failure) => {
                assert!(fails, "{more}: {failure}");
                assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
                let cause = "The specified tolerated failure threshold was exceeded";
                assert_eq!(failure.cause(), cause);
            }
        }
    }
}

#[tokio::test]
async fn a_result_beyond_the_limit_fails_unless_it_is_written() {
    let items: Vec<Value> = (0..3).map(|_| json!("x".repeat(100_000))).collect();
    let objects = MemoryObjects::default();
    objects.insert("b", "k", json!(items).to_string());
    let source =
        reader("getObject", json!({ "Bucket": "b", "Key": "k" }), json!({ "InputType": "JSON" }));
    let engine = builder().objects(objects.clone()).build();
    let failure = run(&engine, map(source.clone()), json!({})).await.unwrap_err();
    let cause = "The state/task 'M' returned a result with a size exceeding the maximum number of bytes service limit.";
    assert_eq!((failure.error(), &*failure.cause()), ("States.DataLimitExceeded", cause));
    assert!(run(&engine, map(written(source.clone(), Value::Null)), json!({})).await.is_ok());
    let unlimited = builder().limits(Limits::Off).objects(objects).build();
    assert_eq!(run(&unlimited, map(source), json!({})).await, Ok(json!(items)));
}

#[tokio::test]
async fn lists_of_objects_are_read() {
    let objects = MemoryObjects::default();
    let manifest = json!({
        "sourceBucket": "from", "destinationBucket": "arn:aws:s3:::b", "version": "2016-11-30",
        "creationTimestamp": "1514944800000", "fileFormat": "CSV", "fileSchema": "Bucket, Key",
        "files": [{ "key": "i/1.csv" }, { "key": "i/2.csv" }],
    });
    objects.insert("b", "i/manifest.json", manifest.to_string());
    objects.insert("b", "i/1.csv", "\"from\",\"x\"\n\"from\",\"y\"\n");
    objects.insert("b", "i/2.csv", "\"from\",\"z\"\n");
    objects.insert("b", "a.csv", "s3://b/j/1\ns3://b/j/2\n");
    objects.insert("b", "j/1", "[1]\n");
    objects.insert("b", "j/2", "[2]\n[3]");
    objects.insert("b", "j/folder/", "");
    let engine = builder().objects(objects).build();
    let object = |key: &str, config: Value| {
        reader("getObject", json!({ "Bucket": "b", "Key": key }), config)
    };
    let listing =
        |config| reader("listObjectsV2", json!({ "Bucket": "b", "Prefix": "j/" }), config);
    let row = |key: &str| json!({ "Bucket": "from", "Key": key });
    let athena = json!({ "InputType": "JSONL", "ManifestType": "ATHENA_DATA" });
    let flat = json!({ "InputType": "JSONL", "Transformation": "LOAD_AND_FLATTEN", "MaxItems": 2 });
    for (more, expected) in [
        (
            object("i/manifest.json", json!({ "InputType": "MANIFEST" })),
            json!([row("x"), row("y"), row("z")]),
        ),
        (
            object("i/manifest.json", json!({ "InputType": "MANIFEST", "MaxItems": 2 })),
            json!([row("x"), row("y")]),
        ),
        (object("a.csv", athena), json!([[1], [2], [3]])),
        (listing(flat), json!([[1], [2]])),
    ] {
        assert_eq!(run(&engine, map(more.clone()), json!({})).await, Ok(expected), "{more}");
    }
    let mut keys = listing(json!({ "MaxItems": 2 }));
    keys["ItemSelector"] = json!("{% $states.context.Map.Item.Value.Key %}");
    assert_eq!(run(&engine, map(keys), json!({})).await, Ok(json!(["j/1", "j/2"])));
    let source = json!("{% $states.context.Map.Item.Source %}");
    for (mut more, expected) in [
        (listing(json!({ "MaxItems": 1 })), json!(["S3://b"])),
        (object("j/1", json!({ "InputType": "JSONL" })), json!(["S3://b/j/1"])),
        (json!({ "Items": [1] }), json!(["STATE_DATA"])),
    ] {
        more["ItemSelector"] = source.clone();
        assert_eq!(run(&engine, map(more), json!({})).await, Ok(expected));
    }
}

fn gzipped(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, text).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn objects_that_gzip_made_smaller_are_read_like_others() {
    let objects = MemoryObjects::default();
    let rows = gzipped(b"a,b\n1,2\n");
    objects.insert("b", "rows.csv.gz", rows.clone());
    objects.insert("b", "broken.csv.gz", &rows[..20]);
    objects.insert("b", "lines", [gzipped(b"{\"a\":"), gzipped(b"1}\n2\n")].concat());
    objects.insert("b", "array.json.gz", gzipped(b"{\"rows\":[1,2]}"));
    objects.insert("b", "plain.gz", "1\n");
    objects.insert("b", "bomb", gzipped(&vec![b'1'; 40 << 20]));
    objects.insert("b", "manifest", gzipped(b"s3://b/lines\n"));
    let engine = builder().objects(objects).build();
    let read = |key: &str, config: Value| {
        let object = json!({ "Bucket": "b", "Key": key });
        run(&engine, map(reader("getObject", object, config)), json!({}))
    };
    let csv = json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" });
    let lines = json!({ "InputType": "JSONL" });
    let athena = json!({ "InputType": "JSONL", "ManifestType": "ATHENA_DATA" });
    let array = json!({ "InputType": "JSON", "ItemsPointer": "/rows" });
    for (key, config, expected) in [
        ("rows.csv.gz", &csv, json!([{ "a": "1", "b": "2" }])),
        ("lines", &lines, json!([{ "a": 1 }, 2])),
        ("array.json.gz", &array, json!([1, 2])),
        ("plain.gz", &lines, json!([1])),
        ("manifest", &athena, json!([{ "a": 1 }, 2])),
    ] {
        assert_eq!(read(key, config.clone()).await, Ok(expected), "{key}");
    }
    for (key, config, cause) in [
        (
            "broken.csv.gz",
            csv,
            "`broken.csv.gz` in the bucket `b` is compressed by gzip, and broken: ",
        ),
        ("bomb", lines, "an item is longer than 16 MiB"),
        ("bomb", athena, "`bomb` in the bucket `b` is too large: more than 16 MiB"),
    ] {
        let failure = read(key, config).await.unwrap_err();
        assert_eq!(failure.error(), "States.ItemReaderFailed");
        assert!(failure.cause().starts_with(cause), "{failure}");
    }
}

/// An object that changes whenever it is read, and one that cannot be read.
struct Unsteady(Mutex<u8>);

impl Objects for Unsteady {
    fn part(&self, _: &str, key: &str, _: u64) -> BoxFuture<Result<Option<Part>, Failure>> {
        let mut reads = self.0.lock().unwrap();
        *reads += 1;
        let part = Part { bytes: b"1\n".to_vec(), size: 100, tag: reads.to_string() };
        let broken = key == "broken";
        let read =
            if broken { Err(Failure::new("Io", "the disk is gone")) } else { Ok(Some(part)) };
        Box::pin(async { read })
    }

    fn list(&self, _: &str, _: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        Box::pin(async { Err(Failure::new("Io", "there is no list")) })
    }

    fn write(&self, _: &str, _: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>> {
        Box::pin(async { Err(Failure::new("Io", "it is full")) })
    }
}

#[tokio::test]
async fn what_cannot_be_read_or_written_fails_the_run() {
    let engine = builder().objects(Unsteady(Mutex::new(0))).build();
    let lines = json!({ "InputType": "JSONL" });
    let object = |key: &str, config: &Value| {
        reader("getObject", json!({ "Bucket": "b", "Key": key }), config.clone())
    };
    for (more, error, cause) in [
        (
            object("a", &lines),
            "States.ItemReaderFailed",
            "`a` in the bucket `b` has changed while it was read",
        ),
        (object("broken", &lines), "States.ItemReaderFailed", "the disk is gone"),
        (
            object("", &lines),
            "States.ItemReaderFailed",
            "the ItemReader needs a `Key` that is a text, not \"\"",
        ),
        (
            reader("listObjectsV2", json!({ "Bucket": "b" }), Value::Null),
            "States.ItemReaderFailed",
            "there is no list",
        ),
        (written(json!({ "Items": [1] }), Value::Null), "States.ResultWriterFailed", "it is full"),
    ] {
        let failure = run(&engine, map(more), json!({})).await.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), (error, cause));
    }
}

#[tokio::test]
async fn virtual_time_goes_on_while_items_run_and_no_further() {
    let engine = builder().build();
    let mut definition = map(json!({}));
    definition["TimeoutSeconds"] = json!(100);
    let good = &mut definition["States"]["M"]["ItemProcessor"]["States"]["Good"];
    *good = json!({ "Type": "Wait", "Seconds": 60, "End": true });
    let all = json!(["a", "b", "c"]);
    assert_eq!(run(&engine, definition.clone(), all.clone()).await, Ok(all));
    definition["States"]["M"]["MaxConcurrency"] = json!(1);
    let failure = run(&engine, definition, json!(["a", "b"])).await.unwrap_err();
    assert_eq!(failure.error(), "States.Timeout");
}
