//! The syncs that an execution waits for: how much longer it takes where each commit takes long.

use crate::drive;
use crate::flows::{quiet, sequence};
use crate::rows::{Row, Rows};
use crate::settings::Settings;
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow::store::{Around, Commit, MemoryStore, Store, StoreError};
use workflow::{Engine, Workflow};
use workflow_runtime::task::BoxFuture;

const LONG: Duration = Duration::from_millis(50);

/// A store whose commits take long.
#[derive(Clone, Default)]
struct Slow(Arc<MemoryStore>);

impl Around for Slow {
    fn inner(&self) -> &dyn Store {
        &*self.0
    }
    fn commit(&self, commit: Commit) -> BoxFuture<Result<(), StoreError>> {
        let written = self.0.commit(commit);
        Box::pin(async move {
            tokio::time::sleep(LONG).await;
            written.await
        })
    }
}

pub fn run(_: &Settings, rows: &mut Rows) {
    rows.add(
        Row::new("path")
            .aim(
                "ten_tasks",
                waits::<sequence>(1),
                "11: ten tasks (the start goes with the first) and the end",
            )
            .aim(
                "wait_map_parallel_choice",
                waits::<quiet>(vec![1, 2, 3, 4]),
                "none but the end, and what is on its way then: 1 or 2",
            ),
    );
}

/// The commits that an execution waits for, one after the other.
fn waits<W: Workflow>(input: W::Input) -> f64 {
    let engine = Engine::builder().store(Slow::default()).build();
    let begin = Instant::now();
    drive::runtime().block_on(async { engine.run::<W>(input).await }).unwrap();
    (begin.elapsed().as_secs_f64() / LONG.as_secs_f64()).floor()
}
