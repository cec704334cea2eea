use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase")]
struct House {
    constructor: String,
    value_of: f64,
    #[serde(rename = "__proto__")]
    proto: u8,
}

#[derive(Serialize, Deserialize, Data)]
#[serde(tag = "constructor")]
enum Vehicle {
    #[serde(rename = "toString")]
    Car,
}

fn main() {}
