use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Customer {
    #[serde(rename(serialize = "fullName", deserialize = "name"))]
    name: String,
}

#[derive(Serialize, Deserialize, Data)]
#[serde(rename_all(serialize = "camelCase", deserialize = "snake_case"))]
struct Order {
    order_id: String,
    order_lines: Vec<String>,
}

fn main() {}
