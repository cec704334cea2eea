//! Requests with a mock.

use super::*;

#[tokio::test]
async fn what_goes_with_a_mock_is_refused_without_one() {
    let pass = || TestState::new(json!({ "Type": "Pass", "End": true }));
    let of = |configuration: Configuration| TestState { configuration, ..pass() };
    for (request, what) in [
        (TestState { context: Some(json!({})), ..pass() }, "Context"),
        (
            of(Configuration { failed_iterations: Some(0), ..Configuration::default() }),
            "MapIterationFailureCount",
        ),
        (
            of(Configuration { caused_by: Some("A".into()), ..Configuration::default() }),
            "ErrorCausedByState",
        ),
        (
            of(Configuration { reader_data: Some(json!([])), ..Configuration::default() }),
            "MapItemReaderData",
        ),
    ] {
        let expected = format!("TestState does not support {what} when a mock is not specified.");
        assert_eq!(refusal(request).await, Some(expected));
    }
    for (resource, what) in [
        ("lambda:invoke.waitForTaskToken", "the .waitForTaskToken integration pattern"),
        ("batch:submitJob.sync", "the .sync integration pattern"),
        ("states:startExecution.sync:2", "the .sync integration pattern"),
    ] {
        let request = TestState { role: Some("r".into()), ..TestState::new(task(resource)) };
        let expected = format!("TestState does not support {what} when a mock is not specified.");
        assert_eq!(refusal(request).await, Some(expected), "{resource}");
    }
}

#[tokio::test]
async fn a_mocked_result_has_the_shape_that_its_state_needs() {
    let written = (
        "ResultWriter",
        json!({ "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } }),
    );
    let distributed = |more: &[(&str, Value)]| {
        let mut processor = scope("Item");
        processor["ProcessorConfig"] =
            json!({ "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" });
        map(&[more, &[("ItemProcessor", processor)]].concat())
    };
    for (definition, result, why) in [
        (map(&[]), json!({}), Some("Mocked result must be an array.")),
        (map(&[]), json!([1]), None),
        (
            distributed(std::slice::from_ref(&written)),
            json!([]),
            Some("Mocked result must be a JSON object."),
        ),
        (distributed(&[written]), json!({ "MapRunArn": "m" }), None),
        (task("sqs:sendMessage"), json!("sent"), Some("Mocked result must be a JSON object.")),
        // Nothing is known of what comes back with a token.
        (task("sqs:sendMessage.waitForTaskToken"), json!("sent"), None),
        (
            task("sqs:sendMessage"),
            json!({ "MessageId": 1 }),
            Some("Mock result schema validation error: Field 'MessageId' must be a string"),
        ),
    ] {
        assert_eq!(refusal(mocked(definition, result)).await.as_deref(), why);
    }
}

#[tokio::test]
async fn a_situation_fits_the_kind_of_the_state() {
    let task = || mocked(task("lambda:invoke"), json!({ "StatusCode": 200 }));
    let named =
        |name: &str| Configuration { caused_by: Some(name.to_owned()), ..Configuration::default() };
    let count = Configuration { failed_iterations: Some(1), ..Configuration::default() };
    let data = Configuration { reader_data: Some(json!([1])), ..Configuration::default() };
    let not =
        |what: &str| Some(format!("State type 'Task' is not supported when {what} is specified"));
    for (configuration, why) in [
        (count, not("MapIterationFailureCount")),
        (data, not("MapItemReaderData")),
        (named("Item"), not("ErrorCausedByState")),
    ] {
        assert_eq!(refusal(TestState { configuration, ..task() }).await, why);
    }
    let failed = |name: &str| TestState {
        mock: Some(Mock::error("E", "")),
        configuration: named(name),
        ..TestState::new(map(&[]))
    };
    assert_eq!(refusal(failed("Item")).await, None);
    assert_eq!(refusal(failed("Gone")).await.as_deref(), Some("State not found in definition"));
    let unsaid = TestState { configuration: Configuration::default(), ..failed("") };
    let why =
        "ErrorCausedByState must be specified when an error is mocked for a state of type 'Map'";
    assert_eq!(refusal(unsaid).await.as_deref(), Some(why));
}
