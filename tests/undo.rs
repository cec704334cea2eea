//! Compensation: which undos run, in which order, through crashes at every commit and in the document alike.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use workflow::prelude::*;
use workflow::testing::{Run, Test};

#[task]
async fn book_flight(trip: String) -> Result<String, Failure> {
    Ok(format!("flight of {trip}"))
}
#[task]
async fn book_hotel(trip: String) -> Result<String, Failure> {
    Ok(format!("hotel of {trip}"))
}
#[task]
async fn book_car(trip: String) -> Result<String, Failure> {
    Ok(format!("car of {trip}"))
}
#[task]
async fn pay(trip: String) -> Result<String, Failure> {
    Ok(format!("receipt of {trip}"))
}
#[task]
async fn send(receipt: String) -> Result<(), Failure> {
    drop(receipt);
    Ok(())
}
#[task(retry = Retry::on(&["Busy"]).max_attempts(2))]
async fn cancel_flight(booking: String) -> Result<(), Failure> {
    drop(booking);
    Ok(())
}
#[task]
async fn cancel_hotel(booking: String) -> Result<(), Failure> {
    drop(booking);
    Ok(())
}
#[task]
async fn cancel_car(booking: String, trip: String) -> Result<(), Failure> {
    drop((booking, trip));
    Ok(())
}

/// The saga that everybody draws.
#[workflow]
async fn travel(trip: String) -> Result<String, Failure> {
    let flight = book_flight(trip.clone()).undo(|flight| cancel_flight(flight)).await?;
    let hotel = book_hotel(trip.clone()).undo(|hotel| cancel_hotel(hotel)).await?;
    let car = book_car(trip.clone()).undo(|car| cancel_car(car, trip)).await?;
    pay(format!("{flight}, {hotel}, {car}")).await
}

/// With a point of no return.
#[workflow]
async fn travel_and_tell(trip: String) -> Result<String, Failure> {
    let flight = book_flight(trip.clone()).undo(|flight| cancel_flight(flight)).await?;
    let receipt = pay(flight).await?;
    commit!();
    send(receipt.clone()).undo(|()| cancel_hotel(trip)).await?;
    book_car(receipt).await
}

/// The tasks of a workflow, all of which answer but for those that fail.
macro_rules! answers {
    ($workflow:ident: $($task:ident => $value:expr),*; $failing:expr) => {{
        let failing: &[&str] = $failing;
        Test::of::<$workflow>().check_same().crash_everywhere()$(.mock::<$task>(|call| {
            match failing.contains(&stringify!($task)) {
                true => call.fails_with(Failure::new("Full", stringify!($task))),
                false => call.returns($value),
            }
        }))*
    }};
}

fn travels(failing: &[&str]) -> Test<travel> {
    let text = str::to_owned;
    answers!(travel: book_flight => text("f"), book_hotel => text("h"), book_car => text("c"), pay => text("p"),
        cancel_flight => (), cancel_hotel => (), cancel_car => (); failing)
}

fn run(failing: &[&str]) -> Run<travel> {
    travels(failing).run("rome".to_owned())
}

fn tells(failing: &[&str]) -> Run<travel_and_tell> {
    let text = str::to_owned;
    let test = answers!(travel_and_tell: book_flight => text("f"), book_car => text("c"), pay => text("p"),
        send => (), cancel_flight => (), cancel_hotel => (); failing);
    test.run("rome".to_owned())
}

#[test]
fn each_depth_runs_its_undos_last_first() {
    for (failing, path) in [
        ("book_flight", &["Flight"][..]),
        ("book_hotel", &["Flight", "Hotel", "CancelFlight", "Failed"]),
        ("book_car", &["Flight", "Hotel", "Car", "CancelHotel", "CancelFlight", "Failed"]),
        (
            "pay",
            &[
                "Flight",
                "Hotel",
                "Car",
                "Pay",
                "CancelCar",
                "CancelHotel",
                "CancelFlight",
                "Failed",
            ],
        ),
    ] {
        let run = run(&[failing]);
        run.assert_path(path.iter().copied());
        assert_eq!(run.failure(), Failure::new("Full", failing));
        assert!(run.crashes() > 0);
    }
    run(&[]).assert_path(["Flight", "Hotel", "Car", "Pay"]);
}

