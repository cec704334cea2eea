use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    #[error_name("States.ALL")]
    All,
    #[error_name("States.TaskFailed")]
    Failed,
    #[error_name("States.Runtime")]
    Runtime,
    #[error_name("States.Declined")]
    Declined,
    #[error_name("")]
    Empty,
    #[error_name(Slow)]
    Slow,
    #[error_name("States.Timeout")]
    Timeout,
}

fn main() {}
