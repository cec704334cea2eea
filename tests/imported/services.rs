//! The services of all runs: one connector, with answers that depend on the call alone.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Pattern, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// The answer of a call.
#[derive(Clone, Debug)]
pub enum Answer {
    Is(Value),
    Fails(String, String),
}

/// The answers of a state's calls; the last one repeats.
#[derive(Clone, Debug)]
pub struct Turns {
    pub answers: Vec<Answer>,
    /// True if they are what a function returns, without the form that `lambda:invoke` puts around it.
    pub bare: bool,
}

/// Answers by the name of the state that calls.
pub type Script = BTreeMap<String, Turns>;

/// A call: what was asked, with which arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub name: String,
    pub arguments: Value,
}

/// The calls of each branch and item, by its place: branches have no common order.
pub type Calls = BTreeMap<Vec<u32>, Vec<Made>>;

/// The connector. Clones share what they remember.
#[derive(Clone)]
pub struct Services {
    script: Arc<Script>,
    asked: Arc<Mutex<BTreeMap<String, usize>>>,
    pub made: Arc<Mutex<Calls>>,
}

impl Services {
    pub fn new(script: Arc<Script>) -> Self {
        Services { script, asked: Arc::default(), made: Arc::default() }
    }

    fn answer(&self, place: &[u32], state: &str) -> (Answer, bool) {
        let Some(turns) = self.script.get(state) else {
            return (Answer::Fails("Unscripted".to_owned(), state.to_owned()), false);
        };
        let mut asked = self.asked.lock().unwrap();
        let turn = asked.entry(format!("{place:?} {state}")).or_default();
        *turn += 1;
        (turns.answers[(*turn - 1).min(turns.answers.len() - 1)].clone(), turns.bare)
    }
}

impl Connector for Services {
    fn takes(&self, _: &Target) -> bool {
        true
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let made = made(&request);
        let place: Vec<u32> = request.path.iter().map(|(_, index)| *index).collect();
        self.made.lock().unwrap().entry(place.clone()).or_default().push(made.clone());
        let (answer, bare) = self.answer(&place, &request.context.state);
        let wraps = bare && request.target.action() == Some(("lambda", "invoke"));
        Box::pin(async move {
            let value = match answer {
                Answer::Fails(error, cause) => return Err(Failure::new(error, cause)),
                Answer::Is(value) => value,
            };
            if request.target.pattern() == Pattern::WaitForTaskToken {
                let token = request.token.as_deref().unwrap_or_default();
                request.engine.callbacks().succeed(token, value).await.unwrap();
                return Ok(Reply::Done(Arc::new(json!({}))));
            }
            let value = if wraps { envelope(value) } else { value };
            Ok(Reply::Done(Arc::new(value)))
        })
    }
}

/// The envelope that `lambda:invoke` puts around a result.
fn envelope(payload: Value) -> Value {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// A call in the form in which calls are compared: a function is called by its name, whatever invokes it.
fn made(request: &Request) -> Made {
    let mut arguments = Value::clone(&request.arguments);
    let function = |arn: &str| arn.rsplit(":function:").next().unwrap_or(arn).to_owned();
    let name = match request.target.action() {
        Some(("lambda", "invoke")) => {
            let name = function(arguments["FunctionName"].as_str().unwrap_or_default());
            arguments = arguments.get_mut("Payload").map_or_else(|| json!({}), Value::take);
            name
        }
        Some((service, action)) => format!("{service}:{action}"),
        None => function(&request.target.resource),
    };
    Made { name, arguments: without_token(arguments, request.token.as_deref()) }
}

fn without_token(value: Value, token: Option<&str>) -> Value {
    match (value, token) {
        (Value::String(text), Some(token)) if text.contains(token) => {
            text.replace(token, "TOKEN").into()
        }
        (Value::Object(fields), _) => {
            fields.into_iter().map(|(key, value)| (key, without_token(value, token))).collect()
        }
        (Value::Array(items), _) => {
            items.into_iter().map(|value| without_token(value, token)).collect()
        }
        (other, _) => other,
    }
}
