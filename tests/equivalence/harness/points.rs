//! A crash of the whole engine at each commit in turn: right before it is written, right after, and with a lost
//! acknowledgement. Another engine goes on with what the store has.
//!
//! `CRASH_SEEDS=20 cargo test` runs more seeds; what fails prints the command that runs it alone.

use super::agree::Proof;
use super::crash::instant;
use super::point::{Moment, Point};
use serde_json::Value;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use workflow::{Engine, Failure, Workflow};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Limits, TaskCall};
use workflow_runtime::history::{EventType, HistoryEvent};
use workflow_runtime::machine::Kind;
use workflow_runtime::store::{MemoryStore, Query};

/// The longest real time of a run.
const PATIENCE: Duration = Duration::from_secs(20);

/// The seeds of each workflow: `CRASH_SEEDS=20 cargo test` runs more.
pub fn seeds() -> u64 {
    std::env::var("CRASH_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(1)
}

/// The one crash that is asked for: `CRASH=SEED:COMMIT:MOMENT`.
pub fn asked() -> Option<(u64, u64, Moment)> {
    let text = std::env::var("CRASH").ok()?;
    let words: Vec<_> = text.split(':').collect();
    let [seed, at, moment] = words[..] else { panic!("CRASH is SEED:COMMIT:MOMENT, not {text}") };
    let moment = Moment::ALL.into_iter().find(|it| format!("{it:?}") == moment).unwrap();
    Some((seed.parse().unwrap(), at.parse().unwrap(), moment))
}

/// The command that runs one crash of this test again.
fn again(seed: u64, at: u64, moment: Moment) -> String {
    let program = std::env::current_exe().unwrap();
    let target = program.file_stem().and_then(|it| it.to_str()?.rsplit_once('-')).unwrap().0;
    let thread = std::thread::current();
    let test = thread.name().filter(|name| *name != "main").unwrap_or_default();
    let package = env!("CARGO_PKG_NAME");
    // Those of `tests/generated` that are not always built.
    let features = if target == "rest" { "--features all " } else { "" };
    format!("CRASH={seed}:{at}:{moment:?} cargo test -p {package} {features}--test {target} {test}")
}

/// The end of a run: its result, its events, and the calls that were made.
struct Ended {
    result: Result<Value, Failure>,
    events: Vec<HistoryEvent>,
    calls: u64,
    /// The outcomes of calls in the store, of all its executions.
    outcomes: u64,
}

impl<W: Workflow> Proof<W> {
    /// Crashes at each commit of some seeds in each of three ways. Returns the number of crashes.
    pub fn survives_each_commit(&self, seeds: u64) -> u64 {
        let asked = asked();
        let seeds = asked.map_or(0..seeds, |(seed, ..)| seed..seed + 1);
        let mut crashes = 0;
        for seed in seeds {
            let store = MemoryStore::default();
            let (point, clock) = (Point::never(&store), VirtualClock::default());
            let Some(whole) = self.process(&point, &clock, seed) else {
                panic!("{} hangs", W::NAME)
            };
            let commits = point.commits();
            for at in 1..=commits {
                for moment in Moment::ALL {
                    if asked.is_some_and(|asked| asked != (seed, at, moment)) {
                        continue;
                    }
                    let why = format!(
                        "{}, seed {seed}, {moment:?} commit {at} of {commits}: `{}`",
                        W::NAME,
                        again(seed, at, moment)
                    );
                    self.crash(&whole, at, moment, seed, &why);
                    crashes += 1;
                }
            }
        }
        crashes
    }

    fn crash(&self, whole: &Ended, at: u64, moment: Moment, seed: u64, why: &str) {
        let (store, clock) = (MemoryStore::default(), VirtualClock::default());
        let lost = Point::new(&store, at, moment);
        drop(self.process(&lost, &clock, seed));
        let written = outcomes(&store);
        let after = Point::never(&store);
        let Some(ended) = self.process(&after, &clock, seed) else { panic!("{why}: it hangs") };
        numbered(&ended.events, why);
        let is = |kinds: &[EventType]| whole.events.iter().any(|it| kinds.contains(&it.kind));
        let late = is(&[EventType::TaskTimedOut]);
        let fails = is(&[EventType::TaskFailed, EventType::EvaluationFailed]);
        let forks = W::states().iter().any(|it| matches!(it.kind, Kind::Parallel | Kind::Map));
        // A task that runs again has its whole time again, and what runs beside it may be faster then.
        if late || (forks && fails) {
            return;
        }
        assert_eq!(ended.result, whole.result, "{why}");
        assert_eq!(told(&ended.events, forks), told(&whole.events, forks), "{why}");
        // What was written is not done again, and everything else is.
        if whole.calls == whole.outcomes {
            assert_eq!(
                ended.calls,
                whole.calls - written,
                "{why}: {written} outcomes were written"
            );
        }
    }

    /// Runs an execution in an engine of its own, which goes on with what the store has. `None` if the engine was lost.
    fn process(&self, store: &Point, clock: &VirtualClock, seed: u64) -> Option<Ended> {
        let script = self.script.clone();
        let calls = Arc::new(AtomicU64::default());
        let made = calls.clone();
        let engine = Engine::builder()
            .clock(clock.clone())
            .seed(seed)
            .limits(Limits::Aws)
            .store(store.clone())
            .objects(script.objects.clone())
            .mock(move |call: TaskCall| {
                made.fetch_add(1, Ordering::SeqCst);
                instant::<W>(&script, &call, seed)
            })
            .build();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let input = serde_json::to_string(&self.input(seed)).unwrap();
        let result = runtime.block_on(async {
            let mut execution = engine.start_json_as::<W>(&input, Some("one"));
            tokio::select! {
                biased;
                () = store.lost() => None,
                result = &mut execution => Some((result, execution.id().to_owned())),
                () = tokio::time::sleep(PATIENCE) => None,
            }
        });
        let (result, id) = result?;
        if result.as_ref().is_err_and(Failure::is_interruption) {
            return None;
        }
        let result = result.map(|text| serde_json::from_str(&text).unwrap());
        let events = runtime.block_on(engine.events(&id, 1, u32::MAX)).unwrap();
        let outcomes = outcomes(&store.inner);
        Some(Ended { result, events, calls: calls.load(Ordering::SeqCst), outcomes })
    }
}

/// The outcomes of calls that a store has, of all its executions.
fn outcomes(store: &MemoryStore) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let engine = Engine::builder().store(store.clone()).build();
        let query = Query { items: true, limit: 10_000, ..Query::default() };
        let mut all = 0;
        for known in engine.executions(query).await.unwrap().executions {
            let events = engine.events(&known.begun.id, 1, u32::MAX).await.unwrap();
            all += events.iter().filter(|event| is_outcome(event.kind)).count() as u64;
        }
        all
    })
}

