use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Order {
    #[serde(alias = "id")]
    order_id: String,
}

#[derive(Serialize, Deserialize, Data)]
struct Point(u32, #[serde(default)] u32);

mod text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    pub fn serialize<S: Serializer>(number: &u8, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&number.to_string())
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[derive(Serialize, Deserialize, Data)]
struct Parcel {
    #[data(opaque)]
    #[serde(default, with = "text")]
    weight: u8,
}

fn main() {}
