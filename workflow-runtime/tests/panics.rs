//! Panics in code of users: a failure, and nothing on standard error. One test, since the hook is that of the process.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::machine::{History, Kind};
use workflow_runtime::task::{BoxFuture, TaskContext};
use workflow_runtime::{Engine, Failure, Payload};

/// What can be neither written nor read.
struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("no way to write it")
    }
}

impl<'de> Deserialize<'de> for Broken {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("no way to read it")
    }
}

fn returns(_: &TaskContext, _: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async { Ok(Payload::live(Broken)) })
}

fn takes(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async { input.take::<Broken>().map(|_| Payload::live(())) })
}

fn panics(_: &TaskContext, _: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async {
        tokio::task::yield_now().await;
        panic!("in the body")
    })
}

static HEARD: AtomicUsize = AtomicUsize::new(0);

#[tokio::test]
async fn panics_of_users_are_failures_and_are_not_heard() {
    std::panic::set_hook(Box::new(|_| {
        HEARD.fetch_add(1, Ordering::SeqCst);
    }));
    let pass = |of: fn(&serde_json::Value) -> serde_json::Value| {
        vec![(state("Code", Kind::Pass), Node::Pass(of, END))]
    };
    let task = |name, run| vec![(body(name, run), next(END))];
    let cases = [
        (task("returns", returns), "`Serialize` of a value panicked: no way to write it"),
        (task("takes", takes), "`Deserialize` of a value panicked: no way to read it"),
        (task("panics", panics), "the task panicked: in the body"),
        (pass(|_| panic!("in a state")), "the code of the state panicked: in a state"),
        (pass(|value| json!(value.as_str().unwrap().len())), "panicked: called `Option::unwrap()`"),
    ];
    for (states, cause) in cases {
        let program = Program::new(states);
        let engine =
            Engine::builder().clock(VirtualClock::default()).history(History::Full).build();
        let failure = play(&engine, &program, json!(1)).await.0.unwrap_err();
        assert!(failure.cause().contains(cause), "{failure}");
        assert!(engine.complete("a token", Broken).await.is_err());
    }
    let before = HEARD.load(Ordering::SeqCst);
    let plain = std::thread::spawn(|| panic!("of the program's own")).join();
    let heard = HEARD.load(Ordering::SeqCst);
    let _ = std::panic::take_hook();
    assert!(plain.is_err());
    assert_eq!((before, heard), (0, 1));
}
