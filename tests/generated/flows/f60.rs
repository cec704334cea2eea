//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w300(n: i64, word: String, names: Vec<String>, perhaps: Option<String>) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        for turn0 in (0..names.len()).rev() {
            if turn0 > 2 { continue; }
            note(names[turn0].clone()).await?;
        }
        let mut last0 = 0;
        for turn0 in n % 3..1_000_000 {
            last0 = turn0;
            if turn0 > 3 { break; }
            number(turn0).await?;
        }
        number(last0).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    map(names.iter().take(2).cloned().collect::<Vec<_>>(), async |word| {
        note(word.clone()).await?;
        let rate1 = n % 7;
        let price1 = |of: i64| of % 9 + rate1;
        let told1 = |name: &str| format!("{name} {}", price1(1));
        note(told1(&word)).await?;
        number(price1(price1(n))).await?;
        Ok(word)
    }).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        if n > 30 { return Err(Trouble::Bad { code: n % 99, why: word.clone() }.into()); }
        if let Err(failure2) = async {
            let size2 = number(n).await?;
            if size2 > 4 { return Err(Failure::from(Trouble::Closed(word.clone()))); }
            perhaps.clone().ok_or(Trouble::Busy)?;
            Ok(size2)
        }.await {
            note(failure2.cause()).await?;
        }
    }
    return Ok(3);
}
#[test]
fn w300_agrees() {
    agrees!(w300(n, word, names, perhaps));
}
