use std::collections::{BTreeSet, VecDeque};
use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Queue {
    waiting: VecDeque<String>,
    seen: Option<BTreeSet<u32>>,
    #[data(opaque)]
    raw: BTreeSet<u32>,
}

fn main() {}
