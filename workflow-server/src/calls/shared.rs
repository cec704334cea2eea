//! One connector of several engines.

use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::connector::{Connector, Reply, Request, Target};
use workflow_runtime::task::BoxFuture;

/// A connector that several engines share.
#[derive(Clone)]
pub(crate) struct Shared(Arc<dyn Connector>);

impl Shared {
    pub(crate) fn new(connector: impl Connector) -> Self {
        Shared(Arc::new(connector))
    }
}

impl From<Arc<dyn Connector>> for Shared {
    fn from(connector: Arc<dyn Connector>) -> Self {
        Shared(connector)
    }
}

impl Connector for Shared {
    fn takes(&self, target: &Target) -> bool {
        self.0.takes(target)
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        self.0.call(request)
    }

    fn yields(&self) -> bool {
        self.0.yields()
    }
}
