//! Arrays of repeated items, which change.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

/// Counts in arrays, one of which a name inside hides.
#[workflow]
pub async fn tallied_sides(
    sides: Vec<u8>,
    at: usize,
) -> Result<([u32; 3], Vec<[bool; 2]>), Failure> {
    let mut counts = [0u32; 3];
    let mut seen = vec![];
    for side in sides {
        let mut pair = [false; 2];
        pair[(side % 2) as usize] = true;
        seen.push(pair);
        counts[(side % 3) as usize] += 1;
    }
    counts[at] += 1;
    ping().await?;
    let at = counts.iter().sum::<u32>();
    note(at.to_string()).await?;
    counts[0] = at;
    Ok((counts, seen))
}

#[test]
fn arrays_of_repeated_items_change() {
    prove!(tallied_sides(sides, at): note, ping; failing = 2, items = 4, seeds = 300).run();
}
