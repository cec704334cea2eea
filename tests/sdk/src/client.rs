//! Clients, and what they tell of.

use aws_credential_types::Credentials;
use aws_sdk_sfn::Client;
use aws_sdk_sfn::config::{BehaviorVersion, Region};
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::{Builder, Connector};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;

pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

pub const ROLE: &str = "arn:aws:iam::123456789012:role/r";
pub const OWN: &str = "arn:aws:states:us-east-1:123456789012";

/// The operations and exceptions that were met.
#[derive(Default)]
pub struct Told {
    pub operations: BTreeSet<&'static str>,
    pub exceptions: BTreeSet<&'static str>,
}

impl Told {
    pub fn json(&self) -> Value {
        json!({ "operations": self.operations, "exceptions": self.exceptions })
    }
}

/// A client that asks the server itself.
pub fn plain(url: &str) -> Client {
    client(url, ProxyConfig::disabled())
}

/// A client that heeds `HTTP_PROXY`, as that of the SDK's defaults does.
pub fn of_environment(url: &str) -> Client {
    client(url, ProxyConfig::from_env())
}

fn client(url: &str, proxy: ProxyConfig) -> Client {
    let http = Builder::new().build_with_connector_fn(move |_, _| {
        Connector::builder().proxy_config(proxy.clone()).build_http()
    });
    let config = aws_sdk_sfn::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::from_keys("x", "y", None))
        .endpoint_url(url)
        .http_client(http);
    Client::from_conf(config.build())
}

/// Fails unless `is` holds.
pub fn expect(is: bool, what: impl std::fmt::Debug) -> Outcome {
    if is { Ok(()) } else { Err(format!("unexpected: {what:?}").into()) }
}

/// The definition of a machine of one state.
pub fn one(state: Value) -> String {
    json!({ "StartAt": "S", "States": { "S": state } }).to_string()
}
