use std::collections::{HashSet, VecDeque};
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Queue {
    waiting: VecDeque<String>,
    seen: Option<HashSet<u32>>,
    #[data(opaque)]
    raw: HashSet<u32>,
}

fn main() {}
