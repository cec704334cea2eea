use super::client::{Client, OWN, activity, fail, one, pass, text};
use super::restarts::{File, close};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use workflow_runtime::store::{Around, Commit, MemoryStore, Store, StoreError, StoreResult};
use workflow_runtime::task::BoxFuture;
use workflow_server::Service;

fn calls(machine: &str) -> Value {
    one(json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::states:startExecution.sync:2",
        "Parameters": { "StateMachineArn": machine, "Input": { "a": 1 } },
        "OutputPath": "$.Output",
        "End": true,
    }))
}

#[tokio::test]
async fn a_service_that_nothing_answers_says_so() {
    let client = Client::new().await;
    let resource = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    let task = json!({ "Type": "Task", "Resource": resource, "Parameters": {}, "End": true });
    let told = client.run("m", &one(task), json!({})).await;
    assert_eq!(told["error"], "States.Runtime");
    let cause = format!("this server does not call `{resource}`: its answers can be mocked");
    assert!(text(&told["cause"]).ends_with(&cause), "{told}");
}

#[tokio::test]
async fn an_execution_starts_another_of_this_server() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": inner })).await;
    let definition = pass(json!(8)).to_string();
    client
        .ok("UpdateStateMachine", json!({ "stateMachineArn": inner, "definition": definition }))
        .await;
    assert_eq!(client.run("outer", &calls(&inner), json!({})).await["output"], "8");
    let version = format!("{inner}:1");
    assert_eq!(client.run("versioned", &calls(&version), json!({})).await["output"], "7");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": inner })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(2));
    let told = client.run("wrong", &calls(&format!("{OWN}:stateMachine:none")), json!({})).await;
    assert!(text(&told["cause"]).starts_with("State Machine Does Not Exist"), "{told}");
}

/// A definition that is deployed elsewhere, with the ARNs of that place, runs here as it is.
#[tokio::test]
async fn a_definition_finds_the_machines_of_its_place_by_their_names() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": inner })).await;
    let there = "arn:aws:states:eu-west-1:444455556666:stateMachine:inner";
    for (name, machine) in [("plain", there.to_owned()), ("versioned", format!("{there}:1"))] {
        assert_eq!(client.run(name, &calls(&machine), json!({})).await["output"], "7", "{name}");
    }
}

/// Times are milliseconds in what a caller gets of an execution that it has waited for.
#[tokio::test]
async fn the_end_of_another_execution_is_told_with_its_times() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    let mut call = calls(&inner);
    call["States"]["S"].as_object_mut().unwrap().remove("OutputPath");
    let told = parsed(&client.run("outer", &call, json!({})).await["output"]);
    let milliseconds = |name: &str| told[name].as_u64().unwrap_or_else(|| panic!("{told}"));
    let (started, stopped) = (milliseconds("StartDate"), milliseconds("StopDate"));
    assert!(started > 1_700_000_000_000 && stopped >= started, "{told}");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": inner })).await;
    let seconds = listed["executions"][0]["startDate"].as_f64().unwrap();
    assert_eq!((seconds * 1000.0).round(), started as f64);
    let failing = client.machine("failing", &fail("E", "C")).await;
    let cause = parsed(&client.run("late", &calls(&failing), json!({})).await["cause"]);
    assert!(cause["StartDate"].is_u64() && cause["StopDate"].is_u64(), "{cause}");
}

/// A state that starts an execution, and goes on.
fn starts(machine: &str, more: Value) -> Value {
    let mut parameters = json!({ "StateMachineArn": machine });
    parameters.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let resource = "arn:aws:states:::states:startExecution";
    json!({ "Type": "Task", "Resource": resource, "Parameters": parameters, "End": true })
}

fn parsed(output: &Value) -> Value {
    serde_json::from_str(&text(output)).unwrap()
}

