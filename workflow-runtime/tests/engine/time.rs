//! Time: waits, and the clocks that measure them.

use super::*;

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
