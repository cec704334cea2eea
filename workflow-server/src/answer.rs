//! The protocol: a call of the API, and the reply to it (AWS JSON 1.0).

use crate::model;
use crate::operations::{self, Ending};
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::Value;
use tokio::task::JoinHandle;

/// The most bytes of the body of a call (documented: 1 MB, of definitions; with room for what is around one).
pub(crate) const BODY: usize = (1 << 20) + (64 << 10);

/// Names of operations are behind it.
const PREFIX: &str = "AWSStepFunctions.";

/// A call, as a client sends it.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The header `X-Amz-Target`.
    pub target: Option<&'a str>,
    /// The body.
    pub body: &'a [u8],
}

/// The reply to a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// The name of the exception, if it is one: the header `x-amzn-ErrorType`.
    pub error: Option<&'static str>,
    /// The body: JSON.
    pub body: String,
}

impl Reply {
    /// Returns the media type of bodies.
    pub const TYPE: &'static str = "application/x-amz-json-1.0";

    /// Makes the reply to a call that is refused.
    #[must_use]
    pub fn refused(refusal: &Refusal) -> Self {
        let body = refusal.body().to_string();
        Reply { status: refusal.status(), error: Some(refusal.code), body }
    }
}

impl Service {
    /// Answers a call. If the future is dropped, a call that has begun continues, except a worker's wait for a task.
    pub async fn answer(&self, call: Call<'_>) -> Reply {
        self.answer_within(call, None, None).await
    }

    /// The same of a call that belongs to a trace, as a header says, and came to a server that ends at some time.
    pub(crate) async fn answer_within(
        &self,
        call: Call<'_>,
        trace: Option<&str>,
        ending: Ending,
    ) -> Reply {
        match self.answered(call, trace, ending).await {
            Ok(Value::Null) => Reply { status: 200, error: None, body: "{}".to_owned() },
            Ok(value) => Reply { status: 200, error: None, body: value.to_string() },
            Err(refusal) => Reply::refused(&refusal),
        }
    }

    async fn answered(
        &self,
        Call { target, body }: Call<'_>,
        trace: Option<&str>,
        ending: Ending,
    ) -> Answer {
        if body.len() > BODY {
            let message = format!("Request size is larger than {BODY} bytes");
            return Err(Refusal::new("RequestEntityTooLargeException", message));
        }
        let name = target.and_then(|it| it.strip_prefix(PREFIX)).unwrap_or_default();
        let operation = model::operation(name).ok_or_else(|| unknown(target))?;
        // As the SDKs send them: an operation without members may have no body.
        let body = if body.is_empty() { b"{}" } else { body };
        let mut body: Value = serde_json::from_slice(body).map_err(|_| unread(body))?;
        if let (Some(trace), true, Some(fields)) =
            (trace, operation.has("traceHeader"), body.as_object_mut())
        {
            // The header is preferred (documented).
            fields.insert("traceHeader".into(), trace.into());
        }
        let request = model::check(operation, body)?;
        let service = self.clone();
        // In a task of its own: a change is made as a whole, and a panic ends no more than the call.
        let task = tokio::spawn(async move {
            operations::run(&service, operation.name, &request, ending).await
        });
        let mut running = Running { task, waits: operation.name == "GetActivityTask" };
        (&mut running.task).await.unwrap_or_else(|error| {
            tracing::error!(operation = operation.name, %error, "a call failed");
            Err(Refusal::new("InternalFailure", "The server failed. Its log says why."))
        })
    }
}

/// A call that runs.
struct Running {
    task: JoinHandle<Answer>,
    /// True if it ends when nobody waits for it.
    waits: bool,
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.waits {
            self.task.abort();
        }
    }
}

/// No operation has this name (judgement: the exception of all of AWS's JSON services).
fn unknown(target: Option<&str>) -> Refusal {
    let message = match target {
        None => "The header X-Amz-Target is missing".to_owned(),
        Some(target) => {
            let start: String = target.chars().take(100).collect();
            format!("There is no operation '{start}'")
        }
    };
    Refusal::new("UnknownOperationException", message)
}

/// The body is no JSON.
fn unread(body: &[u8]) -> Refusal {
    let text = String::from_utf8_lossy(body);
    let why = crate::service::json_problem(&text);
    model::malformed(why.unwrap_or_else(|| "The request body is not valid JSON".to_owned()))
}
