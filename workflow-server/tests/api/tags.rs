use super::client::{Client, OWN, pass, text};
use serde_json::json;

#[tokio::test]
async fn tags_are_set_changed_and_removed() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let params = json!({ "name": "a", "tags": [{ "key": "k", "value": "v" }] });
    let activity = text(&client.ok("CreateActivity", params).await["activityArn"]);
    let params = json!({ "resourceArn": machine, "tags": [{ "key": "k", "value": "v" }] });
    client.ok("TagResource", params).await;
    for resource in [machine.clone(), activity] {
        let tags = json!([{ "key": "l", "value": "" }, { "key": "k", "value": "w" }]);
        client.ok("TagResource", json!({ "resourceArn": resource, "tags": tags })).await;
        let by = json!({ "resourceArn": resource });
        let told = client.ok("ListTagsForResource", by.clone()).await;
        assert_eq!(
            told,
            json!({ "tags": [{ "key": "k", "value": "w" }, { "key": "l", "value": "" }] })
        );
        let keys = json!(["k", "none"]);
        client.ok("UntagResource", json!({ "resourceArn": resource, "tagKeys": keys })).await;
        let told = client.ok("ListTagsForResource", by).await;
        assert_eq!(told, json!({ "tags": [{ "key": "l", "value": "" }] }));
    }
    let many: Vec<_> = (0..50).map(|it| json!({ "key": it.to_string(), "value": "" })).collect();
    let refused = client.code("TagResource", json!({ "resourceArn": machine, "tags": many })).await;
    assert_eq!(refused, "TooManyTags");
    // None of them was set.
    let told = client.ok("ListTagsForResource", json!({ "resourceArn": machine })).await;
    assert_eq!(told["tags"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn keys_of_aws_are_refused() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    for (key, refused) in
        [("aws:x", true), ("AWS:x", true), ("aWs:", true), ("aws", false), ("laws:x", false)]
    {
        let tags = json!([{ "key": key, "value": "v" }]);
        let told =
            client.call("TagResource", json!({ "resourceArn": machine, "tags": tags })).await;
        assert_eq!(told.is_err(), refused, "{key}");
    }
}

#[tokio::test]
async fn only_machines_and_activities_have_tags() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": machine })).await;
    for arn in
        [format!("{machine}:1"), format!("{OWN}:stateMachine:x"), format!("{OWN}:activity:x")]
    {
        let tags = json!([{ "key": "k", "value": "v" }]);
        let refused =
            client.refused("TagResource", json!({ "resourceArn": arn, "tags": tags })).await;
        assert_eq!(
            refused,
            ("ResourceNotFound".to_owned(), format!("Resource not found: '{arn}'"))
        );
    }
}
