//! How the workflow is tested: with mocks in virtual time, and with its real tasks while services fail.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::common::http::Client;
use super::ledger::Ledger;
use super::luck::Luck;
use super::services::Services;
use super::tasks::*;
use super::volume;
use super::workflow::{Outcome, Payment, pay};
use std::path::Path;
use workflow::machine::History;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

fn payment() -> Payment {
    serde_json::from_str(include_str!("inputs/default.json")).unwrap()
}

/// All goes well.
fn fair() -> Test<pay> {
    Test::of::<pay>()
        .mock::<assess>(|call| call.returns(12))
        .mock::<charge>(|call| call.returns("charge-1".to_owned()))
        .mock::<book>(|call| call.returns(1))
        .mock::<give_back>(|call| call.returns(()))
        .mock::<send_receipt>(|call| call.returns("R-1".to_owned()))
}

fn accepted(receipt: Option<&str>) -> Outcome {
    Outcome::Accepted {
        charge: "charge-1".to_owned(),
        entry: 1,
        receipt: receipt.map(str::to_owned),
    }
}

fn down() -> Failure {
    Failure::new("Unavailable", "down")
}

#[test]
fn a_payment_is_booked() {
    let run = fair().run(payment());
    run.assert_output(&accepted(Some("R-1")));
    run.assert_path(["Risk", "risk >= TOO_RISKY?", "Charge", "Entry", "Receipt", "Accepted"]);
}

#[test]
fn each_service_is_treated_with_its_own_patience() {
    let throttled = || ChargeError::from(Failure::new("Throttled", "busy"));
    let lost = || ChargeError::from(down());
    let test = fair()
        .mock::<charge>(|call| {
            let busy = call.fails(throttled()).times(3).then().fails(lost()).times(3);
            busy.then().returns("charge-1".to_owned())
        })
        .mock::<book>(|call| call.fails(down()).times(20).then().returns(1))
        .mock::<send_receipt>(|call| call.fails(down()));
    let run = test.run(payment());
    run.assert_output(&accepted(None));
    run.calls::<charge>().assert_attempts(7);
    run.calls::<book>().assert_attempts(21);
    run.calls::<send_receipt>().assert_attempts(2);
    assert!(run.elapsed() > Duration::from_secs(60), "it waited {:?}", run.elapsed());
}

#[test]
fn small_payments_go_through_while_nobody_can_tell_the_risk() {
    let test = fair().mock::<assess>(|call| call.hangs());
    test.run(Payment { cents: 5_000, ..payment() }).assert_output(&accepted(Some("R-1")));
    let large = test.run(Payment { cents: 5_001, ..payment() });
    large.assert_output(&Outcome::Suspicious { risk: 80 });
    large.calls::<charge>().assert_count(0);
}

#[test]
fn what_cannot_be_booked_is_given_back() {
    let gone = Failure::new("NoSuchMerchant", "gone");
    let run = fair().mock::<book>(|call| call.fails(gone)).run(payment());
    run.assert_fails("NoSuchMerchant");
    run.calls::<give_back>().assert_inputs(["charge-1".to_owned()]);
    run.calls::<send_receipt>().assert_count(0);
}

#[test]
fn the_document_does_the_same() {
    assert_exported("payments/pay.asl.json", pay::definition());
    let coverage = Coverage::of::<pay>();
    let declined = ChargeError::Declined { reason: "empty".to_owned() };
    let throttled = || Failure::new("Throttled", "busy");
    let tests = [
        fair(),
        fair().mock::<assess>(|call| call.fails(down())),
        fair().mock::<charge>(|call| call.fails(declined)),
        fair().mock::<charge>(|call| call.fails(throttled().into())),
        fair().mock::<book>(|call| call.fails(down())).mock::<give_back>(|call| {
            call.fails(throttled()).then().fails(down()).then().returns(())
        }),
    ];
    for test in tests {
        test.covering(&coverage)
            .assert_same([payment(), Payment { cents: 1_000_000, ..payment() }]);
    }
    for seed in 0..40 {
        let test = fair().covering(&coverage).faults(seed).check_same().crash_everywhere();
        let run = test.run(payment());
        let (charged, booked) = (run.calls::<charge>().count(), run.calls::<book>().count());
        assert!(charged <= 1 && booked <= charged, "{run:?}");
    }
    coverage.assert_all();
}

#[tokio::test]
async fn whatever_fails_the_books_agree() {
    for seed in [1, 2] {
        let luck = Luck::of(seed);
        let ledger = Ledger::open(Path::new(":memory:"), luck.clone()).unwrap();
        let services = Services::new(luck);
        let client = Client::new(services.start().await.unwrap());
        let engine = Engine::builder().history(History::Off).virtual_time();
        let engine = engine.resource(client).resource(ledger.clone()).build();
        let tally = volume::pay_all(&engine, seed, 300, |_| {}).await;
        assert_eq!(tally.count(), 300);
        assert!(tally.accepted.len() > 200 && tally.declined > 0 && tally.failed > 0);
        volume::compare(&tally, &ledger, &services).unwrap();
    }
}
