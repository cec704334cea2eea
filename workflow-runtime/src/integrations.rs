//! The optimized integrations of AWS Step Functions, as one list.

/// An action of a service that AWS Step Functions calls in a form of its own. All other actions are called
/// through `aws-sdk:…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integration {
    /// Such as `sqs`.
    pub service: &'static str,
    /// Such as `sendMessage`.
    pub action: &'static str,
    /// `.sync`.
    pub sync: bool,
    /// `.sync:2`.
    pub sync2: bool,
    /// `.waitForTaskToken`.
    pub token: bool,
    /// True if it is there without a pattern.
    pub response: bool,
}

/// The integration pattern: the way in which the engine waits for the result of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// The response is the result.
    RequestResponse,
    /// `.sync`: until the job has ended.
    Sync,
    /// `.sync:2`: the same; what a nested execution came to is JSON, not text.
    Sync2,
    /// `.waitForTaskToken`: until somebody answers with the token.
    WaitForTaskToken,
}

const fn of(service: &'static str, action: &'static str, patterns: &str) -> Integration {
    let mut all =
        Integration { service, action, sync: false, sync2: false, token: false, response: false };
    let letters = patterns.as_bytes();
    let mut at = 0;
    while at < letters.len() {
        match letters[at] {
            b'r' => all.response = true,
            b's' => all.sync = true,
            b'2' => all.sync2 = true,
            _ => all.token = true,
        }
        at += 1;
    }
    all
}

/// Each with its patterns: `r`esponse, `s`ync, sync:`2`, `t`oken (Developer Guide, "Integrating optimized services").
pub const INTEGRATIONS: &[Integration] = &[
    of("apigateway", "invoke", "rt"),
    of("athena", "getQueryExecution", "r"),
    of("athena", "getQueryResults", "r"),
    of("athena", "startQueryExecution", "rs"),
    of("athena", "stopQueryExecution", "r"),
    of("batch", "submitJob", "rst"),
    of("bedrock", "createModelCustomizationJob", "rs"),
    of("bedrock", "invokeModel", "rt"),
    of("codebuild", "batchDeleteBuilds", "r"),
    of("codebuild", "batchGetReports", "r"),
    of("codebuild", "startBuild", "rs"),
    of("codebuild", "startBuildBatch", "rs"),
    of("codebuild", "stopBuild", "r"),
    of("databrew", "startJobRun", "rs"),
    of("dynamodb", "deleteItem", "r"),
    of("dynamodb", "getItem", "r"),
    of("dynamodb", "putItem", "r"),
    of("dynamodb", "updateItem", "r"),
    of("ecs", "runTask", "rst"),
    of("eks", "call", "r"),
    of("eks", "createCluster", "rs"),
    of("eks", "createFargateProfile", "rs"),
    of("eks", "createNodegroup", "rs"),
    of("eks", "deleteCluster", "rs"),
    of("eks", "deleteFargateProfile", "rs"),
    of("eks", "deleteNodegroup", "rs"),
    of("eks", "runJob", "rst"),
    of("elasticmapreduce", "addStep", "rs"),
    of("elasticmapreduce", "cancelStep", "r"),
    of("elasticmapreduce", "createCluster", "rs"),
    of("elasticmapreduce", "modifyInstanceFleetByName", "r"),
    of("elasticmapreduce", "modifyInstanceGroupByName", "r"),
    of("elasticmapreduce", "setClusterTerminationProtection", "r"),
    of("elasticmapreduce", "terminateCluster", "rs"),
    of("emr-containers", "createVirtualCluster", "r"),
    of("emr-containers", "deleteVirtualCluster", "rs"),
    of("emr-containers", "startJobRun", "rs"),
    of("emr-serverless", "createApplication", "rs"),
    of("emr-serverless", "deleteApplication", "rs"),
    of("emr-serverless", "startApplication", "rs"),
    of("emr-serverless", "startJobRun", "rs"),
    of("emr-serverless", "stopApplication", "rs"),
    of("events", "putEvents", "rt"),
    of("glue", "startJobRun", "rs"),
    of("http", "invoke", "r"),
    of("lambda", "invoke", "rt"),
    of("mediaconvert", "createJob", "rs"),
    of("s3", "getObject", "r"),
    of("s3", "listObjectsV2", "r"),
    of("s3", "putObject", "r"),
    of("sagemaker", "createEndpoint", "r"),
    of("sagemaker", "createEndpointConfig", "r"),
    of("sagemaker", "createHyperParameterTuningJob", "rs"),
    of("sagemaker", "createLabelingJob", "rs"),
    of("sagemaker", "createModel", "r"),
    of("sagemaker", "createProcessingJob", "rs"),
    of("sagemaker", "createTrainingJob", "rs"),
    of("sagemaker", "createTransformJob", "rs"),
    of("sagemaker", "updateEndpoint", "r"),
    of("sns", "publish", "rt"),
    of("sqs", "sendMessage", "rt"),
    of("states", "startExecution", "rs2t"),
];

impl Integration {
    /// True if it is there in this pattern.
    #[must_use]
    pub const fn has(&self, pattern: Pattern) -> bool {
        match pattern {
            Pattern::RequestResponse => self.response,
            Pattern::Sync => self.sync,
            Pattern::Sync2 => self.sync2,
            Pattern::WaitForTaskToken => self.token,
        }
    }
}

pub(super) fn find(service: &str, action: &str) -> Option<&'static Integration> {
    INTEGRATIONS.iter().find(|it| it.service == service && it.action == action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_each_stands_once() {
        let names: Vec<_> = INTEGRATIONS.iter().map(|it| (it.service, it.action)).collect();
        assert!(names.is_sorted() && names.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(find("states", "startExecution").is_some_and(|it| it.has(Pattern::Sync2)));
        assert!(find("sqs", "sendMessage").is_some_and(|it| !it.has(Pattern::Sync)));
        assert!(find("sqs", "receiveMessage").is_none());
    }
}
