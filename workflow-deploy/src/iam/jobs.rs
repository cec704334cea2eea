//! Jobs that run elsewhere: Batch, ECS, Athena, EMR.

use super::optimized::{Allowing, pascal, within};
use crate::call::Argument;
use crate::text::{Part, Text};

/// The reason of `*` for actions that take no other resource.
const NO_RESOURCE: &str = "IAM takes no resource of this action";

impl Allowing<'_> {
    pub(super) fn batch(&mut self) {
        let queue = |it: &Text| within("batch", "job-queue/", it);
        self.revised("batch:SubmitJob", "JobDefinition", "batch", "job-definition/");
        self.named(&["batch:SubmitJob"], "JobQueue", queue);
        if self.call.waits() {
            self.any(&["batch:DescribeJobs"], NO_RESOURCE);
            self.every(&["batch:TerminateJob"], "batch", "job");
            self.watch("StepFunctionsGetEventsForBatchJobsRule");
        }
    }

    /// Allows an action on a definition that has revisions. What is asked for is a revision also where none is named:
    /// the latest (Batch User Guide, "Restrict job submission by job definition"; ECS API Reference, `RunTask`).
    fn revised(&mut self, action: &str, argument: &str, service: &str, before: &str) {
        let Argument::Known(name) = self.call.argument(argument) else {
            return self.any(&[action], &format!("`{argument}` is computed"));
        };
        let arn = within(service, before, &name);
        let revision =
            |text: &str| text.rsplit_once(':').is_some_and(|(_, it)| it.parse::<u64>().is_ok());
        let resources = match arn.0.last() {
            Some(Part::Plain(text)) if revision(text) || text.ends_with('*') => vec![arn],
            Some(Part::Plain(_)) => vec![arn.with(":*")],
            // The value of a parameter may have one.
            _ => vec![arn.clone(), arn.with(":*")],
        };
        self.permissions.allow(&[action], resources);
    }

    pub(super) fn containers(&mut self) {
        self.revised("ecs:RunTask", "TaskDefinition", "ecs", "task-definition/");
        if self.call.waits() {
            self.every(&["ecs:DescribeTasks", "ecs:StopTask"], "ecs", "task");
            self.watch("StepFunctionsGetEventsForECSTaskRule");
        }
        let note = "iam:PassRole of the roles of the task definition is not derived: give it in `permissions`";
        self.permissions.tell(self.state.name, note);
    }

    /// Allows actions on every thing of a kind: the id of its own is known only when it has begun.
    fn every(&mut self, actions: &[&str], service: &str, kind: &str) {
        let why = format!("the id of its {kind} is known only later");
        self.permissions.note_of(self.state.name, actions, kind, &why);
        let all = Text::arn(service, &Text::plain(format!("{kind}/*")));
        self.permissions.allow(actions, vec![all]);
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
        if starts {
            self.catalog();
        }
        let note =
            "what its query reads and writes (s3, glue) is not derived: give it in `permissions`";
        self.permissions.tell(self.state.name, note);
    }

    /// A query looks its catalog up, waited for or not.
    pub(super) fn catalog(&mut self) {
        let catalog = Text::arn("athena", &Text::plain("datacatalog/*"));
        self.permissions.allow(&["athena:GetDataCatalog"], vec![catalog]);
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
            _ => (
                &["elasticmapreduce:DescribeCluster", "elasticmapreduce:TerminateJobFlows"],
                "StepFunctionsGetEventForEMRTerminateJobFlowsRule",
            ),
        };
        match (action, self.call.argument("ClusterId")) {
            ("createCluster", _) => {
                self.clusters(own, "its id is known only later");
                let note =
                    "iam:PassRole of the roles of its cluster is derived only where they are named";
                self.permissions.tell(self.state.name, note);
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
        self.permissions.note_of(self.state.name, actions, "cluster", why);
    }
}