fn is_outcome(kind: EventType) -> bool {
    matches!(kind, EventType::TaskSucceeded | EventType::TaskFailed | EventType::TaskTimedOut)
}

/// Events are numbered without holes, and follow earlier ones.
fn numbered(events: &[HistoryEvent], why: &str) {
    for (event, number) in events.iter().zip(1..) {
        assert!(
            event.id == number && event.previous < number,
            "{why}: {event:?} is number {number}"
        );
    }
    let ends = |event: &HistoryEvent| {
        use EventType::{ExecutionAborted, ExecutionFailed, ExecutionSucceeded, ExecutionTimedOut};
        let ends = [ExecutionAborted, ExecutionFailed, ExecutionSucceeded, ExecutionTimedOut];
        ends.contains(&event.kind)
    };
    let ended = events.iter().filter(|event| ends(event)).count();
    assert!(ended == 1 && events.last().is_some_and(ends), "{why}: it ends {ended} times");
}

/// The events without their times; of what runs side by side without their order and numbers, too.
fn told(events: &[HistoryEvent], forks: bool) -> Vec<String> {
    let mut told: Vec<_> = events
        .iter()
        .map(|event| {
            let mut json = event.json();
            if let Some(fields) = json.as_object_mut() {
                fields.remove("timestamp");
                if forks {
                    fields.remove("id");
                    fields.remove("previousEventId");
                }
            }
            json.to_string()
        })
        .collect();
    if forks {
        told.sort();
    }
    told
}
