//! Workflows with every effect, and the outcomes of their calls.

use serde_json::{Value, json};
use workflow::prelude::*;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TaskError)]
pub enum Refused {
    Busy,
    Broken { part: String },
}

const SOON: Retry = Retry::on(&["Busy"]).interval(2).backoff_rate(1.5).max_attempts(2);
const TWICE: Retry = Retry::on(&["States.ALL"]).interval(1).max_attempts(2);

#[task(retry = [SOON])]
pub async fn weigh(parcel: String) -> Result<i64, Refused> {
    Ok(parcel.len() as i64)
}
#[task]
pub async fn label(parcel: String, weight: i64) -> Result<String, Failure> {
    Ok(format!("{parcel}:{weight}"))
}

/// The outcome of a call, from nothing but its arguments.
pub fn answer(name: &str, input: &Value, attempt: u32) -> Result<Value, Failure> {
    let text = input["parcel"].as_str().or(input.as_str()).unwrap_or_default();
    let broken =
        json!({ "errorType": "Broken", "errorMessage": json!({ "part": text }).to_string() });
    match name {
        "weigh" if text.contains("busy") && attempt < 2 => Err(Failure::new("Busy", "")),
        "weigh" if text.contains("jam") => Err(Failure::new("Busy", "")),
        "weigh" if text.contains("split") => Err(Failure::new("Broken", broken.to_string())),
        "weigh" => Ok(json!(text.len())),
        "label" if text.contains("torn") => Err(Failure::new("Torn", text)),
        "label" => Ok(json!(format!("{text}:{}", input["weight"]))),
        _ if input["fail"] == json!(true) => Err(Failure::new("Queue.Full", "full")),
        _ => Ok(json!({ "sent": input })),
    }
}

/// Calls, a retrier, and a catcher that takes the error apart.
#[workflow]
pub async fn calls(parcels: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut all = vec![];
    for parcel in parcels {
        let weight = match weigh(parcel.clone()).await {
            Ok(weight) => weight,
            Err(Refused::Busy) => -1,
            Err(Refused::Broken { part }) => {
                all.push(part);
                continue;
            }
        };
        all.push(label(parcel, weight).await?);
    }
    Ok(all)
}

/// Waits, the time, and chance.
#[workflow]
pub async fn chance(parcels: Vec<String>) -> Result<Vec<String>, Failure> {
    let me = execution().name();
    let begun = now();
    sleep(Duration::from_secs(90)).await;
    let (later, share) = (now(), random());
    let id = uuid();
    let tag = label(id.clone(), 1).await?;
    let ids = map(parcels, async |parcel| {
        let own = uuid();
        let tag = label(format!("{own} {parcel}"), 2).await?;
        sleep(Duration::from_secs(5)).await;
        let at = now();
        Ok(format!("{own} {tag} {at}"))
    })
    .await?;
    let end = now();
    let shown = if share < 0.5 { id } else { later };
    Ok([vec![me, begun, shown, tag, end], ids].concat())
}

/// Branches and items within each other, tried again and caught as a whole.
#[workflow]
pub async fn forks(parcels: Vec<String>) -> Result<Vec<String>, Failure> {
    let count = parcels.len() as i64;
    match join!(
        map(parcels.clone(), async |parcel| {
            if parcel.is_empty() {
                return Ok("empty".to_owned());
            }
            let (weight, tag) = join!(
                async {
                    match weigh(parcel.clone()).await {
                        Ok(weight) => Ok(weight),
                        Err(_) => Ok(count),
                    }
                },
                label(parcel.clone(), count),
            )
            .await?;
            label(tag, weight).await
        }),
        async {
            sleep(Duration::from_secs(3)).await;
            label("last".to_owned(), count).await
        },
    )
    .retry(TWICE)
    .await
    {
        Ok((mut tags, last)) => {
            tags.push(last);
            Ok(tags)
        }
        Err(failure) => Ok(vec![failure.error().to_owned(), failure.cause().to_owned()]),
    }
}

/// Items that are executions of their own, one by one.
#[workflow]
pub async fn spread(parcels: Vec<String>) -> Result<Vec<String>, Failure> {
    let count = parcels.len() as i64;
    map(parcels, async |parcel| {
        let tag = label(parcel, count).await?;
        sleep(Duration::from_secs(1)).await;
        label(tag, 0).await
    })
    .distributed()
    .tolerated_failure_percentage(40.0)
    .await
}

/// The same in batches; a failure of the whole is caught.
#[workflow]
pub async fn batched(parcels: Vec<String>) -> Result<Vec<i64>, Failure> {
    match map(batches(parcels, 2), async |some| {
        let mut sum = 0;
        for parcel in some {
            label(parcel.clone(), sum).await?;
            sum += parcel.len() as i64;
        }
        Ok(sum)
    })
    .distributed()
    .tolerated_failure_count(2)
    .await
    {
        Ok(sums) => Ok(sums),
        Err(failure) => {
            label(failure.error().to_owned(), 0).await?;
            Ok(vec![])
        }
    }
}

/// A document of both query languages that calls resources, through retriers and catchers.
pub fn document() -> Value {
    json!({
        "StartAt": "Send",
        "States": {
            "Send": {
                "Type": "Task", "QueryLanguage": "JSONata",
                "Resource": "arn:aws:states:::sqs:sendMessage",
                "Arguments": {
                    "QueueUrl": "q", "MessageBody": "{% $states.input.parcels[0] & $string($random()) %}",
                    "fail": "{% $count($states.input.parcels) > 2 %}",
                    "tries": "{% $states.context.State.RetryCount %}"
                },
                "Retry": [{ "ErrorEquals": ["Queue.Full"], "MaxAttempts": 1, "IntervalSeconds": 4 }],
                "Catch": [{
                    "ErrorEquals": ["States.ALL"], "Assign": { "why": "{% $states.errorOutput.Error %}" },
                    "Next": "Pause"
                }],
                "Assign": { "why": "sent" },
                "Next": "Pause"
            },
            "Pause": { "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% 3 + $length($why) %}", "Output": { "list": "{% $states.input.parcels ? $states.input.parcels : [1, 2] %}" }, "Next": "Each" },
            "Each": {
                "Type": "Map", "ItemsPath": "$.list",
                "ItemSelector": { "n.$": "$$.Map.Item.Index", "id.$": "States.UUID()", "at.$": "$$.State.EnteredTime" },
                "ItemProcessor": {
                    "StartAt": "One",
                    "States": { "One": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "ResultPath": "$.r", "End": true } }
                },
                "Next": "Far"
            },
            "Far": {
                "Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input %}", "ToleratedFailurePercentage": 100,
                "ItemSelector": { "i": "{% $states.context.Map.Item.Index %}", "why": "{% $why %}", "r": "{% $random() %}" },
                "ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "n": "{% $random() %}" } },
                "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "Pass", "States": { "Pass": { "Type": "Pass", "End": true } }
                },
                "End": true
            }
        }
    })
}
