use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize, Data)]
struct Page {
    text: String,
}

#[task]
async fn fetch(url: String) -> Result<Page, Failure> {
    Ok(Page { text: url })
}

#[task]
async fn store(text: String) -> Result<(), Failure> {
    drop(text);
    Ok(())
}

const AGAIN: Retry = Retry::on(&["States.ALL"]);

#[workflow]
async fn branches(url: String) -> Result<(), Failure> {
    let page = fetch(url.clone()).await?;
    join!(async { store(page.text).await }, store(url)).retry(AGAIN).await?;
    Ok(())
}

#[workflow]
async fn items(urls: Vec<String>) -> Result<(), Failure> {
    let pages = map(urls, async |url| fetch(url).await).await?;
    map(pages, async |page| store(page.text).await).retry(AGAIN).await?;
    Ok(())
}

fn main() {}
