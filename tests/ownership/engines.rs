//! Executions that several engines know, one after the other or at the same time.

use super::*;

#[test]
fn a_child_is_found_again_after_a_crash() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<with_child>("5", Some("p")));
        outside.until("pack").await;
    });
    first.shutdown_background();
    process().block_on(async {
        let engine = engine(&outside, &store);
        let open = engine.unfinished().await.unwrap();
        assert_eq!(open.len(), 2);
        // In whatever order they are resumed, and the child besides.
        let child = open.iter().find(|it| &*it.machine == "hanging").unwrap();
        let child = engine.resume_workflow::<hanging>(&child.id).await;
        let parent = engine.resume_workflow::<with_child>(&format!("{PLACE}:with_child:p")).await;
        assert_eq!((parent.await.unwrap(), child.await.unwrap()), (8, 7));
        assert!(engine.unfinished().await.unwrap().is_empty());
    });
    assert_eq!((outside.count("book"), outside.count("charge"), outside.count("pack")), (1, 1, 2));
}

/// An engine still has an execution that another one has ended, and that was removed since: it writes nothing to the one that
/// has its name now.
#[test]
fn an_engine_of_before_does_nothing_to_a_new_execution_of_the_name() {
    let (outside, store) = (Outside::default(), Gate::open());
    process().block_on(async {
        let (old, new) = (engine(&outside, &store), engine(&outside, &store));
        let packed = async |times| {
            while outside.count("pack") < times {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let first = old.start_json_as::<passing>("1", Some("one"));
        packed(1).await;
        let second = new.start_json_as::<passing>("1", Some("one"));
        packed(2).await;
        let id = second.id().to_owned();
        assert_eq!(new.stop(&id, "Enough", "").await, Ok(true));
        assert_eq!(second.await.unwrap_err().error(), "Enough");
        assert_eq!(store.inner.purge(&id).await, Ok(true));
        let third = new.start_json_as::<passing>("5", Some("one"));
        packed(3).await;
        outside.see("go");
        let lost = first.await.unwrap_err();
        assert!(lost.is_interruption(), "{lost:?}");
        (0..2).for_each(|_| outside.see("go"));
        assert_eq!(&*third.await.unwrap(), "9");
        assert_eq!(outside.count("charge"), 1);
    });
}

/// An engine that lacks what an execution needs takes it from nobody, and is not counted among those that ended with it.
#[test]
fn an_engine_that_lacks_a_resource_attempts_nothing() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        let engine = engine(&outside, &store);
        let hangs = engine.start_json_as::<hanging>("1", Some("one"));
        outside.until("pack").await;
        drop(hangs);
    });
    drop(first);
    process().block_on(async {
        let id = format!("{PLACE}:hanging:one");
        let before = store.inner.get(&id).unwrap();
        for _ in 0..12 {
            let engine = Engine::builder().workflow::<hanging>().store(store.clone()).build();
            let recovered = engine.recover().await.unwrap();
            let [(_, why)] = &recovered.left[..] else { panic!("{:?}", recovered.left) };
            assert!(why.reported().contains("Outside"), "{why:?}");
        }
        assert_eq!(store.inner.get(&id).unwrap(), before);
        let output = engine(&outside, &store).start_json_as::<hanging>("1", Some("one")).await;
        assert_eq!(output.as_deref(), Ok("3"));
    });
}

