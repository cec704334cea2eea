//! The process that is killed: it goes on with what it finds, starts more, answers and stops.

use crate::blind::{Blind, Early};
use crate::flows::World;
use crate::folder::Folder;
use crate::hold::{Holds, Point};
use crate::journal::{Journal, Line};
use crate::mark::Mark;
use crate::past::Past;
use crate::plan::{Documents, End, Kind, Plan};
use crate::random::Random;
use crate::soak::{Full, Soak};
use crate::watched::Watched;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use workflow::Engine;
use workflow_runtime::connector::AnswerError;
use workflow_runtime::store::{Query, Status, Store, StoreError, StoreResult};
use workflow_sqlite::Sqlite;

/// The bytes of the log at which it is written back: often.
const STEP: u64 = 192 << 10;
/// The time until what a full disk refused is asked for again.
const AGAIN: Duration = Duration::from_millis(200);
/// The time between two looks at what is open.
const LOOK: Duration = Duration::from_millis(10);

/// The orders of one process.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Orders {
    pub round: u64,
    pub seed: u64,
    /// The executions that are open at the same time; none are started without.
    pub open: usize,
    /// The point at which it stands still, and the passes before.
    pub hold: Option<(String, u64)>,
    pub blind: Option<String>,
    /// The seconds after which it ends in good order, with a disk that is full now and then, and pruning what has ended.
    pub soak: Option<u64>,
}

/// Runs until nothing is open, or until it is killed.
pub fn run(folder: &Folder, orders: &Orders) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let past = std::fs::read(folder.past()).map_err(|error| error.to_string())?;
    let past = serde_json::from_slice(&past).map_err(|error| error.to_string())?;
    let journal = Journal::open(&folder.journal()).map_err(|error| error.to_string())?;
    journal.note(&Line::Round(orders.round));
    let ended = runtime.block_on(Process::new(folder, orders, journal.clone())?.live(past));
    ended.map_err(|error| {
        journal.note(&Line::Wrong(format!("the store of process {}: {error}", orders.round)));
        error.to_string()
    })
}

struct Process {
    orders: Orders,
    world: World,
    store: Arc<dyn Store>,
    tokens: UnboundedReceiver<(u64, String)>,
    documents: Documents,
    random: Random,
    /// True while the disk is full.
    full: Arc<AtomicBool>,
    /// The starts that are not acknowledged yet: a list of the store need not have them.
    starting: Arc<AtomicUsize>,
}

impl Process {
    fn new(folder: &Folder, orders: &Orders, journal: Journal) -> Result<Self, String> {
        let store = Sqlite::options().log_step(STEP).open(folder.store());
        let store = store.map_err(|error| error.to_string())?;
        let (sender, tokens) = unbounded_channel();
        let hold = orders
            .hold
            .as_ref()
            .and_then(|(name, passes)| Point::named(name).map(|point| Holds::new(point, *passes)));
        let keys = orders.blind.as_deref().and_then(Blind::named) == Some(Blind::Keys);
        let world = World {
            journal,
            holds: Arc::new(hold.unwrap_or_default()),
            tokens: sender,
            salt: if keys { orders.round.to_string() } else { String::new() },
        };
        Ok(Process {
            random: Random::new(orders.seed, orders.round + 1),
            orders: orders.clone(),
            world,
            store: Arc::new(store),
            tokens,
            documents: Documents::new(),
            full: Arc::default(),
            starting: Arc::default(),
        })
    }

