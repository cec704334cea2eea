//! What the graph does not say of a state: it stands in the machine's own table.

/// Of one state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StateOptions {
    /// The name of the task's function.
    pub task: Option<String>,
    /// Its retriers, in order.
    pub retry: Vec<RetryOptions>,
    /// The error names of its catchers, in order.
    pub catch: Vec<Vec<String>>,
    /// How long an attempt may take, in seconds.
    pub timeout: Option<u32>,
    /// How long may pass between two heartbeats, in seconds.
    pub heartbeat: Option<u32>,
}

/// A retrier.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryOptions {
    /// The error names it takes.
    pub errors: Vec<String>,
    /// Seconds before the first retry.
    pub interval: u32,
    /// What the interval is multiplied by each time.
    pub backoff_rate: f64,
    /// How many retries at most.
    pub max_attempts: u32,
    /// The longest pause, in seconds.
    pub max_delay: Option<u32>,
    /// `JitterStrategy: FULL`.
    pub jitter: bool,
}

/// The defaults of the States Language.
impl Default for RetryOptions {
    fn default() -> Self {
        RetryOptions {
            errors: vec![],
            interval: 1,
            backoff_rate: 2.0,
            max_attempts: 3,
            max_delay: None,
            jitter: false,
        }
    }
}
