use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, Data)]
struct Page {
    text: String,
}

#[derive(Debug, Serialize, Deserialize, Data)]
struct Book {
    first: Page,
    title: String,
}

#[task]
async fn store(text: String) -> Result<String, Failure> {
    Ok(text)
}

#[workflow]
async fn given_back(mut book: Book) -> Result<Book, Failure> {
    let mut first = book.first;
    first.text = store(first.text).await?;
    book.first = first;
    Ok(book)
}

fn main() {}
