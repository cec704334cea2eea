//! Amazon S3: objects with texts in them. These are actions of the SDK.

use crate::Failure;
use crate::aws::Texts;

request! {
    /// The arguments of [`get_object()`].
    GetObject;
    /// An object.
    get {
        /// The bucket.
        bucket: String,
        /// The key of the object.
        key: String,
    }
    optional {
        /// Fails where the object has another tag.
        if_match: String,
        /// The bytes that are read: `bytes=0-99`.
        range: String,
        /// A version of it.
        version_id: String,
    }
}

request! {
    /// The arguments of [`put_object()`].
    PutObject;
    /// An object with a text.
    put {
        /// The bucket.
        bucket: String,
        /// The key of the object.
        key: String,
        /// The text.
        body: String,
    }
    optional {
        /// Such as `max-age=60`.
        cache_control: String,
        /// Such as `text/csv`.
        content_type: String,
        /// `*`: fails where there is an object.
        if_none_match: String,
        /// Texts that are kept with it.
        metadata: Texts,
        /// `AES256`, `aws:kms`.
        server_side_encryption: String,
        /// `STANDARD`, `GLACIER` and so on.
        storage_class: String,
        /// Tags, as `a=1&b=2`.
        tagging: String,
    }
}

request! {
    /// The arguments of [`list_objects_v2()`].
    ListObjectsV2;
    /// The objects of a bucket.
    list {
        /// The bucket.
        bucket: String,
    }
    optional {
        /// The place to go on: `next_continuation_token` of the part before.
        continuation_token: String,
        /// Keys that are alike up to this one are one `common_prefixes`.
        delimiter: String,
        /// The most objects of a part.
        max_keys: u32,
        /// The beginning of keys.
        prefix: String,
        /// The key behind which it begins.
        start_after: String,
    }
}

response! {
    /// An object.
    Object {
        /// Its text.
        body: String,
        /// Bytes of it.
        content_length: u64,
        /// Such as `text/csv`.
        content_type: Option<String>,
        /// Its tag, in quotes.
        #[serde(rename = "ETag")]
        e_tag: Option<String>,
        /// The time when it was written, in RFC 3339.
        last_modified: Option<String>,
        /// Texts that are kept with it.
        metadata: Option<Texts>,
        /// Its version.
        version_id: Option<String>,
    }
}

response! {
    /// An object that was written.
    Put {
        /// Its tag, in quotes.
        #[serde(rename = "ETag")]
        e_tag: String,
        /// Its version.
        version_id: Option<String>,
    }
}

response! {
    /// A part of the objects of a bucket.
    Listed {
        /// The objects; `None` where there is none.
        contents: Option<Vec<Entry>>,
        /// Beginnings of keys, up to the delimiter.
        common_prefixes: Option<Vec<Prefix>>,
        /// True if there are more.
        is_truncated: bool,
        /// The number of objects.
        key_count: u32,
        /// The beginning of the next part.
        next_continuation_token: Option<String>,
    }
}

response! {
    /// An object in a list.
    Entry {
        /// Its key.
        key: String,
        /// Bytes of it.
        size: u64,
        /// Its tag, in quotes.
        #[serde(rename = "ETag")]
        e_tag: Option<String>,
        /// The time when it was written, in RFC 3339.
        last_modified: Option<String>,
    }
}

response! {
    /// The beginning of keys.
    Prefix {
        /// The beginning.
        prefix: String,
    }
}

failures! {
    /// There is no such object.
    NoSuchKey "S3.NoSuchKeyException",
    /// There is no such bucket.
    NoSuchBucket "S3.NoSuchBucketException",
    /// The service refuses it otherwise.
    Refused "S3.S3Exception",
    /// The service is not reached.
    Unreached "S3.SdkClientException",
}

/// Reads an object, a text of at most 256 KiB.
#[workflow_macros::task(resource = "arn:aws:states:::aws-sdk:s3:getObject", name = "s3:getObject")]
pub async fn get_object(of: GetObject) -> Result<Object, Error>;

/// Writes an object.
#[workflow_macros::task(resource = "arn:aws:states:::aws-sdk:s3:putObject", name = "s3:putObject")]
pub async fn put_object(of: PutObject) -> Result<Put, Error>;

/// Lists objects.
#[workflow_macros::task(
    resource = "arn:aws:states:::aws-sdk:s3:listObjectsV2",
    name = "s3:listObjectsV2"
)]
pub async fn list_objects_v2(of: ListObjectsV2) -> Result<Listed, Error>;
