//! Lambda functions: commands and endpoints, by a file.

mod command;
mod endpoint;
mod read;

use command::Command;
use endpoint::Endpoint;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use workflow_runtime::Failure;
use workflow_runtime::connector::{self, Connector, Pattern, Reply, Request, Shape, Target};
use workflow_runtime::task::BoxFuture;

/// The most bytes that a function may return (documented of Lambda: 6 MB).
const MOST: usize = 6 << 20;
/// The longest time of a function that says none, and the longest that it may say (documented of Lambda).
const SECONDS: u64 = 60;
const LONGEST: u64 = 900;
/// The most commands that run and endpoints that are called at once, and the most calls whose callers do not wait for them.
const COMMANDS: usize = 64;
const ENDPOINTS: usize = 1_000;
const EVENTS: usize = 1_000;

/// Lambda functions by their names: a connector. Cheap to clone.
///
/// ```
/// # use workflow_server::Functions;
/// let functions = Functions::read(r#"{
///     "charge": { "command": ["python3", "charge.py"], "seconds": 30 },
///     "mail": { "url": "http://localhost:9000/2015-03-31/functions/function/invocations" }
/// }"#);
/// assert!(functions.is_ok());
/// ```
///
/// A command gets the payload as JSON on its standard input, and writes its result as JSON to its standard output. It
/// fails by ending with another code than 0; JSON such as `{"errorType": "Declined", "errorMessage": "..."}` on its
/// standard output then names the error. An endpoint gets the payload by POST, as the Runtime Interface Emulator of
/// Lambda does.
///
/// At most 64 commands run at once, and 1,000 endpoints are called; others wait for their turn, at most for as long as
/// they may take. With the
/// `InvocationType` `Event` the function runs when it has been answered, once, and only the log tells that it failed; at
/// most 1,000 of these are waiting.
#[derive(Clone, Debug)]
pub struct Functions {
    named: Arc<BTreeMap<String, Function>>,
    room: Arc<Room>,
}

/// The room for calls.
#[derive(Debug)]
struct Room {
    commands: Semaphore,
    endpoints: Semaphore,
    events: Arc<Semaphore>,
}

/// A function of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Function {
    command: Option<Command>,
    url: Option<Endpoint>,
    /// Its longest time.
    #[serde(default = "seconds")]
    seconds: u64,
}

fn seconds() -> u64 {
    SECONDS
}

impl Functions {
    /// Reads a file.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let functions: BTreeMap<String, Value> = serde_json::from_str(text).map_err(|error| {
            if error.is_data() {
                format!("it is {}", read::FORM)
            } else {
                format!("it is not JSON: {error}")
            }
        })?;
        let functions = functions
            .into_iter()
            .map(|(name, value)| Ok((name.clone(), Function::read(&name, value)?)));
        let functions: BTreeMap<String, Function> = functions.collect::<Result<_, String>>()?;
        for (name, function) in &functions {
            if function.command.is_some() == function.url.is_some() {
                return Err(format!("the function `{name}` needs one of `command` and `url`"));
            }
            if !(1..=LONGEST).contains(&function.seconds) {
                return Err(format!("the function `{name}` has from 1 to {LONGEST} seconds"));
            }
        }
        let room = Room {
            commands: Semaphore::new(COMMANDS),
            endpoints: Semaphore::new(ENDPOINTS),
            events: Arc::new(Semaphore::new(EVENTS)),
        };
        Ok(Functions { named: Arc::new(functions), room: Arc::new(room) })
    }
}

impl Functions {
    /// Returns the names of the functions.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }
}

impl Function {
    /// Calls the function, and returns its result.
    async fn call(&self, name: &str, payload: &Value, room: &Room) -> Result<Value, Failure> {
        let time = Duration::from_secs(self.seconds);
        let text = payload.to_string();
        let room = if self.command.is_some() { &room.commands } else { &room.endpoints };
        let permit = tokio::time::timeout(time, room.acquire()).await;
        let _permit = permit.map_err(|_| too_many())?;
        let called = async {
            match (&self.command, &self.url) {
                (Some(command), _) => command.run(name, &text).await,
                (None, Some(endpoint)) => endpoint.post(&text).await,
                (None, None) => Err(failed("Lambda.Unknown", "there is no such function")),
            }
        };
        match tokio::time::timeout(time, called).await {
            Ok(result) => result,
            // As Lambda says it (documented).
            Err(_) => {
                let message = format!("Task timed out after {:.2} seconds", time.as_secs_f64());
                Err(failed("Sandbox.Timedout", &message))
            }
        }
    }
}

/// The way in which a function is invoked (documented of Lambda).
enum Invocation {
    RequestResponse,
    Event,
    DryRun,
}

impl Invocation {
    fn read(arguments: &Value) -> Result<Self, Failure> {
        match arguments.get("InvocationType") {
            None | Some(Value::Null) => Ok(Invocation::RequestResponse),
            Some(given) => match given.as_str() {
                Some("RequestResponse") => Ok(Invocation::RequestResponse),
                Some("Event") => Ok(Invocation::Event),
                Some("DryRun") => Ok(Invocation::DryRun),
                _ => Err(Failure::runtime(format!(
                    "The Parameters '{arguments}' could not be used to start the Task: [The value of the field 'InvocationType' has an invalid format]"
                ))),
            },
        }
    }
}

