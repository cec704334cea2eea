//! The responses of Lambda about functions. From AWS's public API models.

use super::shapes::Kind::{Between, Flag, List, Number, Object, OneOf, Sized, Table, Text};
use super::shapes::{ANY, Response, Shape, may, must};

/// The reasons of an update that failed, and these.
macro_rules! reason {
    ($($more:literal),*) => {
        OneOf(&[
            "EniLimitExceeded",
            "InsufficientRolePermissions",
            "InvalidConfiguration",
            "InternalError",
            "SubnetOutOfIPAddresses",
            "InvalidSubnet",
            "InvalidSecurityGroup",
            "ImageDeleted",
            "ImageAccessDenied",
            "InvalidImage",
            "KMSKeyAccessDenied",
            "KMSKeyNotFound",
            "InvalidStateKMSKey",
            "DisabledKMSKey",
            "EFSIOError",
            "EFSMountConnectivityError",
            "EFSMountFailure",
            "EFSMountTimeout",
            "InvalidRuntime",
            "InvalidZipFileException",
            "FunctionError",
            "ServiceQuotaExceededException",
            "VcpuLimitExceeded",
            "CapacityProviderScalingLimitExceeded",
            "InsufficientCapacity",
            "EC2RequestLimitExceeded",
            "FunctionError.InitTimeout",
            "FunctionError.RuntimeInitError",
            "FunctionError.ExtensionInitError",
            "FunctionError.InvalidEntryPoint",
            "FunctionError.InvalidWorkingDirectory",
            "FunctionError.PermissionDenied",
            "FunctionError.TooManyExtensions",
            "FunctionError.InitResourceExhausted",
            "DisallowedByVpcEncryptionControl",
            "IncompatibleAcceleratorInstanceTypes",
            "DependencyError",
            $($more),*
        ])
    };
}

pub(super) const RESPONSES: &[Response] =
    &[("lambda", "getFunction", GET_FUNCTION), ("lambda", "listFunctions", LIST_FUNCTIONS)];

const GET_FUNCTION: Shape = &[
    may("Configuration", Object(FUNCTION)),
    may(
        "Code",
        Object(&[
            may("RepositoryType", Text),
            may("Location", Sized(0, 10000)),
            may("ImageUri", Text),
            may("ResolvedImageUri", Text),
            may(
                "ResolvedS3Object",
                Object(&[
                    may("S3Bucket", Sized(3, 63)),
                    may("S3Key", Sized(1, 1024)),
                    may("S3ObjectVersion", Sized(1, 1024)),
                ]),
            ),
            may("SourceKMSKeyArn", Sized(0, 10000)),
            may("Error", Object(&[may("ErrorCode", Text), may("Message", Text)])),
        ]),
    ),
    may("Tags", Table(&Sized(0, 256))),
    may("TagsError", Object(&[must("ErrorCode", Sized(10, 21)), must("Message", Sized(84, 1000))])),
    may("Concurrency", Object(&[may("ReservedConcurrentExecutions", Between(0.0, ANY))])),
];

const LIST_FUNCTIONS: Shape = &[may("NextMarker", Text), may("Functions", List(&Object(FUNCTION)))];

