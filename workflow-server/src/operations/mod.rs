//! The operations, by what they are about.

mod activities;
mod aliases;
mod counts;
mod definitions;
mod executions;
mod found_runs;
mod history;
mod machines;
mod map_runs;
mod redrive;
mod settings;
mod starts;
mod tags;
mod tasks;
mod test_state;
mod versions;

#[cfg(feature = "console")]
pub(crate) use history::told;

use crate::model::Request;
use crate::page;
use crate::refusal::{Answer, Refusal};
use crate::service::Service;
use serde_json::{Map, Value, json};
use tokio::sync::watch;

/// Turns true when the server ends that a call came to; nothing where no server is there.
pub(crate) type Ending = Option<watch::Receiver<bool>>;

/// Answers a call of this operation.
pub(crate) async fn run(
    service: &Service,
    operation: &str,
    request: &Request,
    ending: Ending,
) -> Answer {
    match operation {
        "CreateActivity" => service.create_activity(request).await,
        "CreateStateMachine" => service.create_machine(request).await,
        "CreateStateMachineAlias" => service.create_alias(request).await,
        "DeleteActivity" => service.delete_activity(request).await,
        "DeleteStateMachine" => service.delete_machine(request).await,
        "DeleteStateMachineAlias" => service.delete_alias(request).await,
        "DeleteStateMachineVersion" => service.delete_version(request).await,
        "DescribeActivity" => service.describe_activity(request),
        "DescribeExecution" => service.describe_execution(request).await,
        "DescribeMapRun" => service.describe_map_run(request).await,
        "DescribeStateMachine" => service.describe_machine(request),
        "DescribeStateMachineAlias" => service.describe_alias(request),
        "DescribeStateMachineForExecution" => service.describe_machine_of(request).await,
        "GetActivityTask" => service.activity_task(request, ending).await,
        "GetExecutionHistory" => service.history(request).await,
        "ListActivities" => service.list_activities(request),
        "ListExecutions" => service.list_executions(request).await,
        "ListMapRuns" => service.list_map_runs(request).await,
        "ListStateMachineAliases" => service.list_aliases(request),
        "ListStateMachineVersions" => service.list_versions(request),
        "ListStateMachines" => service.list_machines(request),
        "ListTagsForResource" => service.list_tags(request),
        "PublishStateMachineVersion" => service.publish_version(request).await,
        "RedriveExecution" => service.redrive(request).await,
        "SendTaskFailure" => service.task_failed(request).await,
        "SendTaskHeartbeat" => service.task_beats(request).await,
        "SendTaskSuccess" => service.task_succeeded(request).await,
        "StartExecution" => service.start_execution(request).await,
        "StartSyncExecution" => service.start_sync_execution(request).await,
        "StopExecution" => service.stop_execution(request).await,
        "TagResource" => service.tag(request).await,
        "TestState" => service.test_state(request).await,
        "UntagResource" => service.untag(request).await,
        "UpdateMapRun" => service.update_map_run(request).await,
        "UpdateStateMachine" => service.update_machine(request).await,
        "UpdateStateMachineAlias" => service.update_alias(request).await,
        "ValidateStateMachineDefinition" => Ok(definitions::validated(request)),
        other => Err(Refusal::unsupported(other)),
    }
}

/// A response without members.
fn nothing() -> Value {
    Value::Object(Map::new())
}

impl Request {
    /// The most that a page is to hold.
    fn most(&self) -> usize {
        let asked = self.number("maxResults").and_then(|it| usize::try_from(it).ok());
        asked.filter(|most| *most > 0).unwrap_or(page::DEFAULT)
    }
}

impl Service {
    /// The key of the entry of a list that the asked page begins behind.
    fn after(&self, request: &Request, list: &str) -> Result<Option<String>, Refusal> {
        let token = request.text("nextToken");
        token.map(|token| page::after(list, token, self.now())).transpose()
    }

    /// The same, of a list of numbered entries.
    fn after_number(&self, request: &Request, list: &str) -> Result<Option<u64>, Refusal> {
        let number = |key: String| u64::from_str_radix(&key, 16).map_err(|_| Refusal::token());
        self.after(request, list)?.map(number).transpose()
    }

    /// The response with a page of a list.
    fn page(&self, member: &str, items: Vec<Value>, list: &str, next: Option<String>) -> Value {
        let mut response = json!({ member: items });
        if let Some(next) = next {
            response["nextToken"] = json!(page::token(list, &next, self.now()));
        }
        response
    }

    /// The same, of a list of numbered entries.
    fn numbered_page(
        &self,
        member: &str,
        items: Vec<Value>,
        list: &str,
        next: Option<u64>,
    ) -> Value {
        self.page(member, items, list, next.map(page::number))
    }
}
