use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
#[serde(rename_all = "camelCase", untagged)]
enum Amount {
    Cents(u32),
    Text(String),
}

fn main() {}
