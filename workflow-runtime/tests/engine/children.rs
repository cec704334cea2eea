//! Children: branches of a Parallel and items of a Map.

use super::*;

#[tokio::test]
async fn children_are_joined_in_order() {
    let running = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let seen = running.clone();
    let mock = move |call: TaskCall| {
        let seen = seen.clone();
        Answer::future(async move {
            if call.name == "item" {
                let now = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
                seen.1.fetch_max(now, Ordering::SeqCst);
                tokio::task::yield_now().await;
                seen.0.fetch_sub(1, Ordering::SeqCst);
            }
            let value = call.input.json()?.as_i64().unwrap();
            Ok(Payload::live(value * 10))
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let (result, _) = play(&engine, &forked(), json!([1, 2, 3, 4, 5])).await;
    assert_eq!(result.unwrap(), json!([[10, 20, 30, 40, 50], 150]));
    assert_eq!(running.1.load(Ordering::SeqCst), 2, "items at the same time");
}

#[tokio::test]
async fn calls_have_paths_and_ordinals() {
    let seen = Arc::new(std::sync::Mutex::new(vec![]));
    let calls = seen.clone();
    let mock = move |call: TaskCall| {
        calls.lock().unwrap().push((call.name, call.path, call.ordinal, call.attempt));
        Answer::outcome(Ok(call.input)).after(Duration::ZERO)
    };
    play(&engine().mock(mock).build(), &forked(), json!([1, 2])).await.0.unwrap();
    let expected = vec![
        ("item", vec![(0, 0), (0, 0)], 0, 1),
        ("item", vec![(0, 0), (0, 1)], 0, 1),
        ("other", vec![(0, 1)], 0, 1),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[tokio::test]
async fn a_failing_branch_cancels_its_siblings() {
    let dropped = Arc::new(AtomicUsize::new(0));
    let count = dropped.clone();
    let mock = move |call: TaskCall| {
        let guard = Dropped(count.clone());
        Answer::future(async move {
            if call.name == "other" {
                return Err(Failure::new("Bad", "luck"));
            }
            std::future::pending::<()>().await;
            drop(guard);
            Ok(call.input)
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let (result, history) = play(&engine, &forked(), json!([1, 2, 3])).await;
    assert_eq!(result.unwrap_err(), Failure::new("Bad", "luck"));
    // Two items ran, the third never started, and the failing branch itself is gone.
    assert_eq!(dropped.load(Ordering::SeqCst), 3);
    let aborted: Vec<_> =
        types(&history).into_iter().filter(|kind| kind.contains("Aborted")).collect();
    let expected = [
        "TaskStateAborted",
        "MapIterationAborted",
        "TaskStateAborted",
        "MapIterationAborted",
        "TaskStateAborted",
        "MapStateAborted",
    ];
    assert_eq!(aborted, expected);
}

#[tokio::test]
async fn a_map_that_is_retried_starts_its_items_again() {
    let map = retry(state("Items", Kind::Map), &[Retry::on(&["Bad"])]);
    let program = Program::new(vec![
        (map, Node::Map { start: 1, width: 0, next: END, catch: vec![] }),
        (task("item"), next(END)),
    ]);
    let calls = Arc::new(AtomicUsize::new(0));
    let seen = calls.clone();
    let mock = move |call: TaskCall| match seen.fetch_add(1, Ordering::SeqCst) {
        2 => Answer::fail(Failure::new("Bad", "")).after(Duration::ZERO),
        _ => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
    };
    let (result, history) = play(&engine().mock(mock).build(), &program, json!([1, 2, 3, 4])).await;
    assert_eq!(result.unwrap(), json!([1, 2, 3, 4]));
    assert_eq!(calls.load(Ordering::SeqCst), 7);
    assert_eq!(times(&history, "MapStateStarted"), [0.0, 1.0]);
}

#[tokio::test]
async fn a_large_map_is_linear_and_lazy() {
    let program = Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 0, next: 2, catch: vec![] }),
        (task("item"), next(END)),
        (state("Sum", Kind::Pass), Node::Pass(sum, END)),
    ]);
    for (count, history) in [(40_000, History::Off), (4000, History::Events)] {
        let engine = Engine::builder().limits(Limits::Off).history(history).build();
        let items: Vec<_> = (0..count).collect();
        let (result, events) = play(&engine, &program, json!(items)).await;
        assert_eq!(result.unwrap(), json!(count * (count - 1) / 2));
        let expected = if history == History::Off { 0 } else { 4000 * 7 + 8 };
        assert_eq!(events.len(), expected);
    }
}
