//! Resources: which there are, and what EXPRESS machines do not have.

use super::data::{DataFlow, Setting};
use super::diagnostic::{Code, Diagnostic};
use super::fields::Problems;
use super::map::{InputType, MachineType, Mode};
use super::services;
use super::states::{MapState, Scope, State, StateKind, TaskState};

/// The optimized integrations with their actions and patterns (Developer Guide, "Integrating optimized services").
#[rustfmt::skip]
const INTEGRATIONS: &[(&str, &[&str], &[&str])] = &[
    ("apigateway", &["invoke"], &[WAIT]),
    ("athena", &["startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults"], &[SYNC]),
    ("batch", &["submitJob"], &[SYNC]),
    ("bedrock", &["invokeModel", "createModelCustomizationJob"], &[SYNC, WAIT]),
    ("bedrock-agentcore", &["invokeHarness"], &[]),
    ("databrew", &["startJobRun"], &[SYNC]),
    ("dynamodb", &["getItem", "putItem", "updateItem", "deleteItem"], &[]),
    ("ecs", &["runTask"], &[SYNC, WAIT]),
    ("events", &["putEvents"], &[WAIT]),
    ("glue", &["startJobRun"], &[SYNC]),
    ("http", &["invoke"], &[]),
    ("lambda", &["invoke"], &[WAIT]),
    ("mediaconvert", &["createJob"], &[SYNC]),
    ("sns", &["publish"], &[WAIT]),
    ("sqs", &["sendMessage"], &[WAIT]),
    ("states", &["startExecution"], &[SYNC, SYNC_2, WAIT]),
];
/// ARNs of Step Functions that no Task calls.
const NO_RESOURCES: &[&str] = &["stateMachine:", "execution:", "express:", "mapRun:"];
/// Services that are integrated, too, with their patterns; their actions are many, and not listed here. (`s3`: measured, of
/// a Task.)
const OTHERS: &[(&str, &[&str])] = &[
    ("codebuild", &[SYNC]),
    ("eks", &[SYNC, WAIT]),
    ("elasticmapreduce", &[SYNC]),
    ("emr-containers", &[SYNC]),
    ("emr-serverless", &[SYNC]),
    ("s3", &[]),
    ("sagemaker", &[SYNC]),
    ("ssm", &[]),
];
const SYNC: &str = "sync";
const SYNC_2: &str = "sync:2";
const WAIT: &str = "waitForTaskToken";

pub(super) fn check(scope: &Scope, machine: MachineType, problems: &mut Problems) {
    for state in &scope.states {
        let mut inner = machine;
        match &state.kind {
            StateKind::Task(task) => self::task(state, task, machine, problems),
            StateKind::Map(map) => inner = self::map(state, map, machine, problems),
            _ => {}
        }
        state.kind.scopes().iter().for_each(|scope| check(scope, inner, problems));
    }
}

fn task(state: &State, task: &TaskState, machine: MachineType, problems: &mut Problems) {
    let resource = Resource::of(&task.resource);
    let pointer = format!("{}/Resource", state.pointer);
    let refused = match machine {
        MachineType::Express => resource.express(),
        MachineType::Standard => None,
    };
    if let Some(message) = refused.or_else(|| resource.unknown(&task.resource)) {
        let found = Diagnostic::refusal(pointer, message);
        problems.push(
            match instead(&task.resource).filter(|_| matches!(resource, Resource::Arn)) {
                Some(help) => found.help(help),
                None => found,
            },
        );
    } else if let Resource::Integration { service, action, .. } = &resource {
        if *service == "aws-sdk" {
            unlisted(action, pointer.clone(), problems);
        }
        if let Some(field) = without_arguments(&state.data) {
            // Measured, and reported by deployments.
            let message = format!("{field} field is required for resource ARN: {}", task.resource);
            problems.push(Diagnostic::refusal(pointer, message));
        } else if no_object(&state.data) {
            let place = format!("{}/Arguments", state.pointer);
            let found = Diagnostic::refusal(place, "The arguments of an action are an object");
            problems.push(found.help("write each with its name: `{\"Name\": …}`"));
        }
    }
    if task.credentials.is_some() && matches!(resource, Resource::Activity) {
        let message = "The field 'Credentials' is not supported for activities";
        problems.push(Diagnostic::refusal(format!("{}/Credentials", state.pointer), message));
    }
}

