//! Methods and functions of one's own types, in `#[pure]` blocks.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Kind {
    Plain,
    Heavy { kilos: u8 },
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Cents(i64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Line {
    price: Cents,
    count: u32,
    kind: Kind,
    label: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data, TaskError)]
pub enum Small {
    Few { least: i64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    lines: Vec<Line>,
    name: String,
    voucher: Option<String>,
}

/// Written before the function of the same name, and after what it calls: neither matters.
#[pure]
impl Order {
    const MOST: i64 = 10_000;

    /// May overflow, as in a workflow.
    fn total(&self) -> i64 {
        let sum: i64 = self.lines.iter().map(|line| line.amount()).sum();
        if sum > Self::MOST { Self::MOST + self.surplus(sum) } else { total(self, sum) }
    }

    fn surplus(&self, sum: i64) -> i64 {
        (sum - Self::MOST) / 2
    }

    fn heaviest(&self) -> Option<&Line> {
        let first = self.lines.first()?;
        if self.lines.len() == 1 {
            return Some(first);
        }
        self.lines.iter().max_by_key(|line| line.kind.kilos())
    }

    fn title(&self, before: &str) -> String {
        format!("{before}{}", self.name)
    }

    fn voucher_or<'a>(&'a self, other: &'a str) -> &'a str {
        self.voucher.as_deref().unwrap_or(other)
    }

    fn checked(&self, least: i64) -> Result<i64, Small> {
        let total = self.total();
        if total < least {
            return Err(Small::Few { least });
        }
        Ok(total)
    }

    fn cheapest(a: &Line, b: &Line) -> Line {
        if Self::is_cheaper(a, b) { a.clone() } else { b.clone() }
    }

    fn is_cheaper(a: &Line, b: &Line) -> bool {
        a.amount() <= b.amount()
    }

    fn renamed_by(&self, line: &Line) -> Self {
        self.clone().renamed(line.label.clone().unwrap_or(self.title("+")))
    }

    fn renamed(self, name: String) -> Self {
        Self { name, ..self }
    }
}

#[pure]
fn total(order: &Order, sum: i64) -> i64 {
    if order.has_voucher() { sum - 1 } else { sum }
}

mod inner {
    use super::*;

    #[pure]
    impl super::Order {
        pub(super) fn has_voucher(&self) -> bool {
            self.voucher.is_some()
        }
    }

    #[pure]
    impl Line {
        pub fn amount(&self) -> i64 {
            let Line { price, count, .. } = self;
            price.times(*count).0 + Cents::fee(self.kind)
        }
        pub fn is_named(&self, what: &str) -> bool {
            self.label.as_deref() == Some(what)
        }
        pub fn total(&self) -> i64 {
            self.amount() + 1
        }
    }
}

#[pure]
impl Cents {
    fn times(self, by: u32) -> Cents {
        Cents(self.0 * i64::from(by))
    }
    fn fee(kind: Kind) -> i64 {
        match kind {
            Kind::Plain => 0,
            kind => i64::from(kind.kilos()) * 2,
        }
    }
}

#[pure]
impl Kind {
    fn kilos(self) -> u8 {
        match self {
            Self::Plain => 1,
            Self::Heavy { kilos } => kilos,
        }
    }
    fn shown(self) -> String {
        format!("{} kg", self.kilos())
    }
    fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }
}

/// On variables, fields and parts, in conditions, arguments and closures, on what a call has made.
#[workflow]
pub async fn own_methods(order: Order, by: i64) -> Result<(i64, Vec<String>, String), Failure> {
    let sum = order.total() + number(order.total() - by).await?;
    if order.has_voucher() && sum > 10 {
        note(order.title("about ")).await?;
    }
    let open: Vec<Line> = order
        .lines
        .iter()
        .filter(|line| line.kind.is_plain() || line.is_named("x"))
        .cloned()
        .collect();
    let shown = map(open, async |line| {
        number(line.amount()).await?;
        Ok(format!("{} of {}", line.total(), line.price.times(2).0))
    })
    .await?;
    let voucher = order.voucher_or(&order.name).to_owned();
    let renamed = order.renamed(text(voucher.clone()).await?);
    Ok((sum, shown, renamed.title(&voucher)))
}

/// By the path, with `?`, on an option, in a loop, on a reference in a pattern.
#[workflow]
pub async fn own_by_path(order: Order, least: i64) -> Result<(i64, Option<Line>, i64), Failure> {
    let total = order.checked(least)?;
    let mut sum = 0;
    for line in &order.lines {
        if !line.kind.is_plain() {
            sum += Cents::fee(line.kind) + Line::amount(line);
        }
    }
    let twice = order.lines.iter().map(Line::amount).filter(|it| *it > sum).count();
    let best = match (order.heaviest(), order.lines.first()) {
        (Some(heavy), Some(first)) if !heavy.is_named("y") => Some(Order::cheapest(heavy, first)),
        _ => None,
    };
    number(twice as i64).await?;
    Ok((total, best, sum))
}

/// In heads of loops, guards, races of borrows and calls, closures under a name, and on what a call gives.
#[workflow]
pub async fn own_in_places(orders: Vec<Order>, kind: Kind) -> Result<(Vec<String>, i64), Failure> {
    let mut left = orders.clone();
    let mut sum = 0;
    let dear = |order: &Order| order.total() > 100 && !kind.is_plain();
    while left.len() > 1 && !left[0].has_voucher() {
        let order = left.remove(0);
        sum += number(order.surplus(sum)).await?;
    }
    if let Some(heavy) = left.first().and_then(|order| order.heaviest().cloned()) {
        note(format!("{}", heavy.amount())).await?;
        sum += heavy.total();
    }
    let mut titles = vec![];
    for order in &orders {
        match order.lines.first() {
            Some(line) if line.is_named("x") => {
                titles.push(text(order.title("x")).await?.to_uppercase())
            }
            Some(line) if dear(order) => titles.push(order.renamed_by(line).title("-")),
            _ => {}
        }
    }
    if kind.is_plain() {
        note(Kind::Heavy { kilos: kind.kilos() }.shown()).await?;
    }
    Ok((titles, sum))
}

#[test]
fn methods_of_ones_own_agree() {
    prove!(own_methods(order, by): number, note, text; wild = 10, words = &["x", "y"]).run();
    prove!(own_in_places(orders, kind): number, note, text; wild = 10, words = &["x", "y"]).run();
    prove!(own_by_path(order, least): number; failing = 10, words = &["x", "y"]).run();
}

#[test]
fn the_bodies_of_methods_are_written_out() {
    let document = own_methods::definition().unwrap().to_json_pretty();
    assert!(document.contains("$sum2 - 10000"), "{document}");
    assert!(!document.contains("amount"), "{document}");
}

#[test]
fn methods_stay_plain_rust() {
    let line = Line { price: Cents(3), count: 2, kind: Kind::Heavy { kilos: 5 }, label: None };
    assert_eq!((line.amount(), Cents::fee(Kind::Plain)), (16, 0));
}
