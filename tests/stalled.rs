//! A store that cannot write for a while: executions are interrupted, and go on by themselves when it can again.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use workflow::prelude::*;
use workflow_runtime::store::{
    Around, Chunk, Commit, Described, MemoryStore, Query, Saved, Status, Store, StoreError,
    StoreResult,
};
use workflow_runtime::task::BoxFuture;
use workflow_runtime::{Engine, Execution, Workflow};

/// A disk that is full now and then.
#[derive(Clone, Default)]
struct Disk {
    inner: MemoryStore,
    full: Arc<AtomicBool>,
    unreadable: Arc<AtomicBool>,
    lost: Arc<AtomicBool>,
    /// True if there is room for all but commits.
    commits: Arc<AtomicBool>,
    /// The name of an execution that cannot be read.
    damaged: Arc<Mutex<Option<String>>>,
    /// The number of times that no history can be read, and whether what is read is none.
    blind: Arc<AtomicU64>,
    torn: Arc<AtomicBool>,
    /// Parts of the ARNs of executions that seem to be gone, each once.
    gone: Arc<Mutex<Vec<String>>>,
}

impl Disk {
    fn state(&self, reads: bool) -> StoreResult<()> {
        let is = |flag: &AtomicBool| flag.load(Ordering::SeqCst);
        if is(&self.lost) {
            return Err(StoreError::Fatal("the disk is gone".to_owned()));
        }
        if is(&self.full) && (!reads || is(&self.unreadable)) {
            return Err(StoreError::Stalled("the disk is full".to_owned()));
        }
        Ok(())
    }
}

impl Around for Disk {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        if self.commits.load(Ordering::SeqCst) {
            let error = StoreError::Stalled("the disk is full".to_owned());
            return Box::pin(async move { Err(error) });
        }
        match self.state(false) {
            Ok(()) => self.inner.commit(commit),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }

    fn claim(&self, execution: &str) -> BoxFuture<StoreResult<Option<Saved>>> {
        let damaged = self.damaged.lock().unwrap().clone();
        if damaged.is_some_and(|name| execution.ends_with(&format!(":{name}"))) {
            let error = StoreError::Fatal("a page is damaged".to_owned());
            return Box::pin(async move { Err(error) });
        }
        let mut gone = self.gone.lock().unwrap();
        let found = gone.iter().position(|part| execution.contains(&**part));
        if let Some(found) = found {
            gone.remove(found);
            return Box::pin(async { Ok(None) });
        }
        match self.state(false) {
            Ok(()) => self.inner.claim(execution),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }

    fn history(&self, id: &str, from: u32, events: u32) -> BoxFuture<StoreResult<Vec<Chunk>>> {
        let left = |left: u64| left.checked_sub(1);
        if self.blind.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_ok() {
            let error = StoreError::Stalled("the disk is busy".to_owned());
            return Box::pin(async move { Err(error) });
        }
        if self.torn.load(Ordering::SeqCst) {
            let torn = Chunk { first: 1, last: 2, bytes: [255; 3].into() };
            return Box::pin(async move { Ok(vec![torn]) });
        }
        self.inner.history(id, from, events)
    }

    fn describe(&self, execution: &str) -> BoxFuture<StoreResult<Option<Described>>> {
        match self.state(true) {
            Ok(()) => self.inner.describe(execution),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }
}

/// The number of calls.
#[derive(Clone, Default)]
struct Calls(Arc<AtomicU64>);

#[task]
async fn slow(calls: Res<Calls>, of: u64) -> Result<u64, Failure> {
    calls.0.fetch_add(1, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(100 + of)).await;
    Ok(of + 1)
}

#[workflow]
async fn three(of: u64) -> Result<u64, Failure> {
    let of = slow(of).await?;
    let of = slow(of).await?;
    let of = slow(of).await?;
    Ok(of)
}

#[workflow]
async fn around(of: u64) -> Result<u64, Failure> {
    let (one, other) = join!(three(of), slow(of)).await?;
    Ok(one + other)
}

#[workflow]
async fn rested(of: u64) -> Result<u64, Failure> {
    sleep(Duration::from_secs(3600)).await;
    let of = slow(of).await?;
    Ok(of)
}

fn engine(disk: &Disk, calls: &Calls) -> Engine {
    let engine = Engine::builder().store(disk.clone()).resource(calls.clone());
    engine.workflow::<around>().workflow::<rested>().build()
}

/// An execution that is written.
async fn begun<W: Workflow>(engine: &Engine) -> Execution<Arc<str>> {
    let execution = engine.start_json_as::<W>("1", Some("one"));
    execution.started().await.unwrap();
    execution
}

async fn open(disk: &Disk) -> usize {
    let query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
    disk.inner.list(query).await.unwrap().executions.len()
}

/// Starts 300 executions, has the disk full for these milliseconds, and waits until all have ended.
async fn interrupt(full: u64, unreadable: bool) {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    assert!(engine.recover().await.unwrap().running.is_empty());
    let mut all = vec![];
    for of in 0..300_u64 {
        let execution = engine.start_json_as::<around>(&of.to_string(), Some(&format!("one{of}")));
        execution.started().await.unwrap();
        all.push(execution);
    }
    disk.unreadable.store(unreadable, Ordering::SeqCst);
    disk.full.store(true, Ordering::SeqCst);
    let refused = engine.start_json_as::<around>("1", Some("late"));
    let failure = refused.started().await.unwrap_err();
    assert!(failure.cause().starts_with("the disk is full;"), "{failure}");
    assert!(failure.is_interruption());
    tokio::time::sleep(Duration::from_millis(full)).await;
    for execution in all {
        let failure = execution.await.unwrap_err();
        assert!(failure.is_interruption(), "{failure}");
    }
    let made = calls.0.load(Ordering::SeqCst);
    assert!(open(&disk).await >= 300, "nothing is lost");
    disk.full.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(20)).await;
    assert_eq!(open(&disk).await, 0, "all go on by themselves");
    let query = Query { status: Some(Status::Succeeded), limit: 1_000, ..Query::default() };
    let ended = disk.inner.list(query).await.unwrap().executions;
    assert_eq!(ended.len(), 600);
    for known in ended.iter().filter(|it| &*it.begun.machine == "around") {
        let of: u64 = known.begun.input.as_deref().unwrap().parse().unwrap();
        assert_eq!(known.end.clone().unwrap().unwrap().parse(), Ok(2 * of + 4));
    }
    // Four calls each; those whose results were not written are made again.
    let calls = calls.0.load(Ordering::SeqCst);
    assert!(calls >= 1_200 && calls <= 1_200 + made, "{calls} of {made}");
}

#[tokio::test(start_paused = true)]
async fn executions_go_on_when_the_disk_has_room_again() {
    interrupt(500, false).await;
}

#[tokio::test(start_paused = true)]
async fn executions_go_on_when_the_disk_can_be_read_again() {
    interrupt(5_000, true).await;
}

/// A disk that is full for a while interrupts nobody: no result is thrown away, and no call is made again.
#[tokio::test(start_paused = true)]
async fn a_short_stall_is_waited_for() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    let mut all = vec![];
    for of in 0..300_u64 {
        let execution = engine.start_json_as::<around>(&of.to_string(), Some(&format!("one{of}")));
        execution.started().await.unwrap();
        all.push(execution);
    }
    disk.full.store(true, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(20)).await;
    assert!(open(&disk).await >= 300, "nothing goes on beside the store");
    disk.full.store(false, Ordering::SeqCst);
    for (of, execution) in (0..).zip(all) {
        assert_eq!(execution.await.unwrap().parse::<u64>(), Ok(2 * of + 4));
    }
    assert_eq!(calls.0.load(Ordering::SeqCst), 1_200);
}

/// An engine without patience leaves an execution at the first commit that cannot be written.
#[tokio::test(start_paused = true)]
async fn without_patience_an_execution_is_left_at_once() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = Engine::builder().store(disk.clone()).resource(calls.clone());
    let engine = engine.store_patience(Duration::ZERO).build();
    let execution = begun::<around>(&engine).await;
    disk.full.store(true, Ordering::SeqCst);
    let before = tokio::time::Instant::now();
    assert!(execution.await.unwrap_err().is_interruption());
    assert!(before.elapsed() < Duration::from_secs(1));
}

/// An execution that was acknowledged as stopped ends, also where its end could not be written at first.
#[tokio::test(start_paused = true)]
async fn a_stop_outlives_a_full_disk() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    drop(engine.recover().await.unwrap());
    let execution = begun::<around>(&engine).await;
    let id = execution.id().to_owned();
    disk.full.store(true, Ordering::SeqCst);
    assert!(engine.stop(&id, "Enough", "").await.unwrap());
    assert!(execution.await.unwrap_err().is_interruption());
    disk.full.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(20)).await;
    let known = disk.inner.describe(&id).await.unwrap().unwrap();
    assert_eq!(known.status, Status::Aborted);
}

