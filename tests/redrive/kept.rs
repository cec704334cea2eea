//! Redrives of what a store has: by name, by age, of documents, and of executions without scopes.

use super::*;

/// A start under the name of a redriven execution means that one, with the token of its redrive.
#[tokio::test]
async fn a_start_by_name_goes_on_with_a_redrive() {
    let (store, bank) = (MemoryStore::default(), Bank::default());
    let process = |store: MemoryStore, bank: Bank, redrives: bool| {
        let process = std::thread::spawn(move || {
            let process = tokio::runtime::Builder::new_current_thread().enable_all().build();
            process.unwrap().block_on(async {
                let engine = builder(&store, &bank).build();
                let execution = engine.start_json_as::<approved>("3", Some("one"));
                let id = execution.id().to_owned();
                if redrives {
                    execution.stop("Enough", "").await;
                    bank.tokens.lock().unwrap().clear();
                    drop(engine.redrive(&id).await.unwrap());
                }
                while bank.tokens.lock().unwrap().is_empty() {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            });
        });
        process.join().unwrap();
    };
    process(store.clone(), bank.clone(), false);
    bank.tokens.lock().unwrap().clear();
    process(store.clone(), bank.clone(), true);
    let token = bank.tokens.lock().unwrap()[0].clone();
    let engine = builder(&store, &bank).build();
    let execution = engine.start_json_as::<approved>("3", Some("one"));
    tokio::time::sleep(Duration::from_millis(20)).await;
    engine.complete(&token, 5_u64).await.unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(5), execution).await;
    assert_eq!(&*ended.unwrap().unwrap(), "5");
}

#[tokio::test]
async fn old_executions_are_not_redriven() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).build();
    let (id, _) = fail::<sale>(&engine, "2").await;
    bank.open();
    let later = |days: i64| {
        let now = Timestamp::now().as_second() + 86_400 * days;
        VirtualClock::at(Timestamp::from_second(now).unwrap())
    };
    let old = builder(&store, &bank).clock(later(15)).build();
    let why = refused(redrive(&old, &id).await);
    assert!(why.starts_with("it ended more than 14 days ago"), "{why}");
    assert_eq!(redrive(&builder(&store, &bank).clock(later(13)).build(), &id).await.unwrap(), "43");
}

#[tokio::test]
async fn a_document_knows_of_its_redrives() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let document = serde_json::json!({
        "QueryLanguage": "JSONata", "StartAt": "Charge", "States": {
            "Charge": {
                "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": { "FunctionName": "charge", "Payload": "{% $states.input %}" },
                "Assign": { "paid": "{% $states.result.Payload %}" }, "Next": "Tell"
            },
            "Tell": {
                "Type": "Pass", "End": true,
                "Output": "{% $states.context.Execution.[RedriveCount, $exists(RedriveTime), $paid] %}"
            }
        }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    let tasks = <hasty as workflow::Workflow>::tasks();
    let compiled = Arc::new(Compiled::new(document, &tasks).unwrap());
    let engine = Engine::builder().store(store.clone()).resource(bank.clone());
    let engine = engine.document("bill", compiled.clone()).build();
    let open = |identity: &_| {
        let context = Context::from(identity);
        Ok(Interpreted::start(compiled, Arc::new(serde_json::json!(7)), context) as Box<_>)
    };
    let execution = engine.start(open, "bill", Some("one"), Some("7".into()));
    let id = execution.id().to_owned();
    assert_eq!(execution.await.unwrap_err().error(), "Closed");
    assert_eq!(redrive(&engine, &id).await.unwrap_err().error(), "Closed");
    bank.open();
    assert_eq!(redrive(&engine, &id).await.unwrap(), "[2,true,8]");
}

/// An input that nobody gave, as the first state of a document sees it: a redrive begins it with the same.
#[tokio::test]
async fn a_document_that_was_started_without_an_input_has_the_same_again() {
    let document = serde_json::json!({
        "QueryLanguage": "JSONata", "StartAt": "Tell", "States": { "Tell": {
            "Type": "Fail", "Error": "Told",
            "Cause": "{% $string([$states.input, $states.context.Execution.Input]) %}"
        } }
    });
    let document = workflow::Definition::from_json(&document.to_string()).unwrap();
    let compiled = Arc::new(Compiled::new(document, &[]).unwrap());
    let store = MemoryStore::default();
    let engine = Engine::builder().store(store.clone()).document("tell", compiled.clone()).build();
    let open = |identity: &_| {
        let input = Arc::new(serde_json::json!({}));
        Ok(Interpreted::start(compiled, input, Context::from(identity)) as Box<_>)
    };
    let execution = engine.start(open, "tell", Some("one"), None);
    let id = execution.id().to_owned();
    let first = execution.await.unwrap_err();
    assert_eq!((first.error(), &*first.cause()), ("Told", "[{},{}]"));
    let again = redrive(&engine, &id).await.unwrap_err();
    assert_eq!((again.error(), &*again.cause()), ("Told", "[{},{}]"));
}

/// A store of before: it kept no scopes of what failed.
#[derive(Clone)]
struct Forgetful(MemoryStore);

impl Around for Forgetful {
    fn inner(&self) -> &dyn Store {
        &self.0
    }

    fn load(&self, execution: &str) -> BoxFuture<Result<Option<Saved>, StoreError>> {
        let loaded = self.0.load(execution);
        Box::pin(async move {
            let saved = loaded.await?;
            Ok(saved.map(|saved| Saved { scopes: BTreeMap::new(), ..saved }))
        })
    }
}

#[tokio::test]
async fn what_has_lost_its_scopes_does_not_begin_anew() {
    let (store, bank) = (MemoryStore::default(), Bank::closed());
    let engine = builder(&store, &bank).store(Forgetful(store.clone())).build();
    let (id, _) = fail::<sale>(&engine, "2").await;
    bank.open();
    let failure = redrive(&engine, &id).await.unwrap_err();
    assert!(failure.cause().contains("the checkpoint lacks the scope []"), "{failure}");
    assert_eq!(bank.calls(), [""; 0]);
}
