//! Users' tests of their workflows: what they can say, what they find, and in which words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "tests")]
#![allow(clippy::unused_async, reason = "tasks are async")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use workflow::engine::Answer;
use workflow::history::Trace;
use workflow::machine::{Machine, StateInfo};
use workflow::prelude::*;
use workflow::testing::{Coverage, EventType, Kind, Test, event};
use workflow::{Definition, Payload, TaskDefinition, Workflow};
use workflow_runtime::export::ExportError;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    card: String,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined {
        reason: String,
    },
    Throttled,
    #[other]
    Other(Failure),
}

const GENTLY: Retry = Retry::on(&["Throttled"]).interval(1).backoff_rate(2.0).max_attempts(5);

struct Bank(Arc<AtomicUsize>);

/// Knows what it has charged: key, and number.
#[derive(Clone, Default)]
struct Books(Arc<Mutex<Vec<String>>>, Arc<AtomicUsize>);

#[task]
async fn price(lines: Vec<String>) -> Result<f64, Failure> {
    Ok(lines.len() as f64)
}
#[task]
async fn approve(_id: String, _total: f64) -> Result<(), Failure> {
    Ok(())
}
#[task(timeout = "30s", retry = GENTLY)]
async fn charge(bank: Res<Bank>, card: String, amount: f64) -> Result<String, ChargeError> {
    let number = bank.0.fetch_add(1, Ordering::SeqCst);
    tokio::time::sleep(Duration::from_millis(2)).await;
    Ok(format!("{number}: {amount} from {card}"))
}
#[task]
async fn pick(line: String) -> Result<String, Failure> {
    Ok(line)
}
#[task]
async fn pack(picked: String) -> Result<String, Failure> {
    Ok(picked)
}

#[workflow]
async fn fulfil(order: Order) -> Result<Vec<String>, Failure> {
    let total = price(order.lines.clone()).await?;
    if total > 500.0 {
        approve(order.id.clone(), total).await?;
    }
    match charge(order.card, total).await {
        Ok(_) => {}
        Err(ChargeError::Declined { reason }) => return Err(Failure::new("Declined", reason)),
        Err(other) => return Err(other.into()),
    }
    map(order.lines, async |line| {
        let picked = pick(line).await?;
        pack(picked).await
    })
    .max_concurrency(8)
    .await
}

/// Waits long, calls several arguments, and gives the number of turns.
#[workflow]
async fn yearly(name: String, years: u32) -> Result<u32, Failure> {
    let mut year = 0;
    while year < years {
        sleep(Duration::from_secs(365 * 24 * 60 * 60)).await;
        approve(name.clone(), 1.0).await?;
        year += 1;
    }
    Ok(year)
}

/// Another task, which `fulfil` does not call.
#[task]
async fn stranger() -> Result<(), Failure> {
    Ok(())
}

fn order() -> Order {
    let lines = vec!["tea".to_owned(), "cup".to_owned()];
    Order { id: "o1".to_owned(), card: "visa".to_owned(), lines }
}

fn test() -> Test<fulfil> {
    Test::of::<fulfil>()
        .mock::<price>(|call| call.returns(600.0))
        .mock::<approve>(|call| call.returns(()))
        .mock::<charge>(|call| call.returns("receipt".to_owned()))
        .mock::<pick>(|call| call.answers(|line| Ok(format!("one {line}"))))
        .mock::<pack>(|call| call.answers(|picked| Ok(format!("parcel of {picked}"))))
}

fn declined() -> ChargeError {
    ChargeError::Declined { reason: "stolen".to_owned() }
}

/// The message of an assertion that fails, without colours.
#[track_caller]
fn message<T>(fails: impl FnOnce() -> T) -> String {
    let panic = catch_unwind(AssertUnwindSafe(fails)).err().expect("it should have failed");
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let mut plain = text.unwrap();
    for code in ["\x1b[31m", "\x1b[32m", "\x1b[0m"] {
        plain = plain.replace(code, "");
    }
    plain
}

#[track_caller]
fn says<T>(fails: impl FnOnce() -> T, expected: &str) {
    let message = message(fails);
    assert_eq!(message.trim_end(), expected, "\n{message}");
}

