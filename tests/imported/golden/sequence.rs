//! `sequence`, imported from the Amazon States Language by `workflow import`.
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
    pub id: Json,
    pub card: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Shop {
    pub name: String,
    pub open: bool,
    pub tries: i64,
    pub rate: f64,
    pub tags: Vec<String>,
    pub mixed: (String, i64),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Prepared {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop: Option<Shop>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Price {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Charged {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Json>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Input {
    pub order: Order,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prepared: Option<Prepared>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<Charged>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct PriceArguments {
    pub id: Json,
    pub card: Json,
    pub shop: Shop,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payload2 {
    pub card: Json,
    pub amount: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ChargeArguments {
    #[serde(rename = "FunctionName")]
    pub function_name: String,
    #[serde(rename = "Payload")]
    pub payload: Payload2,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct Payload3 {
    pub receipt: Json,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct ChargeResult {
    #[serde(rename = "Payload")]
    pub payload: Payload3,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
pub struct TellArguments {
    #[serde(rename = "TopicArn")]
    pub topic_arn: String,
    #[serde(rename = "Message")]
    pub message: Input,
}

#[task(resource = "arn:aws:lambda:us-east-1:123456789012:function:price", aws_retry = false)]
pub async fn price(arguments: PriceArguments) -> Result<Price, Failure>;

#[task(resource = "arn:aws:states:::lambda:invoke", timeout = 30, aws_retry = false)]
pub async fn charge(arguments: ChargeArguments) -> Result<ChargeResult, Failure>;

#[task(resource = "arn:aws:states:::sns:publish", aws_retry = false)]
pub async fn tell(arguments: TellArguments) -> Result<Json, Failure>;

/// An order is priced, charged and told.
#[workflow]
pub async fn sequence(input: Input) -> Result<Payload3, Failure> {
    let price_result = price(
        PriceArguments {
            id: input.order.id.clone(),
            card: input.order.card.clone(),
            shop: Shop {
                name: "nuts".to_owned(),
                open: true,
                tries: 3,
                rate: 1.5,
                tags: vec!["a".to_owned(), "b".to_owned()],
                mixed: ("x".to_owned(), 1),
            },
        },
    ).named("Price").await?;
    let charge_result = charge(
        ChargeArguments {
            function_name: "charge".to_owned(),
            payload: Payload2 {
                card: input.order.card.clone(),
                amount: price_result.amount.clone().unwrap(),
            },
        },
    ).named("Charge").await?;
    tell(
        TellArguments {
            topic_arn: "${Topic}".to_owned(),
            message: Input {
                prepared: Some(Prepared {
                    id: Some(input.order.id.clone()),
                    card: Some(input.order.card.clone()),
                    shop: Some(Shop {
                        name: "nuts".to_owned(),
                        open: true,
                        tries: 3,
                        rate: 1.5,
                        tags: vec!["a".to_owned(), "b".to_owned()],
                        mixed: ("x".to_owned(), 1),
                    }),
                }),
                price: Some(price_result.clone()),
                charged: Some(Charged { receipt: Some(charge_result.payload.receipt.clone()) }),
                ..input.clone()
            },
        },
    ).named("Tell").await?;
    Ok(Payload3 { receipt: charge_result.payload.receipt.clone() })
}