/// Another engine takes over what an execution waits for, not the execution itself: that has an engine still, which goes on
/// with both.
#[test]
fn who_loses_a_child_goes_on_with_it() {
    let (outside, store) = (Outside::default(), Gate::open());
    process().block_on(async {
        let builder = Engine::builder().workflow::<with_passing>().workflow::<passing>();
        let owner = builder.resource(outside.clone()).store(store.clone()).build();
        let _ = owner.recover().await.unwrap();
        let packed = async |times| {
            while outside.count("pack") < times {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        let execution = owner.start_json_as::<with_passing>("1", Some("one"));
        let id = execution.id().to_owned();
        packed(1).await;
        let children = Query { machine: Some("passing".into()), ..Query::default() };
        let child = store.inner.list(children).await.unwrap().executions[0].begun.id.clone();
        let thief = engine(&outside, &store);
        let stolen = thief.resume_workflow::<passing>(&child).await;
        packed(2).await;
        outside.see("go");
        assert!(execution.await.unwrap_err().is_interruption());
        packed(3).await;
        (0..2).for_each(|_| outside.see("go"));
        assert!(stolen.await.unwrap_err().is_interruption());
        while store.inner.get(&id).unwrap().end.is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(store.inner.get(&id).unwrap().end, Some(Ok("15".into())));
    });
}

/// A store that takes its time for commits.
#[derive(Clone, Default)]
struct Late {
    inner: MemoryStore,
    seconds: Arc<AtomicU64>,
}

impl Around for Late {
    fn inner(&self) -> &dyn Store {
        &self.inner
    }

    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let (inner, seconds) = (self.inner.clone(), self.seconds.load(Ordering::SeqCst));
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            inner.commit(commit).await
        })
    }
}

#[task(callback)]
async fn decide(outside: Res<Outside>, context: TaskContext) -> Result<Pending<u64>, Failure> {
    outside.see(context.token.as_deref().unwrap());
    Ok(Pending::new())
}

#[task]
async fn long(outside: Res<Outside>) -> Result<u64, Failure> {
    outside.see("long");
    tokio::time::sleep(Duration::from_secs(600)).await;
    Ok(1)
}

#[workflow]
async fn decided(number: u64) -> Result<u64, Failure> {
    let (one, other) = join!(decide(), long()).await?;
    Ok(one + other + number)
}

/// An engine looks for what is due, and finds an execution whose answer another one of its process takes at that time.
#[tokio::test(start_paused = true)]
async fn an_engine_takes_nothing_from_another_that_has_it() {
    let (outside, store) = (Outside::default(), Late::default());
    let builder = || Engine::builder().workflow::<decided>().resource(outside.clone());
    let owner = builder().store(store.clone()).build();
    let looks = builder().store(store.clone()).build();
    drop(looks.recover().await.unwrap());
    let execution = owner.start_json_as::<decided>("1", Some("one"));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let token = outside.0.lock().unwrap().iter().find(|it| *it != "long").cloned().unwrap();
    store.seconds.store(100, Ordering::SeqCst);
    owner.complete(&token, 7).await.unwrap();
    tokio::time::sleep(Duration::from_secs(99)).await;
    store.seconds.store(0, Ordering::SeqCst);
    assert_eq!(execution.await.as_deref(), Ok("9"));
    assert_eq!(outside.count("long"), 1);
}

/// Retention removes an execution that another one has not heard of the end of: what it did is not done again.
#[test]
fn what_was_removed_before_its_caller_heard_of_it_does_not_begin_anew() {
    let (outside, store) = (Outside::default(), Gate::open());
    let id = format!("{PLACE}:with_passing:p");
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<with_passing>("5", Some("p")));
        outside.until("pack").await;
        // It has written that the call was taken.
        tokio::time::sleep(Duration::from_millis(100)).await;
    });
    first.shutdown_background();
    (0..9).for_each(|_| outside.see("go"));
    process().block_on(async {
        let engine = engine(&outside, &store);
        let children = Query { machine: Some("passing".into()), ..Query::default() };
        let child = store.inner.list(children).await.unwrap().executions[0].begun.id.clone();
        let output = engine.resume_workflow::<passing>(&child).await.await;
        assert!(output.is_ok(), "{output:?}");
        assert_eq!(store.inner.purge(&child).await, Ok(true));
        let failure = engine.resume_workflow::<with_passing>(&id).await.await.unwrap_err();
        assert_eq!(failure.error(), "States.Runtime");
        assert!(failure.reported().contains(&*child), "{failure:?}");
    });
    assert_eq!((outside.count("pack"), outside.count("charge")), (2, 1));
}
