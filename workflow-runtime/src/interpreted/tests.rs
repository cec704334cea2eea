//! Documents, run by a toy engine.
#![allow(clippy::unwrap_used, reason = "tests")]

mod children;
mod driver;
mod faults;
mod paths;

use super::*;
use crate::machine::{History, Names, Until};
use crate::task::{TaskContext, TaskDefinition};
use driver::*;
use serde_json::json;
use workflow_asl::Definition;

#[test]
fn a_sequence_hands_on() {
    let states = json!({
        "A": { "Type": "Pass", "Assign": { "x": "{% $states.input.n %}" }, "Output": { "y": 2 }, "Next": "B" },
        "B": call("double", json!("{% $x + $states.input.y %}"), json!({ "Assign": { "z": "{% $states.result.Payload %}" }, "Next": "C" })),
        "C": { "Type": "Succeed", "Output": { "z": "{% $z %}", "all": "{% $states.input %}" } },
    });
    let (end, seen) = run(states, json!({ "n": 3 }));
    let all = json!({ "ExecutedVersion": "$LATEST", "Payload": 10, "StatusCode": 200 });
    assert_eq!(end, Ok(json!({ "z": 10, "all": all.clone() })));
    assert_eq!(seen[..4], ["A", "x=3", "-> {\"y\":2}", "B"]);
    assert_eq!(seen[4..7], ["z=10".to_owned(), format!("-> {all}"), "C".to_owned()]);
}

#[test]
fn assign_and_output_see_one_snapshot() {
    let states = json!({
        "A": { "Type": "Pass", "Assign": { "a": 1, "b": 2 }, "Next": "B" },
        "B": { "Type": "Pass", "Assign": { "a": "{% $b %}", "b": "{% $a %}" }, "Output": "{% [$a, $b] %}", "Next": "C" },
        "C": { "Type": "Pass", "Output": { "before": "{% $states.input %}", "after": "{% [$a, $b] %}" }, "End": true },
    });
    assert_eq!(output(states, json!({})), Ok(json!({ "before": [1, 2], "after": [2, 1] })));
}

#[test]
fn a_choice_loops() {
    let states = json!({
        "A": { "Type": "Pass", "Assign": { "n": 0, "sum": 0 }, "Next": "More" },
        "More": { "Type": "Choice", "Choices": [
            { "Condition": "{% $n < 5 %}", "Next": "Next" },
            { "Condition": "{% $n > 5 %}", "Next": "Never" }
        ], "Default": "End", "Assign": { "chosen": "default" } },
        "Next": call("next", json!("{% $n %}"), json!({ "Assign": { "n": "{% $states.result.Payload %}", "sum": "{% $sum + $n %}" }, "Next": "More" })),
        "Never": { "Type": "Fail" },
        "End": { "Type": "Succeed", "Output": "{% [$n, $sum, $chosen] %}" },
    });
    assert_eq!(output(states, json!({})), Ok(json!([5, 10, "default"])));
}

#[test]
fn rules_assign_and_put_out() {
    let states = json!({
        "A": { "Type": "Choice", "Choices": [{ "Condition": true, "Assign": { "x": 1 }, "Output": "rule", "Next": "B" }], "Assign": { "y": 2 }, "Output": "state", "Default": "B" },
        "B": { "Type": "Pass", "Output": "{% [$states.input, $x, $exists($y)] %}", "End": true },
    });
    assert_eq!(output(states, json!(0)), Ok(json!(["rule", 1, false])));
}

#[test]
fn no_rule_and_no_default_is_the_end() {
    let states = json!({
        "A": { "Type": "Choice", "Choices": [{ "Condition": false, "Next": "B" }] },
        "B": { "Type": "Succeed" },
    });
    let text = "States.Runtime: An error occurred while executing the state 'A' (entered at the event id #0). Failed to transition out of the state. The state does not point to a next state.";
    assert_eq!(output(states, json!({})), Err(text.into()));
}

#[test]
fn waits_until() {
    let states = json!({
        "A": { "Type": "Wait", "Seconds": 5, "Next": "B" },
        "B": { "Type": "Wait", "Timestamp": "2026-01-01T00:00:00+01:00", "Output": "{% $states.input %}", "End": true },
    });
    let (end, seen) = run(states, json!("in"));
    assert_eq!(end, Ok(json!("in")));
    assert_eq!(seen[1], "Seconds(5.0)");
    let time = "2025-12-31T23:00:00Z".parse().unwrap();
    assert!(seen.contains(&format!("{:?}", Until::Timestamp(time))));
}

/// The end of the year 9999 stands for never, and is later than any time of the clock.
#[test]
fn waits_for_ever() {
    let states = json!({
        "A": { "Type": "Wait", "Timestamp": "{% $states.input %}", "Output": 1, "End": true },
    });
    for text in ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999-23:59"] {
        let (end, seen) = run(states.clone(), json!(text));
        assert_eq!(end, Ok(json!(1)), "{text}");
        assert!(
            seen.contains(&format!("{:?}", Until::Timestamp(jiff::Timestamp::MAX))),
            "{seen:?}"
        );
    }
}