#[test]
fn a_run_is_asserted() {
    let run = test().run(order());
    run.assert_output(&vec!["parcel of one tea".to_owned(), "parcel of one cup".to_owned()]);
    assert_eq!(run.output().len(), 2);
    run.assert_path([
        "Total",
        "total > 500.0?",
        "Approve",
        "Charge",
        "EachLine",
        "Picked[0]",
        "Pack[0]",
        "Picked[1]",
        "Pack[1]",
    ]);
    run.assert_visited("Approve");
    run.assert_not_visited("Declined");
    run.calls::<charge>().assert_inputs([("visa".to_owned(), 600.0)]);
    run.calls::<pick>().assert_count(2);
    run.calls::<pick>().assert_inputs(order().lines);
    assert_eq!(run.calls::<charge>().inputs()[0].1, 600.0);
    run.assert_events([
        event(EventType::StateEntered(Kind::Choice)),
        event(EventType::TaskSucceeded).state("Charge").attempt(1),
        event(EventType::TaskSucceeded).state("Pack[1]"),
    ]);
    run.assert_event_count(&event(EventType::TaskSucceeded).state("Pack"), 2);
    run.assert_event_count(&event(EventType::TaskFailed), 0);
    run.assert_mocks_used();
}

#[test]
fn a_year_takes_a_moment() {
    let test = Test::of::<yearly>().mock::<approve>(|call| call.returns(()));
    let run = test.run(("a".to_owned(), 3));
    assert_eq!(run.output(), 3);
    assert!(run.elapsed() > Duration::from_secs(3 * 365 * 24 * 60 * 60));
    run.calls::<approve>().assert_count(3);
}

#[test]
fn sequences_of_answers() {
    let run = test()
        .mock::<charge>(|call| {
            let busy = call.fails(ChargeError::Throttled).times(2);
            let lost = busy.then().fails_with(Failure::new("Lambda.ServiceException", ""));
            lost.then().returns("at last".to_owned()).after(Duration::from_secs(7))
        })
        .run(order());
    run.calls::<charge>().assert_count(1);
    run.calls::<charge>().assert_attempts(4);
    run.assert_mocks_used();
    run.assert_events([
        event(EventType::TaskFailed).state("Charge").attempt(1).error("Throttled"),
        event(EventType::TaskFailed).state("Charge").attempt(2).error("Throttled"),
        event(EventType::TaskFailed).attempt(3).error("Lambda.ServiceException"),
        event(EventType::TaskSucceeded).state("Charge").attempt(4),
    ]);
    // 1 and 2 seconds of the own retrier, and 7 of the answer.
    assert!(run.elapsed() > Duration::from_secs(10), "{:?}", run.elapsed());
}

#[test]
fn answers_by_arguments() {
    let run = test()
        .mock::<pick>(|call| {
            let cup = call.with(|line| line == "cup").returns("a cup".to_owned());
            cup.then().returns("something".to_owned())
        })
        .run(order());
    run.assert_output(&vec!["parcel of something".to_owned(), "parcel of a cup".to_owned()]);
}

#[test]
fn a_task_that_hangs_times_out() {
    let run = test().mock::<charge>(|call| call.hangs()).run(order());
    run.assert_fails("States.Timeout");
    assert_eq!(run.failure().error(), "States.Timeout");
    run.assert_event_count(&event(EventType::TaskTimedOut).state("Charge"), 1);
}

#[task]
async fn book(books: Res<Books>, context: TaskContext, line: String) -> Result<String, Failure> {
    books.1.fetch_add(1, Ordering::SeqCst);
    let key = context.idempotency_key.to_string();
    let mut keys = books.0.lock().unwrap();
    let known = keys.iter().position(|known| *known == key);
    let number = known.unwrap_or(keys.len());
    if known.is_none() {
        keys.push(key);
    }
    Ok(format!("{number}: {line}"))
}

#[workflow]
async fn keep_books(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    let first = book("first".to_owned()).await?;
    sleep(Duration::from_secs(60)).await;
    let (mut all, one) =
        join!(map(lines, async |line| book(line).await).max_concurrency(1), book(first)).await?;
    all.push(one);
    Ok(all)
}

#[test]
fn a_crash_that_loses_an_answer_runs_the_body_again() {
    let books = Books::default();
    let test = Test::of::<keep_books>().resource(books.clone());
    let lines = || vec!["a".to_owned(), "b".to_owned()];
    let plain = test.run(lines());
    assert_eq!(books.1.load(Ordering::SeqCst), 4);
    // Each call has one key, in each run: the bodies run again, and book nothing twice.
    let run = test.clone().crash_everywhere().run(lines());
    run.assert_output(&plain.output());
    assert_eq!(books.0.lock().unwrap().len(), 4);
    assert!(books.1.load(Ordering::SeqCst) >= 4 + 4 + 4, "{books:?}", books = books.1);
}

