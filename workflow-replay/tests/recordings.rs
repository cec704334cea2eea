//! Recordings in the form of the AWS CLI, replayed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::path::PathBuf;
use workflow_replay::{
    Noise, Recording, ReplayOptions, Replayed, RustTest, Script, Setup, mocks, replay, run,
};
use workflow_runtime::connector::MemoryObjects;
use workflow_runtime::mocks::Mocks;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recordings").join(name)
}

fn text(name: &str, file: &str) -> String {
    std::fs::read_to_string(folder(name).join(file)).unwrap()
}

fn definition(name: &str) -> Value {
    serde_json::from_str(&text(name, "definition.asl.json")).unwrap()
}

fn files(name: &str) -> Vec<(String, String)> {
    let file = |file: &str| (file.to_owned(), text(name, &format!("recorded/{file}")));
    vec![file("execution.json"), file("history.json")]
}

fn recording(name: &str) -> Recording {
    Recording::read(&files(name)).unwrap()
}

fn replayed(name: &str) -> Replayed {
    replay(&recording(name), &definition(name), &ReplayOptions::default()).unwrap()
}

/// The history of a recording, changed.
fn changed(name: &str, change: impl FnOnce(&mut Vec<Value>)) -> Vec<(String, String)> {
    let mut history: Value = serde_json::from_str(&text(name, "recorded/history.json")).unwrap();
    change(history["events"].as_array_mut().unwrap());
    vec![("history.json".to_owned(), history.to_string())]
}

fn refused(files: &[(String, String)]) -> String {
    Recording::read(files).err().expect("it is refused")
}

const ALL: [&str; 4] = ["declined", "fan", "callback", "evaluation"];

#[test]
fn each_definition_does_what_was_recorded() {
    for name in ALL {
        let replayed = replayed(name);
        assert!(replayed.is_same(), "{name}: {:#?} {:?}", replayed.differences, replayed.asked);
        assert_eq!(replayed.left, [], "{name}");
    }
}

#[test]
fn the_state_that_failed_has_its_input_variables_and_error() {
    let failed = recording("declined").failed().unwrap();
    assert_eq!((&*failed.state, &*failed.error, failed.event), ("Charge", "Declined", 15));
    assert_eq!(failed.input, json!({ "total": 1999, "limit": 5000 }));
    assert_eq!(json!(failed.variables), json!({ "limit": 5000 }));
    assert_eq!(failed.request.unwrap()["Payload"], json!({ "cents": 1999, "left": 3001 }));
    assert!(failed.cause.contains("the card was declined"));
}

#[test]
fn a_failed_evaluation_is_that_of_its_state() {
    // Its event follows from what was before the state.
    let failed = recording("evaluation").failed().unwrap();
    assert_eq!((&*failed.state, failed.location.as_deref()), ("Total", Some("Output/total")));
    assert_eq!(failed.variables["item"]["price"]["S"], "12 EUR");
    assert_eq!(failed.attempts, 0);
}

#[test]
fn what_a_changed_definition_does_otherwise_is_named() {
    let mut definition = definition("declined");
    definition["States"]["Charge"]["Arguments"]["Payload"]["cents"] = json!("{% 1 %}");
    let replayed = replay(&recording("declined"), &definition, &ReplayOptions::default()).unwrap();
    assert!(!replayed.is_same());
    let first = &replayed.differences[0];
    assert_eq!(first.path, "$.events[12].taskScheduledEventDetails.parameters.Payload.cents");
    assert_eq!((&first.expected, &first.actual), (&Some(json!(1999)), &Some(json!(1))));
}

#[test]
fn a_call_that_was_not_recorded_is_told_and_no_catcher_takes_it() {
    let mut definition = definition("declined");
    let charge = &mut definition["States"]["Charge"];
    charge["Catch"] = json!([{ "ErrorEquals": ["Declined"], "Next": "Tell" }]);
    definition["States"]["Tell"] = json!({
        "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Arguments": { "Message": "no" },
        "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Too much" }], "End": true
    });
    let recording = recording("declined");
    let stuck = replay(&recording, &definition, &ReplayOptions::default()).unwrap();
    assert_eq!((stuck.asked.len(), &*stuck.asked[0].state), (1, "Tell"));
    assert!(stuck.ran.result.is_none());
    // With its answer it comes to an end.
    let answers =
        Mocks::read(r#"{ "Tell": [{ "returns": { "MessageId": "1" } }] }"#, None, "m").unwrap();
    let options = ReplayOptions { from: None, mocks: Some(answers) };
    let told = replay(&recording, &definition, &options).unwrap();
    assert_eq!(*told.output().unwrap(), json!({ "MessageId": "1" }));
}

