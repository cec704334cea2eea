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

/// Another name for a field, read by the next call and again after others.
#[workflow]
pub async fn read_again(person: Person) -> Result<u32, Failure> {
    note(person.name.clone()).await?;
    let age = person.age;
    note(format!("{age}")).await?;
    note(person.home.town).await?;
    Ok(age)
}

/// A field that is copied splits the struct; the pattern after it takes the struct.
#[workflow]
pub async fn pattern_after(person: Person) -> Result<(i64, Vec<String>), Failure> {
    let found = number(i64::from(person.age)).await?;
    let known = count(person.name).await?;
    let age = person.age;
    note(format!("{age}")).await?;
    let Person { notes, home, .. } = person;
    note(home.town).await?;
    Ok((found + i64::from(known), notes))
}

/// A fork in an item shares what the item shares: all of it, though the item copies a field.
#[workflow]
pub async fn shared_whole(persons: Vec<Person>, of: Person) -> Result<Vec<String>, Failure> {
    let all = map(persons, async |one| {
        let more = older(of.age).await?;
        let (name, _) = join!(text(of.name.clone()), older(more)).await?;
        Ok(format!("{name}{}", one.name))
    })
    .await?;
    note(of.name.clone()).await?;
    note(of.home.town).await?;
    Ok(all)
}
#[task]
pub async fn older(age: u32) -> Result<u32, Failure> {
    Ok(age)
}
#[task]
pub async fn person(of: Person) -> Result<Person, Failure> {
    Ok(of)
}

/// States called `Person1`, the first, and `Person`, the eleventh: their variants have names of their own.
#[workflow]
pub async fn tenth(of: Person) -> Result<Person, Failure> {
    let person1 = person(of).await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    ping().await?;
    let person = person(person1).await?;
    Ok(person)
}

#[test]
fn read_again_agrees() {
    prove!(read_again(person): note; ).run();
}
#[test]
fn pattern_after_agrees() {
    prove!(pattern_after(person): number, count, note; ).run();
}
#[test]
fn shared_whole_agrees() {
    prove!(shared_whole(persons, of): text, note, older; ).run();
}
#[test]
fn tenth_agrees() {
    prove!(tenth(of): person, ping; failing = 1).run();
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
