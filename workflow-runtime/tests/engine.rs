//! What the engine does with effects: retriers, catchers, time, children, ends.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod toy;

use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use toy::*;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::{Answer, EngineBuilder, Limits, TaskCall};
use workflow_runtime::machine::{Effect, History, Kind, Until};
use workflow_runtime::task::TaskContext;
use workflow_runtime::{Engine, Failure, Payload, Retry};

fn engine() -> EngineBuilder {
    Engine::builder().clock(VirtualClock::default()).seed(7)
}

/// Fails with the names in the input's list, one attempt after the other; then answers.
fn failing(names: &'static [&'static str]) -> impl Fn(TaskCall) -> Answer + Send + Sync {
    move |call| match names.get(call.attempt as usize - 1) {
        Some(name) => Answer::fail(Failure::new(*name, "")).after(Duration::ZERO),
        None => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
    }
}

#[tokio::test]
async fn a_chain_of_tasks_runs_to_its_end() {
    let program = Program::new(vec![
        (task("first"), next(1)),
        (state("Double", Kind::Pass), Node::Pass(|value| json!(value.as_i64().unwrap() * 2), 2)),
        (task("second"), next(END)),
    ]);
    for history in [History::Off, History::Events, History::Full] {
        let engine = Engine::builder().history(history).build();
        let (result, events) = play(&engine, &program, json!(21)).await;
        assert_eq!(result.unwrap(), json!(42));
        assert_eq!(events.is_empty(), history == History::Off);
    }
}

#[tokio::test]
async fn retries_wait_exactly_as_long_as_written() {
    type Case = (Vec<Retry>, &'static [&'static str], Vec<f64>, Option<&'static str>);
    let cases: Vec<Case> = vec![
        // The defaults: 1 s, then twice as long each time, three retries.
        (vec![Retry::on(&["A"])], &["A", "A", "A"], vec![0.0, 1.0, 3.0, 7.0], None),
        (vec![Retry::on(&["A"])], &["A"; 9], vec![0.0, 1.0, 3.0, 7.0], Some("A")),
        (vec![Retry::on(&["A"]).max_attempts(0)], &["A"], vec![0.0], Some("A")),
        (
            vec![Retry::on(&["A"]).interval(3).backoff_rate(1.5).max_delay(4).max_attempts(4)],
            &["A"; 4],
            vec![0.0, 3.0, 7.0, 11.0, 15.0],
            None,
        ),
        // Each retrier counts for itself.
        (
            vec![Retry::on(&["A"]).max_attempts(2), Retry::on(&["B"]).interval(10)],
            &["A", "B", "A", "B"],
            vec![0.0, 1.0, 11.0, 13.0, 33.0],
            None,
        ),
        // The first that matches; an exhausted one does not hand over to a later one.
        (
            vec![Retry::on(&["A"]).max_attempts(1), Retry::on(&["States.ALL"])],
            &["A", "A"],
            vec![0.0, 1.0],
            Some("A"),
        ),
        (
            vec![Retry::on(&["States.TaskFailed"])],
            &["States.Timeout"],
            vec![0.0],
            Some("States.Timeout"),
        ),
        (vec![Retry::on(&["States.ALL"])], &["States.Runtime"], vec![0.0], Some("States.Runtime")),
        (
            vec![Retry::on(&["States.ALL"])],
            &["States.DataLimitExceeded"],
            vec![0.0],
            Some("States.DataLimitExceeded"),
        ),
    ];
    for (retriers, failures, starts, error) in cases {
        let program = Program::new(vec![(retry(task("work"), &retriers), next(END))]);
        let (result, history) =
            play(&engine().mock(failing(failures)).build(), &program, json!(1)).await;
        assert_eq!(result.as_ref().err().map(Failure::error), error, "{retriers:?}");
        assert_eq!(times(&history, "TaskScheduled"), starts, "{retriers:?}");
        assert_eq!(types(&history).iter().filter(|kind| *kind == "TaskStateEntered").count(), 1);
    }
}

