//! Executions that other executions start, on the engine of their machine, like those of a client.

use super::{Begin, Inner, Service, Started, Unstarted};
use crate::catalog::{Machine, refused};
use crate::refusal::Refusal;
use std::sync::Weak;
use workflow_runtime::connector::{Pattern, StartRequest};
use workflow_runtime::store::StoreError;
use workflow_runtime::{Execution, Failure};

/// Starts the execution that a call asks for. One of an EXPRESS machine is not kept, whoever calls; one of a STANDARD machine
/// is, also where the one that calls is not.
pub(super) async fn start_called(
    service: Weak<Inner>,
    called: StartRequest,
) -> Result<Execution, Failure> {
    let gone = || Failure::runtime("the server is gone");
    let service = Service(service.upgrade().ok_or_else(gone)?);
    let machine = service.here(&called.machine);
    let begin = Begin {
        machine: &machine,
        name: called.name.as_deref(),
        input: called.input.to_string().into(),
        value: called.input.clone(),
        trace: None,
        case: None,
        by: called.mark.as_deref(),
        check: match called.pattern {
            Pattern::Sync | Pattern::Sync2 => standard,
            Pattern::RequestResponse | Pattern::WaitForTaskToken => |_| Ok(()),
        },
    };
    let Started { execution, arn, .. } = service.begin(begin).await.map_err(failure)?;
    match execution {
        Some(execution) => Ok(execution),
        None => service.resumed(&arn).await,
    }
}

/// Refuses an EXPRESS machine where the call waits for the end: AWS asks for that with `DescribeExecution`, which knows no
/// EXPRESS executions (recorded of `DescribeExecution`; judgement that nothing is started).
fn standard(machine: &Machine) -> Result<(), Refusal> {
    if machine.express { Err(Refusal::out_of_context("express")) } else { Ok(()) }
}

impl Service {
    /// Another handle of an execution that was started before: it is taken up if it is not in memory.
    async fn resumed(&self, arn: &str) -> Result<Execution, Failure> {
        let gone = || StoreError::unknown(arn).interruption();
        let known = self.0.engine.describe(arn).await.map_err(|error| error.interruption())?;
        let (begun, catalog) = (known.ok_or_else(gone)?.begun, self.0.catalog.clone());
        let revive = move |identity: &_, record| catalog.revived(&begun, identity, record);
        Ok(self.0.engine.resume(arn, revive).await)
    }
}

/// The failure of a call whose execution did not start: an error of the store is none of the workflow's.
fn failure(unstarted: Unstarted) -> Failure {
    match unstarted {
        Unstarted::Refused(refusal) => Failure::new(refusal.code, refusal.message),
        Unstarted::Store(error) => error.interruption(),
        Unstarted::Failed(failure) => failure,
    }
}

impl From<Unstarted> for Refusal {
    fn from(unstarted: Unstarted) -> Self {
        let failure = match unstarted {
            Unstarted::Refused(refusal) => return refusal,
            Unstarted::Store(error) => return refused(error),
            Unstarted::Failed(failure) => failure,
        };
        match failure.error() {
            "InvalidExecutionInput" => {
                return Refusal::new("InvalidExecutionInput", failure.reported());
            }
            // Something that the tasks of a workflow need is not there.
            "States.Runtime" => return Refusal::validation(failure.reported()),
            _ => {}
        }
        tracing::error!(error = failure.error(), cause = failure.reported(), "cannot start");
        if failure.is_interruption() {
            let message = "The server cannot start executions at the moment. Try again later.";
            return Refusal::new("ServiceUnavailable", message);
        }
        Refusal::new("InternalFailure", "The server failed. Its log says why.")
    }
}