/// The field that a call of an integration must have, where it is not there.
fn without_arguments(data: &DataFlow) -> Option<&'static str> {
    match data {
        DataFlow::Jsonata(data) => data.arguments.is_none().then_some("Arguments"),
        DataFlow::JsonPath(data) => data.parameters.is_none().then_some("Parameters"),
    }
}

/// True if the arguments are a value that is no object, and no expression.
fn no_object(data: &DataFlow) -> bool {
    let DataFlow::Jsonata(data) = data else { return false };
    let literal = data.arguments.as_ref().and_then(|it| it.literal());
    literal.is_some_and(|it| !it.is_object())
}

/// A service of the SDK that is in no list: it may be a new one.
fn unlisted(action: &str, pointer: String, problems: &mut Problems) {
    let service = action.split(':').next().unwrap_or_default();
    if services::is_known(service) {
        return;
    }
    let message = format!("No service of AWS's SDK is known as '{service}'");
    let found = Diagnostic::warning(Code::Slip, pointer, message);
    problems.push(match services::like(service) {
        Some(like) => found.help(format!("did you mean `aws-sdk:{like}`?")),
        None => found.help(
            "the name is that of the SDK for Java, in small letters: `aws-sdk:dynamodb:getItem`",
        ),
    });
}

/// Returns what to write for an ARN that no Task calls.
fn instead(arn: &str) -> Option<&'static str> {
    let mut parts = arn.splitn(6, ':').skip(2);
    let (service, rest) = (parts.next()?, parts.nth(2)?);
    Some(match service {
        "lambda" if rest.starts_with("function:") => "an account has 12 digits",
        "states" if rest.starts_with("stateMachine:") => {
            "to start an execution, the resource is `arn:aws:states:::states:startExecution.sync:2`, with this ARN as the parameter `StateMachineArn`"
        }
        "s3" => {
            "to read an object, the resource is `arn:aws:states:::aws-sdk:s3:getObject`, with the parameters `Bucket` and `Key`"
        }
        _ => {
            "a Task calls a Lambda function, an activity, or an action, `arn:aws:states:::service:action`"
        }
    })
}

/// True if an ARN is that of a Lambda function.
fn is_function(account: &str, rest: &str) -> bool {
    let digits = !account.is_empty() && account.bytes().all(|it| it.is_ascii_digit());
    let wrong = digits && account.len() != 12;
    rest.strip_prefix("function:").is_some_and(|name| !name.is_empty()) && !wrong
}

/// The type of the executions that a Map starts, or of the one it runs in.
fn map(
    state: &State,
    map: &MapState,
    machine: MachineType,
    problems: &mut Problems,
) -> MachineType {
    let Mode::Distributed(children) = map.mode else { return machine };
    if machine == MachineType::Express {
        let pointer = format!("{}/ProcessorConfig/Mode", map.processor.pointer);
        let message = "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines";
        problems.push(Diagnostic::refusal(pointer, message));
    }
    if let Some(reader) = &map.reader {
        let known = ["s3:getObject", "s3:listObjectsV2"];
        storage(state, "ItemReader", &reader.resource, &known, problems);
        if reader.config.input == Some(InputType::Json) && reader.config.headers.is_some() {
            let pointer = format!("{}/ItemReader/ReaderConfig", state.pointer);
            let message = "Field 'CSVHeaderLocation' is not supported";
            problems.push(Diagnostic::refusal(pointer, message));
        }
    }
    batches(state, map, problems);
    if let Some(resource) = map.writer.as_ref().and_then(|writer| writer.resource.as_ref()) {
        storage(state, "ResultWriter", resource, &["s3:putObject"], problems);
    }
    children
}

/// Batches hold something: 0 is taken from data only (recorded), where it means no limit.
fn batches(state: &State, map: &MapState, problems: &mut Problems) {
    let Some(batcher) = &map.batcher else { return };
    let most =
        [("MaxItemsPerBatch", &batcher.max_items), ("MaxInputBytesPerBatch", &batcher.max_bytes)];
    for (field, setting) in most {
        if setting.as_ref().and_then(Setting::literal) == Some(&0) {
            let pointer = format!("{}/ItemBatcher/{field}", state.pointer);
            problems.push(Diagnostic::refusal(pointer, "Minimum value is 1"));
        }
    }
}