#[tokio::test]
async fn counts_of_retriers_begin_again_with_every_visit() {
    let again = retry(task("work"), &[Retry::on(&["A"]).max_attempts(1)]);
    let program = Program::new(vec![
        (again, next(1)),
        (state("More?", Kind::Choice), Node::Choice(|value| if value == 3 { END } else { 0 })),
    ]);
    let mock = |call: TaskCall| match call.attempt {
        1 => Answer::fail(Failure::new("A", "")),
        _ => Answer::ok(call.input.json().unwrap().as_i64().unwrap() + 1),
    };
    let (result, history) = play(&engine().mock(mock).build(), &program, json!(0)).await;
    assert_eq!(result.unwrap(), json!(3));
    assert_eq!(types(&history).iter().filter(|kind| *kind == "TaskFailed").count(), 3);
}

#[tokio::test]
async fn jitter_is_even_below_the_pause_and_comes_from_the_seed() {
    let with = |seed| {
        let jitter = Retry::on(&["A"]).interval(10).backoff_rate(1.0).max_attempts(200).jitter();
        let program = Program::new(vec![(retry(task("work"), &[jitter]), next(END))]);
        let engine = engine().seed(seed).mock(failing(&["A"; 200])).build();
        async move { times(&play(&engine, &program, json!(1)).await.1, "TaskScheduled") }
    };
    let starts = with(1).await;
    let pauses: Vec<f64> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(pauses.iter().all(|pause| (0.0..=10.0).contains(pause)));
    let mean = pauses.iter().sum::<f64>() / 200.0;
    assert!((4.0..6.0).contains(&mean), "{mean}");
    assert_eq!(starts, with(1).await);
    assert_ne!(starts, with(2).await);
}

#[tokio::test]
async fn catchers_are_tried_in_order() {
    let all: &[&'static [&'static str]] = &[&["A", "B"], &["States.TaskFailed"], &["States.ALL"]];
    let cases = [
        ("B", Some(0)),
        ("C", Some(1)),
        ("States.Timeout", Some(2)),
        ("States.HeartbeatTimeout", Some(1)),
        ("States.DataLimitExceeded", None),
        ("States.Runtime", None),
    ];
    for (error, taken) in cases {
        let mut states =
            vec![(catch(task("work"), all), Node::Task { next: END, catch: vec![1, 2, 3] })];
        states.push((state("First", Kind::Pass), Node::Pass(|_| json!(0), END)));
        states.push((state("Second", Kind::Pass), Node::Pass(|_| json!(1), END)));
        states.push((state("Third", Kind::Pass), Node::Pass(|_| json!(2), END)));
        let mock = move |_: TaskCall| Answer::fail(Failure::new(error, ""));
        let (result, _) = play(&engine().mock(mock).build(), &Program::new(states), json!(1)).await;
        match taken {
            Some(index) => assert_eq!(result.unwrap(), json!(index), "{error}"),
            None => assert_eq!(result.unwrap_err().error(), error),
        }
    }
}

#[tokio::test]
async fn a_task_that_takes_too_long_times_out() {
    let mut slow = catch(task("slow"), &[&["States.Timeout"]]);
    slow.timeout = Some(5);
    let program = Program::new(vec![
        (slow, Node::Task { next: END, catch: vec![1] }),
        (state("Late", Kind::Pass), Node::Pass(Value::clone, END)),
    ]);
    for mock in
        [|_: TaskCall| Answer::never(), |_: TaskCall| Answer::ok(1).after(Duration::from_secs(6))]
    {
        let (result, history) = play(&engine().mock(mock).build(), &program, json!(1)).await;
        assert_eq!(result.unwrap(), json!({ "Error": "States.Timeout", "Cause": "" }));
        assert_eq!(times(&history, "TaskTimedOut"), [5.0]);
    }
    let in_time = |_: TaskCall| Answer::ok(2).after(Duration::from_secs(4));
    assert_eq!(
        play(&engine().mock(in_time).build(), &program, json!(1)).await.0.unwrap(),
        json!(2)
    );
}

#[tokio::test]
async fn bodies_that_wait_time_out_too() {
    let mut slow = body("slow", |_, _| Box::pin(std::future::pending()));
    slow.timeout = Some(3600);
    let program = Program::new(vec![(slow, next(END))]);
    let (result, history) = play(&engine().build(), &program, json!(1)).await;
    assert_eq!(result.unwrap_err(), Failure::new("States.Timeout", ""));
    assert_eq!(times(&history, "ExecutionFailed"), [3600.0]);
}

