//! Limits on the tasks that run at the same time.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, Identity, TaskCall};
use workflow_runtime::store::MemoryStore;

/// The calls that run, the most that ran at once, and all that were made.
#[derive(Clone, Default)]
struct Gauge {
    now: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
    calls: Arc<Mutex<Vec<u64>>>,
}

/// One that runs, until it is dropped.
struct Running(Gauge);

impl Gauge {
    fn begin(&self, of: u64) -> Running {
        self.calls.lock().unwrap().push(of);
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        Running(self.clone())
    }

    fn most(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.now.fetch_sub(1, Ordering::SeqCst);
    }
}

#[task]
async fn print(gauge: Res<Gauge>, page: u64) -> Result<u64, Failure> {
    let _running = gauge.begin(page);
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(page)
}

#[task]
async fn fold(gauge: Res<Gauge>, page: u64) -> Result<u64, Failure> {
    let _running = gauge.begin(page);
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(page)
}

const TWICE: Retry = Retry::on(&["Jam"]).interval(1).max_attempts(2);

#[task(retry = TWICE, timeout = "2s")]
async fn jam(gauge: Res<Gauge>, context: TaskContext, page: u64) -> Result<u64, Failure> {
    let _running = gauge.begin(page);
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    if context.attempt == 1 {
        return Err(Failure::new("Jam", ""));
    }
    Ok(page)
}

#[workflow]
async fn book(pages: Vec<u64>) -> Result<Vec<u64>, Failure> {
    let printed = map(pages, async |page| {
        let printed = print(page).await?;
        let folded = fold(printed).await?;
        Ok(folded)
    })
    .await?;
    Ok(printed)
}

#[workflow]
async fn leaflet(page: u64) -> Result<u64, Failure> {
    let printed = print(page).await?;
    Ok(printed)
}

#[workflow]
async fn jammed(page: u64) -> Result<u64, Failure> {
    let printed = jam(page).await?;
    Ok(printed)
}

#[workflow]
async fn around(page: u64) -> Result<u64, Failure> {
    let (one, other) = join!(leaflet(page), leaflet(page + 1)).await?;
    Ok(one + other)
}

fn engine(gauge: &Gauge) -> EngineBuilder {
    Engine::builder().resource(gauge.clone())
}

#[tokio::test(start_paused = true)]
async fn so_many_tasks_run_at_the_same_time() {
    for most in [1, 3] {
        for stored in [false, true] {
            let gauge = Gauge::default();
            let engine = engine(&gauge).concurrency(most);
            let engine = if stored { engine.store(MemoryStore::default()) } else { engine }.build();
            let all: Vec<u64> = (0..20).collect();
            let books = [(); 3].map(|()| engine.start_workflow::<book>(all.clone()));
            for execution in books {
                assert_eq!(execution.await.unwrap(), all);
            }
            assert_eq!(gauge.most(), most);
            assert_eq!(gauge.calls.lock().unwrap().len(), 120);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_task_is_limited_and_others_are_not() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).task_concurrency::<print>(2).build();
    let all: Vec<u64> = (0..12).collect();
    assert_eq!(engine.run::<book>(all.clone()).await.unwrap(), all);
    assert_eq!(gauge.most(), 4, "two pages are printed while two are folded");
}

#[tokio::test(start_paused = true)]
async fn whoever_comes_first_is_served_first() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).concurrency(1).build();
    let mut all = vec![];
    for page in 0..30 {
        all.push(engine.start_workflow::<leaflet>(page));
        tokio::task::yield_now().await;
    }
    for execution in all {
        execution.await.unwrap();
    }
    let calls = gauge.calls.lock().unwrap().clone();
    assert_eq!(calls, (0..30).collect::<Vec<u64>>());
}

#[tokio::test(start_paused = true)]
async fn an_execution_that_is_stopped_gives_its_place_back() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).concurrency(1).build();
    let running = engine.start_workflow::<leaflet>(1);
    let waiting: Vec<_> = (2..6).map(|page| engine.start_workflow::<leaflet>(page)).collect();
    tokio::time::sleep(Duration::from_millis(1)).await;
    // Both one that runs and some that wait.
    running.stop("Enough", "").await;
    waiting[0].stop("Enough", "").await;
    waiting[2].stop("Enough", "").await;
    for (execution, ends) in waiting.into_iter().zip([false, true, false, true]) {
        assert_eq!(execution.await.is_ok(), ends);
    }
    assert_eq!(engine.run::<leaflet>(9).await.unwrap(), 9);
    assert_eq!(gauge.now.load(Ordering::SeqCst), 0);
}

