//! A saga: three reservations, and what takes them back, in the order of the original.

use super::{ANYTHING, Opaque, TRANSIENT, Unread};
use crate::answers::Script;
use crate::compare::{Rewritten, nothing};
use serde_json::json;
use workflow::prelude::*;

/// Every function gets the trip, with what the others have answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Trip {
    #[serde(rename = "trip_id")]
    trip_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserve_flight_result: Option<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserve_flight_error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserve_car_rental_result: Option<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reserve_car_rental_error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    process_payment_result: Option<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    process_payment_error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm_flight_result: Option<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm_flight_error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm_car_rental_error: Option<Failure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refund_payment_result: Option<Opaque>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cancel_rental_reservation_result: Option<Opaque>,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:reserve-flight", retry = TRANSIENT, aws_retry = false)]
async fn reserve_flight(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:reserve-car", retry = TRANSIENT, aws_retry = false)]
async fn reserve_car(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:pay", retry = TRANSIENT, aws_retry = false)]
async fn process_payment(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:confirm-flight", retry = TRANSIENT, aws_retry = false)]
async fn confirm_flight(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:confirm-car", retry = TRANSIENT, aws_retry = false)]
async fn confirm_car(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:refund", retry = [TRANSIENT, ANYTHING])]
async fn refund(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:cancel-car", retry = [TRANSIENT, ANYTHING])]
async fn cancel_car(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:cancel-flight", retry = [TRANSIENT, ANYTHING])]
async fn cancel_flight(trip: Trip) -> Result<Opaque, Failure>;
#[task(resource = "arn:aws:states:::sns:publish")]
async fn publish(topic_arn: String, message: String) -> Result<Unread, Failure>;

/// Takes back the flight, and says so.
#[steps]
async fn undo_flight(trip: Trip) -> Result<(), Failure> {
    cancel_flight(trip).await?;
    publish("arn:trips".to_owned(), "Your Travel Reservation Failed".to_owned()).await?;
    Err(Failure::new("Job Failed", ""))
}

/// Takes back the car, then the flight.
#[steps]
async fn undo_car(mut trip: Trip) -> Result<(), Failure> {
    trip.cancel_rental_reservation_result = Some(cancel_car(trip.clone()).await?);
    cancel_flight(trip).await?;
    publish("arn:trips".to_owned(), "Your Travel Reservation Failed".to_owned()).await?;
    Err(Failure::new("Job Failed", ""))
}

/// Takes back the payment, then all else.
#[steps]
async fn undo_payment(mut trip: Trip) -> Result<(), Failure> {
    trip.refund_payment_result = Some(refund(trip.clone()).await?);
    trip.cancel_rental_reservation_result = Some(cancel_car(trip.clone()).await?);
    cancel_flight(trip).await?;
    publish("arn:trips".to_owned(), "Your Travel Reservation Failed".to_owned()).await?;
    Err(Failure::new("Job Failed", ""))
}

#[workflow(steps(undo_flight, undo_car, undo_payment))]
async fn book(mut trip: Trip) -> Result<(), Failure> {
    match reserve_flight(trip.clone()).await {
        Ok(done) => trip.reserve_flight_result = Some(done),
        Err(failure) => {
            trip.reserve_flight_error = Some(failure);
            return undo_flight(trip).await;
        }
    }
    match reserve_car(trip.clone()).await {
        Ok(done) => trip.reserve_car_rental_result = Some(done),
        Err(failure) => {
            trip.reserve_car_rental_error = Some(failure);
            return undo_car(trip).await;
        }
    }
    match process_payment(trip.clone()).await {
        Ok(done) => trip.process_payment_result = Some(done),
        Err(failure) => {
            trip.process_payment_error = Some(failure);
            return undo_payment(trip).await;
        }
    }
    match confirm_flight(trip.clone()).await {
        Ok(done) => trip.confirm_flight_result = Some(done),
        Err(failure) => {
            trip.confirm_flight_error = Some(failure);
            return undo_payment(trip).await;
        }
    }
    if let Err(failure) = confirm_car(trip.clone()).await {
        trip.confirm_car_rental_error = Some(failure);
        return undo_payment(trip).await;
    }
    publish("arn:trips".to_owned(), "Your Travel Reservation is Successful".to_owned()).await?;
    Ok(())
}

fn calm() -> Script {
    let functions = ["reserve-flight", "reserve-car", "pay", "confirm-flight", "confirm-car"];
    let undo = ["refund", "cancel-car", "cancel-flight"];
    let all = functions.into_iter().chain(undo);
    let script = all.fold(Script::default(), |script, name| script.on(name, json!({ "by": name })));
    script.on("sns:publish", json!({ "MessageId": "1" }))
}

fn down(name: &'static str) -> Script {
    Script::default().fails(name, "Full", "no seats are left").and(calm())
}

/// Nothing of the output is compared: the original ends with the trip and every envelope in it, or with a message's id.
pub fn rewritten() -> Rewritten {
    let trip = || json!({ "trip_id": "t-1" });
    let hard = || {
        Script::default()
            .at_first_fails("pay", "Lambda.ServiceException", 2, json!("paid"))
            .fails("confirm-car", "Lambda.SdkClientException", "always")
            .at_first_fails("refund", "Slow", 2, json!("back"))
            .and(calm())
    };
    Rewritten::new::<book>("saga-pattern-cdk/resources/statemachine.asl.json", nothing)
        .name("reserveFlightFunction", "reserve-flight")
        .name("reserveCarRentalFunction", "reserve-car")
        .name("processPaymentFunction", "pay")
        .name("confirmFlightFunction", "confirm-flight")
        .name("confirmCarRentalFunction", "confirm-car")
        .name("refundPaymentFunction", "refund")
        .name("cancelCarRentalFunction", "cancel-car")
        .name("cancelFlightFunction", "cancel-flight")
        .name("snsTopicArn", "arn:trips")
        .succeeds("booked", trip(), calm())
        .fails("no flight", "Job Failed", trip(), down("reserve-flight"))
        .fails("no car", "Job Failed", trip(), down("reserve-car"))
        .fails("no money", "Job Failed", trip(), down("pay"))
        .fails("flight lost", "Job Failed", trip(), down("confirm-flight"))
        .fails("car lost", "Job Failed", trip(), down("confirm-car"))
        .fails("retried", "Job Failed", trip(), hard())
        .fails(
            "cannot cancel",
            "Full",
            trip(),
            Script::default().fails("cancel-flight", "Full", "not now").and(down("pay")),
        )
}