const FUNCTION: Shape = &[
    may("FunctionName", Sized(1, 256)),
    may("FunctionArn", Sized(0, 10000)),
    may(
        "Runtime",
        OneOf(&[
            "nodejs",
            "nodejs4.3",
            "nodejs6.10",
            "nodejs8.10",
            "nodejs10.x",
            "nodejs12.x",
            "nodejs14.x",
            "nodejs16.x",
            "nodejs18.x",
            "nodejs20.x",
            "nodejs22.x",
            "nodejs24.x",
            "java8",
            "java8.al2",
            "java11",
            "java17",
            "java21",
            "java25",
            "python2.7",
            "python3.6",
            "python3.7",
            "python3.8",
            "python3.9",
            "python3.10",
            "python3.11",
            "python3.12",
            "python3.13",
            "python3.14",
            "dotnetcore1.0",
            "dotnetcore2.0",
            "dotnetcore2.1",
            "dotnetcore3.1",
            "dotnet6",
            "dotnet8",
            "dotnet10",
            "nodejs4.3-edge",
            "go1.x",
            "ruby2.5",
            "ruby2.7",
            "ruby3.2",
            "ruby3.3",
            "ruby3.4",
            "ruby4.0",
            "provided",
            "provided.al2",
            "provided.al2023",
            "nodejs26.x",
            "python3.15",
            "java8.al2023",
            "java11.al2023",
            "java17.al2023",
            "custom",
        ]),
    ),
    may("Role", Sized(0, 10000)),
    may("Handler", Sized(0, 128)),
    may("CodeSize", Number),
    may("Description", Sized(0, 256)),
    may("Timeout", Between(1.0, 5400.0)),
    may("MemorySize", Between(128.0, 32768.0)),
    may("LastModified", Sized(0, 100)),
    may("CodeSha256", Text),
    may("Version", Sized(1, 1024)),
    may(
        "VpcConfig",
        Object(&[
            may("SubnetIds", List(&Sized(0, 1024))),
            may("SecurityGroupIds", List(&Sized(0, 1024))),
            may("VpcId", Text),
            may("Ipv6AllowedForDualStack", Flag),
        ]),
    ),
    may("DeadLetterConfig", Object(&[may("TargetArn", Sized(0, 10000))])),
    may(
        "Environment",
        Object(&[
            may("Variables", Table(&Text)),
            may("Error", Object(&[may("ErrorCode", Text), may("Message", Text)])),
        ]),
    ),
    may("KMSKeyArn", Sized(0, 10000)),
    may("TracingConfig", Object(&[may("Mode", OneOf(&["Active", "PassThrough"]))])),
    may("MasterArn", Sized(0, 10000)),
    may("RevisionId", Text),
    may(
        "Layers",
        List(&Object(&[
            may("Arn", Sized(1, 2048)),
            may("CodeSize", Number),
            may("SigningProfileVersionArn", Sized(0, 10000)),
            may("SigningJobArn", Sized(0, 10000)),
        ])),
    ),
    may(
        "State",
        OneOf(&[
            "Pending",
            "Active",
            "Inactive",
            "Failed",
            "Deactivating",
            "Deactivated",
            "ActiveNonInvocable",
            "Deleting",
        ]),
    ),
    may("StateReason", Text),
    may("StateReasonCode", reason!("Idle", "Creating", "Restoring", "DrainingDurableExecutions")),
    may("LastUpdateStatus", OneOf(&["Successful", "Failed", "InProgress"])),
    may("LastUpdateStatusReason", Text),
    may("LastUpdateStatusReasonCode", reason!()),
    may(
        "FileSystemConfigs",
        List(&Object(&[
            must("Arn", Sized(0, 256)),
            must("LocalMountPath", Sized(0, 160)),
            may(
                "S3FilesConfig",
                Object(&[may("DirectS3Read", OneOf(&["ENABLED", "DISABLED", "AUTO"]))]),
            ),
        ])),
    ),
    may("SigningProfileVersionArn", Sized(0, 10000)),
    may("SigningJobArn", Sized(0, 10000)),
    may("PackageType", OneOf(&["Zip", "Image"])),
    may(
        "ImageConfigResponse",
        Object(&[
            may(
                "ImageConfig",
                Object(&[
                    may("EntryPoint", List(&Text)),
                    may("Command", List(&Text)),
                    may("WorkingDirectory", Sized(0, 1000)),
                ]),
            ),
            may("Error", Object(&[may("ErrorCode", Text), may("Message", Text)])),
        ]),
    ),
    may("Architectures", List(&OneOf(&["x86_64", "arm64"]))),
    may("EphemeralStorage", Object(&[must("Size", Between(512.0, 32768.0))])),
    may(
        "SnapStart",
        Object(&[
            may("ApplyOn", OneOf(&["PublishedVersions", "None"])),
            may("OptimizationStatus", OneOf(&["On", "Off"])),
        ]),
    ),
    may(
        "RuntimeVersionConfig",
        Object(&[
            may("RuntimeVersionArn", Sized(26, 2048)),
            may("Error", Object(&[may("ErrorCode", Text), may("Message", Text)])),
        ]),
    ),
    may(
        "LoggingConfig",
        Object(&[
            may("LogFormat", OneOf(&["JSON", "Text"])),
            may(
                "ApplicationLogLevel",
                OneOf(&["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]),
            ),
            may("SystemLogLevel", OneOf(&["DEBUG", "INFO", "WARN"])),
            may("LogGroup", Sized(1, 512)),
        ]),
    ),
    may("TenancyConfig", Object(&[must("TenantIsolationMode", OneOf(&["PER_TENANT"]))])),
    may(
        "CapacityProviderConfig",
        Object(&[must(
            "LambdaManagedInstancesCapacityProviderConfig",
            Object(&[
                must("CapacityProviderArn", Sized(1, 140)),
                may("PerExecutionEnvironmentMaxConcurrency", Between(1.0, 1600.0)),
                may("ExecutionEnvironmentMemoryGiBPerVCpu", Between(2.0, 8.0)),
            ]),
        )]),
    ),
    may("ConfigSha256", Text),
    may(
        "DurableConfig",
        Object(&[
            may("KMSKeyArn", Sized(0, 10000)),
            may("RetentionPeriodInDays", Between(1.0, 90.0)),
            may("ExecutionTimeout", Between(1.0, 31622400.0)),
        ]),
    ),
    may(
        "RuntimeConfig",
        Object(&[must("RuntimeArn", Sized(48, 2048)), must("RuntimeAlias", Sized(1, 128))]),
    ),
    may("AcceleratorConfig", Object(&[must("AcceleratorMemorySize", Number)])),
];
