//! The cases that are known to differ, each with its reason.

const OBJECTS: &str = "recorded when a Map refused objects; today it iterates over their fields (documented, and \
    observed of an ItemReader)";

const ONE_START: &str =
    "of thirteen starts, which the recording was made with, the case has the first one";

/// Names of cases, and why the replay is not what was recorded.
pub const KNOWN: &[(&str, &str)] = &[
    (
        "tests/aws/services/stepfunctions/v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_map_state_items_eval_jsonata_fail[object]",
        OBJECTS,
    ),
    (
        "tests/aws/services/stepfunctions/v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_map_state_items_eval_jsonata_variable_sampling_fail[object]",
        OBJECTS,
    ),
    (
        "tests/aws/services/stepfunctions/v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_map_state_items_variable_sampling[object]",
        OBJECTS,
    ),
    (
        "tests/aws/services/stepfunctions/v2/activities/test_activities.py::TestActivities::test_activity_task#get_execution_history",
        "the name of the worker stands nowhere but in the recorded history",
    ),
    (
        "tests/aws/services/stepfunctions/v2/activities/test_activities.py::TestActivities::test_activity_task_failure#get_execution_history",
        "the name of the worker stands nowhere but in the recorded history",
    ),
    (
        "tests/aws/services/stepfunctions/v2/callback/test_callback.py::TestCallback::test_sqs_wait_for_task_token",
        "the recording has a token within a token, `<<task_token>:1>`, which no value matches",
    ),
    (
        "tests/aws/services/stepfunctions/v2/error_handling/test_task_lambda.py::TestTaskLambda::test_raise_custom_exception",
        "the recording decoded a text of JSON, whose spaces are lost; an output quotes it with its spaces",
    ),
    (
        "tests/aws/services/stepfunctions/v2/intrinsic_functions/test_unique_id_generation.py::TestUniqueIdGeneration::test_uuid",
        "a random value without a wildcard",
    ),
    (
        "tests/aws/services/stepfunctions/v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_lambda_service_invoke_with_retry_extended_input",
        "recorded in 2023, before the context object had `RedriveCount`",
    ),
    (
        "tests/aws/services/stepfunctions/v2/services/test_ecs_task_service.py::TestTaskServiceECS::test_run_task_sync_raise_failure",
        "a wildcard for addresses cut the ARN of the cluster in the recording",
    ),
    (
        "tests/aws/services/stepfunctions/v2/timeouts/test_timeouts.py::TestTimeouts::test_service_lambda_map_timeout",
        "all tasks time out at the same instant; here the first of them ends the others before they do",
    ),
    (
        "tests/aws/services/stepfunctions/v2/test_sfn_api_versioning.py::TestSnfApiVersioning::test_publish_state_machine_version",
        "the call of the case has a made-up text in place of the older revision that it was recorded with",
    ),
    (
        "tests/aws/services/stepfunctions/v2/test_sfn_api.py::TestSnfApi::test_list_executions_pagination",
        ONE_START,
    ),
    (
        "tests/aws/services/stepfunctions/v2/test_sfn_api.py::TestSnfApi::test_list_executions_versions_pagination",
        ONE_START,
    ),
    (
        "tests/aws/services/stepfunctions/v2/test_sfn_api_logs.py::TestSnfApiLogs::test_deleted_log_group",
        "that the log group was deleted before stands nowhere in the case",
    ),
    (
        "tests/aws/services/stepfunctions/v2/test_state/test_test_state_mock_scenarios.py::TestStateMockScenarios::test_sfn_start_execution_success",
        "the recording has a word in place of a time that stands in the mock",
    ),
];

/// Facts that were measured on AWS, and why they come out otherwise here.
pub const MEASURED: &[(&str, &str)] = &[
    ("m-094", "implied by a test, not measured: a number that is not finite has no text here"),
    ("m-968", "implied, not measured: fails here, too, as it comes to nothing, without the code"),
    ("m-471", INTRINSIC),
    ("m-473", INTRINSIC),
    ("m-480", INTRINSIC),
    ("m-482", INTRINSIC),
];

const INTRINSIC: &str = "implied by a test, not measured: of intrinsic functions that fail, what was measured says \
    States.Runtime";
