//! One process: an engine on the store, with whoever answers outside, until it is lost or all has ended.

use crate::point::Point;
use crate::world::World;
use std::collections::BTreeMap;
use std::time::Duration;
use workflow::engine::Limits;
use workflow::{Engine, Failure, Workflow};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::history::HistoryEvent;
use workflow_runtime::store::{Query, Status};

/// The longest real time of a process.
const PATIENCE: Duration = Duration::from_secs(20);

/// The events of all executions, by their ARNs, and the status of each.
pub type Histories = BTreeMap<String, (Status, Vec<HistoryEvent>)>;

/// Everything that a process after the other works on.
#[derive(Clone)]
pub struct Place {
    pub seed: u64,
    pub world: World,
    pub clock: VirtualClock,
    pub objects: MemoryObjects,
}

impl Place {
    pub fn new(seed: u64) -> Self {
        let (clock, objects) = Default::default();
        Place { seed, world: World::new(seed), clock, objects }
    }

    /// Runs the execution of this name in a process. Returns what it came to; `None` if the process was lost before.
    pub fn process<W: Workflow<Input = u64>>(
        &self,
        store: &Point,
        name: &str,
    ) -> Option<Result<String, Failure>> {
        let engine = Engine::builder()
            .clock(self.clock.clone())
            .seed(self.seed)
            .limits(Limits::Aws)
            .crash_limit(u32::MAX)
            .objects(self.objects.clone())
            .resource(self.world.clone())
            .store(store.clone())
            .workflow::<W>()
            .build();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime
            .block_on(async {
                let run = async {
                    let recovered = engine.recover().await.unwrap();
                    assert!(recovered.left.is_empty(), "{:?}", recovered.left[0].1);
                    let execution = engine.start_json_as::<W>(&self.input(), Some(name));
                    let result = execution.await.map(|text| text.to_string());
                    // Those that nobody waits for end, too.
                    for other in recovered.running {
                        let _ = other.await;
                    }
                    result
                };
                tokio::select! {
                    biased;
                    () = store.lost() => None,
                    result = run => Some(result),
                    () = self.world.answer(&engine) => None,
                    () = tokio::time::sleep(PATIENCE) => None,
                }
            })
            .filter(|result| !result.as_ref().is_err_and(Failure::is_interruption))
    }

    fn input(&self) -> String {
        (self.seed % 5 + 1).to_string()
    }
}

/// All executions as a store has them.
pub fn histories(store: &Point) -> Histories {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let engine = Engine::builder().store(store.inner.clone()).build();
        let query = Query { items: true, limit: 10_000, ..Query::default() };
        let mut all = BTreeMap::new();
        for known in engine.executions(query).await.unwrap().executions {
            let events = engine.events(&known.begun.id, 1, u32::MAX).await.unwrap();
            all.insert(known.begun.id.to_string(), (known.status, events));
        }
        all
    })
}
