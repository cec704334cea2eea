//! Calls on their way, and what is heard of them.

use crate::connector::{Reply, Target};
use crate::failure::Failure;
use crate::lock::lock;
use crate::task::{BoxFuture, TaskDefinition};
use serde_json::Value;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// A call on its way.
pub(crate) struct Pending {
    pub(crate) target: Arc<Target>,
    /// The last message heard.
    pub(crate) heard: Arc<Mutex<Option<Heard>>>,
    /// Waits for the answer with the token.
    pub(crate) token: Arc<Mutex<Option<BoxFuture<Answer>>>>,
    /// True if it was taken: what comes next is its result.
    pub(crate) begun: bool,
    pub(crate) timeout: Option<u32>,
    pub(crate) heartbeat: Option<u32>,
    /// The signs of life of who has the token.
    pub(crate) beat: Option<Arc<Notify>>,
    /// The task in whose place a mock answers; whether that runs the task's own body.
    pub(crate) mocked: Option<TaskDefinition>,
    pub(crate) own: bool,
}

/// The answer that comes with a token.
pub(crate) type Answer = Result<Arc<Value>, Failure>;

/// A message about a call.
pub(crate) enum Heard {
    /// The connector's reply.
    Reply(Reply),
    /// The answer with the token: it was taken in time.
    Answer(Answer),
}

impl Pending {
    /// True if it was answered with its token.
    pub(crate) fn is_answered(&self) -> bool {
        matches!(*lock(&self.heard), Some(Heard::Answer(_)))
    }
}

/// The connector's reply, or the answer with the token if that is there before.
pub(crate) async fn first(
    mut call: BoxFuture<Result<Reply, Failure>>,
    token: &Mutex<Option<BoxFuture<Answer>>>,
) -> Result<Heard, Failure> {
    let taken = lock(token).take();
    let Some(mut waits) = taken else { return Ok(Heard::Reply(call.await?)) };
    let replied = tokio::select! {
        biased;
        replied = &mut call => replied?,
        answer = &mut waits => return Ok(Heard::Answer(answer)),
    };
    *lock(token) = Some(waits);
    Ok(Heard::Reply(replied))
}

/// The first of two results: of a job, and of who answers with its token.
pub(crate) async fn either(
    job: Option<BoxFuture<Answer>>,
    token: Option<BoxFuture<Answer>>,
) -> Result<Heard, Failure> {
    let done = |result: Answer| Ok(Heard::Reply(Reply::Done(result?)));
    match (job, token) {
        (Some(job), Some(token)) => tokio::select! {
            biased;
            result = job => done(result),
            answer = token => Ok(Heard::Answer(answer)),
        },
        (Some(job), None) => done(job.await),
        (None, Some(token)) => Ok(Heard::Answer(token.await)),
        (None, None) => Err(Failure::runtime("nothing will answer")),
    }
}
