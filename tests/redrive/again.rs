//! A redrive runs again what failed, and not what succeeded or only fails by itself.

use super::*;

#[tokio::test]
async fn the_branch_that_failed_runs_again() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<sale>(&engine, "2").await;
    assert_eq!(failure.error(), "Closed");
    let before = bank.open();
    assert_eq!(before.len(), 3);
    // Another process.
    let engine = builder(&store, &bank).build();
    assert_eq!(redrive(&engine, &id).await.unwrap(), "43");
    let failed = before.iter().find(|call| call.starts_with("charge 21"));
    assert_eq!(bank.calls(), [failed.unwrap().clone()], "with the same idempotency key");
    let why = refused(redrive(&engine, &id).await);
    assert_eq!(why, format!("Execution is SUCCEEDED and cannot be redriven: '{id}'"));
    let events = engine.events(&id, 1, 1_000).await.unwrap();
    let at = events.iter().position(|it| it.kind == EventType::ExecutionRedriven).unwrap();
    let next: Vec<_> = events[at..].iter().map(|it| it.kind.name().into_owned()).collect();
    let expected = [
        "ExecutionRedriven",
        "TaskScheduled",
        "TaskStarted",
        "TaskSucceeded",
        "TaskStateExited",
        "ParallelStateSucceeded",
        "ParallelStateExited",
    ];
    assert_eq!(next[..expected.len()], expected);
    assert_eq!(next.last().unwrap(), "ExecutionSucceeded");
}

#[tokio::test]
async fn what_fails_by_itself_fails_again_and_nothing_else_runs() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    for (round, expected) in [(0, "TooMuch"), (1, "Closed"), (2, "Closed"), (3, "TooMuch")] {
        let (id, failure) = match round {
            0 => fail::<strict>(&engine, "7").await,
            1 => fail::<careful>(&engine, "7").await,
            2 => fail::<hasty>(&engine, "7").await,
            _ => fail::<joined>(&engine, "7").await,
        };
        assert_eq!(failure.error(), expected);
        assert!(!bank.calls().is_empty());
        for count in 1..4 {
            let failure = redrive(&engine, &id).await.unwrap_err();
            assert_eq!(failure.error(), expected, "round {round}");
            assert_eq!(bank.calls(), [""; 0], "round {round}: nothing runs again");
            assert_eq!(store.describe(&id).await.unwrap().unwrap().redrives, count);
        }
    }
}

/// Waits until a call is made.
async fn called(bank: &Bank) {
    while bank.calls().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Engines that ended with earlier attempts do not count against those of a redrive.
#[tokio::test]
async fn crashes_count_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    for _ in 0..12 {
        // The runtime goes, and with it all that ran.
        let engine = builder(&store, &bank).crash_limit(100).build();
        let bank = bank.clone();
        let process = std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async {
                drop(engine.start_json_as::<hung>("3", Some("one")));
                called(&bank).await;
            });
        });
        process.join().unwrap();
    }
    let engine = builder(&store, &bank).crash_limit(100).build();
    drop(engine.recover().await.unwrap());
    let id = store.list(Query::default()).await.unwrap().executions[0].begun.id.clone();
    assert!(engine.stop(&id, "Enough", "").await.unwrap());
    while store.describe(&id).await.unwrap().unwrap().status == Status::Running {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    bank.calls();
    drop(engine.redrive(&id).await.unwrap());
    called(&bank).await;
    let next = builder(&store, &bank).crash_limit(1).build();
    let recovered = next.recover().await.unwrap();
    assert!(recovered.left.is_empty(), "{:?}", recovered.left.first().map(|(_, why)| why.cause()));
}

