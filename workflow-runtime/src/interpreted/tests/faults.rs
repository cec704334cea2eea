//! Failures and faults: caught, uncaught, and where they leave the machine.

use super::*;

#[test]
fn a_catcher_takes_the_error_output() {
    let catch = |rest: Value| {
        let mut catcher = json!({ "ErrorEquals": ["Broken"], "Next": "B" });
        catcher.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        json!({
            "A": call("fail", json!(1), json!({ "Assign": { "skipped": true }, "Catch": [{ "ErrorEquals": ["Other"], "Next": "C" }, catcher], "Next": "C" })),
            "B": { "Type": "Pass", "Output": "{% [$states.input, $why, $exists($skipped)] %}", "End": true },
            "C": { "Type": "Fail" },
        })
    };
    let plain = output(catch(json!({})), json!({})).unwrap();
    assert_eq!(plain, json!([{ "Error": "Broken", "Cause": "1" }, false]));
    let rest = json!({ "Assign": { "why": "{% $states.errorOutput.Error %}" }, "Output": "{% $states.errorOutput.Cause & $states.context.Execution.Name %}" });
    assert_eq!(output(catch(rest), json!({})), Ok(json!(["1e", "Broken", false])));
}

#[test]
fn faults_can_be_caught_where_they_happen() {
    let catch = json!([{ "ErrorEquals": ["States.QueryEvaluationError"], "Next": "Caught" }]);
    let caught = json!({ "Type": "Succeed", "Output": "{% $states.input.Cause %}" });
    let cases = [
        (
            call("echo", json!({ "a": "{% $no %}" }), json!({ "Catch": catch, "End": true })),
            "The JSONata expression '$no' specified for the field 'Arguments/Payload/a' returned nothing (undefined).",
        ),
        (
            call(
                "echo",
                json!(1),
                json!({ "Catch": catch, "Assign": { "x": "{% 1 + 'a' %}" }, "End": true }),
            ),
            "The JSONata expression '1 + 'a'' specified for the field 'Assign/x' threw an error during evaluation. T2002: ",
        ),
        (
            call(
                "echo",
                json!(1),
                json!({ "Catch": catch, "TimeoutSeconds": "{% 'x' %}", "End": true }),
            ),
            "The JSONata expression ''x'' specified for the field 'TimeoutSeconds' returned an unexpected result type. Expected 'number', but was 'string' for value: \"x\"",
        ),
        (
            json!({ "Type": "Map", "Items": "{% 5 %}", "Catch": catch, "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }, "End": true }),
            "The JSONata expression '5' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 5",
        ),
        (
            json!({ "Type": "Map", "Catch": catch, "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }, "End": true }),
            "Map state input must be an array but was: {}",
        ),
        (
            json!({ "Type": "Parallel", "Catch": catch, "Branches": [{ "StartAt": "I", "States": { "I": { "Type": "Pass", "Output": "{% $sum %}", "End": true } } }], "End": true }),
            "The JSONata expression '$sum' specified for the field 'Output' returned an unsupported result type.",
        ),
    ];
    for (state, begins) in cases {
        let text = output(json!({ "A": state, "Caught": caught }), json!({})).unwrap();
        assert!(text.as_str().unwrap().starts_with(begins), "{text}");
    }
}

#[test]
fn faults_elsewhere_end_the_execution() {
    let end = json!({ "Type": "Succeed" });
    let catch = json!([{ "ErrorEquals": ["States.ALL"], "Output": "{% $no %}", "Next": "B" }]);
    for (state, text) in [
        (
            json!({ "Type": "Choice", "Choices": [{ "Condition": "{% 'yes' %}", "Next": "B" }] }),
            "The JSONata expression ''yes'' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'string' for value: \"yes\"",
        ),
        (
            json!({ "Type": "Pass", "Output": ["{% $no %}"], "Next": "B" }),
            "The JSONata expression '$no' specified for the field 'Output[0]' returned nothing (undefined).",
        ),
        (
            json!({ "Type": "Wait", "Seconds": "{% -1 %}", "Next": "B" }),
            "The Seconds field must be an integer of at least 0, but was -1",
        ),
        (
            json!({ "Type": "Wait", "Timestamp": "{% '2016-12-05 21:29:29Z' %}", "Next": "B" }),
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05 21:29:29Z",
        ),
        (
            json!({ "Type": "Wait", "Timestamp": "{% '2016-12-05T21:29:29' %}", "Next": "B" }),
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05T21:29:29",
        ),
        (
            call("fail", json!(1), json!({ "Catch": catch, "Next": "B" })),
            "The JSONata expression '$no' specified for the field 'Catch[0]/Output' returned nothing (undefined).",
        ),
    ] {
        let failed = output(json!({ "A": state, "B": end }), json!({})).unwrap_err();
        assert_eq!(failed, format!("States.QueryEvaluationError: {text}"));
    }
}

#[test]
fn a_fault_leaves_the_machine_where_it_is() {
    let program = compile(json!({
        "A": call("echo", json!(1), json!({ "Assign": { "x": 1, "y": "{% $no %}" }, "End": true })),
    }));
    let mut machine = Interpreted::start(program, Arc::new(json!({})), context());
    let mut trace = StepTrace::new(History::Full, None);
    machine.step(Event::Start, &StepContext::default(), &mut trace).unwrap();
    let before = machine.save().unwrap();
    let stop = machine
        .step(Event::Done(Payload::Json(Arc::new(json!(5)))), &StepContext::default(), &mut trace)
        .unwrap_err();
    assert!(matches!(stop, Stop::Fault(_)));
    assert_eq!((machine.at(), machine.save().unwrap()), (At::State(0), before));
    assert!(matches!(machine.effect(&StepContext::default()), Ok(Effect::Task { .. })));
}

#[test]
fn a_fail_state_fails() {
    for (state, text) in [
        (
            json!({ "Type": "Fail", "Error": "E", "Cause": "{% 'n = ' & $string($states.input.n) %}" }),
            "E: n = 5",
        ),
        (json!({ "Type": "Fail" }), "failed without an error and a cause"),
        (
            json!({ "Type": "Fail", "Error": "{% 1 %}" }),
            "States.QueryEvaluationError: The JSONata expression '1' specified for the field 'Error' returned an unexpected result type. Expected 'string', but was 'number' for value: 1",
        ),
    ] {
        assert_eq!(output(json!({ "A": state }), json!({ "n": 5 })), Err(text.into()));
    }
}

#[test]
fn a_record_that_does_not_fit_is_refused() {
    let program = compile(json!({ "A": { "Type": "Wait", "Seconds": 1, "End": true } }));
    for (record, text) in [
        (json!([]), "it is not an object"),
        (
            json!({ "state": "Gone" }),
            "`Gone`: found an execution that is in it, expected a state of this name",
        ),
        (json!({ "state": "A" }), "`does` of `A`: found nothing, expected Wait"),
        (json!({ "state": "A", "does": "Map" }), "`does` of `A`: found Map, expected Wait"),
        (json!({ "state": "A", "does": "Wait" }), "it lacks `input`"),
        (
            json!({ "state": "A", "does": "Wait", "input": 1, "entered": 0, "visits": 1, "variables": 5 }),
            "`variables` is not an object",
        ),
    ] {
        let revived = Interpreted::resume(program.clone(), Arc::new(json!({})), context(), record);
        assert!(revived.err().unwrap().reported().ends_with(text));
    }
}

#[test]
fn unknown_tasks_are_named() {
    let state = |resource: &str, arguments: Value| json!({ "Type": "Task", "Resource": resource, "Arguments": arguments, "End": true });
    let gone = "there is no task `gone`; register a function of this name (registered: `echo`, `double`, `fail`, `next`)";
    for (state, text) in [
        (state("arn:aws:states:::lambda:invoke", json!({ "FunctionName": "gone" })), gone),
        (state("arn:aws:lambda:us-east-1:123456789012:function:gone:1", json!({})), gone),
        (state("gone", json!({})), "`gone` is not an ARN: `arn:aws:states:::service:action`"),
    ] {
        let value = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": state } });
        let definition = Definition::from_value(value).unwrap();
        let unresolved = Compiled::new(definition.clone(), &tasks()).err().unwrap();
        assert_eq!((&*unresolved[0].state, &*unresolved[0].message), ("A", text));
        // Who has connectors asks them when it runs.
        assert_eq!(Compiled::connected(definition).is_ok(), text == gone);
    }
    for (resource, arguments) in [
        ("arn:aws:states:::lambda:invoke", json!({ "FunctionName": "{% 'gone' %}" })),
        ("arn:aws:states:::sqs:sendMessage", json!({})),
    ] {
        let state = state(resource, arguments);
        let value = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": state } });
        assert!(Compiled::new(Definition::from_value(value).unwrap(), &tasks()).is_ok());
    }
}
