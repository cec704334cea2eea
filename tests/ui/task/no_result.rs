use workflow::prelude::*;

#[task]
async fn nothing(id: String) {
    drop(id);
}

#[task]
async fn plain(id: String) -> Vec<String> {
    vec![id]
}

#[task]
async fn alias(id: String) -> std::io::Result<String> {
    Ok(id)
}

#[task]
async fn hidden(id: String) -> impl Send {
    id
}

fn main() {}
