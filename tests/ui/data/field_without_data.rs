use workflow::prelude::*;

#[derive(Serialize, Deserialize)]
struct Address {
    city: String,
}

#[derive(Serialize, Deserialize, Data)]
struct Customer {
    addresses: Vec<Address>,
    home: Option<Address>,
}

fn main() {}