fn storage(state: &State, field: &str, arn: &str, known: &[&str], problems: &mut Problems) {
    let integration = match Resource::of(arn) {
        Resource::Integration { service, action, pattern: None } => format!("{service}:{action}"),
        Resource::Template => return,
        _ => arn.to_owned(),
    };
    if !known.contains(&integration.as_str()) {
        let pointer = format!("{}/{field}/Resource", state.pointer);
        let message = "The field 'Resource' does not match any of the allowed values";
        problems.push(Diagnostic::refusal(pointer, message).help(known.join(" or ")));
    }
}

/// The resource that an ARN names.
pub(super) enum Resource<'a> {
    /// Something that a deployment fills in.
    Template,
    /// An activity.
    Activity,
    /// A service integration, with the pattern in which it is called.
    Integration { service: &'a str, action: &'a str, pattern: Option<&'a str> },
    /// A Lambda function.
    Function,
    /// An integration with a region and an account, which is not looked into.
    Regional,
    /// Another ARN: nothing that a Task calls.
    Arn,
    /// No ARN.
    Other,
}

impl<'a> Resource<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        if !text.starts_with("arn:") {
            return if text.contains("${") { Resource::Template } else { Resource::Other };
        }
        let mut parts = text.splitn(6, ':');
        let service = parts.nth(2);
        let (account, rest) = (parts.nth(1), parts.next().unwrap_or_default());
        match service {
            Some("states") if rest.starts_with("activity:") => Resource::Activity,
            Some("states") if account == Some("") => integration(rest),
            _ if text.contains("${") => Resource::Template,
            Some("lambda") if is_function(account.unwrap_or_default(), rest) => Resource::Function,
            // Integrations with a region and an account are published.
            Some("states")
                if rest.contains(':') && !NO_RESOURCES.iter().any(|it| rest.starts_with(it)) =>
            {
                Resource::Regional
            }
            Some(_) if !rest.is_empty() => Resource::Arn,
            // Fewer parts than an ARN has (judgement).
            _ => Resource::Other,
        }
    }

    /// The reason why an EXPRESS machine cannot call it (recorded, with both spaces).
    fn express(&self) -> Option<String> {
        let what = match self {
            Resource::Activity => "Activity ARN",
            Resource::Integration { pattern: Some(WAIT), .. } => {
                "'.waitForTaskToken' service integration "
            }
            Resource::Integration { pattern: Some(SYNC | SYNC_2), .. } => {
                "'.sync' service integration"
            }
            _ => return None,
        };
        Some(format!("Express state machine does not support {what}"))
    }

    fn unknown(&self, text: &str) -> Option<String> {
        match self {
            Resource::Other => Some("Value is not a valid resource ARN".to_owned()),
            Resource::Arn => Some(unrecognized(text)),
            Resource::Integration { service, action, pattern } => {
                let known = known(service, action, *pattern);
                (!known).then(|| unrecognized(text))
            }
            _ => None,
        }
    }
}

/// The words of AWS for a resource that it does not know (recorded of integrations; of other ARNs: judgement).
fn unrecognized(text: &str) -> String {
    format!(
        "The resource provided {text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
    )
}

fn integration(rest: &str) -> Resource<'_> {
    if rest.contains("${") {
        return Resource::Template;
    }
    let Some((service, action)) = rest.split_once(':') else { return Resource::Other };
    let (action, pattern) = match action.split_once('.') {
        Some((action, pattern)) => (action, Some(pattern)),
        None => (action, None),
    };
    Resource::Integration { service, action, pattern }
}