#[tokio::test]
async fn a_callback_has_a_new_token() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let engine = builder(&store, &bank).build();
    let execution = engine.start_json_as::<approved>("3", Some("one"));
    while bank.tokens.lock().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let id = execution.id().to_owned();
    execution.stop("Enough", "").await;
    let elsewhere = builder(&MemoryStore::default(), &bank).build();
    let unknown = redrive(&elsewhere, &id).await.unwrap_err();
    assert_eq!(unknown.error(), "ExecutionDoesNotExist");
    assert_eq!(bank.calls().len(), 2);
    let execution = engine.redrive(&id).await.unwrap();
    let why = refused(redrive(&engine, &id).await);
    assert!(why.starts_with("Execution is RUNNING and cannot be redriven"), "{why}");
    while bank.tokens.lock().unwrap().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let tokens = bank.tokens.lock().unwrap().clone();
    assert!(engine.complete(&tokens[0], 1_u64).await.is_err(), "its attempt has ended");
    engine.complete(&tokens[1], 5_u64).await.unwrap();
    assert_eq!(&*execution.await.unwrap().text().unwrap(), "5");
    assert_eq!(bank.calls(), ["approve 30"]);
}

#[tokio::test]
async fn items_that_failed_are_redriven() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<all>(&engine, "[2,4,5,6]").await;
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    let before = bank.open();
    assert_eq!(before.len(), 6, "the last item has not begun: {before:?}");
    let items = Query { items: true, ..Query::default() };
    let items = store.list(items).await.unwrap().executions;
    let item = items.iter().find(|it| it.begun.is_item() && it.status == Status::Failed).unwrap();
    let why = refused(redrive(&engine, &item.begun.id).await);
    assert!(why.starts_with("it is an item of a distributed Map"), "{why}");
    assert_eq!(redrive(&engine, &id).await.unwrap(), "[3,5,6,7]");
    let calls: Vec<_> = bank.calls().iter().map(|it| it[..9].trim().to_owned()).collect();
    assert_eq!(calls, ["charge 5", "reserve 6", "charge 6"]);
    let events = engine.events(&id, 1, 1_000).await.unwrap();
    let count = |kind| events.iter().filter(|it| it.kind == kind).count();
    assert_eq!(count(EventType::MapRunStarted), 1);
    assert_eq!(count(EventType::MapRunRedriven), 1);
    assert_eq!(count(EventType::MapRunSucceeded), 1);
    let known = store.describe(&item.begun.id).await.unwrap().unwrap();
    assert_eq!((known.status, known.redrives), (Status::Succeeded, 1));
}

/// The item of a Map that begins after a redrive, whatever the clocks of the engines show, does not run again after a crash;
/// it does where the execution is redriven once more.
#[tokio::test]
async fn what_failed_since_a_redrive_does_not_run_again() {
    for (one, other) in [(3, 3), (3, 7), (7, 3)] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let at = |hour: i64| VirtualClock::at(Timestamp::from_second(3_600 * hour).unwrap());
        let engine = builder(&store, &bank).clock(at(one)).build();
        let (id, _) = fail::<tolerant>(&engine, "3").await;
        let first = engine.redrive(&id).await.unwrap();
        until(async || bank.calls.lock().unwrap().contains(&"stumble 4".to_owned())).await;
        let failed = async || {
            let items = store.list(Query { items: true, ..Query::default() }).await.unwrap();
            items.executions.iter().any(|it| it.begun.is_item() && it.status == Status::Failed)
        };
        until(failed).await;
        bank.calls();
        let engine = builder(&store, &bank).clock(at(other)).build();
        let second = engine.start_json_as::<tolerant>("3", Some("one"));
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(bank.calls(), ["stumble 4"], "clocks at {one} and {other}");
        assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
        assert_eq!(second.await.unwrap_err().error(), "Enough");
        let third = engine.redrive(&id).await.unwrap();
        until(async || bank.calls.lock().unwrap().len() == 2).await;
        assert_eq!(bank.calls(), ["stumble 3", "stumble 4"]);
        drop((first, third));
    }
}

