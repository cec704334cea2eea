use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Busy,
    #[error_name("Busy")]
    Throttled,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ShipError {
    #[error_name("States.Timeout")]
    Slow,
    #[error_name("States.HeartbeatTimeout")]
    Silent,
}

fn main() {}
