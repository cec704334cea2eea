//! `variables`, imported from the Amazon States Language by `workflow import`.
//!
//! The types are what the definition reads; other fields of an input or an answer pass through the exported
//! document, and are dropped by the typed machine.

#![allow(missing_docs, clippy::clone_on_copy, clippy::format_in_format_args, clippy::needless_return, reason = "written by a program")]
#![allow(clippy::needless_update, clippy::redundant_clone, clippy::single_match, clippy::unnecessary_to_owned, reason = "written by a program")]

use workflow::prelude::*;

/// Any JSON, kept and passed on as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[data(opaque)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Order {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub order: Order,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PriceArguments {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Payload")]
    pub payload: Order,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payload2 {
    pub price: f64,
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PriceResult {
    #[serde(rename = "Payload")]
    pub payload: Payload2,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct AskArguments {
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct AskResult {
    pub sure: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PayArguments {
    pub id: String,
    pub price: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Output {
    pub paid: bool,
}

#[task(resource = "arn:aws:states:::lambda:invoke", aws_retry = false)]
pub async fn price(arguments: PriceArguments) -> Result<PriceResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:ask", aws_retry = false)]
pub async fn ask(arguments: AskArguments) -> Result<AskResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:pay", aws_retry = false)]
pub async fn pay(arguments: PayArguments) -> Result<bool, Failure>;

#[workflow]
pub async fn variables(input: Input) -> Result<Output, Failure> {
    match price(
        PriceArguments {
            function_name: "price".to_owned(),
            payload: Order { id: input.order.id.clone() },
        },
    ).named("Price").await {
        Ok(price_result) => {
            if price_result.payload.price > 100.0 && price_result.payload.kind.as_str() == "new" {
                let ask_result = ask(
                    AskArguments { text: format!("{} right?", format!("is {}", input.order.id)) },
                ).named("Ask").await?;
                if !ask_result.sure {
                    return Err(Failure::new("Refused", format!("of {}", input.order.id)));
                }
            } else if price_result.payload.free.is_some() {
                return Ok(Output { paid: false });
            }
            let pay_result = pay(
                PayArguments { id: input.order.id.clone(), price: price_result.payload.price },
            ).named("Pay").await?;
            Ok(Output { paid: pay_result })
        }
        Err(failure) => {
            if failure.error() == "NoPrice" {
                Err(Failure::new("NoPrice", failure.reported()))
            } else {
                Err(failure)
            }
        }
    }
}
