//! Calls of any action of the services that are known.

use crate::endpoint::Endpoint;
use crate::exchange::Incoming;
use crate::failure::CallError;
use crate::outgoing::Outgoing;
use crate::protocol;
use crate::services::{self, Service};
use crate::settings::{Settings, Source};
use serde_json::Value;
use std::time::Duration;

/// The most bytes of a response: a page of a history, whose events have what states hold.
const MOST: usize = 8 << 20;
/// The longest that a response is waited for, where nobody says another and nothing large is sent or read.
pub(crate) const LONGEST: Duration = Duration::from_secs(60);

/// A client of all services that are known: those whose calls are JSON with the action in a header, Batch (of its jobs),
/// Lambda (`invoke`), S3 (objects) and SNS. Cheap to clone.
///
/// ```no_run
/// use serde_json::json;
/// use workflow_aws::Services;
///
/// # async fn list() -> Result<(), Box<dyn std::error::Error>> {
/// let services = Services::from_env().endpoint("http://localhost:5000");
/// let tables = services.call("dynamodb", "listTables", &json!({ "Limit": 10 })).await?;
/// println!("{}", tables.value["TableNames"]);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Services {
    settings: Settings,
    patience: Duration,
}

/// The result of a call.
#[derive(Clone, Debug)]
pub struct CallOutcome {
    /// Its members, with the names that Step Functions has.
    pub value: Value,
    /// The status of the response.
    pub status: u16,
    /// The id of the request, where the service tells it.
    pub request: Option<String>,
}

impl Services {
    /// Makes a client with the settings of the environment: keys from `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or from
    /// the profile `AWS_PROFILE` of `~/.aws/credentials`; `AWS_REGION`; and `AWS_ENDPOINT_URL`, or the variable of a service,
    /// such as `AWS_ENDPOINT_URL_SQS`.
    #[must_use]
    pub fn from_env() -> Self {
        Services { settings: Settings::read(&Source::of_process()), patience: LONGEST }
    }

    /// Sets the longest that a response is waited for: 60 seconds by default.
    #[must_use]
    pub fn patience(mut self, longest: Duration) -> Self {
        self.patience = longest;
        self
    }

    /// Sets the address of all services, except those with a variable of their own. Without keys, calls are signed with the
    /// key `test`, because emulators of AWS read the service out of the signature.
    #[must_use]
    pub fn endpoint(mut self, address: impl Into<String>) -> Self {
        self.settings.endpoint = Some(address.into());
        self
    }

    /// Checks an address.
    ///
    /// # Errors
    /// The text is no address, or an encrypted one in a program that was built without the feature `tls`.
    pub fn check(address: &str) -> Result<(), String> {
        Endpoint::parse(address).map(drop)
    }

    /// Checks the address that a service is called at, as [`Services::check`].
    #[cfg(feature = "large")]
    pub(crate) fn check_own(&self, service: &Service) -> Result<(), String> {
        Services::check(&self.settings.address(service))
    }

    /// Sets the region.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.settings.region = region.into();
        self
    }

    /// True if a service is known: `sqs`, `secretsmanager`.
    #[must_use]
    pub fn knows(service: &str) -> bool {
        services::find(service).is_some()
    }

    /// The name of a service in the errors of its actions: `DynamoDb`.
    #[must_use]
    pub fn title(service: &str) -> Option<String> {
        services::find(service).map(|it| it.title())
    }

    /// Calls an action, such as `sendMessage` of `sqs`, with arguments in the casing of Step Functions.
    ///
    /// # Errors
    /// The service refuses it, it is not reached, or the action cannot be called.
    pub async fn call(
        &self,
        service: &str,
        action: &str,
        arguments: &Value,
    ) -> Result<CallOutcome, CallError> {
        let known = services::find(service).ok_or_else(|| {
            CallError::Unmade(format!("a run here does not call the service `{service}`"))
        })?;
        self.called(&known, action, arguments).await
    }

    /// Calls an action with arguments in the casing of the service's own API, and returns its response as it is:
    /// `listExecutions` of `sfn` with a `stateMachineArn`. CloudFormation is called by this alone.
    ///
    /// # Errors
    /// As [`Services::call`].
    pub async fn call_api(
        &self,
        service: &str,
        action: &str,
        arguments: &Value,
    ) -> Result<Value, CallError> {
        let known = services::find_for_commands(service)
            .ok_or_else(|| CallError::Unmade(format!("the service `{service}` is not known")))?;
        self.called(&known.unchanged(), action, arguments).await.map(|it| it.value)
    }

    /// The region that calls are for.
    #[must_use]
    pub fn region_name(&self) -> &str {
        &self.settings.region
    }

    async fn called(
        &self,
        service: &Service,
        action: &str,
        arguments: &Value,
    ) -> Result<CallOutcome, CallError> {
        let request = protocol::request(service, action, arguments).map_err(CallError::Unmade)?;
        let response = self.exchange(service, request, MOST, self.patience).await?;
        let value = protocol::result(service, action, &response)?;
        let request = response.headers.get("x-amzn-requestid");
        let request = request.and_then(|id| id.to_str().ok()).map(str::to_owned);
        Ok(CallOutcome { value, status: response.status, request })
    }

    /// Sends a request, and reads its response, a body of at most so many bytes, within the longest time.
    pub(crate) async fn exchange(
        &self,
        service: &Service,
        request: Outgoing,
        most: usize,
        longest: Duration,
    ) -> Result<Incoming, CallError> {
        let address = self.settings.address(service);
        let endpoint = Endpoint::parse(&address).map_err(CallError::Unmade)?;
        let keys = self.settings.keys();
        let region = &self.settings.region;
        let request = request.signed(&endpoint, keys.as_ref(), region, service.signing);
        let late = || CallError::Unreached(format!("no answer within {} s", longest.as_secs()));
        let answer = tokio::time::timeout(longest, endpoint.exchange(request, most)).await;
        answer.map_err(|_| late())?.map_err(CallError::Unreached)
    }
}
