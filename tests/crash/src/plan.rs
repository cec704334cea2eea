//! The executions: which workflow has which number, and how it must end.

use crate::flows;
use crate::mark::Mark;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow::interpreted::{Compiled, Context, Interpreted};
use workflow::{Engine, Failure, Workflow};
use workflow_runtime::Execution;
use workflow_runtime::engine::EngineBuilder;

/// The kinds of executions, which take turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chain,
    Patient,
    Tries,
    Wide,
    Every,
    Spread,
    Outer,
    Asking,
    Relay,
    Mended,
    Failing,
    Endless,
    /// `Chain` as the interpreter runs its document.
    Document,
    /// `Asking` as the interpreter runs its document.
    AskingDocument,
}

const KINDS: [Kind; 16] = [
    Kind::Chain,
    Kind::Patient,
    Kind::Tries,
    Kind::Wide,
    Kind::Every,
    Kind::Spread,
    Kind::Outer,
    Kind::Asking,
    Kind::Relay,
    Kind::Mended,
    Kind::Failing,
    Kind::Endless,
    Kind::Document,
    Kind::AskingDocument,
    Kind::Asking,
    Kind::Outer,
];

/// The way an execution must end.
#[derive(Debug, PartialEq)]
pub enum End {
    Output(Value),
    /// The output with an answer in the middle.
    Answered(String, String),
    Failed(String),
    Stopped,
}

impl End {
    /// True if this is the output that it must end with.
    pub fn fits(&self, output: &Value) -> bool {
        match self {
            End::Output(expected) => output == expected,
            End::Answered(before, after) => {
                let answer = output.as_str().and_then(|it| it.strip_prefix(&**before));
                answer.is_some_and(|it| it.ends_with(&**after))
            }
            End::Failed(_) | End::Stopped => false,
        }
    }
}

/// The items of Maps.
const ITEMS: [u64; 4] = [10, 12, 14, 16];
/// The executions that follow the first one of a chain.
pub const HOPS: u64 = 3;
/// The executions of the items of a distributed Map.
pub const SPREAD: u64 = ITEMS.len() as u64;

/// The execution with a number.
#[derive(Clone, Copy)]
pub struct Plan {
    pub number: u64,
    pub kind: Kind,
}

impl Plan {
    pub fn new(number: u64) -> Self {
        let turn = usize::try_from(number % KINDS.len() as u64).expect("a small number");
        Plan { number, kind: KINDS[turn] }
    }

    /// The execution in which a call is made.
    pub fn of_call(call: u64) -> Self {
        Plan::new(call / 100)
    }

    pub fn name(self) -> String {
        format!("x{}", self.number)
    }

