//! A worker: pollers of activities, until it is told to stop.

use crate::client::{ApiError, Client};
use crate::poller::{Poller, find};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use workflow_task::{Resources, TaskDefinition};

/// Answers tasks of activities by tasks in Rust.
#[must_use = "a worker does nothing until it runs"]
pub struct Worker {
    client: Client,
    activities: Vec<(Arc<str>, TaskDefinition)>,
    resources: Resources,
    name: Arc<str>,
    heartbeat: Option<Duration>,
    concurrency: usize,
}

impl Worker {
    /// Makes a worker without activities.
    pub fn new(client: Client) -> Self {
        Worker {
            client,
            activities: vec![],
            resources: Resources::default(),
            name: "workflow".into(),
            heartbeat: None,
            concurrency: 1,
        }
    }

    /// Answers the tasks of an activity by a task in Rust. Its input is what the state sends.
    pub fn activity(mut self, arn: impl Into<Arc<str>>, task: TaskDefinition) -> Self {
        self.activities.push((arn.into(), task));
        self
    }

    /// Adds the resources that tasks need.
    pub fn resources(mut self, resources: &Resources) -> Self {
        self.resources.extend(resources);
        self
    }

    /// Sets the name of the worker, which histories show.
    pub fn name(self, name: impl Into<Arc<str>>) -> Self {
        Worker { name: name.into(), ..self }
    }

    /// Sends heartbeats for tasks while they run, each after a third of this time; give the `HeartbeatSeconds` of the states.
    /// Without it, a heartbeat is sent when a task calls `context.heartbeat.beat()`.
    pub fn heartbeat(self, heartbeat: Duration) -> Self {
        Worker { heartbeat: Some(heartbeat), ..self }
    }

    /// Sets how many tasks of each activity run at once; at least one does.
    pub fn concurrency(self, most: usize) -> Self {
        Worker { concurrency: most.max(1), ..self }
    }

    /// Takes tasks until `stop` ends, and finishes those in hand.
    ///
    /// # Errors
    /// One of the activities is not there, or must not be asked for. An API that does not answer is asked again and again.
    pub async fn run(self, stop: impl Future<Output = ()>) -> Result<(), ApiError> {
        tokio::pin!(stop);
        for (arn, _) in &self.activities {
            tokio::select! {
                () = &mut stop => return Ok(()),
                found = find(&self.client, arn) => found?,
            }
        }
        let (send, receive) = watch::channel(false);
        let mut pollers = JoinSet::new();
        for (arn, task) in self.activities {
            let poller = Poller {
                client: self.client.clone(),
                arn,
                task,
                resources: self.resources.clone(),
                name: self.name.clone(),
                heartbeat: self.heartbeat,
            };
            for _ in 0..self.concurrency {
                pollers.spawn(poller.clone().run(receive.clone()));
            }
        }
        stop.await;
        send.send_replace(true);
        while pollers.join_next().await.is_some() {}
        Ok(())
    }
}
