//! Objects in buckets.

use super::plain;
use crate::encode::{encoded, parameters};
use crate::exchange::Incoming;
use crate::outgoing::Outgoing;
use crate::xml;
use serde_json::{Map, Value, json};

/// An action: its method, the members that are parameters, and a parameter of its own.
type Action = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<(&'static str, &'static str)>,
);

const ACTIONS: &[Action] = &[
    ("deleteObject", "DELETE", &[("VersionId", "versionId")], None),
    ("getObject", "GET", &[("VersionId", "versionId"), ("PartNumber", "partNumber")], None),
    ("headObject", "HEAD", &[("VersionId", "versionId"), ("PartNumber", "partNumber")], None),
    (
        "listObjectsV2",
        "GET",
        &[
            ("ContinuationToken", "continuation-token"),
            ("Delimiter", "delimiter"),
            ("EncodingType", "encoding-type"),
            ("FetchOwner", "fetch-owner"),
            ("MaxKeys", "max-keys"),
            ("Prefix", "prefix"),
            ("StartAfter", "start-after"),
        ],
        Some(("list-type", "2")),
    ),
    ("putObject", "PUT", &[], None),
];

/// Members that are headers, both of requests and of responses.
const HEADERS: &[(&str, &str)] = &[
    ("ACL", "x-amz-acl"),
    ("AcceptRanges", "accept-ranges"),
    ("CacheControl", "cache-control"),
    ("ChecksumCRC32", "x-amz-checksum-crc32"),
    ("ChecksumType", "x-amz-checksum-type"),
    ("ContentDisposition", "content-disposition"),
    ("ContentEncoding", "content-encoding"),
    ("ContentLanguage", "content-language"),
    ("ContentLength", "content-length"),
    ("ContentRange", "content-range"),
    ("ContentType", "content-type"),
    ("ETag", "etag"),
    ("ExpectedBucketOwner", "x-amz-expected-bucket-owner"),
    ("IfMatch", "if-match"),
    ("IfNoneMatch", "if-none-match"),
    ("LastModified", "last-modified"),
    ("Range", "range"),
    ("SSEKMSKeyId", "x-amz-server-side-encryption-aws-kms-key-id"),
    ("ServerSideEncryption", "x-amz-server-side-encryption"),
    ("StorageClass", "x-amz-storage-class"),
    ("Tagging", "x-amz-tagging"),
    ("VersionId", "x-amz-version-id"),
];
/// Metadata of the user's.
const META: &str = "x-amz-meta-";

pub(super) fn request(action: &str, arguments: &Value) -> Result<Outgoing, String> {
    let Some((_, method, known, own)) = ACTIONS.iter().find(|(name, ..)| *name == action) else {
        let names: Vec<_> = ACTIONS.iter().map(|(name, ..)| *name).collect();
        return Err(format!("of S3 a run here calls {}, not `{action}`", names.join(", ")));
    };
    let text = |name: &str| arguments[name].as_str().ok_or(format!("`{name}` is no text"));
    let bucket = encoded(text("Bucket")?, false);
    let path = match arguments.get("Key") {
        Some(_) => format!("/{bucket}/{}", encoded(text("Key")?, true)),
        None => format!("/{bucket}"),
    };
    let body = arguments.get("Body").map(plain).unwrap_or_default();
    let mut request = Outgoing::new(method, path, body);
    let mut query: Vec<(String, String)> =
        own.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    for (name, value) in arguments.as_object().into_iter().flatten() {
        if let Some((_, parameter)) = known.iter().find(|(member, _)| member == name) {
            query.push(((*parameter).to_owned(), plain(value)));
        } else if name == "Metadata" {
            for (key, value) in value.as_object().into_iter().flatten() {
                request =
                    request.header(format!("{META}{}", key.to_ascii_lowercase()), plain(value));
            }
        } else if let Some((_, header)) = HEADERS.iter().find(|(member, _)| member == name) {
            request = request.header(*header, plain(value));
        } else if !["Bucket", "Key", "Body"].contains(&&**name) {
            return Err(format!("a run here does not send `{name}` of `s3:{action}`"));
        }
    }
    request.query = parameters(query);
    Ok(request)
}