/// Waiting for a permit is no part of a task's time, and an attempt that failed does not keep its permit.
#[tokio::test(start_paused = true)]
async fn time_limits_begin_with_the_permit() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).task_concurrency::<jam>(1).build();
    let all = [1, 2, 3].map(|page| engine.start_workflow::<jammed>(page));
    for (execution, page) in all.into_iter().zip(1..) {
        assert_eq!(execution.await.unwrap(), page);
    }
    assert_eq!(gauge.most(), 1);
    assert_eq!(*gauge.calls.lock().unwrap(), [1, 2, 3, 1, 2, 3], "each goes to the end again");
}

/// An execution that waits for another one does not keep a permit from it.
#[tokio::test(start_paused = true)]
async fn nested_executions_do_not_block_each_other() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).concurrency(1).build();
    assert_eq!(engine.run::<around>(4).await.unwrap(), 9);
    assert_eq!(gauge.most(), 1);
}

#[tokio::test]
async fn virtual_time_passes_for_those_that_wait() {
    let clock = VirtualClock::default();
    let mock = |call: TaskCall| Answer::outcome(Ok(call.input)).after(Duration::from_secs(60));
    let engine = Engine::builder().clock(clock.clone()).mock(mock).concurrency(2).build();
    let began = engine.now();
    let all: Vec<u64> = (0..10).collect();
    assert_eq!(engine.run::<book>(all.clone()).await.unwrap(), all);
    // Twenty calls of a minute each, two at a time.
    assert_eq!(engine.now().duration_since(began).as_secs(), 600);
}

/// A permit is given back whatever becomes of the execution.
#[tokio::test]
async fn a_dropped_execution_keeps_no_permit() {
    let gauge = Gauge::default();
    let engine = engine(&gauge).concurrency(1).build();
    for _ in 0..5 {
        let running = engine.run::<leaflet>(1);
        let waiting = engine.run::<leaflet>(2);
        let both = async { tokio::join!(running, waiting) };
        assert!(tokio::time::timeout(Duration::from_millis(2), both).await.is_err());
    }
    assert_eq!(engine.run::<leaflet>(3).await.unwrap(), 3);
}

#[tokio::test]
async fn a_rate_spreads_attempts() {
    let begun = Arc::new(Mutex::new(vec![]));
    let (clock, seen) = (VirtualClock::default(), begun.clone());
    let now = clock.clone();
    let mock = move |call: TaskCall| {
        seen.lock().unwrap().push((call.name, workflow_runtime::clock::Clock::now(&now)));
        Answer::outcome(Ok(call.input))
    };
    let engine = Engine::builder().clock(clock).mock(mock).concurrency(50);
    let engine = engine.task_rate::<print>(2, Duration::from_secs(20)).build();
    let began = engine.now();
    let all: Vec<u64> = (0..7).collect();
    assert_eq!(engine.run::<book>(all.clone()).await.unwrap(), all);
    let seconds = |name: &str| -> Vec<i64> {
        let begun = begun.lock().unwrap();
        let of = begun.iter().filter(|(task, _)| *task == name);
        of.map(|(_, time)| time.duration_since(began).as_secs()).collect()
    };
    assert_eq!(seconds("print"), [0, 0, 10, 20, 30, 40, 50]);
    assert_eq!(seconds("fold"), [0, 0, 10, 20, 30, 40, 50], "it is not limited");
}

/// Whoever limits a rate for the sake of a service does so for its restarts, too.
#[tokio::test]
async fn a_rate_outlives_its_process() {
    let (clock, store) = (VirtualClock::default(), MemoryStore::default());
    let began = workflow_runtime::clock::Clock::now(&clock);
    let begun = Arc::new(Mutex::new(vec![]));
    for process in 0..4_u64 {
        let (seen, now) = (begun.clone(), clock.clone());
        let mock = move |call: TaskCall| {
            let now = workflow_runtime::clock::Clock::now(&now);
            seen.lock().unwrap().push(now.duration_since(began).as_secs());
            Answer::outcome(Ok(call.input))
        };
        let engine = Engine::builder().clock(clock.clone()).store(store.clone()).mock(mock);
        let engine = engine.task_rate::<sheet_of>(2, Duration::from_secs(20)).build();
        assert_eq!(engine.run::<single>(process).await.unwrap(), process);
    }
    assert_eq!(*begun.lock().unwrap(), [0, 0, 10, 20]);
}

#[task]
async fn sheet_of(page: u64) -> Result<u64, Failure> {
    Ok(page)
}

#[workflow]
async fn single(page: u64) -> Result<u64, Failure> {
    let sheet = sheet_of(page).await?;
    Ok(sheet)
}

/// A resource that takes one call at a time, whatever task makes it.
struct Press;

