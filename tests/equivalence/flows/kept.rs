//! More than ninety variables that live at once: what only passes through is kept in packs, and means the same.

use super::moves::{Address, Person};
use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

const AGAIN: Retry = Retry::on(&["States.ALL"]).interval(1).max_attempts(1);

/// Texts, numbers, structs, tuples, lists and options, each read, written, moved or taken apart in another place.
#[workflow]
pub async fn many(
    person: Person,
    n: u32,
    names: Vec<String>,
) -> Result<(Vec<String>, u32, Person), Failure> {
    let t0 = text(person.name.clone()).await?;
    let t1 = text(format!("{n} of 1")).await?;
    let t2 = text(t1.clone()).await?;
    let t3 = text(person.home.town.clone()).await?;
    let t4 = text(person.name.clone()).await?;
    let t5 = text(format!("{n} of 5")).await?;
    let t6 = text(t5.clone()).await?;
    let t7 = text(person.home.town.clone()).await?;
    let t8 = text(person.name.clone()).await?;
    let t9 = text(format!("{n} of 9")).await?;
    let t10 = text(t9.clone()).await?;
    let t11 = text(person.home.town.clone()).await?;
    let t12 = text(person.name.clone()).await?;
    let t13 = text(format!("{n} of 13")).await?;
    let t14 = text(t13.clone()).await?;
    let t15 = text(person.home.town.clone()).await?;
    let t16 = text(person.name.clone()).await?;
    let t17 = text(format!("{n} of 17")).await?;
    let t18 = text(t17.clone()).await?;
    let t19 = text(person.home.town.clone()).await?;
    let t20 = text(person.name.clone()).await?;
    let t21 = text(format!("{n} of 21")).await?;
    let t22 = text(t21.clone()).await?;
    let t23 = text(person.home.town.clone()).await?;
    let t24 = text(person.name.clone()).await?;
    let t25 = text(format!("{n} of 25")).await?;
    let t26 = text(t25.clone()).await?;
    let t27 = text(person.home.town.clone()).await?;
    let t28 = text(person.name.clone()).await?;
    let t29 = text(format!("{n} of 29")).await?;
    let c0 = count(t0.clone()).await? / 2;
    let c1 = n / 2;
    let c2 = c1 / 2 + c0 / 2;
    let c3 = count(t3.clone()).await? / 2;
    let c4 = n / 5;
    let c5 = c4 / 2 + c3 / 2;
    let c6 = count(t6.clone()).await? / 2;
    let c7 = n / 8;
    let c8 = c7 / 2 + c6 / 2;
    let c9 = count(t9.clone()).await? / 2;
    let c10 = n / 11;
    let c11 = c10 / 2 + c9 / 2;
    let c12 = count(t12.clone()).await? / 2;
    let c13 = n / 14;
    let c14 = c13 / 2 + c12 / 2;
    let c15 = count(t15.clone()).await? / 2;
    let c16 = n / 17;
    let c17 = c16 / 2 + c15 / 2;
    let c18 = count(t18.clone()).await? / 2;
    let c19 = n / 20;
    let mut p0 = Person { name: t0.clone(), age: c0, ..person.clone() };
    let p1 = Person { home: Address { street: t1.clone(), town: t2.clone() }, ..person.clone() };
    let mut p2 = Person { name: t2.clone(), age: c2, ..person.clone() };
    let p3 = Person { home: Address { street: t3.clone(), town: t4.clone() }, ..person.clone() };
    let mut p4 = Person { name: t4.clone(), age: c4, ..person.clone() };
    let p5 = Person { home: Address { street: t5.clone(), town: t6.clone() }, ..person.clone() };
    let mut p6 = Person { name: t6.clone(), age: c6, ..person.clone() };
    let p7 = Person { home: Address { street: t7.clone(), town: t8.clone() }, ..person.clone() };
    let mut p8 = Person { name: t8.clone(), age: c8, ..person.clone() };
    let p9 = Person { home: Address { street: t9.clone(), town: t10.clone() }, ..person.clone() };
    let p10 = Person { name: t10.clone(), age: c10, ..person.clone() };
    let p11 = Person { home: Address { street: t11.clone(), town: t12.clone() }, ..person.clone() };
    let pair0 = (t10.clone(), c0, n > 3);
    let pair1 = (t11.clone(), c1, true);
    let pair2 = (t12.clone(), c2, n > 3);
    let pair3 = (t13.clone(), c3, true);
    let pair4 = (t14.clone(), c4, n > 3);
    let pair5 = (t15.clone(), c5, true);
    let pair6 = (t16.clone(), c6, n > 3);
    let pair7 = (t17.clone(), c7, true);
    let found0 = words(t0.clone()).await?;
    let found1 = maybe(t1.clone()).await?;
    let found2 = words(t2.clone()).await?;
    let found3 = maybe(t3.clone()).await?;
    let found4 = words(t4.clone()).await?;
    let found5 = maybe(t5.clone()).await?;
    let b0 = check(t3.clone()).await?;
    let b1 = check(t4.clone()).await?;
    let b2 = check(t5.clone()).await?;
    let b3 = check(t6.clone()).await?;
    let b4 = check(t7.clone()).await?;
    let b5 = check(t8.clone()).await?;
    let b6 = check(t9.clone()).await?;
    let b7 = check(t10.clone()).await?;
    let mut all = names.clone();
    let mut last = 0;
    let mut round = 0;
    // Some change in a loop, which is left early or goes on, past states that keep all of them.
    while round < 4 {
        round += 1;
        if b1 && round == 2 {
            continue;
        }
        last = last / 2 + count(t0.clone()).await? / 2;
        p0.age = last / 2;
        p2.notes.push(t1.clone());
        if last > n && b2 {
            break;
        }
        note(format!("{} {}", p0.age, pair0.0)).await?;
    }
    let named = if b0 { text(t2.clone()).await? } else { format!("{} {}", t3, pair1.1) };
    // Parts are taken out, and the rest stays.
    let street = text(p1.home.street).await?;
    let (first, second, third) = pair2;
    note(first).await?;
    let town = text(p3.home.town).await?;
    p4.home = Address { street: town.clone(), ..p4.home };
    p4.notes = words(street.clone()).await?;
    // Branches read some, and take others.
    let (left, right, (one, two_of)) = join!(
        text(t4),
        async {
            note(t5.clone()).await?;
            let found = count(p5.name).await?;
            Ok(found / 2 + c5)
        },
        async {
            let one = text(pair3.0).await?;
            if b3 {
                return Ok((one, 0));
            }
            let two = count(t5.clone()).await?;
            Ok((one, two))
        },
    )
    .retry(AGAIN)
    .await?;
    note(left).await?;
    // Items read some, too.
    let shown = map(found0, async |line| {
        let line = two(line, i64::from(c6)).await?;
        note(t6.clone()).await?;
        Ok(format!("{line} {} {}", t6, p6.name))
    })
    .await?;
    // A catcher comes back to what was kept, or ends with it.
    let risk = match risky(t7.clone()).await {
        Ok(risk) => risk,
        Err(Trouble::Bad { code, why }) => {
            note(format!("{why} {t8}")).await?;
            note(p7.work.map_or(t9.clone(), |work| work.town)).await?;
            if code > 0 {
                return Ok((vec![t10, t11], c7, p8));
            }
            c8
        }
        Err(Trouble::Busy) => 7,
        Err(other) => return Err(other.into()),
    };
    for name in names {
        last = last / 2 + count(name.clone()).await? / 2;
        if b4 {
            all.push(name);
            continue;
        }
        p6.age = p6.age / 2 + risk / 2;
        note(t12.clone()).await?;
    }
    let t13 = text(t13).await?;
    sleep(Duration::from_secs(5)).await;
    p8.home.town = t14;
    if let Some(found) = found1 {
        all.push(text(found).await?);
    }
    note(t13.clone()).await?;
    all.push(format!("{t0} {t1} {t2} {t3} {t5} {t6} {t7} {t8} {t9} {t10} {t11} {t12} {t13} {t15}"));
    all.push(format!(
        "{t16} {t17} {t18} {t19} {t20} {t21} {t22} {t23} {t24} {t25} {t26} {t27} {t28} {t29}"
    ));
    all.push(shown.join(","));
    all.push(format!("{named} {street} {town} {second} {third} {one} {}", p1.home.town));
    all.push(format!(
        "{} {} {} {}",
        p2.notes.len(),
        p3.home.street,
        p4.home.street,
        p4.notes.len()
    ));
    all.push(format!("{} {} {} {}", p6.age, p9.name, p10.age, p11.home.town));
    all.push(pair4.0);
    all.push(pair5.0);
    all.push(pair6.0);
    all.push(pair7.0);
    all.push(format!("{} {} {} {}", pair4.1, pair5.2, pair6.1, pair7.2));
    all.push(format!("{} {} {}", found2.len(), found3.is_some(), found4.join("-")));
    all.push(found5.unwrap_or(format!("{b5} {b6} {b7}")));
    let some = c0 / 20
        + c1 / 20
        + c2 / 20
        + c3 / 20
        + c4 / 20
        + c5 / 20
        + c6 / 20
        + c7 / 20
        + c8 / 20
        + c9 / 20
        + c10 / 20
        + c11 / 20
        + c12 / 20
        + c13 / 20
        + c14 / 20
        + c15 / 20
        + c16 / 20
        + c17 / 20
        + c18 / 20
        + c19 / 20;
    let rest = last / 20 + right / 20 + two_of / 20;
    Ok((all, some + rest, p0))
}

#[test]
fn many_agrees() {
    let proof = prove!(many(person, n, names): text, count, note, maybe, words, check, two, risky; failing = 1);
    proof.run();
    proof.survives(10);
}
