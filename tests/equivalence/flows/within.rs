//! Outcomes under a name that are looked at inside of a larger expression.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Looks at outcomes inside of larger expressions.
#[workflow]
pub async fn looked_inside(
    names: Vec<String>,
    least: u32,
) -> Result<(u32, Vec<Option<u32>>), Failure> {
    let (mut sum, mut all) = (0, vec![]);
    for name in names {
        let n = count(name.clone()).await;
        sum += n.unwrap_or(2);
        let n = count(name).await;
        all.push(n.ok());
        let n = words(sum.to_string()).await;
        let names: Vec<String> = n.unwrap_or_default();
        for name in names {
            let counted = risky(name).await;
            if least < counted.unwrap_or_else(|_| 1) + 1 {
                break;
            }
        }
    }
    let name = text(sum.to_string()).await;
    let n = count(name.unwrap_or_default()).await;
    Ok((least - n.unwrap_or(7) % 9, all))
}

#[test]
fn outcomes_are_looked_at_inside_of_expressions() {
    prove!(looked_inside(names, least): count, words, risky, text; failing = 3, items = 3, seeds = 300)
        .run();
}
