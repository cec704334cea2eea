//! Calls of generated workflows, in which time stands still: the engine's idempotency keys, and the places that exported
//! documents tell their functions, are the same for attempts of one call, and different for all others.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use workflow_asl::Definition;
use workflow_asl::export::{RetryOptions, StateOptions, document};
use workflow_asl::program::{
    Block, Distributed, End, Expr, Kind, Literal, Pattern, Program, Root, Rule, State, Stmt, Test,
    Types, Variable,
};
use workflow_asl::schema::{Data, Schema};
use workflow_runtime::Failure;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{Reply, Request, Target, connector};
use workflow_runtime::engine::{Engine, Identity};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::store::MemoryStore;

/// A part of a scope.
#[derive(Clone, Debug)]
enum Part {
    /// A call; true if it is told where it is called.
    Call(bool),
    Wait,
    Map(Vec<Part>),
    Distributed(Vec<Part>),
    Parallel(Vec<Vec<Part>>),
    /// Ends with a call that says if there is another turn.
    Loop(Vec<Part>),
}

fn below(state: &mut u64, limit: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % limit
}

fn parts(dice: &mut u64, depth: u32) -> Vec<Part> {
    (0..=below(dice, 2)).map(|_| part(dice, depth)).collect()
}

fn part(dice: &mut u64, depth: u32) -> Part {
    if depth == 0 {
        return Part::Call(below(dice, 4) > 0);
    }
    match below(dice, 9) {
        0 => Part::Call(below(dice, 4) > 0),
        1 => Part::Wait,
        2..=4 => Part::Map(parts(dice, depth - 1)),
        5 => Part::Distributed(parts(dice, depth - 1)),
        6 => Part::Parallel(vec![parts(dice, depth - 1), parts(dice, depth - 1)]),
        _ => Part::Loop(parts(dice, depth - 1)),
    }
}

fn kept<T>(all: Vec<T>) -> &'static [T] {
    Vec::leak(all)
}

/// Writes a program, its last block first.
#[derive(Default)]
struct Writer {
    states: Vec<State>,
    options: Vec<StateOptions>,
    blocks: Vec<Block>,
    variables: Vec<Variable>,
    dice: u64,
}

const ITEMS: Expr = Expr::List(&[ONE, ONE, ONE]);
const ONE: Expr = Expr::Literal(Literal::Integer(1));
const END: End = End::Return(Expr::Literal(Literal::Unit));

impl Writer {
    fn block(&mut self, code: Vec<Stmt>, end: End) -> usize {
        self.blocks.push(Block { code: kept(code), late: &[], end });
        self.blocks.len() - 1
    }

    fn variable(&mut self, probe: usize, root: Root) -> usize {
        let name = String::leak(format!("v{}", self.variables.len()));
        self.variables.push(Variable { name, probe, root });
        self.variables.len() - 1
    }

    /// A state, and the block that enters it.
    fn state(&mut self, what: &str, live: Vec<usize>, kind: Kind, options: StateOptions) -> usize {
        let name = String::leak(format!("{what} {}", self.states.len()));
        self.states.push(State { name, comment: "", live: kept(live), kind });
        self.options.push(options);
        self.block(vec![], End::Enter(self.states.len() - 1))
    }

    /// The first block of a scope.
    fn scope(&mut self, parts: &[Part]) -> usize {
        let end = self.block(vec![], END);
        self.sequence(parts, end)
    }

    fn sequence(&mut self, parts: &[Part], next: usize) -> usize {
        parts.iter().rev().fold(next, |next, part| self.part(part, next))
    }

    fn call(&mut self, context: bool, next: usize) -> usize {
        let catches = below(&mut self.dice, 3) == 0;
        // A catcher leads to a state.
        let caught = self.block(vec![], END);
        let pass = self.state("Pass", vec![], Kind::Pass { next: caught }, StateOptions::default());
        let catch = if catches { kept(vec![pass]) } else { &[] };
        let options = StateOptions {
            task: Some("f".to_owned()),
            context,
            retry: vec![retry("Again")],
            catch: if catches { vec![vec!["Odd".to_owned()]] } else { vec![] },
            ..StateOptions::default()
        };
        self.state("Call", vec![], Kind::Task { arguments: &[("n", ONE)], next, catch }, options)
    }

