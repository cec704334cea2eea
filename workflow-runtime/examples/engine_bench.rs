//! What the engine costs: `cargo run --release -p workflow-runtime --example engine_bench`.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a measurement")]

use serde::{Deserialize, Serialize};
use std::any::Any;
use std::time::Instant;
use workflow_runtime::engine::Limits;
use workflow_runtime::machine::{
    At, Effect, Event, History, Kind, Machine, StateInfo, StepContext, StepTrace, Stop,
};
use workflow_runtime::task::{BoxFuture, TaskContext};
use workflow_runtime::{Engine, Failure, Payload, TaskDefinition};

/// A payload of about 300 bytes.
#[derive(Clone, Serialize, Deserialize)]
struct Order {
    count: u32,
    id: String,
    lines: Vec<(String, u32)>,
}

fn count(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async move {
        let mut order: Order = input.take()?;
        order.count += 1;
        Ok(Payload::live(order))
    })
}

const COUNT: TaskDefinition = TaskDefinition {
    way: workflow_runtime::way::Way::Function,
    context: false,
    name: "count",
    comment: "",
    arguments: &[],
    retry: &[],
    timeout: None,
    heartbeat: None,
    needs: Vec::new,
    run: count,
};

static STATES: [StateInfo; 4] = [
    {
        let mut count = StateInfo::new("Count", Kind::Task, "");
        count.task = Some(COUNT);
        count
    },
    StateInfo::new("More?", Kind::Choice, ""),
    StateInfo::new("Items", Kind::Map, ""),
    StateInfo::new("Done", Kind::Succeed, ""),
];

enum State {
    Start(Order),
    Count { order: Order, most: u32 },
    Items { count: u32, order: Order },
    Item { order: Order },
    Done(Order),
}

/// Counts to `most` with a task and a choice a turn; or runs a Map of one task an item.
struct Machine1 {
    state: Option<State>,
    turns: u32,
    items: u32,
    ended: u32,
}

