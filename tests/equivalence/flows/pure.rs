//! Functions of expressions, called inside them.

use super::tasks::*;
use crate::prove;
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    unit_price: i64,
    count: u32,
    label: Option<String>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub enum Size {
    Small,
    Large { by: i64 },
}

const MOST: i64 = 1_000_000;

mod money {
    use super::{Line, MOST, Size};
    use workflow::prelude::*;

    /// May overflow, as in a workflow.
    #[pure]
    pub(super) fn price(line: &Line) -> i64 {
        line.unit_price * i64::from(line.count)
    }

    #[pure]
    pub fn total(lines: &[Line], discount: i64) -> i64 {
        let sum: i64 = lines.iter().map(|line| price(line)).sum();
        if sum > MOST { sum - discount } else { sum }
    }

    #[pure]
    pub fn size(total: i64, bounds: (i64, i64)) -> Size {
        let (low, high) = bounds;
        match total {
            total if total < low => Size::Small,
            total => Size::Large { by: total / (high - low) },
        }
    }
}

#[pure]
fn named(line: &Line) -> String {
    match &line.label {
        Some(label) => format!("{label} x {}", line.count),
        None => "?".to_owned(),
    }
}

#[pure]
fn half(of: u8) -> f64 {
    f64::from(of) / 2.0
}

#[pure]
fn constant() -> i64 {
    2
}

/// By value, by reference, in closures, in conditions, in arguments, one inside the other.
#[workflow]
pub async fn offer(lines: Vec<Line>, by: u8) -> Result<(i64, Vec<String>, f64), Failure> {
    let sum = money::total(&lines, number(1).await?);
    if half(by) > 30.0 {
        note(format!("{}", money::total(&lines, sum - constant()))).await?;
    }
    let by = match money::size(sum, (10, constant() * 1000)) {
        Size::Small => half(by),
        Size::Large { by } => measure(by as f64).await?,
    };
    let cheap: Vec<Line> = lines.into_iter().filter(|line| money::price(line) < 100).collect();
    let names = map(cheap, async |line| {
        let name = named(&line);
        text(name.clone()).await?;
        Ok(name)
    })
    .await?;
    Ok((sum, names, by))
}

/// Names inside and outside are the same, and none hides another.
#[pure]
fn twice(a: i64, b: i64) -> i64 {
    let c = a + b;
    let a = c * 2;
    a - b
}
#[workflow]
pub async fn names(a: i64, b: i64) -> Result<Vec<i64>, Failure> {
    let c = twice(b + 1, a - 1);
    let d = number(twice(twice(a, c), twice(c, b))).await?;
    Ok(vec![twice(d, a), twice(c + d, twice(a + 1, b + 1))])
}

#[test]
fn pure_functions_agree() {
    prove!(offer(lines, by): number, note, measure, text; wild = 10).run();
    prove!(names(a, b): number;).run();
}

#[test]
fn bodies_are_written_out() {
    let document = names::definition().unwrap().to_json_pretty();
    assert!(document.contains("$c * 2"), "{document}");
    assert!(!document.contains("twice"), "{document}");
}
