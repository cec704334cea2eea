//! Mocks from a file: what tasks answer, so that a document is run and tested without any code.
//!
//! Two forms of JSON are read. Ours names states, functions or, with `*`, all others; each has a list of answers:
//!
//! ```
//! # use workflow_runtime::{Engine, mocks::Mocks};
//! let mocks = Mocks::read(
//!     r#"{
//!         "charge": [
//!             { "fails": { "error": "Throttled", "cause": "slow down" }, "times": 2 },
//!             { "returns": "receipt", "after": 1.5 }
//!         ],
//!         "Notify": [{ "returns": { "MessageId": "1" } }],
//!         "*": [{ "returns": {} }]
//!     }"#,
//!     None,
//!     "fulfil",
//! );
//! let engine = mocks.map(|mocks| Engine::builder().virtual_time().connector(mocks).build());
//! # assert!(engine.is_ok());
//! ```
//!
//! - A state goes before a function, and a function before `*`.
//! - An answer is given `times` times, once if it does not say; the last one for ever, unless it says.
//! - `returns` is what a Lambda function returns (the envelope of `lambda:invoke` is put around it), and of
//!   everything else the result of the task. `after` are seconds of the engine's clock.
//!
//! The other form is the `MockConfigFile.json` of Step Functions Local: there the results are whole, and calls
//! beyond the last numbered one fail. In both forms calls are counted for each name, retries, turns of a loop and
//! items of a Map alike (Developer Guide, "Configuration file for mocked service integrations").

mod error;
mod local;
mod needed;
mod own;
mod script;

pub use error::MocksError;
pub use needed::{Needed, needed, template};

use crate::connector::{Connector, Pattern, Reply, Request, Shape, Target};
use crate::failure::Failure;
use crate::functions::{envelope, function_name};
use crate::lock::lock;
use crate::task::BoxFuture;
use crate::test_state;
use script::{Answer, Script};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use workflow_asl::bounds::unread;

/// The name that stands for all others.
const ANY: &str = "*";

/// Answers of tasks, from a file: a connector for all resources. Clones share their place in the answers. [`Mocks::again`]
/// makes one that starts from the first answer; use it for each execution.
#[derive(Clone, Debug)]
pub struct Mocks {
    scripts: Arc<BTreeMap<String, Script>>,
    form: Form,
    /// The number of times each name was asked.
    asked: Arc<Mutex<BTreeMap<String, u64>>>,
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Own,
    /// The form of Step Functions Local: only states have names, and results are whole.
    Local,
}

/// The caller of a mock, and the called resource.
struct Asker<'a> {
    state: &'a str,
    resource: &'a str,
    function: Option<&'a str>,
}

impl Mocks {
    /// Reads a file. `case` names a test case of Step Functions Local, `Case` or `Machine#Case`; if several machines have a
    /// case of that name, that of `machine` is meant.
    ///
    /// # Errors
    /// All that is wrong, each with a pointer and what was expected there.
    pub fn read(text: &str, case: Option<&str>, machine: &str) -> Result<Self, Vec<MocksError>> {
        let document: Value = serde_json::from_str(text)
            .map_err(|error| vec![MocksError::new("", format!("this {}", unread(&error)))])?;
        let is_local =
            ["StateMachines", "MockedResponses"].iter().any(|it| document.get(it).is_some());
        let (form, scripts) = if is_local {
            (Form::Local, local::read(&document, case, machine)?)
        } else {
            (Form::Own, own::read(&document, case)?)
        };
        Ok(Mocks { scripts: Arc::new(scripts), form, asked: Arc::default() })
    }

    /// Returns the same answers from the beginning.
    #[must_use]
    pub fn again(&self) -> Self {
        Mocks { asked: Arc::default(), ..self.clone() }
    }

    /// Returns the needed answers that are missing.
    #[must_use]
    pub fn missing(&self, needed: &[Needed]) -> Vec<Needed> {
        needed.iter().filter(|it| self.find(&it.asker()).is_none()).cloned().collect()
    }

    /// Returns the names that no state and no function of a document has. For a test case of Step Functions Local the list
    /// is empty, because it may have more names.
    #[must_use]
    pub fn strangers(&self, needed: &[Needed]) -> Vec<&str> {
        if self.form == Form::Local || needed.iter().any(Needed::is_open) {
            return vec![];
        }
        let known = |name: &str| {
            name == ANY
                || needed.iter().any(|it| it.state == name || it.function.as_deref() == Some(name))
        };
        self.scripts.keys().map(String::as_str).filter(|name| !known(name)).collect()
    }

