//! Crates that forbid lints and the prelude, that know the library under another name, and results by other names.
#![no_implicit_prelude]
#![forbid(dead_code, non_snake_case, non_camel_case_types, unsafe_code)]

use ::std::result::Result::{self, Err, Ok};
use ::std::string::String;
use ::std::vec::Vec;
use ::workflow::prelude::*;

type Answer = Result<u32, Failure>;

#[task]
pub async fn number(a: u32) -> Result<u32, Failure> {
    Ok(a)
}
#[task]
pub async fn text(a: String) -> Result<String, Failure> {
    Ok(a)
}
#[pure]
pub fn plus(a: u32, b: u32) -> u32 {
    a + b
}
#[steps]
pub async fn part(a: u32) -> Result<u32, Failure> {
    number(a).await?;
    Ok(a)
}

#[workflow(steps(part))]
pub async fn all(list: Vec<u32>) -> Answer {
    let first = match number(1).await {
        Ok(first) => first,
        Err(other) => return Err(other),
    };
    let second = part(plus(first, 1)).await?;
    let list = map(list, async |n| Ok(number(n).await? + 1)).await?;
    let (a, b) = join!(number(second), async {
        text(::std::format!("{first}")).await?;
        Ok(2)
    })
    .await?;
    let mut sum = plus(a, b);
    for n in list {
        sum += number(n).await.unwrap_or(0);
    }
    let last = number(sum).await.ok();
    if last.is_some() { Ok(sum) } else { Ok(0) }
}

/// A branch that ends with a failure alone.
#[workflow]
pub async fn first_of(n: u32) -> Result<u32, Failure> {
    match join!(
        async {
            number(n).await?;
            Err::<(), _>(Failure::new("Enough", ""))
        },
        number(n),
    )
    .await
    {
        Ok((_, n)) => Ok(n),
        Err(_) => Ok(2),
    }
}

mod facade {
    pub use ::workflow;
}

mod elsewhere {
    use crate::facade::workflow::prelude::*;
    use ::std::result::Result::{self, Ok};

    #[task(crate = crate::facade::workflow, timeout = "5s")]
    pub async fn number(a: u32) -> Result<u32, Failure> {
        Ok(a)
    }
    #[pure(crate = crate::facade::workflow)]
    pub fn plus(a: u32, b: u32) -> u32 {
        a + b
    }
    #[steps(crate = crate::facade::workflow)]
    pub async fn part(a: u32) -> Result<u32, Failure> {
        Ok(number(a).await?)
    }
    #[workflow(steps(part), crate = crate::facade::workflow, max_events = 100)]
    pub async fn child(n: u32) -> Result<u32, Failure> {
        let a = part(n).await?;
        Ok(plus(a, 1))
    }
}

fn main() {
    ::std::assert!(all::definition().is_ok());
    ::std::assert!(first_of::definition().is_ok());
    ::std::assert!(elsewhere::child::definition().is_ok());
}