    fn part(&mut self, part: &Part, next: usize) -> usize {
        let again = StateOptions { retry: vec![retry("Over")], ..StateOptions::default() };
        match part {
            Part::Call(context) => self.call(*context, next),
            Part::Wait => self.state(
                "Wait",
                vec![],
                Kind::Wait { seconds: Expr::Literal(Literal::Integer(0)), next },
                StateOptions::default(),
            ),
            Part::Map(inside) => self.map(inside, None, next, again),
            Part::Distributed(inside) => {
                let plain = Distributed {
                    captures: &[],
                    tolerated_count: None,
                    tolerated_percentage: None,
                    express: false,
                    reader: None,
                    batch: None,
                    writer: None,
                };
                let distributed = Some(&*Box::leak(Box::new(plain)));
                self.map(inside, distributed, next, again)
            }
            Part::Parallel(branches) => {
                let branches = branches.iter().map(|branch| self.scope(branch)).collect();
                let kind = Kind::Parallel { branches: kept(branches), next, catch: &[] };
                self.state("Parallel", vec![], kind, again)
            }
            Part::Loop(inside) => self.turns(inside, next),
        }
    }

    fn map(
        &mut self,
        inside: &[Part],
        distributed: Option<&'static Distributed>,
        next: usize,
        options: StateOptions,
    ) -> usize {
        let root = if distributed.is_some() { Root::Input } else { Root::Item };
        let (item, start) = (self.variable(1, root), self.scope(inside));
        let kind = Kind::Map {
            items: ITEMS,
            item,
            start,
            max_concurrency: 0,
            distributed,
            next,
            catch: &[],
        };
        self.state("Map", vec![], kind, options)
    }

    /// `loop { inside; if !again() { break } }`
    fn turns(&mut self, inside: &[Part], next: usize) -> usize {
        let (more, back) = (self.variable(0, Root::Assigned), self.block(vec![], END));
        let rules = kept(vec![Rule { test: Test::When(Expr::Var(more)), next: back }]);
        // Its default leads to a state.
        let after = self.state("After", vec![], Kind::Pass { next }, StateOptions::default());
        let choice = Kind::Choice { rules, default: after };
        self.state("Choice", vec![more], choice, StateOptions::default());
        let choice = self.states.len() - 1;
        let told = self
            .block(vec![Stmt::Let(Pattern::Bind(more, None), Expr::Result)], End::Enter(choice));
        let options = StateOptions {
            task: Some("again".to_owned()),
            context: true,
            ..StateOptions::default()
        };
        let kind = Kind::Task { arguments: &[("n", ONE)], next: told, catch: &[] };
        let again = self.state("Again", vec![], kind, options);
        let start = self.sequence(inside, again);
        self.blocks[back].end = End::Goto(start);
        start
    }
}

fn retry(error: &str) -> RetryOptions {
    RetryOptions { errors: vec![error.to_owned()], ..RetryOptions::default() }
}

/// The document of a scope.
fn exported(parts: &[Part], dice: u64) -> Definition {
    let mut writer = Writer { dice, ..Writer::default() };
    let start = writer.scope(parts);
    let Writer { states, options, blocks, variables, .. } = writer;
    let (states, blocks, variables) = (kept(states), kept(blocks), kept(variables));
    let program =
        Program { name: "p", comment: "", parameters: &[], variables, states, blocks, start };
    let probes = vec![bool::schema(), Schema::Integer { min: 0, max: 9 }];
    let types = Types { probes, ..Types::default() };
    let definition =
        document(&program, &types, &options).unwrap_or_else(|error| panic!("{error}\n{parts:?}"));
    Definition::from_json(&definition.to_json_pretty()).unwrap()
}

/// One attempt of a call.
#[derive(Debug)]
struct Seen {
    /// The execution, the path of the scope, and the number of the effect in it.
    at: (String, Vec<(u32, u32)>, u32),
    key: String,
    /// The place that the function is told, if it is told one.
    told: Option<String>,
}

/// The executions that were redriven.
static REDRIVES: AtomicUsize = AtomicUsize::new(0);

type Log = Arc<Mutex<Vec<Seen>>>;

/// Notes a call, and answers it as its place says, so that a Map that is tried again goes the same way: some fail, at their
/// first attempt or at all, and some turns are the last ones.
fn answer(
    request: &Request,
    log: &Log,
    tries: &Mutex<HashMap<String, u64>>,
) -> Result<Value, Failure> {
    let payload = &request.arguments["Payload"];
    let mut told = payload.get("context").cloned();
    if let Some(told) = &mut told {
        told.as_object_mut().unwrap().remove("retries");
    }
    let Request { path, ordinal, context, .. } = request;
    let at = (context.execution.to_string(), path.clone(), *ordinal);
    let key = context.idempotency_key.to_string();
    let first = key.as_bytes().iter().fold(0_u64, |sum, byte| sum + u64::from(*byte));
    let tries = {
        let mut tries = tries.lock().unwrap();
        let tries = tries.entry(key.clone()).or_default();
        *tries += 1;
        *tries
    };
    log.lock().unwrap().push(Seen { at, key, told: told.map(|told| told.to_string()) });
    if request.arguments["FunctionName"] == "again" {
        return Ok(json!(first % 5 < 3));
    }
    match (first % 12, tries) {
        (0, 1) => Err(Failure::new("Again", "")),
        // Fails the Maps and Parallels around, which try it all again.
        (1, 1) if !path.is_empty() => Err(Failure::new("Over", "")),
        (2, _) => Err(Failure::new("Odd", "")),
        _ => Ok(json!(1)),
    }
}

