//! `derive(TaskError)`: names, causes, and what comes back from them.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use workflow::__private::Content;
use workflow::prelude::*;
use workflow::{Caught, Schema};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
#[serde(rename_all = "snake_case")]
enum ChargeError {
    #[serde(rename_all = "camelCase")]
    CardDeclined {
        bank_reason: String,
        #[serde(default)]
        code: Option<u8>,
    },
    Limit(f64),
    Between(u8, u8),
    Throttled,
    #[error_name("Lambda.TooManyRequestsException")]
    Busy,
    #[error_name("States.Timeout")]
    Slow,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, TaskError)]
enum ShipError {
    Lost {
        at: String,
    },
    #[other]
    Other(Failure),
}

fn declined() -> ChargeError {
    ChargeError::CardDeclined { bank_reason: "stolen".to_owned(), code: Some(7) }
}

/// Every variant, its name, and its message.
fn all() -> Vec<(ChargeError, &'static str, &'static str)> {
    vec![
        (declined(), "CardDeclined", r#"{"bankReason":"stolen","code":7}"#),
        (ChargeError::Limit(2.5), "Limit", "2.5"),
        (ChargeError::Between(1, 2), "Between", "[1,2]"),
        (ChargeError::Throttled, "Throttled", ""),
        (ChargeError::Busy, "Lambda.TooManyRequestsException", ""),
        (ChargeError::Slow, "States.Timeout", ""),
    ]
}

#[test]
fn fields_travel_as_json_in_the_message() {
    for (error, name, message) in all() {
        assert_eq!((error.name(), error.message().as_str()), (name, message));
        let failure = Failure::from(error);
        let cause: Value = serde_json::from_str(&failure.reported()).unwrap();
        assert_eq!(cause, json!({ "errorType": name, "errorMessage": message }));
        assert_eq!(failure.cause(), message);
        let shown = if message.is_empty() { name.to_owned() } else { format!("{name}: {message}") };
        assert_eq!(failure.to_string(), shown);
    }
}

#[test]
fn errors_come_back_live_and_from_text() {
    for (error, ..) in all() {
        assert_eq!(ChargeError::caught(Failure::from(error.clone())), Ok(error.clone()));
        let read = Failure::from(error.clone());
        let read = Failure::new(read.error().to_owned(), read.reported());
        assert_eq!(ChargeError::decode(read), Ok(error));
    }
}

#[test]
fn a_missed_heartbeat_is_a_timeout() {
    let failure = Failure::new("States.HeartbeatTimeout", "");
    assert_eq!(ChargeError::decode(failure), Ok(ChargeError::Slow));
}

#[test]
fn the_cause_of_a_unit_is_not_read() {
    let failure = Failure::new("Throttled", "not JSON {");
    assert_eq!(ChargeError::decode(failure), Ok(ChargeError::Throttled));
}

#[test]
fn causes_that_do_not_hold_the_fields() {
    for cause in [
        "",
        "not JSON",
        "null",
        "[]",
        "{}",
        r#"{"errorMessage":1}"#,
        r#"{"errorMessage":"text of somebody else"}"#,
        r#"{"errorMessage":"{\"bankReason\":1}"}"#,
        r#"{"errorMessage":"{}"}"#,
    ] {
        let failure = ChargeError::decode(Failure::new("CardDeclined", cause)).unwrap_err();
        assert_eq!(failure.error(), "States.QueryEvaluationError", "{cause}");
        assert!(failure.cause().contains("CardDeclined"), "{failure}");
    }
}

#[test]
fn more_keys_and_absent_defaults_are_fine() {
    let cause = r#"{"errorMessage":"{\"bankReason\":\"x\",\"new\":1}","trace":[]}"#;
    let error = ChargeError::CardDeclined { bank_reason: "x".to_owned(), code: None };
    assert_eq!(ChargeError::decode(Failure::new("CardDeclined", cause)), Ok(error));
}

#[test]
fn what_is_outside_the_enum_stays_a_failure() {
    let failure = Failure::new("Unheard", "of");
    assert_eq!(ChargeError::decode(failure.clone()), Err(failure));
}

#[test]
fn other_holds_any_failure_as_it_is() {
    let failure = Failure::new("Unheard", "of");
    let error = ShipError::decode(failure.clone()).unwrap();
    assert_eq!(error, ShipError::Other(failure.clone()));
    assert_eq!(Failure::from(error), failure);
    let lost = || ShipError::Lost { at: "sea".to_owned() };
    assert_eq!(ShipError::caught(lost().into_failure()), Ok(lost()));
    // A live error of another task is not lost in it.
    let nested = ShipError::caught(Failure::from(declined())).unwrap();
    assert_eq!(ChargeError::caught(Failure::from(nested)), Ok(declined()));
}

/// As the body of a task.
fn sails(at: &str) -> Result<(), ShipError> {
    let calm = |at: &str| if at == "sea" { Ok(()) } else { Err(Failure::new("Storm", at)) };
    calm(at)?;
    Err(ShipError::Lost { at: at.to_owned() })
}

#[test]
fn a_failure_becomes_other() {
    assert_eq!(sails("cape"), Err(ShipError::Other(Failure::new("Storm", "cape"))));
    assert_eq!(sails("sea"), Err(ShipError::Lost { at: "sea".to_owned() }));
}

#[test]
fn catchers_have_their_names() {
    let names: Vec<_> = all().into_iter().map(|(_, name, _)| name).collect();
    assert_eq!(<ChargeError as TaskError>::REST, names);
    assert_eq!(<ShipError as TaskError>::REST, ["States.ALL"]);
    let constants = [ChargeError::__CARD_DECLINED, ChargeError::__BUSY, ShipError::__OTHER];
    assert_eq!(
        constants.concat(),
        ["CardDeclined", "Lambda.TooManyRequestsException", "States.ALL"]
    );
}

#[test]
fn the_schema_is_that_of_the_fields() {
    let Schema::Enum { variants, .. } = <ChargeError as TaskError>::schema() else { panic!() };
    let names: Vec<_> = variants.iter().map(|it| (it.rust, it.json)).collect();
    assert_eq!(names[0], ("CardDeclined", "CardDeclined"));
    assert_eq!(names[4], ("Busy", "Lambda.TooManyRequestsException"));
    let Content::Struct(fields) = &variants[0].content else { panic!() };
    assert_eq!((fields[0].rust, fields[0].json), ("bank_reason", "bankReason"));
    assert!(matches!(variants[2].content, Content::Tuple(ref fields) if fields.len() == 2));
}
