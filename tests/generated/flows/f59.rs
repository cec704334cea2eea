//! Written by the generator of this package: do not edit.

use std::collections::BTreeMap;
use workflow::prelude::*;
use workflow_generated::{agrees, tasks::*};

#[workflow]
pub async fn w295(n: i64, flag: bool, word: String, names: Vec<String>) -> Result<i64, Failure> {
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let found0 = 'found: {
            if flag { break 'found word.clone(); }
            let Ok(more0) = async { text(word.clone()).await }.await else { break 'found "none".to_string() };
            more0
        };
        note(found0).await?;
    }
    let Some(word) = maybe(word.clone()).await? else {
        if let Err(failure1) = async {
            let one1 = text(word.clone()).undo(|one1| note(one1)).await?;
            let size1 = number(n).undo(|size1| both(size1, word.clone())).await?;
            if size1 > 4 { return Err(Failure::new("Large", one1)); }
            note(one1).await?;
            commit!();
            number(size1 % 9).await?;
            Ok(())
        }.await {
            note(failure1.error().to_string()).await?;
        }
        return Ok(3);
    };
    note(word.clone()).await?;
    for word in names.iter().take(2).cloned().collect::<Vec<_>>() {
        note(word.clone()).await?;
        let kept2 = match async {
            let (size2, name2) = both(n, word.clone()).undo(|(_, name2)| async {
                note(name2).await?;
                check(word.clone()).await
            }).await?;
            note(word.clone()).undo(|_| number(size2 % 9)).await?;
            slow(size2 % 9).await.map_err(|_| Failure::new("Slow", name2))
        }.await {
            Ok(kept2) => kept2,
            Err(failure2) => return Err(failure2),
        };
        note(kept2).await?;
    }
    match number(6).await {
        Ok(last) => Ok(last),
        Err(failure) => Err(failure),
    }
}
#[test]
fn w295_agrees() {
    agrees!(w295(n, flag, word, names));
}