#[task]
async fn plate(_press: Res<Press>, gauge: Res<Gauge>, page: u64) -> Result<u64, Failure> {
    let _running = gauge.begin(page);
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(page)
}

#[task]
async fn emboss(gauge: Res<Gauge>, _press: Res<Press>, page: u64) -> Result<u64, Failure> {
    let _running = gauge.begin(page + 100);
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(page)
}

#[workflow]
async fn cover(page: u64) -> Result<u64, Failure> {
    let (plated, embossed, folded) = join!(plate(page), emboss(page), fold(page)).await?;
    Ok(plated + embossed + folded)
}

#[tokio::test(start_paused = true)]
async fn tasks_that_share_a_resource_share_its_limit() {
    let gauge = Gauge::default();
    let engine = Engine::builder().resource(gauge.clone()).resource(Press);
    let engine = engine.resource_concurrency::<Press>(1).build();
    let begun = tokio::time::Instant::now();
    let all: Vec<_> = (0..5).map(|page| engine.start_workflow::<cover>(page)).collect();
    for (page, execution) in (0..).zip(all) {
        assert_eq!(execution.await.unwrap(), 3 * page);
    }
    // Ten calls of the press, one after the other; folding is done at the same time.
    assert!(begun.elapsed() >= Duration::from_millis(100));
    assert_eq!(gauge.most(), 6);
}

#[tokio::test(start_paused = true)]
async fn tasks_that_share_a_resource_share_its_rate() {
    let gauge = Gauge::default();
    let engine = Engine::builder().resource(gauge.clone()).resource(Press);
    let engine = engine.resource_rate::<Press>(1, Duration::from_secs(1)).build();
    let begun = tokio::time::Instant::now();
    let all: Vec<_> = (0..5).map(|page| engine.start_workflow::<cover>(page)).collect();
    for execution in all {
        execution.await.unwrap();
    }
    let took = begun.elapsed().as_secs();
    assert!((9..=10).contains(&took), "ten calls: {took} s");
}

#[tokio::test(start_paused = true)]
async fn the_most_urgent_execution_begins_first() {
    let gauge = Gauge::default();
    let urgent = |of: &Identity| if of.name.starts_with("express") { 1 } else { 0 };
    let engine = Engine::builder().resource(gauge.clone()).concurrency(1).priority(urgent).build();
    let start = |page: u64, name: &str| {
        engine.start_json_as::<sheet>(&page.to_string(), Some(&format!("{name}-{page}")))
    };
    let mut all: Vec<_> = (0..3).map(|page| start(page, "normal")).collect();
    tokio::time::sleep(Duration::from_millis(5)).await;
    all.extend((3..6).map(|page| start(page, "express")));
    for execution in all {
        execution.await.unwrap();
    }
    assert_eq!(*gauge.calls.lock().unwrap(), [0, 3, 4, 5, 1, 2]);
}

#[workflow]
async fn sheet(page: u64) -> Result<u64, Failure> {
    let printed = print(page).await?;
    Ok(printed)
}

/// A program that awaits `ready` before each start has no more in memory than the limit.
#[tokio::test(start_paused = true)]
async fn executions_wait_for_room() {
    let gauge = Gauge::default();
    let engine = Engine::builder().resource(gauge.clone()).executions(3).build();
    let mut all = vec![];
    for page in 0..20 {
        engine.ready().await;
        all.push(engine.start_workflow::<sheet>(page));
    }
    for execution in all {
        execution.await.unwrap();
    }
    assert_eq!((gauge.most(), gauge.calls.lock().unwrap().len()), (3, 20));
}

/// After a crash no more executions than the limit are taken up at the same time, and all in the end.
#[test]
fn a_recovery_waits_for_room() {
    let (gauge, store) = (Gauge::default(), MemoryStore::default());
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .build()
            .unwrap()
    };
    runtime().block_on(async {
        let engine = Engine::builder().resource(gauge.clone()).store(store.clone()).build();
        for page in 0..20_u64 {
            let name = format!("page{page}");
            let execution = engine.start_json_as::<sheet>(&page.to_string(), Some(&name));
            execution.started().await.unwrap();
        }
    });
    let again = Gauge::default();
    runtime().block_on(async {
        let engine = Engine::builder().resource(again.clone()).store(store.clone());
        let engine = engine.workflow::<sheet>().executions(3).build();
        let recovered = engine.recover().await.unwrap();
        assert_eq!(recovered.running.len(), 3);
        tokio::time::sleep(Duration::from_secs(10)).await;
        assert!(engine.unfinished().await.unwrap().is_empty());
    });
    assert_eq!(again.most(), 3);
}