    async fn live(mut self, past: Past) -> StoreResult<()> {
        let found = self.find(&past.ended).await?;
        let engine = self.engine();
        let recovered = engine.recover().await?;
        for (begun, failure) in &recovered.left {
            self.wrong(format!("{} cannot go on: {failure}", begun.id));
        }
        // Nobody waits for them: those that wait for long leave memory.
        drop(recovered);
        self.world.journal.note(&Line::Ready);
        println!("ready");
        for plan in past.unacknowledged() {
            // A document is not started again by name.
            if plan.is_document() && found.contains(&plan.id()) {
                self.world.journal.note(&Line::Started(plan.number));
            } else {
                self.start(&engine, plan);
            }
        }
        for (call, token, values) in past.unanswered() {
            self.answer(&engine, call, token, values);
        }
        for plan in past.stoppable() {
            self.stop(&engine, plan);
        }
        let mut next = past.next;
        drop(past);
        let soak = self.orders.soak.map(|seconds| Soak::new(seconds, &self.full));
        loop {
            let starting = self.starting.load(Ordering::SeqCst);
            let open = self.open().await?;
            if let Some(soak) = &soak {
                soak.prune(&engine).await;
                if soak.is_over() && self.orders.open > 0 {
                    engine.shutdown(Duration::from_secs(1)).await;
                    return Ok(());
                }
            }
            let most = if soak.is_some() { self.starts(open) } else { self.orders.open };
            for _ in open..most {
                self.start(&engine, Plan::new(next));
                next += 1;
            }
            while let Ok((call, token)) = self.tokens.try_recv() {
                self.answer(&engine, call, token, 0);
            }
            if open == 0 && starting == 0 && self.orders.open == 0 {
                self.world.journal.note(&Line::Done);
                return Ok(());
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// The executions that may be open in a soak: one more at a time, and none while the disk is full.
    fn starts(&self, open: usize) -> usize {
        let more = usize::from(!self.full.load(Ordering::SeqCst));
        self.orders.open.min(open + more)
    }

    fn wrong(&self, why: String) {
        self.world.journal.note(&Line::Wrong(why));
    }

    fn engine(&self) -> Engine {
        let blind = self.orders.blind.as_deref().and_then(Blind::named);
        let inner = match blind {
            Some(Blind::Early) => Arc::new(Early::new(self.store.clone())),
            _ => self.store.clone(),
        };
        let inner = match self.orders.soak {
            Some(_) => Arc::new(Full { inner, full: self.full.clone() }),
            None => inner,
        };
        let watched = Watched::new(inner, self.world.clone());
        // No attempt is to blame for a kill.
        let builder = Engine::builder().crash_limit(u32::MAX).resource(self.world.clone());
        self.documents.register(builder.store(watched)).build()
    }

    /// Tells what is in the store.
    async fn find(&self, told: &HashSet<String>) -> StoreResult<HashSet<String>> {
        let (mut found, mut again) = (HashSet::new(), 0);
        let mut query = Query { items: true, limit: 1_000, ..Query::default() };
        loop {
            let page = self.store.list(query.clone()).await?;
            for known in page.executions {
                found.insert(known.begun.id.to_string());
                if told.contains(&*known.begun.id) {
                    again += 1;
                    continue;
                }
                self.world.journal.note(&Line::Found {
                    id: known.begun.id.to_string(),
                    number: known.number,
                    ended: known.status != Status::Running,
                    state: known.state.as_deref().unwrap_or_default().to_owned(),
                });
            }
            query.after = page.next;
            if query.after.is_none() {
                break;
            }
        }
        self.world.journal.note(&Line::FoundAll(again));
        Ok(found)
    }

    /// The number of open executions.
    async fn open(&self) -> StoreResult<usize> {
        let limit = 2 * self.orders.open.max(1);
        let query = Query { status: Some(Status::Running), limit, ..Query::default() };
        Ok(self.store.list(query).await?.executions.len())
    }

    /// Starts an execution, and waits for its result or lets it go on alone.
    fn start(&self, engine: &Engine, plan: Plan) {
        let journal = self.world.journal.clone();
        journal.note(&Line::Start(plan.number));
        let execution = plan.start(engine, &self.documents);
        let (engine, soak) = (engine.clone(), self.orders.soak.is_some());
        let starting = self.starting.clone();
        starting.fetch_add(1, Ordering::SeqCst);
        let begun = async move {
            let started = execution.started().await;
            starting.fetch_sub(1, Ordering::SeqCst);
            match started {
                Ok(()) => journal.note(&Line::Started(plan.number)),
                // The next process asks again.
                Err(failure) if soak && failure.is_interruption() => return,
                Err(failure) => {
                    journal.note(&Line::Wrong(format!("{} begins: {failure}", plan.id())))
                }
            }
            if plan.kind == Kind::Endless {
                stop(&engine, &journal, plan).await;
            } else if plan.number.is_multiple_of(3) {
                let ended = execution.ended().await;
                if let Some(why) = plan.end().differs(ended) {
                    journal.note(&Line::Wrong(format!("the handle of {}: {why}", plan.id())));
                }
            }
        };
        tokio::spawn(begun);
    }

    fn stop(&self, engine: &Engine, plan: Plan) {
        let (engine, journal) = (engine.clone(), self.world.journal.clone());
        tokio::spawn(async move { stop(&engine, &journal, plan).await });
    }

    /// Answers, after a while: once, and another time, which must be refused.
    fn answer(&mut self, engine: &Engine, call: u64, token: String, before: usize) {
        let (engine, world) = (engine.clone(), self.world.clone());
        let soak = self.orders.soak.is_some();
        let late = Duration::from_millis(self.random.below(60));
        let value = format!("{}<{}.{before}>", Mark(call, 1), self.orders.round);
        tokio::spawn(async move {
            tokio::time::sleep(late).await;
            let journal = &world.journal;
            journal.note(&Line::Answer { token: token.clone(), value: value.clone() });
            let mut taken = engine.complete(&token, &value).await;
            while soak && matches!(taken, Err(AnswerError::Store(_))) {
                tokio::time::sleep(AGAIN).await;
                taken = engine.complete(&token, &value).await;
            }
            match taken {
                Ok(()) => {
                    journal.note(&Line::Answered { token: token.clone(), value });
                    world.holds.at(Point::Answered).await;
                }
                Err(AnswerError::Closed(_)) => {
                    journal.note(&Line::Declined { token: token.clone() })
                }
                Err(error) => return journal.note(&Line::Wrong(format!("an answer: {error}"))),
            }
            if engine.complete(&token, "a second answer").await.is_ok() {
                journal.note(&Line::Wrong(format!("the token of {call} took a second answer")));
            }
        });
    }
}

/// Stops an execution, after a while.
async fn stop(engine: &Engine, journal: &Journal, plan: Plan) {
    tokio::time::sleep(Duration::from_millis(plan.number * 7 % 90)).await;
    let id = plan.id();
    journal.note(&Line::Stop(id.clone()));
    let mut stopped = engine.stop(&id, "Enough", "it has no end").await;
    while matches!(stopped, Err(StoreError::Stalled(_))) {
        tokio::time::sleep(AGAIN).await;
        stopped = engine.stop(&id, "Enough", "it has no end").await;
    }
    match stopped {
        Ok(_) => journal.note(&Line::Stopped(id)),
        Err(error) => journal.note(&Line::Wrong(format!("the stop of {id}: {error}"))),
    }
}

impl End {
    /// The reason why a result is not the one that must be; `None` if it is.
    fn differs(&self, ended: Result<serde_json::Value, workflow::Failure>) -> Option<String> {
        match (self, ended) {
            (_, Err(failure)) if failure.is_interruption() => None,
            (End::Failed(cause), Err(failure)) if failure.cause() == *cause => None,
            (End::Stopped, Err(failure)) if failure.error() == "Enough" => None,
            (_, Ok(output)) if self.fits(&output) => None,
            (expected, ended) => Some(format!("{ended:?}, expected {expected:?}")),
        }
    }
}
