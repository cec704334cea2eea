//! Whatever comes: an execution ends with an error of a state, in bounded memory, and those beside it go on.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use workflow_asl::Definition;
use workflow_runtime::clock::{Clock, VirtualClock};
use workflow_runtime::engine::{Identity, Limits};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::{History, Machine};
use workflow_runtime::task::{BoxFuture, TaskContext};
use workflow_runtime::way::Way;
use workflow_runtime::{Engine, Failure, Payload, TaskDefinition};

const MODES: [History; 3] = [History::Off, History::Events, History::Full];

/// Runs a document.
async fn run(engine: &Engine, definition: &Value, input: Value) -> Result<Value, Failure> {
    let open = open(definition, &[], input);
    engine.start(open, "m", None, None).await?.json().map(Arc::unwrap_or_clone)
}

fn open(
    definition: &Value,
    tasks: &[TaskDefinition],
    input: Value,
) -> impl FnOnce(&Identity) -> Result<Box<dyn Machine>, Failure> + use<> {
    let definition = Definition::from_value(definition.clone()).unwrap();
    let compiled = Arc::new(Compiled::new(definition, tasks).unwrap());
    move |identity| Ok(Interpreted::start(compiled, Arc::new(input), Context::from(identity)))
}

fn engine(history: History) -> Engine {
    Engine::builder().clock(VirtualClock::default()).seed(1).history(history).build()
}

/// A loop of one state, which never ends by itself.
fn endless(language: &str, state: Value) -> Value {
    let never = match language {
        "JSONata" => json!({ "Condition": "{% false %}", "Next": "Done" }),
        _ => json!({ "Variable": "$", "IsNull": true, "Next": "Done" }),
    };
    let mut state = state;
    state["Next"] = json!("More");
    json!({ "QueryLanguage": language, "StartAt": "Again", "States": {
        "Again": state,
        "More": { "Type": "Choice", "Choices": [never], "Default": "Again" },
        "Done": { "Type": "Succeed" } } })
}

/// A loop of one Pass state, in both query languages, with what it does to its input.
fn loops(jsonata: Value, parameters: Value) -> [Value; 2] {
    [
        endless("JSONata", json!({ "Type": "Pass", "Output": jsonata })),
        endless("JSONPath", json!({ "Type": "Pass", "Parameters": parameters })),
    ]
}

#[tokio::test]
async fn data_that_becomes_deeper_and_deeper_ends_its_state() {
    let deeper = "The value of 'output' is nested deeper than 100 levels.";
    for limits in [Limits::Aws, Limits::Off] {
        for history in MODES {
            let engine = Engine::builder().history(history).limits(limits).build();
            for definition in loops(json!({ "a": "{% $states.input %}" }), json!({ "a.$": "$" })) {
                let failure = run(&engine, &definition, json!(1)).await.unwrap_err();
                assert_eq!(failure.error(), "States.Runtime", "{failure}");
                let cause = failure.cause();
                assert!(cause.contains("'Again'") && cause.ends_with(deeper), "{cause}");
            }
        }
    }
}

#[tokio::test]
async fn data_becomes_deeper_by_variables_paths_and_branches_too() {
    let pass = json!({ "Type": "Pass", "End": true });
    let branch = json!({ "StartAt": "In", "States": { "In": pass } });
    let mut assigns =
        endless("JSONata", json!({ "Type": "Pass", "Assign": { "x": ["{% $x %}"] } }));
    assigns["States"]["First"] = json!({ "Type": "Pass", "Assign": { "x": 1 }, "Next": "Again" });
    assigns["StartAt"] = json!("First");
    let path = format!("$.{}b", "a.".repeat(60));
    let documents = [
        assigns,
        endless(
            "JSONPath",
            json!({ "Type": "Pass", "Parameters": { "a.$": "$" }, "ResultPath": path }),
        ),
        endless("JSONPath", json!({ "Type": "Parallel", "Branches": [branch] })),
        endless(
            "JSONata",
            json!({ "Type": "Map", "Items": "{% [{'in': $states.input}] %}", "ItemProcessor": branch }),
        ),
    ];
    for definition in documents {
        for history in MODES {
            let failure = run(&engine(history), &definition, json!({})).await.unwrap_err();
            assert!(failure.cause().contains("nested deeper than 100 levels"), "{failure}");
        }
    }
}

