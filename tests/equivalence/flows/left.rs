//! Parts of values that each form of expression takes; the rest of them is read in a later state.

use super::moves::{Address, Person};
use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Label(pub String);

#[pure]
fn spoken(of: String) -> String {
    format!("<{of}>")
}

/// Into structs, tuples, lists, options; each of another value.
#[workflow]
pub async fn built(
    a: Person,
    b: Person,
    c: Person,
    d: Person,
    e: Person,
) -> Result<Vec<String>, Failure> {
    let told = text(String::from("go")).await?;
    let literal = Address { street: a.name, town: told };
    let tuple = (b.name, 1);
    let listed = vec![c.name];
    let some = Some(d.name);
    let label = Label(e.name);
    note(format!("{} {}", tuple.1, listed.len())).await?;
    let mut all = vec![a.home.town, b.home.town, c.home.town, d.home.town, e.home.town];
    all.push(listed.join(","));
    all.push(some.unwrap_or_default());
    all.push(literal.town + &literal.street);
    all.push(tuple.0 + &label.0);
    Ok(all)
}

/// Through operators, branches, blocks and calls.
#[workflow]
pub async fn computed(
    a: Person,
    b: Person,
    c: Person,
    d: Person,
    e: Person,
    f: Person,
    go: bool,
) -> Result<Vec<String>, Failure> {
    let told = text(String::from("go")).await?;
    let sum = a.name + "!";
    let chosen = if go { b.name } else { told.clone() };
    let matched = match go {
        true => told.clone(),
        false => c.name,
    };
    let opened = match d.work {
        Some(work) => work.town,
        None => told,
    };
    let block = {
        let inner = e.name;
        inner + "?"
    };
    let named = spoken(f.name);
    note(sum.clone()).await?;
    let rest = vec![a.home.town, b.home.town, c.home.town, d.home.town, e.home.town, f.home.town];
    Ok(vec![sum, chosen, matched, opened, block, named, rest.join(",")])
}

/// As receivers and arguments of methods, and by a closure.
#[workflow]
pub async fn called(
    a: Person,
    b: Person,
    c: Person,
    d: Person,
    mut e: Person,
    mut f: Person,
) -> Result<Vec<String>, Failure> {
    let found = maybe(String::from("go")).await?;
    let filled = found.clone().unwrap_or(a.name);
    let mapped = b.work.map(|work| work.street);
    let converted: String = c.name.into();
    let closed = found.map_or_else(|| d.name, |it| it + ".");
    e.notes.push(e.name);
    f.home.street = f.name;
    f.age += 1;
    note(filled.clone()).await?;
    let rest = vec![a.home.town, b.home.town, c.home.town, d.home.town, e.home.town];
    let mut all = e.notes;
    all.push(mapped.unwrap_or_default());
    all.push(format!("{filled} {converted} {closed} {} {}", rest.join(","), f.age));
    all.push(f.home.street);
    Ok(all)
}

/// Into states: an argument, the items of a Map, a failure.
#[workflow]
pub async fn entered(a: Person, b: Person, c: Person) -> Result<Vec<String>, Failure> {
    let told = text(a.name).await?;
    if c.age > 30 {
        return Err(Failure::new("Old", c.name));
    }
    let all = map(b.notes, async |line| text(line).await).await?;
    note(told).await?;
    Ok(vec![a.home.town, b.home.town, c.home.town, all.join(",")])
}

/// Into branches, and branches of branches; what they only look at stays whole.
#[workflow]
pub async fn branched(a: Person, b: Person, c: Person) -> Result<Vec<String>, Failure> {
    let (one, two, three) = join!(
        text(a.name),
        async {
            let (found, _) = join!(text(b.name), note(b.home.street)).await?;
            Ok(found)
        },
        text(c.name.clone()),
    )
    .await?;
    note(one.clone()).await?;
    let again = text(c.name).await?;
    Ok(vec![one, two, three, again, a.home.town, b.home.town, c.home.town])
}

/// A value that nobody takes: it takes a part all the same.
#[allow(unused_parens, reason = "a statement whose value is dropped")]
#[workflow]
pub async fn dropped(a: Person, b: Person, go: bool) -> Result<Vec<String>, Failure> {
    let told = text(String::from("go")).await?;
    (if go { a.name } else { told });
    (match go {
        true => b.name,
        false => String::new(),
    });
    note(String::from("gone")).await?;
    Ok(vec![a.home.town, b.home.town])
}

#[test]
fn dropped_agrees() {
    prove!(dropped(a, b, go): text, note; ).run();
}
#[test]
fn built_agrees() {
    prove!(built(a, b, c, d, e): text, note; ).run();
}
#[test]
fn computed_agrees() {
    prove!(computed(a, b, c, d, e, f, go): text, note; ).run();
}
#[test]
fn called_agrees() {
    prove!(called(a, b, c, d, e, f): maybe, note; ).run();
}
#[test]
fn entered_agrees() {
    prove!(entered(a, b, c): text, note; ).run();
}
#[test]
fn branched_agrees() {
    prove!(branched(a, b, c): text, note; ).run();
}
