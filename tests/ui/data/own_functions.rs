use workflow::prelude::*;

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
    #[serde(with = "text")]
    weight: u8,
    #[serde(serialize_with = "text::serialize", deserialize_with = "text::deserialize")]
    height: u8,
}

fn main() {}
