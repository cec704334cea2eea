use workflow::prelude::*;

#[task]
async fn ship(id: u32) -> Result<u32, Failure> {
    Ok(id)
}

#[workflow]
async fn futures(ids: Vec<u32>) -> Result<u32, Failure> {
    let _all = futures::future::join_all(ids).await;
    let _both = futures::future::join(ship(1), ship(2)).await;
    let _tried = futures::try_join!(ship(1), ship(2))?;
    let _joined = tokio::try_join!(ship(1), ship(2))?;
    let _heavy = tokio::task::spawn_blocking(work).await;
    tokio::spawn(ship(1));
    match futures::future::select(ship(1), ship(2)).await {
        Either::Left(_) => Ok(1),
        Either::Right(_) => Ok(2),
    }
}

fn main() {}
