//! How the workflow is tested: hours pass in virtual time, and a real job in real time.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::common::http::Client;
use super::results::Results;
use super::service::Service;
use super::tasks::*;
use super::workflow::{Answer, Question, Status, count_primes};
use std::path::Path;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

fn question(patience: u64) -> Question {
    Question { below: 10_000, patience }
}

/// A job that is done when it is looked at for the n-th time.
fn done(at: u32) -> Test<count_primes> {
    Test::of::<count_primes>()
        .mock::<start>(|call| call.returns("J-1".to_owned()))
        .mock::<look>(|call| {
            let running = call.returns(Status::Running { percent: 50 }).times(at - 1);
            running.then().returns(Status::Done { primes: 1_229 })
        })
        .mock::<keep>(|call| call.returns(()))
        .mock::<cancel>(|call| call.returns(()))
}

#[test]
fn pauses_grow_to_a_minute() {
    let run = done(10).run(question(86_400));
    run.assert_output(&Answer { primes: 1_229, polls: 10 });
    let pauses = 1 + 2 + 4 + 8 + 16 + 32 + 4 * 60;
    let waited = run.elapsed().as_secs();
    assert!((pauses..pauses + 20).contains(&waited), "{waited} s, {pauses} s of them pauses");
    run.calls::<keep>().assert_inputs([(10_000, 1_229)]);
}

#[test]
fn a_job_that_takes_too_long_is_cancelled() {
    let run = done(20).run(question(100));
    run.assert_fails("TooSlow");
    run.calls::<look>().assert_count(7);
    run.calls::<cancel>().assert_inputs(["J-1".to_owned()]);
    run.calls::<keep>().assert_count(0);
}

#[test]
fn the_document_does_the_same() {
    assert_exported("poll_job/count_primes.asl.json", count_primes::definition());
    let coverage = Coverage::of::<count_primes>();
    let broken = Status::Broken { why: "too large".to_owned() };
    let down = || Failure::new("Unavailable", "down");
    let tests = [
        done(3),
        done(9),
        done(1).mock::<look>(|call| call.returns(broken)),
        done(2).mock::<start>(|call| call.fails(down()).then().returns("J-2".to_owned())),
        done(9).mock::<cancel>(|call| call.fails(down()).then().returns(())),
        done(1).mock::<look>(|call| call.fails(down())),
    ];
    for test in tests {
        test.covering(&coverage).crash_everywhere().assert_same([question(60), question(0)]);
    }
    coverage.assert_all();
}

#[tokio::test]
async fn a_real_job_is_done_or_cancelled() {
    let results = Results::open(Path::new(":memory:")).unwrap();
    let client = Client::new(Service::default().start().await.unwrap());
    let engine = Engine::builder().resource(client).resource(results.clone()).build();
    let answer = engine.run::<count_primes>(question(20)).await.unwrap();
    assert_eq!(answer.primes, 1_229);
    assert_eq!(results.all().unwrap(), [(10_000, 1_229)]);
    let slow = Question { below: 1_000_000, patience: 1 };
    assert_eq!(engine.run::<count_primes>(slow).await.unwrap_err().error(), "TooSlow");
}
