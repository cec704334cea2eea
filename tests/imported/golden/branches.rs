//! `branches`, imported from the Amazon States Language by `workflow import`.
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
pub struct Input {
    pub order: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PackResult {
    pub parcel: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct CloseArguments {
    pub parcel: Json,
    pub invoice: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct SorryArguments {
    pub order: Json,
    pub error: String,
}

const RETRY: Retry = Retry::on(&["Busy"])
    .max_attempts(1);

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:pick", aws_retry = false)]
pub async fn pick(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:pack", aws_retry = false)]
pub async fn pack(arguments: Json) -> Result<PackResult, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:invoice", aws_retry = false)]
pub async fn invoice(arguments: Input) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:close", aws_retry = false)]
pub async fn close(arguments: CloseArguments) -> Result<Json, Failure>;

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:sorry", aws_retry = false)]
pub async fn sorry(arguments: SorryArguments) -> Result<Json, Failure>;

#[workflow]
pub async fn branches(input: Input) -> Result<Json, Failure> {
    match join!(
        async {
            let pick_result = pick(Input { order: input.order.clone() }).named("Pick").await?;
            let pack_result = pack(pick_result.clone()).named("Pack").await?;
            Ok(pack_result.clone())
        },
        async {
            sleep(Duration::from_secs(60)).named("Rest").await;
            let invoice_result = invoice(input.clone()).named("Invoice").await?;
            Ok(invoice_result.clone())
        },
    ).retry(RETRY).named("Both").await {
        Ok(both_result) => {
            let close_result = close(
                CloseArguments {
                    parcel: both_result.0.parcel.clone(),
                    invoice: both_result.1.clone(),
                },
            ).named("Close").await?;
            Ok(close_result.clone())
        }
        Err(failure) => {
            if failure.error() == "Sold.Out" {
                let sorry_result = sorry(
                    SorryArguments {
                        order: input.order.clone(),
                        error: failure.error().to_owned(),
                    },
                ).named("Sorry").await?;
                Ok(sorry_result.clone())
            } else {
                Err(failure)
            }
        }
    }
}
