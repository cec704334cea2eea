//! The names of resources within a template.

use sha2::{Digest, Sha256};

/// A name in Pascal case, of letters and digits alone: `LoadOrders` for `load_orders`.
pub(crate) fn identifier(name: &str) -> String {
    let mut id = String::new();
    let mut upper = true;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            upper = true;
        } else if upper {
            id.extend(c.to_uppercase());
            upper = false;
        } else {
            id.push(c);
        }
    }
    if id.is_empty() || id.starts_with(|c: char| c.is_ascii_digit()) {
        format!("X{id}")
    } else {
        id
    }
}

/// A name in snake case: `load_orders`.
pub(crate) fn snake(name: &str) -> String {
    let mut text = String::new();
    let mut before = '_';
    for c in name.chars() {
        let c = if c.is_ascii_alphanumeric() { c } else { '_' };
        let begins =
            c.is_ascii_uppercase() && (before.is_ascii_lowercase() || before.is_ascii_digit());
        if (begins || c == '_') && !text.ends_with('_') && !text.is_empty() {
            text.push('_');
        }
        if c != '_' {
            text.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    let text = text.trim_end_matches('_').to_owned();
    if text.is_empty() || text.starts_with(|c: char| c.is_ascii_digit()) {
        format!("x{text}")
    } else {
        text
    }
}

/// A name of a function that the framework takes: letters, digits, - and _.
pub(crate) fn function_key(key: &str) -> String {
    let fits = key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if fits { key.to_owned() } else { identifier(key) }
}

/// The name that the Serverless Framework gives to the resource of a function: `ChargeLambdaFunction` for `charge`.
#[must_use]
pub fn function_id(key: &str) -> String {
    format!("{}LambdaFunction", framework(key))
}

/// A name in the form that the framework uses in names of resources.
pub(crate) fn framework(key: &str) -> String {
    let key = function_key(key).replace('-', "Dash").replace('_', "Underscore");
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name of letters, digits and hyphens that begins with a letter: what stacks of CloudFormation, services of the
/// framework and packages of npm are called.
pub(crate) fn hyphened(name: &str) -> String {
    snake(name).replace('_', "-")
}

/// The name of a machine that `verify` makes of another one, or of an execution of it: at most 40 letters of its name,
/// and what differs.
#[must_use]
pub fn verified(name: &str, differs: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    format!("verify-{}-{differs}", name.chars().take(40).map(plain).collect::<String>())
}

/// The first bytes of the digest of a text, in hexadecimal digits.
pub(crate) fn hex(text: &str, bytes: usize) -> String {
    Sha256::digest(text).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

/// The most letters of the name of a function.
pub(crate) const FUNCTION: usize = 64;

/// The name of a function of a machine: letters, digits, - and _, at most 64.
pub(crate) fn function_name(machine: &str, function: &str) -> String {
    of_machine(machine, function, "-_", FUNCTION)
}

/// The name of a schedule of a machine: letters, digits, -, _ and ., at most 64 (EventBridge Scheduler API Reference,
/// `CreateSchedule`).
pub(crate) fn schedule_name(machine: &str, trigger: &str) -> String {
    of_machine(machine, trigger, "-_.", 64)
}

/// The name of a part of a machine, of letters, digits and these signs. What is longer ends in a digest, so that names
/// that only begin alike stay apart.
fn of_machine(machine: &str, part: &str, signs: &str, most: usize) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() || signs.contains(c) { c } else { '-' };
    let full = format!("{machine}-{part}");
    let name: String = full.chars().map(fits).collect();
    if name.len() <= most {
        return name;
    }
    format!("{}-{}", &name[..most - 9], hex(&full, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_have_names_that_lambda_takes() {
        assert_eq!(function_name("pay.v2", "charge-card"), "pay-v2-charge-card");
        assert_eq!(function_name("über", "charge"), "-ber-charge");
        let long = "o".repeat(60);
        let (card, cash) =
            (function_name(&long, "charge-card"), function_name(&long, "charge-cash"));
        assert_eq!((card.len(), cash.len()), (64, 64));
        assert_ne!(card, cash);
    }

    #[test]
    fn schedules_of_machines_whose_names_begin_alike_stay_apart() {
        assert_eq!(schedule_name("pay.v2", "mornings"), "pay.v2-mornings");
        let machine =
            |end: &str| format!("{}-{end}", "orders-of-a-shop-with-a-long-name-".repeat(2));
        let (one, other) =
            (schedule_name(&machine("a"), "mornings"), schedule_name(&machine("b"), "mornings"));
        assert_eq!((one.len(), other.len()), (64, 64));
        assert_ne!(one, other);
    }

    /// The names of resources are the same where the identity of triggers is.
    #[test]
    fn triggers_that_are_one_resource_have_one_name() {
        use workflow_triggers::rules::resource;
        let names =
            ["1", "x1", "X-1", "day-1", "Day.1", "d", "-", "x", "_x", "2nd", "x2nd", "über"];
        for one in names {
            assert_eq!(identifier(one).to_ascii_lowercase(), resource(one), "{one}");
            for other in names.iter().filter(|it| snake(it) == snake(one)) {
                assert_eq!(resource(other), resource(one), "{one} {other}");
            }
        }
    }

    #[test]
    fn stacks_have_names_that_cloudformation_takes() {
        for (name, expected) in
            [("load_orders", "load-orders"), ("pay.v2", "pay-v2"), ("2nd", "x2nd"), ("pay", "pay")]
        {
            assert_eq!(hyphened(name), expected);
        }
    }

    #[test]
    fn names_are_made() {
        for (name, pascal, snaked) in [
            ("load_orders", "LoadOrders", "load_orders"),
            ("OrderFulfilment", "OrderFulfilment", "order_fulfilment"),
            ("my-machine.v2", "MyMachineV2", "my_machine_v2"),
            ("2nd", "X2nd", "x2nd"),
            ("TopicARN", "TopicARN", "topic_arn"),
            ("Ä", "X", "x"),
        ] {
            assert_eq!((identifier(name), snake(name)), (pascal.to_owned(), snaked.to_owned()));
        }
    }

    #[test]
    fn functions_have_the_names_of_the_framework() {
        for (key, expected) in [
            ("charge", "ChargeLambdaFunction"),
            ("load-orders", "LoadDashordersLambdaFunction"),
            ("load_orders", "LoadUnderscoreordersLambdaFunction"),
            ("fn.x", "FnXLambdaFunction"),
        ] {
            assert_eq!(function_id(key), expected);
        }
    }
}
