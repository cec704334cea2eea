//! The engines that a text is evaluated in: our own, and jsonata 2.0.6 of node where it is there.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use workflow_asl::jsonata::{Entropy, Expression, Scope};
use workflow_asl::ops::Fault;

/// What a text comes to; `None` is nothing at all.
type Got = Result<Option<Value>, String>;

/// The engines of one thread.
pub struct Engines {
    node: Option<Node>,
}

impl Engines {
    pub fn start() -> Self {
        Self { node: Node::start() }
    }

    /// A text in all engines.
    pub fn parse(&mut self, text: &str) -> Result<Parsed<'_>, String> {
        let expression = Expression::parse(text).map_err(|error| format!("{text}: {error:?}"))?;
        if let Some(node) = &mut self.node {
            node.say(&json!({ "text": text }));
        }
        Ok(Parsed { text: text.into(), expression, node: self.node.as_mut() })
    }
}

/// Whether the reference implementation is asked, and if not, why.
pub fn reference() -> String {
    match (folder(), Node::start()) {
        (None, _) => "skipped: jsonata 2.0.6 under node (WORKFLOW_JSONATA_JS is not set)".into(),
        (_, None) => "skipped: jsonata 2.0.6 under node (there is no node)".into(),
        (Some(folder), Some(_)) => format!("and jsonata 2.0.6 under node, of {folder}"),
    }
}

/// `WORKFLOW_JSONATA_JS` is a folder with `node_modules/jsonata` 2.0.6, the version that AWS names.
fn folder() -> Option<String> {
    std::env::var("WORKFLOW_JSONATA_JS").ok()
}

/// A text, ready to be evaluated.
pub struct Parsed<'a> {
    text: String,
    expression: Expression,
    node: Option<&'a mut Node>,
}

impl Parsed<'_> {
    /// Nothing if each engine gets what native Rust does.
    pub fn differs(&mut self, variables: &Value, native: &Result<Value, Fault>) -> Option<String> {
        let own = ("our evaluator", own(&self.expression, variables));
        let node = self.node.as_mut().map(|node| ("jsonata 2.0.6", node.evaluate(variables)));
        let (engine, got) =
            [Some(own), node].into_iter().flatten().find(|(_, got)| !agree(native, got))?;
        Some(format!("   {}\n   {variables}\n   native {native:?}\n   {engine} {got:?}", self.text))
    }
}

fn agree(native: &Result<Value, Fault>, got: &Got) -> bool {
    match (native, got) {
        (Ok(native), Ok(Some(value))) => same(native, value),
        (Err(_), Err(_)) => true,
        _ => false,
    }
}

fn own(expression: &Expression, variables: &Value) -> Got {
    let mut scope = Scope::new();
    for (name, value) in variables.as_object().unwrap() {
        scope.bind(name, value);
    }
    expression.evaluate(&scope, &mut Entropy::default()).map_err(|error| error.to_string())
}

/// -0.0 is 0: the native side writes it so.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| same(v, w)))
        }
        _ => a == b,
    }
}

/// A process that evaluates with the reference implementation.
struct Node {
    process: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Node {
    fn start() -> Option<Self> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/operators/check.js");
        let mut process = Command::new("node")
            .args([script, &folder()?])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (asked, answers) = (process.stdin.take()?, process.stdout.take()?);
        Some(Self { process, asked, answers: BufReader::new(answers) })
    }

    fn say(&mut self, line: &Value) {
        writeln!(self.asked, "{line}").unwrap();
    }

    fn evaluate(&mut self, variables: &Value) -> Got {
        self.say(&json!({ "b": variables }));
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let mut answer: Value = serde_json::from_str(&line).expect("check.js has ended: see above");
        match &answer["e"] {
            Value::String(error) => Err(error.clone()),
            _ => Ok(answer.get_mut("v").map(Value::take)),
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
