//! States within Maps, and Maps whose items are read.

use super::*;

#[tokio::test]
async fn iterations_of_a_map_are_told_and_counted() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let state = map(&[
        ("ItemProcessor", processor),
        ("ItemsPath", json!("$.rows")),
        ("ItemSelector", json!({ "n.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value" })),
        ("ItemBatcher", json!({ "MaxItemsPerBatch": 2 })),
    ]);
    let request = |failed| TestState {
        input: json!({ "rows": ["a", "b", "c"] }),
        inspection: Inspection::Debug,
        configuration: Configuration { failed_iterations: failed, ..Configuration::default() },
        ..mocked(state.clone(), json!(["x"]))
    };
    let seen = test_state(&engine, request(None)).await.unwrap().inspection;
    let row = |n: u64, v: &str| json!({ "n": n, "v": v });
    assert_eq!(seen["afterItemsPath"], json!(["a", "b", "c"]));
    assert_eq!(seen["afterItemSelector"], json!([row(0, "a"), row(1, "b"), row(2, "c")]));
    let batches = json!([{ "Items": [row(0, "a"), row(1, "b")] }, { "Items": [row(2, "c")] }]);
    assert_eq!(seen["afterItemBatcher"], batches);
    // Those of the input count, not the results: here two batches.
    assert_eq!(test_state(&engine, request(Some(2))).await.unwrap().status, Status::Succeeded);
    let refused = refusal(request(Some(3))).await.unwrap();
    assert!(refused.starts_with("Map iteration failure count must be"), "{refused}");
}

#[tokio::test]
async fn items_that_are_read_are_told_where_a_pointer_leads() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let reader = json!({ "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": { "InputType": "JSON", "ItemsPointer": "/rows" },
        "Parameters": { "Bucket": "b", "Key": "k" } });
    let state = map(&[("ItemProcessor", processor), ("ItemReader", reader)]);
    let data = Some(json!({ "rows": [1, 2] }));
    let request = |failed| TestState {
        inspection: Inspection::Debug,
        configuration: Configuration {
            reader_data: data.clone(),
            failed_iterations: failed,
            ..Configuration::default()
        },
        ..mocked(state.clone(), json!([1, 4]))
    };
    let seen = test_state(&engine, request(None)).await.unwrap().inspection;
    assert_eq!(seen["afterItemsPointer"], json!([1, 2]));
    assert!(refusal(request(Some(3))).await.is_some());
}

#[tokio::test]
async fn a_distributed_map_counts_the_items_that_fail() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let exceeded = "States.ExceedToleratedFailureThreshold";
    for (tolerated, failed, caught) in [(0, 0, true), (1, 0, false), (1, 1, true), (9, 3, false)] {
        let mut definition = nested(
            &[
                ("ToleratedFailureCount", json!(tolerated)),
                ("Catch", json!([{ "ErrorEquals": [exceeded], "Next": "Sorry" }])),
            ],
            &[],
            json!({}),
        );
        let processor = &mut definition["States"]["M"]["ItemProcessor"];
        processor["ProcessorConfig"] =
            json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
        let request = TestState {
            state: Some("T".to_owned()),
            mock: Some(Mock::error("Bad", "so bad")),
            configuration: Configuration {
                failed_iterations: Some(failed),
                ..Configuration::default()
            },
            ..TestState::new(definition)
        };
        let tested = test_state(&engine, request).await.unwrap();
        let (status, error) =
            if caught { (Status::CaughtError, exceeded) } else { (Status::Failed, "Bad") };
        assert_eq!((tested.status, tested.error.as_deref()), (status, Some(error)), "{tolerated}");
    }
}

#[tokio::test]
async fn rows_are_read_as_they_are_in_their_source() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let request = |config: Value, data: &str, failed| {
        let reader = json!({ "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": config,
            "Parameters": { "Bucket": "b", "Key": "k" } });
        let selector = json!({ "n.$": "$$.Map.Item.Value.n" });
        let more = [
            ("ItemProcessor", processor.clone()),
            ("ItemReader", reader),
            ("ItemSelector", selector),
        ];
        TestState {
            inspection: Inspection::Debug,
            configuration: Configuration {
                reader_data: Some(json!(data)),
                failed_iterations: failed,
                ..Configuration::default()
            },
            ..mocked(map(&more), json!(["x"]))
        }
    };
    let csv = json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" });
    let most = json!({ "InputType": "JSONL", "MaxItems": 1 });
    for (config, data, items) in [
        (csv.clone(), "id,n\n1,a\n2,b", json!([{ "n": "a" }, { "n": "b" }])),
        (most, "{\"n\":1}\n{\"n\":2}\n", json!([{ "n": 1 }])),
        (json!({ "InputType": "JSON" }), "[{\"n\":[]}]", json!([{ "n": [] }])),
    ] {
        let tested = test_state(&engine, request(config, data, None)).await.unwrap();
        assert_eq!(tested.inspection["afterItemSelector"], items, "{tested:?}");
    }
    let refused = refusal(request(csv.clone(), "id,n\n1,a\n2,b", Some(3))).await.unwrap();
    assert!(refused.starts_with("Map iteration failure count must be"), "{refused}");
    let tested = test_state(&engine, request(csv, "n,n\n1,a", None)).await.unwrap();
    assert_eq!(tested.error.as_deref(), Some("States.ItemReaderFailed"), "{tested:?}");
}

