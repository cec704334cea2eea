//! Large values in a bucket of S3.

use crate::client::Services;
use crate::exchange::Incoming;
use crate::failure::CallError;
use crate::protocol;
use crate::services;
use hyper::body::Bytes;
use serde_json::{Value, json};
use workflow_task::Failure;
use workflow_task::large::{LARGEST, LargeObjects, refused, unavailable};
use workflow_task::task::BoxFuture;

/// The beginning of the address of a bucket.
const SCHEME: &str = "s3://";

/// The most bytes of a response: an object, or an error of S3.
const MOST: usize = LARGEST + (64 << 10);

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
    /// It is none.
    pub fn parse(address: &str) -> Result<Self, String> {
        let place = address.strip_prefix(SCHEME).unwrap_or_default();
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        if bucket.is_empty() {
            return Err(format!("`{address}` is no address of the form s3://BUCKET/PREFIX"));
        }
        Ok(LargeBucket::new(Services::from_env(), bucket, prefix))
    }

    /// Calls an action on the object of a key.
    async fn call(&self, action: &str, key: &str, body: Vec<u8>) -> Result<Incoming, CallError> {
        let unknown = || CallError::Unmade("S3 is not known".to_owned());
        let service = services::find("s3").ok_or_else(unknown)?;
        let mut arguments =
            json!({ "Bucket": self.bucket, "Key": format!("{}{key}", self.prefix) });
        if action == "putObject" {
            arguments["ContentType"] = Value::from("application/json");
        }
        let request = protocol::request(&service, action, &arguments);
        let mut request = request.map_err(CallError::Unmade)?;
        request.body = Bytes::from(body);
        let response = self.services.exchange(&service, request, MOST).await?;
        if (200..300).contains(&response.status) {
            Ok(response)
        } else {
            Err(CallError::of_xml(&response))
        }
    }

    fn failed(&self, what: &str, error: &CallError) -> Failure {
        let cause = format!("cannot {what} large values in the bucket `{}`: {error}", self.bucket);
        if error.is_passing() { unavailable(cause) } else { refused(cause) }
    }
}

impl LargeObjects for LargeBucket {
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let (own, key) = (self.clone(), key.to_owned());
        Box::pin(async move {
            let put = own.call("putObject", &key, bytes).await;
            put.map(drop).map_err(|error| own.failed("write", &error))
        })
    }

    fn get(&self, key: &str, most: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let (own, key) = (self.clone(), key.to_owned());
        Box::pin(async move {
            match own.call("getObject", &key, vec![]).await {
                Ok(response) => Ok(Some(response.body[..response.body.len().min(most)].to_vec())),
                Err(CallError::Refused { code, .. }) if code == "NoSuchKey" => Ok(None),
                Err(error) => Err(own.failed("read", &error)),
            }
        })
    }
}

#[cfg(test)]
mod tests;
