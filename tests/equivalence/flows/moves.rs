//! Moves: whole values, parts of them, and what is left.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Address {
    pub street: String,
    pub town: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Person {
    pub name: String,
    pub home: Address,
    pub work: Option<Address>,
    pub notes: Vec<String>,
    pub age: u32,
}

/// Takes a person apart, field by field.
#[workflow]
pub async fn apart(person: Person) -> Result<(String, u32, Vec<String>), Failure> {
    let first = text(person.home.street).await?;
    let age = person.age + 1;
    let second = text(person.home.town).await?;
    let work = match person.work {
        Some(work) => text(work.town).await?,
        None => String::from("none"),
    };
    let mut notes = person.notes;
    notes.push(first);
    notes.push(work);
    note(person.name.clone()).await?;
    notes.push(second);
    Ok((person.name, age, notes))
}

/// Siblings of a moved field are read in a branch and in items.
#[workflow]
pub async fn siblings(person: Person) -> Result<Vec<String>, Failure> {
    let home = person.home;
    let notes = person.notes;
    let (street, named) = join!(
        text(home.street),
        map(notes, async |line| {
            let shown = two(line, i64::from(person.age)).await?;
            Ok(format!("{}: {shown} in {}", person.name, home.town))
        }),
    )
    .await?;
    let mut all = named;
    all.push(street);
    all.push(home.town);
    all.push(person.name);
    Ok(all)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Both {
    pub left: Person,
    pub right: Person,
}

/// What one arm moves, the other one keeps.
#[workflow]
pub async fn either(both: Both) -> Result<String, Failure> {
    let Both { left, right } = both;
    let older = if left.age > right.age {
        note(left.name).await?;
        left.home
    } else if left.age == right.age {
        let asked = check(right.name.clone()).await?;
        if asked { left.home } else { right.home.clone() }
    } else {
        right.home.clone()
    };
    let Address { street, .. } = older;
    let town = right.home.town;
    let found = text(format!("{street}, {town}")).await?;
    Ok(found + &right.name)
}

/// Captured before, changed after, captured again.
#[workflow]
pub async fn captured(person: Person) -> Result<Vec<String>, Failure> {
    let mut seen = vec![person.name.clone()];
    let mut round = 0;
    while round < 2 {
        let more = map(person.notes.clone(), async |line| {
            let known = seen.len();
            let answer = text(line).await?;
            Ok(format!("{answer} {known} {round}"))
        })
        .max_concurrency(2)
        .await?;
        seen.extend(more);
        round += 1;
    }
    Ok(seen)
}

#[test]
fn apart_agrees() {
    prove!(apart(person): text, note; ).run();
}
#[test]
fn siblings_agree() {
    prove!(siblings(person): text, two; ).run();
}
#[test]
fn either_agrees() {
    prove!(either(both): text, note, check; ).run();
}
#[test]
fn captured_agrees() {
    prove!(captured(person): text; failing = 3).run();
}