/// The item that begins only in a run that is redriven, and fails there, does not run again after a crash either. Another
/// redrive runs it again, once.
#[tokio::test]
async fn what_begins_in_a_run_that_is_redriven_runs_once() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, failure) = fail::<lenient>(&engine, "[1,2,3,4]").await;
    assert_eq!(failure.error(), "States.ExceedToleratedFailureThreshold");
    assert_eq!(bank.calls(), ["attend 1", "attend 2"]);
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), failure.error());
    assert_eq!(bank.open(), ["attend 1", "attend 2"]);
    for first in [&["attend 1", "attend 2", "attend 3", "attend 4"][..], &["attend 3", "attend 4"]]
    {
        let engine = builder(&store, &bank).build();
        drop(engine.redrive(&id).await.unwrap());
        until(async || bank.calls.lock().unwrap().len() == first.len()).await;
        assert_eq!(bank.calls(), first);
        for _ in 0..2 {
            let engine = builder(&store, &bank).build();
            drop(engine.start_json_as::<lenient>("[1,2,3,4]", Some("one")));
            until(async || !bank.calls.lock().unwrap().is_empty()).await;
            tokio::time::sleep(Duration::from_millis(20)).await;
            assert_eq!(bank.calls(), ["attend 4"], "after a crash");
        }
        let engine = builder(&store, &bank).build();
        drop(engine.start_json_as::<lenient>("[1,2,3,4]", Some("one")));
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        assert_eq!(bank.calls(), ["attend 4"]);
        assert_eq!(engine.stop(&id, "Enough", "").await, Ok(true));
    }
}

/// Another attempt of a Parallel has executions and Map runs of its own below it.
#[tokio::test]
async fn another_attempt_of_a_parallel_begins_anew() {
    for stored in [false, true] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = if stored {
            builder(&store, &bank).build()
        } else {
            Engine::builder().resource(bank.clone()).build()
        };
        let execution = engine.start_json_as::<patient>("4", Some("one"));
        let ended = tokio::time::timeout(Duration::from_secs(20), execution).await;
        assert_eq!(&*ended.unwrap().unwrap(), "6", "stored: {stored}");
    }
}

/// Comes to its end together with others, while the bank is closed.
#[task]
async fn meet(bank: Res<Bank>, of: u64) -> Result<u64, Failure> {
    bank.call(format!("meet {of}"));
    if bank.closed.load(Ordering::SeqCst) {
        bank.together.notified().await;
        if of % 2 == 1 {
            return Err(Failure::new("Late", ""));
        }
    }
    Ok(of)
}

#[workflow]
async fn meeting(of: u64) -> Result<u64, Failure> {
    let (one, other) = join!(meet(of), meet(of + 1)).await?;
    Ok(one + other)
}

#[tokio::test]
async fn what_ended_well_together_with_a_failure_does_not_run_again() {
    for of in [3, 4] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).workflow::<meeting>().build();
        let execution = engine.start_json_as::<meeting>(&of.to_string(), Some("one"));
        let id = execution.id().to_owned();
        until(async || bank.calls.lock().unwrap().len() == 2).await;
        bank.together.notify_waiters();
        assert_eq!(execution.await.unwrap_err().error(), "Late");
        let (before, made) = (engine.events(&id, 1, 100).await.unwrap(), bank.open());
        assert_eq!(redrive(&engine, &id).await.unwrap(), (2 * of + 1).to_string());
        let done = before.iter().filter(|it| it.kind == EventType::TaskSucceeded).count();
        assert_eq!(bank.calls().len(), 2 - done, "{made:?}, {before:?}");
    }
}

/// A state that is left again, as its next one failed by itself, is left with the same.
#[tokio::test]
async fn a_state_that_is_left_again_has_the_same_output() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<strict>(&engine, "7").await;
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "TooMuch");
    let events = engine.events(&id, 1, 100).await.unwrap();
    let left = events.iter().filter(|it| it.kind == EventType::StateExited(Kind::Task));
    let left: Vec<_> =
        left.map(|it| it.json()["stateExitedEventDetails"]["output"].clone()).collect();
    assert_eq!(left.len(), 2, "{events:?}");
    assert_eq!(left[0], left[1]);
    assert_eq!(bank.calls().len(), 1);
}
