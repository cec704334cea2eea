//! Retriers, and the errors that they take.

/// A retry policy: the errors that a state retries, the pauses, and the number of retries.
///
/// Defaults are those of the States Language: 3 retries, so at most 4 attempts; the first after 1 second, each next one
/// after twice as long. Several policies are tried in order; the first one that has the error's name counts.
///
/// `States.ALL` stands for all errors except `States.Runtime` and `States.DataLimitExceeded` (which it includes only if a
/// Lambda function's own result is too large).
///
/// ```
/// # use workflow_task::Retry;
/// const GENTLY: Retry =
///     Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(5).max_delay(60).jitter();
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// The error names that it retries.
    pub errors: &'static [&'static str],
    /// The seconds before the first retry.
    pub interval: u32,
    /// The factor by which the interval grows each time.
    pub backoff_rate: f64,
    /// The largest number of retries.
    pub max_attempts: u32,
    /// The longest pause, in seconds; not limited if `None`.
    pub max_delay: Option<u32>,
    /// True if the pause is drawn evenly from 0 to the interval (`JitterStrategy: FULL`).
    pub jitter: bool,
}

impl Retry {
    /// Makes a policy for these error names.
    #[must_use]
    pub const fn on(errors: &'static [&'static str]) -> Self {
        Retry {
            errors,
            interval: 1,
            backoff_rate: 2.0,
            max_attempts: 3,
            max_delay: None,
            jitter: false,
        }
    }
    /// Sets the seconds before the first retry, at least 1.
    #[must_use]
    pub const fn interval(self, seconds: u32) -> Self {
        assert!(
            seconds >= 1 && seconds <= 99_999_999,
            "`interval` is a number of seconds from 1 to 99999999"
        );
        Retry { interval: seconds, ..self }
    }
    /// Sets the factor by which the interval grows each time, at least 1.0.
    #[must_use]
    pub const fn backoff_rate(self, rate: f64) -> Self {
        assert!(rate >= 1.0, "`backoff_rate` is at least 1.0");
        Retry { backoff_rate: rate, ..self }
    }
    /// Sets the largest number of retries; 0 disables them.
    #[must_use]
    pub const fn max_attempts(self, retries: u32) -> Self {
        assert!(retries <= 99_999_999, "`max_attempts` is at most 99999999");
        Retry { max_attempts: retries, ..self }
    }
    /// Limits the pauses to `seconds`.
    #[must_use]
    pub const fn max_delay(self, seconds: u32) -> Self {
        assert!(
            seconds >= 1 && seconds <= 31_622_400,
            "`max_delay` is a number of seconds from 1 to 31622400"
        );
        Retry { max_delay: Some(seconds), ..self }
    }
    /// Makes each pause random, between 0 and its full length, so that many executions do not retry at the same moment.
    #[must_use]
    pub const fn jitter(self) -> Self {
        Retry { jitter: true, ..self }
    }
}

/// A retrier, static or read from a document.
#[derive(Clone, Debug)]
pub enum Retrier {
    /// Written in Rust.
    Static(Retry),
    /// Read from a document: the error names, and the rest.
    Read(Vec<String>, Retry),
}

impl Retrier {
    /// True if it takes an error of this name.
    #[must_use]
    pub fn takes(&self, error: &str) -> bool {
        match self {
            Retrier::Static(retry) => retry.errors.iter().any(|name| matches(name, error)),
            Retrier::Read(names, _) => names.iter().any(|name| matches(name, error)),
        }
    }
    /// Its numbers.
    #[must_use]
    pub fn retry(&self) -> &Retry {
        match self {
            Retrier::Static(retry) | Retrier::Read(_, retry) => retry,
        }
    }
}

/// True if a name in `ErrorEquals` takes an error. `States.ALL` takes neither `States.DataLimitExceeded` (but of a
/// Lambda task's own result) nor `States.Runtime`; `States.TaskFailed` takes all but `States.Timeout` besides (Developer
/// Guide, "Error handling").
#[must_use]
pub fn matches(name: &str, error: &str) -> bool {
    match (name, error) {
        (_, "States.Runtime") => false,
        ("States.ALL", error) => error != "States.DataLimitExceeded",
        ("States.TaskFailed", error) => {
            !matches!(error, "States.Timeout" | "States.DataLimitExceeded")
        }
        // A missed heartbeat is a timeout, and has a name of its own.
        ("States.Timeout", "States.HeartbeatTimeout") => true,
        (name, error) => name == error,
    }
}
