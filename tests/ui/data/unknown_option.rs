use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
#[data(transparent)]
struct Id(String);

#[derive(Serialize, Deserialize, Data)]
struct Order {
    #[data(skip, opaque)]
    id: Id,
}

fn main() {}