#[tokio::test]
async fn an_execution_that_one_which_is_not_kept_starts_is_kept() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    let state = starts(&inner, json!({}));
    let outer = client.express("outer", &one(state.clone())).await;
    let told = client.ok("StartSyncExecution", json!({ "stateMachineArn": outer })).await;
    let started = parsed(&told["output"]);
    assert_eq!(client.ended(&text(&started["ExecutionArn"])).await["output"], "7");

    let params = json!({ "definition": state.to_string(), "roleArn": super::client::ROLE });
    let told = client.ok("TestState", params).await;
    let started = parsed(&told["output"]);
    assert_eq!(client.ended(&text(&started["ExecutionArn"])).await["output"], "7");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": inner })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_nested_execution_of_a_version_keeps_its_definition_over_a_restart() {
    let file = File::new("nested");
    let client = file.open().await;
    let arn = text(&client.ok("CreateActivity", json!({ "name": "a" })).await["activityArn"]);
    let mut definition = activity(&arn, json!({ "Next": "After" }));
    definition["States"]["S"].as_object_mut().unwrap().remove("End");
    definition["States"]["After"] = json!({ "Type": "Pass", "Result": "old", "End": true });
    let inner = client.machine("inner", &definition).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": inner })).await;
    definition["States"]["After"]["Result"] = json!("new");
    let new = json!({ "stateMachineArn": inner, "definition": definition.to_string() });
    client.ok("UpdateStateMachine", new).await;
    let version = format!("{inner}:1");
    let outer = client.machine("outer", &calls(&version)).await;
    let outer = client.start(&outer, json!({})).await;
    let task = client.ok("GetActivityTask", json!({ "activityArn": arn })).await;
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": version })).await;
    let nested = &listed["executions"][0];
    assert_eq!(nested["stateMachineVersionArn"], version);
    let by = json!({ "executionArn": nested["executionArn"] });
    let told = client.ok("DescribeStateMachineForExecution", by).await;
    assert!(text(&told["definition"]).contains("old"), "{told}");
    close(client).await;

    let client = file.open().await;
    client.ok("SendTaskSuccess", json!({ "taskToken": task["taskToken"], "output": "1" })).await;
    assert_eq!(client.ended(&outer).await["output"], "\"old\"");
    close(client).await;
}

#[tokio::test]
async fn a_name_that_is_taken_fails_the_caller() {
    let client = Client::new().await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    let wrong = client.machine("wrong", &fail("E", "")).await;
    let run = async |machine: &str, name: &str, more: Value| {
        let mut given = json!({ "Name": "n" });
        given.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        client.run(name, &one(starts(machine, given)), json!({})).await
    };
    let told = run(&inner, "a", json!({})).await;
    assert_eq!(told["status"], "SUCCEEDED", "{told}");
    client.ended(&format!("{OWN}:execution:inner:n")).await;
    // It has ended: the same start is another one, and its name is taken.
    let told = run(&inner, "b", json!({})).await;
    assert_eq!(told["error"], "StepFunctions.ExecutionAlreadyExistsException");
    assert!(text(&told["cause"]).contains("Execution Already Exists: '"), "{told}");
    let told = run(&wrong, "c", json!({ "Name": "a b" })).await;
    assert_eq!(told["error"], "StepFunctions.InvalidNameException");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": wrong })).await;
    assert_eq!(listed["executions"], json!([]));
}

#[tokio::test]
async fn an_express_machine_that_is_called_runs_as_one() {
    let client = Client::new().await;
    let inner = client.express("inner", &pass(json!(7))).await;
    for resource in ["states:startExecution", "aws-sdk:sfn:startExecution"] {
        let mut state = starts(&inner, json!({ "Name": "n", "Input": "{}" }));
        state["Resource"] = json!(format!("arn:aws:states:::{resource}"));
        let told = client.run(&resource.replace(':', "-"), &one(state), json!({})).await;
        let arn = text(&parsed(&told["output"])["ExecutionArn"]);
        assert!(arn.starts_with(&format!("{OWN}:express:inner:n:")), "{arn}");
    }
    let told = client.run("waits", &calls(&inner), json!({})).await;
    assert_eq!(told["error"], "StepFunctions.InvalidArnException");
    let why = "Resource type not valid in this context: express";
    assert!(text(&told["cause"]).contains(why), "{told}");
}

