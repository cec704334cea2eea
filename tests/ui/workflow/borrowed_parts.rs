use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
enum Route {
    Sea { port: String, ship: String },
    Land,
}

#[task]
async fn tell(text: String) -> Result<String, Failure> {
    Ok(text)
}

#[workflow]
async fn follow(route: Route) -> Result<String, Failure> {
    match &route {
        Route::Sea { port, ship } => {
            tell(ship.clone()).await?;
            tell(port.clone()).await
        }
        Route::Land => Ok(String::new()),
    }
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
