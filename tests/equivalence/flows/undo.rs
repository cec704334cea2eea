//! Compensation: `call.undo(|value| ..)` and `commit!()`.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Three undos in a row, each of which may fail, and what fails between them.
#[workflow]
pub async fn booked(trip: String, limit: u32) -> Result<String, Failure> {
    let flight = text(trip.clone()).undo(|flight| note(flight)).await?;
    let hotel = count(flight.clone()).undo(|hotel| two(trip.clone(), hotel.into())).await?;
    if hotel > limit {
        return Err(Failure::new("Dear", format!("{hotel} for {trip}")));
    }
    let car = text(format!("{flight} {hotel}")).undo(|_| check(trip)).await?;
    number(hotel.into()).await?;
    Ok(car)
}

/// Values that change, names that are used again, patterns, statements without a value: an undo sees what was there.
#[workflow]
pub async fn as_it_was(name: String, n: u32) -> Result<u32, Failure> {
    let mut turns = n % 7;
    note(name.clone()).undo(|()| text(format!("{name} {turns}"))).await?;
    turns = turns.saturating_add(100);
    let mut found: u32 = count(name.clone()).undo(|found| number(found.into())).await?;
    found = found.saturating_add(turns);
    let (first, _) = join!(text(name.clone()), check(name.clone()))
        .undo(|(first, _)| async {
            note(first.clone()).await?;
            if first.len() > 3 {
                return Ok(());
            }
            count(format!("{first} {turns}")).await?;
            Err(Failure::new("Short", first))
        })
        .await?;
    let name = format!("{first}!");
    let all = map(vec![name.clone(), first], async |item| count(item).await)
        .undo(|all| words(format!("{}", all.len())))
        .await?;
    let _ = list(name.clone()).undo(|of| measure(of.len() as f64)).await?;
    match text(name).await {
        Ok(_) => {}
        Err(failure) => return Err(Failure::new("Last", failure.cause())),
    }
    check("end".to_owned()).await?;
    Ok(found.saturating_add(all.len() as u32))
}

/// Scopes in scopes: a block in a loop undoes its own turn, a failure that its arm hands on undoes what is around.
#[workflow]
pub async fn turns(names: Vec<String>) -> Result<Vec<String>, Failure> {
    let opened = text("open".to_owned()).undo(|opened| note(opened)).await?;
    let mut out = vec![opened];
    for name in names.clone() {
        let one = match async {
            let found = count(name.clone()).undo(|found| number(found.into())).await?;
            let said = match race!(text(name.clone()), sleep(Duration::from_secs(2))).await? {
                Raced::First(said) => said,
                Raced::Second(()) => return Err(Failure::new("Late", name.clone())),
            };
            let more = words(said).undo(|more| check(more.join("+"))).await?;
            if found > 9 {
                return Ok(more);
            }
            let all = map(more, async |of| text(of).await).await?;
            Ok(all)
        }
        .await
        {
            Ok(all) => all.join("-"),
            Err(failure) => {
                if failure.error() != "Late" {
                    return Err(failure);
                }
                failure.cause().to_owned()
            }
        };
        out.push(one);
    }
    text("close".to_owned()).await?;
    Ok(out)
}

/// Behind the point of no return nothing is undone that was before it.
#[workflow]
pub async fn kept_then(name: String) -> Result<String, Failure> {
    let a = text(name.clone()).undo(|a| note(a)).await?;
    let b = count(a.clone()).undo(|b| number(b.into())).await?;
    check(name.clone()).await?;
    commit!();
    let c = text(format!("{a} {b}")).undo(|c| words(c)).await?;
    if let Err(failure) = async {
        note(c.clone()).undo(|()| check(c.clone())).await?;
        workflow::commit!();
        count(c.clone()).await?;
        Ok(())
    }
    .await
    {
        list(failure.cause().to_owned()).await?;
    }
    Ok(c)
}

/// An undo in a block whose failure is not looked at; the execution that goes on after a commit.
#[workflow]
pub async fn onwards(name: String, n: u32) -> Result<u32, Failure> {
    let done = async {
        text(name.clone()).undo(|_| note("back".to_owned())).await?;
        count(name.clone()).await
    }
    .await
    .unwrap_or(7);
    let left = text(name.clone()).undo(|left| note(left)).await?;
    if n > 2 {
        return Err(Failure::new("Many", left));
    }
    check(left.clone()).await?;
    commit!();
    if done > 99 {
        return continue_as(onwards(left, n)).await;
    }
    Ok(done)
}

#[test]
fn booked_agrees() {
    let proof = prove!(booked(trip, limit): text, count, note, two, check, number; failing = 20);
    proof.run();
    proof.survives_each_commit(crate::harness::points::seeds());
}
#[test]
fn as_it_was_agrees() {
    let proof = prove!(as_it_was(name, n): note, text, count, number, check, words, list, measure; failing = 12);
    proof.run();
    proof.survives_each_commit(crate::harness::points::seeds());
}
#[test]
fn turns_agrees() {
    let proof = prove!(turns(names): text, note, count, number, words, check; failing = 12);
    proof.run();
    proof.survives_each_commit(crate::harness::points::seeds());
}
#[test]
fn kept_then_agrees() {
    let proof =
        prove!(kept_then(name): text, note, count, number, check, words, list; failing = 20);
    proof.run();
    proof.survives_each_commit(crate::harness::points::seeds());
}
#[test]
fn onwards_agrees() {
    prove!(onwards(name, n): text, note, count, check, onwards; failing = 15).run();
}

/// A closure under a name is that of the registration.
#[workflow]
pub async fn undone_by_a_closure(n: i64) -> Result<i64, Failure> {
    let fee = |of: i64| of % 10;
    let booked = number(n).undo(|booked| two("back".to_owned(), fee(booked))).await?;
    let fee = |of: i64| of % 7;
    number(fee(booked)).await
}

#[test]
fn closures_agree() {
    prove!(undone_by_a_closure(n): number, two; failing = 40).run();
}
