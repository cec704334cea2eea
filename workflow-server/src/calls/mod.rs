//! The calls that executions make: mocks answer first, then the tasks of this program, then the connectors that its owner
//! has added, then activities and executions of this server.

#[cfg(feature = "http")]
mod functions;
mod mocked;
mod shared;

#[cfg(feature = "http")]
pub use functions::Functions as NamedFunctions;
pub use mocked::MockFile;
pub(crate) use mocked::Mocked;
pub(crate) use shared::Shared;

use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Functions, Reply, Request, Shape, Target};
use workflow_runtime::task::BoxFuture;

/// All that answers calls.
#[derive(Clone)]
pub(crate) struct Calls {
    pub(crate) mocked: Option<Mocked>,
    /// The tasks of this program, as Lambda functions.
    pub(crate) tasks: Functions,
    pub(crate) connectors: Vec<Shared>,
}

impl Connector for Calls {
    /// Takes all services, to say what to do where nothing answers. A task of an activity that is not there is not even
    /// scheduled (recorded).
    fn takes(&self, target: &Target) -> bool {
        target.shape != Shape::Activity
            || self.mocked.is_some()
            || self.connectors.iter().any(|it| it.takes(target))
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let mocks = self.mocked.as_ref().and_then(|it| it.of(&request));
        if let Some(mocks) = mocks.as_ref().filter(|it| it.answers(&request)) {
            return mocks.call(request);
        }
        if self.tasks.answer(&request) {
            return self.tasks.call(request);
        }
        if let Some(connector) = self.connectors.iter().find(|it| it.takes(&request.target)) {
            return connector.call(request);
        }
        match mocks {
            // It says which mock is missing.
            Some(mocks) => mocks.call(request),
            // It names the function that is not there.
            None if request.target.action() == Some(("lambda", "invoke")) => {
                self.tasks.call(request)
            }
            None => Box::pin(std::future::ready(Err(unanswered(&request.target)))),
        }
    }
}

/// The failure of a call that nothing answers.
fn unanswered(target: &Target) -> Failure {
    match target.action() {
        None | Some(("lambda", _)) => target.unanswered(),
        Some(_) => Failure::runtime(format!(
            "this server does not call `{}`: its answers can be mocked",
            target.resource
        )),
    }
}
