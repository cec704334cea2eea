//! All that is measured.

use super::figures::Case;
use super::flows::{self, Order};
use super::plain;
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use workflow::engine::Limits;
use workflow::machine::{History, Machine};
use workflow::{Definition, Engine, Failure, Workflow};
use workflow_runtime::history::EventType;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};

struct Cases {
    runtime: Rc<Runtime>,
    cases: Vec<Case>,
}

fn engine(history: History) -> Engine {
    Engine::builder().history(history).limits(Limits::Off).build()
}

/// The states that a workflow enters.
fn transitions<W: Workflow>(runtime: &Runtime, input: W::Input) -> u64 {
    runtime.block_on(async {
        let mut execution = engine(History::Events).start_workflow::<W>(input);
        (&mut execution).await.unwrap();
        let entered = |kind: &EventType| matches!(kind, EventType::StateEntered(_));
        execution.history().iter().filter(|event| entered(&event.kind)).count() as u64
    })
}

impl Cases {
    fn add(
        &mut self,
        flow: &'static str,
        way: &'static str,
        transitions: u64,
        run: impl Fn() + 'static,
    ) {
        self.cases.push(Case { flow, way, transitions, run: Box::new(run) });
    }

    fn plain<T, F>(
        &mut self,
        flow: &'static str,
        way: &'static str,
        transitions: u64,
        plain: impl Fn() -> F + 'static,
    ) where
        F: Future<Output = Result<T, Failure>>,
    {
        let runtime = self.runtime.clone();
        self.add(flow, way, transitions, move || {
            black_box(runtime.block_on(plain()).unwrap());
        });
    }

    /// The generated machine with each kind of history, then the interpreted one.
    fn machines<W: Workflow>(
        &mut self,
        flow: &'static str,
        definition: Option<Definition>,
        input: impl Fn() -> W::Input + Copy + 'static,
    ) -> u64 {
        let transitions = transitions::<W>(&self.runtime, input());
        for (way, history) in
            [("off", History::Off), ("events", History::Events), ("full", History::Full)]
        {
            let (runtime, engine) = (self.runtime.clone(), engine(history));
            // Started, not only run: its history is kept, and can be asked for.
            self.add(flow, way, transitions, move || {
                black_box(runtime.block_on(async {
                    let mut execution = engine.start_workflow::<W>(input());
                    (&mut execution)
                        .await
                        .map(|output| (output, execution.history().len()))
                        .unwrap()
                }));
            });
        }
        if let Some(definition) = definition {
            self.interpreted::<W>(flow, definition, transitions, &input());
        }
        transitions
    }

    fn interpreted<W: Workflow>(
        &mut self,
        flow: &'static str,
        definition: Definition,
        transitions: u64,
        input: &W::Input,
    ) {
        let (runtime, engine) = (self.runtime.clone(), engine(History::Off));
        let compiled = Arc::new(Compiled::new(definition, &W::tasks()).unwrap());
        let input = Arc::new(serde_json::to_value(input).unwrap());
        self.add(flow, "interpreted, off", transitions, move || {
            let open = |identity: &_| -> Result<Box<dyn Machine>, Failure> {
                Ok(Interpreted::start(compiled.clone(), input.clone(), Context::from(identity)))
            };
            black_box(runtime.block_on(engine.drive(open, W::NAME, None)).unwrap());
        });
    }
}

/// All cases, in order.
pub fn cases() -> Vec<Case> {
    let runtime = Rc::new(Builder::new_current_thread().enable_all().build().unwrap());
    let mut all = Cases { runtime, cases: vec![] };
    sequences(&mut all);
    maps(&mut all);
    loops(&mut all);
    all.cases
}

fn sequences(all: &mut Cases) {
    let definition = flows::sequence::definition().ok();
    let entered = all.machines::<flows::sequence>("sequence of 10", definition, || 0);
    all.plain("sequence of 10", "plain async", entered, plain::sequence);
    let definition = flows::sequence_300::definition().ok();
    let entered =
        all.machines::<flows::sequence_300>("sequence of 10, 300 B", definition, Order::new);
    all.plain("sequence of 10, 300 B", "plain async", entered, plain::sequence_300);
    let definition = flows::parallel::definition().ok();
    let entered = all.machines::<flows::parallel>("parallel of 10", definition, || 0);
    all.plain("parallel of 10", "plain async", entered, || plain::joined(10));
    all.plain("parallel of 10", "a tokio task each", entered, || plain::spawned(10));
}

fn maps(all: &mut Cases) {
    let definition = || flows::items::definition().ok();
    let entered =
        all.machines::<flows::items>("map of 1,000", definition(), || (0..1_000).collect());
    all.plain("map of 1,000", "plain async", entered, || plain::joined(1_000));
    all.plain("map of 1,000", "a tokio task each", entered, || plain::spawned(1_000));
    let entered =
        all.machines::<flows::items>("map of 40,000", definition(), || (0..40_000).collect());
    all.plain("map of 40,000", "plain async", entered, || plain::joined(40_000));
    all.plain("map of 40,000", "a tokio task each", entered, || plain::spawned(40_000));
    let orders = || (0..1_000).map(|_| Order::new()).collect();
    all.machines::<flows::items_300>("map of 1,000, 300 B", None, orders);
}

fn loops(all: &mut Cases) {
    let definition = flows::turns::definition().ok();
    let entered = all.machines::<flows::turns>("loop of 1,000", definition, || 1000);
    all.plain("loop of 1,000", "plain async", entered, plain::turns);
    let definition = flows::turns_300::definition().ok();
    let entered = all.machines::<flows::turns_300>("loop of 1,000, 300 B", definition, Order::new);
    all.plain("loop of 1,000, 300 B", "plain async", entered, plain::turns_300);
}
