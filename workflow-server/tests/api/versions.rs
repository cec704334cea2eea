use super::client::{Client, pass, text};
use serde_json::{Value, json};

async fn numbers(client: &Client, machine: &str) -> Vec<String> {
    let listed = client.ok("ListStateMachineVersions", json!({ "stateMachineArn": machine })).await;
    let all = listed["stateMachineVersions"].as_array().unwrap().clone();
    let number =
        |it: &Value| text(&it["stateMachineVersionArn"]).rsplit(':').next().unwrap().to_owned();
    all.iter().map(number).collect()
}

async fn update(client: &Client, machine: &str, result: u32, more: Value) -> Value {
    let definition = pass(json!(result)).to_string();
    let mut params = json!({ "stateMachineArn": machine, "definition": definition });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    client.ok("UpdateStateMachine", params).await
}

#[tokio::test]
async fn versions_are_published_run_and_deleted() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let publish = |more: Value| {
        let mut params = json!({ "stateMachineArn": machine });
        params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        params
    };
    let first =
        client.ok("PublishStateMachineVersion", publish(json!({ "revisionId": "INITIAL" }))).await;
    assert_eq!(first["stateMachineVersionArn"], format!("{machine}:1"));
    // The same revision is the same version.
    assert_eq!(client.ok("PublishStateMachineVersion", publish(json!({}))).await, first);
    let updated =
        update(&client, &machine, 2, json!({ "publish": true, "versionDescription": "two" })).await;
    assert_eq!(updated["stateMachineVersionArn"], format!("{machine}:2"));
    assert_eq!(numbers(&client, &machine).await, ["2", "1"]);

    let told = client
        .ok("DescribeStateMachine", json!({ "stateMachineArn": format!("{machine}:2") }))
        .await;
    assert_eq!(
        (&told["description"], &told["revisionId"]),
        (&json!("two"), &updated["revisionId"])
    );
    let old = format!("{machine}:1");
    let execution = client.start(&old, json!({})).await;
    let told = client.ended(&execution).await;
    assert_eq!((&told["output"], &told["stateMachineVersionArn"]), (&json!("1"), &json!(old)));
    let new = client.start(&machine, json!({})).await;
    assert_eq!(client.ended(&new).await["output"], "2");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": old })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(1));
    assert_eq!(listed["executions"][0]["executionArn"], execution.as_str());

    client
        .ok(
            "DeleteStateMachineVersion",
            json!({ "stateMachineVersionArn": format!("{machine}:2") }),
        )
        .await;
    // Numbers are not given again.
    let third = client.ok("PublishStateMachineVersion", publish(json!({}))).await;
    assert_eq!(third["stateMachineVersionArn"], format!("{machine}:3"));
    assert_eq!(numbers(&client, &machine).await, ["3", "1"]);
}

#[tokio::test]
async fn a_version_is_of_the_revision_that_is_asked_for() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    let current = text(&update(&client, &machine, 2, json!({})).await["revisionId"]);
    let params = json!({ "stateMachineArn": machine, "revisionId": "other" });
    let refused = client.refused("PublishStateMachineVersion", params).await;
    let text = format!(
        "Failed to publish the State Machine version for revision other. The current State Machine revision is {current}."
    );
    assert_eq!(refused, ("ConflictException".to_owned(), text));
    let long = json!({ "stateMachineArn": machine, "revisionId": "x".repeat(3_000) });
    assert_eq!(client.code("PublishStateMachineVersion", long).await, "ConflictException");
    let params = json!({ "stateMachineArn": machine, "revisionId": current });
    client.ok("PublishStateMachineVersion", params).await;
    let params = json!({ "stateMachineArn": machine, "roleArn": super::client::ROLE, "versionDescription": "v" });
    assert_eq!(client.code("UpdateStateMachine", params).await, "ValidationException");
}

#[tokio::test]
async fn versions_come_in_pages_and_many_revisions_are_few_in_the_end() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(0))).await;
    for number in 1..=70 {
        update(&client, &machine, number, json!({ "publish": number <= 5 })).await;
    }
    let params = json!({ "stateMachineArn": machine, "maxResults": 2 });
    let page = client.ok("ListStateMachineVersions", params).await;
    assert_eq!(page["stateMachineVersions"][1]["stateMachineVersionArn"], format!("{machine}:4"));
    let params =
        json!({ "stateMachineArn": machine, "maxResults": 3, "nextToken": page["nextToken"] });
    let page = client.ok("ListStateMachineVersions", params).await;
    assert_eq!(page["stateMachineVersions"][2]["stateMachineVersionArn"], format!("{machine}:1"));
    assert_eq!(page.get("nextToken"), None);
    // The versions still run what they ran.
    for (qualifier, output) in [(":1", "1"), (":5", "5"), ("", "70")] {
        let execution = client.start(&format!("{machine}{qualifier}"), json!({})).await;
        assert_eq!(client.ended(&execution).await["output"], output);
    }
}

#[tokio::test]
async fn an_execution_is_of_the_version_or_the_alias_that_started_it() {
    let client = Client::new().await;
    let machine = client.machine("m", &pass(json!(1))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": machine })).await;
    let definition = pass(json!(2)).to_string();
    let params = json!({ "stateMachineArn": machine, "definition": definition, "publish": true });
    client.ok("UpdateStateMachine", params).await;
    let route = json!([{ "stateMachineVersionArn": format!("{machine}:2"), "weight": 100 }]);
    let params = json!({ "name": "live", "routingConfiguration": route });
    client.ok("CreateStateMachineAlias", params).await;
    for round in 0..40 {
        let start = |qualifier: &str| {
            let machine = format!("{machine}:{qualifier}");
            let name = format!("e{round}");
            client.call("StartExecution", json!({ "stateMachineArn": machine, "name": name }))
        };
        let (one, other) = tokio::join!(start("1"), start("live"));
        let started = one.or(other).unwrap();
        let told = client.ended(&text(&started["executionArn"])).await;
        let version = text(&told["output"]);
        assert_eq!(told["stateMachineVersionArn"], format!("{machine}:{version}"));
        assert_eq!(told.get("stateMachineAliasArn").is_some(), version == "2", "{told}");
        let listed = client
            .ok("ListExecutions", json!({ "stateMachineArn": format!("{machine}:live") }))
            .await;
        let of_alias = listed["executions"].as_array().unwrap();
        let there = of_alias.iter().any(|it| it["executionArn"] == started["executionArn"]);
        assert_eq!(there, version == "2");
    }
}
