//! Large values in a bucket of S3.

use crate::client::{LONGEST, Services};
use crate::exchange::Incoming;
use crate::failure::CallError;
use crate::protocol;
use crate::services::{self, Service};
use hyper::body::Bytes;
use serde_json::{Value, json};
use std::time::Duration;
use workflow_task::Failure;
use workflow_task::large::{LargeObjects, refused, unavailable};
use workflow_task::task::BoxFuture;

/// The beginning of the address of a bucket.
const SCHEME: &str = "s3://";

/// The most bytes of an error of S3.
const ERROR: usize = 64 << 10;

/// The fewest bytes that a connection takes along in a second, beside [`LONGEST`] for all of them.
const A_SECOND: usize = 256 << 10;

/// A bucket of S3, or of a service that answers as S3 does, for the large values of tasks: objects below a prefix.
///
/// It asks for `s3:GetObject` and `s3:PutObject` on the objects, and for `s3:ListBucket` on the bucket: without that one
/// S3 does not say of an object that it is missing, but refuses. Old values are removed by a lifecycle rule of the
/// bucket.
///
/// ```
/// use workflow_aws::LargeBucket;
/// use workflow_task::LargeStore;
///
/// let store = LargeStore::new(LargeBucket::parse("s3://my-values/large")?);
/// # drop(store);
/// assert!(LargeBucket::parse("my-values").is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug)]
pub struct LargeBucket {
    services: Services,
    bucket: String,
    /// Ends with a slash, where it is not empty.
    prefix: String,
}

impl LargeBucket {
    /// Keeps values in a bucket, at `prefix/KEY`.
    #[must_use]
    pub fn new(services: Services, bucket: impl Into<String>, prefix: &str) -> Self {
        let prefix = prefix.trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        LargeBucket { services, bucket: bucket.into(), prefix }
    }

    /// Keeps values at an address, `s3://BUCKET/PREFIX`, with the keys and the region of the environment.
    ///
    /// # Errors
    /// The text is no such address.
    pub fn parse(address: &str) -> Result<Self, String> {
        let place = address.strip_prefix(SCHEME).unwrap_or_default();
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        if bucket.is_empty() {
            return Err(format!("`{address}` is no address of the form s3://BUCKET/PREFIX"));
        }
        Ok(LargeBucket::new(Services::from_env(), bucket, prefix))
    }

    /// Checks that its address can be called, without calling it.
    ///
    /// # Errors
    /// It is no address, or an encrypted one, as all of AWS are, in a program that was built without the feature `tls`.
    pub fn check(&self) -> Result<(), String> {
        self.services.check_own(&s3()?)
    }

    /// Calls an action on the object of a key, whose result has at most so many bytes.
    async fn call(
        &self,
        action: &str,
        arguments: Value,
        body: Vec<u8>,
        most: usize,
    ) -> Result<Incoming, CallError> {
        let service = s3().map_err(CallError::Unmade)?;
        let longest = longest(body.len().max(most));
        let request = protocol::request(&service, action, &arguments);
        let mut request = request.map_err(CallError::Unmade)?;
        request.body = Bytes::from(body);
        let response = self.services.exchange(&service, request, most + ERROR, longest).await?;
        if (200..300).contains(&response.status) {
            Ok(response)
        } else {
            Err(CallError::of_xml(&response))
        }
    }

    /// The arguments that name the object of a key.
    fn object(&self, key: &str) -> Value {
        json!({ "Bucket": self.bucket, "Key": format!("{}{key}", self.prefix) })
    }

    fn failed(&self, what: &str, error: &CallError) -> Failure {
        let cause = format!("cannot {what} large values in the bucket `{}`: {error}", self.bucket);
        if error.is_passing() { unavailable(cause) } else { refused(cause) }
    }
}

fn s3() -> Result<Service, String> {
    services::find("s3").ok_or_else(|| "S3 is not known".to_owned())
}

/// The longest that a call with so many bytes takes.
fn longest(bytes: usize) -> Duration {
    LONGEST + Duration::from_secs((bytes / A_SECOND) as u64)
}

impl LargeObjects for LargeBucket {
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let (own, mut arguments) = (self.clone(), self.object(key));
        arguments["ContentType"] = Value::from("application/json");
        Box::pin(async move {
            let put = own.call("putObject", arguments, bytes, 0).await;
            put.map(drop).map_err(|error| own.failed("write", &error))
        })
    }

    fn get(&self, key: &str, most: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let (own, mut arguments) = (self.clone(), self.object(key));
        arguments["Range"] = Value::from(format!("bytes=0-{}", most.saturating_sub(1)));
        Box::pin(async move {
            match own.call("getObject", arguments, vec![], most).await {
                Ok(response) => {
                    // Not copied: nobody else has them.
                    let mut bytes = Vec::from(response.body);
                    bytes.truncate(most);
                    Ok(Some(bytes))
                }
                // There is no byte to be had.
                Err(CallError::Refused { status: 416, .. }) => Ok(Some(vec![])),
                Err(CallError::Refused { code, .. }) if code == "NoSuchKey" => Ok(None),
                Err(error) => Err(own.failed("read", &error)),
            }
        })
    }
}

#[cfg(test)]
mod tests;