#[tokio::test]
async fn an_execution_waits_for_a_synchronous_one() {
    let client = Client::new().await;
    let call = |machine: &str| {
        let mut state = starts(machine, json!({ "Name": "n", "Input": "{\"a\":1}" }));
        state["Resource"] = json!("arn:aws:states:::aws-sdk:sfn:startSyncExecution");
        one(state)
    };
    let inner = client.express("inner", &pass(json!(7))).await;
    let told = client.run("outer", &call(&inner), json!({})).await;
    let result = parsed(&told["output"]);
    assert_eq!((&result["Status"], &result["Output"]), (&json!("SUCCEEDED"), &json!("7")));
    assert_eq!((&result["Input"], &result["Name"]), (&json!("{\"a\":1}"), &json!("n")));
    assert_eq!(result["BillingDetails"]["BilledMemoryUsedInMB"], 64);
    let started = text(&result["StartDate"]);
    assert!(started.ends_with('Z') && started.len() == 24, "{started}");
    // Its failure is a result; that of the call is none.
    let broken = client.express("broken", &fail("E", "C")).await;
    let outer = client.express("outer-express", &call(&broken)).await;
    let told = client.ok("StartSyncExecution", json!({ "stateMachineArn": outer })).await;
    let result = parsed(&told["output"]);
    assert_eq!((&result["Status"], &result["Error"]), (&json!("FAILED"), &json!("E")));
    let standard = client.machine("standard", &pass(json!(1))).await;
    for (name, machine, error) in [
        ("of-standard", standard, "Sfn.StateMachineTypeNotSupportedException"),
        ("of-none", format!("{OWN}:stateMachine:none"), "Sfn.StateMachineDoesNotExistException"),
    ] {
        let told = client.run(name, &call(&machine), json!({})).await;
        assert_eq!(told["error"], error, "{told}");
    }
}

