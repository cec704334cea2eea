//! Retriers.

/// A retry policy: the errors that a state retries, the pauses, and the number of attempts.
///
/// Defaults are those of the States Language: first after 1 second, then twice as long each time, 3 attempts.
///
/// ```
/// # use workflow_runtime::Retry;
/// const GENTLY: Retry =
///     Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(5).max_delay(60).jitter();
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// The error names it takes.
    pub errors: &'static [&'static str],
    /// Seconds before the first retry.
    pub interval: u32,
    /// The factor by which the interval grows each time.
    pub backoff_rate: f64,
    /// The largest number of retries.
    pub max_attempts: u32,
    /// The longest pause, in seconds.
    pub max_delay: Option<u32>,
    /// True if the pause is drawn evenly from 0 to the interval (`JitterStrategy: FULL`).
    pub jitter: bool,
}

impl Retry {
    /// A retrier for these error names.
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
    /// Seconds before the first retry, at least 1.
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
    /// The longest pause, in seconds.
    #[must_use]
    pub const fn max_delay(self, seconds: u32) -> Self {
        assert!(
            seconds >= 1 && seconds <= 31_622_400,
            "`max_delay` is a number of seconds from 1 to 31622400"
        );
        Retry { max_delay: Some(seconds), ..self }
    }
    /// Draws each pause evenly from 0 to what it would be.
    #[must_use]
    pub const fn jitter(self) -> Self {
        Retry { jitter: true, ..self }
    }
}
