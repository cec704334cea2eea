//! Distributed Maps in Rust: what the proof by three witnesses does not see.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![allow(missing_docs, reason = "tests")]

use serde_json::{Value, json};
use workflow::connector::MemoryObjects;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

#[task]
async fn keep(name: String, mark: String) -> Result<String, Failure> {
    Ok(format!("{name} {mark}"))
}

#[task]
async fn weigh(row: Row) -> Result<u32, Failure> {
    Ok(row.weight)
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Row {
    name: String,
    weight: u32,
}

/// What is drawn, and who the execution is, is the item's own.
#[workflow]
async fn drawn(names: Vec<String>) -> Result<Vec<(String, String)>, Failure> {
    let outside = uuid();
    map(names, async |name| {
        let mark = uuid();
        let chance = random();
        let first = keep(name.clone(), mark.clone()).await?;
        let mark = if chance < 0.5 { mark } else { execution().id() };
        let second = keep(outside.clone(), mark).await?;
        Ok((first, second))
    })
    .distributed()
    .await
}

#[test]
fn what_is_drawn_is_the_same_in_the_document() {
    let test = Test::of::<drawn>().mock::<keep>(|call| {
        call.answers(|arguments| Ok(arguments.0.clone() + " " + &arguments.1))
    });
    let names = |count: u32| (0..count).map(|n| n.to_string()).collect::<Vec<_>>();
    for seed in 0..20 {
        test.clone().seed(seed).assert_same([names(0), names(1), names(6)]);
    }
    let run = test.run(names(4));
    let pairs = run.output();
    let unlike: std::collections::BTreeSet<_> = pairs.iter().map(|(first, _)| first).collect();
    assert_eq!(unlike.len(), 4, "{pairs:?}");
}

#[workflow]
async fn weighed(file: String, least: u32) -> Result<Vec<u32>, Failure> {
    map(read_jsonl::<Row>("data", file), async |row| {
        if row.weight < least {
            return Ok(0);
        }
        weigh(row).await
    })
    .distributed()
    .tolerated_failure_count(1)
    .named("Weigh all")
    .await
}

fn objects() -> MemoryObjects {
    let objects = MemoryObjects::default();
    let rows = [
        r#"{"name":"a","weight":5}"#,
        r#"{"name":"b","weight":"heavy"}"#,
        r#"{"name":"c","weight":1}"#,
    ];
    objects.insert("data", "rows.jsonl", rows.join("\n"));
    objects.insert("data", "worse.jsonl", [rows[1], rows[1]].join("\n"));
    objects
}

#[test]
fn an_item_that_does_not_fit_its_type_fails_alone() {
    let test = Test::of::<weighed>()
        .objects(objects())
        .mock::<weigh>(|call| call.answers(|row| Ok(row.weight * 2)));
    let run = test.run(("rows.jsonl".to_owned(), 2));
    assert_eq!(run.output(), [10, 0]);
    assert_eq!(run.calls::<weigh>().count(), 1);
    let run = test.run(("worse.jsonl".to_owned(), 2));
    assert_eq!(run.failure().error(), "States.ExceedToleratedFailureThreshold");
    let run = test.run(("none.jsonl".to_owned(), 2));
    assert_eq!(run.failure().error(), "States.ItemReaderFailed");
}

#[test]
fn states_of_items_are_covered() {
    let coverage = Coverage::of::<weighed>();
    let test = Test::of::<weighed>()
        .objects(objects())
        .mock::<weigh>(|call| call.answers(|row| Ok(row.weight)));
    test.covering(&coverage).run(("rows.jsonl".to_owned(), 2));
    coverage.assert_all();
}

const AGAIN: Retry = Retry::on(&["States.ExceedToleratedFailureThreshold"]).max_attempts(3);

#[workflow]
async fn tried(rows: Vec<Row>) -> Result<Vec<u32>, Failure> {
    map(rows, async |row| weigh(row).await).distributed().retry(AGAIN).await
}

#[test]
fn items_that_begin_again_are_asked_again() {
    let rows = || vec![Row { name: "a".to_owned(), weight: 3 }];
    let test = Test::of::<tried>().mock::<weigh>(|call| {
        call.fails(Failure::new("Busy", "")).times(2).then().answers(|row| Ok(row.weight))
    });
    let run = test.run(rows());
    assert_eq!(run.output(), [3]);
    test.assert_same([rows()]);
    test.crash_everywhere().run(rows());
}

#[workflow]
async fn filed(rows: Vec<Row>, prefix: String) -> Result<(String, String), Failure> {
    let written = map(batches(rows, 2), async |rows| {
        let found = map(rows, async |row| weigh(row).await).await?;
        Ok(found.iter().sum::<u32>())
    })
    .distributed()
    .tolerated_failure_percentage(50.0)
    .write("out", prefix)
    .await?;
    Ok((written.manifest.bucket, written.manifest.key))
}

#[test]
fn results_are_written_as_the_document_writes_them() {
    let row = |weight| Row { name: String::new(), weight };
    let rows = || vec![row(1), row(2), row(3), row(0), row(5)];
    let objects = MemoryObjects::default();
    let test = Test::of::<filed>().objects(objects.clone()).mock::<weigh>(|call| {
        call.answers(|row| match row.weight {
            0 => Err(Failure::new("Light", "")),
            weight => Ok(weight),
        })
    });
    let run = test.run((rows(), "some/where".to_owned()));
    let (bucket, key) = run.output();
    let read = |key: &str| -> Value {
        serde_json::from_slice(&objects.object(&bucket, key).expect(key)).unwrap()
    };
    let manifest = read(&key);
    assert_eq!(manifest["DestinationBucket"], "out");
    let file = |status: &str| read(manifest["ResultFiles"][status][0]["Key"].as_str().unwrap());
    // As they ended.
    let mut outputs: Vec<String> =
        file("SUCCEEDED").as_array().unwrap().iter().map(|it| it["Output"].to_string()).collect();
    outputs.sort();
    assert_eq!(outputs, [r#""3""#, r#""5""#]);
    assert_eq!(file("FAILED")[0]["Error"], "Light");
    test.assert_same([(rows(), "some/where".to_owned())]);
}

#[workflow]
async fn csv(file: String) -> Result<Vec<u32>, Failure> {
    map(read_csv::<Row>("data", file), async |row| weigh(row).await).distributed().await
}

#[test]
fn the_values_of_a_csv_file_are_texts() {
    let error = csv::definition().unwrap_err().to_string();
    assert_eq!(
        error,
        "state `EachRow`, ItemReader: the values of a CSV file are texts, and `Row::weight` is none; make it a \
         `String`, and read it where it is used: `row.count.parse::<u32>()`"
    );
}

#[test]
fn the_document_is_as_an_expert_writes_it() {
    let document = weighed::definition().unwrap().to_value();
    let mut map = document["States"]["Weigh all"].clone();
    map["ItemProcessor"].as_object_mut().unwrap().remove("States");
    assert_eq!(
        map,
        json!({
            "Type": "Map",
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": { "InputType": "JSONL" },
                "Arguments": { "Bucket": "data", "Key": "{% $states.context.Execution.Input.file %}" },
            },
            "ItemSelector": {
                "row": "{% $states.context.Map.Item.Value %}",
                "least": "{% $states.context.Execution.Input.least %}",
            },
            "ToleratedFailureCount": 1,
            "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "weight < least?",
            },
            "End": true,
        })
    );
}

#[workflow]
async fn slow(seconds: Vec<u64>) -> Result<String, Failure> {
    let written = map(seconds, async |seconds| {
        sleep(Duration::from_secs(seconds)).await;
        Ok(seconds)
    })
    .distributed()
    .express()
    .tolerated_failure_count(1)
    .write("out", "slow")
    .await?;
    Ok(written.manifest.key)
}

#[test]
fn an_express_item_ends_after_five_minutes() {
    let objects = MemoryObjects::default();
    let test = Test::of::<slow>().objects(objects.clone());
    let run = test.run(vec![299, 301]);
    let manifest = objects.object("out", &run.output()).unwrap();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap();
    let key = manifest["ResultFiles"]["FAILED"][0]["Key"].as_str().unwrap();
    let failed: Value = serde_json::from_slice(&objects.object("out", key).unwrap()).unwrap();
    assert_eq!(failed.as_array().unwrap().len(), 1);
    assert_eq!(
        (&failed[0]["Error"], &failed[0]["Input"]),
        (&json!("States.Timeout"), &json!("301"))
    );
    assert_eq!(failed[0]["Status"], "TIMED_OUT");
    assert_eq!(
        test.run(vec![301, 302]).failure().error(),
        "States.ExceedToleratedFailureThreshold"
    );
    test.assert_same([vec![299, 301], vec![301, 302]]);
    test.crash_everywhere().run(vec![100, 301]);
}

#[workflow]
async fn many_calls(rows: Vec<Row>) -> Result<(Vec<u32>, Vec<u32>), Failure> {
    let express = map(rows.clone(), async |row| {
        let mut sum = 0;
        for _ in 0..5_500 {
            sum = weigh(row.clone()).await?;
        }
        Ok(sum)
    })
    .distributed()
    .express()
    .await?;
    let standard = map(rows, async |row| {
        let mut sum = 0;
        for _ in 0..5_500 {
            sum = weigh(row.clone()).await?;
        }
        Ok(sum)
    })
    .distributed()
    .tolerated_failure_count(1)
    .await?;
    Ok((express, standard))
}

#[tokio::test]
async fn an_express_item_may_have_any_number_of_events() {
    let row = Row { name: "a".to_owned(), weight: 7 };
    let engine = Engine::builder().virtual_time().build();
    // Each call is five events; a STANDARD item ends at 25,000 of them.
    assert_eq!(engine.run::<many_calls>(vec![row]).await.unwrap(), (vec![7], vec![]));
}

#[test]
fn the_document_says_what_its_items_are() {
    let document = slow::definition().unwrap().to_value();
    let map = &document["States"]["Written"];
    assert_eq!(map["ItemProcessor"]["ProcessorConfig"]["ExecutionType"], "EXPRESS");
}