/// A batch of invoices: each is priced by a synchronous EXPRESS execution, booked under a name of its own by an alias, and
/// announced by one that nobody waits for.
#[tokio::test]
async fn an_execution_starts_many_of_all_kinds() {
    let client = Client::new().await;
    let jsonata =
        |states: Value| json!({ "QueryLanguage": "JSONata", "StartAt": "S", "States": states });
    let price = json!({ "Type": "Succeed", "Output": "{% $states.input.pieces * 25 %}" });
    let price = client.express("price", &jsonata(json!({ "S": price }))).await;
    let book = json!({ "Type": "Choice", "Default": "Booked", "Choices": [{ "Condition": "{% $states.input.sum > 100 %}", "Next": "Refused" }] });
    let booked = json!({ "Type": "Succeed", "Output": "{% $states.context.Execution.Name %}" });
    let refused =
        json!({ "Type": "Fail", "Error": "TooMuch", "Cause": "{% $string($states.input.sum) %}" });
    let book = jsonata(json!({ "S": book, "Booked": booked, "Refused": refused }));
    let book = client.machine("book", &book).await;
    client.ok("PublishStateMachineVersion", json!({ "stateMachineArn": book })).await;
    let route = json!([{ "stateMachineVersionArn": format!("{book}:1"), "weight": 100 }]);
    let params = json!({ "name": "live", "routingConfiguration": route });
    client.ok("CreateStateMachineAlias", params).await;
    let announce = client.machine("announce", &pass(json!("told"))).await;
    let task = |resource: &str, arguments: Value, output: &str, more: Value| {
        let resource = format!("arn:aws:states:::{resource}");
        let mut state = json!({ "Type": "Task", "Resource": resource, "Arguments": arguments, "Output": output });
        state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        state
    };
    let each = json!({ "StartAt": "Price", "States": {
        "Price": task(
            "aws-sdk:sfn:startSyncExecution",
            json!({ "StateMachineArn": price, "Input": "{% $string($states.input) %}" }),
            "{% {'id': $states.input.id, 'sum': $parse($states.result.Output)} %}",
            json!({ "Next": "Book" }),
        ),
        "Book": task(
            "states:startExecution.sync:2",
            json!({ "StateMachineArn": format!("{book}:live"), "Name": "{% 'invoice-' & $states.input.id %}", "Input": "{% $states.input %}" }),
            "{% $states.result.Output %}",
            json!({ "Next": "Announce", "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "No", "Output": "{% $contains($states.errorOutput.Cause, 'TooMuch') ? 'TooMuch' : $states.errorOutput.Error %}" }] }),
        ),
        "Announce": task(
            "states:startExecution",
            json!({ "StateMachineArn": announce, "Input": "{% {'for': $states.input} %}" }),
            "{% $states.input %}",
            json!({ "End": true }),
        ),
        "No": { "Type": "Pass", "End": true },
    } });
    let map = json!({ "Type": "Map", "Items": "{% $states.input.invoices %}", "ItemProcessor": each, "End": true });
    let outer = client.machine("month", &jsonata(json!({ "S": map }))).await;
    let invoices: Vec<Value> = (1..=6).map(|id| json!({ "id": id, "pieces": id })).collect();
    let execution = client.start(&outer, json!({ "invoices": invoices })).await;
    let told = client.ended(&execution).await;
    let expected =
        json!(["invoice-1", "invoice-2", "invoice-3", "invoice-4", "TooMuch", "TooMuch"]);
    assert_eq!(parsed(&told["output"]), expected, "{told}");
    for (machine, count) in [(format!("{book}:live"), 6), (book, 6), (announce, 4)] {
        let listed = client.ok("ListExecutions", json!({ "stateMachineArn": machine })).await;
        assert_eq!(listed["executions"].as_array().map(Vec::len), Some(count), "{machine}");
    }
    // The same month again: its invoices are booked.
    let again = client.start(&outer, json!({ "invoices": [{ "id": 2, "pieces": 1 }] })).await;
    let told = client.ended(&again).await;
    let expected = json!(["StepFunctions.ExecutionAlreadyExistsException"]);
    assert_eq!(parsed(&told["output"]), expected, "{told}");
}

/// A store that writes nothing more of the outer execution once the inner one is there.
#[derive(Clone, Default)]
struct Torn {
    store: MemoryStore,
    inner: Arc<AtomicBool>,
}

impl Around for Torn {
    fn inner(&self) -> &dyn Store {
        &self.store
    }
    fn commit(&self, commit: Commit) -> BoxFuture<StoreResult<()>> {
        if commit.execution.contains(":execution:inner:") {
            self.inner.store(true, Ordering::SeqCst);
        } else if self.inner.load(Ordering::SeqCst) {
            let error = StoreError::Stalled("the disk is full".to_owned());
            return Box::pin(std::future::ready(Err(error)));
        }
        self.store.commit(commit)
    }
}

/// A call that a crash cut off finds the execution that it started, also under a name that it gave, and after its end; the
/// same start by another call is refused.
#[tokio::test]
async fn a_call_that_is_made_again_finds_its_execution() {
    let store = Torn::default();
    let client = Client::of(Service::builder().store(store.clone())).await;
    let inner = client.machine("inner", &pass(json!(7))).await;
    let mut state = starts(&inner, json!({ "Name": "n" }));
    state["Resource"] = json!("arn:aws:states:::states:startExecution.sync:2");
    let outer = client.machine("outer", &one(state)).await;
    let execution = client.start(&outer, json!({})).await;
    let nested = format!("{OWN}:execution:inner:n");
    while client.call("DescribeExecution", json!({ "executionArn": nested })).await.is_err() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    client.ended(&nested).await;
    assert_eq!(client.describe(&execution).await["status"], "RUNNING");

    let client = Client::of(Service::builder().store(store.store.clone())).await;
    let told = client.ended(&execution).await;
    assert_eq!(parsed(&told["output"])["Output"], json!(7), "{told}");
    let listed = client.ok("ListExecutions", json!({ "stateMachineArn": inner })).await;
    assert_eq!(listed["executions"].as_array().map(Vec::len), Some(1));
    let again = client.start(&outer, json!({})).await;
    let told = client.ended(&again).await;
    assert_eq!(told["error"], "StepFunctions.ExecutionAlreadyExistsException");
}
