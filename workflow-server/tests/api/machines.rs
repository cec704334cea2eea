use super::client::{Client, OWN, ROLE, pass, text, wait};
use serde_json::{Value, json};

fn made(name: &str, more: Value) -> Value {
    let definition = pass(json!(1)).to_string();
    let mut params = json!({ "name": name, "definition": definition, "roleArn": ROLE });
    params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    params
}

#[tokio::test]
async fn a_machine_is_made_described_changed_listed_and_deleted() {
    let client = Client::new().await;
    let created = client.ok("CreateStateMachine", made("m", json!({}))).await;
    let arn = text(&created["stateMachineArn"]);
    assert_eq!(arn, format!("{OWN}:stateMachine:m"));
    let by = json!({ "stateMachineArn": arn });
    let told = client.ok("DescribeStateMachine", by.clone()).await;
    assert_eq!(told["definition"], pass(json!(1)).to_string());
    assert_eq!((&told["status"], &told["type"]), (&json!("ACTIVE"), &json!("STANDARD")));
    assert_eq!(
        told["loggingConfiguration"],
        json!({ "level": "OFF", "includeExecutionData": false })
    );
    assert_eq!(told["tracingConfiguration"], json!({ "enabled": false }));
    assert_eq!(told["encryptionConfiguration"], json!({ "type": "AWS_OWNED_KEY" }));
    assert!(told["creationDate"].as_f64().unwrap() > 1.7e9);
    assert_eq!(told.get("revisionId"), None);

    let (definition, other) = (pass(json!(2)).to_string(), format!("{ROLE}2"));
    let params = json!({ "stateMachineArn": arn, "definition": definition, "roleArn": other });
    let updated = client.ok("UpdateStateMachine", params).await;
    let told = client.ok("DescribeStateMachine", by.clone()).await;
    assert_eq!(told["revisionId"], updated["revisionId"]);
    assert_eq!((&told["definition"], &told["roleArn"]), (&json!(definition), &json!(other)));
    // The same again changes nothing.
    let params = json!({ "stateMachineArn": arn, "definition": definition });
    assert_eq!(client.ok("UpdateStateMachine", params).await["revisionId"], updated["revisionId"]);

    let listed = client.ok("ListStateMachines", json!({})).await;
    assert_eq!(listed["stateMachines"][0]["name"], "m");
    let none = json!({ "stateMachineArn": arn, "includedData": "METADATA_ONLY" });
    assert_eq!(client.ok("DescribeStateMachine", none).await["definition"], "{}");

    assert_eq!(client.ok("DeleteStateMachine", by.clone()).await, json!({}));
    assert_eq!(client.ok("DeleteStateMachine", by.clone()).await, json!({}));
    let message = format!("State Machine Does Not Exist: '{arn}'");
    for operation in ["DescribeStateMachine", "StartExecution", "ListExecutions"] {
        let refused = client.refused(operation, by.clone()).await;
        assert_eq!(refused, ("StateMachineDoesNotExist".to_owned(), message.clone()));
    }
    let params = json!({ "stateMachineArn": arn, "roleArn": ROLE });
    assert_eq!(client.code("UpdateStateMachine", params).await, "StateMachineDoesNotExist");
    assert_eq!(client.ok("ListStateMachines", json!({})).await, json!({ "stateMachines": [] }));
}

