#![allow(missing_docs, clippy::unwrap_used)]
mod shop {
    use workflow::prelude::*;
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
    pub struct Refund {
        pub id: String,
        pub amount: u32,
    }
    #[task]
    pub async fn lookup(id: String) -> Result<u32, Failure> {
        Ok(id.len() as u32)
    }
    #[task]
    pub async fn pay_back(id: String, amount: u32) -> Result<Refund, Failure> {
        Ok(Refund { id, amount })
    }
    /// Gives the money back.
    #[steps]
    pub(crate) async fn refund(id: String, extra: u32) -> Result<Refund, Failure> {
        let amount = lookup(id.clone()).await?;
        if amount == 0 {
            return Ok(Refund { id, amount: 0 });
        }
        pay_back(id, amount + extra).await
    }
}
use shop::Refund;
use workflow::prelude::*;

#[workflow(steps(shop::refund))]
pub async fn twice(id: String) -> Result<Vec<Refund>, Failure> {
    let amount = 5;
    let first = shop::refund(id.clone(), amount).await?;
    let second = shop::refund(first.id.clone(), first.amount).await?;
    Ok(vec![first, second])
}
#[tokio::test]
async fn steps() {
    let engine = Engine::builder().build();
    let refunds = engine.run::<twice>("abc".into()).await.unwrap();
    assert_eq!(
        refunds,
        [Refund { id: "abc".into(), amount: 8 }, Refund { id: "abc".into(), amount: 11 }]
    );
    println!("{}", twice::definition().unwrap().to_json_pretty());
}
