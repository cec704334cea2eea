//! `--endpoint`: services of AWS that are called for real.

use crate::stop::Stop;
use workflow_runtime::Failure;
use workflow_runtime::connector::{Aws, Connector, Reply, Request, Services, Target};
use workflow_runtime::mocks::Mocks;
use workflow_runtime::task::BoxFuture;

/// The services at an address.
pub(crate) fn at(address: &str) -> Result<Aws, Stop> {
    Services::check(address).map_err(|why| Stop::Usage(format!("--endpoint: {why}")))?;
    Ok(Aws::new(Services::from_env().endpoint(address)))
}

/// Mocks of what they name, and services of all else.
pub(crate) struct Mocked {
    pub(crate) mocks: Mocks,
    pub(crate) services: Aws,
}

impl Connector for Mocked {
    fn takes(&self, _: &Target) -> bool {
        true
    }

    fn call(&self, request: Request) -> BoxFuture<Result<Reply, Failure>> {
        let mocked = self.mocks.answers(&request) || !self.services.takes(&request.target);
        if mocked { self.mocks.call(request) } else { self.services.call(request) }
    }
}
