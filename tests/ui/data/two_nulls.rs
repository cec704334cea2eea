use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Patch {
    name: Option<Option<String>>,
    marks: Vec<Option<()>>,
}

fn main() {}
