//! Why a call is refused: codes and texts as recorded.

use serde_json::Value;

/// An exception.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) code: &'static str,
    pub(super) message: String,
}

pub(super) type Answer = Result<Value, Refused>;

impl Refused {
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Refused { code, message: message.into() }
    }

    pub(super) fn unsupported(what: &str) -> Self {
        Refused::new("Replay.NotSupported", format!("{what} is not supported"))
    }

    /// There is none of this ARN.
    pub(super) fn missing(code: &'static str, what: &str, arn: &str) -> Self {
        Refused::new(code, format!("{what} Does Not Exist: '{arn}'"))
    }

    pub(super) fn of_type() -> Self {
        let message = "This operation is not supported by this type of state machine";
        Refused::new("StateMachineTypeNotSupported", message)
    }
}

/// An ARN, if it looks like one.
pub(super) fn arn(given: Option<&str>) -> Result<&str, Refused> {
    let given = given.unwrap_or_default();
    if given.starts_with("arn:") {
        return Ok(given);
    }
    Err(Refused::new("InvalidArn", format!("Invalid Arn: 'Invalid ARN prefix: {given}'")))
}

/// A name of a machine, an execution or an activity (API reference).
pub(super) fn name(given: Option<&str>) -> Result<&str, Refused> {
    let given = given.unwrap_or_default();
    if given.chars().count() > 80 {
        return Err(Refused::new(
            "ValidationException",
            format!(
                "1 validation error detected: Value '{given}' at 'name' failed to satisfy \
                constraint: Member must have length less than or equal to 80"
            ),
        ));
    }
    let banned =
        |c: char| c.is_control() || c.is_whitespace() || "?*<>{}[]\"#%\\^|~`$&,;:/".contains(c);
    if given.is_empty() || given.contains(banned) {
        return Err(Refused::new("InvalidName", format!("Invalid Name: '{given}'")));
    }
    Ok(given)
}
