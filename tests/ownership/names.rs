//! A name stands for one execution, and the handles of it are handles of the same.

use super::*;

#[tokio::test]
async fn a_name_stands_for_one_execution() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let one = engine.start_json_as::<order>("1", Some("order-7"));
    let same = engine.start_json_as::<order>(" 1", Some("order-7"));
    let other = engine.start_json_as::<order>("500", Some("order-7"));
    assert_eq!(one.id(), same.id());
    let failure = other.await.unwrap_err();
    assert_eq!(failure.error(), "ExecutionAlreadyExists");
    assert_eq!(failure.cause(), format!("Execution Already Exists: '{PLACE}:order:order-7'"));
    assert_eq!((&*one.await.unwrap(), &*same.await.unwrap()), ("3", "3"));

    // The same once it has ended, and in another engine.
    let order = format!("{PLACE}:order:order-7");
    let history = store.inner.history(&order, 1, u32::MAX).await.unwrap();
    let events = history.last().unwrap().last as usize;
    let again = self::engine(&outside, &store);
    for engine in [engine, again] {
        let mut ended = engine.start_json_as::<order>("1", Some("order-7"));
        assert_eq!(&*(&mut ended).await.unwrap(), "3");
        assert_eq!((ended.status(), ended.history().len()), (Status::Succeeded, events));
        let other = engine.start_json_as::<order>("2", Some("order-7")).await;
        assert_eq!(other.unwrap_err().error(), "ExecutionAlreadyExists");
    }
    assert_eq!(store.inner.history(&order, 1, u32::MAX).await.unwrap(), history);
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 1));
}

#[tokio::test]
async fn names_are_free_again_without_a_store() {
    let outside = Outside::default();
    let engine = Engine::builder().resource(outside.clone()).build();
    let one = engine.start_json_as::<order>("1", Some("a"));
    assert_eq!(
        engine.start_json_as::<order>("2", Some("a")).await.unwrap_err().error(),
        "ExecutionAlreadyExists"
    );
    assert_eq!(&*one.await.unwrap(), "3");
    assert_eq!(&*engine.start_json_as::<order>("2", Some("a")).await.unwrap(), "4");
}

#[test]
fn a_start_under_the_name_of_a_lost_execution_continues_it() {
    let (outside, store) = (Outside::default(), Gate::open());
    let first = process();
    first.block_on(async {
        drop(engine(&outside, &store).start_json_as::<hanging>("5", Some("a")));
        outside.until("pack").await;
    });
    first.shutdown_background();
    process().block_on(async {
        let again = engine(&outside, &store).start_json_as::<hanging>("5", Some("a"));
        assert_eq!(&*again.await.unwrap(), "7");
    });
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 2));
}

#[tokio::test]
async fn names_may_hold_slashes() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let _running = engine.start_json_as::<hanging>("1", Some("2026/07/order-1"));
    outside.until("pack").await;
    let unfinished = engine.unfinished().await.unwrap();
    assert_eq!(unfinished.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["2026/07/order-1"]);
}

#[tokio::test]
async fn resuming_what_runs_gives_another_handle() {
    let (outside, store) = (Outside::default(), Gate::open());
    let engine = engine(&outside, &store);
    let one = engine.start_json_as::<order>("1", Some("a"));
    outside.until("charge").await;
    let two = engine.resume_workflow::<order>(one.id()).await;
    let three = engine.resume_workflow::<order>(one.id()).await;
    drop(three);
    assert_eq!((&*one.await.unwrap(), two.await.unwrap()), ("3", 3));
    assert_eq!((outside.count("charge"), outside.count("pack")), (1, 1));
}

#[test]
fn who_awaits_a_chain_gets_its_end_after_any_crash() {
    let whole = 12;
    for commits in 1..=whole {
        let (outside, store) = (Outside::default(), Gate::closing_after(commits));
        let (first, id) = (process(), format!("{PLACE}:pages:c"));
        let ended = first.block_on(async {
            let engine = engine(&outside, &store);
            let run = engine.start_json_as::<pages>(r#"{"number":0,"last":3}"#, Some("c"));
            tokio::time::timeout(Duration::from_millis(60), run).await.is_ok()
        });
        first.shutdown_background();
        assert!(!ended || commits > 4, "{commits}");
        store.reopen();
        process().block_on(async {
            let engine = engine(&outside, &store);
            let result = engine.resume_workflow::<pages>(&id).await.await;
            assert_eq!(result.unwrap(), 300, "after {commits} commits");
            assert!(engine.unfinished().await.unwrap().is_empty(), "after {commits} commits");
        });
        for page in 0..=3 {
            assert!(
                matches!(outside.count(&format!("page {page}")), 1 | 2),
                "after {commits} commits"
            );
        }
    }
}

#[tokio::test]
async fn the_name_of_a_chain_stands_for_its_end() {
    let (outside, store) = (Outside::default(), Gate::open());
    for _ in 0..3 {
        let engine = engine(&outside, &store);
        let run = engine.start_json_as::<pages>(r#"{"number":0,"last":3}"#, Some("c"));
        assert_eq!(&*run.await.unwrap(), "300");
    }
    assert!((0..=3).all(|page| outside.count(&format!("page {page}")) == 1));
}
