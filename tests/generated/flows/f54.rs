//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w270(n: i64, word: String, names: Vec<String>, share: f64) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let large0 = measure(share + 9223372036854775808f64 / 1e20).await?;
        if large0 <= share {
            note("less".to_string()).await?;
        }
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        match n {
            -5..=-2 => note("low".to_string()).await?,
            -1 | 7 => note("odd".to_string()).await?,
            _ => note("else".to_string()).await?,
        }
        let size1 = text(word.clone()).await.unwrap_or((word.clone())).len();
        note(format!("{size1}")).await?;
    }
    let value2 = {
        sleep(Duration::from_mins((n % 3).unsigned_abs())).await;
        let all2 = map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |item2| {
            match number(item2.len() as i64).await {
                Ok(size2) => Ok(size2),
                Err(failure2) => Err(failure2),
            }
        }).distributed().tolerated_failure_count(2).await?;
        number(all2.len() as i64).await?;
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
fn w270_agrees() {
    agrees!(w270(n, word, names, share));
}