/// Whoever is not asked to look after executions leaves them as they are.
#[tokio::test(start_paused = true)]
async fn without_recovery_nothing_is_taken_up() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    let execution = begun::<around>(&engine).await;
    disk.full.store(true, Ordering::SeqCst);
    assert!(execution.await.unwrap_err().is_interruption());
    disk.full.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert!(open(&disk).await >= 1);
    assert_eq!(&*engine.start_json_as::<around>("1", Some("one")).await.unwrap(), "6");
}

/// One execution that cannot be read keeps no other one from going on.
#[tokio::test(start_paused = true)]
async fn a_damaged_execution_is_left() {
    let (disk, calls) = (Disk::default(), Calls::default());
    {
        let engine = engine(&disk, &calls);
        for name in ["one", "bad", "two"] {
            let execution = engine.start_json_as::<around>("1", Some(name));
            execution.started().await.unwrap();
        }
        disk.full.store(true, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_secs(1)).await;
        disk.full.store(false, Ordering::SeqCst);
    }
    *disk.damaged.lock().unwrap() = Some("bad".to_owned());
    let recovered = engine(&disk, &calls).recover().await.unwrap();
    let left: Vec<_> = recovered.left.iter().map(|(begun, _)| &*begun.name).collect();
    assert_eq!(left, ["bad"]);
    assert!(recovered.left[0].1.cause().starts_with("a page is damaged"));
    for execution in recovered.running {
        execution.await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_lost_disk_ends_the_recovery() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    drop(engine.recover().await.unwrap());
    let execution = begun::<around>(&engine).await;
    disk.lost.store(true, Ordering::SeqCst);
    let failure = execution.await.unwrap_err();
    assert!(failure.is_interruption() && failure.cause().starts_with("the disk is gone"));
    tokio::time::sleep(Duration::from_secs(5)).await;
    let made = calls.0.load(Ordering::SeqCst);
    disk.lost.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(calls.0.load(Ordering::SeqCst), made, "a failed write is not tried again");
}

/// Patience may have no end.
#[tokio::test(start_paused = true)]
async fn a_stall_may_be_waited_for_for_ever() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = Engine::builder().store(disk.clone()).resource(calls.clone());
    let engine = engine.store_patience(Duration::MAX).build();
    let execution = begun::<around>(&engine).await;
    disk.full.store(true, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(86_400)).await;
    disk.full.store(false, Ordering::SeqCst);
    assert_eq!(&*execution.await.unwrap(), "6");
}

/// An execution that could not go on here, and does by now, is woken after it has left memory.
#[tokio::test(start_paused = true)]
async fn what_goes_on_again_is_woken_after_a_wait() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let first = engine(&disk, &calls);
    let execution = begun::<rested>(&first).await;
    let id = execution.id().to_owned();
    assert_eq!(first.shutdown(Duration::ZERO).await.len(), 1);
    *disk.damaged.lock().unwrap() = Some("one".to_owned());
    let engine = engine(&disk, &calls);
    assert_eq!(engine.recover().await.unwrap().left.len(), 1);
    *disk.damaged.lock().unwrap() = None;
    drop(engine.recover_one(&id).await.unwrap());
    tokio::time::sleep(Duration::from_secs(8_000)).await;
    let known = disk.inner.describe(&id).await.unwrap().unwrap();
    assert_eq!(known.status, Status::Succeeded);
}

/// A store that stalls while it is asked for the reason is not lost.
#[tokio::test(start_paused = true)]
async fn a_stall_during_the_recovery_is_no_loss() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let execution = engine(&disk, &calls).start_json_as::<around>("1", Some("bad"));
    execution.started().await.unwrap();
    *disk.damaged.lock().unwrap() = Some("bad".to_owned());
    disk.unreadable.store(true, Ordering::SeqCst);
    disk.full.store(true, Ordering::SeqCst);
    let Err(error) = engine(&disk, &calls).recover().await else { panic!("it stalls") };
    assert_eq!(error, StoreError::Stalled("the disk is full".to_owned()));
}

async fn status(disk: &Disk, id: &str) -> Status {
    disk.inner.describe(id).await.unwrap().unwrap().status
}