#[tokio::test]
async fn a_state_within_a_map_has_an_item() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["States"]["Item"]["Parameters"] = json!({ "item.$": "$$.Map.Item" });
    let inline = processor.clone();
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let reader = json!({ "Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": { "InputType": "JSON" }, "Parameters": { "Bucket": "b", "Key": "k" } });
    for (map, source) in [
        (map(&[("ItemProcessor", inline)]), None),
        (map(&[("ItemProcessor", processor.clone())]), Some("STATE_DATA")),
        (map(&[("ItemProcessor", processor), ("ItemReader", reader)]), Some("S3://b/k")),
    ] {
        let definition = json!({ "StartAt": "M", "States": { "M": map } });
        let request = TestState {
            state: Some("Item".to_owned()),
            input: json!(7),
            ..TestState::new(definition)
        };
        let mut item = json!({ "Index": 0, "Value": 7 });
        source.iter().for_each(|source| item["Source"] = json!(source));
        let output = test_state(&engine, request).await.unwrap().output;
        assert_eq!(output, Some(json!({ "item": item })));
    }
}

#[tokio::test]
async fn a_field_of_an_object_has_a_key() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["States"]["Item"]["Parameters"] = json!({ "item.$": "$$.Map.Item" });
    let plain = [("ItemProcessor", processor)];
    let selects = [&plain[..], &[("ItemSelector", json!({ "Key": "k", "Value.$": "$" }))]].concat();
    let pair = json!({ "Key": "k", "Value": 7 });
    let whole = |input: &Value| json!({ "Index": 0, "Value": input });
    for (map, input, item) in [
        (map(&plain), pair.clone(), json!({ "Index": 0, "Key": "k", "Value": 7 })),
        (map(&selects), pair.clone(), whole(&pair)),
        (map(&plain), json!({ "Key": 1, "Value": 7 }), whole(&json!({ "Key": 1, "Value": 7 }))),
    ] {
        let request = TestState {
            state: Some("Item".to_owned()),
            input,
            ..TestState::new(json!({ "StartAt": "M", "States": { "M": map } }))
        };
        let output = test_state(&engine, request).await.unwrap().output;
        assert_eq!(output, Some(json!({ "item": item })));
    }
}

#[tokio::test]
async fn fewer_iterations_fail_than_there_are_around_a_state_within_a_map() {
    let definition = nested(&[], &[], json!({}));
    let request = |failed, input| TestState {
        state: Some("T".to_owned()),
        input,
        configuration: Configuration {
            failed_iterations: Some(failed),
            ..Configuration::default()
        },
        ..mocked(definition.clone(), json!({ "StatusCode": 200 }))
    };
    let refused =
        Some("Map iteration failure count must be less than the number of Map iterations");
    for (failed, input, why) in
        [(1, json!([1, 2]), None), (2, json!([1, 2]), refused), (2, json!({ "id": 1 }), None)]
    {
        assert_eq!(refusal(request(failed, input)).await.as_deref(), why);
    }
}

#[tokio::test]
async fn items_of_a_distributed_map_have_a_source_and_may_stand_in_the_input() {
    let engine = Engine::builder().clock(VirtualClock::default()).build();
    let mut processor = scope("Item");
    processor["ProcessorConfig"] = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
    let given = json!({ "Bucket": "b", "Key": "k.json" });
    let config = json!({ "InputType": "JSON" });
    let reader = json!({ "Resource": "arn:aws:states:::s3:getObject", "Parameters": given, "ReaderConfig": config });
    let select = json!({ "s.$": "$$.Map.Item.Source" });
    for (reader, source) in [(None, "STATE_DATA"), (Some(reader), "S3://b/k.json")] {
        let mut fields = vec![
            ("ItemProcessor", processor.clone()),
            ("ItemsPath", json!("$.rows")),
            ("ItemSelector", select.clone()),
        ];
        fields.extend(reader.map(|reader| ("ItemReader", reader)));
        let request = TestState {
            input: json!({ "rows": ["a"] }),
            inspection: Inspection::Debug,
            ..mocked(map(&fields), json!(["x"]))
        };
        let seen = test_state(&engine, request).await.unwrap().inspection;
        assert_eq!(seen["afterItemsPath"], json!(["a"]));
        assert_eq!(seen["afterItemSelector"], json!([{ "s": source }]));
    }
}
