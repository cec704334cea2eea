//! How the workflow is tested: days pass in virtual time, and real answers come over HTTP.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::common::exported::assert_exported;
use super::common::http::Client;
use super::desk::Desk;
use super::tasks::*;
use super::workflow::{Decision, Expense, Outcome, approve};
use serde_json::Value;
use std::path::Path;
use workflow::connector::Callbacks;
use workflow::prelude::*;
use workflow::testing::{Coverage, Test};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn expense(cents: u64) -> Expense {
    let [id, reason, employee, approver] = ["E-1", "a train", "Ada", "Grace"].map(str::to_owned);
    Expense { id, cents, reason, employee, approver }
}

fn answered(decision: Decision) -> Test<approve> {
    Test::of::<approve>()
        .mock::<ask>(|call| call.returns(decision))
        .mock::<pay_back>(|call| call.returns("payment-1".to_owned()))
        .mock::<tell>(|call| call.returns(()))
}

fn paid(reminders: u32) -> Outcome {
    Outcome::PaidBack { payment: "payment-1".to_owned(), reminders }
}

#[test]
fn nobody_is_asked_about_little() {
    let run = answered(Decision::Yes).run(expense(2_000));
    run.assert_output(&paid(0));
    run.calls::<ask>().assert_count(0);
}

#[test]
fn who_says_nothing_is_reminded_each_day() {
    let test = answered(Decision::Yes)
        .mock::<ask>(|call| call.hangs().times(2).then().returns(Decision::Yes).after(DAY / 2));
    let run = test.run(expense(9_900));
    run.assert_output(&paid(2));
    assert_eq!(run.elapsed().as_secs() / 60, (2 * DAY + DAY / 2).as_secs() / 60);
    let reminders = run.calls::<ask>().inputs().into_iter().map(|input| input.1);
    assert_eq!(reminders.collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn after_three_days_it_is_over() {
    let run = answered(Decision::Yes).mock::<ask>(|call| call.hangs()).run(expense(9_900));
    run.assert_fails("NobodyAnswered");
    let letter = ("Ada".to_owned(), "a train: Grace did not answer for 3 days".to_owned());
    run.calls::<tell>().assert_inputs([letter]);
    run.calls::<pay_back>().assert_count(0);
}

#[test]
fn the_document_does_the_same() {
    assert_exported("approval/approve.asl.json", approve::definition());
    let coverage = Coverage::of::<approve>();
    let no = Decision::No { why: "private".to_owned() };
    let ill = AskError::Other(Failure::new("Ill", "the desk is"));
    let tests = [
        answered(Decision::Yes),
        answered(no),
        answered(Decision::Yes).mock::<ask>(|call| call.hangs()),
        answered(Decision::Yes).mock::<ask>(|call| call.fails(ill)),
    ];
    for test in tests {
        let test = test.covering(&coverage).crash_everywhere();
        test.assert_same([expense(9_900), expense(100)]);
    }
    coverage.assert_all();
}

#[tokio::test]
async fn answers_count_once() {
    let callbacks = Callbacks::default();
    let desk = Desk::open(Path::new(":memory:"), callbacks.clone()).unwrap();
    let client = Client::new(desk.start().await.unwrap());
    let engine = Engine::builder().callbacks(callbacks).resource(desk.clone()).build();
    let asked = Expense { approver: "the test".to_owned(), ..expense(9_900) };
    let execution = engine.start_workflow::<approve>(asked);
    let page = loop {
        let page = client.get("/").await.unwrap().body;
        if page.as_str().unwrap().contains("a train, 9900 cents") {
            break page;
        }
    };
    assert!(page.as_str().unwrap().contains("formaction=/E-1/yes"));
    assert_eq!(client.post("/E-1/yes", "", &Value::Null).await.unwrap().status, 200);
    assert_eq!(client.post("/E-1/no", "", &Value::Null).await.unwrap().status, 410);
    assert_eq!(execution.await.unwrap(), paid(0));
    assert_eq!(desk.summary().unwrap()[0].1, "1, 9900 cents");
}
