//! The workflows that are measured. Their tasks do next to nothing.

use workflow::prelude::*;

/// About 300 bytes as JSON.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Order {
    pub count: u32,
    pub id: String,
    pub lines: Vec<Line>,
}
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
pub struct Line {
    pub text: String,
    pub pieces: u32,
}

impl Order {
    pub fn new() -> Self {
        let line = |n| Line { text: format!("a line of this order, number {n}"), pieces: 3 };
        Order { count: 0, id: "an order".to_owned(), lines: (0..5).map(line).collect() }
    }
}

#[task]
pub async fn bump(n: u32) -> Result<u32, Failure> {
    Ok(n + 1)
}
#[task]
pub async fn count(order: Order) -> Result<Order, Failure> {
    Ok(Order { count: order.count + 1, ..order })
}

/// Ten tasks, one after the other.
#[workflow]
pub async fn sequence(n: u32) -> Result<u32, Failure> {
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    let n = bump(n).await?;
    Ok(n)
}

/// The same with something to carry.
#[workflow]
pub async fn sequence_300(order: Order) -> Result<Order, Failure> {
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    let order = count(order).await?;
    Ok(order)
}

/// Ten tasks at the same time: two Parallels of five in one.
#[workflow]
pub async fn parallel(n: u32) -> Result<u32, Failure> {
    let (low, high) = join!(
        async {
            let (a, b, c, d, e) = join!(bump(n), bump(n), bump(n), bump(n), bump(n)).await?;
            Ok(a + b + c + d + e)
        },
        async {
            let (a, b, c, d, e) = join!(bump(n), bump(n), bump(n), bump(n), bump(n)).await?;
            Ok(a + b + c + d + e)
        },
    )
    .await?;
    Ok(low + high)
}

/// A Map of one task an item.
#[workflow]
pub async fn items(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    let bumped = map(list, async |n| Ok(bump(n).await?)).await?;
    Ok(bumped)
}

/// The same with something to carry.
#[workflow]
pub async fn items_300(list: Vec<Order>) -> Result<Vec<Order>, Failure> {
    let counted = map(list, async |order| Ok(count(order).await?)).await?;
    Ok(counted)
}

/// A task and a choice a turn.
#[workflow]
pub async fn turns(most: u32) -> Result<u32, Failure> {
    let mut n = 0;
    while n < most {
        n = bump(n).await?;
    }
    Ok(n)
}

/// The same with something to carry.
#[workflow]
pub async fn turns_300(start: Order) -> Result<Order, Failure> {
    let mut order = start;
    while order.count < 1000 {
        order = count(order).await?;
    }
    Ok(order)
}
