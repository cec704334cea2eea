//! Services of AWS, called for real: at AWS, or at a server that imitates it.

mod jobs;
mod names;
mod values;

use super::{Connector, Pattern, Reply, Request, Target};
use crate::failure::Failure;
use crate::task::BoxFuture;
use names::Names;
use serde_json::Value;
use std::sync::Arc;
pub use workflow_aws::{LargeBucket, Services};

/// Calls services: optimized integrations, and any action through `aws-sdk:…` of the services that [`Services`] knows.
/// What the program has itself goes before: its tasks as Lambda functions, its workflows as state machines.
///
/// ```
/// use workflow_runtime::Engine;
/// use workflow_runtime::connector::{Aws, Services};
///
/// let services = Services::from_env().endpoint("http://localhost:5000");
/// let engine = Engine::builder().connector(Aws::new(services)).build();
/// ```
#[derive(Clone, Debug)]
pub struct Aws(Services);

impl Aws {
    /// Makes a connector of a client.
    #[must_use]
    pub fn new(services: Services) -> Self {
        Aws(services)
    }
}

impl Connector for Aws {
    fn takes(&self, target: &Target) -> bool {
        Names::of(target).is_some()
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let services = self.0.clone();
        Box::pin(async move {
            let names = Names::of(&request.target).ok_or_else(|| request.target.unanswered())?;
            let mut arguments = values::sent(&request.target, Value::clone(&request.arguments));
            values::once(&names, &mut arguments, || request.place());
            let calls = Calls { services, names, request };
            let result = Arc::new(calls.call(&calls.names.action, &arguments).await?);
            Ok(match calls.request.target.pattern() {
                Pattern::RequestResponse => Reply::Done(result),
                Pattern::WaitForTaskToken => Reply::Begun { output: result, result: None },
                pattern => {
                    let ended = jobs::ended(calls, arguments, result.clone(), pattern);
                    Reply::Begun { output: result, result: Some(Box::pin(ended)) }
                }
            })
        })
    }

    fn yields(&self) -> bool {
        true
    }
}

/// Calls of one service.
struct Calls {
    services: Services,
    names: Names,
    request: Request,
}

impl Calls {
    /// Calls an action. Its result and its failure are as Step Functions has them.
    async fn call(&self, action: &str, arguments: &Value) -> Result<Value, Failure> {
        let called = self.services.call(&self.names.sdk, action, arguments).await;
        let called = called.map_err(|error| self.names.failure(error))?;
        values::received(&self.names, action, called)
    }
}