#[tokio::test]
async fn a_missed_heartbeat_is_a_timeout_with_a_name_of_its_own() {
    let cases: [(&'static [&'static str], &str); 2] = [
        (&["States.HeartbeatTimeout"], "States.HeartbeatTimeout"),
        (&["States.Timeout"], "States.Timeout"),
    ];
    for (names, seen) in cases {
        let mut quiet = catch(task("quiet"), &[names]);
        (quiet.timeout, quiet.heartbeat) = (Some(60), Some(10));
        let program = Program::new(vec![
            (quiet, Node::Task { next: END, catch: vec![1] }),
            (state("Late", Kind::Pass), Node::Pass(Value::clone, END)),
        ]);
        let (result, history) =
            play(&engine().mock(|_| Answer::never()).build(), &program, json!(1)).await;
        assert_eq!(result.unwrap()["Error"], seen);
        let event = history.iter().find(|event| event["type"] == "TaskTimedOut").unwrap();
        assert_eq!(event["taskTimedOutEventDetails"]["error"], "States.Timeout");
        assert_eq!(times(&history, "TaskTimedOut"), [10.0]);
    }
}

#[tokio::test]
async fn a_task_that_beats_lives_on() {
    let mut alive = body("alive", |cx, input| {
        let cx = cx.clone();
        Box::pin(async move {
            let clock = cx.resources.get::<VirtualClock>()?;
            for _ in 0..5 {
                clock.sleep(Duration::from_secs(8)).await;
                cx.heartbeat.beat();
            }
            // Then it falls silent.
            clock.sleep(Duration::from_secs(100)).await;
            Ok(input)
        })
    });
    alive.heartbeat = Some(10);
    let program = Program::new(vec![(alive, next(END))]);
    let clock = VirtualClock::default();
    let engine = Engine::builder().clock(clock.clone()).resource(clock).build();
    let (result, history) = play(&engine, &program, json!(1)).await;
    assert_eq!(result.unwrap_err().error(), "States.Timeout");
    assert_eq!(times(&history, "TaskTimedOut"), [50.0]);
}

#[tokio::test]
async fn a_year_takes_no_time() {
    let year = Until::Seconds(31_536_000.0);
    let program = Program::new(vec![(state("Sleep", Kind::Wait), Node::Wait(year, END))]);
    // With a real clock this test would not end.
    let (result, history) = play(&engine().build(), &program, json!(1)).await;
    assert_eq!(result.unwrap(), json!(1));
    assert_eq!(times(&history, "WaitStateExited"), [31_536_000.0]);
}

/// While the body of one execution is at work, time stands still for all: those that wait go on afterwards.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_executions_share_a_virtual_clock() {
    let work = body("work", |_, input| {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Ok(input)
        })
    });
    let hour = || Until::Seconds(3_600.0);
    let program = Program::new(vec![
        (state("First", Kind::Wait), Node::Wait(hour(), 1)),
        (work, next(2)),
        (state("Last", Kind::Wait), Node::Wait(hour(), END)),
    ]);
    let engine = Engine::builder().virtual_time().build();
    let start = |_| engine.start(|_| Ok(Toy::open(&program, json!(1))), "toy", None, None);
    let executions: Vec<_> = (0..200).map(start).collect();
    for execution in executions {
        let ended = tokio::time::timeout(Duration::from_secs(60), execution).await;
        assert!(ended.expect("it does not hang").is_ok());
    }
}

#[tokio::test]
async fn waits_have_bounds() {
    let after = |days: i64| {
        let begin = jiff::Timestamp::constant(1_767_225_600, 0);
        Until::Timestamp(begin + jiff::SignedDuration::from_hours(24 * days))
    };
    let cases = [
        (after(24_855), true),
        (after(24_856), false),
        (after(-1), true),
        (Until::Seconds(-1.0), false),
        (Until::Seconds(0.0), true),
    ];
    for (until, passes) in cases {
        let program =
            Program::new(vec![(state("Sleep", Kind::Wait), Node::Wait(until.clone(), END))]);
        let (result, _) = play(&engine().build(), &program, json!(1)).await;
        assert_eq!(result.is_ok(), passes, "{until:?}");
    }
}

#[tokio::test]
async fn the_real_clock_waits_too() {
    let program =
        Program::new(vec![(state("Sleep", Kind::Wait), Node::Wait(Until::Seconds(0.05), END))]);
    let begin = Instant::now();
    play(&Engine::builder().build(), &program, json!(1)).await.0.unwrap();
    assert!(begin.elapsed() >= Duration::from_millis(50));
}

