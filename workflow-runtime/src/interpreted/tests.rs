#![allow(clippy::unwrap_used, reason = "tests")]
mod paths;

use super::*;
use crate::machine::{History, Names, Until};
use crate::task::{TaskContext, TaskDefinition};
use serde_json::json;
use workflow_asl::Definition;

/// A toy engine: no time, no retries; children one after the other. `crash`: it forgets everything but the records
/// before each effect.
struct Driver<'a> {
    answer: &'a dyn Fn(&str, &Value) -> Result<Value, Failure>,
    crash: bool,
    /// The events: states entered, variables assigned, waits.
    seen: Vec<String>,
}

impl Driver<'_> {
    fn run(
        &mut self,
        mut machine: Box<dyn Machine>,
        revive: &dyn Fn(Value) -> Box<dyn Machine>,
    ) -> Result<Box<dyn Machine>, Failure> {
        let mut event = Event::Start;
        loop {
            let mut trace = StepTrace::new(History::Full, None);
            let stepped = machine.step(event, &StepContext::default(), &mut trace);
            let names: Vec<_> =
                machine.states().iter().map(|state| state.name.to_string()).collect();
            for entry in trace.entries {
                self.seen.extend(entry.state.map(|state| names[state].clone()));
                self.seen
                    .extend(entry.assigned.iter().map(|(name, text)| format!("{name}={text}")));
                self.seen.extend(entry.output.map(|output| format!("-> {output}")));
            }
            let result = match stepped {
                Err(Stop::Failed(failure)) => return Err(failure),
                Err(Stop::Fault(failure)) => Err(failure),
                Ok(()) if machine.at() == At::Done => return Ok(machine),
                Ok(()) => {
                    if self.crash {
                        let text = machine.save()?;
                        machine = revive(serde_json::from_str(&text).unwrap());
                    }
                    self.effect(&mut *machine)
                }
            };
            event = match result {
                Ok(event) => event,
                Err(failure) => {
                    Event::Caught(catcher(&*machine, &failure).ok_or(failure.clone())?, failure)
                }
            };
        }
    }

    fn effect(&mut self, machine: &mut dyn Machine) -> Result<Event, Failure> {
        match machine.effect(&StepContext::default())? {
            Effect::Wait(until) => {
                self.seen.push(format!("{until:?}"));
                Ok(Event::Waited)
            }
            Effect::Task { input, .. } => {
                let At::State(state) = machine.at() else { panic!("in a state") };
                let name = machine.states()[state].task.unwrap().name;
                (self.answer)(name, &*input.json()?)
                    .map(|value| Event::Done(Payload::Json(value.into())))
            }
            Effect::Call(called) => {
                let name = crate::functions::function_name(&called.target.resource).unwrap();
                (self.answer)(name, &called.arguments)
                    .map(|value| Event::Done(Payload::Json(value.into())))
            }
            Effect::Distribute(_) => panic!("the toy engine has no executions"),
            Effect::Fork { count, .. } => {
                for index in 0..count {
                    let child = machine.child(index)?;
                    let end = self.run(child, &|record| machine.revive(index, record).unwrap())?;
                    // The end of a child is committed, too.
                    let end = if self.crash {
                        machine.revive(index, serde_json::from_str(&end.save()?).unwrap())?
                    } else {
                        end
                    };
                    machine.take_in(index, end);
                }
                Ok(Event::Children)
            }
        }
    }
}

fn catcher(machine: &dyn Machine, failure: &Failure) -> Option<usize> {
    let At::State(state) = machine.at() else { return None };
    machine.states()[state].catch.iter().position(|names: &Names| names.take(failure.error()))
}

fn task(name: &'static str) -> TaskDefinition {
    let run = |_: &TaskContext, _: Payload| -> crate::task::BoxFuture<Result<Payload, Failure>> {
        Box::pin(async { Err(Failure::runtime("never called")) })
    };
    let needs = Vec::new;
    TaskDefinition {
        way: crate::way::Way::Function,
        context: false,
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs,
        run,
    }
}

/// The tasks: what they do is in [`answer`].
fn tasks() -> Vec<TaskDefinition> {
    ["echo", "double", "fail", "next"].map(task).into()
}

fn answer(name: &str, input: &Value) -> Result<Value, Failure> {
    match name {
        "echo" => Ok(input.clone()),
        "double" => Ok(json!(input.as_f64().unwrap() as i64 * 2)),
        "next" => Ok(json!(input.as_i64().unwrap_or_default() + 1)),
        _ => Err(Failure::new("Broken", input.to_string())),
    }
}

fn compile(states: Value) -> Arc<Compiled> {
    let value = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": states });
    let definition =
        Definition::from_value(value).unwrap_or_else(|problems| panic!("{problems:#?}"));
    Arc::new(
        Compiled::new(definition, &tasks()).unwrap_or_else(|unresolved| panic!("{unresolved:?}")),
    )
}

fn context() -> Context {
    Context { execution: "arn:e".into(), name: "e".into(), ..Context::default() }
}

/// The outcome, twice: straight, and with a crash at every effect; they must agree.
fn run(states: Value, input: Value) -> (Result<Value, String>, Vec<String>) {
    outcome(compile(states), input)
}

