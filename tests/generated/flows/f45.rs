//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w225(n: i64, word: String) -> Result<i64, Failure> {
    let (mut held0, mut all0) = (n % 7, vec![word.clone()]);
    let asked0 = pair(held0, { held0 += 1; held0 }).await?;
    let again0 = pair(held0, { held0 = 3; held0 }).await?;
    let third0 = pair(all0.len() as i64, { all0.push(word.clone()); all0.len() as i64 }).await?;
    number((asked0 % 9 + again0 % 9 + third0 % 9) * held0).await?;
    if n > 3 {
        let held1 = join!(async {
            note("ends".to_string()).await?;
            return Err(Failure::new("Stop", word.clone()));
        }, number(n)).await?;
        let more1 = n % 3;
        let ((left1, right1), size1) = held1;
        both(left1, right1).await?;
        number(size1 % 9 + more1).await?;
    }
    let quoted2 = "north";
    note(quoted2.to_string()).await?;
    uuid();
    random();
    let mut id2 = uuid();
    note(id2.clone()).await?;
    id2 = uuid();
    let (size2, name2) = both(n, word.clone()).await?;
    note(format!("{name2} {}", size2 % 9)).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w225_agrees() {
    agrees!(w225(n, word));
}

#[workflow(steps(doubled))]
pub async fn w226(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
    number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
    let mut found1 = vec![];
    if n > 2 {
        found1 = list(word.clone()).await?;
    }
    note(found1.join("-")).await?;
    let mine2 = what.clone();
    let (name2, _) = join!(async {
        let inner2 = match mine2 {
            Kind::Named { name: inner2, .. } => inner2,
            _ => "none".to_string(),
        };
        text(inner2).await
    }, number(n)).await?;
    note(name2).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w226_agrees() {
    agrees!(w226(n, word, what));
}

#[workflow]
pub async fn w227(n: i64, what: Kind) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        ping().await?;
        let unit0 = ();
        note("pong".to_string()).await?;
        let _ = unit0;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let id1 = uuid();
            let name1 = text(id1.clone()).await?;
            note(format!("{id1} {name1}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let (share2, begun2) = (random(), now());
        let asked2 = measure(share2).await?;
        note(format!("{begun2} {}", asked2 > share2)).await?;
    }
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w227_agrees() {
    agrees!(w227(n, what));
}

#[workflow]
pub async fn w228(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let found0 = text(word.clone()).await.ok();
        note(found0.unwrap_or_default()).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let many1 = number(n).await.unwrap_or(7) + number(n).await.unwrap_or((-3)) % 5;
        note(format!("{many1}")).await?;
        Ok(word)
    }).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let some2 = list(word.clone()).await.unwrap_or(vec![]);
        let more2 = text(word.clone()).await.unwrap_or(String::new());
        note(format!("{} {more2}", some2.len())).await?;
    }
    Ok(1)
}
#[test]
fn w228_agrees() {
    agrees!(w228(n, word, names));
}

#[workflow]
pub async fn w229(n: i64, word: String, what: Kind, held: Parcel, here: my_types::Spot) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        let (size0, name0) = both(n, word.clone()).await.unwrap_or((LIMIT, String::from("none")));
        note(format!("{size0} {name0}")).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let spot1 = spot(here).await.unwrap_or(my_types::Spot { x: 1, y: here.y });
            let count1 = number(spot1.x).await.unwrap_or(held.label.code);
            note(format!("{} {count1}", spot1.y)).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        let name2 = (text(word.clone()).await).unwrap_or_default();
        let told2 = text(name2).await.unwrap_or_else(|failure| failure.error().to_string());
        note(told2).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    number(2).await
}
#[test]
fn w229_agrees() {
    agrees!(w229(n, word, what, held, here));
}