/// Forty states that each double their input: a terabyte, were it not for the limit.
#[tokio::test]
async fn data_that_doubles_ends_at_the_state_that_makes_it_too_large() {
    let twice = ["{% $states.input %}", "{% $states.input %}"];
    let [mut jsonata, mut paths] =
        loops(json!({ "a": twice[0], "b": twice[1] }), json!({ "a.$": "$", "b.$": "$" }));
    for definition in [&mut jsonata, &mut paths] {
        let again = definition["States"]["Again"].clone();
        let states = (0..40).map(|index| {
            let mut state = again.clone();
            state["Next"] = json!(format!("S{}", index + 1));
            (format!("S{index}"), state)
        });
        let states: serde_json::Map<_, _> =
            states.chain([("S40".to_owned(), json!({ "Type": "Succeed" }))]).collect();
        definition["States"] = states.into();
        definition["StartAt"] = json!("S0");
        for history in MODES {
            let failure = run(&engine(history), definition, json!("0123456789")).await.unwrap_err();
            assert_eq!(failure.error(), "States.DataLimitExceeded", "{history:?}");
            assert!(failure.cause().contains("'S13'"), "{history:?}: {failure}");
        }
    }
}

#[tokio::test]
async fn without_limits_of_aws_a_value_has_64_mib_at_most() {
    let engine = Engine::builder().history(History::Off).limits(Limits::Off).build();
    let [_, definition] = loops(json!(null), json!({ "a.$": "$", "b.$": "$" }));
    let failure = run(&engine, &definition, json!("x".repeat(1 << 20))).await.unwrap_err();
    assert!(failure.cause().contains("bytes"), "{failure}");
}

#[tokio::test]
async fn all_variables_have_10_mib_at_most() {
    let text = "x".repeat(250_000);
    let states = (0..60).map(|index| {
        let assign = json!({ format!("v{}", index % 50): "{% $states.input %}" });
        let state = json!({ "Type": "Pass", "Assign": assign, "Next": format!("S{}", index + 1) });
        (format!("S{index}"), state)
    });
    let last = ("S60".to_owned(), json!({ "Type": "Succeed" }));
    let states: serde_json::Map<_, _> = states.chain([last]).collect();
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "S0", "States": states });
    for history in MODES {
        let failure = run(&engine(history), &definition, json!(text)).await.unwrap_err();
        assert_eq!(failure.error(), "States.DataLimitExceeded");
        assert!(failure.cause().contains("'S41'"), "{failure}");
        assert!(run(&engine(history), &definition, json!(text[..200_000])).await.is_ok());
    }
}

#[tokio::test]
async fn the_inputs_of_all_items_count_together() {
    let processor = json!({ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } });
    let documents = [
        json!({ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": {
            "Type": "Map", "Items": "{% [1..2000] %}", "End": true, "ItemProcessor": processor,
            "ItemSelector": { "all": "{% $states.input.text %}" } } } }),
        json!({ "StartAt": "M", "States": { "M": {
            "Type": "Map", "ItemsPath": "$.list", "End": true, "ItemProcessor": processor,
            "ItemSelector": { "all.$": "$.text" } } } }),
    ];
    let list: Vec<u32> = (0..2000).collect();
    let input = json!({ "text": "x".repeat(100_000), "list": list });
    for definition in documents {
        let failure = run(&engine(History::Off), &definition, input.clone()).await.unwrap_err();
        assert!(failure.cause().contains("together"), "{failure}");
    }
}

