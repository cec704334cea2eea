//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w270(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let rows0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
            let (a0, b0) = join!(text(item0), number(n)).await?;
            Ok((b0, a0))
        }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
        both(rows0.len() as i64, word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
        let _ = join!(note(word.clone()), number(n)).await;
        note("after".to_string()).await?;
    }
    let value2 = {
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            let size2 = number(n).await?;
            if size2 > 4 { return text(item2.clone()).await; }
            text(word.clone()).await
        }).distributed().tolerated_failure_count(1).await?;
        note(all2.join("-")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    Ok(1)
}
#[test]
fn w270_agrees() {
    agrees!(w270(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w271(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let all0 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item0| number(item0.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
        note(format!("{}", all0.len())).await?;
    }
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all1 = map((0..2).collect::<Vec<i64>>(), async |item1| Ok(if item1 > 0 { number(item1).await? } else { 2 })).await?;
            note(format!("{}", all1.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let twice2 = doubled(word.clone(), n).await?;
        note(format!("{twice2}")).await?;
    }
    number(2).await
}
#[test]
fn w271_agrees() {
    agrees!(w271(n, word, names, what));
}

#[workflow(steps(doubled))]
pub async fn w272(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found0 => note(format!("{found0}")).await?,
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        let least1 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least1).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let value2 = (number(n)).await?;
        let other2 = (number(value2).await?);
        note((format!("{other2}"))).await?;
        Ok(word)
    }).await?;
    return Ok(3);
}
#[test]
fn w272_agrees() {
    agrees!(w272(n, word, names));
}

#[workflow]
pub async fn w273(n: i64, word: String) -> Result<i64, Failure> {
    let Some(word) = maybe(word.clone()).await? else {
        ping().await?;
        let sum0 = { let inner0 = n % 7; inner0 * 3 } / 2;
        number(sum0).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    if word.len() > 1 {
        note(uuid()).await?;
        let _unread1 = random();
        let _last1 = now();
        note(format!("{} {}", execution().name(), execution().id())).await?;
    } else {
        note("other".to_string()).await?;
    }
    let value2 = {
        if execution().name() == word && execution().start_time() == word {
            note("me".to_string()).await?;
        }
        note(word.clone()).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w273_agrees() {
    agrees!(w273(n, word));
}

#[workflow]
pub async fn w274(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
    }
    let value2 = {
        let first2 = names[0].clone();
        let last2 = names[names.len() - 1].clone();
        note(format!("{first2} {last2}")).await?;
        let inner2 = number(1).await?;
        inner2 % 9
    };
    number(value2).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w274_agrees() {
    agrees!(w274(n, word, names));
}
