//! The errors of tasks and of child workflows: those that workflows name, and a script lets happen.

use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Trouble {
    Busy,
    Bad {
        code: i32,
        why: String,
    },
    #[error_name("Bank.Closed")]
    Closed(String),
    #[other]
    Other(Failure),
}

/// An error that has names only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Small {
    Empty,
    Full(u32, String),
    #[error_name("States.Timeout")]
    Late,
}