    pub fn machine(self) -> &'static str {
        match self.kind {
            Kind::Chain => flows::chain::NAME,
            Kind::Patient => flows::patient::NAME,
            Kind::Tries => flows::tries::NAME,
            Kind::Wide => flows::wide::NAME,
            Kind::Every => flows::every::NAME,
            Kind::Spread => flows::spread::NAME,
            Kind::Outer => flows::outer::NAME,
            Kind::Asking => flows::asking::NAME,
            Kind::Relay => flows::relay::NAME,
            Kind::Mended => flows::mended::NAME,
            Kind::Failing => flows::failing::NAME,
            Kind::Endless => flows::endless::NAME,
            Kind::Document => "document",
            Kind::AskingDocument => "asking_document",
        }
    }

    pub fn id(self) -> String {
        let (machine, name) = (self.machine(), self.name());
        format!("arn:aws:states:us-east-1:123456789012:execution:{machine}:{name}")
    }

    /// True if the interpreter runs it.
    pub fn is_document(self) -> bool {
        matches!(self.kind, Kind::Document | Kind::AskingDocument)
    }

    fn seconds(self) -> u64 {
        if self.number.is_multiple_of(3) { 7 } else { 1 + self.number % 2 }
    }

    fn input(self) -> Value {
        let n = self.number;
        match self.kind {
            Kind::Patient => json!({ "n": n, "seconds": self.seconds() }),
            Kind::Every | Kind::Spread => json!({ "n": n, "items": ITEMS }),
            Kind::Relay => json!({ "n": n, "left": HOPS, "all": "" }),
            _ => json!(n),
        }
    }

    /// Asks an engine to begin it.
    pub fn start(self, engine: &Engine, documents: &Documents) -> Started {
        let (name, input) = (self.name(), self.input().to_string());
        let typed = |start: fn(&Engine, &str, &str) -> Execution<Arc<str>>| {
            Started::Typed(start(engine, &input, &name))
        };
        match self.kind {
            Kind::Chain => typed(start::<flows::chain>),
            Kind::Patient => typed(start::<flows::patient>),
            Kind::Tries => typed(start::<flows::tries>),
            Kind::Wide => typed(start::<flows::wide>),
            Kind::Every => typed(start::<flows::every>),
            Kind::Spread => typed(start::<flows::spread>),
            Kind::Outer => typed(start::<flows::outer>),
            Kind::Asking => typed(start::<flows::asking>),
            Kind::Relay => typed(start::<flows::relay>),
            Kind::Mended => typed(start::<flows::mended>),
            Kind::Failing => typed(start::<flows::failing>),
            Kind::Endless => typed(start::<flows::endless>),
            Kind::Document => self.start_document(engine, &documents.chain, &input),
            Kind::AskingDocument => self.start_document(engine, &documents.asking, &input),
        }
    }

    fn start_document(self, engine: &Engine, document: &Arc<Compiled>, input: &str) -> Started {
        let (document, value) = (document.clone(), Arc::new(self.input()));
        let open = move |identity: &workflow::machine::Identity| {
            Ok(Interpreted::start(document, value, Context::from(identity)))
        };
        let name = self.name();
        Started::Document(engine.start(open, self.machine(), Some(&name), Some(input.into())))
    }

    /// The way it must end.
    pub fn end(self) -> End {
        let call = |step| self.number * 100 + step;
        let mark = |step| Mark(call(step), 1).to_string();
        let last = |step| Mark(call(step), 3).to_string();
        let marks = |steps: &[u64]| steps.iter().map(|step| mark(*step)).collect::<String>();
        let items = || ITEMS.map(|item| marks(&[item, item + 1])).to_vec();
        match self.kind {
            Kind::Chain | Kind::Document => End::Output(json!(marks(&[1, 2, 3, 4, 5, 7]))),
            Kind::Patient => End::Output(json!(marks(&[1, 2]))),
            Kind::Tries => End::Output(json!(last(1) + &mark(2))),
            Kind::Wide => End::Output(json!(marks(&[2, 3]) + &last(4) + &mark(5) + &mark(6))),
            Kind::Every | Kind::Spread => End::Output(json!(items())),
            Kind::Outer => End::Output(json!(mark(1) + &mark(20) + &last(21) + &mark(2))),
            Kind::Asking | Kind::AskingDocument => End::Answered(mark(1) + &mark(2), mark(3)),
            Kind::Relay => End::Output(json!(marks(&[3, 2, 1, 0]))),
            Kind::Mended => End::Output(json!(mark(3))),
            Kind::Failing => End::Failed(mark(2)),
            Kind::Endless => End::Stopped,
        }
    }

    /// The calls that are made until it ends, with the number of attempts of each.
    pub fn calls(self) -> Vec<(u64, u32)> {
        let call = |step| self.number * 100 + step;
        let once = |steps: &[u64]| steps.iter().map(|step| (call(*step), 1)).collect::<Vec<_>>();
        match self.kind {
            Kind::Chain | Kind::Document => once(&[1, 2, 3, 4, 5, 6, 7]),
            Kind::Patient | Kind::Failing => once(&[1, 2]),
            Kind::Tries => vec![(call(1), 3), (call(2), 1)],
            Kind::Wide => [once(&[1, 2, 3, 5, 6]), vec![(call(4), 3)]].concat(),
            Kind::Every | Kind::Spread => once(&ITEMS.map(|item| [item, item + 1]).concat()),
            Kind::Outer => [once(&[1, 2, 20]), vec![(call(21), 3)]].concat(),
            Kind::Asking | Kind::AskingDocument | Kind::Mended => once(&[1, 2, 3]),
            Kind::Relay => once(&[0, 1, 2, 3]),
            // Its stop may come first.
            Kind::Endless => vec![],
        }
    }
}

fn start<W: Workflow>(engine: &Engine, input: &str, name: &str) -> Execution<Arc<str>> {
    engine.start_json_as::<W>(input, Some(name))
}

/// The handle of an execution.
pub enum Started {
    Typed(Execution<Arc<str>>),
    Document(Execution),
}

impl Started {
    pub async fn started(&self) -> Result<(), Failure> {
        match self {
            Started::Typed(execution) => execution.started().await,
            Started::Document(execution) => execution.started().await,
        }
    }

    pub async fn ended(self) -> Result<Value, Failure> {
        let text = match self {
            Started::Typed(execution) => execution.await?,
            Started::Document(execution) => execution.await?.json()?.to_string().into(),
        };
        serde_json::from_str(&text).map_err(|error| Failure::new("NoJson", error.to_string()))
    }
}

/// The documents that the interpreter runs.
pub struct Documents {
    chain: Arc<Compiled>,
    asking: Arc<Compiled>,
}

impl Documents {
    pub fn new() -> Self {
        Documents { chain: compiled::<flows::chain>(), asking: compiled::<flows::asking>() }
    }

    /// Names all workflows and documents to an engine.
    pub fn register(&self, builder: EngineBuilder) -> EngineBuilder {
        builder
            .workflow::<flows::chain>()
            .workflow::<flows::patient>()
            .workflow::<flows::tries>()
            .workflow::<flows::wide>()
            .workflow::<flows::every>()
            .workflow::<flows::spread>()
            .workflow::<flows::outer>()
            .workflow::<flows::asking>()
            .workflow::<flows::relay>()
            .workflow::<flows::mended>()
            .workflow::<flows::failing>()
            .workflow::<flows::endless>()
            .document("document", self.chain.clone())
            .document("asking_document", self.asking.clone())
    }
}

fn compiled<W: Workflow>() -> Arc<Compiled> {
    let definition = W::definition().expect("the workflow has a document");
    Arc::new(Compiled::new(definition, &W::tasks()).expect("the document can be run"))
}
