//! Attempts: retriers, catchers, timeouts, heartbeats, failures of bodies.

use super::*;

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
