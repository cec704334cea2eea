//! The responses of services that train and transform: of the call that begins a job, and of the question how it ended.
//! From AWS's public API models, without what lies deeper.

use super::shapes::{ANY, ARN, Kind, Response, Shape, may, must};
use Kind::{Any, Between, Flag, List, Number, Object, OneOf, Sized, Table, Text, Time};

pub(super) const RESPONSES: &[Response] = &[
    ("sagemaker", "createTrainingJob", &[must("TrainingJobArn", OWN)]),
    ("sagemaker", "createTransformJob", &[must("TransformJobArn", OWN)]),
    ("sagemaker", "createProcessingJob", &[must("ProcessingJobArn", OWN)]),
    ("sagemaker", "describeTrainingJob", TRAINING),
    ("sagemaker", "describeTransformJob", TRANSFORM),
    ("sagemaker", "describeProcessingJob", PROCESSING),
    ("databrew", "startJobRun", &[must("RunId", Sized(1, 255))]),
    ("databrew", "describeJobRun", BREWED),
    ("emrserverless", "startJobRun", BEGUN),
    ("emrserverless", "getJobRun", &[must("JobRun", Object(JOB_RUN))]),
    ("bedrock", "createModelCustomizationJob", &[must("JobArn", Sized(0, 1_011))]),
    ("bedrock", "getModelCustomizationJob", CUSTOMIZED),
    ("mediaconvert", "createJob", CONVERTED),
    ("mediaconvert", "getJob", CONVERTED),
];

const OWN: Kind = Sized(0, 256);
const NAME: Kind = Sized(1, 63);
const WHY: Kind = Sized(0, 1_024);
const ENDS: Kind = OneOf(&["InProgress", "Completed", "Failed", "Stopping", "Stopped"]);

const TRAINING: Shape = &[
    must("TrainingJobName", NAME),
    must("TrainingJobArn", OWN),
    may("TuningJobArn", OWN),
    may("LabelingJobArn", Sized(0, 2_048)),
    may("AutoMLJobArn", Sized(1, 256)),
    must("ModelArtifacts", Object(&[must("S3ModelArtifacts", WHY)])),
    must(
        "TrainingJobStatus",
        OneOf(&["InProgress", "Completed", "Failed", "Stopping", "Stopped", "Deleting"]),
    ),
    must("SecondaryStatus", Text),
    may("FailureReason", WHY),
    may("HyperParameters", Table(&Text)),
    may("AlgorithmSpecification", Any),
    may("RoleArn", ARN),
    may("InputDataConfig", List(&Any)),
    may("OutputDataConfig", Any),
    may("ResourceConfig", Any),
    may("VpcConfig", Any),
    must("StoppingCondition", Object(STOPPING)),
    must("CreationTime", Time),
    may("TrainingStartTime", Time),
    may("TrainingEndTime", Time),
    may("LastModifiedTime", Time),
    may("SecondaryStatusTransitions", List(&Any)),
    may("FinalMetricDataList", List(&Any)),
    may("EnableNetworkIsolation", Flag),
    may("EnableInterContainerTrafficEncryption", Flag),
    may("EnableManagedSpotTraining", Flag),
    may("TrainingTimeInSeconds", Between(1.0, ANY)),
    may("BillableTimeInSeconds", Between(1.0, ANY)),
    may("ProfilingStatus", OneOf(&["Enabled", "Disabled"])),
    may("Environment", Table(&Text)),
];
const STOPPING: Shape = &[
    may("MaxRuntimeInSeconds", Between(1.0, ANY)),
    may("MaxWaitTimeInSeconds", Between(1.0, ANY)),
    may("MaxPendingTimeInSeconds", Between(1_800.0, 2_419_200.0)),
];

const TRANSFORM: Shape = &[
    must("TransformJobName", NAME),
    must("TransformJobArn", OWN),
    must("TransformJobStatus", ENDS),
    may("FailureReason", WHY),
    must("ModelName", Sized(0, 63)),
    may("MaxConcurrentTransforms", Between(0.0, ANY)),
    may("ModelClientConfig", Any),
    may("MaxPayloadInMB", Between(0.0, ANY)),
    may("BatchStrategy", OneOf(&["MultiRecord", "SingleRecord"])),
    may("Environment", Table(&Text)),
    must("TransformInput", Object(&[])),
    may("TransformOutput", Any),
    must("TransformResources", Object(&[])),
    must("CreationTime", Time),
    may("TransformStartTime", Time),
    may("TransformEndTime", Time),
];

