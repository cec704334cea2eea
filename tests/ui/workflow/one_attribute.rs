use workflow::prelude::*;

#[task]
async fn price(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

struct Shop;

impl Shop {
    #[workflow]
    async fn open(n: u32) -> Result<u32, Failure> {
        price(n).await
    }
    #[task]
    async fn close(n: u32) -> Result<u32, Failure> {
        Ok(n)
    }
}

#[workflow]
#[workflow]
async fn twice(n: u32) -> Result<u32, Failure> {
    price(n).await
}

#[task]
#[workflow]
async fn both(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

#[workflow]
async fn generic(n: u32) -> Result<u32, Failure> {
    price::<u32>(n).await
}

#[workflow]
async fn nothing(n: u32) -> Result<u32, Failure> {
    let () = join!().await?;
    Ok(n)
}

#[task(crate = 5)]
async fn unnamed(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

fn main() {}
