//! A test that `replay --to-test` writes for a typed workflow: it is compiled and run here as it was written. It fails on
//! the workflow that was recorded, and passes on the mended one.
//!
//! `WORKFLOW_REPLAY=write cargo test --test replayed` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::path::Path;
use workflow::Workflow;
use workflow::prelude::*;
use workflow::testing::{Run, Test};
use workflow_replay::{Recording, ReplayOptions, RustTest, replay};

#[task]
async fn weigh(parcel: String) -> Result<u32, Failure> {
    unimplemented!("weighs {parcel}")
}

#[task(retry = AGAIN)]
async fn ship(parcel: String, grams: u32) -> Result<String, Failure> {
    unimplemented!("ships {parcel} of {grams}")
}

const AGAIN: Retry = Retry::on(&["Busy"]).max_attempts(1);

mod broken {
    use super::*;

    /// Sends a parcel.
    #[workflow]
    pub async fn send(parcel: String) -> Result<String, Failure> {
        let grams = weigh(parcel.clone()).await?;
        let label = ship(parcel, grams).await?;
        Ok(label)
    }
}

mod mended {
    use super::*;

    /// Sends a parcel; one that is too heavy is brought.
    #[workflow]
    pub async fn send(parcel: String) -> Result<String, Failure> {
        let grams = weigh(parcel.clone()).await?;
        match ship(parcel, grams).await {
            Ok(label) => Ok(label),
            Err(_) => Ok("brought".to_owned()),
        }
    }
}

mod written {
    use super::mended::send;
    use super::{ship, weigh};

    include!("written.rs");
}

/// The run that is recorded.
fn ran() -> Run<broken::send> {
    let test = Test::of::<broken::send>()
        .mock::<weigh>(|call| call.returns(40_000).after(Duration::from_millis(120)))
        .mock::<ship>(|call| {
            let busy = call.fails_with(Failure::new("Busy", "later")).after(Duration::from_secs(1));
            let heavy = Failure::new("TooHeavy", "more than \"31\" kg");
            busy.then().fails_with(heavy).after(Duration::from_millis(80))
        });
    test.run("P-7".to_owned())
}

fn recording() -> Recording {
    let events: Vec<String> =
        ran().history().iter().map(|event| event.json().to_string()).collect();
    Recording::read(&[("history".to_owned(), events.join("\n"))]).unwrap()
}

fn definition() -> serde_json::Value {
    <broken::send as Workflow>::definition().unwrap().as_value().clone()
}

#[test]
fn the_exported_document_does_what_the_machine_has_recorded() {
    let recording = recording();
    let replayed = replay(&recording, &definition(), &ReplayOptions::default()).unwrap();
    assert!(replayed.is_same(), "{:#?}", replayed.differences);
    let failed = recording.failed().unwrap();
    assert_eq!((&*failed.error, failed.attempts), ("TooHeavy", 2));
    let states = <broken::send as Workflow>::states();
    let state = states.iter().find(|state| *state.name == *failed.state).unwrap();
    assert!(state.source.starts_with("tests/replayed/main.rs:"), "{}", state.source);
}

#[test]
fn the_written_test_is_the_one_that_runs_here() {
    let recording = recording();
    let replayed = replay(&recording, &definition(), &ReplayOptions::default()).unwrap();
    let states = <broken::send as Workflow>::states();
    let state = |name: &str| states.iter().find(|state| *state.name == *name).unwrap();
    let test = RustTest {
        recording: &recording,
        taken: &replayed.answers(),
        workflow: "send",
        expect: None,
        task: &|name| state(name).task.map(|task| task.name.to_owned()),
        source: &|_| Some("src/parcels.rs:12".to_owned()),
    };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replayed/written.rs");
    if std::env::var_os("WORKFLOW_REPLAY").is_some_and(|it| it == "write") {
        std::fs::write(&file, test.text()).unwrap();
    }
    assert_eq!(test.text(), std::fs::read_to_string(&file).unwrap());
}

#[test]
fn the_workflow_that_was_recorded_fails_it() {
    assert_eq!(ran().result().unwrap_err().error(), "TooHeavy");
}
