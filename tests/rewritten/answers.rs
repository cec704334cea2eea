//! What services, functions and people answer: one connector for all runs, which remembers what it was asked.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Pattern, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// An answer.
#[derive(Clone)]
pub enum Answer {
    Is(Value),
    Fails(&'static str, &'static str),
    /// Never, as when a person is away.
    Never,
}

/// Answers that are given in order, the last for ever.
struct Rule {
    name: &'static str,
    /// What must be in the arguments.
    with: &'static str,
    answers: Vec<Answer>,
}

/// What is answered, by `service:action` or the name of a function.
#[derive(Default)]
pub struct Script(Vec<Rule>);

impl Script {
    pub fn on(self, name: &'static str, answer: Value) -> Self {
        self.each(name, "", &[answer])
    }

    /// One after the other.
    pub fn turns(self, name: &'static str, answers: &[Value]) -> Self {
        self.each(name, "", answers)
    }

    /// Where the arguments have this text.
    pub fn with(self, name: &'static str, with: &'static str, answer: Value) -> Self {
        self.each(name, with, &[answer])
    }

    pub fn fails(self, name: &'static str, error: &'static str, cause: &'static str) -> Self {
        self.rule(name, "", vec![Answer::Fails(error, cause)])
    }

    /// Fails so often, then answers.
    pub fn at_first_fails(
        self,
        name: &'static str,
        error: &'static str,
        times: usize,
        answer: Value,
    ) -> Self {
        let mut answers = vec![Answer::Fails(error, "in passing"); times];
        answers.push(Answer::Is(answer));
        self.rule(name, "", answers)
    }

    pub fn never(self, name: &'static str) -> Self {
        self.rule(name, "", vec![Answer::Never])
    }

    /// These answers, then others.
    pub fn and(mut self, others: Script) -> Self {
        self.0.extend(others.0);
        self
    }

    /// One after the other, where the arguments have this text.
    pub fn each(self, name: &'static str, with: &'static str, answers: &[Value]) -> Self {
        self.rule(name, with, answers.iter().cloned().map(Answer::Is).collect())
    }

    fn rule(mut self, name: &'static str, with: &'static str, answers: Vec<Answer>) -> Self {
        self.0.push(Rule { name, with, answers });
        self
    }
}

/// A call: what was asked, where in the workflow.
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
    asked: Arc<Mutex<BTreeMap<usize, usize>>>,
    pub made: Arc<Mutex<Calls>>,
    /// What nothing was said of.
    pub strange: Arc<Mutex<Vec<Made>>>,
}

impl Services {
    pub fn new(script: Arc<Script>) -> Self {
        Services { script, asked: Arc::default(), made: Arc::default(), strange: Arc::default() }
    }

    fn answer(&self, made: &Made) -> Answer {
        let text = made.arguments.to_string();
        let fits = |rule: &Rule| rule.name == made.name && text.contains(rule.with);
        let Some(index) = self.script.0.iter().position(fits) else {
            self.strange.lock().unwrap().push(made.clone());
            return Answer::Fails("Unscripted", "the case says nothing of this call");
        };
        let mut asked = self.asked.lock().unwrap();
        let turn = asked.entry(index).or_default();
        let answers = &self.script.0[index].answers;
        *turn += 1;
        answers[(*turn - 1).min(answers.len() - 1)].clone()
    }
}

impl Connector for Services {
    fn takes(&self, _: &Target) -> bool {
        true
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let made = made(&request);
        let place = request.path.iter().map(|(_, index)| *index).collect();
        self.made.lock().unwrap().entry(place).or_default().push(made.clone());
        let answer = self.answer(&made);
        let wraps = request.target.action() == Some(("lambda", "invoke"));
        Box::pin(async move {
            match (request.target.pattern(), answer) {
                (_, Answer::Fails(error, cause)) => Err(Failure::new(error, cause)),
                (Pattern::WaitForTaskToken, answer) => {
                    if let Answer::Is(value) = answer {
                        let token = request.token.as_deref().unwrap_or_default();
                        request.engine.callbacks().succeed(token, value).await.unwrap();
                    }
                    Ok(Reply::Done(Arc::new(json!({}))))
                }
                (_, Answer::Never) => std::future::pending().await,
                (_, Answer::Is(value)) if wraps => Ok(Reply::Done(Arc::new(envelope(value)))),
                (_, Answer::Is(value)) => Ok(Reply::Done(Arc::new(value))),
            }
        })
    }
}

/// What `lambda:invoke` puts around what a function returns.
fn envelope(payload: Value) -> Value {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// A call in the form in which calls are compared: a function is called by its name, whatever invokes it, and gets its
/// payload; a token is handed out, whatever it is and wherever it stands.
fn made(request: &Request) -> Made {
    let mut arguments = Value::clone(&request.arguments);
    let function = |arn: &str| arn.rsplit(':').next().unwrap_or(arn).to_owned();
    let name = match request.target.action() {
        Some(("lambda", "invoke")) => {
            let name = function(arguments["FunctionName"].as_str().unwrap_or_default());
            arguments = arguments.get_mut("Payload").map_or_else(|| json!({}), Value::take);
            name
        }
        Some((service, action)) => format!("{service}:{action}"),
        None => function(&request.target.resource),
    };
    if request.target.pattern() == Pattern::WaitForTaskToken {
        arguments = handed_out(arguments);
    }
    Made { name, arguments: plain(arguments) }
}

/// The payload without its token and the place of the call; what stands alone beside them, as `input`, is the payload.
fn handed_out(mut payload: Value) -> Value {
    let Some(fields) = payload.as_object_mut() else { return payload };
    assert!(fields.shift_remove("taskToken").is_some(), "a token is handed out");
    if fields.contains_key("input") {
        fields.shift_remove("context");
    }
    let alone = if fields.len() == 1 { fields.shift_remove("input") } else { None };
    alone.unwrap_or(payload)
}

/// What is kept of an answer of Lambda is what the function returned; what is drawn at random is no difference.
pub fn plain(value: Value) -> Value {
    match value {
        Value::Object(fields) if fields.len() == 3 && fields.contains_key("ExecutedVersion") => {
            plain(fields["Payload"].clone())
        }
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, plain(value))).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::String(text) => undrawn(text).into(),
        other => other,
    }
}

/// A text with `UUID` in place of each.
fn undrawn(text: String) -> String {
    let is_uuid = |part: &str| {
        let groups: Vec<usize> = part.split('-').map(str::len).collect();
        groups == [8, 4, 4, 4, 12] && part.chars().all(|c| c == '-' || c.is_ascii_hexdigit())
    };
    let parts = text.split_inclusive('/').map(|part| {
        let bare = part.trim_end_matches('/');
        if is_uuid(bare) { part.replace(bare, "UUID") } else { part.to_owned() }
    });
    parts.collect()
}
