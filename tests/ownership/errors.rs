//! Errors of the store, and ends and stops that are not written.

use super::*;

#[tokio::test]
async fn an_error_of_the_store_is_no_failure_of_the_workflow() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    store.refuse(":order:", 2);
    let mut parent = engine.start_json_as::<compensating>("1", Some("p"));
    let failure = (&mut parent).await.unwrap_err();
    assert!(failure.is_interruption(), "{failure}");
    assert!(failure.cause().starts_with("the disk is full"), "{failure}");
    assert_eq!(parent.status(), Status::Running);
    assert_eq!(outside.count("refund"), 0);
    // With the store back, it continues: the child is not started anew.
    let again = engine.resume_workflow::<compensating>(parent.id()).await;
    assert_eq!(again.await.unwrap(), 3);
    assert_eq!(
        (outside.count("charge"), outside.count("pack"), outside.count("refund")),
        (2, 1, 0)
    );
    assert!(engine.unfinished().await.unwrap().is_empty());
}

#[tokio::test]
async fn an_end_that_is_not_written_is_none() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    store.refuse(":order:", 0);
    let mut run = engine.start_json_as::<order>("1", Some("a"));
    assert!((&mut run).await.unwrap_err().is_interruption());
    assert_eq!(run.status(), Status::Running);
    assert_eq!(store.inner.get(run.id()).unwrap().status, Status::Running);
    let again = engine.resume_workflow::<order>(run.id()).await;
    assert_eq!(again.await.unwrap(), 3);
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 2));
}

#[tokio::test]
async fn a_stop_is_known_once_it_is_written() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let run = engine.start_json_as::<hanging>("1", Some("a"));
    outside.until("pack").await;
    run.stop("Enough", "").await;
    let saved = store.inner.get(run.id()).unwrap();
    assert_eq!((saved.status, saved.end.is_some()), (Status::Aborted, true));
    assert_eq!(run.await.unwrap_err().error(), "Enough");
}

#[tokio::test]
async fn a_dropped_run_ends_in_the_store() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    tokio::select! {
        result = engine.run::<hanging>(1) => panic!("{result:?}"),
        () = outside.until("pack") => {}
    }
    for _ in 0..1000 {
        if engine.unfinished().await.unwrap().is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it is still open");
}

/// The start finds its execution in the store; the stop came before it did.
#[test]
fn a_start_that_is_stopped_at_once_stops_what_it_finds() {
    let (outside, store) = (Outside::default(), Gate::open());
    let before = process();
    before.block_on(async {
        let engine = engine(&outside, &store);
        let hangs = engine.start_json_as::<hanging>("1", Some("one"));
        outside.until("pack").await;
        drop(hangs);
    });
    drop(before);
    // On one thread nothing of the start is done before the stop.
    let one_thread = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    one_thread.block_on(async {
        let (engine, id) = (engine(&outside, &store), format!("{PLACE}:hanging:one"));
        let execution = engine.start_json_as::<hanging>("1", Some("one"));
        assert_eq!(engine.stop(&id, "Enough", "by somebody").await, Ok(true));
        let failure = execution.await.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), ("Enough", "by somebody"));
        assert_eq!(store.inner.get(&id).unwrap().status, Status::Aborted);
    });
    assert_eq!(outside.count("pack"), 1);
}

/// A store that removes what has ended as soon as somebody has found its name to be taken.
#[derive(Clone)]
struct Removing(MemoryStore);

impl Around for Removing {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (store, id) = (self.0.clone(), commit.execution.clone());
        Box::pin(async move {
            let written = store.commit(commit).await;
            if matches!(written, Err(StoreError::Exists(_))) {
                store.purge(&id).await?;
            }
            written
        })
    }
}

/// Retention may remove an execution between the two looks of a start at its name.
#[tokio::test]
async fn a_start_is_interrupted_where_what_it_finds_is_removed() {
    let (outside, store) = (Outside::default(), Removing(MemoryStore::default()));
    let engine = Engine::builder().resource(outside.clone()).store(store).build();
    let start = || engine.start_json_as::<order>("1", Some("one"));
    assert_eq!(&*start().await.unwrap(), "3");
    let failure = start().await.unwrap_err();
    assert!(failure.is_interruption() && failure.reported().contains("its name is free"));
    assert_eq!(&*start().await.unwrap(), "3", "it may be started again");
    assert_eq!(outside.count("charge"), 2);
}
