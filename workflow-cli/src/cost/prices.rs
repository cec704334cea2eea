//! The table of prices, with its source; a file may have another one.

use super::money::{Money, Price};
use serde_json::Value;

/// The prices of one region.
///
/// Sources: the pricing pages of Step Functions and Lambda, as copies of them and the project's notes have them. The
/// tiers of EXPRESS are of one source only.
const TABLE: &str = r#"{
    "region": "us-east-1",
    "date": "2026-11-29",
    "source": "aws.amazon.com/step-functions/pricing, aws.amazon.com/lambda/pricing",
    "transition": "0.000025",
    "expressRequest": "0.000001",
    "expressGbSecond": [
        { "gbHours": 1000, "price": "0.00001667" },
        { "gbHours": 5000, "price": "0.00000833" },
        { "price": "0.00000456" }
    ],
    "lambdaRequest": "0.0000002",
    "lambdaGbSecond": "0.0000166667",
    "free": { "transitions": 4000, "lambdaRequests": 1000000, "lambdaGbSeconds": 400000 }
}"#;

/// Prices, each of one thing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Prices {
    pub(crate) region: String,
    pub(crate) date: String,
    pub(crate) source: String,
    pub(crate) transition: Price,
    pub(crate) express_request: Price,
    /// Of a gigabyte-second, up to so many gigabyte-hours a month.
    express_tiers: Vec<(Option<u64>, Price)>,
    pub(crate) lambda_request: Price,
    pub(crate) lambda_second: Price,
    pub(crate) free: Free,
}

/// The quantities of each month that cost nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Free {
    pub(crate) transitions: u64,
    pub(crate) lambda_requests: u64,
    pub(crate) lambda_seconds: u64,
}

/// Megabytes times milliseconds in a gigabyte-second.
pub(crate) const GB_SECOND: u128 = 1024 * 1000;

impl Prices {
    /// The table that comes with the program.
    pub(crate) fn known() -> Result<Self, String> {
        Prices::read(&serde_json::from_str(TABLE).map_err(|error| error.to_string())?)
    }

    /// A file: what it leaves out is as in the table.
    pub(crate) fn from_file(text: &str) -> Result<Self, String> {
        let given: Value =
            serde_json::from_str(text).map_err(|error| format!("is not JSON: {error}"))?;
        let given = given.as_object().ok_or("holds no object of prices")?;
        let mut table: Value = serde_json::from_str(TABLE).map_err(|error| error.to_string())?;
        for (name, value) in given {
            let known = table.get_mut(name).ok_or_else(|| {
                format!("has the unknown price `{name}`: `cost --prices-template` prints those there are")
            })?;
            *known = value.clone();
        }
        Prices::read(&table)
    }

    /// The table, to begin a file with.
    pub(crate) fn template() -> &'static str {
        TABLE
    }

    fn read(table: &Value) -> Result<Self, String> {
        let text = |name: &str| table[name].as_str().unwrap_or_default().to_owned();
        let price = |name: &str| price(&table[name], name);
        Ok(Prices {
            region: text("region"),
            date: text("date"),
            source: text("source"),
            transition: price("transition")?,
            express_request: price("expressRequest")?,
            express_tiers: tiers(&table["expressGbSecond"])?,
            lambda_request: price("lambdaRequest")?,
            lambda_second: price("lambdaGbSecond")?,
            free: free(&table["free"])?,
        })
    }

    /// The price of the memory of EXPRESS executions in a month, tier by tier.
    pub(crate) fn express_memory(&self, megabyte_milliseconds: u128) -> Money {
        let (mut sum, mut below) = (Money::NONE, 0);
        for (hours, price) in &self.express_tiers {
            let bound = hours.map_or(u128::MAX, |hours| u128::from(hours) * 3600 * GB_SECOND);
            let upper = megabyte_milliseconds.min(bound);
            sum = sum.plus(price.of_memory(upper.saturating_sub(below)));
            below = bound;
        }
        sum
    }
}

fn price(value: &Value, name: &str) -> Result<Price, String> {
    let text = value.as_str().ok_or_else(|| {
        format!("`{name}` must be a text such as \"0.000025\": a decimal in quotes, so that no digit is lost")
    })?;
    Price::parse(text).map_err(|why| format!("`{name}`: {why}"))
}

fn tiers(value: &Value) -> Result<Vec<(Option<u64>, Price)>, String> {
    const NAME: &str = "expressGbSecond";
    if value.is_string() {
        return Ok(vec![(None, price(value, NAME)?)]);
    }
    let wrong =
        || format!("`{NAME}` must be a price, or a list of {{\"gbHours\", \"price\"}} that rises");
    let list = value.as_array().ok_or_else(wrong)?;
    let mut tiers = vec![];
    let mut before = Some(0);
    for tier in list {
        let hours = match tier.get("gbHours") {
            None => None,
            Some(hours) => Some(hours.as_u64().ok_or_else(wrong)?),
        };
        let rises = before.is_some_and(|before| hours.is_none_or(|hours| hours > before));
        if !rises {
            return Err(wrong());
        }
        tiers.push((hours, price(&tier["price"], NAME)?));
        before = hours;
    }
    // What is beyond the last tier has a price, too.
    if before.is_some() {
        Err(format!("the last tier of `{NAME}` must have no `gbHours`"))
    } else {
        Ok(tiers)
    }
}

fn free(value: &Value) -> Result<Free, String> {
    let number = |name: &str| match value.get(name) {
        None => Ok(0),
        Some(number) => {
            number.as_u64().ok_or_else(|| format!("`free.{name}` must be a whole number"))
        }
    };
    Ok(Free {
        transitions: number("transitions")?,
        lambda_requests: number("lambdaRequests")?,
        lambda_seconds: number("lambdaGbSeconds")?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_file_changes_what_it_names() {
        let prices = Prices::from_file(r#"{ "transition": "0.00003", "region": "x" }"#).unwrap();
        assert_eq!(prices.transition.of(1).exact(), "0.00003");
        assert_eq!(prices.region, "x");
        assert_eq!(prices.lambda_second, Prices::known().unwrap().lambda_second);
    }

    #[test]
    fn what_is_wrong_with_a_file_is_named() {
        for (text, part) in [
            ("[", "is not JSON"),
            ("[]", "no object"),
            (r#"{ "transitoin": "1" }"#, "unknown price `transitoin`"),
            (r#"{ "transition": 0.000025 }"#, "`transition` must be a text"),
            (r#"{ "transition": "cheap" }"#, "`cheap` is no amount"),
            (r#"{ "expressGbSecond": [{ "gbHours": 5, "price": "1" }] }"#, "last tier"),
            (r#"{ "expressGbSecond": [{ "price": "1" }, { "price": "1" }] }"#, "rises"),
            (r#"{ "free": { "transitions": "4" } }"#, "`free.transitions`"),
        ] {
            let error = Prices::from_file(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn tiers_add_up() {
        let text =
            r#"{ "expressGbSecond": [{ "gbHours": 1, "price": "0.001" }, { "price": "0.0001" }] }"#;
        let prices = Prices::from_file(text).unwrap();
        let hour = 3600 * GB_SECOND;
        assert_eq!(prices.express_memory(hour), Money::parse("3.6").unwrap());
        assert_eq!(prices.express_memory(2 * hour), Money::parse("3.96").unwrap());
        assert_eq!(prices.express_memory(0), Money::NONE);
    }
}
