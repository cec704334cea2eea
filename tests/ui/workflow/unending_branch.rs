use workflow::prelude::*;

#[task]
async fn tell(text: String) -> Result<String, Failure> {
    Ok(text)
}

#[workflow]
async fn unending(n: u32) -> Result<u32, Failure> {
    match join!(
        async {
            loop {
                sleep(Duration::from_secs(1)).await;
            }
        },
        tell(format!("{n}")),
    )
    .await {
        Ok(_) => Ok(1),
        Err(_) => Ok(2),
    }
}

fn main() {}