    /// True if there are answers for this call.
    #[must_use]
    pub fn answers(&self, request: &Request) -> bool {
        let Request { target, arguments, context, .. } = request;
        let function = function(target, arguments);
        let asker = Asker { state: &context.state, resource: &target.resource, function };
        self.find(&asker).is_some()
    }

    /// Returns the first answer of a state, for a test of this state alone.
    #[must_use]
    pub fn first(&self, needed: &Needed) -> Option<test_state::Mock> {
        let (_, script) = self.find(&needed.asker())?;
        let wraps = Target::parse(&needed.resource).is_ok_and(|target| self.wraps(&target));
        let Answer { outcome, .. } = script.answer(0)?;
        let mock = match outcome {
            Ok(value) => test_state::Mock::result(self.whole(value, wraps)),
            Err((error, cause)) => test_state::Mock::error(error, cause),
        };
        Some(mock)
    }

    fn find(&self, asker: &Asker<'_>) -> Option<(&str, &Script)> {
        let of = |name: &str| self.scripts.get_key_value(name);
        let mut found = of(asker.state);
        if self.form == Form::Own {
            found = found.or_else(|| of(asker.function?)).or_else(|| of(ANY));
        }
        found.map(|(name, script)| (name.as_str(), script))
    }

    /// True if results of this target are put into the envelope of Lambda.
    fn wraps(&self, target: &Target) -> bool {
        self.form == Form::Own
            && target.action() == Some(("lambda", "invoke"))
            && target.pattern() == Pattern::RequestResponse
    }

    fn whole(&self, value: &Value, wraps: bool) -> Value {
        if wraps { envelope(value.clone()) } else { value.clone() }
    }

    /// The next answer for a call.
    fn answer(&self, asker: &Asker<'_>) -> Result<&Answer, Failure> {
        let (name, script) = self.find(asker).ok_or_else(|| self.unanswered(asker))?;
        // All that have no name of their own are counted for themselves.
        let counted = if name == ANY { asker.state } else { name };
        let mut asked = lock(&self.asked);
        let count = asked.entry(counted.to_owned()).or_default();
        let call = *count;
        *count += 1;
        script.answer(call).ok_or_else(|| {
            let (state, call) = (asker.state, call + 1);
            Failure::runtime(format!(
                "the state `{state}` makes call {call} of what `{name}` mocks, but the mocks answer {}: {}",
                script.calls(),
                match self.form {
                    Form::Own => "add an answer, or leave out the `times` of the last, which then repeats",
                    Form::Local => "add a response with the next number",
                }
            ))
        })
    }

    fn unanswered(&self, asker: &Asker<'_>) -> Failure {
        let Asker { state, resource, .. } = asker;
        let write = match self.form {
            Form::Own => {
                let name = asker.function.unwrap_or(state);
                format!(r#"`{}: [{{ "returns": {{}} }}]` into the mocks file"#, json!(name))
            }
            Form::Local => format!(
                r#"`{}: "NAME"` into the test case, and `"NAME": {{ "0": {{ "Return": {{}} }} }}` into `MockedResponses`"#,
                json!(state)
            ),
        };
        Failure::runtime(format!(
            "the state `{state}` (resource `{resource}`) has no mock; write {write}"
        ))
    }
}

impl Connector for Mocks {
    fn takes(&self, _: &Target) -> bool {
        true
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let Request { target, arguments, context, engine, .. } = request;
        let asker = Asker {
            state: &context.state,
            resource: &target.resource,
            function: function(&target, &arguments),
        };
        let wraps = self.wraps(&target);
        let answer = self.answer(&asker).map(|Answer { outcome, after, .. }| {
            let outcome = match outcome {
                Ok(value) => Ok(Arc::new(self.whole(value, wraps))),
                Err((error, cause)) => Err(Failure::new(error.clone(), cause.clone())),
            };
            (outcome, *after)
        });
        Box::pin(async move {
            let (outcome, after) = answer?;
            let result = Box::pin(async move {
                if !after.is_zero() {
                    engine.sleep(after).await;
                }
                outcome
            });
            if !target.has_token() {
                return result.await.map(Reply::Done);
            }
            // It was submitted, or taken by a worker without a name.
            let output = if target.shape == Shape::Activity { Value::Null } else { json!({}) };
            Ok(Reply::Begun { output: Arc::new(output), result: Some(result) })
        })
    }
}

/// The name of the function that is called, if it is one.
fn function<'a>(target: &'a Target, arguments: &'a Value) -> Option<&'a str> {
    match (&target.shape, target.action()) {
        (Shape::Function, _) => function_name(&target.resource),
        (_, Some(("lambda" | "aws-sdk:lambda", "invoke"))) => {
            function_name(arguments.get("FunctionName")?.as_str()?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
