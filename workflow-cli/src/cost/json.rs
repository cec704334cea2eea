//! Costs as JSON: amounts are exact decimals in texts.

use super::bill::{Bill, Hosting, Usage};
use super::estimate::{Basis, Estimate};
use super::walk::Open;
use serde_json::{Map, Value, json};

pub(super) const NAMES: [(Hosting, &str); 3] =
    [(Hosting::Standard, "standard"), (Hosting::Express, "express"), (Hosting::Own, "selfHosting")];

/// All that is known of the costs.
pub(super) fn told(estimate: &Estimate) -> Value {
    let bill = estimate.bill();
    let (basis, _) = estimate.basis();
    let open = estimate.range.open.iter().map(|open| match open {
        Open::Loop(states) => json!({ "loop": states }),
        Open::Items(state) => json!({ "items": state }),
    });
    let even = |hosting| estimate.break_even(hosting);
    json!({
        "workflow": estimate.name,
        "transitions": {
            "least": estimate.least.transitions,
            "most": estimate.most.as_ref().map(|most| most.transitions),
            "unbounded": open.collect::<Vec<_>>(),
            "recorded": estimate.recorded.as_ref().map(usage),
        },
        "month": {
            "executions": estimate.plan.executions,
            "basis": match basis {
                Basis::Recorded => "recorded",
                Basis::Most => "most",
                Basis::Least => "least",
            },
            "lines": bill.lines.iter().map(|line| {
                let mut costs = costs(|hosting| Some(line.costs[hosting as usize]?.ok()?.exact()));
                costs.insert("name".to_owned(), json!(line.name));
                Value::Object(costs)
            }).collect::<Vec<_>>(),
            "sum": sums(&bill),
        },
        "breakEven": { "standard": even(Hosting::Standard), "express": even(Hosting::Express) },
        "unknown": estimate.unknown.names(),
        "notExpress": estimate.not_express,
        "others": estimate.others,
        "prices": {
            "region": estimate.prices.region,
            "date": estimate.prices.date,
            "source": estimate.prices.source,
        },
    })
}

fn usage(usage: &Usage) -> Value {
    json!({ "executions": usage.executions, "transitions": usage.transitions })
}

fn sums(bill: &Bill) -> Value {
    Value::Object(costs(|hosting| Some(bill.sum(hosting)?.exact())))
}

/// The amounts of each kind; nothing where it is not known, or none.
fn costs(of: impl Fn(Hosting) -> Option<String>) -> Map<String, Value> {
    NAMES.into_iter().map(|(hosting, name)| (name.to_owned(), json!(of(hosting)))).collect()
}
