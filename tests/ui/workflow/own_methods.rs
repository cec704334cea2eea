//! Calls of methods and functions of one's own types that are not in a `#[pure]` block.
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Line {
    price: u32,
}
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    lines: Vec<Line>,
    name: String,
}

impl Line {
    fn is_cheap(&self) -> bool {
        self.price < 10
    }
}
#[pure]
impl Order {
    fn size(&self) -> usize {
        self.lines.len()
    }
    fn total(&self, from: u32) -> u32 {
        self.lines.iter().map(|line| line.price).sum::<u32>() + from
    }
}
impl Order {
    fn rename(&mut self, name: &str) {
        self.name = name.to_owned();
    }
    fn made(name: &str) -> Order {
        Order { lines: vec![], name: name.to_owned() }
    }
}

#[workflow]
async fn plain(order: Order) -> Result<usize, Failure> {
    let first = order.lines[0].is_cheap();
    let cheap = order.lines.iter().filter(|line| line.is_cheap()).count();
    let made = Order::made(&order.name);
    Ok(if first { cheap } else { made.lines.len() })
}

#[workflow]
async fn of_others(order: Order) -> Result<u32, Failure> {
    let name = order.name.escape_unicode().to_string();
    Ok(order.total(1) + order.lines[0].total(name.len()))
}

#[workflow]
async fn changed(order: Order) -> Result<Order, Failure> {
    let mut order = order;
    order.rename("other");
    Ok(order)
}

#[workflow]
async fn arguments(order: Order) -> Result<u32, Failure> {
    Ok(order.total() + order.total("one"))
}

fn main() {}