pub(super) fn result(action: &str, response: &Incoming) -> Result<Value, String> {
    if action == "listObjectsV2" {
        return listed(response);
    }
    let mut fields = headers(response);
    if action == "getObject" {
        // A body that is no text is not told apart on AWS either.
        fields.insert("Body".into(), String::from_utf8_lossy(&response.body).into());
    }
    if action != "getObject" && action != "headObject" {
        for name in ["ContentLength", "ContentType", "AcceptRanges", "Metadata"] {
            fields.shift_remove(name);
        }
    }
    Ok(Value::Object(fields))
}

fn headers(response: &Incoming) -> Map<String, Value> {
    let (mut fields, mut metadata) = (Map::new(), Map::new());
    for (name, value) in &response.headers {
        let Ok(value) = value.to_str() else { continue };
        if let Some(key) = name.as_str().strip_prefix(META) {
            metadata.insert(key.to_owned(), value.into());
        }
        let Some((member, _)) = HEADERS.iter().find(|(_, header)| *header == name.as_str()) else {
            continue;
        };
        let value = match *member {
            "ContentLength" => value.parse::<u64>().map_or(Value::Null, Value::from),
            "LastModified" => moment(value),
            _ => value.into(),
        };
        fields.insert((*member).to_owned(), value);
    }
    fields.insert("Metadata".into(), Value::Object(metadata));
    fields
}

/// A time of HTTP in the form of RFC 3339.
fn moment(text: &str) -> Value {
    match jiff::fmt::rfc2822::parse(text) {
        Ok(time) => time.timestamp().to_string().into(),
        Err(_) => text.into(),
    }
}

/// The list of a bucket: numbers and truth values have their types.
fn listed(response: &Incoming) -> Result<Value, String> {
    let text = std::str::from_utf8(&response.body).map_err(|error| error.to_string())?;
    let mut list = xml::read(text, &["Contents", "CommonPrefixes"])?;
    let Some(fields) = list.as_object_mut() else { return Ok(json!({})) };
    for name in ["KeyCount", "MaxKeys"] {
        fields.get_mut(name).into_iter().for_each(number);
    }
    if let Some(cut) = fields.get_mut("IsTruncated") {
        *cut = (cut.as_str() == Some("true")).into();
    }
    let contents = fields.get_mut("Contents").and_then(Value::as_array_mut).into_iter().flatten();
    contents.filter_map(|object| object.get_mut("Size")).for_each(number);
    Ok(list)
}

fn number(value: &mut Value) {
    if let Some(parsed) = value.as_str().and_then(|text| text.parse::<u64>().ok()) {
        *value = parsed.into();
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn members_have_their_places() {
        let arguments = json!({ "Bucket": "b", "Key": "a b/c", "Body": "text", "ContentType": "text/plain", "Metadata": { "Who": "me" } });
        let request = request("putObject", &arguments).unwrap();
        assert_eq!((request.method, &*request.path, &*request.query), ("PUT", "/b/a%20b/c", ""));
        let headers: Vec<_> = request.headers.iter().map(|(a, b)| (&**a, &**b)).collect();
        assert_eq!(headers, [("content-type", "text/plain"), ("x-amz-meta-who", "me")]);
        let list =
            super::request("listObjectsV2", &json!({ "Bucket": "b", "Prefix": "p/" })).unwrap();
        assert_eq!((&*list.path, &*list.query), ("/b", "list-type=2&prefix=p%2F"));
        assert!(super::request("putObject", &json!({ "Bucket": "b", "Nope": 1 })).is_err());
        assert!(super::request("copyObject", &json!({})).unwrap_err().contains("getObject"));
    }
}
