//! Branches of a Parallel and items of a Map.

use super::*;

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
