use std::collections::{HashSet, LinkedList};
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Queue {
    waiting: LinkedList<String>,
    seen: Option<HashSet<u32>>,
    #[data(opaque)]
    raw: HashSet<u32>,
}

fn main() {}