/// Runs a document, and returns its calls.
async fn calls(definition: Definition) -> Vec<Seen> {
    let log = Log::default();
    let (seen, tries) = (log.clone(), Arc::new(Mutex::default()));
    let functions = connector(
        |target: &Target| target.action() == Some(("lambda", "invoke")),
        move |request| {
            let answer = answer(&request, &seen, &tries);
            Box::pin(async {
                answer.map(|payload| Reply::Done(Arc::new(json!({ "Payload": payload }))))
            })
        },
    );
    let program = Arc::new(Compiled::connected(definition).unwrap());
    let engine = Engine::builder().clock(VirtualClock::default()).store(MemoryStore::default());
    let engine = engine.connector(functions).document("p", program.clone()).build();
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, Arc::new(json!({})), Context::from(identity)))
    };
    let execution = engine.start(open, "p", Some("one"), Some("{}".into()));
    let id = execution.id().to_owned();
    // It may end with a failure that nothing catches, and again or not once it is redriven: of several that fail at the
    // same time, which one ends it depends on the order.
    if let Err(failure) = execution.await {
        let known = ["Odd", "Again", "Over", "States.ExceedToleratedFailureThreshold"];
        assert!(known.contains(&failure.error()), "{failure}");
        let again = engine.redrive(&id).await.unwrap().await;
        if let Err(failure) = again {
            assert!(known.contains(&failure.error()), "redriven: {failure}");
        }
        REDRIVES.fetch_add(1, Ordering::Relaxed);
    }
    drop(engine);
    Arc::try_unwrap(log).map_or_else(
        |log| std::mem::take(&mut *log.lock().unwrap()),
        |log| log.into_inner().unwrap(),
    )
}

/// Equal for each where they are equal, and different where they are different.
fn correspond<A: Clone + std::hash::Hash + Eq + std::fmt::Debug>(
    pairs: &[(A, String)],
) -> Result<usize, String> {
    let (mut forth, mut back) = (HashMap::new(), HashMap::new());
    for (a, b) in pairs {
        let (to, from) = (forth.entry(a).or_insert(b), back.entry(b).or_insert(a));
        if *to != b || *from != a {
            return Err(format!("{a:?}: {b}, but {from:?}: {to}"));
        }
    }
    Ok(forth.len())
}

#[tokio::test]
async fn every_call_has_a_key_of_its_own() {
    let mut forms: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut different, mut again) = (0, 0);
    for seed in 1..=150 {
        let mut dice = seed * 7_919;
        let parts = parts(&mut dice, 3);
        let definition = exported(&parts, dice);
        let text = definition.to_json_pretty();
        for form in ["\"item\"", "\"turn\"", "'.'", "$exists(", "\"turn\": [", "\"DISTRIBUTED\""] {
            *forms.entry(form).or_default() += u32::from(text.contains(form));
        }
        let seen = calls(definition).await;
        let engine: Vec<_> = seen.iter().map(|seen| (seen.at.clone(), seen.key.clone())).collect();
        different +=
            correspond(&engine).unwrap_or_else(|differ| panic!("seed {seed}: {differ}\n{text}"));
        let told: Vec<_> =
            seen.iter().filter_map(|seen| Some((seen.key.clone(), seen.told.clone()?))).collect();
        correspond(&told).unwrap_or_else(|differ| panic!("seed {seed}: {differ}\n{text}"));
        again += seen.len() - seen.iter().map(|seen| &seen.key).collect::<HashSet<_>>().len();
    }
    let redrives = REDRIVES.load(Ordering::Relaxed);
    println!("{different} calls, {again} further attempts, {redrives} redrives, {forms:?}");
    assert!(redrives > 20, "{redrives} redrives");
    assert!(different > 1_000 && again > 100, "{different} calls, {again} further attempts");
    assert!(forms.values().all(|count| *count > 3), "{forms:?}");
}
