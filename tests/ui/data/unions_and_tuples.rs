use workflow::prelude::*;

#[derive(Data)]
union Bits {
    number: u32,
    float: f32,
}

#[derive(Serialize, Deserialize, Data)]
enum Shape {
    Nothing(),
    #[serde(other)]
    Unknown,
}

fn main() {}
