//! A task through its definition: injected, decoded, run, encoded.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use workflow::prelude::*;
use workflow::{Payload, Resources, Task};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Card {
    number: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Payment {
    id: String,
    amount: f64,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined {
        reason: String,
    },
    #[error_name("States.Timeout")]
    Timeout,
    #[other]
    Other(Failure),
}

struct Bank {
    limit: f64,
}

const GENTLY: Retry = Retry::on(&["Throttled"]).interval(2);
const ALWAYS: Retry = Retry::on(&["States.ALL"]);

/// Charges the customer's card.
///
/// Twice is once.
#[task(timeout = "30s", heartbeat = 5, retry = [GENTLY, Retry::on(&["Busy"])])]
async fn charge(bank: Res<Bank>, card: Card, mut amount: f64) -> Result<Payment, ChargeError> {
    amount += 0.5;
    if card.number.is_empty() {
        return Err(ChargeError::Declined { reason: "no number".to_owned() });
    }
    if amount > bank.limit {
        return Err(ChargeError::Other(Failure::new("OverLimit", "too much")));
    }
    Ok(Payment { id: card.number, amount })
}

#[task(retry = ALWAYS)]
fn double(number: i64) -> Result<i64, Failure> {
    Ok(number * 2)
}

/// Its attributes stand in its body.
#[task]
async fn inside(text: String) -> Result<u32, Failure> {
    #![allow(unused_variables, reason = "a test")]
    Ok(7)
}

#[task(aws_retry = false)]
async fn state(context: TaskContext) -> Result<String, Failure> {
    Ok(context.state.to_string())
}

fn bank() -> TaskContext {
    let mut resources = Resources::default();
    resources.insert(Bank { limit: 100.0 });
    TaskContext::test(resources)
}

async fn run<T: Task>(context: TaskContext, input: Payload) -> Result<Value, Failure> {
    let output = (T::DEFINITION.run)(&context, input).await?;
    assert!(matches!(output, Payload::Live(_)), "nothing is encoded in memory");
    Ok(Value::clone(&*output.json()?))
}

fn text(input: Value) -> Payload {
    Payload::Text(Arc::from(input.to_string()))
}

#[tokio::test]
async fn live_and_encoded_payloads_are_the_same() {
    let input = || charge(Card { number: "1".to_owned() }, 2.0).input;
    let written = json!({ "card": { "number": "1" }, "amount": 2.0 });
    assert_eq!(serde_json::to_value(input()).unwrap(), written);
    let payloads =
        [Payload::live(input()), Payload::Json(Arc::new(written.clone())), text(written)];
    for payload in payloads {
        let output = run::<charge>(bank(), payload).await;
        assert_eq!(output, Ok(json!({ "id": "1", "amount": 2.5 })));
    }
    assert_eq!(run::<double>(bank(), text(json!(21))).await, Ok(json!(42)));
    assert_eq!(run::<inside>(bank(), text(json!("a"))).await, Ok(json!(7)));
    assert_eq!(run::<state>(bank(), text(json!({}))).await, Ok(json!("test")));
    assert_eq!(serde_json::to_value(state().input).unwrap(), json!({}));
}

#[tokio::test]
async fn a_failure_has_the_name_of_its_variant() {
    for (card, amount, name, cause) in [
        (
            "",
            1.0,
            "Declined",
            r#"{"errorType":"Declined","errorMessage":"{\"reason\":\"no number\"}"}"#,
        ),
        ("1", 1e3, "OverLimit", "too much"),
    ] {
        let input = charge(Card { number: card.to_owned() }, amount).input;
        let failure = run::<charge>(bank(), Payload::live(input)).await.unwrap_err();
        assert_eq!((failure.error(), &*failure.reported()), (name, cause));
    }
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let input = || Payload::live(charge(Card { number: "1".to_owned() }, 2.0).input);
    let failure =
        run::<charge>(TaskContext::test(Resources::default()), input()).await.unwrap_err();
    assert!(failure.to_string().contains("Bank"), "{failure}");
    let failure = run::<charge>(bank(), text(json!({ "amount": 1 }))).await.unwrap_err();
    assert!(failure.to_string().contains("argument `card` is missing"), "{failure}");
}

#[tokio::test]
async fn the_body_is_called_with_its_resources() {
    let card = Card { number: "1".to_owned() };
    let payment = charge::run(Res::new(Bank { limit: 9.0 }), card, 2.0).await;
    assert_eq!(payment, Ok(Payment { id: "1".to_owned(), amount: 2.5 }));
    assert_eq!(double::run(4), Ok(8));
}

#[test]
fn definitions_say_what_the_attribute_says() {
    let definition = charge::DEFINITION;
    assert_eq!(definition.name, "charge");
    assert_eq!(definition.comment, "Charges the customer's card.");
    assert_eq!(definition.arguments, ["card", "amount"]);
    assert_eq!((definition.timeout, definition.heartbeat), (Some(30), Some(5)));
    let errors = |definition: workflow::TaskDefinition| -> Vec<&str> {
        definition.retry.iter().flat_map(|retrier| retrier.retry().errors).copied().collect()
    };
    assert_eq!(errors(definition)[..3], ["Throttled", "Busy", "Lambda.ServiceException"]);
    assert_eq!(errors(double::DEFINITION), ["States.ALL"]);
    assert!(errors(state::DEFINITION).is_empty());
    let needs: Vec<_> = (definition.needs)().iter().map(|need| need.id).collect();
    assert_eq!(needs, [std::any::TypeId::of::<Bank>()]);
    assert!((state::DEFINITION.needs)().is_empty());
}
