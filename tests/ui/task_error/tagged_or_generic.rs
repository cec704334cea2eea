use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
#[serde(tag = "type")]
enum Tagged {
    Declined { reason: String },
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Generic<T> {
    Declined(T),
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum Nothing {}

fn main() {}
