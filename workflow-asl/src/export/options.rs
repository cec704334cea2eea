//! The options of a state that the graph does not hold: they are in the machine's own table.

/// Of one state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StateOptions {
    /// The name of the task's function.
    pub task: Option<String>,
    /// The kind of thing that answers its calls.
    pub way: Invocation,
    /// True if its function is told where in its execution it is called.
    pub context: bool,
    /// Its retriers, in order.
    pub retry: Vec<RetryOptions>,
    /// The error names of its catchers, in order.
    pub catch: Vec<Vec<String>>,
    /// The longest time of an attempt, in seconds.
    pub timeout: Option<u32>,
    /// The longest time between two heartbeats, in seconds.
    pub heartbeat: Option<u32>,
}

/// The kind of thing that answers the calls of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Invocation {
    /// The Lambda function of its name.
    #[default]
    Function,
    /// The holder of the token that the Lambda function of its name hands out.
    Callback,
    /// The Lambda function with this ARN.
    Lambda(&'static str),
    /// An activity, or an action of a service.
    Resource(&'static str),
    /// An action of a service that hands out a token at this place of its arguments.
    Token(&'static str, &'static str),
    /// An execution of the state machine of its name.
    Workflow,
    /// An execution of the state machine of its name, which nobody waits for.
    Continue,
}

/// A retrier.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryOptions {
    /// The error names it takes.
    pub errors: Vec<String>,
    /// Seconds before the first retry.
    pub interval: u32,
    /// The factor by which the interval grows each time.
    pub backoff_rate: f64,
    /// The largest number of retries.
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
