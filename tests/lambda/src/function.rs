//! A function: one process, which is called again and again, as Lambda does it.

use crate::api::{Api, Called, Said};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};
use workflow::Failure;

/// The most bytes of a response (documented of Lambda).
pub const MOST: usize = 6_291_556;

/// The result of an invocation as Step Functions sees it.
pub type Answer = Result<Value, Failure>;

/// A process that serves a task.
pub struct Function {
    process: Child,
    api: Api,
    started: Instant,
    calls: AtomicU64,
}

impl Function {
    /// Starts a program as the function of this name.
    #[must_use]
    pub fn start(program: &Path, name: &str, variables: &[(String, String)]) -> Self {
        let api = Api::listen();
        let mut command = Command::new(program);
        command.env_clear().envs(variables.iter().cloned());
        Function::start_as(command, name, api)
    }

    /// Starts a command as the function of this name.
    #[must_use]
    pub fn start_as(mut command: Command, name: &str, api: Api) -> Self {
        command
            .env("AWS_LAMBDA_RUNTIME_API", api.address.to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", name)
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
            .env("_HANDLER", "bootstrap")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        let started = Instant::now();
        let process = command.spawn().unwrap();
        Function { process, api, started, calls: AtomicU64::new(0) }
    }

    /// Waits until it asks for work, and returns how long that took; or what it said in place of it.
    ///
    /// # Errors
    /// The error type and the body that it sent as the error of its start.
    pub fn began(&self) -> Result<Duration, (String, Value)> {
        match self.api.began(Duration::from_secs(20)) {
            Some(Said::Ready(when)) => Ok(when - self.started),
            Some(Said::NotReady(kind, body)) => Err((kind, body)),
            other => panic!("the process did not begin: {other:?}"),
        }
    }

    /// The code with which it ends.
    pub fn ended(&mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }

    /// Calls it with a minute of time.
    pub fn invoke(&mut self, payload: &str) -> Answer {
        self.invoke_within(payload, Duration::from_secs(60))
    }

    /// Calls it. As Lambda does, a process that is late is killed, and one that has ended is an error.
    pub fn invoke_within(&mut self, payload: &str, time: Duration) -> Answer {
        let id = format!("request-{}", self.calls.fetch_add(1, Ordering::Relaxed));
        let answered = self.api.call(&id, Called { payload: payload.to_owned(), time });
        let begun = Instant::now();
        loop {
            match answered.recv_timeout(Duration::from_millis(20)) {
                Ok(said) => return self.answer(&said),
                Err(RecvTimeoutError::Disconnected) => panic!("the invocation is lost"),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(status) = self.process.try_wait().unwrap() {
                let message = format!("RequestId: {id} Error: Runtime exited: {status}");
                return Err(failed("Runtime.ExitError", &message));
            }
            if begun.elapsed() > time {
                self.process.kill().unwrap();
                let message = format!("Task timed out after {:.2} seconds", time.as_secs_f64());
                return Err(failed("Sandbox.Timedout", &message));
            }
        }
    }

    fn answer(&self, said: &Said) -> Answer {
        match said {
            Said::Response(text) => Ok(serde_json::from_str(text).unwrap()),
            Said::Error(kind, body) => {
                let name = body["errorType"].as_str().unwrap().to_owned();
                assert!(!kind.is_empty(), "no error type in the header");
                assert!(body["errorMessage"].is_string(), "{body}");
                Err(Failure::new(name, body.to_string()))
            }
            Said::TooLarge(size) => {
                let message = format!(
                    "Response payload size ({size} bytes) exceeded maximum allowed payload size ({MOST} bytes)."
                );
                Err(failed("Function.ResponseSizeTooLarge", &message))
            }
            other => panic!("no answer to an invocation: {other:?}"),
        }
    }
}

fn failed(name: &'static str, message: &str) -> Failure {
    Failure::new(name, json!({ "errorType": name, "errorMessage": message }).to_string())
}

impl Drop for Function {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