#[tokio::test]
async fn an_input_that_is_too_deep_is_refused_before_it_is_read() {
    let deep = (0..500).fold(json!(1), |inner, _| json!([inner]));
    let succeed = json!({ "StartAt": "S", "States": { "S": { "Type": "Succeed" } } });
    let failure = run(&engine(History::Off), &succeed, deep).await.unwrap_err();
    assert_eq!(failure.cause(), "The input is nested deeper than 100 levels.");
    let never = |_: &Identity| -> Result<Box<dyn Machine>, Failure> { panic!("it was read") };
    for depth in [101, 200_000] {
        let text = "[".repeat(depth);
        let started = engine(History::Full).start(never, "m", None, Some(text.into()));
        let failure = started.await.unwrap_err();
        assert_eq!(failure.cause(), "the input is nested deeper than 100 levels");
    }
}

/// Counts how often executions have come to rest.
#[derive(Clone)]
struct Counting(VirtualClock, Arc<AtomicUsize>);

impl Clock for Counting {
    fn now(&self) -> jiff::Timestamp {
        self.0.now()
    }
    fn wait(&self, until: jiff::Timestamp) -> BoxFuture<()> {
        self.0.wait(until)
    }
    fn is_virtual(&self) -> bool {
        true
    }
    fn jump(&self, to: Option<jiff::Timestamp>) -> bool {
        self.0.jump(to)
    }
    fn settled(&self) -> bool {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.settled()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn executions_that_sleep_cost_nothing_while_others_wake() {
    let (clock, sleepers) = (Counting(VirtualClock::default(), Arc::default()), 400_usize);
    let rests = clock.1.clone();
    let engine = Engine::builder().clock(clock).seed(1).build();
    let mut definition = call("gate", &json!({}));
    definition["States"]["Call"]["Output"] = json!("{% $states.input %}");
    definition["States"]["Call"]["Next"] = json!("W");
    definition["States"]["Call"].as_object_mut().unwrap().remove("End");
    for (name, next) in [("W", json!({ "Next": "V" })), ("V", json!({ "End": true }))] {
        let mut wait = json!({ "Type": "Wait", "Seconds": "{% $states.input %}" });
        wait.as_object_mut().unwrap().extend(next.as_object().unwrap().clone());
        definition["States"][name] = wait;
    }
    let started: Vec<_> = (1..=sleepers)
        .map(|index| engine.start(open(&definition, &tasks(), json!(index)), "m", None, None))
        .collect();
    GATE.add_permits(sleepers);
    for execution in started {
        execution.await.unwrap();
    }
    let each = rests.load(Ordering::Relaxed) / sleepers;
    assert!(each <= 60, "{each} rests for each execution");
}

#[tokio::test(start_paused = true)]
async fn where_tokios_timers_are_paused_the_real_clock_goes_with_them() {
    let engine = Engine::builder().build();
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "W", "States": {
        "W": { "Type": "Wait", "Seconds": 360_000, "End": true } } });
    let begin = engine.now();
    run(&engine, &definition, json!({})).await.unwrap();
    let passed = engine.now().duration_since(begin);
    let off = passed.as_millis() - 360_000_000;
    assert!((-5..5_000).contains(&off), "{passed:?}");
}

fn blocks(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async move {
        let millis: u64 = input.take()?;
        std::thread::sleep(Duration::from_millis(millis));
        Ok(Payload::live(millis))
    })
}

fn beats(context: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    let beat = context.heartbeat.clone();
    Box::pin(async move {
        let running = blocking(input).await;
        beat.beat();
        running
    })
}

async fn blocking(input: Payload) -> Result<Payload, Failure> {
    let millis: u64 = input.take()?;
    // Once it has given others a turn it is no longer being polled for the first time.
    tokio::task::yield_now().await;
    std::thread::sleep(Duration::from_millis(millis));
    Ok(Payload::live(millis))
}

fn yields(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(blocking(input))
}

fn definition(
    name: &'static str,
    run: fn(&TaskContext, Payload) -> BoxFuture<Result<Payload, Failure>>,
) -> TaskDefinition {
    TaskDefinition {
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs: Vec::new,
        run,
        way: Way::Function,
        context: false,
    }
}

