//! Costs for people: transitions of an execution, and the sum of a month, line by line.

use super::bill::{Hosting, Usage};
use super::estimate::{Basis, Estimate};
use super::grouped;
use super::money::Money;
use super::walk::Open;
use crate::terminal::{Terminal, Tone, cut, pad};

/// The columns: a name, and three amounts.
const NAME: usize = 26;
const AMOUNT: usize = 16;

/// Shows them.
pub(super) fn show(terminal: &Terminal, estimate: &Estimate) {
    transitions(terminal, estimate);
    month(terminal, estimate);
    notes(terminal, estimate);
}

fn transitions(terminal: &Terminal, estimate: &Estimate) {
    let most = match &estimate.most {
        Some(most) => {
            format!("{}, all retries used up, on the longest way", grouped(most.transitions))
        }
        None => "not bounded".to_owned(),
    };
    let least =
        format!("{}, nothing failing, on the shortest way", grouped(estimate.least.transitions));
    let mut rows = vec![("least", least), ("most", most)];
    rows.extend(estimate.recorded.as_ref().map(|it| ("recorded", recorded(it))));
    terminal.table(&format!("Transitions of an execution of {}", estimate.name), &rows);
    for open in &estimate.range.open {
        let text = match open {
            Open::Loop(states) => format!(
                "nothing bounds the loop of {}: say how often it turns with `--iterations {}=N`",
                states.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
                quoted(states.first().map_or("", String::as_str)),
            ),
            Open::Items(state) => format!(
                "nothing bounds the items of `{state}`: say how many with `--items {}=N`",
                quoted(state)
            ),
        };
        terminal.text(Tone::Again, 4, &text);
    }
}

/// A name as a shell takes it.
fn quoted(name: &str) -> String {
    let plain = name.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '-'));
    if plain { name.to_owned() } else { format!("'{name}'") }
}

fn recorded(usage: &Usage) -> String {
    let Usage { executions, transitions, .. } = *usage;
    if executions == 1 {
        return format!("{}, exactly", grouped(transitions));
    }
    let tenths = transitions.saturating_mul(10) / executions.max(1);
    let (whole, tenth) = (grouped(tenths / 10), tenths % 10);
    format!("{} in {} executions: {whole}.{tenth} each", grouped(transitions), grouped(executions))
}

fn month(terminal: &Terminal, estimate: &Estimate) {
    let bill = estimate.bill();
    let (basis, _) = estimate.basis();
    let basis = match basis {
        Basis::Recorded => "as recorded",
        Basis::Most => "with the most transitions",
        Basis::Least => "with the least transitions",
    };
    let executions = grouped(estimate.plan.executions);
    terminal.title(&format!("{executions} executions a month, {basis}, in dollars"));
    let head = row("", ["STANDARD", "EXPRESS", "self-hosting"].map(str::to_owned));
    terminal.line(Tone::Dim, &head);
    for line in &bill.lines {
        let costs = line.costs.map(|cost| match cost {
            None => "–".to_owned(),
            Some(Err(())) => "?".to_owned(),
            Some(Ok(cost)) => cost.to_string(),
        });
        terminal.line(Tone::Plain, &row(&line.name, costs));
    }
    let own = estimate.plan.host.is_some();
    let sum = |hosting| match hosting {
        Hosting::Own if !own => "–".to_owned(),
        Hosting::Express if estimate.plan.not_express => "–".to_owned(),
        hosting => bill.sum(hosting).as_ref().map_or("?".to_owned(), Money::to_string),
    };
    let sums = [Hosting::Standard, Hosting::Express, Hosting::Own].map(sum);
    terminal.line(Tone::Title, &row("sum", sums));
    even(terminal, estimate);
}

fn row(name: &str, amounts: [String; 3]) -> String {
    let amounts = amounts.map(|amount| format!("{amount:>AMOUNT$}")).concat();
    format!("  {}{amounts}", pad(&cut(name, NAME - 1), NAME))
}

/// From where on self-hosting pays.
fn even(terminal: &Terminal, estimate: &Estimate) {
    let Some(host) = estimate.plan.host else {
        return terminal.line(Tone::Dim, "  `--host DOLLARS` compares with a machine of your own");
    };
    let bill = estimate.bill();
    terminal.title("Break-even");
    for (hosting, name) in [(Hosting::Standard, "STANDARD"), (Hosting::Express, "EXPRESS")] {
        let text = match estimate.break_even(hosting) {
            Some(executions) => format!(
                "a host of {host} costs no more than {name} from {} executions a month",
                grouped(executions)
            ),
            None if bill.sum(hosting).is_none() => continue,
            None => format!("a host of {host} costs more than {name}, however many executions run"),
        };
        terminal.text(Tone::Plain, 2, &text);
    }
}

fn notes(terminal: &Terminal, estimate: &Estimate) {
    let prices = &estimate.prices;
    terminal.title("Notes");
    let note = |text: &str| terminal.text(Tone::Dim, 2, text);
    let free = if estimate.plan.free {
        "free quantities are taken off"
    } else {
        "the free part of each month is not subtracted (`--free`)"
    };
    note(&format!("prices of {}, {} ({}); {free}", prices.region, prices.date, prices.source));
    for (lacks, names) in estimate.unknown.by_lack() {
        note(&format!("the costs of Lambda lack {lacks} of {names}"));
    }
    if !estimate.others.is_empty() {
        let services = estimate.others.join(", ");
        note(&format!("no sum has what calls of {services} cost: `--extra NAME=DOLLARS` adds it"));
    }
    let (basis, usage) = estimate.basis();
    if estimate.plan.not_express {
        // Nothing is told of its duration.
    } else if usage.milliseconds.is_none() {
        note("how long an EXPRESS execution takes is not known: give `--duration` of all tasks");
    } else if basis != Basis::Recorded {
        note("the duration of EXPRESS is that of all tasks one after the other, without waits");
    }
    if !estimate.not_express.is_empty() {
        note(&format!("it cannot run as EXPRESS: {}", estimate.not_express.join(", ")));
    }
    if !estimate.plan.tasks_on_host && estimate.plan.host.is_some() {
        note(
            "self-hosting calls the same Lambda functions; `--tasks-on-host` has tasks run on the host",
        );
    }
}