impl Machine for Machine1 {
    fn states(&self) -> &[StateInfo] {
        &STATES
    }
    fn at(&self) -> At {
        match &self.state {
            Some(State::Count { .. } | State::Item { .. }) => At::State(0),
            Some(State::Items { .. }) => At::State(2),
            Some(State::Done(_)) => At::Done,
            _ => At::Gone,
        }
    }
    fn effect(&mut self, _: &StepContext) -> Result<Effect, Failure> {
        Ok(match self.state.as_ref().unwrap() {
            State::Count { order, .. } | State::Item { order } => {
                Effect::Task { input: Payload::live(order.clone()), timeout: None, heartbeat: None }
            }
            State::Items { count, .. } => Effect::Fork { count: *count as usize, width: 0 },
            _ => unreachable!(),
        })
    }
    fn child(&mut self, _: usize) -> Result<Box<dyn Machine>, Failure> {
        let Some(State::Items { order, .. }) = &self.state else { unreachable!() };
        Ok(Box::new(Machine1 {
            state: Some(State::Start(order.clone())),
            turns: 0,
            items: 0,
            ended: 0,
        }))
    }
    fn take_in(&mut self, _: usize, _: Box<dyn Machine>) {
        self.ended += 1;
    }
    fn step(&mut self, event: Event, _: &StepContext, trace: &mut StepTrace) -> Result<(), Stop> {
        let text = |order: &Order| serde_json::to_string(order).unwrap().into();
        self.state = Some(match (self.state.take().unwrap(), event) {
            (State::Start(order), Event::Start) => {
                trace.output(|| text(&order));
                if self.items > 0 {
                    trace.enter(2);
                    State::Items { count: self.items, order }
                } else if self.turns > 0 {
                    trace.enter(0);
                    State::Count { order, most: self.turns }
                } else {
                    trace.enter(0);
                    State::Item { order }
                }
            }
            (State::Count { most, .. }, Event::Done(value)) => {
                let order: Order = value.take().unwrap();
                trace.assign("order", || text(&order));
                trace.enter(1);
                if order.count == most {
                    trace.enter(3);
                    State::Done(order)
                } else {
                    trace.enter(0);
                    State::Count { order, most }
                }
            }
            (State::Item { .. }, Event::Done(value)) => State::Done(value.take().unwrap()),
            (State::Items { order, .. }, Event::Children) => {
                assert_eq!(self.ended, self.items);
                trace.enter(3);
                State::Done(order)
            }
            _ => unreachable!(),
        });
        Ok(())
    }
    fn reads_time(&self) -> bool {
        false
    }
    fn output(&self) -> Option<Payload> {
        match &self.state {
            Some(State::Done(order)) => {
                Some(Payload::Text(serde_json::to_string(order).unwrap().into()))
            }
            _ => None,
        }
    }
    fn into_output(self: Box<Self>) -> Payload {
        match self.state {
            Some(State::Done(order)) => Payload::live(order),
            _ => unreachable!(),
        }
    }
    fn save(&self) -> Result<String, Failure> {
        Err(Failure::runtime("not saved"))
    }
    fn revive(&self, _: usize, _: serde_json::Value) -> Result<Box<dyn Machine>, Failure> {
        Err(Failure::runtime("not saved"))
    }
    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

fn order(lines: usize) -> Order {
    let line = |n| (format!("a line of this order, number {n}"), 3);
    Order { count: 0, id: "an order of some length".into(), lines: (0..lines).map(line).collect() }
}

async fn measure(history: History, turns: u32, items: u32, lines: usize) -> f64 {
    let engine = Engine::builder().history(history).limits(Limits::Off).build();
    let mut best = f64::MAX;
    for _ in 0..5 {
        let order = order(lines);
        let open = |_: &_| {
            let state = Some(State::Start(order));
            Ok(Box::new(Machine1 { state, turns, items, ended: 0 }) as Box<dyn Machine>)
        };
        let input = Some("{}".into());
        let begin = Instant::now();
        engine.drive(open, "bench", input).await.unwrap();
        best = best.min(begin.elapsed().as_secs_f64());
    }
    best
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for (history, lines) in [
        (History::Off, 0),
        (History::Events, 0),
        (History::Off, 7),
        (History::Events, 7),
        (History::Full, 7),
    ] {
        let turns = 100_000;
        let seconds = measure(history, turns, 0, lines).await;
        let bytes = serde_json::to_string(&order(lines)).unwrap().len();
        let transition = seconds * 1e9 / f64::from(2 * turns);
        println!(
            "{history:?}, payload {bytes} B: {transition:.0} ns a transition (a task and a choice a turn)"
        );
    }
    for history in [History::Off, History::Events, History::Full] {
        let seconds = measure(history, 0, 40_000, 0).await;
        println!("map of 40,000, {history:?}: {:.1} ms", seconds * 1e3);
    }
    let begin = Instant::now();
    let one = order(0);
    let spawn = |_| {
        let mut order = one.clone();
        tokio::spawn(async move {
            order.count += 1;
            order
        })
    };
    let tasks: Vec<_> = (0..40_000).map(spawn).collect();
    let mut orders = Vec::with_capacity(40_000);
    for task in tasks {
        orders.push(task.await.unwrap());
    }
    assert_eq!(orders.len(), 40_000);
    println!("40,000 spawned tokio tasks: {:.1} ms", begin.elapsed().as_secs_f64() * 1e3);
    let begin = Instant::now();
    for _ in 0..10_000 {
        let engine = Engine::builder().history(History::Off).build();
        let open = |_: &_| {
            let state = Some(State::Start(order(0)));
            Ok(Box::new(Machine1 { state, turns: 1, items: 0, ended: 0 }) as Box<dyn Machine>)
        };
        engine.drive(open, "bench", None).await.unwrap();
    }
    println!(
        "an execution of one task, with its engine: {:.2} us",
        begin.elapsed().as_secs_f64() * 100.0
    );
}
