// Made of a recorded execution. Put it beside the workflow, with its tasks in scope:
// use crate::{send, /* its tasks */};
use workflow::prelude::*;
use workflow::testing::Test;

/// A value as it was recorded.
fn recorded<T: serde::de::DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect("the recorded value fits its type")
}

/// Recorded: it failed in the state `Label` (src/parcels.rs:12) with "TooHeavy".
#[test]
fn recorded_execution() {
    let test = Test::of::<send>()
        .mock::<weigh>(|call| {
            call.returns(recorded("40000"))
                .after(Duration::from_millis(120))
        })
        .mock::<ship>(|call| {
            call.fails_with(Failure::new("Busy", "later"))
                .after(Duration::from_millis(1000))
                .then()
                .fails_with(Failure::new("TooHeavy", r#"more than "31" kg"#))
                .after(Duration::from_millis(80))
        });
    let run = test.run(recorded(r#""P-7""#));
    // Fails until the workflow is mended; better assert the output that it should have.
    if let Err(failure) = run.result() {
        panic!("it failed as it was recorded: {}: {}", failure.error(), failure.cause());
    }
}
