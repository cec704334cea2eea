//! Integrations of which a table says everything: the actions, what they are on, and what waiting for a job adds
//! (Developer Guide, "IAM policies for integrated services").

use super::Statement;
use super::optimized::{Allowing, pascal};
use crate::call::Argument;
use crate::text::Text;
use serde_json::{Value, json};

/// Actions of the service (of another one with its prefix), and the resource that they are on: `{}` is what the argument names, `*` everything.
type On = (&'static [&'static str], &'static str);

/// A call, and what it needs.
struct Row {
    /// The service and the action, as a Task names them.
    call: (&'static str, &'static str),
    /// The argument that names the resource.
    argument: &'static str,
    /// Needed in any case.
    needs: &'static [On],
    /// Needed besides, where it waits.
    waits: &'static [On],
    /// The rule by which the service tells that a job has ended; empty where it is asked.
    rule: &'static str,
}

impl Row {
    const fn new(
        service: &'static str,
        action: &'static str,
        argument: &'static str,
        needs: &'static [On],
        waits: &'static [On],
        rule: &'static str,
    ) -> Self {
        Row { call: (service, action), argument, needs, waits, rule }
    }
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::new("bedrock", "createModelCustomizationJob", "BaseModelIdentifier",
        &[(&["CreateModelCustomizationJob"], "model-customization-job/*"), (&["CreateModelCustomizationJob"], "custom-model/*"),
          (&["CreateModelCustomizationJob"], "::foundation-model/{}")],
        &[(&["GetModelCustomizationJob", "StopModelCustomizationJob"], "model-customization-job/*")], ""),
    Row::new("codebuild", "startBuild", "ProjectName",
        &[(&["StartBuild"], "project/{}")], &[(&["BatchGetBuilds", "StopBuild"], "project/{}")],
        "StepFunctionsGetEventForCodeBuildStartBuildRule"),
    Row::new("codebuild", "startBuildBatch", "ProjectName",
        &[(&["StartBuildBatch"], "project/{}")], &[(&["BatchGetBuildBatches", "StopBuildBatch"], "project/{}")],
        "StepFunctionsGetEventForCodeBuildStartBuildBatchRule"),
    Row::new("codebuild", "stopBuild", "", &[(&["StopBuild"], "project/*")], &[], ""),
    Row::new("codebuild", "stopBuildBatch", "", &[(&["StopBuildBatch"], "project/*")], &[], ""),
    Row::new("codebuild", "retryBuild", "", &[(&["RetryBuild"], "project/*")], &[], ""),
    Row::new("codebuild", "retryBuildBatch", "", &[(&["RetryBuildBatch"], "project/*")], &[], ""),
    Row::new("codebuild", "batchDeleteBuilds", "", &[(&["BatchDeleteBuilds"], "project/*")], &[], ""),
    Row::new("codebuild", "batchGetReports", "", &[(&["BatchGetReports"], "report-group/*")], &[], ""),
    Row::new("databrew", "startJobRun", "Name",
        &[(&["StartJobRun"], "job/{}")], &[(&["ListJobRuns", "StopJobRun"], "job/{}")], ""),
    Row::new("eks", "createCluster", "Name",
        &[(&["CreateCluster"], "*")], &[(&["DeleteCluster", "DescribeCluster"], "cluster/{}")], ""),
    Row::new("eks", "deleteCluster", "Name",
        &[(&["DeleteCluster"], "cluster/{}")], &[(&["DescribeCluster"], "cluster/{}")], ""),
    Row::new("eks", "createNodegroup", "ClusterName",
        &[(&["CreateNodegroup"], "cluster/{}"), (&["ec2:DescribeSubnets"], "*")],
        &[(&["DeleteNodegroup", "DescribeNodegroup"], "nodegroup/{}/*")], ""),
    Row::new("eks", "deleteNodegroup", "ClusterName",
        &[(&["DeleteNodegroup"], "nodegroup/{}/*")], &[(&["DescribeNodegroup"], "nodegroup/{}/*")], ""),
    Row::new("eks", "createFargateProfile", "ClusterName",
        &[(&["CreateFargateProfile"], "cluster/{}")],
        &[(&["DeleteFargateProfile", "DescribeFargateProfile"], "fargateprofile/{}/*")], ""),
    Row::new("eks", "deleteFargateProfile", "ClusterName",
        &[(&["DeleteFargateProfile"], "fargateprofile/{}/*")], &[(&["DescribeFargateProfile"], "fargateprofile/{}/*")], ""),
    Row::new("elasticmapreduce", "cancelStep", "ClusterId", &[(&["CancelSteps"], "cluster/{}")], &[], ""),
    Row::new("elasticmapreduce", "setClusterTerminationProtection", "ClusterId",
        &[(&["SetTerminationProtection"], "cluster/{}")], &[], ""),
    Row::new("elasticmapreduce", "modifyInstanceFleetByName", "ClusterId",
        &[(&["ListInstanceFleets", "ModifyInstanceFleet"], "cluster/{}")], &[], ""),
    Row::new("elasticmapreduce", "modifyInstanceGroupByName", "ClusterId",
        &[(&["ListInstanceGroups", "ModifyInstanceGroups"], "cluster/{}")], &[], ""),
    Row::new("emr-containers", "createVirtualCluster", "", &[(&["CreateVirtualCluster"], "*")], &[], ""),
    Row::new("emr-containers", "deleteVirtualCluster", "Id",
        &[(&["DeleteVirtualCluster"], "/virtualclusters/{}")], &[(&["DescribeVirtualCluster"], "/virtualclusters/{}")], ""),
    Row::new("emr-containers", "startJobRun", "VirtualClusterId",
        &[(&["StartJobRun"], "/virtualclusters/{}")],
        &[(&["CancelJobRun", "DescribeJobRun"], "/virtualclusters/{}/jobruns/*")], ""),
    Row::new("emr-serverless", "createApplication", "",
        &[(&["CreateApplication"], "/*")], &[(&["DeleteApplication", "GetApplication"], "/applications/*")],
        "StepFunctionsGetEventsForEMRServerlessApplicationRule"),
    Row::new("emr-serverless", "startApplication", "ApplicationId",
        &[(&["StartApplication"], "/applications/{}")], &[(&["GetApplication", "StopApplication"], "/applications/{}")],
        "StepFunctionsGetEventsForEMRServerlessApplicationRule"),
    Row::new("emr-serverless", "stopApplication", "ApplicationId",
        &[(&["StopApplication"], "/applications/{}")], &[(&["GetApplication"], "/applications/{}")],
        "StepFunctionsGetEventsForEMRServerlessApplicationRule"),
    Row::new("emr-serverless", "deleteApplication", "ApplicationId",
        &[(&["DeleteApplication"], "/applications/{}")], &[(&["GetApplication"], "/applications/{}")],
        "StepFunctionsGetEventsForEMRServerlessApplicationRule"),
    Row::new("emr-serverless", "startJobRun", "ApplicationId",
        &[(&["StartJobRun"], "/applications/{}")], &[(&["CancelJobRun", "GetJobRun"], "/applications/{}/jobruns/*")],
        "StepFunctionsGetEventsForEMRServerlessJobRule"),
    Row::new("emr-serverless", "cancelJobRun", "ApplicationId",
        &[(&["CancelJobRun"], "/applications/{}/jobruns/*")], &[(&["GetJobRun"], "/applications/{}/jobruns/*")],
        "StepFunctionsGetEventsForEMRServerlessJobRule"),
    Row::new("glue", "startJobRun", "JobName",
        &[(&["StartJobRun"], "job/{}")], &[(&["BatchStopJobRun", "GetJobRun", "GetJobRuns"], "job/{}")], ""),
    Row::new("mediaconvert", "createJob", "",
        &[(&["CreateJob"], "*")], &[(&["CancelJob", "GetJob"], "*")], "StepFunctionsGetEventsForMediaConvertJobRule"),
    // Where it waits, Step Functions marks the job as its own by a tag.
    Row::new("sagemaker", "createTrainingJob", "TrainingJobName",
        &[(&["CreateTrainingJob"], "training-job/{}*"), (&["ListTags"], "*")],
        &[(&["AddTags", "DescribeTrainingJob", "StopTrainingJob"], "training-job/{}*")],
        "StepFunctionsGetEventsForSageMakerTrainingJobsRule"),
    Row::new("sagemaker", "createTransformJob", "TransformJobName",
        &[(&["CreateTransformJob"], "transform-job/{}*"), (&["ListTags"], "*")],
        &[(&["AddTags", "DescribeTransformJob", "StopTransformJob"], "transform-job/{}*")],
        "StepFunctionsGetEventsForSageMakerTransformJobsRule"),
    Row::new("sagemaker", "createProcessingJob", "ProcessingJobName",
        &[(&["CreateProcessingJob"], "processing-job/{}*"), (&["ListTags"], "*")],
        &[(&["AddTags", "DescribeProcessingJob", "StopProcessingJob"], "processing-job/{}*")],
        "StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
    Row::new("sagemaker", "createHyperParameterTuningJob", "HyperParameterTuningJobName",
        &[(&["CreateHyperParameterTuningJob"], "hyper-parameter-tuning-job/{}*"), (&["ListTags"], "*")],
        &[(&["AddTags", "DescribeHyperParameterTuningJob", "StopHyperParameterTuningJob"], "hyper-parameter-tuning-job/{}*")],
        "StepFunctionsGetEventsForSageMakerTuningJobsRule"),
    Row::new("sagemaker", "createLabelingJob", "LabelingJobName",
        &[(&["CreateLabelingJob"], "labeling-job/{}*"), (&["ListTags"], "*")],
        &[(&["AddTags", "DescribeLabelingJob", "StopLabelingJob"], "labeling-job/{}*")],
        "StepFunctionsGetEventsForSageMakerLabelingJobsRule"),
    Row::new("sagemaker", "createEndpoint", "EndpointName",
        &[(&["CreateEndpoint"], "endpoint/{}"), (&["CreateEndpoint"], "endpoint-config/*")], &[], ""),
    Row::new("sagemaker", "updateEndpoint", "EndpointName",
        &[(&["UpdateEndpoint"], "endpoint/{}"), (&["UpdateEndpoint"], "endpoint-config/*")], &[], ""),
    Row::new("sagemaker", "createEndpointConfig", "EndpointConfigName",
        &[(&["CreateEndpointConfig"], "endpoint-config/{}")], &[], ""),
    Row::new("sagemaker", "createModel", "ModelName", &[(&["CreateModel"], "model/{}")], &[], ""),
];

/// Allows what a call of the table needs; false where the table does not have it.
pub(super) fn allow(allowing: &mut Allowing<'_>) -> bool {
    let call = (allowing.call.service, allowing.call.action);
    let Some(row) = ROWS.iter().find(|row| row.call == call) else { return false };
    let waits: &[On] = if allowing.call.waits() { row.waits } else { &[] };
    for on in row.needs.iter().chain(waits) {
        one(allowing, row, on);
    }
    if allowing.call.waits() && !row.rule.is_empty() {
        allowing.watch(row.rule);
    }
    if matches!(row.call.1, "createApplication" | "createVirtualCluster") {
        let note = "the first one of an account needs iam:CreateServiceLinkedRole besides: give it in `permissions`";
        allowing.permissions.tell(allowing.state.name, note);
    }
    true
}

/// Allows actions on their resource.
fn one(allowing: &mut Allowing<'_>, row: &Row, (actions, resource): &On) {
    let service = row.call.0;
    let whole = |it: &&str| match it.contains(':') {
        true => (*it).to_owned(),
        false => format!("{service}:{it}"),
    };
    let actions: Vec<String> = actions.iter().map(whole).collect();
    let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
    let Some((before, after)) = resource.split_once("{}") else {
        return match *resource {
            "*" => allowing.any(&actions, "AWS's own policies for it have no other resource"),
            _ => {
                let all = arn(service, resource, &Text::default(), "");
                allowing.permissions.allow(&actions, vec![all]);
            }
        };
    };
    let name = match allowing.call.argument(row.argument) {
        Argument::Known(name) => name,
        _ => {
            let why = format!("`{}` is computed", row.argument);
            allowing.permissions.note_of(allowing.state.name, &actions, &kind(before), &why);
            Text::any()
        }
    };
    // Behind everything nothing more is left open.
    let after = if name.is_any() { after.trim_start_matches('*') } else { after };
    let arn = match name.is_arn() && after.is_empty() {
        true => name,
        false => arn(service, before, &name, after),
    };
    let mut statement = Statement::new(&actions, vec![arn]);
    statement.condition = condition(allowing, &actions);
    allowing.permissions.statements.push(statement);
}

/// Jobs of EMR on EKS run with the role that they name: a condition, and no right to hand it on.
fn condition(allowing: &Allowing<'_>, actions: &[&str]) -> Option<Value> {
    match allowing.call.argument("ExecutionRoleArn") {
        Argument::Known(role) if actions == ["emr-containers:StartJobRun"] => {
            let role = role.as_plain()?;
            Some(json!({ "StringEquals": { "emr-containers:ExecutionRoleArn": role } }))
        }
        _ => None,
    }
}

/// The kind of a resource in words: `application` for `/applications/`.
fn kind(before: &str) -> String {
    let word = before.trim_matches([':', '/']);
    if before.starts_with('/') { word.trim_end_matches('s') } else { word }.to_owned()
}

/// The ARN of a resource; those of models belong to no account.
fn arn(service: &str, before: &str, name: &Text, after: &str) -> Text {
    let (before, account) = match before.strip_prefix("::") {
        Some(rest) => (rest, false),
        None => (before, true),
    };
    Text::arn_in(service, true, account, &Text::plain(before).then(name).with(after))
}

/// Allows the action of the same name, and says what is not known of it.
pub(super) fn unlisted(allowing: &mut Allowing<'_>) {
    let (service, action) = (allowing.call.service, allowing.call.action);
    if service == "eks" && matches!(action, "call" | "runJob") {
        // `call` and `runJob` are requests to Kubernetes, and no actions of IAM (Developer Guide, "Amazon EKS").
        let note = "Kubernetes decides who may do this: map the role of the machine to a user of the cluster that may";
        return allowing.permissions.tell(allowing.state.name, note);
    }
    let own = format!("{service}:{}", pascal(action));
    allowing.any(&[&own], "no resource of this call is known");
    if allowing.call.waits() {
        let note = "what waiting for it needs is not derived: give it in `permissions`";
        allowing.permissions.tell(allowing.state.name, note);
    }
}
