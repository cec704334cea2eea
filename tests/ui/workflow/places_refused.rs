use std::collections::BTreeMap;
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
enum Kind {
    Card { number: String, limit: u32 },
    Cash,
}

#[task]
async fn tell(n: u32) -> Result<(), Failure> {
    drop(n);
    Ok(())
}

/// A loop with a call over pairs that is left before its end, and a pattern that leaves parts out.
#[workflow]
async fn left(sums: BTreeMap<String, u32>, kind: Kind) -> Result<(), Failure> {
    let (mut sums, mut kind, mut most) = (sums, kind, 0);
    for (_, n) in &mut sums {
        *n += 1;
        if *n > 9 {
            break;
        }
        most += *n;
        tell(most).await?;
    }
    match &mut kind {
        Kind::Card { limit, .. } => *limit += 1,
        Kind::Cash => {}
    }
    tell(most).await
}

/// Borrows that are kept elsewhere.
#[workflow]
async fn kept(list: Vec<u32>, sums: BTreeMap<String, u32>) -> Result<(), Failure> {
    let (mut list, mut sums, mut most) = (list, sums, None);
    for x in &mut list {
        if *x > 3 {
            most = Some(x);
        }
    }
    if let Some(x) = most {
        *x += 1;
    }
    let one = match sums.get_mut("one") {
        Some(n) => n,
        None => return Ok(()),
    };
    *one += 1;
    tell(sums.len() as u32).await
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, Data)]
struct Point {
    x: u32,
}

/// An item under another name, which would be a copy.
#[workflow]
async fn copied(points: Vec<Point>) -> Result<(), Failure> {
    let mut points = points;
    for point in &mut points {
        let mut it = point;
        it.x = 7;
    }
    tell(points.len() as u32).await
}

/// The place is used in a branch that binds a part of the borrow.
#[workflow]
async fn part(rows: BTreeMap<String, Vec<u32>>, key: String) -> Result<(), Failure> {
    let mut rows = rows;
    let row = rows.entry(key.clone()).or_default();
    row.push(1);
    if let Some(n) = row.first() {
        let n = *n;
        rows.insert(key, vec![n]);
    }
    tell(rows.len() as u32).await
}

/// The code before looks at the place, or waits.
#[workflow]
async fn before(note: Option<u32>) -> Result<(), Failure> {
    let mut note = note;
    let both = (note.is_some(), note.take());
    tell(both.1.unwrap_or(0)).await
}

fn main() {}
