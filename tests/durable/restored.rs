//! A store that is restored from a backup: the same secret, tokens and keys; it goes on from the moment of the backup.

use crate::until::until;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::store::Query;
use workflow_runtime::Engine;
use workflow_sqlite::Sqlite;

/// The world outside, which no backup sets back.
#[derive(Clone, Default)]
struct World {
    tokens: Arc<Mutex<Vec<String>>>,
    keys: Arc<Mutex<Vec<String>>>,
}

#[task(callback)]
async fn ask(world: Res<World>, context: TaskContext) -> Result<Pending<u32>, Failure> {
    world.tokens.lock().unwrap().push(context.token.as_deref().unwrap().to_owned());
    Ok(Pending::new())
}

#[task]
async fn act(world: Res<World>, context: TaskContext, by: u32) -> Result<u32, Failure> {
    world.keys.lock().unwrap().push(context.idempotency_key.to_string());
    Ok(by * 2)
}

#[workflow]
async fn approved(order: u32) -> Result<u32, Failure> {
    let by = ask().await?;
    let done = act(by).await?;
    Ok(order + done)
}

/// A folder of its own, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("workflow-restored-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn engine(world: &World, store: &Sqlite) -> Engine {
    Engine::builder().workflow::<approved>().resource(world.clone()).store(store.clone()).build()
}

#[tokio::test]
async fn an_engine_goes_on_from_a_backup() {
    let (folder, world) = (Folder::new(), World::default());
    let copy = folder.0.join("copy.db");
    {
        let store = Sqlite::open(folder.0.join("orders.db")).unwrap();
        let engine = engine(&world, &store);
        let execution = engine.start_workflow_as::<approved>(100, "order-7");
        until("the token is out", async || !world.tokens.lock().unwrap().is_empty()).await;
        execution.started().await.unwrap();
        store.backup(&copy).await.unwrap();
        // What the backup does not know: an answer, its effect, another execution.
        let token = world.tokens.lock().unwrap()[0].clone();
        engine.complete(&token, 3).await.unwrap();
        assert_eq!(execution.await.unwrap(), 106);
        engine.start_workflow_as::<approved>(200, "order-8").started().await.unwrap();
        engine.shutdown(std::time::Duration::ZERO).await;
    }
    // The file is lost, and its copy takes its place.
    let store = Sqlite::open(&copy).unwrap();
    let engine = engine(&world, &store);
    let mut recovered = engine.recover().await.unwrap();
    assert!(recovered.left.is_empty());
    let names: Vec<_> = recovered.running.iter().map(|it| it.name().to_owned()).collect();
    assert_eq!(names, ["order-7"]);
    let page = engine.executions(Query::default()).await.unwrap();
    assert_eq!(page.executions.len(), 1, "nobody knows of order-8");

    // The token that was handed out before is good, and is answered once more.
    let token = world.tokens.lock().unwrap()[0].clone();
    engine.complete(&token, 4).await.unwrap();
    let output = recovered.running.remove(0).await.unwrap();
    assert_eq!(&*output.text().unwrap(), "108");
    assert!(engine.complete(&token, 5).await.is_err(), "once");
    // The task ran again, under the key that it had.
    let keys = world.keys.lock().unwrap().clone();
    assert_eq!(keys.len(), 2);
    assert_eq!(keys[0], keys[1]);
}