#[test]
fn a_body_that_books_twice_is_found() {
    let test = Test::of::<fulfil>().resource(Bank(Arc::default())).runs_all().crash_everywhere();
    let why = message(|| drop(test.run(order())));
    let text = "the body of `charge` in state `Charge` answered \"0: 2 from visa\"; a crash lost that, and when it \
                ran again for the same call it answered \"1: 2 from visa\": what it has done must be found again";
    assert!(why.contains(text), "{why}");
}

#[test]
fn bodies_run_where_their_resources_are() {
    let bank = Arc::new(AtomicUsize::new(7));
    let test = Test::of::<fulfil>()
        .resource(Bank(bank.clone()))
        .mock::<approve>(|call| call.returns(()))
        .runs::<price>()
        .runs::<pick>()
        .runs::<pack>()
        .check_same();
    let run = test.run(order());
    run.assert_output(&order().lines);
    run.calls::<charge>().assert_inputs([("visa".to_owned(), 2.0)]);
    // What bodies answered is given again to the document: the bank was asked once.
    assert_eq!(bank.load(Ordering::SeqCst), 8);
}

#[tokio::test]
async fn tests_may_be_async() {
    test().check_same().crash_everywhere().run(order()).assert_visited("Charge");
}

#[test]
fn the_document_does_the_same() {
    test().assert_same([order(), Order { lines: vec![], ..order() }]);
    for seed in 0..20 {
        let run = test().seed(seed).check_same().crash_everywhere().faults(seed).run(order());
        assert!(run.calls::<charge>().count() <= 1);
    }
}

/// A workflow whose document, or whose checkpoints, are not its own.
macro_rules! wrong {
    ($name:ident, $definition:expr, $revive:expr) => {
        struct $name;
        impl Workflow for $name {
            type Input = Order;
            type Values = Order;
            type Output = Vec<String>;
            const NAME: &'static str = stringify!($name);
            fn machine(input: Payload) -> Result<Box<dyn Machine>, Failure> {
                <fulfil as Workflow>::machine(input)
            }
            fn revive(record: serde_json::Value) -> Result<Box<dyn Machine>, Failure> {
                $revive(record)
            }
            fn states() -> &'static [StateInfo] {
                <fulfil as Workflow>::states()
            }
            fn tasks() -> Vec<TaskDefinition> {
                <fulfil as Workflow>::tasks()
            }
            fn definition() -> Result<Definition, ExportError> {
                $definition
            }
        }
    };
}

fn altered() -> Result<Definition, ExportError> {
    let text = fulfil::definition()?.to_json_pretty().replace("$total > 500", "$total > 600.5");
    Ok(Definition::from_json(&text).unwrap())
}

wrong!(Drifted, altered(), <fulfil as Workflow>::revive);
// After a crash it begins again.
wrong!(Forgetful, fulfil::definition(), |_| <fulfil as Workflow>::machine(Payload::live(order())));

fn answered<W: Workflow>() -> Test<W> {
    Test::of::<W>()
        .mock::<price>(|call| call.returns(600.0))
        .mock::<approve>(|call| call.returns(()))
        .mock::<charge>(|call| call.returns("receipt".to_owned()))
        .mock::<pick>(|call| call.answers(Ok))
        .mock::<pack>(|call| call.answers(Ok))
}

