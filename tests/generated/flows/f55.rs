//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow(steps(doubled))]
pub async fn w275(n: i64, word: String, names: Vec<String>, what: Kind) -> Result<i64, Failure> {
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let all0 = map(names.iter().take(3).cloned().collect::<Vec<_>>(), async |item0| number(item0.len() as i64).await).distributed().tolerated_failure_percentage(50.0).max_concurrency(2).await?;
            note(format!("{}", all0.len())).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    let Some(word) = maybe(word.clone()).await? else {
        let all1 = map((0..2).collect::<Vec<i64>>(), async |item1| Ok(if item1 > 0 { number(item1).await? } else { 2 })).await?;
        note(format!("{}", all1.len())).await?;
        return Ok(3);
    };
    note(word.clone()).await?;
    match what.clone() {
        Kind::Sized(n) if n > 2 => {
            let twice2 = doubled(word.clone(), n).await?;
            note(format!("{twice2}")).await?;
        }
        _ => {
            note("arm".to_string()).await?;
        }
    }
    doubled("last".to_string(), 2).await
}
#[test]
fn w275_agrees() {
    agrees!(w275(n, word, names, what));
}

#[workflow(steps(doubled))]
pub async fn w276(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let value0 = {
        match doubled(word.clone(), n).await? {
            0 => note("nothing".to_string()).await?,
            found0 => note(format!("{found0}")).await?,
        }
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let least1 = least(n, LIMIT) + least(4, n);
        note(greeting(&word)).await?;
        number(least1).await?;
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        let value2 = (number(n)).await?;
        let other2 = (number(value2).await?);
        note((format!("{other2}"))).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    if check("last".to_string()).await? {
        Ok(7)
    } else {
        Err(Failure::new("Last", "8"))
    }
}
#[test]
fn w276_agrees() {
    agrees!(w276(n, word, names));
}

#[workflow]
pub async fn w277(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        ping().await?;
        let sum0 = { let inner0 = n % 7; inner0 * 3 } / 2;
        number(sum0).await?;
    }
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
    Ok(1)
}
#[test]
fn w277_agrees() {
    agrees!(w277(n, word, names));
}

#[workflow]
pub async fn w278(n: i64, word: String, names: Vec<String>) -> Result<i64, Failure> {
    let mut turn0 = 0;
    while turn0 < 2 {
        turn0 += 1;
        note("turn".to_string()).await?;
        sleep_until(execution().start_time()).await;
        sleep_until("1970-01-02T00:00:00Z").await;
        note(word.clone()).await?;
    }
    let (left1, _) = join!(async {
        note("branch".to_string()).await?;
        sleep(Duration::from_mins(2)).await;
        sleep(Duration::from_hours(1)).await;
        sleep(Duration::from_secs((n % 9) as u64)).await;
        note(word.clone()).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left1).await?;
    let mut turn2 = 0;
    while turn2 < 2 {
        turn2 += 1;
        note("turn".to_string()).await?;
        let first2 = names[0].clone();
        let last2 = names[names.len() - 1].clone();
        note(format!("{first2} {last2}")).await?;
    }
    number(2).await
}
#[test]
fn w278_agrees() {
    agrees!(w278(n, word, names));
}

#[workflow]
pub async fn w279(n: i64, flag: bool, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let value0 = {
        let short0 = names.iter().map(|of| of.len() as i64).filter(|of| *of > 1).sum::<i64>();
        let some0 = vec![word.clone(); 2];
        note(format!("{short0} {}", some0.len())).await?;
        let inner0 = number(1).await?;
        inner0 % 9
    };
    number(value0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let odd1 = (n % 2 != 0) ^ (n >= 3) | flag & (n <= 5);
        let even1 = !flag != odd1;
        note(format!("{odd1} {even1}")).await?;
        Ok(word)
    }).await?;
    let (left2, _) = join!(async {
        note("branch".to_string()).await?;
        if word.contains('a') || word.starts_with('\'') {
            note("letter".to_string()).await?;
        }
        let half2 = measure(1.5 + 2f64 * share / 4.0).await?;
        note(format!("{}", half2 >= share)).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left2).await?;
    return Ok(3);
}
#[test]
fn w279_agrees() {
    agrees!(w279(n, flag, word, names, share));
}