/// The machine of that name in another account or region is another one, and is not here.
#[tokio::test]
async fn the_arn_of_another_place_names_nothing_here() {
    let client = Client::new().await;
    client.ok("CreateStateMachine", made("m", json!({ "publish": true }))).await;
    client.ok("CreateActivity", json!({ "name": "a" })).await;
    for place in ["eu-west-1:123456789012", "us-east-1:999999999999"] {
        let machine = format!("arn:aws:states:{place}:stateMachine:m");
        let version = format!("{machine}:1");
        let route = json!([{ "stateMachineVersionArn": version, "weight": 100 }]);
        let of_machine = |more: Value| {
            let mut params = json!({ "stateMachineArn": machine });
            params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            params
        };
        for (operation, params, code) in [
            ("DescribeStateMachine", json!({}), "StateMachineDoesNotExist"),
            ("StartExecution", json!({}), "StateMachineDoesNotExist"),
            ("ListExecutions", json!({}), "StateMachineDoesNotExist"),
            ("ListStateMachineAliases", json!({}), "StateMachineDoesNotExist"),
            ("PublishStateMachineVersion", json!({}), "StateMachineDoesNotExist"),
            ("UpdateStateMachine", json!({ "roleArn": ROLE }), "StateMachineDoesNotExist"),
        ] {
            assert_eq!(client.code(operation, of_machine(params)).await, code, "{operation}");
        }
        let alias = json!({ "name": "live", "routingConfiguration": route });
        assert_eq!(client.code("CreateStateMachineAlias", alias).await, "ResourceNotFound");
        for resource in [machine.clone(), format!("arn:aws:states:{place}:activity:a")] {
            let tags = json!({ "resourceArn": resource, "tags": [{ "key": "k", "value": "v" }] });
            assert_eq!(client.code("TagResource", tags).await, "ResourceNotFound");
            let tags = json!({ "resourceArn": resource });
            assert_eq!(client.code("ListTagsForResource", tags).await, "ResourceNotFound");
        }
        // What is not there is deleted: nothing of this place is.
        let params = json!({ "stateMachineVersionArn": version });
        assert_eq!(client.ok("DeleteStateMachineVersion", params).await, json!({}));
        assert_eq!(client.ok("DeleteStateMachine", of_machine(json!({}))).await, json!({}));
        let versions = client.ok("ListStateMachineVersions", of_machine(json!({}))).await;
        assert_eq!(versions["stateMachineVersions"], json!([]));
    }
    let own = json!({ "stateMachineArn": format!("{OWN}:stateMachine:m") });
    let versions = client.ok("ListStateMachineVersions", own.clone()).await;
    assert_eq!(versions["stateMachineVersions"].as_array().map(Vec::len), Some(1));
    assert_eq!(client.ok("DescribeStateMachine", own).await["name"], "m");
}

#[tokio::test]
async fn making_the_same_machine_again_is_the_same_machine() {
    let client = Client::new().await;
    let created = client.ok("CreateStateMachine", made("m", json!({}))).await;
    // Neither its role nor its tags make it another one.
    let again =
        made("m", json!({ "roleArn": format!("{ROLE}2"), "tags": [{ "key": "k", "value": "v" }] }));
    assert_eq!(client.ok("CreateStateMachine", again).await, created);
    for other in [
        json!({ "definition": pass(json!(2)).to_string() }),
        json!({ "type": "EXPRESS" }),
        json!({ "tracingConfiguration": { "enabled": true } }),
        json!({ "publish": true }),
    ] {
        let refused = client.refused("CreateStateMachine", made("m", other.clone())).await;
        assert_eq!(refused.0, "StateMachineAlreadyExists", "{other}");
        assert_eq!(refused.1, format!("State Machine Already Exists: '{OWN}:stateMachine:m'"));
    }
}

fn destination(arn: &str) -> Value {
    json!({ "cloudWatchLogsLogGroup": { "logGroupArn": arn } })
}

#[tokio::test]
async fn logs_go_to_a_group_with_all_its_streams() {
    let client = Client::new().await;
    let group = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/g";
    for (name, destination, why) in [
        ("a", destination("garbage"), "Log Group ARN must be provided with '*' qualifier."),
        ("b", destination(group), "Log Group ARN must be provided with '*' qualifier."),
        ("c", destination("arn:aws:s3:::bucket:*"), "Log Destination not found."),
        ("d", json!({}), "Must specify exactly one Log Destination."),
    ] {
        let logging = json!({ "level": "ALL", "destinations": [destination] });
        let made = made(name, json!({ "loggingConfiguration": logging }));
        let refused = client.refused("CreateStateMachine", made).await;
        let message = format!("Invalid Logging Configuration: {why}");
        assert_eq!(refused, ("InvalidLoggingConfiguration".to_owned(), message));
    }
    let logging = json!({ "level": "ALL", "destinations": [destination(&format!("{group}:*"))] });
    client.ok("CreateStateMachine", made("e", json!({ "loggingConfiguration": logging }))).await;
}

