use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Shelf(Option<u32>);

#[task]
async fn shelf(book: String) -> Result<Option<String>, Failure> {
    Ok(Some(book))
}

#[task]
async fn place(book: String) -> Result<Shelf, Failure> {
    drop(book);
    Ok(Shelf(None))
}

#[workflow]
async fn lend(book: String) -> Result<bool, Failure> {
    let found = shelf(book).await.ok();
    Ok(found.is_some())
}

#[workflow]
async fn put_back(book: String) -> Result<bool, Failure> {
    let found = place(book).await.ok();
    Ok(found.is_some())
}

fn main() {}
