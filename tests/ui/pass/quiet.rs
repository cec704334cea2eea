//! Nothing that the macros write makes a warning, and nothing in the user's scope disturbs them.
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
#![deny(single_use_lifetimes, unused_qualifications, missing_debug_implementations)]
#![allow(unused_qualifications, missing_debug_implementations)]
use workflow::prelude::*;

/// Names that generated code must not find.
#[allow(dead_code)]
mod shadows {
    use ::workflow::prelude::{Data, Deserialize, Res, Serialize, TaskContext, TaskError, task};

    pub(crate) struct Option;
    pub(crate) struct Result;
    pub(crate) struct Vec;
    pub(crate) struct String;
    pub(crate) struct Failure;
    pub(crate) struct Payload;
    pub(crate) struct Arguments;
    pub(crate) struct Call;
    pub(crate) struct Task;
    pub(crate) trait Inject {}
    pub(crate) mod workflow {}
    pub(crate) mod std {}
    pub(crate) fn context() {}
    pub(crate) fn input() {}

    #[derive(Clone, Debug, Serialize, Deserialize, Data)]
    pub(crate) struct Card<T> {
        number: T,
        r#type: u8,
    }

    #[derive(Debug, Serialize, Deserialize, TaskError)]
    pub(crate) enum Error {
        Some(u8),
        None,
        Ok { failure: u8 },
        Err,
        #[other]
        Other(::workflow::Failure),
    }

    #[task(timeout = "1s")]
    pub(crate) async fn charge(
        r#box: Res<u8>,
        context: Card<u8>,
        mut input: u8,
        r#type: u8,
        cx: TaskContext,
    ) -> ::std::result::Result<u8, Error> {
        input += context.number + r#type + *r#box;
        drop(cx);
        Ok(input)
    }
}

/// Adds.
///
/// # Errors
/// Never.
#[task]
pub fn add(a: i64, b: i64) -> Result<i64, Failure> {
    Ok(a + b)
}

#[task]
#[deprecated]
#[allow(clippy::unused_async)]
async fn private() -> Result<(), Failure> {
    Ok(())
}

#[task]
// What is compiled out leaves nothing behind.
#[cfg(any())]
async fn private() -> Result<(), Missing> {
    Ok(())
}

#[allow(deprecated)]
fn main() {
    let _ = shadows::charge(unreachable_card(), 1, 2);
    let _ = private();
    assert_eq!(add::run(1, 2), Ok(3));
    // A variable may have the name of a task.
    let add = add(1, 2);
    let _ = add;
}

fn unreachable_card() -> shadows::Card<u8> {
    serde_json::from_str(r#"{"number": 1, "type": 2}"#).unwrap()
}