#[tokio::test]
async fn wrong_machines_are_refused() {
    let client = Client::new().await;
    let group = destination("arn:aws:logs:us-east-1:123456789012:log-group:g:*");
    for (wrong, code) in [
        (made("a b", json!({})), "InvalidName"),
        (made("", json!({})), "InvalidName"),
        (made(&"x".repeat(81), json!({})), "ValidationException"),
        (made("x", json!({ "roleArn": "r" })), "InvalidArn"),
        (made("x", json!({ "definition": "" })), "ValidationException"),
        (made("x", json!({ "definition": "{}" })), "InvalidDefinition"),
        (made("x", json!({ "definition": "no" })), "InvalidDefinition"),
        (made("x", json!({ "type": "FAST" })), "ValidationException"),
        (made("x", json!({ "versionDescription": "v" })), "ValidationException"),
        (
            made("x", json!({ "loggingConfiguration": { "level": "ALL" } })),
            "InvalidLoggingConfiguration",
        ),
        (
            made("x", json!({ "loggingConfiguration": { "destinations": [group, group] } })),
            "InvalidLoggingConfiguration",
        ),
        (
            made("x", json!({ "encryptionConfiguration": { "type": "CUSTOMER_MANAGED_KMS_KEY" } })),
            "InvalidEncryptionConfiguration",
        ),
        (made("x", json!({ "tracingConfiguration": {} })), "InvalidTracingConfiguration"),
        (made("x", json!({ "tags": [{ "key": "aws:k", "value": "v" }] })), "ValidationException"),
    ] {
        assert_eq!(client.code("CreateStateMachine", wrong.clone()).await, code, "{wrong}");
    }
    let arn = client.machine("m", &pass(json!(1))).await;
    // To publish alone is not to update.
    for nothing in
        [json!({ "stateMachineArn": arn }), json!({ "stateMachineArn": arn, "publish": true })]
    {
        assert_eq!(client.code("UpdateStateMachine", nothing).await, "MissingRequiredParameter");
    }
    let role = json!({ "stateMachineArn": arn, "roleArn": "arn:aws:iam::123456789012:user/u" });
    let message = "Invalid Role Arn: 'arn:aws:iam::123456789012:user/u'";
    let refused = ("InvalidArn".to_owned(), message.to_owned());
    assert_eq!(client.refused("UpdateStateMachine", role).await, refused);
}

#[tokio::test]
async fn machines_come_in_pages() {
    let client = Client::new().await;
    for number in 0..7 {
        client.machine(&format!("m{number}"), &pass(json!(number))).await;
    }
    let (mut names, mut token) = (vec![], None);
    loop {
        let page =
            client.ok("ListStateMachines", json!({ "maxResults": 3, "nextToken": token })).await;
        names.extend(page["stateMachines"].as_array().unwrap().iter().map(|it| text(&it["name"])));
        token = page.get("nextToken").cloned();
        if token.is_none() {
            break;
        }
    }
    assert_eq!(names, ["m0", "m1", "m2", "m3", "m4", "m5", "m6"]);
    let wrong = client.refused("ListStateMachines", json!({ "nextToken": "x" })).await;
    assert_eq!(wrong, ("InvalidToken".to_owned(), "Invalid Token: 'Invalid token'".to_owned()));
}

