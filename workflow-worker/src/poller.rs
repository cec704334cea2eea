//! One poller of an activity: it takes a task, runs it, answers, and takes the next.

use crate::attempt::Taken;
use crate::client::{ApiError, Client};
use crate::pause::Pause;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use workflow_task::{Resources, TaskDefinition};

/// The time within which a poll is answered: AWS holds it for 60 seconds, and recommends 65 to its clients.
const POLL: Duration = Duration::from_secs(70);
/// The time within which other calls are answered.
pub(crate) const CALL: Duration = Duration::from_secs(10);
/// The tries of an answer, with pauses of a minute and a half together.
const TRIES: u32 = 10;
/// The shortest time between two heartbeats.
const LEAST: Duration = Duration::from_millis(500);

/// A poller of an activity.
#[derive(Clone)]
pub(crate) struct Poller {
    pub(crate) client: Client,
    pub(crate) arn: Arc<str>,
    pub(crate) task: TaskDefinition,
    pub(crate) resources: Resources,
    /// The name of the worker.
    pub(crate) name: Arc<str>,
    /// The longest time between two heartbeats of a task.
    pub(crate) heartbeat: Option<Duration>,
}

impl Poller {
    /// Takes tasks until it is told to stop; the task in hand is finished.
    pub(crate) async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut pause = Pause::default();
        let params = json!({ "activityArn": *self.arn, "workerName": *self.name });
        loop {
            let polled = tokio::select! {
                biased;
                _ = stop.wait_for(|stop| *stop) => return,
                polled = self.client.call("GetActivityTask", &params, POLL) => polled,
            };
            match polled {
                Ok(told) => {
                    pause.reset();
                    self.work(&told).await;
                }
                Err(error) => {
                    tracing::warn!(activity = &*self.arn, %error, "cannot ask for a task");
                    tokio::select! {
                        _ = stop.wait_for(|stop| *stop) => return,
                        () = tokio::time::sleep(pause.grow()) => {}
                    }
                }
            }
        }
    }

    /// Runs the task that a poll came to, and answers it. One whose time is over is dropped.
    async fn work(&self, told: &Value) {
        let Some(taken) = Taken::read(told) else { return };
        let (token, signs) = (taken.token.clone(), Arc::<Notify>::default());
        let activity = self.arn.rsplit(':').next().unwrap_or_default();
        // Of its own, for a body may block its thread.
        let mut beats = JoinSet::new();
        beats.spawn(beat(self.client.clone(), token.clone(), self.heartbeat, signs.clone()));
        let done = async {
            if let Some(answer) = taken.run(&self.task, activity, &self.resources, signs).await {
                let (operation, params) = answer.call(&token);
                self.answer(operation, &params).await;
            }
        };
        tokio::select! {
            biased;
            () = done => {}
            _ = beats.join_next() => {
                let (activity, task) = (&*self.arn, self.task.name);
                tracing::warn!(activity, task, "the time of a task is over: it is dropped");
            }
        }
    }

    /// Sends an answer, again and again while it cannot be taken.
    async fn answer(&self, operation: &str, params: &Value) {
        let mut pause = Pause::default();
        for _ in 0..TRIES {
            let Err(error) = self.client.call(operation, params, CALL).await else { return };
            let again = error.is_passing();
            let (activity, task) = (&*self.arn, self.task.name);
            tracing::warn!(activity, task, %error, again, "cannot answer a task");
            if !again {
                return;
            }
            tokio::time::sleep(pause.grow()).await;
        }
    }
}

/// Sends heartbeats, until the task is over: at a third of the time that may pass between two, and where the body gives a
/// sign of life.
async fn beat(client: Client, token: Arc<str>, heartbeat: Option<Duration>, signs: Arc<Notify>) {
    let params = json!({ "taskToken": *token });
    loop {
        let due = async {
            match heartbeat {
                Some(heartbeat) => tokio::time::sleep((heartbeat / 3).max(LEAST)).await,
                None => std::future::pending().await,
            }
        };
        // A body may give more signs of life than anybody needs.
        let sign = async {
            tokio::time::sleep(LEAST).await;
            signs.notified().await;
        };
        tokio::select! {
            () = due => {}
            () = sign => {}
        }
        match client.call("SendTaskHeartbeat", &params, CALL).await {
            Err(error) if error.is_over() => return,
            Err(error) => tracing::warn!(%error, "cannot send a heartbeat"),
            Ok(_) => {}
        }
    }
}

/// Asks for an activity until somebody answers.
pub(crate) async fn find(client: &Client, arn: &str) -> Result<(), ApiError> {
    let (mut pause, params) = (Pause::default(), json!({ "activityArn": arn }));
    loop {
        match client.call("DescribeActivity", &params, CALL).await {
            Ok(_) => return Ok(()),
            Err(error) if error.is_passing() => {
                tracing::warn!(activity = arn, %error, "cannot ask for an activity");
                tokio::time::sleep(pause.grow()).await;
            }
            Err(error) => return Err(error),
        }
    }
}
