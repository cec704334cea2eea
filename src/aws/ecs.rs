//! Amazon ECS: tasks of containers.

use crate::Failure;
use crate::aws::NameValue;

request! {
    /// The arguments of [`run_task()`] and [`run_task_sync()`].
    RunTask;
    /// A task of a definition.
    task {
        /// The definition: its family, with or without a revision, or its ARN.
        task_definition: String,
    }
    optional {
        /// The name or ARN of the cluster; else it is `default`.
        cluster: String,
        /// The number of tasks.
        count: u32,
        /// True: commands can be run in it.
        enable_execute_command: bool,
        /// The group it belongs to.
        group: String,
        /// `FARGATE`, `EC2` or `EXTERNAL`.
        launch_type: String,
        /// Its network.
        network_configuration: NetworkConfiguration,
        /// Its containers, as far as they are not as the definition says.
        overrides: Overrides,
        /// Of Fargate: the version of the platform.
        platform_version: String,
        /// `TASK_DEFINITION`: it has the tags of its definition.
        propagate_tags: String,
        /// The name of who started it.
        started_by: String,
    }
}

response! {
    /// The network of a task.
    NetworkConfiguration {
        /// Its part of a VPC.
        awsvpc_configuration: Awsvpc,
    }
}

response! {
    /// A part of a VPC.
    Awsvpc {
        /// Subnets.
        subnets: Vec<String>,
        /// Security groups.
        #[serde(skip_serializing_if = "Option::is_none")]
        security_groups: Option<Vec<String>>,
        /// `ENABLED` or `DISABLED`.
        #[serde(skip_serializing_if = "Option::is_none")]
        assign_public_ip: Option<String>,
    }
}

response! {
    /// A task that is not as its definition says.
    Overrides {
        /// Its containers, by their names.
        #[serde(skip_serializing_if = "Option::is_none")]
        container_overrides: Option<Vec<ContainerOverride>>,
        /// The role of its containers.
        #[serde(skip_serializing_if = "Option::is_none")]
        task_role_arn: Option<String>,
    }
}

response! {
    /// A container that is not as its definition says.
    ContainerOverride {
        /// Its name.
        name: String,
        /// The command that it runs.
        #[serde(skip_serializing_if = "Option::is_none")]
        command: Option<Vec<String>>,
        /// Variables of its environment.
        #[serde(skip_serializing_if = "Option::is_none")]
        environment: Option<Vec<NameValue>>,
    }
}

response! {
    /// Tasks that were started, and what was not.
    Started {
        /// The tasks.
        tasks: Vec<Task>,
        /// The reasons why others were not started.
        failures: Vec<Reason>,
    }
}

response! {
    /// A task.
    Task {
        /// Its ARN.
        task_arn: String,
        /// The ARN of its cluster.
        cluster_arn: Option<String>,
        /// `PROVISIONING` to `STOPPED`.
        last_status: String,
        /// The reason of its end.
        stopped_reason: Option<String>,
        /// Its containers.
        containers: Option<Vec<Container>>,
    }
}

response! {
    /// A container of a task.
    Container {
        /// Its name.
        name: Option<String>,
        /// Its exit code.
        exit_code: Option<i32>,
        /// The reason of its end.
        reason: Option<String>,
    }
}

response! {
    /// The reason why a task was not started.
    Reason {
        /// The ARN of what failed.
        arn: Option<String>,
        /// Such as `RESOURCE:MEMORY`.
        reason: Option<String>,
    }
}

failures! {
    /// There is no such cluster.
    ClusterNotFound "ECS.ClusterNotFoundException",
    /// A parameter that the service does not take.
    InvalidParameter "ECS.InvalidParameterException",
    /// The service does not take the call.
    Client "ECS.ClientException",
    /// The service fails.
    Server "ECS.ServerException",
    /// The service is not reached.
    Unreached "ECS.SdkClientException",
}

/// Starts tasks.
#[workflow_macros::task(resource = "arn:aws:states:::ecs:runTask", name = "ecs:runTask")]
pub async fn run_task(task: RunTask) -> Result<Started, Error>;

/// Runs a task, and waits until it has ended. One that fails is `States.TaskFailed`, with its description as the cause.
#[workflow_macros::task(resource = "arn:aws:states:::ecs:runTask.sync", name = "ecs:runTask.sync")]
pub async fn run_task_sync(task: RunTask) -> Result<Task, Error>;