#[test]
fn the_context_object() {
    let context = Context {
        role: "arn:role".into(),
        machine: "arn:m".into(),
        machine_name: "m".into(),
        ..self::context()
    };
    let program = compile(
        json!({ "A": call("echo", json!("{% $states.context %}"), json!({ "End": true })) }),
    );
    let mut machine = Interpreted::start(program, Arc::new(json!({ "in": 1 })), context);
    let at = |now: &str, retries| StepContext {
        now: now.parse().unwrap(),
        retries,
        ..StepContext::default()
    };
    let (first, third) = (at("2026-01-01T00:00:00.5Z", 0), at("2026-01-01T00:00:09Z", 2));
    machine.step(Event::Start, &first, &mut StepTrace::default()).unwrap();
    let Ok(Effect::Task { input, .. }) = machine.effect(&third) else { panic!("a task") };
    let expected = json!({
        "Execution": { "Id": "arn:e", "Input": { "in": 1 }, "Name": "e", "RoleArn": "arn:role", "StartTime": "1970-01-01T00:00:00.000Z", "RedriveCount": 0 },
        "State": { "EnteredTime": "2026-01-01T00:00:00.500Z", "Name": "A", "RetryCount": 2 },
        "StateMachine": { "Id": "arn:m", "Name": "m" },
    });
    assert_eq!(input.json().unwrap().to_string(), expected.to_string());
}

#[test]
fn each_visit_draws_its_own_numbers_and_a_retry_the_same() {
    let program = compile(json!({
        "A": { "Type": "Pass", "Assign": { "a": "{% $uuid() %}" }, "Next": "B" },
        "B": { "Type": "Pass", "Assign": { "b": "{% $uuid() %}" }, "Next": "C" },
        "C": call("echo", json!(["{% $a %}", "{% $b %}", "{% $uuid() %}", "{% $uuid() %}"]), json!({ "End": true })),
    }));
    let mut machine = Interpreted::start(program, Arc::new(json!({})), context());
    machine.step(Event::Start, &StepContext::default(), &mut StepTrace::default()).unwrap();
    let [first, again] = [0, 1].map(|_| match machine.effect(&StepContext::default()) {
        Ok(Effect::Task { input, .. }) => (*input.json().unwrap()).clone(),
        other => panic!("{other:?}"),
    });
    assert_eq!(first, again);
    let drawn: std::collections::BTreeSet<_> =
        first.as_array().unwrap().iter().map(Value::to_string).collect();
    assert_eq!(drawn.len(), 4);
}

#[test]
fn functions_by_arn_get_the_bare_payload() {
    let function = |arn: &str, rest: Value| {
        let mut state = json!({ "Type": "Task", "Resource": arn, "End": true });
        state.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        json!({ "A": state })
    };
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:echo";
    assert_eq!(output(function(arn, json!({})), json!({ "in": 1 })), Ok(json!({ "in": 1 })));
    let arguments = json!({ "Arguments": { "x": "{% $states.input.in %}" }, "Output": "{% $states.result.x %}" });
    assert_eq!(
        output(function(&format!("{arn}:$LATEST"), arguments), json!({ "in": 1 })),
        Ok(json!(1))
    );
}

#[test]
fn the_table_has_the_states_of_all_scopes() {
    let program = compile(json!({
        "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } }], "Next": "C" },
        "C": call("echo", json!(1), json!({ "TimeoutSeconds": 9, "HeartbeatSeconds": 3, "Retry": [{ "ErrorEquals": ["X"], "MaxAttempts": 7 }], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "D" }], "End": true })),
        "D": { "Type": "Fail" },
    }));
    let names: Vec<_> = program.states().iter().map(|state| &*state.name).collect();
    assert_eq!(names, ["A", "B", "C", "D"]);
    let state = &program.states()[2];
    assert_eq!((state.timeout, state.heartbeat), (Some(9), Some(3)));
    assert!(state.retry[0].takes("X") && state.retry[0].retry().max_attempts == 7);
    assert!(state.catch[0].take("Anything"));
}

#[test]
fn a_loop_that_waits_for_nothing_lets_others_have_their_turn() {
    let program = compile(json!({
        "A": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input < 250 %}", "Output": "{% $states.input + 1 %}", "Next": "A" }], "Default": "B" },
        "B": { "Type": "Succeed" },
    }));
    let mut machine = Interpreted::start(program, Arc::new(json!(0)), context());
    let (mut event, mut turns, mut entered) = (Event::Start, 0, 0);
    while machine.at() != At::Done {
        let mut trace = StepTrace::new(History::Full, None);
        machine.step(event, &StepContext::default(), &mut trace).unwrap();
        (event, turns, entered) = (Event::Waited, turns + 1, entered + trace.entered);
        if let At::State(_) = machine.at() {
            assert!(matches!(
                machine.effect(&StepContext::default()),
                Ok(Effect::Wait(Until::Seconds(0.0)))
            ));
        }
    }
    assert_eq!((turns, entered), (3, 252));
    assert_eq!(*machine.into_output().json().unwrap(), json!(250));
}
