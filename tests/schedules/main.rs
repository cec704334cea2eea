//! Seeded schedules of engines on one store: one engine goes on with an execution that another one has claimed, while
//! commits fail, are late or lose their acknowledgement, and answers come early, late and twice.
//!
//! `SCHEDULES=10000 cargo test --test schedules` runs more of them, `SEED=7 cargo test --test schedules` only one.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::cell::Cell;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::history::EventType;
use workflow_runtime::store::{Around, Commit, MemoryStore, Saved, Status, Store, StoreError};
use workflow_runtime::task::BoxFuture;

/// Numbers out of a seed: splitmix64.
struct Random(Mutex<Cell<u64>>);

impl Random {
    fn below(&self, most: u64) -> u64 {
        let state = self.0.lock().unwrap();
        state.set(state.get().wrapping_add(0x9E37_79B9_7F4A_7C15));
        let mut next = state.get();
        next = (next ^ (next >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (next ^ (next >> 31)) % most
    }
}

/// Something that was seen at the store or outside of it, by the number of the engine.
#[derive(Clone, Debug, PartialEq)]
enum Seen {
    Claimed(usize, String),
    Committed(usize, String),
    Called(usize, u64),
    /// A commit that the store refused, as another engine has claimed the execution.
    Fenced(usize),
    Unwritten(usize),
    Unacknowledged(usize),
    /// An answer, and true if it was taken.
    Answered(usize, bool),
    /// A call of the owner although the result was in the store.
    Again(usize, u64),
}

/// The one store, and the world outside.
struct Ground {
    store: MemoryStore,
    random: Random,
    seen: Mutex<Vec<Seen>>,
    tokens: Mutex<Vec<(String, u64)>>,
}

impl Ground {
    fn see(&self, seen: Seen) {
        self.seen.lock().unwrap().push(seen);
    }
    /// The engine that claimed or began the execution last.
    fn owner(&self, execution: &str) -> Option<usize> {
        self.seen.lock().unwrap().iter().rev().find_map(|seen| match seen {
            Seen::Claimed(by, of) if of == execution => Some(*by),
            _ => None,
        })
    }
}

impl Ground {
    /// True if the store has this result of a task.
    async fn knows(&self, execution: &str, result: u64) -> bool {
        let reader = Engine::builder().store(self.store.clone()).build();
        let events = reader.events(execution, 1, 1_000).await.unwrap_or_default();
        // The output of a call has more about it than its result; that of a callback has not.
        let outputs = [format!("\"output\":\"{result}\""), format!("Payload\\\":{result},")];
        events.iter().filter(|it| it.kind == EventType::TaskSucceeded).any(|event| {
            let event = event.json().to_string();
            outputs.iter().any(|output| event.contains(output))
        })
    }
}

/// The view of the ground that one engine has.
#[derive(Clone)]
struct View(Arc<Ground>, usize);

impl Around for View {
    fn inner(&self) -> &dyn Store {
        &self.0.store
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let view = self.clone();
        Box::pin(async move {
            let fault = view.0.random.below(40);
            if fault == 0 {
                view.0.see(Seen::Unwritten(view.1));
                return Err(StoreError::Stalled("not written".to_owned()));
            }
            // Late by so many turns of the others.
            let turns = if fault < 10 { view.0.random.below(12) } else { 0 };
            for _ in 0..turns {
                tokio::task::yield_now().await;
            }
            let (execution, begins) = (commit.execution.to_string(), commit.number == 1);
            if let Err(error) = view.0.store.commit(commit).await {
                if matches!(error, StoreError::Fenced(_)) {
                    view.0.see(Seen::Fenced(view.1));
                }
                return Err(error);
            }
            if begins {
                view.0.see(Seen::Claimed(view.1, execution.clone()));
            }
            view.0.see(Seen::Committed(view.1, execution));
            if fault == 39 {
                view.0.see(Seen::Unacknowledged(view.1));
                return Err(StoreError::Stalled("written, but not acknowledged".to_owned()));
            }
            Ok(())
        })
    }

    fn claim(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        self.0.see(Seen::Claimed(self.1, execution.to_owned()));
        self.0.store.claim(execution)
    }
}

impl View {
    fn engine(&self) -> Engine {
        let builder = Engine::builder().resource(self.clone()).store(self.clone());
        builder.clock(VirtualClock::default()).build()
    }

    /// Notes a call whose result is this number, which no other call has.
    async fn called(&self, execution: &str, result: u64) {
        let known = self.0.knows(execution, result).await;
        if known && self.0.owner(execution) == Some(self.1) {
            self.0.see(Seen::Again(self.1, result));
        }
        self.0.see(Seen::Called(self.1, result));
        for _ in 0..self.0.random.below(6) {
            tokio::task::yield_now().await;
        }
    }
}

#[task]
async fn step(view: Res<View>, context: TaskContext, number: u64) -> Result<u64, Failure> {
    view.called(&context.execution, number).await;
    Ok(number)
}

const THRICE: Retry = Retry::on(&["States.ALL"]).max_attempts(3);

#[task(retry = THRICE)]
async fn flaky(view: Res<View>, context: TaskContext, number: u64) -> Result<u64, Failure> {
    view.called(&context.execution, number).await;
    if context.attempt == 1 {
        return Err(Failure::new("Broken", "once"));
    }
    Ok(number)
}

#[task(callback)]
async fn ask(view: Res<View>, context: TaskContext, number: u64) -> Result<Pending<u64>, Failure> {
    view.called(&context.execution, number).await;
    let token = context.token.as_deref().unwrap().to_owned();
    view.0.tokens.lock().unwrap().push((token, number));
    Ok(Pending::new())
}

#[workflow]
async fn inner(number: u64) -> Result<u64, Failure> {
    let one = step(number + 1).await?;
    let two = flaky(number + 2).await?;
    Ok(one + two)
}

#[workflow]
async fn outer(number: u64) -> Result<u64, Failure> {
    let first = step(number + 100).await?;
    let (left, right) = join!(step(number + 200), flaky(number + 300)).await?;
    sleep(Duration::from_secs(60)).await;
    let answer = ask(number + 400).await?;
    let child = inner(number + 500).await?;
    let last = step(number + 600).await?;
    Ok(first + left + right + answer + child + last)
}

const NUMBER: u64 = 10_000;
const RESULT: u64 = 7 * NUMBER + 100 + 200 + 300 + 400 + 501 + 502 + 600;
const ID: &str = "arn:aws:states:us-east-1:123456789012:execution:outer:one";

/// Runs one schedule; returns what was seen.
async fn schedule(seed: u64) -> Vec<Seen> {
    let ground = Arc::new(Ground {
        store: MemoryStore::default(),
        random: Random(Mutex::new(Cell::new(seed))),
        seen: Mutex::default(),
        tokens: Mutex::default(),
    });
    let mut engines = vec![];
    for number in 0..60 {
        let engine = View(ground.clone(), number).engine();
        engines.push(engine.clone());
        // Under its name it begins, or goes on; the engines before go on, too.
        let mut run = engine.start_json_as::<outer>(&NUMBER.to_string(), Some("one"));
        let patience = if number < 8 { ground.random.below(150) } else { 20_000 };
        for _ in 0..patience {
            tokio::select! {
                biased;
                ended = &mut run => match ended {
                    Ok(output) => {
                        assert_eq!(&*output, RESULT.to_string(), "{:?}", ground.seen);
                        return judge(&ground).await;
                    }
                    Err(failure) => {
                        assert!(failure.is_interruption(), "{failure}: {:?}", ground.seen);
                        break;
                    }
                },
                () = tokio::task::yield_now() => {}
            }
            answer(&ground, &engines).await;
        }
        drop(run);
    }
    panic!("it does not end: {:?}", ground.seen);
}

/// Answers now and then, by any of the engines, and one answer as often as it likes.
async fn answer(ground: &Ground, engines: &[Engine]) {
    if ground.random.below(5) > 0 {
        return;
    }
    let tokens = ground.tokens.lock().unwrap().clone();
    if let Some((token, number)) = tokens.last() {
        let by = usize::try_from(ground.random.below(engines.len() as u64)).unwrap();
        // It may be too early, too late, or the second one.
        let taken = engines[by].complete(token, *number).await.is_ok();
        ground.see(Seen::Answered(by, taken));
    }
}

/// Holds what was seen against the rules.
async fn judge(ground: &Ground) -> Vec<Seen> {
    // What older engines still do comes to its end.
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    let known = ground.store.describe(ID).await.unwrap().unwrap();
    assert_eq!((known.status, known.end), (Status::Succeeded, Some(Ok(RESULT.to_string().into()))));
    let seen = ground.seen.lock().unwrap().clone();
    let mut owners = std::collections::HashMap::new();
    for one in &seen {
        match one {
            Seen::Claimed(by, of) => drop(owners.insert(of, by)),
            Seen::Committed(by, of) => assert_eq!(owners[of], by, "a zombie wrote: {seen:?}"),
            Seen::Again(by, result) => panic!("engine {by} did {result} again: {seen:?}"),
            _ => {}
        }
    }
    let calls = [100, 200, 300, 400, 501, 502, 600].map(|it| NUMBER + it);
    for call in calls {
        let made = seen.iter().any(|it| matches!(it, Seen::Called(_, result) if *result == call));
        assert!(made, "{call} was never done: {seen:?}");
        let mut known = false;
        for execution in owners.keys() {
            known |= ground.knows(execution, call).await;
        }
        assert!(known, "no history has the result {call}");
    }
    seen
}

/// The number that a variable of the environment has.
fn variable(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|value| value.parse().unwrap())
}

#[test]
fn engines_that_share_a_store_do_no_harm() {
    let seeds = match variable("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("SCHEDULES").unwrap_or(300),
    };
    let (mut failed, mut met, count) = (vec![], [0_u64; 6], seeds.end - seeds.start);
    for seed in seeds {
        let run = std::panic::catch_unwind(|| {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(schedule(seed))
        });
        match run {
            Ok(seen) => met.iter_mut().zip(kinds(&seen)).for_each(|(all, one)| *all += one),
            Err(_) => failed.push(seed),
        }
    }
    let again = failed.iter().map(|seed| format!("SEED={seed} cargo test --test schedules"));
    assert!(failed.is_empty(), "{}", again.collect::<Vec<_>>().join("\n"));
    println!("{count} schedules: {KINDS:?} {met:?}");
    assert!(count < 100 || met.iter().all(|met| *met > 0), "{KINDS:?} {met:?}");
}

const KINDS: [&str; 6] =
    ["taken over", "refused", "not written", "not acknowledged", "answers", "answers refused"];

/// The number of times that each kind of event was seen.
fn kinds(seen: &[Seen]) -> [u64; 6] {
    let count = |is: fn(&Seen) -> bool| seen.iter().filter(|it| is(it)).count() as u64;
    [
        count(|it| matches!(it, Seen::Claimed(by, _) if *by > 0)),
        count(|it| matches!(it, Seen::Fenced(_))),
        count(|it| matches!(it, Seen::Unwritten(_))),
        count(|it| matches!(it, Seen::Unacknowledged(_))),
        count(|it| matches!(it, Seen::Answered(_, true))),
        count(|it| matches!(it, Seen::Answered(_, false))),
    ]
}
