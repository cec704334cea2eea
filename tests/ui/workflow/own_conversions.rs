use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
enum Mine {
    Bad { why: String },
}

impl From<Mine> for Failure {
    fn from(mine: Mine) -> Failure {
        let Mine::Bad { why } = mine;
        Failure::new("Bad", why)
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Held {
    error: Mine,
    other: Option<Mine>,
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn named(held: Held) -> Result<String, Failure> {
    ship("a".to_owned()).await?;
    Err(Failure::from(held.error))
}

#[workflow]
async fn unnamed(held: Held) -> Result<String, Failure> {
    if let Some(other) = held.other {
        return Err(other.into());
    }
    Ok(ship("a".to_owned()).await?)
}

fn main() {}