#[test]
fn an_undo_has_the_value_of_its_call() {
    let run = run(&["pay"]);
    run.calls::<cancel_car>().assert_inputs([("c".to_owned(), "rome".to_owned())]);
    run.calls::<cancel_hotel>().assert_inputs(["h".to_owned()]);
    run.calls::<cancel_flight>().assert_inputs(["f".to_owned()]);
}

#[test]
fn an_undo_that_fails_is_told_and_stops_no_other() {
    let failed = run(&["pay", "cancel_car", "cancel_flight"]);
    failed.calls::<cancel_hotel>().assert_count(1);
    let cause = "pay; undo `cancel_car` failed: Full: cancel_car; undo `cancel_flight` failed: Full: cancel_flight";
    assert_eq!(failed.failure(), Failure::new("Full", cause));
}

#[test]
fn an_undo_is_tried_again_by_the_rules_of_its_task() {
    let busy = || Failure::new("Busy", "later");
    let test = travels(&["book_hotel"]);
    let twice = test
        .mock::<cancel_flight>(|call| call.fails_with(busy()).times(2).then().returns(()))
        .run("rome".to_owned());
    twice.calls::<cancel_flight>().assert_attempts(3);
    assert_eq!(twice.failure(), Failure::new("Full", "book_hotel"));
}

#[test]
fn behind_the_point_of_no_return_what_was_done_stays() {
    let before = tells(&["pay"]);
    before.calls::<cancel_flight>().assert_count(1);
    before.calls::<cancel_hotel>().assert_count(0);
    tells(&["send"]).assert_path(["Flight", "Receipt", "Send"]);
    let behind = tells(&["book_car"]);
    behind.calls::<cancel_flight>().assert_count(0);
    behind.calls::<cancel_hotel>().assert_inputs(["rome".to_owned()]);
}

#[test]
fn the_document_is_one_chain() {
    let document = travel::definition().unwrap().to_json_pretty();
    let states = document.lines().filter(|line| line.starts_with("      \"Type\": ")).count();
    assert_eq!(states, 8, "{document}");
}

/// The bookings by key: `true` until one is cancelled.
#[derive(Clone, Default)]
struct Ledger(Arc<Mutex<BTreeMap<String, Vec<&'static str>>>>);

impl Ledger {
    fn write(&self, what: String, done: &'static str) {
        let mut ledger = self.0.lock().unwrap();
        let lines = ledger.entry(what).or_default();
        // A body whose answer was lost runs again, by the same key.
        if lines.last() != Some(&done) {
            lines.push(done);
        }
    }
}

#[task]
async fn seat(ledger: Res<Ledger>, row: u32) -> Result<String, Failure> {
    ledger.write(format!("row {row}"), "booked");
    Ok(format!("row {row}"))
}
#[task]
async fn free(ledger: Res<Ledger>, seat: String) -> Result<(), Failure> {
    ledger.write(seat, "cancelled");
    Ok(())
}
#[task]
async fn board(row: u32) -> Result<(), Failure> {
    if row > 2 { Err(Failure::new("Full", row.to_string())) } else { Ok(()) }
}

/// Each turn undoes its own, and the whole what is around.
#[workflow]
async fn seats(rows: Vec<u32>) -> Result<u32, Failure> {
    let guide = seat(0).undo(|guide| free(guide)).await?;
    let mut boarded = 0;
    for row in rows {
        match async {
            let seat = seat(row).undo(|seat| free(seat)).await?;
            board(row).await?;
            Ok(seat)
        }
        .await
        {
            Ok(_) => boarded += 1,
            Err(failure) => {
                if row == 9 {
                    return Err(failure);
                }
            }
        }
    }
    if boarded == 0 {
        return Err(Failure::new("Nobody", guide));
    }
    Ok(boarded)
}

#[test]
fn crashes_lose_no_undo_and_run_none_twice() {
    let ledger = Ledger::default();
    let test =
        Test::of::<seats>().resource(ledger.clone()).runs_all().check_same().crash_everywhere();
    let run = test.run(vec![3, 4]);
    run.assert_fails("Nobody");
    assert!(run.crashes() > 0);
    let ledger = ledger.0.lock().unwrap();
    for (seat, lines) in &*ledger {
        // Each of the runs books it, and takes that back: one without a crash, and those with crashes whose answers are
        // lost. That nothing is done again whose outcome was written, the test itself asserts.
        assert_eq!(lines, &["booked", "cancelled"].repeat(lines.len() / 2), "{seat}");
        assert!(lines.len() >= 4, "{seat}: {lines:?}");
    }
    assert_eq!(ledger.len(), 3);
}
