//! Tests of one state.

use crate::arn;
use crate::model::Request;
use crate::refusal::{Answer, Refusal};
use crate::service::{Service, input, json_problem};
use serde_json::{Map, Value, json};
use std::time::Duration;
use workflow_asl::document::{Options, validate};
use workflow_runtime::test_state::{
    Configuration, FieldValidation, Inspection, Mock, Rejected, TestState, Tested, test_state,
};

/// The longest time of a test (documented).
const LONGEST: Duration = Duration::from_secs(300);

/// The members of the inspection data that are not texts of JSON.
const PLAIN: [&str; 6] = [
    "errorDetails",
    "maxConcurrency",
    "toleratedFailureCount",
    "toleratedFailurePercentage",
    "request",
    "response",
];

impl Service {
    pub(super) async fn test_state(&self, request: &Request) -> Answer {
        let test = read(request)?;
        let tested = tokio::time::timeout(LONGEST, test_state(&self.0.express, test)).await;
        match tested {
            Ok(Ok(tested)) => Ok(told(&tested)),
            Ok(Err(Rejected { code, message })) => Err(Refusal::new(code, message)),
            Err(_) => Ok(json!({ "status": "FAILED", "error": "States.Timeout" })),
        }
    }
}

fn read(request: &Request) -> Result<TestState, Refusal> {
    Ok(TestState {
        definition: definition(request.needed("definition"))?,
        state: request.text("stateName").map(str::to_owned),
        input: input(request.text("input").unwrap_or("{}"))?,
        role: request.text("roleArn").map(arn::role).transpose()?.map(str::to_owned),
        inspection: match request.text("inspectionLevel") {
            Some("DEBUG") => Inspection::Debug,
            Some("TRACE") => Inspection::Trace,
            _ => Inspection::Info,
        },
        variables: match given(request.text("variables"), "variables")? {
            None => Map::new(),
            Some(Value::Object(variables)) => variables,
            Some(_) => return Err(Refusal::validation("The variables must be a JSON object")),
        },
        mock: request.value("mock").map(mock).transpose()?,
        context: request.text("context").map(context).transpose()?,
        configuration: configuration(request.value("stateConfiguration"))?,
        reveal_secrets: request.flag("revealSecrets") == Some(true),
    })
}

/// Reads a definition. One that is no JSON is refused as it is where a machine is made (judgement).
fn definition(text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|_| {
        let report = validate(text, &Options::default());
        Refusal::new("InvalidDefinition", report.refusal().unwrap_or_default())
    })
}

fn json_of(name: &str, text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|_| {
        let why = json_problem(text).unwrap_or_else(|| "it is no JSON".to_owned());
        Refusal::validation(format!("Invalid {name}: {why}"))
    })
}

fn given(text: Option<&str>, name: &str) -> Result<Option<Value>, Refusal> {
    text.map(|text| json_of(name, text)).transpose()
}

/// Reads the context object, in the words of one that is refused otherwise (judgement).
fn context(text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|_| {
        let why = json_problem(text).unwrap_or_else(|| "it is no JSON".to_owned());
        Refusal::validation(format!("Invalid Context object provided: {why}"))
    })
}

fn mock(given: &Value) -> Result<Mock, Refusal> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    // Texts: judgement, as other emulators have them.
    let outcome = match (given.get("result"), given.get("errorOutput")) {
        (Some(result), None) => Ok(serde_json::from_str(&text(result))
            .map_err(|_| Refusal::validation("Mocked result must be valid JSON"))?),
        (None, Some(error)) if error.get("error").is_none() => {
            let message = "An error was not specified in the mocked error output.";
            return Err(Refusal::validation(message));
        }
        (None, Some(error)) => Err((text(&error["error"]), text(&error["cause"]))),
        _ => {
            let message =
                "A test mock should have only one of the following fields: [result, errorOutput].";
            return Err(Refusal::validation(message));
        }
    };
    let validation = match given["fieldValidationMode"].as_str() {
        Some("PRESENT") => FieldValidation::Present,
        Some("NONE") => FieldValidation::None,
        _ => FieldValidation::Strict,
    };
    Ok(Mock { outcome, validation })
}

fn configuration(given: Option<&Value>) -> Result<Configuration, Refusal> {
    let Some(given) = given else { return Ok(Configuration::default()) };
    let number = |name: &str| given[name].as_u64();
    Ok(Configuration {
        retries: number("retrierRetryCount").map_or(0, |it| u32::try_from(it).unwrap_or(u32::MAX)),
        caused_by: given["errorCausedByState"].as_str().map(str::to_owned),
        failed_iterations: number("mapIterationFailureCount"),
        reader_data: given.get("mapItemReaderData").cloned(),
    })
}

/// The result, with its data as texts of JSON.
fn told(tested: &Tested) -> Value {
    let mut told = tested.json();
    if let Some(output) = told.get_mut("output") {
        *output = json!(output.to_string());
    }
    let inspected = told.get_mut("inspectionData").and_then(Value::as_object_mut);
    for (name, value) in inspected.into_iter().flatten() {
        if !PLAIN.contains(&name.as_str()) {
            *value = json!(value.to_string());
        }
    }
    told
}