fn outcome(program: Arc<Compiled>, input: Value) -> (Result<Value, String>, Vec<String>) {
    let input = Arc::new(input);
    let [straight, crashed] = [false, true].map(|crash| {
        let mut driver = Driver { answer: &answer, crash, seen: vec![] };
        let machine = Interpreted::start(program.clone(), input.clone(), context());
        let revive = |record| {
            Interpreted::resume(program.clone(), input.clone(), context(), record).unwrap()
        };
        let end = driver.run(machine, &revive);
        let end = end.map(|machine| (*machine.into_output().json().unwrap()).clone());
        (end.map_err(|failure| failure.to_string()), driver.seen)
    });
    assert_eq!(straight, crashed);
    straight
}

fn output(states: Value, input: Value) -> Result<Value, String> {
    run(states, input).0
}

/// A Task state that calls `name` with a payload.
fn call(name: &str, payload: Value, rest: Value) -> Value {
    let mut state = json!({
        "Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke",
        "Arguments": { "FunctionName": name, "Payload": payload },
    });
    state.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    state
}

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
fn branches_read_outer_variables_and_keep_their_own() {
    let branch = |name: &str, factor: u32| {
        json!({ "StartAt": name, "States": {
            name: call("double", json!(format!("{{% $n * {factor} %}}")), json!({ "Assign": { "own": "{% $states.result.Payload %}" }, "Next": format!("{name}2") })),
            (format!("{name}2")): { "Type": "Pass", "Output": "{% [$own, $states.input.Payload] %}", "End": true },
        } })
    };
    let states = json!({
        "A": { "Type": "Pass", "Assign": { "n": 5 }, "Next": "Both" },
        "Both": { "Type": "Parallel", "Branches": [branch("L", 1), branch("R", 10)], "Assign": { "both": "{% $states.result %}" }, "Next": "End" },
        "End": { "Type": "Succeed", "Output": { "both": "{% $both %}", "own": "{% $exists($own) %}" } },
    });
    assert_eq!(
        output(states, json!({})),
        Ok(json!({ "both": [[10, 10], [100, 100]], "own": false }))
    );
}

#[test]
fn a_parallel_hands_arguments_to_its_branches() {
    let states = json!({
        "A": { "Type": "Parallel", "Arguments": { "x": "{% $states.input + 1 %}" }, "Branches": [
            { "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } },
            { "StartAt": "C", "States": { "C": { "Type": "Wait", "Seconds": "{% $states.input.x %}", "End": true } } },
        ], "End": true },
    });
    let (end, seen) = run(states, json!(1));
    assert_eq!(end, Ok(json!([{ "x": 2 }, { "x": 2 }])));
    assert!(seen.contains(&"Seconds(2.0)".to_owned()), "{seen:?}");
}

#[test]
fn a_map_runs_its_items() {
    let states = json!({
        "A": { "Type": "Pass", "Assign": { "by": 3 }, "Next": "Each" },
        "Each": { "Type": "Map", "Items": "{% $states.input.list %}", "MaxConcurrency": 2,
            "ItemProcessor": { "StartAt": "Item", "States": {
                "Item": call("echo", json!({ "item": "{% $states.input * $by %}", "index": "{% $states.context.Map.Item.Index %}" }), json!({ "Output": "{% $states.result.Payload %}", "End": true })),
            } }, "End": true },
    });
    assert_eq!(
        output(states, json!({ "list": [4, 5] })),
        Ok(json!([{ "item": 12, "index": 0 }, { "item": 15, "index": 1 }]))
    );
}

#[test]
fn nested_maps_see_their_own_item() {
    let states = json!({
        "A": { "Type": "Map", "ItemSelector": { "row": "{% $states.context.Map.Item.Value %}", "y": "{% $states.context.Map.Item.Index %}" },
            "ItemProcessor": { "StartAt": "Row", "States": {
                "Row": { "Type": "Map", "Assign": { "done": true }, "Items": "{% $states.input.row %}", "ItemSelector": "{% $string($states.input.y) & ':' & $string($states.context.Map.Item.Value) %}",
                    "ItemProcessor": { "StartAt": "Cell", "States": { "Cell": { "Type": "Wait", "Seconds": 1, "Output": "{% $states.input & '@' & $string($states.context.Map.Item.Index) %}", "End": true } } }, "End": true },
            } }, "End": true },
    });
    assert_eq!(
        output(states, json!([[7, 8], [], [9]])),
        Ok(json!([["0:7@0", "0:8@1"], [], ["2:9@0"]]))
    );
}

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
fn a_map_iterates_over_the_fields_of_an_object() {
    let inner = json!({ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } });
    let map = |rest: Value| {
        let mut map = json!({ "Type": "Map", "ItemProcessor": inner, "End": true });
        map.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        output(json!({ "A": map }), json!({ "rows": { "x": { "n": 1 }, "y": null }, "none": {} }))
    };
    let selector = json!({
        "k": "{% $states.context.Map.Item.Key %}",
        "v": "{% $states.context.Map.Item.Value %}",
        "i": "{% $states.context.Map.Item.Index %}",
    });
    for (rest, expected) in [
        (
            json!({ "Items": "{% $states.input.rows %}" }),
            json!([{ "Key": "x", "Value": { "n": 1 } }, { "Key": "y", "Value": null }]),
        ),
        (
            json!({ "Items": "{% $states.input.rows %}", "ItemSelector": selector }),
            json!([{ "k": "x", "v": { "n": 1 }, "i": 0 }, { "k": "y", "v": null, "i": 1 }]),
        ),
        (json!({ "Items": { "a": "{% 1 + 1 %}" } }), json!([{ "Key": "a", "Value": 2 }])),
        (json!({ "Items": "{% $states.input.none %}" }), json!([])),
    ] {
        assert_eq!(map(rest.clone()), Ok(expected), "{rest}");
    }
}