const PROCESSING: Shape = &[
    may("ProcessingInputs", List(&Any)),
    may("ProcessingOutputConfig", Any),
    must("ProcessingJobName", NAME),
    must("ProcessingResources", Object(&[])),
    may("StoppingCondition", Any),
    must("AppSpecification", Object(&[])),
    may("Environment", Table(&Text)),
    may("NetworkConfig", Any),
    may("RoleArn", ARN),
    must("ProcessingJobArn", OWN),
    must("ProcessingJobStatus", ENDS),
    may("ExitMessage", WHY),
    may("FailureReason", WHY),
    may("ProcessingStartTime", Time),
    may("ProcessingEndTime", Time),
    may("LastModifiedTime", Time),
    must("CreationTime", Time),
];

const BREWED: Shape = &[
    may("Attempt", Number),
    may("CompletedOn", Time),
    may("DatasetName", Sized(1, 255)),
    may("ErrorMessage", Text),
    may("ExecutionTime", Number),
    must("JobName", Sized(1, 240)),
    may("RunId", Sized(1, 255)),
    may(
        "State",
        OneOf(&["STARTING", "RUNNING", "STOPPING", "STOPPED", "SUCCEEDED", "FAILED", "TIMEOUT"]),
    ),
    may("LogSubscription", OneOf(&["ENABLE", "DISABLE"])),
    may("LogGroupName", Sized(1, 512)),
    may("Outputs", List(&Any)),
    may("StartedBy", Text),
    may("StartedOn", Time),
];

const ID: Kind = Sized(1, 64);
const SERVERLESS: Kind = Sized(60, 1_024);
const BEGUN: Shape = &[must("ApplicationId", ID), must("JobRunId", ID), must("Arn", SERVERLESS)];
const JOB_RUN: Shape = &[
    must("ApplicationId", ID),
    must("JobRunId", ID),
    may("Name", Sized(1, 256)),
    must("Arn", SERVERLESS),
    must("CreatedBy", ARN),
    must("CreatedAt", Time),
    must("UpdatedAt", Time),
    must("ExecutionRole", ARN),
    must(
        "State",
        OneOf(&[
            "SUBMITTED",
            "PENDING",
            "SCHEDULED",
            "RUNNING",
            "SUCCESS",
            "FAILED",
            "CANCELLING",
            "CANCELLED",
            "QUEUED",
        ]),
    ),
    must("StateDetails", Sized(1, 256)),
    must("ReleaseLabel", ID),
    must("JobDriver", Any),
    may("Tags", Table(&Text)),
    may("TotalExecutionDurationSeconds", Number),
    may("ExecutionTimeoutMinutes", Between(0.0, 1_000_000.0)),
    may("Mode", OneOf(&["BATCH", "STREAMING"])),
    may("Attempt", Between(1.0, ANY)),
    may("StartedAt", Time),
    may("EndedAt", Time),
];

const CUSTOMIZED: Shape = &[
    must("JobArn", Sized(0, 1_011)),
    must("JobName", NAME),
    must("OutputModelName", NAME),
    may("OutputModelArn", Sized(20, 1_011)),
    may("ClientRequestToken", Sized(1, 256)),
    must("RoleArn", Sized(0, 2_048)),
    may("Status", ENDS),
    may("FailureMessage", Sized(0, 2_048)),
    must("CreationTime", Time),
    may("LastModifiedTime", Time),
    may("EndTime", Time),
    must("BaseModelArn", Text),
    may("HyperParameters", Table(&Text)),
    must("TrainingDataConfig", Object(&[])),
    must("ValidationDataConfig", Object(&[])),
    must("OutputDataConfig", Object(&[])),
    may("TrainingMetrics", Any),
    may("ValidationMetrics", List(&Any)),
    may("VpcConfig", Any),
];

const CONVERTED: Shape = &[may(
    "Job",
    Object(&[
        may("Arn", Text),
        may("CreatedAt", Time),
        may("CurrentPhase", OneOf(&["PROBING", "TRANSCODING", "UPLOADING"])),
        may("ErrorCode", Number),
        may("ErrorMessage", Text),
        may("Id", Text),
        may("JobPercentComplete", Number),
        may("JobTemplate", Text),
        may("Priority", Between(-50.0, 50.0)),
        may("Queue", Text),
        may("RetryCount", Number),
        must("Role", Text),
        must("Settings", Any),
        may("Status", OneOf(&["SUBMITTED", "PROGRESSING", "COMPLETE", "CANCELED", "ERROR"])),
        may("UserMetadata", Table(&Text)),
    ]),
)];
