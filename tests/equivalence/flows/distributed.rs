//! Distributed Maps: items that fail, what they capture, what is inside and around them.

use super::tasks::*;
use crate::prove;
use workflow::connector::MemoryObjects;
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    to_whom: String,
    weights: Vec<i32>,
    fragile: Option<bool>,
}

/// Nothing captured, nothing tolerated.
#[workflow]
pub async fn plain(names: Vec<String>) -> Result<Vec<u32>, Failure> {
    map(names, async |name| count(name).await).distributed().await
}

/// Captures of all kinds: the input, what is assigned, what changes later, an item around, a literal.
#[workflow]
pub async fn captured(
    names: Vec<String>,
    suffix: String,
) -> Result<(Vec<String>, String), Failure> {
    let limit = 3;
    let mut label = text(suffix.clone()).await?;
    let all = map(names, async |name| {
        let size = count(name.clone()).await?;
        if size > limit {
            return two(label.clone(), i64::from(size)).await;
        }
        let whole = format!("{name}{suffix}");
        text(whole).await
    })
    .max_concurrency(2)
    .distributed()
    .tolerated_failure_percentage(60.0)
    .await?;
    label = format!("{label}{}", all.len());
    note(label.clone()).await?;
    Ok((all, label))
}

/// Items that are taken apart, and parts of them that are kept over several states.
#[workflow]
pub async fn taken_apart(parcels: Vec<Parcel>, extra: i32) -> Result<Vec<(String, i32)>, Failure> {
    map(parcels, async |Parcel { to_whom, weights, fragile }| {
        let known = check(to_whom.clone()).await?;
        if fragile == Some(true) && !known {
            return Err(Failure::new("Fragile", format!("{to_whom} is unknown")));
        }
        let sizes = map(weights, async |weight| {
            let found = number(i64::from(weight)).await?;
            Ok(if found > i64::from(extra) { 1 } else { 0 })
        })
        .await?;
        note(to_whom.clone()).await?;
        Ok((to_whom, sizes.iter().sum::<i32>()))
    })
    .distributed()
    .tolerated_failure_count(1)
    .named("Every parcel")
    .await
}

/// Failures of the whole are caught, by one `match`; what was not lost before goes on.
#[workflow]
pub async fn caught(names: Vec<String>, why: String) -> Result<String, Failure> {
    let done = match map(names.clone(), async |name| match charge_small(name.clone()).await {
        Ok(found) => Ok(found),
        Err(Small::Empty) => text(why.clone()).await,
        Err(Small::Full(size, _)) => Err(Failure::new("Full", format!("{size}"))),
        Err(Small::Late) => Err(Failure::new("Late", name)),
    })
    .distributed()
    .tolerated_failure_count(1)
    .max_concurrency(3)
    .await
    {
        Ok(done) => done,
        Err(failure) => {
            note(failure.cause().to_string()).await?;
            vec![failure.error().to_string(), why]
        }
    };
    Ok(format!("{} of {}: {}", done.len(), names.len(), done.join(",")))
}

#[task]
pub async fn charge_small(of: String) -> Result<String, Small> {
    Ok(of)
}

/// In a loop, in an item, in a branch, and one inside the other.
#[workflow]
pub async fn around(
    rows: Vec<Vec<String>>,
    start: i64,
) -> Result<(Vec<Vec<u32>>, i64, u32), Failure> {
    let mut total = start % 100;
    for row in rows.clone() {
        let found = map(row, async |cell| two(cell, total).await).distributed().await?;
        total = (total + found.len() as i64) % 1000;
    }
    let (nested, first) = join!(
        map(rows, async |row| {
            let size = row.len() as u32;
            map(row, async |cell| {
                let found = count(cell).await?;
                Ok(found.min(1000) + size)
            })
            .distributed()
            .tolerated_failure_count(2)
            .await
        }),
        async {
            let found = map(vec![1, 2, 3], async |n| {
                let inner = map(vec![n, n + 1], async |m| {
                    let found = number(i64::from(m * n)).await?;
                    Ok(found + total)
                })
                .distributed()
                .await?;
                Ok(inner.len() as u32)
            })
            .distributed()
            .tolerated_failure_count(3)
            .await?;
            Ok(found.iter().sum::<u32>())
        }
    )
    .await?;
    Ok((nested, total, first))
}

