//! Jobs that run elsewhere: Batch, ECS, Athena, EMR.

use super::optimized::{Allowing, pascal, within};
use crate::call::Argument;
use crate::text::Text;

impl Allowing<'_> {
    pub(super) fn batch(&mut self) {
        let definition = |it: &Text| within("batch", "job-definition/", it);
        let queue = |it: &Text| within("batch", "job-queue/", it);
        // A definition that is named without its revision stands for the latest.
        self.named(&["batch:SubmitJob"], "JobDefinition", definition);
        self.named(&["batch:SubmitJob"], "JobQueue", queue);
        if self.call.waits() {
            self.permissions.anywhere(&["batch:DescribeJobs", "batch:TerminateJob"]);
            self.watch("StepFunctionsGetEventsForBatchJobsRule");
        }
    }

    pub(super) fn containers(&mut self) {
        self.named(&["ecs:RunTask"], "TaskDefinition", |it| within("ecs", "task-definition/", it));
        if self.call.waits() {
            self.permissions.anywhere(&["ecs:DescribeTasks", "ecs:StopTask"]);
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
                self.permissions.anywhere(&["elasticmapreduce:RunJobFlow"]);
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
                self.permissions.allow(own, vec![cluster(&Text::any())]);
                let note =
                    "iam:PassRole of the roles of its cluster is derived only where they are named";
                self.permissions.notes.push(format!("`{}`: {note}", self.state.name));
            }
            (_, Argument::Known(id)) => self.permissions.allow(own, vec![cluster(&id)]),
            _ => self.permissions.allow(own, vec![cluster(&Text::any())]),
        }
        if self.call.waits() {
            self.watch(rule);
        }
    }
}
