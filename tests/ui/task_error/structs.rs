use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, TaskError)]
struct Declined {
    reason: String,
}

#[task]
async fn charge() -> Result<(), Declined> {
    Err(Declined { reason: String::new() })
}

fn main() {}
