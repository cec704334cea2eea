//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w210(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let rows0 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item0| {
        let (a0, b0) = join!(text(item0), number(n)).await?;
        Ok((b0, a0))
    }).max_concurrency(1).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?;
    both(rows0.len() as i64, word.clone()).await?;
    let _ = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |_| number(n).await).await?;
    let _ = join!(note(word.clone()), number(n)).await;
    note("after".to_string()).await?;
    let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
        let size2 = number(n).await?;
        if size2 > 4 { return text(item2.clone()).await; }
        text(word.clone()).await
    }).distributed().tolerated_failure_count(1).await?;
    note(all2.join("-")).await?;
    loop {
        let last = number(4).await?;
        if last > 2 {
            break Ok(last);
        }
        break Ok(5);
    }
}
#[test]
fn w210_agrees() {
    agrees!(w210(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w211(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let all0 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item0| number(item0.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
    note(format!("{}", all0.len())).await?;
    let all1 = map((0..2).collect::<Vec<i64>>(), async |item1| Ok(if item1 > 0 { number(item1).await? } else { 2 })).await?;
    note(format!("{}", all1.len())).await?;
    let twice2 = doubled(word.clone(), n).await?;
    note(format!("{twice2}")).await?;
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w211_agrees() {
    agrees!(w211(n, word, names));
}

#[workflow(steps(doubled))]
pub async fn w212(n: i64, word: String) -> Result<i64, Failure> {
    match doubled(word.clone(), n).await? {
        0 => note("nothing".to_string()).await?,
        found0 => note(format!("{found0}")).await?,
    }
    let least1 = least(n, LIMIT) + least(4, n);
    note(greeting(&word)).await?;
    number(least1).await?;
    let value2 = (number(n)).await?;
    let other2 = (number(value2).await?);
    note((format!("{other2}"))).await?;
    doubled("last".to_string(), 2).await
}
#[test]
fn w212_agrees() {
    agrees!(w212(n, word));
}

#[workflow]
pub async fn w213(n: i64, word: String) -> Result<i64, Failure> {
    ping().await?;
    let sum0 = { let inner0 = n % 7; inner0 * 3 } / 2;
    number(sum0).await?;
    note(uuid()).await?;
    let _unread1 = random();
    let _last1 = now();
    note(format!("{} {}", execution().name(), execution().id())).await?;
    if execution().name() == word && execution().start_time() == word {
        note("me".to_string()).await?;
    }
    note(word.clone()).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w213_agrees() {
    agrees!(w213(n, word));
}

#[workflow]
pub async fn w214(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    sleep_until(execution().start_time()).await;
    sleep_until("1970-01-02T00:00:00Z").await;
    note(word.clone()).await?;
    sleep(Duration::from_mins(2)).await;
    sleep(Duration::from_hours(1)).await;
    sleep(Duration::from_secs((n % 9) as u64)).await;
    note(word.clone()).await?;
    let first2 = names[0].clone();
    let last2 = names[names.len() - 1].clone();
    note(format!("{first2} {last2}")).await?;
    Ok(1)
}
#[test]
fn w214_agrees() {
    agrees!(w214(n, word, names));
}