/// A call of a function.
struct Invoked {
    name: String,
    function: Function,
    room: Arc<Room>,
    payload: Arc<Value>,
}

impl Invoked {
    async fn run(&self) -> Result<Value, Failure> {
        self.function.call(&self.name, &self.payload, &self.room).await
    }

    /// Runs it when the caller has been answered.
    fn run_later(self) -> Result<(), Failure> {
        let permit = self.room.events.clone().try_acquire_owned().map_err(|_| too_many())?;
        tokio::spawn(async move {
            if let Err(failure) = self.run().await {
                let (function, error, cause) = (&self.name, failure.error(), failure.reported());
                tracing::warn!(function, error, cause, "a function failed that nobody waits for");
            }
            drop(permit);
        });
        Ok(())
    }
}

/// Lambda's failure of a call for which there is no room (documented).
fn too_many() -> Failure {
    Failure::new("Lambda.TooManyRequestsException", "Rate Exceeded.")
}

/// A failure in Lambda's form.
fn failed(error: &str, message: &str) -> Failure {
    let cause = json!({ "errorType": error, "errorMessage": message });
    Failure::new(error.to_owned(), cause.to_string())
}

/// The failure that a function has come to, where it says so.
fn told(value: &Value) -> Option<Failure> {
    let error = value.get("errorType")?.as_str()?;
    value.get("errorMessage")?;
    Some(Failure::new(error.to_owned(), value.to_string()))
}

/// The result that a function has written.
fn result(bytes: &[u8]) -> Result<Value, Failure> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Value::Null);
    }
    serde_json::from_slice(bytes).map_err(|error| {
        failed("Runtime.MarshalError", &format!("the result of the function is no JSON: {error}"))
    })
}

/// The failure of a function whose result is too long.
fn too_long() -> Failure {
    let message = format!("the result of the function is longer than {MOST} bytes");
    failed("Function.ResponseSizeTooLarge", &message)
}

/// The name of a function, of its name, its ARN, or a part of that.
fn name(given: &str) -> &str {
    let mut parts = given.split(':');
    if let Some(name) = parts.by_ref().skip_while(|part| *part != "function").nth(1) {
        return name;
    }
    given.split(':').next().unwrap_or(given)
}

impl Connector for Functions {
    fn takes(&self, target: &Target) -> bool {
        target.shape == Shape::Function || target.action() == Some(("lambda", "invoke"))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let bare = request.target.shape == Shape::Function;
        let given = if bare {
            request.target.resource.to_string()
        } else {
            request.arguments["FunctionName"].as_str().unwrap_or_default().to_owned()
        };
        let name = name(&given).to_owned();
        let Some(function) = self.named.get(&name).cloned() else {
            // It says that there is no such function.
            return connector::Functions::default().call(request);
        };
        let payload = match (bare, request.arguments.get("Payload")) {
            (true, _) => request.arguments.clone(),
            (false, payload) => Arc::new(payload.cloned().unwrap_or_else(|| json!({}))),
        };
        let invoked = Invoked { name, function, room: self.room.clone(), payload };
        let waits = request.target.pattern() == Pattern::WaitForTaskToken;
        Box::pin(async move {
            let invocation = if bare {
                Invocation::RequestResponse
            } else {
                Invocation::read(&request.arguments)?
            };
            let result = match invocation {
                Invocation::RequestResponse => invoked.run().await?,
                // The rest of the result: judgement.
                Invocation::Event => {
                    invoked.run_later()?;
                    return Ok(done(json!({ "Payload": "", "StatusCode": 202 })));
                }
                Invocation::DryRun => return Ok(done(json!({ "Payload": "", "StatusCode": 204 }))),
            };
            if bare && !waits {
                return Ok(done(result));
            }
            Ok(done(json!({ "ExecutedVersion": "$LATEST", "Payload": result, "StatusCode": 200 })))
        })
    }
}

fn done(result: Value) -> Reply {
    Reply::Done(Arc::new(result))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn names_are_found_in_arns() {
        for given in [
            "f",
            "f:1",
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST",
            "123456789012:function:f",
        ] {
            assert_eq!(name(given), "f", "{given}");
        }
    }

    #[test]
    fn wrong_files_are_refused() {
        let wrong = |text: &str| Functions::read(text).unwrap_err();
        assert!(wrong("[]").contains("it is an object such as"));
        assert_eq!(wrong(r#"{"f":{}}"#), "the function `f` needs one of `command` and `url`");
        assert!(wrong(r#"{"f":{"url":"https://x/"}}"#).contains("http://"));
        assert!(wrong(r#"{"f":{"command":[]}}"#).contains("a program"));
        assert!(wrong(r#"{"f":{"path":"x"}}"#).contains("there is no field `path`"));
        let text = r#"{"f":{"url":"http://x/","seconds":901}}"#;
        assert_eq!(wrong(text), "the function `f` has from 1 to 900 seconds");
    }
}
