use super::client::{Client, pass, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A machine with two versions, which come to 1 and 2.
async fn machine(client: &Client) -> String {
    let machine = client.machine("m", &pass(json!(1))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": machine })).await;
    let definition = pass(json!(2)).to_string();
    let params = json!({ "stateMachineArn": machine, "definition": definition, "publish": true });
    client.ok("UpdateStateMachine", params).await;
    machine
}

fn text_of(alias: &Value) -> String {
    text(&alias["stateMachineAliasArn"])
}

fn route(machine: &str, weights: &[(u32, u32)]) -> Value {
    let one = |(version, weight): &(u32, u32)| json!({ "stateMachineVersionArn": format!("{machine}:{version}"), "weight": weight });
    weights.iter().map(one).collect()
}

/// The history says it, too (API reference).
#[tokio::test]
async fn the_first_event_names_the_alias_and_the_version() {
    let client = Client::new().await;
    let machine = machine(&client).await;
    let params = json!({ "name": "live", "routingConfiguration": route(&machine, &[(1, 100)]) });
    client.ok("CreateStateMachineAlias", params).await;
    let version = json!(format!("{machine}:1"));
    for (qualifier, alias) in
        [("", Value::Null), (":1", Value::Null), (":live", json!(format!("{machine}:live")))]
    {
        let execution = client.start(&format!("{machine}{qualifier}"), json!({})).await;
        client.ended(&execution).await;
        let params = json!({ "executionArn": execution });
        let told = client.ok("GetExecutionHistory", params).await;
        let started = &told["events"][0]["executionStartedEventDetails"];
        assert_eq!(started["stateMachineAliasArn"], alias, "{qualifier}");
        let expected = if qualifier.is_empty() { &Value::Null } else { &version };
        assert_eq!(started["stateMachineVersionArn"], *expected, "{qualifier}");
    }
}

#[tokio::test]
async fn an_alias_is_made_described_changed_listed_and_deleted() {
    let client = Client::new().await;
    let machine = machine(&client).await;
    let params = json!({ "name": "live", "description": "d", "routingConfiguration": route(&machine, &[(1, 100)]) });
    let created = client.ok("CreateStateMachineAlias", params.clone()).await;
    let alias = text(&created["stateMachineAliasArn"]);
    assert_eq!(alias, format!("{machine}:live"));
    assert_eq!(client.ok("CreateStateMachineAlias", params.clone()).await, created);
    let mut other = params;
    other["description"] = json!("e");
    assert_eq!(client.code("CreateStateMachineAlias", other).await, "ConflictException");

    let by = json!({ "stateMachineAliasArn": alias });
    let told = client.ok("DescribeStateMachineAlias", by.clone()).await;
    assert_eq!((&told["name"], &told["description"]), (&json!("live"), &json!("d")));
    let params = json!({ "stateMachineAliasArn": alias, "routingConfiguration": route(&machine, &[(2, 100)]) });
    client.ok("UpdateStateMachineAlias", params).await;
    let told = client.ok("DescribeStateMachineAlias", by.clone()).await;
    assert_eq!(told["routingConfiguration"], route(&machine, &[(2, 100)]));
    let listed = client.ok("ListStateMachineAliases", json!({ "stateMachineArn": machine })).await;
    assert_eq!(listed["stateMachineAliases"][0]["stateMachineAliasArn"], alias.as_str());
    for (version, count) in [(1, 0), (2, 1)] {
        let params = json!({ "stateMachineArn": format!("{machine}:{version}") });
        let listed = client.ok("ListStateMachineAliases", params).await;
        assert_eq!(listed["stateMachineAliases"].as_array().map(Vec::len), Some(count));
    }

    let params = json!({ "stateMachineVersionArn": format!("{machine}:2") });
    let refused = client.refused("DeleteStateMachineVersion", params).await;
    assert_eq!(refused.0, "ConflictException");
    assert!(refused.1.ends_with("referencing this version: [live]"), "{}", refused.1);
    client.ok("DeleteStateMachineAlias", by.clone()).await;
    assert_eq!(client.ok("DeleteStateMachineAlias", by.clone()).await, json!({}));
    assert_eq!(client.code("DescribeStateMachineAlias", by).await, "ResourceNotFound");
    let params = json!({ "stateMachineAliasArn": alias, "description": "x" });
    let text = "Request references a resource that does not exist.";
    assert_eq!(
        client.refused("UpdateStateMachineAlias", params).await,
        ("ResourceNotFound".to_owned(), text.to_owned())
    );
}

#[tokio::test]
async fn executions_go_where_the_weights_say() {
    let client = Client::new().await;
    let machine = machine(&client).await;
    let params =
        json!({ "name": "both", "routingConfiguration": route(&machine, &[(1, 50), (2, 50)]) });
    let alias = text(&client.ok("CreateStateMachineAlias", params).await["stateMachineAliasArn"]);
    let mut outputs = BTreeSet::new();
    for _ in 0..60 {
        let execution = client.start(&alias, json!({})).await;
        let told = client.ended(&execution).await;
        let version = text(&told["output"]);
        assert_eq!(told["stateMachineVersionArn"], format!("{machine}:{version}"));
        assert_eq!(told["stateMachineAliasArn"], alias.as_str());
        outputs.insert(version);
    }
    // By chance alone once in 10^18 runs.
    assert_eq!(outputs.len(), 2);
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": alias })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(60));
    let params = json!({ "stateMachineAliasArn": alias, "routingConfiguration": route(&machine, &[(1, 0), (2, 100)]) });
    client.ok("UpdateStateMachineAlias", params).await;
    for _ in 0..20 {
        let execution = client.start(&alias, json!({})).await;
        assert_eq!(client.ended(&execution).await["output"], "2");
    }
}

#[tokio::test]
async fn wrong_routings_are_refused() {
    let client = Client::new().await;
    let machine = machine(&client).await;
    let other = client.machine("n", &pass(json!(1))).await;
    let two = json!([
        { "stateMachineVersionArn": format!("{machine}:1"), "weight": 50 },
        { "stateMachineVersionArn": format!("{other}:1"), "weight": 50 },
    ]);
    for (name, routing, code) in [
        ("a", route(&machine, &[]), "ValidationException"),
        ("a", route(&machine, &[(1, 70), (2, 29)]), "ValidationException"),
        ("a", route(&machine, &[(1, 101)]), "ValidationException"),
        ("a", route(&machine, &[(1, 50), (1, 50)]), "ValidationException"),
        ("a", two, "ValidationException"),
        ("a", route(&machine, &[(9, 100)]), "ResourceNotFound"),
        ("a", json!([{ "stateMachineVersionArn": "x", "weight": 100 }]), "InvalidArn"),
        ("7", route(&machine, &[(1, 100)]), "ValidationException"),
        ("a b", route(&machine, &[(1, 100)]), "ValidationException"),
    ] {
        let params = json!({ "name": name, "routingConfiguration": routing });
        assert_eq!(client.code("CreateStateMachineAlias", params.clone()).await, code, "{params}");
    }
    let params =
        json!({ "name": "a", "routingConfiguration": route(&machine, &[(1, 70), (2, 29)]) });
    let text = client.refused("CreateStateMachineAlias", params).await.1;
    assert_eq!(text, "Sum of routing configuration weights must equal 100. Received: [70, 29]");
    let twice =
        format!("distinct state machine version ARNs. Received: [{machine}:1, {machine}:1]");
    let plain = json!([{ "stateMachineVersionArn": machine, "weight": 100 }]);
    let none = format!("state machine version ARNs. Received: [{machine}]");
    for (routing, what) in [(route(&machine, &[(1, 50), (1, 50)]), twice), (plain, none)] {
        let params = json!({ "name": "a", "routingConfiguration": routing });
        let (code, text) = client.refused("CreateStateMachineAlias", params).await;
        assert_eq!(code, "ValidationException");
        assert_eq!(text, format!("Routing configuration must contain {what}"));
    }
    let params = json!({ "name": "a", "routingConfiguration": route(&machine, &[(1, 100)]) });
    let alias = text_of(&client.ok("CreateStateMachineAlias", params).await);
    let (code, text) =
        client.refused("UpdateStateMachineAlias", json!({ "stateMachineAliasArn": alias })).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(text, "Either the description or the RoutingConfiguration must be specified");
}
