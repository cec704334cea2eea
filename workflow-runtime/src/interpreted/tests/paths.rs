//! States in JSONPath: how data goes through them.

use super::*;

/// The outcome of a machine in JSONPath, straight and with a crash at every effect.
fn output(states: Value, input: Value) -> Result<Value, String> {
    let value = json!({ "StartAt": "A", "States": states });
    let definition =
        Definition::from_value(value).unwrap_or_else(|problems| panic!("{problems:#?}"));
    outcome(Arc::new(Compiled::new(definition, &tasks()).unwrap()), input).0
}

/// One Task, with these fields.
fn task(name: &str, more: Value) -> Value {
    let arn = format!("arn:aws:lambda:us-east-1:123456789012:function:{name}");
    let mut state = json!({ "Type": "Task", "Resource": arn, "End": true });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    state
}

#[test]
fn data_goes_through_five_fields() {
    let input = || json!({ "a": { "n": 3 }, "b": 1 });
    let parameters = json!({ "v.$": "$.n", "w": "$.n" });
    for (more, expected) in [
        (json!({}), input()),
        (json!({ "InputPath": "$.a" }), json!({ "n": 3 })),
        (json!({ "InputPath": null }), json!({})),
        (json!({ "Parameters": { "v.$": "$.a.n" } }), json!({ "v": 3 })),
        (json!({ "InputPath": "$.a", "Parameters": parameters }), json!({ "v": 3, "w": "$.n" })),
        (json!({ "ResultSelector": { "s.$": "$.b" } }), json!({ "s": 1 })),
        (json!({ "ResultPath": null }), input()),
        (
            json!({ "InputPath": "$.a", "ResultPath": "$.c.d" }),
            json!({ "a": { "n": 3 }, "b": 1, "c": { "d": { "n": 3 } } }),
        ),
        (json!({ "OutputPath": "$.a.n" }), json!(3)),
        (json!({ "OutputPath": null }), json!({})),
        (
            json!({ "ResultSelector": { "s.$": "$.b" }, "ResultPath": "$.r", "OutputPath": "$.r.s" }),
            json!(1),
        ),
        (json!({ "OutputPath": "$$.Execution.Input.b" }), json!(1)),
    ] {
        assert_eq!(
            output(json!({ "A": task("echo", more.clone()) }), input()),
            Ok(expected),
            "{more}"
        );
    }
}

#[test]
fn a_pass_puts_its_result_in() {
    let pass = |more: Value| {
        let mut state = json!({ "Type": "Pass", "End": true });
        state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        output(json!({ "A": state }), json!({ "x": 1 }))
    };
    assert_eq!(pass(json!({ "Result": { "y.$": "$.x" } })), Ok(json!({ "y.$": "$.x" })));
    assert_eq!(pass(json!({ "Result": 2, "ResultPath": "$.y" })), Ok(json!({ "x": 1, "y": 2 })));
    let parameters = json!({ "Parameters": { "y.$": "$.x" }, "ResultPath": "$.z" });
    assert_eq!(pass(parameters), Ok(json!({ "x": 1, "z": { "y": 1 } })));
}

#[test]
fn variables_are_assigned_from_the_result_and_read_by_both_languages() {
    let states = json!({
        "A": task("double", json!({
            "InputPath": "$.n",
            "Assign": { "twice.$": "$", "name.$": "$$.State.Name", "fixed": [1] },
            "ResultPath": null,
            "End": false,
            "Next": "B",
        })),
        "B": {
            "Type": "Pass",
            "QueryLanguage": "JSONata",
            "Assign": { "more": "{% $twice + 1 %}" },
            "Output": "{% $states.input.n %}",
            "Next": "C",
        },
        "C": {
            "Type": "Pass",
            "Parameters": { "in.$": "$", "all.$": "States.Array($twice, $more, $name, $fixed[0])" },
            "End": true,
        },
    });
    let mut states = states;
    states["A"].as_object_mut().unwrap().remove("End");
    assert_eq!(output(states, json!({ "n": 4 })), Ok(json!({ "in": 4, "all": [8, 9, "A", 1] })));
}

#[test]
fn catchers_put_the_error_in_its_place() {
    let caught = |more: Value| {
        let mut catcher = json!({ "ErrorEquals": ["Broken"], "Next": "C" });
        catcher.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let states = json!({
            "A": task("fail", json!({ "Catch": [catcher] })),
            "C": { "Type": "Pass", "End": true },
        });
        output(states, json!({ "x": 1 }))
    };
    let error = json!({ "Error": "Broken", "Cause": "{\"x\":1}" });
    assert_eq!(caught(json!({})), Ok(error.clone()));
    assert_eq!(caught(json!({ "ResultPath": "$.e" })), Ok(json!({ "x": 1, "e": error })));
    assert_eq!(caught(json!({ "ResultPath": null })), Ok(json!({ "x": 1 })));
}

