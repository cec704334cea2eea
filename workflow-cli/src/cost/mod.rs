//! `cost`: transitions of an execution, and the sum of a month.

mod bill;
mod estimate;
mod json;
mod money;
mod prices;
mod report;
mod tasks;
mod usage;
mod walk;

pub(crate) use crate::check::grouped;
pub(crate) use estimate::Asked;

use crate::stop::{Stop, say};
use crate::terminal::Terminal;
use estimate::estimate;
use prices::Prices;
use workflow_asl::Definition;

/// Tells the costs of a definition.
pub(crate) fn run(asked: &Asked, name: &str, definition: &Definition) -> Result<(), Stop> {
    if asked.prices_template {
        return say(Prices::template());
    }
    let estimate = estimate(asked, name, definition)?;
    if asked.json {
        return say(&format!("{:#}", json::told(&estimate)));
    }
    report::show(&Terminal::stdout(), &estimate);
    Ok(())
}
