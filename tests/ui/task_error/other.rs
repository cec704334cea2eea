use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum NoFailure {
    #[other]
    Other,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Two {
    #[other]
    Other(Failure),
    #[other]
    Rest(Failure),
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Named {
    #[other]
    #[error_name("Lambda.Unknown")]
    Other(Failure),
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Text {
    #[other]
    Other(String),
}

fn main() {}