/// Whatever is deleted between two pages, all others are listed, each once.
#[tokio::test]
async fn pages_leave_nothing_out_where_something_is_deleted() {
    let client = Client::new().await;
    for number in 0..5 {
        client.machine(&format!("m{number}"), &pass(json!(number))).await;
        client.ok("CreateActivity", json!({ "name": format!("a{number}") })).await;
    }
    let machine = format!("{OWN}:stateMachine:m4");
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": machine })).await;
    let route = json!([{ "stateMachineVersionArn": format!("{machine}:1"), "weight": 100 }]);
    for number in 0..5 {
        let params = json!({ "name": format!("l{number}"), "routingConfiguration": route });
        client.ok("CreateStateMachineAlias", params).await;
    }
    for (list, member, name, delete, arn) in [
        ("ListStateMachines", "stateMachines", "name", "DeleteStateMachine", "stateMachineArn"),
        ("ListActivities", "activities", "name", "DeleteActivity", "activityArn"),
        (
            "ListStateMachineAliases",
            "stateMachineAliases",
            "stateMachineAliasArn",
            "DeleteStateMachineAlias",
            "stateMachineAliasArn",
        ),
    ] {
        let mut params = json!({ "maxResults": 2 });
        if member == "stateMachineAliases" {
            params["stateMachineArn"] = json!(machine);
        }
        let mut names = vec![];
        loop {
            let page = client.ok(list, params.clone()).await;
            let items = page[member].as_array().unwrap();
            names.extend(items.iter().map(|it| text(&it[name])));
            // The first of each page goes, and the last of the first one.
            let gone = [items.first(), items.last().filter(|_| names.len() == 2)];
            for item in gone.into_iter().flatten() {
                client.ok(delete, json!({ arn: item[arn] })).await;
            }
            let Some(token) = page.get("nextToken") else { break };
            params["nextToken"] = token.clone();
            if member == "stateMachines" && names.len() == 4 {
                // The last one is needed for its aliases.
                break;
            }
        }
        let ends: String = names.iter().map(|it| it[it.len() - 1..].to_owned()).collect();
        assert_eq!(ends, if member == "stateMachines" { "0123" } else { "01234" }, "{list}");
    }
}

#[tokio::test]
async fn executions_keep_the_definition_and_the_role_that_they_began_with() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let first = client.start(&machine, json!({})).await;
    let (definition, new) = (pass(json!(2)).to_string(), "arn:aws:iam::123456789012:role/new");
    let params = json!({ "stateMachineArn": machine, "definition": definition, "roleArn": new });
    client.ok("UpdateStateMachine", params).await;
    let second = client.start(&machine, json!({})).await;
    assert_eq!(client.ended(&second).await["output"], "2");
    for (execution, role, definition) in
        [(first, ROLE, wait(60).to_string()), (second, new, definition)]
    {
        let by = json!({ "executionArn": execution });
        let told = client.ok("DescribeStateMachineForExecution", by).await;
        assert_eq!(
            (text(&told["roleArn"]), text(&told["definition"])),
            (role.to_owned(), definition)
        );
        let params = json!({ "executionArn": execution, "maxResults": 1 });
        let told = client.ok("GetExecutionHistory", params).await;
        assert_eq!(told["events"][0]["executionStartedEventDetails"]["roleArn"], role);
    }
}

#[tokio::test]
async fn executions_of_a_machine_that_is_deleted_are_stopped() {
    let client = Client::new().await;
    let machine = client.machine("m", &wait(60)).await;
    let execution = client.start(&machine, json!({})).await;
    client.ok("DeleteStateMachine", json!({ "stateMachineArn": machine })).await;
    assert_eq!(client.ended(&execution).await["status"], "ABORTED");
    // The name is free, and the old execution stays what it was.
    client.machine("m", &pass(json!(1))).await;
    let by = json!({ "executionArn": execution });
    let told = client.ok("DescribeStateMachineForExecution", by).await;
    assert_eq!(told["definition"], wait(60).to_string());
}
