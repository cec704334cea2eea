use std::collections::HashSet;
use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Stock {
    counts: HashSet<String>,
}

fn main() {}
