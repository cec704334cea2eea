//! The costs of a month: a line each, and the sum, for STANDARD, EXPRESS and self-hosting.

use super::money::Money;
use super::prices::{GB_SECOND, Prices};

/// The usage of a number of executions together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    /// The number of executions.
    pub(crate) executions: u64,
    pub(crate) transitions: u64,
    /// Calls of Lambda functions.
    pub(crate) functions: u64,
    /// Their megabytes times milliseconds.
    pub(crate) memory: u128,
    /// The milliseconds of all executions, each rounded up to a hundred; `None` if not known.
    pub(crate) milliseconds: Option<u64>,
    /// The milliseconds of the longest recorded execution.
    pub(crate) longest: u64,
    /// EXPRESS executions that are items of distributed Maps.
    pub(crate) children: u64,
}

/// The other costs of a month.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// Executions a month.
    pub(crate) executions: u64,
    /// The price of the host.
    pub(crate) host: Option<Money>,
    /// True if tasks run on the host in place of Lambda.
    pub(crate) tasks_on_host: bool,
    /// Flat costs: transfer and others, each with its name.
    pub(crate) extras: Vec<(String, Money)>,
    /// The memory of an EXPRESS execution in megabytes.
    pub(crate) express_memory: u64,
    /// True if it cannot run as EXPRESS, and so costs nothing there.
    pub(crate) not_express: bool,
    /// True if the free quantities of a month are taken off.
    pub(crate) free: bool,
}

/// The kinds of hosting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hosting {
    Standard,
    Express,
    Own,
}

/// A line of costs: nothing for those that it does not concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) name: String,
    /// Of STANDARD, EXPRESS and self-hosting; a cost that is not known is `Err`.
    pub(crate) costs: [Option<Result<Money, ()>>; 3],
}

/// The costs of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bill {
    pub(crate) lines: Vec<Line>,
    /// True if nothing is told of EXPRESS.
    not_express: bool,
}

impl Bill {
    /// The costs of a plan, where executions are like those of `usage`.
    pub(crate) fn of(usage: &Usage, plan: &Plan, prices: &Prices) -> Self {
        let month = Month { usage, plan, prices };
        let mut lines = vec![
            Line::new("transitions", [Some(Ok(month.transitions())), None, None]),
            Line::new("EXPRESS requests", [month.children(), Some(Ok(month.requests())), None]),
            Line::new("EXPRESS duration", [None, Some(month.express()), None]),
        ];
        let own = |cost| (!plan.tasks_on_host).then_some(Ok(cost));
        for (name, cost) in
            [("Lambda requests", month.calls()), ("Lambda duration", month.lambda())]
        {
            lines.push(Line::new(name, [Some(Ok(cost)), Some(Ok(cost)), own(cost)]));
        }
        lines.push(Line::new("host", [None, None, plan.host.map(Ok)]));
        for (name, cost) in &plan.extras {
            lines.push(Line::new(name, [Some(Ok(*cost)); 3]));
        }
        lines.retain(|line| line.costs.iter().flatten().any(|it| *it != Ok(Money::NONE)));
        if plan.not_express {
            lines.iter_mut().for_each(|line| line.costs[Hosting::Express as usize] = None);
        }
        lines.retain(|line| line.costs.iter().any(Option::is_some));
        Bill { lines, not_express: plan.not_express }
    }

    /// The sum of one kind; `None` where a line of it is not known, or it cannot run there.
    pub(crate) fn sum(&self, hosting: Hosting) -> Option<Money> {
        if hosting == Hosting::Express && self.not_express {
            return None;
        }
        let costs = self.lines.iter().filter_map(|line| line.costs[hosting as usize]);
        costs.map(Result::ok).try_fold(Money::NONE, |sum, cost| Some(sum.plus(cost?)))
    }
}

/// The most executions a month for which a break-even is looked for.
const MOST: u64 = 1_000_000_000_000;

/// Returns from how many executions a month on self-hosting costs no more; `None` if that is never so. Both costs grow
/// with the number, those of AWS no slower: what is free and what gets cheaper by quantity is in it.
pub(crate) fn break_even(
    usage: &Usage,
    plan: &Plan,
    prices: &Prices,
    against: Hosting,
) -> Option<u64> {
    plan.host?;
    let pays = |executions: u64| {
        let plan = Plan { executions, ..plan.clone() };
        let bill = Bill::of(usage, &plan, prices);
        Some(bill.sum(against)? >= bill.sum(Hosting::Own)?)
    };
    if !pays(MOST)? {
        return None;
    }
    let (mut below, mut from) = (0, MOST);
    while below < from {
        let middle = below + (from - below) / 2;
        if pays(middle)? {
            from = middle;
        } else {
            below = middle + 1;
        }
    }
    Some(from)
}

impl Line {
    fn new(name: &str, costs: [Option<Result<Money, ()>>; 3]) -> Self {
        Line { name: name.to_owned(), costs }
    }
}

struct Month<'m> {
    usage: &'m Usage,
    plan: &'m Plan,
    prices: &'m Prices,
}

