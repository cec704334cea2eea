//! Maps: what is billed, and mocks of one that is retried.

use std::sync::atomic::{AtomicUsize, Ordering};
use workflow::engine::Answer;
use workflow::history::Trace;
use workflow::prelude::*;
use workflow::testing::Test;

#[task]
async fn weigh(item: String) -> Result<u64, Failure> {
    Ok(item.len() as u64)
}

/// Weighs all, and once more where a scale is busy.
#[workflow]
async fn weigh_all(items: Vec<String>) -> Result<u64, Failure> {
    let again = map(items, async |item| weigh(item).await)
        .retry(Retry::on(&["Busy"]).interval(1).max_attempts(2))
        .await?;
    Ok(again.iter().sum())
}

/// Each state entered, and each retry, of a Map as a whole.
#[tokio::test]
async fn what_is_billed_is_counted() {
    let items = || vec!["a".to_owned(), "bc".to_owned()];
    let calm = Test::of::<weigh_all>().mock::<weigh>(|call| call.returns(2));
    // The Map, and its two items.
    assert_eq!(calm.run(items()).billed_transitions(), 3);
    let calls = AtomicUsize::new(0);
    let busy = move |_| match calls.fetch_add(1, Ordering::SeqCst) {
        1 | 3 => Answer::fail(Failure::new("Busy", "")).after(Duration::ZERO),
        _ => Answer::ok(2).after(Duration::from_secs(1)),
    };
    let engine = Engine::builder().virtual_time().mock(busy).build();
    let mut execution = engine.start_workflow::<weigh_all>(items());
    assert_eq!((&mut execution).await, Ok(4));
    // Twice more the Map begins again, and its two items.
    let trace = Trace::of(&execution.history());
    assert_eq!(trace.billed_transitions(), 3 + 2 * 3);
    assert_eq!(trace.visits.iter().filter(|visit| trace.items(visit) == "[1]").count(), 3);
}

const WHEN_BUSY: Retry = Retry::on(&["Busy"]).max_attempts(2);

#[task]
async fn scale(parcel: u32) -> Result<u32, Failure> {
    unimplemented!("asks the scales for {parcel}")
}

#[workflow]
async fn scale_all(parcels: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(parcels, async |parcel| scale(parcel).await).retry(WHEN_BUSY).await
}

/// Calls of a Map that is retried are other calls: a mock goes on with its next step.
#[test]
fn a_retried_map_gets_new_answers() {
    let busy = Failure::new("Busy", "later");
    let test = Test::of::<scale_all>()
        .mock::<scale>(move |call| call.fails_with(busy).times(2).then().answers(|it| Ok(it * 10)));
    let run = test.run(vec![1]);
    run.assert_output(&vec![10]);
    assert_eq!(run.calls::<scale>().attempts(), 3);
    test.assert_same([vec![1], vec![1, 2]]);
    test.clone().crash_everywhere().run(vec![1, 2, 3]);
}

#[task]
async fn stored(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

/// Fails in an item, where Rust and JSONata have words of their own for it.
#[workflow]
async fn far(list: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(list, async |n| {
        let far = n + 60;
        stored(far).await
    })
    .distributed()
    .await
}

#[test]
fn the_words_of_a_fault_in_an_item_may_differ() {
    let test = Test::of::<far>().runs_all();
    assert_eq!(test.assert_same([vec![u32::MAX], vec![1]]).well, 1);
}