fn forked() -> Arc<Program> {
    Program::new(vec![
        (
            state("Both", Kind::Parallel),
            Node::Parallel { starts: vec![1, 3], next: END, catch: vec![] },
        ),
        (state("Items", Kind::Map), Node::Map { start: 2, width: 2, next: END, catch: vec![] }),
        (task("item"), next(END)),
        (state("Sum", Kind::Pass), Node::Pass(sum, 4)),
        (task("other"), next(END)),
    ])
}
fn sum(value: &Value) -> Value {
    json!(value.as_array().unwrap().iter().filter_map(Value::as_i64).sum::<i64>())
}

#[tokio::test]
async fn children_are_joined_in_order() {
    let running = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let seen = running.clone();
    let mock = move |call: TaskCall| {
        let seen = seen.clone();
        Answer::future(async move {
            if call.name == "item" {
                let now = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
                seen.1.fetch_max(now, Ordering::SeqCst);
                tokio::task::yield_now().await;
                seen.0.fetch_sub(1, Ordering::SeqCst);
            }
            let value = call.input.json()?.as_i64().unwrap();
            Ok(Payload::live(value * 10))
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let (result, _) = play(&engine, &forked(), json!([1, 2, 3, 4, 5])).await;
    assert_eq!(result.unwrap(), json!([[10, 20, 30, 40, 50], 150]));
    assert_eq!(running.1.load(Ordering::SeqCst), 2, "items at the same time");
}

#[tokio::test]
async fn calls_have_paths_and_ordinals() {
    let seen = Arc::new(std::sync::Mutex::new(vec![]));
    let calls = seen.clone();
    let mock = move |call: TaskCall| {
        calls.lock().unwrap().push((call.name, call.path, call.ordinal, call.attempt));
        Answer::outcome(Ok(call.input)).after(Duration::ZERO)
    };
    play(&engine().mock(mock).build(), &forked(), json!([1, 2])).await.0.unwrap();
    let expected = vec![
        ("item", vec![(0, 0), (0, 0)], 0, 1),
        ("item", vec![(0, 0), (0, 1)], 0, 1),
        ("other", vec![(0, 1)], 0, 1),
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}

struct Dropped(Arc<AtomicUsize>);
impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn a_failing_branch_cancels_its_siblings() {
    let dropped = Arc::new(AtomicUsize::new(0));
    let count = dropped.clone();
    let mock = move |call: TaskCall| {
        let guard = Dropped(count.clone());
        Answer::future(async move {
            if call.name == "other" {
                return Err(Failure::new("Bad", "luck"));
            }
            std::future::pending::<()>().await;
            drop(guard);
            Ok(call.input)
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let (result, history) = play(&engine, &forked(), json!([1, 2, 3])).await;
    assert_eq!(result.unwrap_err(), Failure::new("Bad", "luck"));
    // Two items ran, the third never started, and the failing branch itself is gone.
    assert_eq!(dropped.load(Ordering::SeqCst), 3);
    let aborted: Vec<_> =
        types(&history).into_iter().filter(|kind| kind.contains("Aborted")).collect();
    let expected = [
        "TaskStateAborted",
        "MapIterationAborted",
        "TaskStateAborted",
        "MapIterationAborted",
        "TaskStateAborted",
        "MapStateAborted",
    ];
    assert_eq!(aborted, expected);
}

#[tokio::test]
async fn a_map_that_is_retried_starts_its_items_again() {
    let map = retry(state("Items", Kind::Map), &[Retry::on(&["Bad"])]);
    let program = Program::new(vec![
        (map, Node::Map { start: 1, width: 0, next: END, catch: vec![] }),
        (task("item"), next(END)),
    ]);
    let calls = Arc::new(AtomicUsize::new(0));
    let seen = calls.clone();
    let mock = move |call: TaskCall| match seen.fetch_add(1, Ordering::SeqCst) {
        2 => Answer::fail(Failure::new("Bad", "")).after(Duration::ZERO),
        _ => Answer::outcome(Ok(call.input)).after(Duration::ZERO),
    };
    let (result, history) = play(&engine().mock(mock).build(), &program, json!([1, 2, 3, 4])).await;
    assert_eq!(result.unwrap(), json!([1, 2, 3, 4]));
    assert_eq!(calls.load(Ordering::SeqCst), 7);
    assert_eq!(times(&history, "MapStateStarted"), [0.0, 1.0]);
}

#[tokio::test]
async fn faults_are_failures_of_their_state() {
    let query: &[&'static [&'static str]] = &[&["States.QueryEvaluationError"]];
    for names in [&[][..], query] {
        let program = Program::new(vec![
            (catch(task("input"), names), Node::BadInput { catch: vec![1] }),
            (catch(task("output"), names), Node::BadOutput { next: END, catch: vec![2] }),
            (state("Caught", Kind::Pass), Node::Pass(Value::clone, END)),
        ]);
        let (result, history) =
            play(&engine().mock(failing(&[])).build(), &program, json!(1)).await;
        let failed = times(&history, "EvaluationFailed").len();
        if names.is_empty() {
            let failure = result.unwrap_err();
            assert_eq!(failure.error(), "States.QueryEvaluationError");
            let text = "An error occurred while executing the state 'input' (entered at the event id #2). no such thing";
            assert_eq!(failure.cause(), text);
            assert_eq!(failed, 1);
        } else {
            assert_eq!(result.unwrap()["Error"], "States.QueryEvaluationError");
            assert_eq!(failed, 2);
        }
    }
}

#[tokio::test]
async fn a_panic_of_a_body_is_a_failure() {
    std::panic::set_hook(Box::new(|_| {}));
    let now = |_: &TaskContext, _| -> workflow_runtime::task::BoxFuture<_> { panic!("at once") };
    let later = |_: &TaskContext, _| -> workflow_runtime::task::BoxFuture<_> {
        Box::pin(async {
            tokio::task::yield_now().await;
            panic!("on {}", "time")
        })
    };
    for (info, text) in [(body("now", now), "at once"), (body("later", later), "on time")] {
        let program = Program::new(vec![(info, next(END))]);
        let (result, _) = play(&Engine::builder().build(), &program, json!(1)).await;
        let expected = Failure::new("Lambda.Unknown", format!("the task panicked: {text}"));
        assert_eq!(result.unwrap_err(), expected);
    }
}

#[tokio::test]
async fn long_loops_let_others_run() {
    let program = Program::new(vec![
        (task("count"), next(1)),
        (
            state("More?", Kind::Choice),
            Node::Choice(|value| if value == 100_000 { END } else { 0 }),
        ),
    ]);
    let mock = |call: TaskCall| {
        Answer::ok(call.input.json().unwrap().as_i64().unwrap() + 1).after(Duration::ZERO)
    };
    let engine = Engine::builder().mock(mock).history(History::Off).limits(Limits::Off).build();
    let mut run = Box::pin(engine.drive(|_| Ok(Toy::open(&program, json!(0))), "toy", None));
    let mut turns = 0;
    let result = std::future::poll_fn(|cx| {
        turns += 1;
        run.as_mut().poll(cx)
    });
    assert_eq!(*result.await.unwrap().json().unwrap(), json!(100_000));
    assert!((300..1000).contains(&turns), "{turns}");
}

#[tokio::test]
async fn a_loop_that_only_chooses_can_be_stopped() {
    let program = Program::new(vec![
        (state("Ping", Kind::Choice), Node::Choice(|_| 1)),
        (state("Pong", Kind::Choice), Node::Choice(|_| 0)),
    ]);
    let engine = Engine::builder().history(History::Off).limits(Limits::Off).build();
    let execution = engine.start(|_| Ok(Toy::open(&program, json!(1))), "toy", None, None);
    tokio::task::yield_now().await;
    execution.stop("Enough", "of this");
    assert_eq!(execution.await.err(), Some(Failure::new("Enough", "of this")));
    // With the limits of AWS it ends by itself, whatever is written down.
    for history in [History::Off, History::Events, History::Full] {
        let engine = Engine::builder().history(history).build();
        let (result, events) = play(&engine, &program, json!(1)).await;
        let text = "The execution reached the maximum number of history events (25000).";
        assert_eq!(result.unwrap_err(), Failure::runtime(text));
        if let Some(last) = events.last() {
            assert_eq!((events.len(), &last["id"]), (25_000, &json!(25_000)));
            assert_eq!(last["type"], "ExecutionFailed");
        }
    }
}

#[tokio::test]
async fn a_stopped_execution_drops_what_runs() {
    let dropped = Arc::new(AtomicUsize::new(0));
    let count = dropped.clone();
    let mock = move |_: TaskCall| {
        let guard = Dropped(count.clone());
        Answer::future(async move {
            std::future::pending::<()>().await;
            drop(guard);
            Err(Failure::runtime("never"))
        })
    };
    let engine = Engine::builder().mock(mock).build();
    let mut execution =
        engine.start(|_| Ok(Toy::open(&forked(), json!([1, 2]))), "toy", None, None);
    let mut progress = execution.progress();
    while progress.next().await.unwrap().kind.name() != "TaskStarted" {}
    execution.stop("Stopped", "by hand");
    assert_eq!((&mut execution).await.err(), Some(Failure::new("Stopped", "by hand")));
    assert_eq!(dropped.load(Ordering::SeqCst), 3);
    let last = execution.history().last().unwrap().json();
    assert_eq!(last["type"], "ExecutionAborted");
    assert_eq!(
        last["executionAbortedEventDetails"],
        json!({ "error": "Stopped", "cause": "by hand" })
    );
    while progress.next().await.is_some() {}
}

#[tokio::test]
async fn the_same_seed_gives_the_same_history() {
    let mock = |call: TaskCall| match (call.attempt, call.ordinal) {
        (1, 0) if call.path.len() == 2 => Answer::fail(Failure::new("A", "")),
        _ => Answer::outcome(Ok(call.input)),
    };
    let jitter = Retry::on(&["A"]).interval(2).jitter();
    let program = Program::new(vec![
        (
            state("Both", Kind::Parallel),
            Node::Parallel { starts: vec![1, 1], next: END, catch: vec![] },
        ),
        (state("Items", Kind::Map), Node::Map { start: 2, width: 3, next: END, catch: vec![] }),
        (retry(task("item"), &[jitter]), next(END)),
    ]);
    let run = async |seed| {
        let engine = Engine::builder().clock(VirtualClock::default()).seed(seed).mock(mock).build();
        play(&engine, &program, json!([1, 2, 3, 4, 5, 6])).await.1
    };
    let first = run(1).await;
    assert_eq!(first, run(1).await);
    assert_ne!(lines(&first), lines(&run(2).await));
}

#[tokio::test]
async fn a_large_map_is_linear_and_lazy() {
    let program = Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 0, next: 2, catch: vec![] }),
        (task("item"), next(END)),
        (state("Sum", Kind::Pass), Node::Pass(sum, END)),
    ]);
    for (count, history) in [(40_000, History::Off), (4000, History::Events)] {
        let engine = Engine::builder().limits(Limits::Off).history(history).build();
        let items: Vec<_> = (0..count).collect();
        let (result, events) = play(&engine, &program, json!(items)).await;
        assert_eq!(result.unwrap(), json!(count * (count - 1) / 2));
        let expected = if history == History::Off { 0 } else { 4000 * 7 + 8 };
        assert_eq!(events.len(), expected);
    }
}

#[tokio::test]
async fn idempotency_keys_are_for_visits() {
    let program = Program::new(vec![
        (state("Items", Kind::Map), Node::Map { start: 1, width: 0, next: END, catch: vec![] }),
        (
            retry(
                body("item", |cx, _| {
                    let keys = cx.resources.get::<Arc<std::sync::Mutex<Vec<String>>>>();
                    keys.unwrap().lock().unwrap().push(cx.idempotency_key.to_string());
                    let outcome = match cx.attempt {
                        1 => Err(Failure::new("A", "")),
                        _ => Ok(Payload::live(1)),
                    };
                    Box::pin(std::future::ready(outcome))
                }),
                &[Retry::on(&["A"])],
            ),
            next(2),
        ),
        (state("Again?", Kind::Choice), Node::Choice(|_| END)),
    ]);
    let keys = Arc::new(std::sync::Mutex::new(Vec::<String>::new()));
    let engine = engine().resource(keys.clone()).build();
    play(&engine, &program, json!([1, 2, 3])).await.0.unwrap();
    let keys = keys.lock().unwrap();
    // Two attempts of three items.
    assert_eq!(keys.len(), 6);
    let different: std::collections::BTreeSet<_> = keys.iter().collect();
    assert_eq!(different.len(), 3);
}

#[test]
fn effects_are_small() {
    assert!(size_of::<Effect>() <= 64);
}