/// Minutes of a full disk are no crashes, and throw no result away that there was.
#[tokio::test(start_paused = true)]
async fn a_long_stall_repeats_no_task_and_blocks_nothing() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let engine = engine(&disk, &calls);
    drop(engine.recover().await.unwrap());
    let execution = begun::<around>(&engine).await;
    let id = execution.id().to_owned();
    tokio::time::sleep(Duration::from_millis(50)).await;
    // Claims write next to nothing: there is room for them.
    disk.commits.store(true, Ordering::SeqCst);
    assert!(execution.await.unwrap_err().is_interruption());
    tokio::time::sleep(Duration::from_secs(12 * 31)).await;
    assert_eq!(calls.0.load(Ordering::SeqCst), 2, "nothing runs again");
    disk.commits.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(status(&disk, &id).await, Status::Succeeded);
    assert_eq!(calls.0.load(Ordering::SeqCst), 4);
}

/// A claim after which nothing could be read has attempted nothing.
#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_no_crash() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let first = engine(&disk, &calls);
    let execution = begun::<around>(&first).await;
    let id = execution.id().to_owned();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(first.shutdown(Duration::ZERO).await);
    let before = disk.inner.get(&id).unwrap().epoch;
    disk.blind.store(12, Ordering::SeqCst);
    let engine = engine(&disk, &calls);
    for _ in 0..12 {
        assert!(matches!(engine.recover_one(&id).await, Err(failure) if failure.is_stalled()));
    }
    assert_eq!(disk.inner.get(&id).unwrap().epoch, before, "its owner may go on");
    let execution = engine.recover_one(&id).await.unwrap();
    assert_eq!(&*execution.await.unwrap().text().unwrap(), "6");
}

/// An execution that could not go on here once, and does by now, is looked after as any other.
#[tokio::test(start_paused = true)]
async fn what_goes_on_again_is_taken_up_after_a_stall() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let first = engine(&disk, &calls);
    let execution = begun::<around>(&first).await;
    let id = execution.id().to_owned();
    drop(first.shutdown(Duration::ZERO).await);
    *disk.damaged.lock().unwrap() = Some("one".to_owned());
    let engine = engine(&disk, &calls);
    assert_eq!(engine.recover().await.unwrap().left.len(), 1);
    *disk.damaged.lock().unwrap() = None;
    let execution = engine.recover_one(&id).await.unwrap();
    disk.full.store(true, Ordering::SeqCst);
    assert!(execution.await.unwrap_err().is_interruption());
    disk.full.store(false, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(status(&disk, &id).await, Status::Succeeded);
}

/// An execution that another one waits for ends and is removed between two looks at it: the other goes on.
#[tokio::test(start_paused = true)]
async fn who_waits_for_what_is_removed_goes_on() {
    let (disk, calls) = (Disk::default(), Calls::default());
    let first = engine(&disk, &calls);
    let execution = begun::<around>(&first).await;
    let id = execution.id().to_owned();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(first.shutdown(Duration::ZERO).await);
    *disk.gone.lock().unwrap() = vec![":three:".to_owned(); 2];
    let builder = Engine::builder().store(disk.clone()).resource(calls.clone());
    let engine = builder.workflow::<around>().build();
    // It looks for itself, too, and has nothing that is still there.
    drop(engine.recover().await);
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert!(disk.gone.lock().unwrap().is_empty(), "it was looked for");
    assert_eq!(status(&disk, &id).await, Status::Succeeded);
}

/// An execution that waits, behind whose back its history was torn, and an engine that has taken it up.
async fn torn() -> (Disk, Engine, String) {
    let (disk, calls) = (Disk::default(), Calls::default());
    let first = engine(&disk, &calls);
    let execution = begun::<rested>(&first).await;
    let id = execution.id().to_owned();
    drop(first.shutdown(Duration::ZERO).await);
    disk.torn.store(true, Ordering::SeqCst);
    let engine = engine(&disk, &calls);
    assert!(engine.recover().await.unwrap().left.is_empty());
    assert!(engine.events(&id, 1, 10).await.is_err());
    (disk, engine, id)
}

/// An execution whose history cannot be read can be stopped.
#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_can_be_stopped() {
    let (disk, engine, id) = torn().await;
    assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(status(&disk, &id).await, Status::Aborted);
}

/// An execution needs its history for nothing: where that cannot be read it goes on, and who asks for it is told.
#[tokio::test(start_paused = true)]
async fn an_execution_goes_on_without_its_history() {
    let (disk, engine, id) = torn().await;
    tokio::time::sleep(Duration::from_secs(3700)).await;
    assert_eq!(status(&disk, &id).await, Status::Succeeded);
    drop(engine);
}