#[test]
fn a_mended_definition_runs_on_from_the_state_that_failed() {
    let mut definition = definition("evaluation");
    let price = "{% $number($substringBefore($item.price.S, ' ')) * 2 %}";
    definition["States"]["Total"]["Output"]["total"] = json!(price);
    let options = ReplayOptions { from: Some("Total".to_owned()), mocks: None };
    let replayed = replay(&recording("evaluation"), &definition, &options).unwrap();
    assert_eq!(*replayed.output().unwrap(), json!({ "total": 24 }));
    // It began there, and with its input: nothing was called.
    assert!(replayed.taken.is_empty());
    let from = |state: &str| ReplayOptions { from: Some(state.to_owned()), mocks: None };
    let declined =
        replay(&recording("declined"), &self::definition("declined"), &from("Worth it?"));
    let declined = declined.unwrap();
    assert_eq!(declined.taken.len(), 1);
    assert_eq!(declined.ran.outcome(None).error.as_deref(), Some("Declined"));
    for (name, state, why) in [
        ("declined", "Nowhere", "never entered the state `Nowhere`"),
        ("declined", "Too much", "never entered the state `Too much`"),
        ("fan", "Pause", "inside `Each`"),
    ] {
        let error = replay(&recording(name), &self::definition(name), &from(state)).unwrap_err();
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn a_run_that_was_stopped_is_the_beginning_of_a_replay() {
    let files = changed("callback", |events| {
        events.truncate(5);
        events.push(
            json!({ "timestamp": "2026-02-03T15:00:00Z", "type": "ExecutionAborted", "id": 6,
            "previousEventId": 5, "executionAbortedEventDetails": { "cause": "enough" } }),
        );
    });
    let recording = Recording::read(&files).unwrap();
    assert_eq!((&*recording.status, recording.failed()), ("ABORTED", None));
    let replayed = replay(&recording, &definition("callback"), &ReplayOptions::default()).unwrap();
    assert!(replayed.is_same(), "{:?}", replayed.differences);
}

#[test]
fn pages_come_in_any_order_and_none_may_be_missing() {
    let history: Value = serde_json::from_str(&text("fan", "recorded/history.json")).unwrap();
    let events = history["events"].as_array().unwrap();
    let page = |part: &[Value]| ("page".to_owned(), json!({ "events": part }).to_string());
    let (first, second, third) = (page(&events[..9]), page(&events[9..12]), page(&events[12..]));
    let read =
        Recording::read(&[third.clone(), first.clone(), second.clone(), first.clone()]).unwrap();
    assert_eq!(read.events.len(), events.len());
    assert_eq!(
        refused(&[third.clone(), first.clone()]),
        "events 10 to 12 are missing: give all pages of the history"
    );
    assert!(refused(&[second, third]).starts_with("the history begins with event 10 ("));
    let mut unfinished = json!({ "events": events[..9] });
    unfinished["NextToken"] = json!("AAAA");
    assert!(
        refused(&[("page".to_owned(), unfinished.to_string())]).contains("continues after event 9")
    );
}

#[test]
fn what_cannot_be_replayed_is_refused_by_name() {
    let without = changed("declined", |events| {
        for event in events {
            let details =
                event.as_object_mut().unwrap().values_mut().filter_map(Value::as_object_mut);
            details
                .for_each(|it| it.retain(|name, _| !matches!(name.as_str(), "input" | "output")));
        }
    });
    let headless = changed("declined", |events| {
        events.remove(0);
    });
    let described = vec![("execution.json".to_owned(), text("fan", "recorded/execution.json"))];
    let other = vec![described[0].clone(), files("declined")[1].clone()];
    let log = vec![(
        "log.json".to_owned(),
        json!({ "id": "1", "type": "X", "execution_arn": "a" }).to_string(),
    )];
    for (files, why) in [
        (without, "without payloads (`includeExecutionData` false)"),
        (headless, "ExecutionStarted is missing"),
        (described, "no file holds a history"),
        (other, "the input is another"),
        (log, "is a log of CloudWatch"),
        (vec![("x.json".to_owned(), "{".to_owned())], "x.json is not JSON"),
        (vec![("x.json".to_owned(), "{}".to_owned())], "neither a history nor an execution"),
    ] {
        let error = refused(&files);
        assert!(error.contains(why), "{error}");
    }
    let redriven = changed("declined", |events| {
        let id = events.len() + 1;
        events.push(json!({ "timestamp": 1_770_000_000, "type": "ExecutionRedriven", "id": id,
            "previousEventId": id - 1, "executionRedrivenEventDetails": { "redriveCount": 1 } }));
    });
    let recording = Recording::read(&redriven).unwrap();
    let error = replay(&recording, &definition("declined"), &ReplayOptions::default()).unwrap_err();
    assert!(error.contains("was redriven (event 17)"), "{error}");
}

#[test]
fn recorded_answers_are_mocks_that_fail_as_it_was_recorded() {
    let replayed = replayed("declined");
    let mocks = mocks(&replayed.taken);
    assert_eq!(mocks["Check"][0]["fails"]["error"], "Busy");
    assert_eq!(mocks["Check"][1]["returns"], json!({ "total": 1999, "limit": 5000 }));
    assert_eq!(mocks["Charge"][0]["after"], 1.1);
    Mocks::read(&mocks.to_string(), None, "m").expect("they are of the form of mocks");
}

#[test]
fn a_typed_workflow_gets_a_test_in_rust() {
    let (recording, replayed) = (recording("declined"), replayed("declined"));
    let task = |state: &str| Some(state.to_lowercase());
    let source = |_: &str| Some("src/pay.rs:41".to_owned());
    let test = RustTest {
        recording: &recording,
        taken: &replayed.taken,
        workflow: "pay",
        expect: None,
        task: &task,
        source: &source,
    };
    let text = test.text();
    for part in [
        "/// Recorded: it failed in the state `Charge` (src/pay.rs:41) with \"Declined\".",
        "Test::of::<pay>()",
        ".mock::<check>(|call| {",
        r###".fails_with(Failure::new("Busy", r#"{"errorMessage":"try later","errorType":"Busy"}"#))"###,
        ".after(Duration::from_millis(210))",
        r##".returns(recorded(r#"{"total":1999,"limit":5000}"#))"##,
        r##"test.run(recorded(r#"{"total":1999}"#))"##,
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

/// The names in the ARNs of Map Runs are those of the execution, which its history says nowhere else.
#[test]
fn a_map_run_tells_where_its_execution_was() {
    let item = json!({ "One": { "Type": "Pass", "End": true } });
    let processor = json!({
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "One",
        "States": item,
    });
    let map = json!({ "Type": "Map", "Label": "lab", "ItemProcessor": processor, "End": true });
    let definition = json!({ "StartAt": "Each", "States": { "Each": map } });
    let arn = "arn:aws-cn:states:eu-west-1:123456789012:execution:dmap:first".to_owned();
    let setup = Setup {
        definition: definition.clone(),
        input: json!([1, 2]),
        script: Script::new(vec![], Noise::raw()),
        objects: MemoryObjects::default(),
        arn: Some(arn),
        machine: Some("dmap".to_owned()),
        role: None,
        started: None,
        from: None,
    };
    let ran = run(setup).unwrap();
    let events: Vec<Value> = ran.history.iter().map(|event| event.json()).collect();
    let history = json!({ "events": events }).to_string();
    assert!(history.contains("eu-west-1:123456789012:mapRun:dmap/lab:"), "{history}");
    let recording = Recording::read(&[("history.json".to_owned(), history)]).unwrap();
    let replayed = replay(&recording, &definition, &ReplayOptions::default()).unwrap();
    assert!(replayed.is_same(), "{:#?}", replayed.differences);
}