/// What is drawn, waits and loops in items; the item is needed after all of them.
#[workflow]
pub async fn long(counts: Vec<u8>) -> Result<Vec<String>, Failure> {
    map(counts, async |mut left| {
        let mut seen = vec![];
        while left > 0 {
            sleep(Duration::from_secs(2)).await;
            left /= 3;
            seen.push(count(format!("{left}")).await?);
            if seen.len() > 4 {
                break;
            }
        }
        Ok(format!("{left}:{}", seen.len()))
    })
    .distributed()
    .tolerated_failure_percentage(50.0)
    .await
}

const AGAIN: Retry = Retry::on(&["States.ExceedToleratedFailureThreshold"]).max_attempts(2);

/// All items begin anew.
#[workflow]
pub async fn again(names: Vec<String>, prefix: String) -> Result<Vec<String>, Failure> {
    map(names, async |name| text(format!("{prefix}{name}")).await).distributed().retry(AGAIN).await
}

/// The item is not looked at, or is the only thing that is.
#[workflow]
pub async fn ignored(names: Vec<String>) -> Result<(Vec<u32>, Vec<String>), Failure> {
    let numbers =
        map(names.clone(), async |_| count(String::from("x")).await).distributed().await?;
    let same = map(names, async |name| Ok(name)).distributed().await?;
    Ok((numbers, same))
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Row {
    name: String,
    #[serde(rename = "how many")]
    count: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Sale {
    to: String,
    items: Vec<i32>,
    note: Option<String>,
}

/// The rows of a CSV file: texts, read as numbers where they are.
#[workflow]
pub async fn csv_rows(bucket: String, plus: i64) -> Result<Vec<String>, Failure> {
    let bucket = if bucket.is_empty() { String::from("data") } else { String::from("more") };
    map(read_csv::<Row>(bucket, "in/rows.csv"), async |row| {
        let count = row.count.parse::<i64>().unwrap_or(0) + plus % 100;
        if count % 7 == 3 {
            return Err(Failure::new("Seven", row.name));
        }
        two(row.name, count).await
    })
    .distributed()
    .tolerated_failure_percentage(40.0)
    .max_concurrency(3)
    .await
}

/// JSON and JSON Lines, in one execution; a file that is not there.
#[workflow]
pub async fn sales(name: String, most: i32) -> Result<(Vec<usize>, Vec<String>, String), Failure> {
    let (sizes, names) = join!(
        map(read_json::<Sale>("data", "sales.json").max_items(2), async |sale| {
            note(sale.to).await?;
            Ok(sale.items.iter().filter(|item| **item < most).count())
        })
        .distributed()
        .tolerated_failure_count(1),
        map(read_jsonl::<Sale>("data", "sales.jsonl"), async |Sale { to, note, .. }| {
            text(note.unwrap_or(to)).await
        })
        .distributed()
        .tolerated_failure_count(2)
    )
    .await?;
    let missing = match map(read_jsonl::<Sale>("data", format!("{name}.jsonl")), async |sale| {
        text(sale.to).await
    })
    .distributed()
    .await
    {
        Ok(found) => found.concat(),
        Err(failure) => failure.error().to_string(),
    };
    Ok((sizes, names, missing))
}

/// Batches of a list and of what is read, with what they capture and without.
#[workflow]
pub async fn batched(
    names: Vec<String>,
    prefix: String,
) -> Result<(Vec<u32>, Vec<String>), Failure> {
    let counts = map(batches(names, 2), async |names| count(names.join(",")).await)
        .distributed()
        .tolerated_failure_percentage(50.0)
        .await?;
    let all = map(batches(read_csv::<Row>("data", "in/rows.csv"), 3), async |rows| {
        let mut found = vec![];
        for row in rows {
            found.push(text(format!("{prefix}{}", row.name)).await?);
        }
        Ok(found.join("+"))
    })
    .distributed()
    .tolerated_failure_count(3)
    .await?;
    Ok((counts, all))
}

/// Results that are written.
#[workflow]
pub async fn written(names: Vec<String>, bucket: String) -> Result<String, Failure> {
    let prefix = text(bucket.clone()).await?;
    let written = map(batches(names, 2), async |names| count(names.concat()).await)
        .distributed()
        .tolerated_failure_percentage(50.0)
        .write("out", format!("{prefix}/results"))
        .await?;
    note(written.manifest.bucket.clone()).await?;
    Ok(format!("{bucket} in {}", written.manifest.bucket))
}

/// EXPRESS executions: some take longer than their five minutes, in waits or in one call.
#[workflow]
pub async fn express(counts: Vec<u8>) -> Result<(Vec<String>, Vec<u32>), Failure> {
    let turns = map(counts.clone(), async |mut left| {
        let mut seen = vec![];
        while left > 0 {
            sleep(Duration::from_secs(70)).await;
            left /= 3;
            seen.push(count(format!("{left}")).await?);
        }
        Ok(format!("{left}:{}", seen.len()))
    })
    .distributed()
    .express()
    .tolerated_failure_percentage(80.0)
    .await?;
    let sizes = map(batches(counts, 2), async |counts| count(format!("{}", counts.len())).await)
        .max_concurrency(2)
        .distributed()
        .tolerated_failure_count(2)
        .express()
        .await?;
    Ok((turns, sizes))
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
pub struct Stored {
    key: String,
    size: i64,
}

/// Objects of a list, and one that has none.
#[workflow]
pub async fn listed_objects(bucket: String, most: i64) -> Result<(Vec<String>, Vec<u32>), Failure> {
    let large = map(list_objects::<Stored>("data", "sales"), async |object| {
        if object.size > most {
            return Err(Failure::new("Large", object.key));
        }
        two(object.key, object.size).await
    })
    .distributed()
    .express()
    .tolerated_failure_percentage(60.0)
    .await?;
    let named = map(
        batches(list_objects::<Stored>(bucket.clone(), format!("{bucket}/")).max_items(3), 2),
        async |objects| count(format!("{}", objects.len())).await,
    )
    .distributed()
    .tolerated_failure_count(1)
    .await?;
    Ok((large, named))
}

fn objects() -> MemoryObjects {
    let objects = MemoryObjects::default();
    let rows = "name,how many\nnut,12\n\"a, b\",3\nbolt,\nscrew,x\nnail,40\n";
    objects.insert("data", "in/rows.csv", rows);
    objects.insert("more", "in/rows.csv", "how many,name\n3,only\n");
    let sales = [
        r#"{"to":"Ada","items":[1,-5,1000],"note":null}"#,
        r#"{"to":"日本","items":[],"note":"n"}"#,
        r#"{"to":"","items":[7],"note":""}"#,
    ];
    objects.insert("data", "sales.json", format!("[{}]", sales.join(",")));
    objects.insert("data", "sales.jsonl", sales.join("\n"));
    objects
}

#[test]
fn csv_rows_agree() {
    prove!(csv_rows(bucket, plus): two; failing = 10, objects = objects()).run();
}
#[test]
fn sales_agree() {
    prove!(sales(name, most): text, note; failing = 10, objects = objects()).run();
}
#[test]
fn express_agrees() {
    prove!(express(counts): count; failing = 10, items = 4).run();
}
#[test]
fn listed_objects_agree() {
    prove!(listed_objects(bucket, most): two, count; failing = 10, objects = objects()).run();
}
#[test]
fn batched_agrees() {
    prove!(batched(names, prefix): count, text; failing = 10, objects = objects()).run();
}
#[test]
fn written_agrees() {
    prove!(written(names, bucket): count, text, note; failing = 10, objects = objects()).run();
}
#[test]
fn crashes_are_survived() {
    prove!(captured(names, suffix): count, text, two, note; failing = 10).survives(10);
    prove!(caught(names, why): charge_small, text, note; failing = 25).survives(10);
    prove!(express(counts): count; failing = 10, items = 4).survives(10);
}
#[test]
fn plain_agrees() {
    prove!(plain(names): count; failing = 3).run();
}
#[test]
fn captured_agrees() {
    prove!(captured(names, suffix): count, text, two, note; failing = 10).run();
}
#[test]
fn taken_apart_agrees() {
    prove!(taken_apart(parcels, extra): check, number, note; failing = 5).run();
}
#[test]
fn caught_agrees() {
    prove!(caught(names, why): charge_small, text, note; failing = 25).run();
}
#[test]
fn around_agrees() {
    prove!(around(rows, start): two, count, number; failing = 3, wild = 0, items = 3).run();
}
#[test]
fn long_agrees() {
    prove!(long(counts): count; failing = 10).run();
}
#[test]
fn again_agrees() {
    prove!(again(names, prefix): text; failing = 10).run();
}
#[test]
fn ignored_agrees() {
    prove!(ignored(names): count; failing = 3).run();
}
