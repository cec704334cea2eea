//! Faces in an image, and a Map that writes down those it is sure of.

use super::{Text, Unread};
use crate::answers::Script;
use crate::compare::{Rewritten, nothing};
use serde_json::{Value, json};
use workflow::prelude::*;

/// The event of the object that was put.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Put {
    time: String,
    detail: Detail,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Detail {
    bucket: Bucket,
    object: Object,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Bucket {
    name: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Object {
    key: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Look {
    image: Image,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
struct Image {
    #[serde(rename = "S3Object")]
    object: Place,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Place {
    bucket: String,
    name: String,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Seen {
    celebrity_faces: Vec<Face>,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Face {
    id: String,
    name: String,
    match_confidence: f64,
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Data)]
#[serde(rename_all = "PascalCase")]
struct Row {
    #[serde(rename = "CelebID")]
    id: Text,
    name: Text,
    time: Text,
    object_location: Text,
}

#[task(resource = "arn:aws:states:::aws-sdk:rekognition:recognizeCelebrities")]
async fn recognize(look: Look) -> Result<Seen, Failure>;
#[task(resource = "arn:aws:states:::dynamodb:putItem")]
async fn put(table_name: String, item: Row) -> Result<Unread, Failure>;

#[workflow]
async fn identify(put_event: Put) -> Result<(), Failure> {
    let bucket = put_event.detail.bucket.name;
    let key = put_event.detail.object.key;
    let time = put_event.time;
    let object = Place { bucket: bucket.clone(), name: key.clone() };
    let seen = recognize(Look { image: Image { object } }).await?;
    map(seen.celebrity_faces, async |face| {
        if face.match_confidence > 90.0 {
            let row = Row {
                id: Text { s: face.id },
                name: Text { s: face.name },
                time: Text { s: time.clone() },
                object_location: Text { s: format!("S3://{bucket}/{key}") },
            };
            // Each way ends here: a common end would be a state of its own.
            put("celebrities".to_owned(), row).await?;
            Ok(())
        } else {
            Ok(())
        }
    })
    .await?;
    Ok(())
}

/// Nothing of the output is compared: the original ends with what the table answered, or with what the Map selected.
pub fn rewritten() -> Rewritten {
    let event = json!({
        "time": "2024-05-01T12:00:00Z",
        "detail": { "bucket": { "name": "photos" }, "object": { "key": "a/b.jpg" } },
    });
    let face = |id: &str, sure: f64| json!({ "Id": id, "Name": format!("{id}."), "MatchConfidence": sure });
    let seen = |faces: Value| {
        let seen = json!({ "CelebrityFaces": faces, "UnrecognizedFaces": [] });
        Script::default().on("aws-sdk:rekognition:recognizeCelebrities", seen)
    };
    let three = || seen(json!([face("ada", 99.5), face("alan", 90.0), face("grace", 90.25)]));
    let small = Script::default().fails(
        "aws-sdk:rekognition:recognizeCelebrities",
        "Rekognition.InvalidImageFormatException",
        "it is a text",
    );
    let full = three().fails(
        "dynamodb:putItem",
        "DynamoDB.ProvisionedThroughputExceededException",
        "slow down",
    );
    Rewritten::new::<identify>(
        "celebrity-identifier-sam/statemachine/statemachine.asl.json",
        nothing,
    )
    .name("Table", "celebrities")
    .succeeds("two of three", event.clone(), three().on("dynamodb:putItem", json!({ "ok": true })))
    .succeeds("nobody", event.clone(), seen(json!([])))
    .fails("no image", "Rekognition.InvalidImageFormatException", event.clone(), small)
    .fails("the table is slow", "DynamoDB.ProvisionedThroughputExceededException", event, full)
}
