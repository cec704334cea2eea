//! Jobs that run elsewhere: Batch, ECS, Athena, EMR.

use super::optimized::{Allowing, pascal, within};
use crate::call::Argument;
use crate::text::Text;

/// The reason of `*` for actions that take no other resource.
const NO_RESOURCE: &str = "IAM takes no resource of this action";

impl Allowing<'_> {
    pub(super) fn batch(&mut self) {
        let definition = |it: &Text| within("batch", "job-definition/", it);
        let queue = |it: &Text| within("batch", "job-queue/", it);
        // A definition that is named without its revision stands for the latest.
        self.named(&["batch:SubmitJob"], "JobDefinition", definition);
        self.named(&["batch:SubmitJob"], "JobQueue", queue);
        if self.call.waits() {
            self.any(&["batch:DescribeJobs"], NO_RESOURCE);
            self.any(&["batch:TerminateJob"], "the id of its job is known only later");
            self.watch("StepFunctionsGetEventsForBatchJobsRule");
        }
    }

    pub(super) fn containers(&mut self) {
        self.named(&["ecs:RunTask"], "TaskDefinition", |it| within("ecs", "task-definition/", it));
        if self.call.waits() {
            let why = "the id of its task is known only later";
            self.any(&["ecs:DescribeTasks", "ecs:StopTask"], why);
            self.watch("StepFunctionsGetEventsForECSTaskRule");
        }
        let note = "iam:PassRole of the roles of the task definition is not derived: give it in `permissions`";
        self.permissions.notes.push(format!("`{}`: {note}", self.state.name));
    }

    pub(super) fn athena(&mut self, action: &str) {
        let mut actions = vec![format!("athena:{}", pascal(action))];
        if self.call.waits() {
            actions.extend(
                ["GetQueryExecution", "StopQueryExecution"].map(|it| format!("athena:{it}")),
            );
        }
        let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
        let starts = action == "startQueryExecution";
        match self.call.argument("WorkGroup") {
            Argument::Computed => self.any(&actions, "`WorkGroup` is computed"),
            Argument::Known(group) => {
                self.permissions.allow(&actions, vec![within("athena", "workgroup/", &group)])
            }
            Argument::Absent if starts => {
                self.permissions
                    .allow(&actions, vec![within("athena", "workgroup/", &Text::plain("primary"))]);
            }
            Argument::Absent => self.any(&actions, "the work group of a query is known only later"),
        }
        if self.call.waits() {
            let catalog = Text::arn("athena", &Text::plain("datacatalog/*"));
            self.permissions.allow(&["athena:GetDataCatalog"], vec![catalog]);
        }
        let note =
            "what its query reads and writes (s3, glue) is not derived: give it in `permissions`";
        self.permissions.notes.push(format!("`{}`: {note}", self.state.name));
    }

    pub(super) fn emr(&mut self, action: &str) {
        let cluster = |it: &Text| within("elasticmapreduce", "cluster/", it);
        let (own, rule): (&[&str], _) = match action {
            "createCluster" => {
                self.any(&["elasticmapreduce:RunJobFlow"], NO_RESOURCE);
                (
                    &["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
                    "StepFunctionsGetEventForEMRRunJobFlowRule",
                )
            }
            "addStep" => (
                &[
                    "elasticmapreduce:AddJobFlowSteps",
                    "elasticmapreduce:CancelSteps",
                    "elasticmapreduce:DescribeStep",
                ],
                "StepFunctionsGetEventForEMRAddJobFlowStepsRule",
            ),
            "terminateCluster" => (
                &["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
                "StepFunctionsGetEventForEMRTerminateJobFlowsRule",
            ),
            _ => {
                return self.any(
                    &[&format!("elasticmapreduce:{}", pascal(action))],
                    "its cluster is not known",
                );
            }
        };
        match (action, self.call.argument("ClusterId")) {
            ("createCluster", _) => {
                self.clusters(own, "its id is known only later");
                let note =
                    "iam:PassRole of the roles of its cluster is derived only where they are named";
                self.permissions.notes.push(format!("`{}`: {note}", self.state.name));
            }
            (_, Argument::Known(id)) => self.permissions.allow(own, vec![cluster(&id)]),
            _ => self.clusters(own, "`ClusterId` is computed"),
        }
        if self.call.waits() {
            self.watch(rule);
        }
    }

    /// Allows actions on every cluster, for a reason.
    fn clusters(&mut self, actions: &[&str], why: &str) {
        let all = within("elasticmapreduce", "cluster/", &Text::any());
        self.permissions.allow(actions, vec![all]);
        let (state, actions) = (&self.state.name, actions.join(", "));
        self.permissions.notes.push(format!("`{state}`: {actions} on every cluster: {why}"));
    }
}
