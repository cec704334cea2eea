use std::collections::HashMap;
use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Stock {
    counts: HashMap<String, u32>,
}

fn main() {}
