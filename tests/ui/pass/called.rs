//! What is called is found by any path, in any place, under any name.
#![deny(warnings)]
use workflow::prelude::*;
mod prices {
    use workflow::prelude::*;
    #[pure]
    pub fn double(x: f64) -> f64 {
        x * 2.0
    }
    #[task]
    pub async fn fetch(id: String) -> Result<f64, Failure> {
        Ok(id.len() as f64)
    }
    pub mod deep {
        use super::*;
        #[workflow]
        pub async fn w0(id: String) -> Result<f64, Failure> {
            let a = fetch(id).await?;
            Ok(double(a) + super::double(a) + crate::prices::double(a))
        }
    }
}
use prices::*;
#[pure]
fn time(x: f64) -> f64 {
    double(x) + prices::double(x)
}
#[pure]
fn same(x: f64) -> f64 {
    time(x)
}
#[task]
async fn workflow_cli(id: String) -> Result<f64, Failure> {
    Ok(id.len() as f64)
}
#[task]
async fn json(id: String) -> Result<f64, Failure> {
    Ok(id.len() as f64)
}
#[task]
async fn standard(id: String) -> Result<f64, Failure> {
    Ok(id.len() as f64)
}
#[workflow]
async fn w(id: String) -> Result<f64, Failure> {
    let a = fetch(id.clone()).await?;
    let b = json(id.clone()).await?;
    let c = standard(id).await?;
    let d = prices::deep::w0("x".to_owned()).await?;
    Ok(same(a) + time(b) + double(c) + d)
}
fn main() {
    #[pure]
    fn inner(x: f64) -> f64 {
        double(x)
    }
    #[task]
    async fn local(id: String) -> Result<f64, Failure> {
        Ok(id.len() as f64)
    }
    {
        #[workflow]
        async fn w2(id: String) -> Result<f64, Failure> {
            let a = local(id.clone()).await?;
            let b = match fetch(id).await {
                Ok(b) => b,
                Err(_) => 0.0,
            };
            Ok(inner(a) + b)
        }
        let _ = w2::definition();
    }
    let _ = w::definition();
    let _ = workflow_cli("x".into());
}
#[task]
async fn serde_json(id: String) -> Result<f64, Failure> {
    Ok(id.len() as f64)
}
#[pure]
fn serde(x: f64) -> f64 {
    x
}
#[workflow]
pub async fn w9(id: String) -> Result<f64, Failure> {
    let x = serde_json(id).await?;
    Ok(serde(x))
}
