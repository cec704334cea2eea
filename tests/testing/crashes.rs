//! Runs with crashes: bodies whose answers are lost.

use crate::flows::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::testing::Test;

/// Knows what it has charged: key, and number.
#[derive(Clone, Default)]
struct Books(Arc<Mutex<Vec<String>>>, Arc<AtomicUsize>);

#[task]
async fn book(books: Res<Books>, context: TaskContext, line: String) -> Result<String, Failure> {
    books.1.fetch_add(1, Ordering::SeqCst);
    let key = context.idempotency_key.to_string();
    let mut keys = books.0.lock().unwrap();
    let known = keys.iter().position(|known| *known == key);
    let number = known.unwrap_or(keys.len());
    if known.is_none() {
        keys.push(key);
    }
    Ok(format!("{number}: {line}"))
}

#[workflow]
async fn keep_books(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    let first = book("first".to_owned()).await?;
    sleep(Duration::from_secs(60)).await;
    let (mut all, one) =
        join!(map(lines, async |line| book(line).await).max_concurrency(1), book(first)).await?;
    all.push(one);
    Ok(all)
}

#[test]
fn a_crash_that_loses_an_answer_runs_the_body_again() {
    let books = Books::default();
    let test = Test::of::<keep_books>().resource(books.clone());
    let lines = || vec!["a".to_owned(), "b".to_owned()];
    let plain = test.run(lines());
    assert_eq!(books.1.load(Ordering::SeqCst), 4);
    // Each call has one key, in each run: the bodies run again, and book nothing twice.
    let run = test.clone().crash_everywhere().run(lines());
    run.assert_output(&plain.output());
    assert_eq!(books.0.lock().unwrap().len(), 4);
    assert!(books.1.load(Ordering::SeqCst) >= 4 + 4 + 4, "{books:?}", books = books.1);
}

#[test]
fn a_body_that_books_twice_is_found() {
    let test = Test::of::<fulfil>().resource(Bank(Arc::default())).runs_all().crash_everywhere();
    let why = message(|| drop(test.run(order())));
    let text = "the body of `charge` in state `Charge` answered \"0: 2 from visa\"; a crash lost that, and when it \
                ran again for the same call it answered \"1: 2 from visa\": what it has done must be found again";
    assert!(why.contains(text), "{why}");
}