impl Month<'_> {
    /// The costs of a month, out of those of the executions that were counted.
    fn all(&self, cost: Money) -> Money {
        cost.times(self.plan.executions).divided(self.usage.executions)
    }

    fn freed(&self, cost: Money, free: Money) -> Money {
        if self.plan.free { cost.minus(free) } else { cost }
    }

    fn transitions(&self) -> Money {
        let price = self.prices.transition;
        let cost = self.all(price.of(self.usage.transitions));
        self.freed(cost, price.of(self.prices.free.transitions))
    }

    fn children(&self) -> Option<Result<Money, ()>> {
        let cost = self.all(self.prices.express_request.of(self.usage.children));
        (!cost.is_none()).then_some(Ok(cost))
    }

    fn requests(&self) -> Money {
        self.prices.express_request.of(self.plan.executions)
    }

    /// Of the memory of all executions together: the price falls with the quantity.
    fn express(&self) -> Result<Money, ()> {
        const CHUNK: u64 = 64;
        let memory = self.plan.express_memory.div_ceil(CHUNK) * CHUNK;
        let time =
            u128::from(self.usage.milliseconds.ok_or(())?) * u128::from(self.plan.executions);
        let time = time / u128::from(self.usage.executions.max(1));
        Ok(self.prices.express_memory(time.saturating_mul(u128::from(memory))))
    }

    fn calls(&self) -> Money {
        let price = self.prices.lambda_request;
        let cost = self.all(price.of(self.usage.functions));
        self.freed(cost, price.of(self.prices.free.lambda_requests))
    }

    fn lambda(&self) -> Money {
        let price = self.prices.lambda_second;
        let free = u128::from(self.prices.free.lambda_seconds) * GB_SECOND;
        self.freed(self.all(price.of_memory(self.usage.memory)), price.of_memory(free))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn dollars(text: &str) -> Money {
        Money::parse(text).unwrap()
    }

    fn plan(executions: u64) -> Plan {
        Plan { executions, express_memory: 64, ..Plan::default() }
    }

    #[test]
    fn lambda_transfer_and_transitions_add_up() {
        // 101,000 executions of 10 transitions; their functions take 600 dollars, transfer 100.
        let prices =
            Prices::from_file(r#"{ "lambdaGbSecond": "0.00002", "lambdaRequest": "0" }"#).unwrap();
        let usage = Usage {
            executions: 101,
            transitions: 1010,
            // 30 million gigabyte-seconds in 101,000 executions.
            memory: 30_000 * GB_SECOND,
            functions: 202,
            ..Usage::default()
        };
        let extras = vec![("transfer".to_owned(), dollars("100"))];
        let bill = Bill::of(&usage, &Plan { extras, ..plan(101_000) }, &prices);
        let standard: Vec<String> = bill
            .lines
            .iter()
            .filter_map(|line| Some(format!("{} {}", line.name, line.costs[0]?.ok()?)))
            .collect();
        assert_eq!(standard, ["transitions 25.25", "Lambda duration 600.00", "transfer 100.00"]);
        assert_eq!(bill.sum(Hosting::Standard).unwrap().to_string(), "725.25");
        assert_eq!(bill.sum(Hosting::Own).unwrap().to_string(), "700.00");
        // Nobody knows how long an execution takes.
        assert_eq!(bill.sum(Hosting::Express), None);
    }

    #[test]
    fn express_is_rounded_to_64_megabytes() {
        let prices =
            Prices::from_file(r#"{ "expressGbSecond": "0.01", "expressRequest": "0.5" }"#).unwrap();
        let usage = Usage { executions: 1, milliseconds: Some(1000), ..Usage::default() };
        let bill = Bill::of(&usage, &Plan { express_memory: 65, ..plan(8) }, &prices);
        // 8 executions of a second with 128 MB.
        assert_eq!(bill.sum(Hosting::Express).unwrap(), dollars("4.01"));
    }

    #[test]
    fn free_quantities_are_taken_off_by_option_only() {
        let prices = Prices::known().unwrap();
        let usage = Usage { executions: 1, transitions: 10, ..Usage::default() };
        let paid = Bill::of(&usage, &plan(1000), &prices).sum(Hosting::Standard).unwrap();
        assert_eq!(paid, dollars("0.25"));
        let freed = Bill::of(&usage, &Plan { free: true, ..plan(1000) }, &prices);
        assert_eq!(freed.sum(Hosting::Standard).unwrap(), dollars("0.15"));
    }

    #[test]
    fn self_hosting_pays_from_the_break_even_on() {
        let prices = Prices::known().unwrap();
        let usage = Usage { executions: 1, transitions: 10, ..Usage::default() };
        let host = Some(dollars("40"));
        let plan = Plan { host, ..plan(1000) };
        // 40 dollars are 1,600,000 transitions.
        let even = |plan: &Plan| break_even(&usage, plan, &prices, Hosting::Standard);
        assert_eq!(even(&plan), Some(160_000));
        // The free ones are 400 executions.
        assert_eq!(even(&Plan { free: true, ..plan.clone() }), Some(160_400));
        assert_eq!(even(&Plan { host: None, ..plan.clone() }), None);
        let idle = Usage { transitions: 0, ..usage.clone() };
        assert_eq!(break_even(&idle, &plan, &prices, Hosting::Standard), None);
        let at = |executions| Bill::of(&usage, &Plan { executions, ..plan.clone() }, &prices);
        let sums = |bill: &Bill| (bill.sum(Hosting::Standard), bill.sum(Hosting::Own));
        let (standard, own) = sums(&at(160_000));
        assert_eq!(standard, own);
        let (standard, own) = sums(&at(159_999));
        assert!(standard < own);
    }
}
