use std::collections::BTreeMap;
use workflow::prelude::*;

#[task]
async fn tell(n: u32) -> Result<(), Failure> {
    drop(n);
    Ok(())
}

/// The place is used in a loop, whose next turn may use the borrow, and while the borrow is used behind it.
#[workflow]
async fn removed(sums: BTreeMap<String, u32>, key: String) -> Result<(), Failure> {
    let mut sums = sums;
    let first = sums.entry(key.clone()).or_insert(0);
    for most in vec![1, 2] {
        if *first > most {
            sums.clear();
            break;
        }
    }
    let again = sums.entry(key).or_insert(0);
    *again += 1;
    if *again > 3 {
        sums.clear();
    }
    *again += 1;
    tell(sums.len() as u32).await
}

/// Names that are bound anew.
#[workflow]
async fn anew(list: Vec<u32>) -> Result<(), Failure> {
    let (mut list, mut sum) = (list, 0);
    for x in &mut list {
        *x += 1;
        let x = *x * 10;
        sum += x;
    }
    tell(sum).await?;
    let b = &mut list[0];
    *b += 1;
    let list = vec![*b];
    tell(list[0]).await
}

fn main() {}