#[test]
fn choices_and_waits_read_paths() {
    let states = json!({
        "A": {
            "Type": "Choice",
            "InputPath": "$.in",
            "Choices": [
                { "Variable": "$.n", "NumericGreaterThan": 5, "Assign": { "size": "big" }, "Next": "W" },
            ],
            "Assign": { "size": "small" },
            "Default": "W",
        },
        "W": { "Type": "Wait", "SecondsPath": "$.s", "Next": "B" },
        "B": { "Type": "Pass", "Parameters": { "size.$": "$size", "in.$": "$" }, "End": true },
    });
    for (n, size) in [(6, "big"), (5, "small")] {
        let within = json!({ "n": n, "s": 2 });
        let expected = json!({ "size": size, "in": within });
        assert_eq!(output(states.clone(), json!({ "in": within })), Ok(expected));
    }
    let prefix = "States.Runtime: An error occurred while executing the state";
    for (within, cause) in [
        (
            json!({ "n": 1 }),
            "'W' (entered at the event id #0). The SecondsPath parameter does not reference an input value: $.s",
        ),
        (
            json!({ "n": 1, "s": 1.5 }),
            "'W' (entered at the event id #0). The SecondsPath parameter cannot be parsed as a long value: $.s == 1.5",
        ),
        (
            json!({ "s": 1 }),
            "'A' (entered at the event id #0). Invalid path '$.n': The choice state's condition path references an invalid value.",
        ),
    ] {
        assert_eq!(
            output(states.clone(), json!({ "in": within })),
            Err(format!("{prefix} {cause}"))
        );
    }
}

#[test]
fn maps_select_items_and_branches_get_parameters() {
    let states = json!({
        "A": {
            "Type": "Map",
            "InputPath": "$.in",
            "ItemsPath": "$.list",
            "ItemSelector": { "v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index", "k.$": "$.k" },
            "ItemProcessor": { "StartAt": "I", "States": { "I": task("echo", json!({ "OutputPath": "$.v" })) } },
            "ResultPath": "$.out",
            "Next": "P",
        },
        "P": {
            "Type": "Parallel",
            "Parameters": { "n.$": "States.ArrayLength($.out)" },
            "Branches": [
                { "StartAt": "X", "States": { "X": { "Type": "Pass", "End": true } } },
                { "StartAt": "Y", "States": { "Y": { "Type": "Pass", "OutputPath": "$.n", "End": true } } },
            ],
            "ResultSelector": { "both.$": "$" },
            "End": true,
        },
    });
    let input = json!({ "in": { "list": ["a", "b"], "k": 7 } });
    assert_eq!(output(states.clone(), input), Ok(json!({ "both": [{ "n": 2 }, 2] })));
    assert_eq!(
        output(states, json!({ "in": { "list": 1 } })),
        Err("States.Runtime: Reference path \"$.list\" must point to array.".into())
    );
}

#[test]
fn legacy_maps_have_an_iterator_and_parameters() {
    let states = json!({
        "A": {
            "Type": "Map",
            "Parameters": { "v.$": "$$.Map.Item.Value" },
            "Iterator": { "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } },
            "End": true,
        },
    });
    assert_eq!(output(states, json!([1, 2])), Ok(json!([{ "v": 1 }, { "v": 2 }])));
}

#[test]
fn what_a_state_fails_with_comes_from_paths() {
    let fail = json!({ "A": { "Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}!', $.c)" } });
    assert_eq!(output(fail.clone(), json!({ "e": "E", "c": "C" })), Err("E: C!".into()));
    let missing = output(fail, json!({ "c": "C" })).unwrap_err();
    let cause = "The JSONPath '$.e' specified for the field 'ErrorPath' could not be found in the input '{\"c\":\"C\"}'";
    assert!(missing.ends_with(cause), "{missing}");
}

#[test]
fn the_result_path_must_fit() {
    let states = json!({ "A": task("echo", json!({ "ResultPath": "$.a.b" })) });
    let failure = output(states, json!({ "a": 1 })).unwrap_err();
    assert!(failure.starts_with("States.ReferencePathConflict: "), "{failure}");
}
