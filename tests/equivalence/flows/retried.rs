//! Parallels and Maps that are tried again, with all their children.

use super::moves::Person;
use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

const AGAIN: Retry = Retry::on(&["States.ALL"]).interval(1).max_attempts(2);
const BUSY: Retry = Retry::on(&["Busy", "States.Timeout"]).interval(3).max_attempts(1).jitter();

/// All items begin anew; what they take from outside is still there.
#[workflow]
pub async fn items_again(person: Person) -> Result<Vec<String>, Failure> {
    let shown = map(person.notes, async |line| {
        let found = count(line.clone()).await?;
        let shown = two(line, i64::from(found)).await?;
        Ok(format!("{}: {shown}", person.name))
    })
    .max_concurrency(2)
    .retry(AGAIN)
    .await?;
    note(person.home.town).await?;
    Ok(shown)
}

#[task(retry(on = ["Busy", "Unknown"], max_attempts = 2, interval = "2s", max_delay = 3, jitter))]
pub async fn hasty(of: String) -> Result<u32, Trouble> {
    Ok(of.len() as u32)
}
#[task(retry(max_attempts = 1, backoff_rate = 1.5))]
pub async fn once_more(of: u32) -> Result<u32, Failure> {
    Ok(of)
}

/// Retriers that stand in the attribute of a task.
#[workflow]
pub async fn in_place(names: Vec<String>) -> Result<Vec<u32>, Failure> {
    map(names, async |name| {
        let found = hasty(name).await.unwrap_or(3);
        once_more(found).await
    })
    .await
}

#[test]
fn in_place_agrees() {
    prove!(in_place(names): hasty, once_more; failing = 40).run();
}

/// Branches that own what they were given.
#[workflow]
pub async fn branches_again(person: Person) -> Result<(String, u32, Vec<String>), Failure> {
    let (name, found, notes) = join!(
        text(person.name),
        async {
            let found = count(person.home.street).await?;
            let more = count(person.home.town).await?;
            Ok(found + more)
        },
        map(person.notes, async |line| text(line).await).retry(BUSY),
    )
    .retry(AGAIN)
    .named("All of it")
    .await?;
    Ok((name, found, notes))
}

/// What retriers do not take, the catcher does.
#[workflow]
pub async fn again_then_caught(mut person: Person) -> Result<Person, Failure> {
    let mut turn = 0;
    while turn < 2 {
        match join!(risky(person.name.clone()), text(person.home.street)).retry(BUSY).await {
            Ok((found, street)) => {
                person.age = u32::from(found > 3);
                person.home.street = street;
            }
            Err(failure) => {
                note(failure.error().to_owned()).await?;
                person.home.street = String::from("unknown");
            }
        }
        turn += 1;
    }
    Ok(person)
}

/// The list itself may fail, before or after; the second is not tried again.
#[workflow]
pub async fn faults_again(n: u32, list: Vec<u32>) -> Result<u32, Failure> {
    let found = map(vec![100 / n, list[0]], async |n| {
        let found = count(format!("{n}")).await?;
        Ok(found / n)
    })
    .retry(AGAIN)
    .await?;
    let first = 10 / found[0];
    Ok(first)
}

#[test]
fn again_survives() {
    prove!(items_again(person): count, two, note; failing = 20).survives(20);
    prove!(branches_again(person): text, count; failing = 15).survives(20);
    prove!(again_then_caught(person): risky, text, note; failing = 25).survives(20);
}
#[test]
fn all_of_it_begins_anew() {
    let document = branches_again::definition().unwrap().to_json_pretty();
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    let retry = &document["States"]["All of it"]["Retry"];
    assert_eq!(retry[0]["ErrorEquals"], serde_json::json!(["States.ALL"]));
    let ran = prove!(branches_again(person): text, count; failing = 15);
    let rounds = (0..20).map(|seed| ran.native(seed).unwrap().calls);
    let anew = rounds.filter(|calls| {
        calls.values().any(|attempts| attempts.iter().filter(|call| call.attempt == 0).count() > 1)
    });
    assert!(anew.count() > 3);
}
#[test]
fn items_again_agree() {
    prove!(items_again(person): count, two, note; failing = 20).run();
}
#[test]
fn branches_again_agree() {
    prove!(branches_again(person): text, count; failing = 15).run();
}
#[test]
fn again_then_caught_agrees() {
    prove!(again_then_caught(person): risky, text, note; failing = 25).run();
}
#[test]
fn faults_again_agree() {
    prove!(faults_again(n, list): count; failing = 10).run();
}