#[test]
fn a_document_that_differs_is_found() {
    says(
        || answered::<Drifted>().seed(3).assert_same([order()]),
        "Drifted: the exported document does not do the same: histories differ, after
  TaskStateExited Total
  ChoiceStateEntered total > 500.0?
  ChoiceStateExited total > 500.0?
in event 9:
    … 3 the same
      \"id\": 9,
      \"previousEventId\": 8,
      \"stateEnteredEventDetails\": {
  -     \"name\": \"Approve\",
  +     \"name\": \"Charge\",
        \"input\": {
          \"ExecutedVersion\": \"$LATEST\",
          \"Payload\": 600,
    … 4 the same
  (- generated, + interpreted)
failures: None / None
its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → Picked[1] → Pack[1]
it returned [\"tea\",\"cup\"]
before this run, 0 runs: 0 ended well",
    );
}

#[test]
fn a_workflow_that_does_not_survive_is_found() {
    says(
        || answered::<Forgetful>().crash_everywhere().run(order()),
        "Forgetful: it does not survive crashes: results differ: without crashes Ok(Array [String(\"tea\"), \
         String(\"cup\")]), with crashes Err(States.Runtime: the checkpoint lacks an effect)
its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → Picked[1] → Pack[1]
it returned [\"tea\",\"cup\"]",
    );
}

#[test]
fn seeds_choose_delays_and_what_is_anything() {
    let test = test().mock::<pick>(|call| call.returns_anything());
    let events = |seed| test.clone().seed(seed).run(order()).history().to_vec();
    assert_eq!(events(1), events(1));
    assert_ne!(events(1), events(2));
    test.assert_same([order()]);
}

#[test]
fn faults_are_of_all_kinds() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..60 {
        let run = test().faults(seed).run(order());
        seen.extend(run.events().iter().filter_map(|line| {
            let (event, error) = line.split_once(": ")?;
            Some(format!("{} {error}", event.split_whitespace().next()?))
        }));
    }
    for kind in [
        "TaskFailed Declined",
        "TaskFailed Throttled",
        "TaskFailed Injected",
        "TaskFailed Lambda.ServiceException",
        "TaskTimedOut States.Timeout",
        "ExecutionFailed Declined",
    ] {
        assert!(seen.contains(kind), "{kind} is not in {seen:#?}");
    }
}

#[test]
fn coverage_names_what_is_left() {
    let coverage = Coverage::of::<fulfil>();
    let test = test().covering(&coverage);
    test.run(order());
    let line = |text: &str| {
        let source = include_str!("testing.rs");
        let line = source.lines().position(|line| line.contains(text)).unwrap() + 1;
        format!("tests/testing.rs:{line}")
    };
    let (choice, call) = (line("if total > 500.0"), line("match charge("));
    let (declined_at, other) =
        (line("Err(ChargeError::Declined { reason }) =>"), line("Err(other) => return"));
    let expected = format!(
        "not everything was reached
coverage of `fulfil`: 8 of 14 (57 %)
  states       7 of 9
  choice rules 1 of 2
  catchers     0 of 2
  retriers     0 of 1
not reached:
  default of `total > 500.0?` (no rule holds → Charge) at {choice}
  catcher 1 of `Charge` (Declined) at {call}
  catcher 2 of `Charge` (States.ALL) at {call}
  retrier 1 of `Charge` (Throttled) at {call}
  state `Declined` at {declined_at}
  state `ChargeFailed` at {other}"
    );
    says(|| coverage.assert_all(), &expected);
    let low = expected.replace("not everything was reached", "less than 90 % was reached");
    says(|| coverage.at_least(0.9), &low);
    coverage.at_least(0.5);
    test.clone().mock::<charge>(|call| call.fails(declined())).run(order());
    test.clone().mock::<charge>(|call| call.hangs()).run(order());
    test.clone()
        .mock::<price>(|call| call.returns(1.0))
        .mock::<charge>(|call| call.fails(ChargeError::Throttled).then().returns("r".to_owned()))
        .run(order());
    coverage.assert_all();
    assert_eq!((coverage.ratio(), coverage.missing()), (1.0, vec![]));
    says(
        || Test::of::<yearly>().covering(&coverage),
        "the coverage of `fulfil` does not count what `yearly` reaches",
    );
}

#[test]
fn what_a_task_answers_must_be_said() {
    says(
        || Test::of::<fulfil>().mock::<price>(|call| call.returns(1.0)).run(order()),
        "fulfil: the task `charge` was called in state `Charge` with {\"card\":\"visa\",\"amount\":1.0}, and the \
         test does not say what it answers: write `.mock::<charge>(|call| call.returns(..))`, or let its body run \
         with `.runs::<charge>()`",
    );
    says(
        || test().mock::<charge>(|call| call.fails(ChargeError::Throttled).times(2)).run(order()),
        "fulfil: the task `charge` was called in state `Charge` (attempt 3) with {\"card\":\"visa\",\"amount\":600.0}: \
         its mock answers 2 attempts, and all of them have been made",
    );
    says(
        || {
            let tea = |line: &String| line == "tea";
            test().mock::<pick>(|call| call.with(tea).returns(String::new())).run(order())
        },
        "fulfil: the task `pick` was called in state `Picked` (attempt 1) with \"cup\": no step of its mock that is \
         left takes these arguments",
    );
    says(
        || Test::of::<fulfil>().mock::<stranger>(|call| call.returns(())),
        "`fulfil` does not call the task `stranger`; it calls `price`, `approve`, `charge`, `pick`, `pack`",
    );
    says(
        || Test::of::<fulfil>().runs_all().run(order()),
        "fulfil: the task `charge` is to run its own body, which needs the resource `testing::Bank`: give it with \
         `.resource(..)`",
    );
    says(
        || test().mock::<price>(|call| call.hangs()).run(order()),
        "fulfil: it waits for something that never comes, in `Total` (attempt 1): a mock that hangs needs a \
         `timeout` of its task",
    );
}

const STORY: &str = "its path: Total → total > 500.0? → Approve → Charge → EachLine → Picked[0] → Pack[0] → \
                     Picked[1] → Pack[1]\nit returned [\"parcel of one tea\",\"parcel of one cup\"]";

#[test]
fn messages_about_results() {
    let run = test().run(order());
    let failed = test().mock::<charge>(|call| call.fails(declined())).run(order());
    let end = "its path: Total → total > 500.0? → Approve → Charge → Declined\nit failed: Declined: stolen";
    says(|| run.failure(), &format!("`fulfil` was expected to fail\n{STORY}"));
    says(
        || run.assert_fails("Declined"),
        &format!("`fulfil` was expected to fail with `Declined`\n{STORY}"),
    );
    says(
        || failed.assert_fails("Busy"),
        &format!("`fulfil` was expected to fail with `Busy`\n{end}"),
    );
    says(|| failed.output(), &format!("`fulfil` was expected to succeed\n{end}"));
    says(|| failed.assert_output(&vec![]), &format!("`fulfil` was expected to return []\n{end}"));
    let expected = vec!["parcel of one tea".to_owned(), "parcel of one pot".to_owned()];
    says(
        || run.assert_output(&expected),
        &format!(
            "`fulfil` returned something else:
    [
      \"parcel of one tea\",
  -   \"parcel of one pot\"
  +   \"parcel of one cup\"
    ]
  (- expected, + seen)
{STORY}"
        ),
    );
}

#[test]
fn messages_about_paths() {
    let run = test().mock::<charge>(|call| call.fails(declined())).run(order());
    says(
        || run.assert_path(["Total", "total > 500.0?", "Charge", "Declined"]),
        "`fulfil` went another way:
    Total
    total > 500.0?
  + Approve
    Charge
    Declined
  (- expected, + seen)
it failed: Declined: stolen",
    );
    let end = "its path: Total → total > 500.0? → Approve → Charge → Declined\nit failed: Declined: stolen";
    says(|| run.assert_visited("Pack"), &format!("`fulfil` was never in `Pack`\n{end}"));
    says(|| run.assert_not_visited("Approve"), &format!("`fulfil` was in `Approve`\n{end}"));
    says(
        || run.assert_not_visited("Aprove"),
        "`fulfil` has no state `Aprove`; it has `Total`, `total > 500.0?`, `Approve`, `Charge`, `Declined`, \
         `ChargeFailed`, `EachLine`, `Picked`, `Pack`",
    );
}

#[test]
fn messages_about_calls_and_mocks() {
    let run = test()
        .mock::<price>(|call| call.returns(1.0))
        .mock::<charge>(|call| {
            call.fails(ChargeError::Throttled).then().fails(declined()).then().hangs()
        })
        .run(order());
    let end = "its path: Total → total > 500.0? → Charge → Declined\nit failed: Declined: stolen";
    says(
        || run.calls::<charge>().assert_count(2),
        &format!(
            "`charge` was called once, not twice:
  in `Charge`, with {{\"card\":\"visa\",\"amount\":1.0}}
  in `Charge`, attempt 2, with {{\"card\":\"visa\",\"amount\":1.0}}
{end}"
        ),
    );
    says(
        || run.calls::<approve>().assert_attempts(3),
        &format!("`approve` was tried never, not 3 times:\n{end}"),
    );
    says(
        || run.calls::<charge>().assert_inputs([("visa".to_owned(), 2.0)]),
        &format!(
            "`charge` had other arguments:
  - {{\"card\":\"visa\",\"amount\":2.0}}
  + {{\"card\":\"visa\",\"amount\":1.0}}
  (- expected, + seen)
{end}"
        ),
    );
    says(
        || run.assert_mocks_used(),
        &format!(
            "`fulfil` did not use all mocks:
  the mock of `approve` was never called
  step 3 of 3 of the mock of `charge` was never used
  the mock of `pack` was never called
  the mock of `pick` was never called
{end}"
        ),
    );
    assert_eq!(run.unused_mocks().len(), 4);
}

#[test]
fn messages_about_histories() {
    let run = Test::of::<yearly>()
        .mock::<approve>(|call| call.fails(Failure::new("No", "not this year")))
        .run(("a".to_owned(), 1));
    let lines = [
        "ExecutionStarted",
        "PassStateEntered Set year",
        "PassStateExited Set year",
        "ChoiceStateEntered While year < years",
        "ChoiceStateExited While year < years",
        "WaitStateEntered Sleep",
        "WaitStateExited Sleep",
        "TaskStateEntered Approve",
        "TaskScheduled Approve, attempt 1",
        "TaskStarted Approve, attempt 1",
        "TaskFailed Approve, attempt 1: No",
        "ExecutionFailed: No",
    ];
    run.assert_history(lines.iter().copied());
    let without = lines.iter().copied().filter(|line| !line.starts_with("TaskStarted"));
    says(
        || run.assert_history(without),
        "`yearly` has another history:
    … 6 the same
    WaitStateExited Sleep
    TaskStateEntered Approve
    TaskScheduled Approve, attempt 1
  + TaskStarted Approve, attempt 1
    TaskFailed Approve, attempt 1: No
    ExecutionFailed: No
  (- expected, + seen)",
    );
    says(
        || {
            run.assert_events([
                event(EventType::TaskStarted).state("Approve"),
                event(EventType::TaskSucceeded).state("Approve").attempt(1),
            ]);
        },
        "`yearly`: there is no event `TaskSucceeded Approve, attempt 1` after `TaskStarted Approve, attempt 1`:
  TaskFailed Approve, attempt 1: No
  ExecutionFailed: No
its path: Set year → While year < years → Sleep → Approve
it failed: No: not this year",
    );
    let failed = event(EventType::TaskFailed).error("No");
    let message = message(|| run.assert_event_count(&failed, 2));
    assert!(
        message.starts_with(
            "`yearly`: 2 events `TaskFailed: No` were expected, there are 1:\n  ExecutionStarted\n"
        ),
        "{message}"
    );
}

#[task]
async fn weigh(item: String) -> Result<u64, Failure> {
    Ok(item.len() as u64)
}

/// Weighs all, and once more where a scale is busy.
#[workflow]
async fn weigh_all(items: Vec<String>) -> Result<u64, Failure> {
    let again = map(items, async |item| weigh(item).await)
        .retry(Retry::on(&["Busy"]).interval(1).max_attempts(2))
        .await?;
    Ok(again.iter().sum())
}

/// Each state entered, and each retry, of a Map as a whole.
#[tokio::test]
async fn what_is_billed_is_counted() {
    let items = || vec!["a".to_owned(), "bc".to_owned()];
    let calm = Test::of::<weigh_all>().mock::<weigh>(|call| call.returns(2));
    // The Map, and its two items.
    assert_eq!(calm.run(items()).billed_transitions(), 3);
    let calls = AtomicUsize::new(0);
    let busy = move |_| match calls.fetch_add(1, Ordering::SeqCst) {
        1 | 3 => Answer::fail(Failure::new("Busy", "")).after(Duration::ZERO),
        _ => Answer::ok(2).after(Duration::from_secs(1)),
    };
    let engine = Engine::builder().virtual_time().mock(busy).build();
    let mut execution = engine.start_workflow::<weigh_all>(items());
    assert_eq!((&mut execution).await, Ok(4));
    // Twice more the Map begins again, and its two items.
    let trace = Trace::of(&execution.history());
    assert_eq!(trace.billed_transitions(), 3 + 2 * 3);
    assert_eq!(trace.visits.iter().filter(|visit| trace.items(visit) == "[1]").count(), 3);
}

const WHEN_BUSY: Retry = Retry::on(&["Busy"]).max_attempts(2);

#[task]
async fn scale(parcel: u32) -> Result<u32, Failure> {
    unimplemented!("asks the scales for {parcel}")
}

#[workflow]
async fn scale_all(parcels: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(parcels, async |parcel| scale(parcel).await).retry(WHEN_BUSY).await
}

/// Calls of a Map that is retried are other calls: a mock goes on with its next step.
#[test]
fn a_retried_map_gets_new_answers() {
    let busy = Failure::new("Busy", "later");
    let test = Test::of::<scale_all>()
        .mock::<scale>(move |call| call.fails_with(busy).times(2).then().answers(|it| Ok(it * 10)));
    let run = test.run(vec![1]);
    run.assert_output(&vec![10]);
    assert_eq!(run.calls::<scale>().attempts(), 3);
    test.assert_same([vec![1], vec![1, 2]]);
    test.clone().crash_everywhere().run(vec![1, 2, 3]);
}
