//! What states and variables are called.
#![allow(non_snake_case, reason = "a name that JSONata has")]

use super::tasks::*;
use crate::prove;
use serde_json::Value;
use workflow::prelude::*;

/// Says what it has found.
#[steps]
async fn tell(what: String) -> Result<String, Failure> {
    let shown = text(what).await?;
    note(shown.clone()).named("Say it").await?;
    Ok(shown)
}

/// The name that is chosen below is not taken above.
#[workflow(steps(tell))]
pub async fn chosen(name: String) -> Result<String, Failure> {
    let shown = text(name.clone()).await?;
    let (a, b) = join!(text(shown).named("Shown"), text(name.clone()).named("A and B"),).await?;
    let told = tell(a).await?;
    let told = tell(format!("{told}{b}")).await?;
    sleep(Duration::from_secs(1)).named("Told: Say it 2").await;
    Ok(told)
}

/// Finds a word.
///
/// Or none.
#[task]
pub async fn find(of: String) -> Result<Option<String>, Failure> {
    Ok(Some(of))
}

/// A value without a name is called as the task; an own name stays.
#[workflow]
pub async fn unnamed(name: String) -> Result<String, Failure> {
    let Some(person) = find(name.clone()).await? else {
        return Err(Failure::new("Nobody", name));
    };
    let formatNumber = count(person.clone()).await?;
    let Some(other) = find(format!("{person} {formatNumber}")).await? else {
        return Ok(person);
    };
    note(other.clone()).await?;
    Ok(format!("{person} {other} {formatNumber}"))
}

fn document(definition: &workflow::Definition) -> Value {
    serde_json::from_str(&definition.to_json_pretty()).unwrap()
}

#[test]
fn chosen_agrees() {
    prove!(chosen(name): text, note; failing = 3).run();
}
#[test]
fn unnamed_agrees() {
    prove!(unnamed(name): find, count, note; ).run();
}
#[test]
fn chosen_names_are_kept() {
    let document = document(&chosen::definition().unwrap());
    let states: Vec<_> = document["States"].as_object().unwrap().keys().collect();
    assert_eq!(
        states,
        [
            "Shown 2",
            "AAndB",
            "Told: Shown",
            "Told: Say it",
            "Told: Shown 2",
            "Told: Say it 3",
            "Told: Say it 2",
        ]
    );
}
#[test]
fn values_without_names_are_called_as_their_tasks() {
    let document = document(&unnamed::definition().unwrap());
    let states = document["States"].as_object().unwrap();
    let assigned: Vec<_> = states
        .values()
        .flat_map(|state| state["Assign"].as_object().into_iter().flat_map(|it| it.keys()))
        .collect();
    assert_eq!(assigned, ["find", "the_formatNumber", "find_3"]);
    assert_eq!(
        document["Comment"],
        "A value without a name is called as the task; an own name stays."
    );
    assert_eq!(states.values().next().unwrap()["Comment"], "Finds a word.");
}
