//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w280(n: i64, word: String, what: Kind) -> Result<i64, Failure> {
    let (left0, _) = join!(async {
        note("branch".to_string()).await?;
        let sum0 = pair(number(n).retry(Retry::on(&["States.TaskFailed"]).max_attempts(1)).await?, 2).await?;
        number(join!(number(sum0 % 9), number(2)).await?.0 % 9).await?;
        Ok(1_i64)
    }, number(2)).await?;
    number(left0).await?;
    let mut turn1 = 0;
    while turn1 < 2 {
        turn1 += 1;
        note("turn".to_string()).await?;
        let mut found1 = vec![];
        if n > 2 {
            found1 = list(word.clone()).await?;
        }
        note(found1.join("-")).await?;
    }
    let value2 = {
        let mine2 = what.clone();
        let (name2, _) = join!(async {
            let inner2 = match mine2 {
                Kind::Named { name: inner2, .. } => inner2,
                _ => "none".to_string(),
            };
            text(inner2).await
        }, number(n)).await?;
        note(name2).await?;
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
fn w280_agrees() {
    agrees!(w280(n, word, what));
}
