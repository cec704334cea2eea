//! Parts that are given away and given back: `order.card = charge(order.card).await?`, and `..order`.

use super::moves::{Address, Person};
use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// A field goes into a call and comes back; the whole is used later.
#[workflow]
pub async fn returned(mut person: Person) -> Result<Person, Failure> {
    person.name = text(person.name).await?;
    person.home.street = text(person.home.street).await?;
    Ok(person)
}

/// Nobody uses the whole.
#[workflow]
pub async fn returned_in_part(mut person: Person) -> Result<(String, String), Failure> {
    person.name = text(person.name).await?;
    person.age += 1;
    let shown = two(person.home.town, i64::from(person.age)).await?;
    person.home.street = text(person.home.street).await?;
    Ok((person.name, person.home.street + &shown))
}

/// The field is away for two states, and one of several ways gives it back.
#[workflow]
pub async fn on_ways(mut person: Person) -> Result<Person, Failure> {
    let name = person.name;
    let known = check(name.clone()).await?;
    if known {
        person.name = text(name).await?;
    } else {
        note(person.home.town).await?;
        person.home.town = format!("near {name}");
        person.name = name;
    }
    person.notes.push(String::from("seen"));
    Ok(person)
}

/// In each turn of a loop.
#[workflow]
pub async fn in_turns(mut person: Person) -> Result<Person, Failure> {
    for line in person.notes.clone() {
        if line.is_empty() {
            continue;
        }
        person.home.street = two(person.home.street, i64::from(person.age)).await?;
        person.age += 1;
        person.name = text(person.name + &line).await?;
    }
    Ok(person)
}

/// The arms of a `match` give it back, or leave.
#[workflow]
pub async fn by_outcome(mut person: Person) -> Result<Person, Failure> {
    match risky(person.name).await {
        Ok(found) => person.name = format!("{found}"),
        Err(Trouble::Closed(when)) => person.name = when,
        Err(Trouble::Bad { why, .. }) => {
            return Err(Failure::new(
                "Bad",
                format!("{} in {}: {why}", person.age, person.home.town),
            ));
        }
        Err(other) => return Err(other.into()),
    }
    Ok(person)
}

/// Branches and items take fields, and what they give comes back.
#[workflow]
pub async fn from_children(mut person: Person) -> Result<Person, Failure> {
    let (name, street) = join!(text(person.name), async {
        let shown = text(person.home.street).await?;
        Ok(format!("{shown} in {}", person.home.town))
    },)
    .await?;
    person.name = name;
    person.home.street = street;
    person.notes = map(person.notes, async |line| text(line).await).await?;
    Ok(person)
}

/// The rest of a struct, after parts of it are gone.
#[workflow]
pub async fn updated(person: Person) -> Result<(Person, u32), Failure> {
    let name = text(person.name).await?;
    let found = count(person.home.town.clone()).await?;
    let person = Person { name, age: found, ..person };
    let street = text(person.home.street).await?;
    let home = Address { street, ..person.home };
    let older = Person { home, ..person };
    note(older.name.clone()).await?;
    Ok((older, found))
}

/// What is not part of the rest can be used after it.
#[workflow]
pub async fn left_over(person: Person) -> Result<(Person, String), Failure> {
    let asked = check(person.name.clone()).await?;
    let other = Person { name: String::from("other"), age: 1, ..person };
    let shown = text(person.name).await?;
    note(format!("{asked} {}", person.age)).await?;
    Ok((other, shown))
}

/// In a loop, the whole is made anew.
#[workflow]
pub async fn anew(mut person: Person) -> Result<Person, Failure> {
    let mut turn = 0;
    while turn < 3 && person.age < 30 {
        let age = count(person.name.clone()).await?;
        person = Person { age: person.age + age, name: person.name + "!", ..person };
        let work = match person.work {
            Some(work) if work.town.is_empty() => None,
            Some(Address { town, .. }) => {
                Some(Address { street: text(town).await?, town: String::new() })
            }
            None => None,
        };
        person = Person { work, ..person };
        turn += 1;
    }
    Ok(person)
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Way {
    Here,
    Post { to: Address, note: Option<String> },
    Email(String),
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Parcel {
    pub id: String,
    pub way: Way,
    pub weight: u32,
}

/// Guards look, the arm takes; what it did not take is used later.
#[workflow]
pub async fn guarded(mut parcel: Parcel) -> Result<Parcel, Failure> {
    parcel.way = match parcel.way {
        Way::Post { to, note: Some(line) } if line.is_empty() && to.town != parcel.id => {
            note(to.street).await?;
            Way::Email(to.town)
        }
        Way::Post { to, note } => {
            let street = text(to.street.clone()).await?;
            Way::Post { to: Address { street, ..to }, note }
        }
        Way::Email(to) if parcel.weight > 3 => {
            let to = text(to).await?;
            Way::Email(to)
        }
        other => other,
    };
    parcel.id = text(parcel.id).await?;
    Ok(parcel)
}

/// A part is taken by a pattern in one arm only.
#[workflow]
pub async fn taken_once(parcel: Parcel) -> Result<(String, String), Failure> {
    let shown = match parcel.way {
        Way::Email(to) => text(to).await?,
        Way::Post { note: Some(line), .. } if line.len() > 1 => text(line).await?,
        _ => String::from("none"),
    };
    let found = count(parcel.id.clone()).await?;
    Ok((parcel.id, format!("{shown} {found} {}", parcel.weight)))
}

/// Taken apart by a pattern, then written to.
#[workflow]
pub async fn apart_and_back(mut person: Person) -> Result<Person, Failure> {
    let Person { name, home: Address { town, .. }, .. } = person;
    let shown = text(format!("{name} of {town}")).await?;
    person.name = shown;
    person.home = Address { street: name, town };
    note(person.name.clone()).await?;
    Ok(person)
}

#[test]
fn returned_agrees() {
    prove!(returned(person): text; ).run();
}
#[test]
fn returned_in_part_agrees() {
    prove!(returned_in_part(person): text, two; ).run();
}
#[test]
fn on_ways_agrees() {
    prove!(on_ways(person): text, note, check; ).run();
}
#[test]
fn in_turns_agrees() {
    prove!(in_turns(person): two, text; failing = 3).run();
}
#[test]
fn by_outcome_agrees() {
    prove!(by_outcome(person): risky; failing = 50).run();
}
#[test]
fn from_children_agrees() {
    prove!(from_children(person): text; failing = 2).run();
}
#[test]
fn updated_agrees() {
    prove!(updated(person): text, note, count; ).run();
}
#[test]
fn left_over_agrees() {
    prove!(left_over(person): check, text, note; ).run();
}
#[test]
fn anew_agrees() {
    prove!(anew(person): count, text; failing = 3).run();
}
#[test]
fn guarded_agrees() {
    prove!(guarded(parcel): note, text; ).run();
}
#[test]
fn taken_once_agrees() {
    prove!(taken_once(parcel): text, count; ).run();
}
#[test]
fn apart_and_back_agrees() {
    prove!(apart_and_back(person): text, note; ).run();
}
