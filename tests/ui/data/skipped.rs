use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Parcel {
    #[serde(skip)]
    cache: String,
    #[serde(skip_serializing)]
    secret: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
}

#[derive(Serialize, Deserialize, Data)]
enum State {
    New,
    #[serde(skip_deserializing)]
    Gone,
}

fn main() {}