/// Closed until a test lets as many through as it likes.
static GATE: Semaphore = Semaphore::const_new(0);

fn gate(_: &TaskContext, _: Payload) -> BoxFuture<Result<Payload, Failure>> {
    Box::pin(async {
        GATE.acquire().await.unwrap().forget();
        Ok(Payload::live(()))
    })
}

fn tasks() -> [TaskDefinition; 4] {
    [
        definition("blocks", blocks),
        definition("yields", yields),
        definition("beats", beats),
        definition("gate", gate),
    ]
}

/// A call, as one of a task and as one of a resource.
fn call(task: &str, limits: &Value) -> Value {
    let mut state = json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
        "Arguments": { "FunctionName": task, "Payload": "{% $states.input %}" } });
    let fields = state.as_object_mut().unwrap();
    fields.extend(limits.as_object().unwrap().clone());
    json!({ "QueryLanguage": "JSONata", "StartAt": "Call", "States": { "Call": state } })
}

#[tokio::test]
async fn a_task_that_blocked_its_thread_is_late_all_the_same() {
    let silent = json!({ "TimeoutSeconds": 60, "HeartbeatSeconds": 1 });
    let cases = [
        ("blocks", json!({ "TimeoutSeconds": 1 }), 1_100, Some("States.Timeout")),
        ("yields", json!({ "TimeoutSeconds": 1 }), 1_100, Some("States.Timeout")),
        ("yields", silent.clone(), 1_100, Some("States.Timeout")),
        ("beats", silent, 1_100, None),
        ("blocks", json!({ "TimeoutSeconds": 60 }), 10, None),
    ];
    let engine = Engine::builder().build();
    for (task, limits, millis, error) in cases {
        let open = open(&call(task, &limits), &tasks(), json!(millis));
        let failed = engine.start(open, "m", None, None).await.err();
        assert_eq!(failed.as_ref().map(Failure::error), error, "{task} {limits}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_execution_is_stopped_after_a_task_that_blocked_its_thread() {
    let mut document = call("blocks", &json!({}));
    let first = document["States"]["Call"].clone();
    for index in 0..20 {
        let mut state = first.clone();
        state["Next"] =
            json!(if index == 19 { "Call".to_owned() } else { format!("C{}", index + 1) });
        state.as_object_mut().unwrap().remove("End");
        state["Output"] = json!("{% $states.input %}");
        document["States"][format!("C{index}")] = state;
    }
    document["StartAt"] = json!("C0");
    let engine = Engine::builder().build();
    let execution = engine.start(open(&document, &tasks(), json!(100)), "m", None, None);
    tokio::time::sleep(Duration::from_millis(250)).await;
    execution.stop("Enough", "");
    let mut progress = execution.progress();
    assert_eq!(execution.await.unwrap_err().error(), "Enough");
    let mut entered = 0;
    while let Some(event) = progress.next().await {
        entered += usize::from(event.kind.name() == "TaskStateEntered");
    }
    assert!(entered < 10, "{entered} states were entered");
}

/// A Map whose items each return a list of 30,000 numbers, about 150 KB; the state hands on a word.
fn lists(items: usize) -> Value {
    json!({ "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "Items": format!("{{% [1..{items}] %}}"),
        "ItemProcessor": { "StartAt": "List", "States": { "List": {
            "Type": "Pass",
            "Output": "{% $states.context.Execution.Input %}",
            "End": true
        } } },
        "Output": "done",
        "End": true
    } } })
}

#[tokio::test]
async fn results_of_children_are_bounded_together() {
    let input = json!(vec![10_000; 30_000]);
    for history in [History::Off, History::Events, History::Full] {
        let ended = run(&engine(history), &lists(10), input.clone()).await;
        assert_eq!(ended.unwrap(), "done", "{history:?}");
        let failure = run(&engine(history), &lists(100), input.clone()).await.unwrap_err();
        assert_eq!(failure.error(), "States.DataLimitExceeded", "{history:?}");
        assert!(failure.reported().contains("'Each'"), "{}", failure.reported());
    }
}
