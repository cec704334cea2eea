//! Without a store and without a full history, nothing is encoded.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use std::any::Any;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use workflow_runtime::machine::{
    At, Effect, Event, History, Kind, Machine, StateInfo, StepContext, StepTrace, Stop,
};
use workflow_runtime::task::{BoxFuture, TaskContext};
use workflow_runtime::{Engine, Failure, Payload, TaskDefinition};

static ENCODED: AtomicUsize = AtomicUsize::new(0);

#[derive(Clone, Deserialize)]
struct Number(u32);
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        ENCODED.fetch_add(1, Ordering::SeqCst);
        self.0.serialize(to)
    }
}

fn add(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async move { Ok(Payload::live(Number(input.take::<Number>()?.0 + 1))) })
}

static STATES: LazyLock<[StateInfo; 2]> = LazyLock::new(|| {
    let mut add_one = StateInfo::new("Add", Kind::Task, "");
    add_one.task = Some(TaskDefinition {
        way: workflow_runtime::way::Way::Function,
        context: false,
        name: "add",
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs: Vec::new,
        run: add,
    });
    [add_one, StateInfo::new("Enough?", Kind::Choice, "")]
});

enum Count {
    Start,
    Add(Number),
    Done(Number),
}

impl Machine for Count {
    fn states(&self) -> &[StateInfo] {
        &*STATES
    }
    fn at(&self) -> At {
        match self {
            Count::Start => At::Gone,
            Count::Add(_) => At::State(0),
            Count::Done(_) => At::Done,
        }
    }
    fn effect(&mut self, _: &StepContext) -> Result<Effect, Failure> {
        let Count::Add(number) = self else { return Err(Failure::runtime("no effect")) };
        Ok(Effect::Task { input: Payload::live(number.clone()), timeout: None, heartbeat: None })
    }
    fn child(&mut self, _: usize) -> Result<Box<dyn Machine>, Failure> {
        Err(Failure::runtime("no child"))
    }
    fn take_in(&mut self, _: usize, _: Box<dyn Machine>) {}
    fn step(&mut self, event: Event, _: &StepContext, trace: &mut StepTrace) -> Result<(), Stop> {
        let number = match event {
            Event::Done(value) => value.take().map_err(Stop::Failed)?,
            _ => Number(0),
        };
        if !matches!(self, Count::Start) {
            trace.assign("number", || serde_json::to_string(&number).unwrap().into());
            trace.enter(1);
        }
        *self = if number.0 == 10 {
            Count::Done(number)
        } else {
            trace.enter(0);
            Count::Add(number)
        };
        Ok(())
    }
    fn reads_time(&self) -> bool {
        false
    }
    fn output(&self) -> Option<Payload> {
        match self {
            Count::Done(number) => Some(Payload::live(number.clone())),
            _ => None,
        }
    }
    fn into_output(self: Box<Self>) -> Payload {
        match *self {
            Count::Done(number) | Count::Add(number) => Payload::live(number),
            Count::Start => Payload::live(()),
        }
    }
    fn save(&self) -> Result<String, Failure> {
        Err(Failure::runtime("not in this test"))
    }
    fn revive(&self, _: usize, _: Value) -> Result<Box<dyn Machine>, Failure> {
        Err(Failure::runtime("not in this test"))
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

#[tokio::test]
async fn nothing_is_encoded_that_nobody_reads() {
    for (history, expected) in [(History::Off, 10), (History::Events, 10), (History::Full, 41)] {
        ENCODED.store(0, Ordering::SeqCst);
        let engine = Engine::builder().history(history).build();
        let output = engine.drive(|_| Ok(Box::new(Count::Start)), "count", None).await.unwrap();
        // The ten results are looked through for numbers that JSON does not hold. With a full history: input and result of ten calls, ten assignments, the output.
        assert_eq!(ENCODED.load(Ordering::SeqCst), expected, "{history:?}");
        assert_eq!(output.take::<Number>().unwrap().0, 10);
    }
}
