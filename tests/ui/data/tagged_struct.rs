use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
#[serde(tag = "type")]
struct Event {
    id: String,
}

fn main() {}
