use std::collections::{BTreeMap, BTreeSet};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Data)]
struct Pair {
    a: u8,
    b: u8,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Fine {
    by_number: BTreeMap<i32, String>,
}

// Beyond what a number of JSON holds, and no text.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Far {
    by_id: BTreeMap<u64, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Pairs {
    by_pair: BTreeMap<Pair, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Sets {
    seen: BTreeSet<u16>,
    pairs: BTreeSet<Pair>,
}

fn main() {}
