use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Address {
    city: String,
}

#[derive(Serialize, Deserialize, Data)]
struct Customer {
    name: String,
    #[serde(flatten)]
    address: Address,
}

fn main() {}
