use std::collections::BTreeMap;
use workflow::prelude::*;

#[task]
async fn tell(n: u32) -> Result<(), Failure> {
    drop(n);
    Ok(())
}

/// The place is used before the last statement that uses the borrow has ended.
#[workflow]
async fn removed(sums: BTreeMap<String, u32>, key: String) -> Result<(), Failure> {
    let mut sums = sums;
    if let Some(n) = sums.get_mut(&key) {
        if *n == 1 {
            sums.remove(&key);
        } else {
            *n -= 1;
        }
    }
    let first = sums.entry(key).or_insert(0);
    *first += 1;
    if *first > 3 {
        return tell(sums.len() as u32).await;
    }
    *first += 1;
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

/// A turn that ends with two borrows in use.
#[workflow]
async fn nested(rows: Vec<Vec<u32>>) -> Result<(), Failure> {
    let mut rows = rows;
    for row in &mut rows {
        if let Some(first) = row.first_mut() {
            *first += 1;
            if *first > 3 {
                continue;
            }
        }
        row.push(1);
    }
    tell(rows.len() as u32).await
}

fn main() {}