fn known(service: &str, action: &str, pattern: Option<&str>) -> bool {
    if service == "aws-sdk" {
        let named = action.split_once(':').is_some_and(|(_, action)| !action.is_empty());
        return named && pattern.is_none_or(|pattern| pattern == WAIT);
    }
    let listed = INTEGRATIONS.iter().find(|(name, ..)| *name == service);
    let patterns = match listed {
        Some((_, actions, patterns)) => actions.contains(&action).then_some(patterns),
        None => OTHERS.iter().find(|(name, _)| *name == service).map(|(_, patterns)| patterns),
    };
    patterns.is_some_and(|patterns| pattern.is_none_or(|pattern| patterns.contains(&pattern)))
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Severity, validate};
    use serde_json::json;

    /// The messages about a Task with this resource, with their help.
    fn said(resource: &str) -> Vec<String> {
        let task = json!({ "Type": "Task", "Resource": resource, "Parameters": {}, "End": true });
        let machine = json!({ "StartAt": "T", "States": { "T": task } });
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let all = validate(&machine.to_string(), &options).diagnostics;
        let told = all.into_iter().filter(|it| it.pointer == "/States/T/Resource");
        told.map(|it| format!("{}: {} ({})", it.severity, it.message, it.help.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn resources_that_no_task_calls_are_refused() {
        for (resource, help) in [
            ("arn:aws:s3:::bucket", "aws-sdk:s3:getObject"),
            ("arn:aws:states:us-east-1:123456789012:stateMachine:x", "startExecution.sync:2"),
            ("arn:aws:lambda:us-east-1:123:function:f", "an account has 12 digits"),
            ("arn:aws:lambda:us-east-1:123456789012:layer:l", "a Task calls a Lambda function"),
            ("arn:aws:dynamodb:us-east-1:123456789012:table/t", "a Task calls a Lambda function"),
        ] {
            let told = said(resource);
            assert!(
                told.len() == 1 && told[0].starts_with("ERROR: The resource provided"),
                "{told:?}"
            );
            assert!(told[0].contains(help), "{told:?}");
        }
        for resource in [
            "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST",
            "arn:aws-cn:lambda:cn-north-1:123456789012:function:f",
            "arn:aws:lambda:${AWS::Region}:1:function:f",
            "arn:aws:states:us-east-1:123456789012:activity:a",
            "arn:aws:states:us-east-1:123456789012:aws-sdk:s3:getObject",
            "arn:aws:states:::aws-sdk:sqs:getQueueUrl",
        ] {
            assert_eq!(said(resource), Vec::<String>::new(), "{resource}");
        }
    }

    #[test]
    fn a_call_without_arguments_is_refused() {
        let task =
            json!({ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true });
        let machine = json!({ "StartAt": "T", "States": { "T": task } });
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let report = validate(&machine.to_string(), &options);
        let said: Vec<_> = report.diagnostics.iter().map(|it| it.message.as_str()).collect();
        let needs =
            "Parameters field is required for resource ARN: arn:aws:states:::sqs:sendMessage";
        assert_eq!((report.is_ok(), said), (false, vec![needs]));
    }

    /// asl-validator refuses them, too.
    #[test]
    fn arguments_that_are_no_object_are_refused() {
        let report = |arguments: serde_json::Value| {
            let task = json!({ "Type": "Task", "QueryLanguage": "JSONata", "End": true,
                "Resource": "arn:aws:states:::aws-sdk:ssm:getParameter", "Arguments": arguments });
            let machine = json!({ "StartAt": "T", "States": { "T": task } });
            validate(&machine.to_string(), &Options::default())
        };
        for arguments in [json!("/fee"), json!(["/fee"]), json!(1)] {
            let report = report(arguments.clone());
            let said: Vec<_> = report.diagnostics.iter().map(|it| it.message.as_str()).collect();
            assert_eq!(said, ["The arguments of an action are an object"], "{arguments}");
        }
        assert!(report(json!({ "Name": "/fee" })).is_ok());
        assert!(report(json!("{% $states.input %}")).is_ok());
    }

    #[test]
    fn services_that_are_not_known_are_hints() {
        for (resource, help) in [
            ("arn:aws:states:::aws-sdk:nope:query", "in small letters"),
            ("arn:aws:states:::aws-sdk:dynamdb:query", "did you mean `aws-sdk:dynamodb`?"),
        ] {
            let told = said(resource);
            assert!(told.len() == 1 && told[0].starts_with("WARNING: No service"), "{told:?}");
            assert!(told[0].contains(help), "{told:?}");
        }
    }
}
