//! The tasks of the pairs, and what they were asked.

pub use std::sync::{Arc, Mutex};
pub use workflow::prelude::*;

/// The calls of tasks that came to their bodies.
#[derive(Clone, Default)]
pub struct World(Arc<Mutex<Vec<String>>>);

impl World {
    pub fn called(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
    pub fn call(&self, what: String) {
        self.0.lock().unwrap().push(what);
    }
}

/// The number after this one.
#[task]
pub async fn next(world: Res<World>, n: u64) -> Result<u64, Failure> {
    world.call(format!("next {n}"));
    Ok(n + 1)
}

/// Ten times as much.
#[task]
pub async fn tenfold(world: Res<World>, n: u64) -> Result<u64, Failure> {
    world.call(format!("tenfold {n}"));
    Ok(n * 10)
}

/// The length of a text.
#[task]
pub async fn length(world: Res<World>, text: String) -> Result<u64, Failure> {
    world.call(format!("length {text}"));
    Ok(text.len() as u64)
}
