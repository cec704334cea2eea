//! Activities: workers outside ask for tasks.

use super::{Connector, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::lock::lock;
use crate::task::BoxFuture;
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use tokio::sync::{Notify, oneshot};

/// The number of tasks that may wait for a worker of one activity.
const WAITING: usize = 100_000;

/// The number of tasks among which none is looked for that nobody waits for any more.
const SWEEP: usize = 64;

/// Activities that workers ask for tasks. Cheap to clone: register one with the engine, keep one for the workers.
/// Workers answer through [`Engine::callbacks`](crate::Engine::callbacks).
#[derive(Clone, Default)]
pub struct Activities(Arc<Mutex<BTreeMap<String, Queue>>>);

#[derive(Default)]
struct Queue {
    tasks: VecDeque<Waiting>,
    added: Arc<Notify>,
    /// The length at which tasks are removed that were timed out or cancelled.
    sweep: usize,
}

impl Queue {
    /// Adds a task of an activity. Those that nobody waits for any more make room for it.
    fn add(&mut self, arn: &str, waiting: Waiting) -> Result<(), Failure> {
        if self.tasks.len() >= self.sweep.max(SWEEP) {
            self.tasks.retain(|it| !it.taken.is_closed());
            self.sweep = (2 * self.tasks.len()).min(WAITING);
        }
        if self.tasks.len() >= WAITING {
            let why = format!("{WAITING} tasks wait already for a worker of {arn}");
            return Err(Failure::runtime(why));
        }
        self.tasks.push_back(waiting);
        self.added.notify_one();
        Ok(())
    }
}

struct Waiting {
    task: ActivityTask,
    taken: oneshot::Sender<Value>,
}

/// A task for a worker.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityTask {
    /// The token to answer with.
    pub token: Arc<str>,
    /// Its input.
    pub input: Arc<Value>,
}

impl Activities {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Queue>> {
        lock(&self.0)
    }

    /// Adds an activity by its ARN.
    #[must_use]
    pub fn with(self, arn: impl Into<String>) -> Self {
        self.add(arn);
        self
    }

    /// Adds an activity by its ARN, for all clones.
    pub fn add(&self, arn: impl Into<String>) {
        self.lock().entry(arn.into()).or_default();
    }

    /// Removes an activity. Tasks that wait for one of its workers fail, and so do calls of workers that wait for a task.
    pub fn remove(&self, arn: &str) {
        let removed = self.lock().remove(arn);
        removed.iter().for_each(|queue| queue.added.notify_waiters());
    }

    /// Waits for the next task of an activity.
    ///
    /// # Errors
    /// There is no such activity.
    pub async fn task(&self, arn: &str, worker: Option<&str>) -> Result<ActivityTask, Failure> {
        loop {
            let added = self.added(arn)?;
            let mut next = std::pin::pin!(added.notified());
            // From here on nothing that is added is missed.
            next.as_mut().enable();
            {
                let mut queues = self.lock();
                let queue = queues.get_mut(arn).ok_or_else(|| unknown(arn))?;
                while let Some(Waiting { task, taken }) = queue.tasks.pop_front() {
                    // Who is gone has been timed out or cancelled.
                    if taken.send(json!(worker)).is_ok() {
                        return Ok(task);
                    }
                }
            }
            next.await;
        }
    }
}

impl Activities {
    fn added(&self, arn: &str) -> Result<Arc<Notify>, Failure> {
        self.lock().get(arn).map(|queue| queue.added.clone()).ok_or_else(|| unknown(arn))
    }
}

fn unknown(arn: &str) -> Failure {
    Failure::runtime(format!("The activity {arn} does not exist."))
}

impl Connector for Activities {
    fn takes(&self, target: &Target) -> bool {
        target.shape == Shape::Activity && self.lock().contains_key(&*target.resource)
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let (taken, worker) = oneshot::channel();
        let token = request.token.unwrap_or_else(|| "".into());
        let task = ActivityTask { token, input: request.arguments };
        let arn = &*request.target.resource;
        let queued = match self.lock().get_mut(arn) {
            None => Err(unknown(arn)),
            Some(queue) => queue.add(arn, Waiting { task, taken }),
        };
        Box::pin(async move {
            queued?;
            let worker = worker.await.map_err(|_| Failure::runtime("the activity is gone"))?;
            Ok(Reply::Begun { output: Arc::new(worker), result: None })
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    /// Adds a task, and returns what waits for its worker.
    fn add(queue: &mut Queue) -> Result<oneshot::Receiver<Value>, Failure> {
        let (taken, worker) = oneshot::channel();
        let task = ActivityTask { token: "".into(), input: Arc::default() };
        queue.add("a", Waiting { task, taken }).map(|()| worker)
    }

    #[test]
    fn tasks_that_nobody_waits_for_leave_the_queue() {
        let mut queue = Queue::default();
        let mut live = vec![];
        for number in 0..10_000 {
            let worker = add(&mut queue).unwrap();
            if number % 100 == 0 {
                live.push(worker);
            }
            assert!(queue.tasks.len() <= SWEEP.max(2 * live.len()), "{}", queue.tasks.len());
        }
        let waiting = queue.tasks.iter().filter(|it| !it.taken.is_closed());
        assert_eq!(waiting.count(), live.len(), "all that somebody waits for are there");
    }

    #[test]
    fn a_full_queue_has_room_when_tasks_are_gone() {
        let mut queue = Queue::default();
        let mut live: Vec<_> = (0..WAITING).map(|_| add(&mut queue).unwrap()).collect();
        let refused = add(&mut queue).unwrap_err();
        assert_eq!(refused.cause(), "100000 tasks wait already for a worker of a");
        live.pop();
        live.push(add(&mut queue).unwrap());
        assert!(add(&mut queue).is_err());
    }
}
