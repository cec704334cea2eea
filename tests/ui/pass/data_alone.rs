//! `derive(Data)` works without serde's derives beside it, and with serde's under another name.
use workflow::{Data, Schema};

#[derive(Data)]
#[serde(rename_all = "camelCase")]
struct Order {
    #[serde(rename = "ID")]
    order_id: u8,
}

impl Order {
    fn id(&self) -> u8 {
        self.order_id
    }
}

fn main() {
    assert_eq!(Order { order_id: 1 }.id(), 1);
    assert!(matches!(Order::schema(), Schema::Struct { fields, .. } if fields[0].json == "ID"));
}
