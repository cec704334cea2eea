//! The world outside of processes: what was done in it, and who answers.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use workflow::prelude::*;
use workflow_runtime::Engine;

/// What survives a crash besides the store.
#[derive(Clone, Default)]
pub struct World(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    seed: u64,
    /// Put behind the keys of this process: nothing, unless the check is to fail.
    salt: String,
    /// How often something took effect, by its idempotency key.
    effects: BTreeMap<String, u32>,
    /// What is asked, by its token; `None` once it is answered.
    asked: BTreeMap<String, Option<u64>>,
}

impl World {
    pub fn new(seed: u64) -> Self {
        let world = World::default();
        world.lock().seed = seed;
        world
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn salt(&self, salt: &str) {
        self.lock().salt = salt.to_owned();
    }

    pub fn effects(&self) -> BTreeMap<String, u32> {
        self.lock().effects.clone()
    }

    /// Takes effect. Returns a number that is always the same for this call and attempt.
    fn act(&self, context: &TaskContext) -> u64 {
        let mut seen = self.lock();
        let key = format!("{}/{}{}", context.idempotency_key, context.attempt, seen.salt);
        let luck = key.bytes().fold(seen.seed, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23)
        });
        *seen.effects.entry(key).or_default() += 1;
        luck >> 7
    }

    /// Answers whoever asks, for ever. A token is answered again until the answer is acknowledged.
    pub async fn answer(&self, engine: &Engine) {
        loop {
            let open =
                self.lock().asked.iter().find_map(|(token, it)| Some((token.clone(), (*it)?)));
            if let Some((token, of)) = open {
                // One that is not known has been answered before a crash, or its call is not written.
                let _ = engine.complete(&token, of + 100).await;
                self.lock().asked.insert(token, None);
            }
            tokio::task::yield_now().await;
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Refused {
    Refused { of: u64 },
}

const OFTEN: Retry = Retry::on(&["Throttled"]).interval(2).backoff_rate(1.5).max_attempts(6);

/// Fails now and then, and is tried again.
#[task(retry = OFTEN)]
pub async fn work(world: Res<World>, context: TaskContext, of: u64) -> Result<u64, Failure> {
    match world.act(&context) % 5 {
        0 => Err(Failure::new("Throttled", "later")),
        _ => Ok(of % 1_000 + 1),
    }
}

/// Fails for good now and then.
#[task]
pub async fn risky(world: Res<World>, context: TaskContext, of: u64) -> Result<u64, Refused> {
    match world.act(&context) % 3 {
        0 => Err(Refused::Refused { of }),
        _ => Ok(of % 1_000 + 2),
    }
}

/// Waits for somebody's answer.
#[task(callback)]
pub async fn ask(
    world: Res<World>,
    context: TaskContext,
    of: u64,
) -> Result<Pending<u64>, Failure> {
    world.act(&context);
    let token = context.token.as_deref().unwrap_or_default().to_owned();
    world.lock().asked.insert(token, Some(of % 1_000));
    Ok(Pending::new())
}
