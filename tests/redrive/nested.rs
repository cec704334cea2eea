//! Nested executions of an execution that is redriven.

use super::*;

#[tokio::test]
async fn a_nested_execution_is_begun_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<around>(&engine, "2").await;
    assert_eq!(bank.open().len(), 2);
    assert_eq!(redrive(&engine, &id).await.unwrap(), "22");
    assert_eq!(bank.calls().len(), 1);
    let children = Query { machine: Some("hasty".into()), ..Query::default() };
    let children = store.list(children).await.unwrap().executions;
    let ends: Vec<_> = children.iter().map(|it| it.status).collect();
    assert_eq!(ends, [Status::Failed, Status::Succeeded]);
}

/// The nested executions, the first one first.
async fn children(store: &MemoryStore, machine: &str) -> Vec<(String, Status)> {
    let query = Query { machine: Some(machine.into()), ..Query::default() };
    let found = store.list(query).await.unwrap().executions;
    found.iter().map(|it| (it.begun.id.to_string(), it.status)).collect()
}

/// A parent that fails while its nested execution waits for an answer: its ARN, and the token.
async fn parted(engine: &Engine, bank: &Bank) -> (String, String) {
    let execution = engine.start_json_as::<guarded>("3", Some("one"));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().error(), "Closed");
    until(async || !bank.tokens.lock().unwrap().is_empty()).await;
    bank.open();
    (id, bank.tokens.lock().unwrap()[0].clone())
}

#[tokio::test]
async fn a_nested_execution_that_still_runs_is_waited_for() {
    for redrives in [1, 3] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).build();
        let (id, token) = parted(&engine, &bank).await;
        for _ in 1..redrives {
            bank.closed.store(true, Ordering::SeqCst);
            assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "Closed");
            bank.open();
        }
        let execution = engine.redrive(&id).await.unwrap();
        until(async || !bank.calls.lock().unwrap().is_empty()).await;
        engine.complete(&token, 5_u64).await.unwrap();
        assert_eq!(&*execution.await.unwrap().text().unwrap(), "9");
        assert!(bank.calls().iter().all(|call| call.starts_with("charge 3")));
        let children = children(&store, "approved").await;
        assert_eq!(children.len(), 1, "{redrives} redrives: {children:?}");
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// So it is in another process, which has the execution from the store; and where that is lost right after.
#[tokio::test]
async fn a_nested_execution_is_waited_for_over_crashes() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let process = |work: fn(Engine, Bank) -> Work| {
        let (store, bank) = (store.clone(), bank.clone());
        std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async { work(builder(&store, &bank).build(), bank).await });
        })
        .join()
        .unwrap();
    };
    process(|engine, bank| Box::pin(async move { drop(parted(&engine, &bank).await) }));
    process(|engine, bank| {
        Box::pin(async move {
            let query = Query { machine: Some("guarded".into()), ..Query::default() };
            let id = engine.executions(query).await.unwrap().executions[0].begun.id.clone();
            drop(engine.redrive(&id).await.unwrap());
            until(async || !bank.calls.lock().unwrap().is_empty()).await;
        })
    });
    let engine = builder(&store, &bank).build();
    let recovered = engine.recover().await.unwrap();
    assert!(recovered.left.is_empty());
    let token = bank.tokens.lock().unwrap()[0].clone();
    engine.complete(&token, 5_u64).await.unwrap();
    let (id, _) = children(&store, "guarded").await.remove(0);
    until(async || store.describe(&id).await.unwrap().unwrap().end.is_some()).await;
    assert_eq!(&*store.describe(&id).await.unwrap().unwrap().end.unwrap().unwrap(), "9");
    assert_eq!(children(&store, "approved").await.len(), 1);
    assert_eq!(bank.tokens.lock().unwrap().len(), 1, "it was asked once");
}

#[tokio::test]
async fn the_result_of_a_nested_execution_that_succeeded_is_taken() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, token) = parted(&engine, &bank).await;
    engine.complete(&token, 5_u64).await.unwrap();
    until(async || children(&store, "approved").await[0].1 == Status::Succeeded).await;
    assert_eq!(redrive(&engine, &id).await.unwrap(), "9");
    assert!(bank.calls().iter().all(|call| call.starts_with("charge 3")));
    assert_eq!(children(&store, "approved").await.len(), 1);
}

/// One that failed is left as it is; but it may be redriven first.
#[tokio::test]
async fn a_nested_execution_may_be_redriven_before_its_caller() {
    for first in [false, true] {
        let (store, bank) = (MemoryStore::default(), Bank::closed());
        let engine = builder(&store, &bank).build();
        let (id, token) = parted(&engine, &bank).await;
        engine.fail(&token, Failure::new("No", "not this time")).await.unwrap();
        until(async || children(&store, "approved").await[0].1 == Status::Failed).await;
        if first {
            let (child, _) = children(&store, "approved").await.remove(0);
            drop(engine.redrive(&child).await.unwrap());
        }
        let execution = engine.redrive(&id).await.unwrap();
        until(async || bank.tokens.lock().unwrap().len() == 2).await;
        let token = bank.tokens.lock().unwrap()[1].clone();
        engine.complete(&token, 6_u64).await.unwrap();
        assert_eq!(&*execution.await.unwrap().text().unwrap(), "10");
        let ends: Vec<_> =
            children(&store, "approved").await.into_iter().map(|(_, status)| status).collect();
        match first {
            false => assert_eq!(ends, [Status::Failed, Status::Succeeded]),
            true => assert_eq!(ends, [Status::Succeeded]),
        }
    }
}
