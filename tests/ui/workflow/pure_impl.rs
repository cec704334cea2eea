//! Refuses the parts that a `#[pure]` block cannot have.
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    prices: Vec<u32>,
}
#[derive(Debug, Serialize, Deserialize, Data)]
struct Single {
    price: u32,
}
struct Of<T>(T);

#[pure]
impl Order {
    fn add(&mut self, price: u32) {
        self.prices.push(price);
    }
    fn len(&self) -> usize {
        self.prices.len()
    }
    fn once(&self) -> usize {
        self.again()
    }
    fn again(&self) -> usize {
        1 + self.once()
    }
    fn boxed(self: Box<Self>) -> u32 {
        0
    }
    fn of_any<T: Into<u32>>(&self, of: T) -> u32 {
        of.into()
    }
    async fn later(&self) -> u32 {
        0
    }
    #[pure]
    fn marked(&self) -> u32 {
        let file = std::fs::read_to_string("prices");
        0
    }
    fn fine(&self) -> u32 {
        1
    }
}

#[pure]
impl<T> Of<T> {
    fn of(&self) -> u32 {
        0
    }
}

#[pure]
impl Of<u8> {
    fn of_byte(&self) -> u32 {
        0
    }
}

#[pure]
impl Default for Order {
    fn default() -> Self {
        Order { prices: vec![] }
    }
}

#[pure(all)]
impl Single {
    fn price(&self) -> u32 {
        self.price
    }
}

impl Order {
    #[pure]
    fn first(&self) -> u32 {
        self.prices[0]
    }
    #[pure]
    fn least() -> u32 {
        0
    }
}

mod no_copy {
    use super::Single;
    use workflow::prelude::*;

    #[pure]
    impl Single {
        pub(super) fn taken(self) -> u32 {
            self.price
        }
    }
}

#[workflow]
async fn with_mistakes(order: Order, single: Single) -> Result<u32, Failure> {
    let _ = order.fine();
    Ok(single.taken() + order.marked())
}

fn main() {}
